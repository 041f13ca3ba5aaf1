import { atOnce, inTurns, PIECE_OF_WORK, type Pieces } from '../../in-turns'
import type { Span } from '../blocks'
import { comparingForm } from '../typography'
import type { Alignment } from './alignment'

/**
 * A stretch of two texts, in UTF-16 units of either. Where words were put in, `old` is empty; where they were
 * taken out, `now` is. What was moved shows at both its places, each time with the other side empty.
 */
export interface TextChange {
  what: 'same' | 'factual' | 'typographic' | 'moved'
  old: Span
  now: Span
}

/** How one text became the next, word by word: stretches that follow each other without a gap in the new text. */
export function textChanges(alignment: Alignment): TextChange[] {
  return atOnce(findingChanges(alignment))
}

/** The same, for texts of any length, so that others have their turn meanwhile. */
export function changesInTurns(alignment: Alignment): Promise<TextChange[]> {
  return inTurns(findingChanges(alignment))
}

/** The same in pieces. */
export function* findingChanges(alignment: Alignment): Pieces<TextChange[]> {
  const changes: TextChange[] = []
  const { old, now, toNow, moved } = alignment
  let [oldAt, nowAt] = [0, 0]
  for (let at = 0; at <= old.tokens.length; at++) {
    if (at % PIECE_OF_WORK === PIECE_OF_WORK - 1) yield
    const isEnd = at === old.tokens.length
    const image = isEnd ? now.tokens.length : (toNow[at] ?? -1)
    if (!isEnd && (image < nowAt || moved[at] === 1)) continue
    for (const gap of yield* gapBetween(alignment, [oldAt, at], [nowAt, image])) {
      add(changes, gap)
    }
    if (isEnd) break
    add(changes, pairOf(alignment, at, image))
    oldAt = at + 1
    nowAt = image + 1
  }
  return changes
}

/** How many places differ in fact, in form alone, and by having been moved. */
export function countChanges(changes: readonly TextChange[]) {
  const count = (what: TextChange['what']) => changes.filter((one) => one.what === what).length
  return { factual: count('factual'), typographic: count('typographic'), moved: count('moved') }
}

type Range = [from: number, to: number]

/** A word that is in both texts, with the white space after it. */
function pairOf({ old, now, toNow }: Alignment, at: number, image: number): TextChange {
  const [was, is] = [unit(old, [at, at + 1]), unit(now, [image, image + 1])]
  const [raw, rawNow] = [old.tokens[at], now.tokens[image]]
  const isNext = toNow[at + 1] === image + 1
  const same = isNext
    ? old.text.slice(was.start, was.end) === now.text.slice(is.start, is.end)
    : old.text.slice(raw?.start, raw?.end) === now.text.slice(rawNow?.start, rawNow?.end)
  return { what: same ? 'same' : 'typographic', old: was, now: is }
}

/** What stands between two words that are in both texts. */
function* gapBetween(alignment: Alignment, oldRange: Range, nowRange: Range): Pieces<TextChange[]> {
  const { old, now, moved, toOld } = alignment
  const gone = runs(oldRange, (at) => moved[at] === 1)
  const come = runs(nowRange, (at) => (toOld[at] ?? -1) >= 0)
  const changes: TextChange[] = []
  const behind = {
    old: unit(old, [oldRange[0], oldRange[0]]),
    now: unit(now, [nowRange[0], nowRange[0]]),
  }
  for (let at = 0; at < Math.max(gone.length, come.length); at++) {
    const [out, put] = [gone[at], come[at]]
    const was = out ? unit(old, out.range) : endOf(changes.at(-1)?.old ?? behind.old)
    const is = put ? unit(now, put.range) : endOf(changes.at(-1)?.now ?? behind.now)
    if (out && put && !out.moved && !put.moved) {
      changes.push({ what: yield* kindOf(alignment, was, is), old: was, now: is })
      continue
    }
    if (out) changes.push({ what: out.moved ? 'moved' : 'factual', old: was, now: startOf(is) })
    if (put) changes.push({ what: put.moved ? 'moved' : 'factual', old: endOf(was), now: is })
  }
  return changes
}

function runs([from, to]: Range, isMoved: (at: number) => boolean) {
  const found: { range: Range; moved: boolean }[] = []
  for (let at = from; at < to; at++) {
    const last = found.at(-1)
    if (last?.moved === isMoved(at)) last.range[1] = at + 1
    else found.push({ range: [at, at + 1], moved: isMoved(at) })
  }
  return found
}

function* kindOf({ old, now }: Alignment, was: Span, is: Span): Pieces<TextChange['what']> {
  const words = (text: string, { start, end }: Span) => text.slice(start, end).trim()
  return (yield* comparingForm(words(old.text, was), words(now.text, is)))
    ? 'typographic'
    : 'factual'
}

/** Tokens with the white space after each; the first has also what stands before it. */
function unit({ text, tokens }: Alignment['old'], [from, to]: Range): Span {
  const start = from === 0 ? 0 : (tokens[from]?.start ?? text.length)
  return { start, end: to === 0 ? start : Math.max(start, tokens[to]?.start ?? text.length) }
}

const startOf = ({ start }: Span): Span => ({ start, end: start })
const endOf = ({ end }: Span): Span => ({ start: end, end })

function add(changes: TextChange[], next: TextChange) {
  const last = changes.at(-1)
  const joins =
    last?.what === next.what && last.old.end === next.old.start && last.now.end === next.now.start
  if (!joins) {
    changes.push(next)
    return
  }
  last.old = { start: last.old.start, end: next.old.end }
  last.now = { start: last.now.start, end: next.now.end }
}
