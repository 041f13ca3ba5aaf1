import type { PlacedBlock, Span } from './blocks'
import { sentenceBoundaries } from './segmenter'
import { wordsOf } from './words'

/** A step of the text cursor: by which unit, towards the end of the text (1) or its beginning (-1). */
export interface Step {
  unit: 'word' | 'sentence'
  by: 1 | -1
}

/**
 * A text with the language that its words and sentences are told apart by. What a block is cut into is kept as
 * long as this object is: for another text, another one.
 */
export interface Steppable {
  readonly text: string
  readonly blocks: readonly PlacedBlock[]
  readonly language: string
}

/** A choice that grows and shrinks, and the words it was begun with, which it always holds. */
export interface Growing {
  anchor: Span
  chosen: Span
}

/**
 * The word or sentence that a step comes to. From a part of one, that is the whole of it; from several,
 * the last or first of them; else its neighbour, across blocks. Null where there is none.
 */
export function stepped(text: Steppable, from: Span | null, { unit, by }: Step): Span | null {
  if (!from) return neighbour(text, null, { unit, by })
  const touched = unitsIn(text, from, unit)
  const edge = by === 1 ? touched.at(-1) : touched[0]
  if (!edge || (touched.length === 1 && holds(from, edge))) {
    return neighbour(text, from, { unit, by })
  }
  return edge
}

/**
 * Lets a choice grow or shrink by a step, at the end that was moved before, so that the step back
 * undoes it. A choice of one unit grows to either side; one of several is held by its first, and
 * moves at its end.
 */
export function grown(text: Steppable, { anchor, chosen }: Growing, { unit, by }: Step): Growing {
  const held = isSame(anchor, chosen) ? firstOf(text, chosen, unit) : anchor
  const side = chosen.end > held.end || (chosen.start === held.start && by === 1) ? 'end' : 'start'
  const border = borderBeyond(text, chosen[side], { unit, by }, side)
  if (border === null) return { anchor: held, chosen }
  const next =
    side === 'end'
      ? { start: chosen.start, end: Math.max(border, held.end) }
      : { start: Math.min(border, held.start), end: chosen.end }
  return { anchor: held, chosen: next }
}

/** The first of several units that are chosen, or all that is chosen. */
function firstOf(text: Steppable, chosen: Span, unit: Step['unit']): Span {
  const [first, second] = unitsIn(text, chosen, unit)
  return first && second ? { start: chosen.start, end: first.end } : chosen
}

function neighbour(text: Steppable, from: Span | null, { unit, by }: Step): Span | null {
  const isBeyond = (span: Span) =>
    !from || (by === 1 ? span.start >= from.end : span.end <= from.start)
  return firstUnit(text, { unit, by }, isBeyond)
}

/** The nearest border of a unit beyond a place, on the side that moves. */
function borderBeyond(
  text: Steppable,
  place: number,
  { unit, by }: Step,
  side: 'start' | 'end',
): number | null {
  const isBeyond = (span: Span) => (by === 1 ? span[side] > place : span[side] < place)
  return firstUnit(text, { unit, by }, isBeyond)?.[side] ?? null
}

/** The first unit in the direction of the step of which this is so; a block of which it cannot be so is not cut up. */
function firstUnit(text: Steppable, { unit, by }: Step, is: (span: Span) => boolean): Span | null {
  const order = by === 1 ? text.blocks : [...text.blocks].reverse()
  for (const block of order) {
    const last = { start: block.end, end: block.end }
    const first = { start: block.start, end: block.start }
    if (!is(by === 1 ? last : first)) continue
    const units = unitsOf(text, block, unit)
    const found = by === 1 ? units.find(is) : units.findLast(is)
    if (found) return found
  }
  return null
}

function unitsIn(text: Steppable, within: Span, unit: Step['unit']): Span[] {
  const touches = ({ start, end }: Span) => start < within.end && end > within.start
  return text.blocks
    .filter(touches)
    .flatMap((block) => unitsOf(text, block, unit))
    .filter(touches)
}

/** What a text was cut into, by unit and block; dropped with the text. */
const cuts = new WeakMap<Steppable, Record<Step['unit'], Map<Span, readonly Span[]>>>()

function unitsOf(text: Steppable, block: PlacedBlock, unit: Step['unit']): readonly Span[] {
  const cut = cuts.get(text) ?? { word: new Map(), sentence: new Map() }
  cuts.set(text, cut)
  const units = cut[unit].get(block) ?? CUT[unit](text, block)
  cut[unit].set(block, units)
  return units
}

const CUT: Record<Step['unit'], (text: Steppable, block: PlacedBlock) => Span[]> = {
  word: ({ text, language }, block) => wordsOf(text, [block], language),
  sentence: ({ text, language }, { start, end }) => {
    let from = start
    return [...sentenceBoundaries(text.slice(start, end), language), end - start].flatMap((at) => {
      const sentence = { start: from, end: from + text.slice(from, start + at).trimEnd().length }
      from = start + at
      return sentence.end > sentence.start ? sentence : []
    })
  },
}

const holds = (outer: Span, inner: Span) => outer.start <= inner.start && outer.end >= inner.end

const isSame = (one: Span, other: Span) => holds(one, other) && holds(other, one)
