import type { Span } from '../../text/blocks'
import { heard } from './compared-words'
import type { Unsaid } from './comparison'
import { fillerLengths } from './fillers'
import { type Passage, type Placement, spanOf } from './passages'
import { NEGATION } from './spoken-words'

/** Words of the source that stand within a passage and are not printed. */
export interface LeftOut {
  span: Span
  count: number
  because: Unsaid | null
}

/** What is left out, by the word of the source before it, by index. */
export function leftOutOf(
  placement: Placement,
  passages: readonly Passage[],
  language: string,
): Map<number, LeftOut> {
  const used = new Set(placement.places)
  const found = new Map<number, LeftOut>()
  for (const { first, last } of passages) {
    for (let at = first; at <= last; at++) {
      if (used.has(at)) continue
      let end = at
      while (end < last && !used.has(end + 1)) end++
      found.set(at - 1, {
        span: spanOf(placement, at, end),
        count: end - at + 1,
        because: unsaidAnyhow(placement, at, end, language),
      })
      at = end
    }
  }
  return found
}

/** Words on both sides that are looked at, to find a repetition. */
const AROUND = 12
const LONGEST_FALSE_START = 8

/** *I was — I am*: whether the first *I* is left out or the second cannot be told, so either is tried. */
function unsaidAnyhow(
  placement: Placement,
  first: number,
  last: number,
  language: string,
): Unsaid | null {
  const { sourceIds } = placement
  const because = unsaid(placement, first, last, language)
  const isEither = first > 0 && sourceIds[first - 1] === sourceIds[last]
  return because ?? (isEither ? unsaidAnyhow(placement, first - 1, last - 1, language) : null)
}

/** Why words from one index to another say nothing of their own; `null` if they do. */
function unsaid(
  placement: Placement,
  first: number,
  last: number,
  language: string,
): Unsaid | null {
  if (last - first >= AROUND) return null
  const fillers = fillersAround(placement, first, last, language)
  const rest = (from: number, to: number) => range(from, to).filter((at) => !fillers.has(at))
  const gone = rest(first, last)
  if (gone.length === 0) return isAside(placement, first, last) ? 'aside' : 'filler'
  if (isAside(placement, gone[0] ?? first, gone.at(-1) ?? last)) return 'aside'
  const after = rest(last + 1, last + AROUND)
  if (isRepeated(placement, gone, after)) return 'repetition'
  return isFalseStart(placement, gone, after, language) ? 'false-start' : null
}

function range(from: number, to: number): number[] {
  const first = Math.max(0, from)
  return Array.from({ length: Math.max(0, to - first + 1) }, (_, step) => first + step)
}

function fillersAround(
  placement: Placement,
  first: number,
  last: number,
  language: string,
): Set<number> {
  const from = Math.max(0, first - AROUND)
  const { source, sourceAt } = placement
  const keys = range(from, last + AROUND).map((at) =>
    heard(source.tokens[sourceAt[at] ?? -1]?.key ?? '', language),
  )
  const fillers = new Set<number>()
  for (let step = 0; step < keys.length; step++) {
    const length = fillerLengths(keys, step)
    for (let more = 0; more < length; more++) fillers.add(from + step + more)
    step += Math.max(0, length - 1)
  }
  return fillers
}

/** What a transcript notes and nobody said: `[laughs]`, `(applause)`, `♪`. */
function isAside(placement: Placement, first: number, last: number): boolean {
  const { source, sourceAt } = placement
  const [from, to] = [(sourceAt[first] ?? 0) - 1, (sourceAt[last] ?? 0) + 1]
  const raw = source.text.slice(source.tokens[from]?.start, source.tokens[to]?.end)
  if (from < 0 || NEGATION.test(raw)) return false
  return (
    /^[[［【♪][^[\]]*[\]］】♪]$/u.test(raw) || (last - first < 2 && /^[(（][^()]*[)）]$/.test(raw))
  )
}

/** Whether the words are said again right after them, once or more. */
function isRepeated(
  { sourceIds }: Placement,
  gone: readonly number[],
  after: readonly number[],
): boolean {
  const ids = [...gone, ...after].map((at) => sourceIds[at])
  const count = gone.length
  return range(1, count).some(
    (period) =>
      ids.length >= count + period &&
      range(0, count - 1).every((at) => ids[at + period] === ids[at]),
  )
}

/** A few words that break off with a dash or dots, and the speaker begins anew with the same word. */
function isFalseStart(
  { source, sourceAt, sourceIds }: Placement,
  gone: readonly number[],
  after: readonly number[],
  language: string,
): boolean {
  const [first = -1, last = -1, next = -1] = [gone[0], gone.at(-1), after[0]]
  if (gone.length > LONGEST_FALSE_START || next < 0) return false
  const words = source.text.slice(
    source.tokens[sourceAt[first] ?? -1]?.start,
    source.tokens[sourceAt[last] ?? -1]?.end,
  )
  if (NEGATION.test(words) || /\p{N}/u.test(words)) return false
  const keyOf = (at: number) => heard(source.tokens[sourceAt[at] ?? -1]?.key ?? '', language)
  const behind = source.tokens[(sourceAt[last] ?? -1) + 1]
  const breaksOff = behind?.kind === 'dash' || behind?.kind === 'ellipsis'
  if (!breaksOff) return false
  return sourceIds[first] === sourceIds[next] || keyOf(next).startsWith(keyOf(last))
}
