import type { Span } from '../../text/blocks'
import type { Tokenised } from '../../text/typography'
import type { PrintedWord } from './printed-words'

/** Which words of the source the words of a print answer to. */
export interface Placement {
  printed: Tokenised
  source: Tokenised
  words: PrintedWord[]
  /** The tokens of the source that are words, by index. */
  sourceAt: number[]
  /** The words of either as they are heard: equal numbers, equal words. */
  sourceIds: Int32Array
  printedIds: Int32Array
  /** For each word of the print its word of the source, by index; -1 for none. */
  places: Int32Array
}

/** A stretch of the source that answers to words of the print. */
export interface Passage {
  /** Its words, by index, from the first to the last. */
  first: number
  last: number
  span: Span
}

/** So many words may be left out within one passage; a print that goes on further away joins two. */
export const APART = 50

/** The passages in the order of the source. */
export function passagesOf(placement: Placement): Passage[] {
  const { places } = placement
  const used = [...new Set(places)].filter((place) => place >= 0).sort((a, b) => a - b)
  const ranges: { first: number; last: number }[] = []
  for (const place of used) {
    const current = ranges.at(-1)
    if (current && wordsBetween(placement, current.last, place) <= APART) current.last = place
    else ranges.push({ first: place, last: place })
  }
  return ranges.map((range) => ({ ...range, span: spanOf(placement, range.first, range.last) }))
}

/** Where else the words of a placement stand in a row, if they stand in one. */
export function otherPlaces(placement: Placement): Span[] {
  const { sourceIds, printedIds, words, places } = placement
  const row = printedIds.filter((_, index) => words[index]?.by === 'speaker')
  const found: Span[] = []
  const [here = -1] = places.filter((place) => place >= 0)
  for (let at = 0; at + row.length <= sourceIds.length; at++) {
    if (at === here || !row.every((id, step) => sourceIds[at + step] === id)) continue
    found.push(spanOf(placement, at, at + row.length - 1))
  }
  return found
}

/** From the beginning of one word of the source to the end of another, by index. */
export function spanOf({ source, sourceAt }: Placement, first: number, last: number): Span {
  const start = source.tokens[sourceAt[first] ?? -1]?.start ?? source.text.length
  return { start, end: source.tokens[sourceAt[last] ?? -1]?.end ?? start }
}

/** How many words stand between two, as one would count them: letters of a script without spaces make one in some 1.6. */
function wordsBetween({ source, sourceAt }: Placement, one: number, other: number): number {
  let count = 0
  for (let at = one + 1; at < other; at++) {
    count += source.tokens[sourceAt[at] ?? -1]?.kind === 'unspaced' ? 1 / 1.6 : 1
  }
  return count
}
