import { layOut, type Span } from '@/lib/domain/text/blocks'
import { childOf, wordsOf } from '@/lib/importing/word/markup/xml'
import type { Passage, Piece } from '@/lib/importing/word/passage'
import type { Carrier, DocumentIndex, Seat } from './document-index'

/** A place in a document: before that of a carrier's units. */
export interface Point {
  carrier: Carrier
  at: number
}

/** A stretch of the text with where it stands in its carrier. */
export interface Place extends Span {
  seat: Seat
  from: number
  to: number
  /** It is in the text as a whole or not at all: raised letters, signs, what is within something else. */
  isWhole: boolean
}

/** Says where the words of a text stand in the document that it was read from. Offsets are UTF-16 units of the text. */
export class WordPlaces {
  readonly text: string
  readonly blocks: readonly Span[]
  /** In the order of the text, without overlaps. */
  readonly #places: readonly Place[]
  readonly #carriers: readonly Carrier[]

  constructor(passages: readonly Passage[], index: DocumentIndex) {
    const laidOut = layOut(passages.map(({ text }) => ({ kind: 'paragraph', text })))
    this.text = laidOut.text
    this.blocks = laidOut.blocks
    this.#carriers = index.carriers
    this.#places = passages.flatMap(({ pieces, text }, at) =>
      pieces.flatMap((piece) => {
        const seat = index.seatAt(piece.node.start)
        return seat ? [placed(piece, text, seat, laidOut.blocks[at]?.start ?? 0)] : []
      }),
    )
  }

  /** The places that words of the text have, cut to these words where they can be cut. */
  within({ start, end }: Span): Place[] {
    const found: Place[] = []
    for (let at = this.#after(start); at < this.#places.length; at++) {
      const place = this.#places[at]
      if (!place || place.start >= end) break
      found.push(cut(place, { start, end }))
    }
    return found
  }

  /** Where words begin and end in the document; beside the nearest where they have no place. Null: no words have one. */
  edges(span: Span): { from: Point; to: Point; isExact: boolean } | null {
    const places = this.within(span)
    if (places.length === 0) {
      const near = this.#nearest(span)
      return near && { from: pointOf(near, 'from'), to: pointOf(near, 'to'), isExact: false }
    }
    const [first] = places
    if (!first) return null
    let [from, to] = [pointOf(first, 'from'), pointOf(first, 'to')]
    for (const place of places) {
      if (isBefore(pointOf(place, 'from'), from)) from = pointOf(place, 'from')
      if (isBefore(to, pointOf(place, 'to'))) to = pointOf(place, 'to')
    }
    return { ...this.#aroundRaised(from, to), isExact: places.every(({ seat }) => seat.isOwn) }
  }

  /** The last place that ends there or before, in the same block. */
  endingAt(offset: number): Place | null {
    const block = this.blocks.find(({ start, end }) => start <= offset && offset <= end)
    const place = this.#places[this.#after(offset - 1)]
    if (!place || !block || place.start >= offset || place.start < block.start) return null
    return cut(place, { start: place.start, end: offset })
  }

  /** Raised letters are read together: a mark among them would part them, and stands before or behind all. */
  #aroundRaised(from: Point, to: Point): { from: Point; to: Point } {
    const next = (carrier: Carrier, step: 1 | -1) => {
      const other = this.#carriers[carrier.order + step]
      return other && isRaised(other) && paragraphOf(other) === paragraphOf(carrier) ? other : null
    }
    let [first, last] = [from.carrier, to.carrier]
    if (isRaised(first)) for (let one = next(first, -1); one; one = next(one, -1)) first = one
    if (isRaised(last)) for (let one = next(last, 1); one; one = next(one, 1)) last = one
    return {
      from: isRaised(first) ? { carrier: first, at: 0 } : from,
      to: isRaised(last) ? { carrier: last, at: last.length } : to,
    }
  }

  #nearest({ start, end }: Span): Place | null {
    const at = this.#after(start)
    const [before, after] = [this.#places[at - 1], this.#places[at]]
    const block = this.blocks.find((one) => one.start <= start && start <= one.end)
    const isHere = (place: Place | undefined) =>
      place && block && place.start >= block.start && place.end <= block.end
    if (isHere(before) !== isHere(after)) return (isHere(before) ? before : after) ?? null
    if (!before || !after) return before ?? after ?? null
    return start - before.end <= after.start - end ? before : after
  }

  /** The first place that ends after this offset. */
  #after(offset: number): number {
    let [low, high] = [0, this.#places.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#places[middle]?.end ?? 0) > offset) high = middle
      else low = middle + 1
    }
    return low
  }
}

export const isBefore = (one: Point, other: Point) =>
  one.carrier.order < other.carrier.order || (one.carrier === other.carrier && one.at < other.at)

function pointOf({ seat, from, to }: Place, edge: 'from' | 'to'): Point {
  return { carrier: seat.carrier, at: edge === 'from' ? from : to }
}

function placed(piece: Piece, text: string, seat: Seat, by: number): Place {
  const { unit } = seat
  const words = wordsOf(piece.node).slice(piece.from, piece.to)
  const isWhole =
    !seat.isOwn ||
    unit.words === null ||
    unit.element.start !== piece.node.start ||
    words !== text.slice(piece.start, piece.end) ||
    isRaised(seat.carrier)
  const [from, to] = isWhole
    ? [unit.at, unit.at + unit.length]
    : [unit.at + piece.from, unit.at + piece.to]
  return { start: piece.start + by, end: piece.end + by, seat, from, to, isWhole }
}

const isRaised = ({ element }: Carrier) =>
  childOf(childOf(element, 'w:rPr'), 'w:vertAlign') !== undefined

const paragraphOf = ({ around }: Carrier) => around.findLast(({ name }) => name === 'w:p')

function cut(place: Place, { start, end }: Span): Place {
  if (place.isWhole) return place
  const [before, behind] = [Math.max(0, start - place.start), Math.max(0, place.end - end)]
  return {
    ...place,
    start: place.start + before,
    end: place.end - behind,
    from: place.from + before,
    to: place.to - behind,
  }
}
