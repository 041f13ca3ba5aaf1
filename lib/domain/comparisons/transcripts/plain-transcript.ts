import { millisecondsOf } from './cue-times'
import type { Cue, Reading } from './transcript'

/**
 * Reads a transcript as it is typed or exported: a line at a time, each with a time or a name before its words, or
 * neither. A line that has only those belongs to the words below it. A name is told by a colon behind one that is written
 * so more than once, in capitals, or beside a time; anything else before a colon was said.
 */
export function readPlain(lines: readonly string[]): Reading {
  const names = namesIn(lines)
  const areTimes = lines.filter((line) => BARE_TIME.test(line)).length > 1
  const cues: Cue[] = []
  let heading = NO_HEADING
  for (const [index, raw] of lines.entries()) {
    const { words, ...found } = headed(raw.trim(), names, areTimes)
    if (found.from !== null || found.speaker !== null) heading = found
    if (words !== '') cues.push({ words, ...heading, line: index + 1, lastLine: index + 1 })
  }
  return { cues: withEnds(cues), remarks: [] }
}

interface Heading {
  from: number | null
  to: number | null
  speaker: string | null
}

const NO_HEADING: Heading = { from: null, to: null, speaker: null }

const CLOCK = '\\d{1,3}:\\d\\d(?::\\d\\d)?(?:[.,]\\d{1,3})?'
const RANGE = `(${CLOCK})(?:\\s*(?:-|–|—|-->|to)\\s*(${CLOCK}))?`
const IN_BRACKETS = new RegExp(`^(?:\\[${RANGE}\\]|\\(${RANGE}\\)|<${RANGE}>)\\s*`)
const BARE_TIME = new RegExp(`^\\s*${RANGE}(?=\\s|$)\\s*`)
const WITH_HOURS = /^\s*\d{1,3}:\d\d:\d\d/
const TIME_AT_END = new RegExp(`(?<!\\s)\\s+[[(]?${RANGE}[\\])]?$`)

/** A name of one to four words, each with a capital or of a script without them, and a colon. */
const NAME = "(?:\\p{Lu}|\\p{Lo})[\\p{L}\\p{M}\\p{N}.'’-]*"
const SPEAKER = new RegExp(
  `^(?:>>\\s*)?(${NAME}(?: ${NAME}){0,3}(?: ?\\([^()]{1,40}\\))?)\\s?[:：](?!\\d)\\s*`,
  'u',
)

function headed(
  line: string,
  names: ReadonlySet<string>,
  areTimes: boolean,
): Heading & { words: string } {
  const first = takeTime(line, areTimes)
  const named = takeName(first.rest, (name) => first.from !== null || names.has(name))
  const second = first.from === null && named.speaker ? takeTime(named.rest, false) : null
  const time = second && second.from !== null ? second : first
  const words = time === second ? second.rest : named.rest
  if (time.from !== null || named.speaker) {
    return { from: time.from, to: time.to, speaker: named.speaker, words: words.trim() }
  }
  return nameAndTime(line) ?? { ...NO_HEADING, words: line }
}

function takeTime(line: string, areTimes: boolean) {
  const bare = areTimes || WITH_HOURS.test(line) ? line.match(BARE_TIME) : null
  const found = line.match(IN_BRACKETS) ?? bare
  const [from, to] = (found?.slice(1) ?? []).filter((part) => part !== undefined)
  const time = from === undefined ? null : millisecondsOf(from)
  if (!found || time === null) return { from: null, to: null, rest: line }
  return {
    from: time,
    to: to === undefined ? null : millisecondsOf(to),
    rest: line.slice(found[0].length).replace(/^[-–—:]\s+/, ''),
  }
}

function takeName(line: string, isName: (name: string) => boolean) {
  const [label = '', name = ''] = line.match(SPEAKER) ?? []
  const speaks = name !== '' && (isName(name) || isInCapitals(name))
  return speaks ? { speaker: name, rest: line.slice(label.length) } : { speaker: null, rest: line }
}

const isInCapitals = (name: string) => /^\p{Lu}[\p{Lu}\p{M}\p{N} .'’()-]*$/u.test(name)

/** `Ana Moss  12:03`, on a line of its own above the words. */
function nameAndTime(line: string): (Heading & { words: string }) | null {
  const found = line.match(TIME_AT_END)
  const name = found ? line.slice(0, found.index).trim() : ''
  if (!found || !ALL_NAME.test(name)) return null
  const from = millisecondsOf(found[1] ?? '')
  if (from === null) return null
  return { from, to: found[2] ? millisecondsOf(found[2]) : null, speaker: name, words: '' }
}

const ALL_NAME = new RegExp(`^${NAME}(?: ${NAME}){0,3}:?$`, 'u')

/** What stands before a colon at the beginning of more than one line. */
function namesIn(lines: readonly string[]): Set<string> {
  const counts = new Map<string, number>()
  for (const line of lines) {
    const [, name] = line.trim().match(SPEAKER) ?? []
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const repeated = [...counts].filter(([, count]) => count > 1).map(([name]) => name)
  return new Set(repeated)
}

/** Where only beginnings are known, words end at the latest where the next ones begin. */
function withEnds(cues: readonly Cue[]): Cue[] {
  return cues.map((cue, index) => {
    if (cue.from === null || cue.to !== null) return cue
    const next = cues.slice(index + 1).find(({ from }) => from !== null && from !== cue.from)
    const isLater = next?.from != null && next.from > cue.from
    return isLater ? { ...cue, to: next.from } : cue
  })
}
