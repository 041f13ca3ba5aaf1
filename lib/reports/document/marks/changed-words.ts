import type { Span } from '@/lib/domain/text/blocks'
import { childOf, isOn, valOf, type XmlElement } from '@/lib/importing/word/markup/xml'
import type { DocumentChange } from '../results/annotations'
import type { Carrier, DocumentIndex, Unit } from './document-index'
import { keepsWords } from './open-fields'
import type { Place, Point, WordPlaces } from './word-places'

/** A stretch of a carrier. */
export interface Stretch {
  carrier: Carrier
  from: number
  to: number
}

/** What a change takes out of a document and where its words are put in. */
export interface ChangedWords {
  taken: Stretch[]
  /** null: nothing is put in. */
  put: { at: Point; words: string; like: Carrier } | null
}

/**
 * How a change is written as tracked changes, or null where it cannot be: where words have no place of their own in the
 * document, are taken out or moved there already, stand in a box, in a field that is made anew, or in what a program
 * fills or locks. Only words go: notes, pictures and marks that stand among them stay.
 */
export function changedWords(
  change: DocumentChange,
  places: WordPlaces,
  index: DocumentIndex,
): ChangedWords | null {
  const { span, words } = narrowed(change, places.text)
  const taken = places.within(span)
  const beside = taken[0] ?? places.endingAt(span.start) ?? places.within(change.span)[0]
  if (!beside || !covers(taken, span, places.text)) return null
  const all = taken.length > 0 ? taken : [beside]
  if (!all.every(isChangeable) || !areTogether(all)) return null
  const [first, last] = [all[0] ?? beside, all.at(-1) ?? beside]
  const isAtEnd = taken.length > 0 || beside.end <= span.start
  const at = { carrier: last.seat.carrier, at: isAtEnd ? last.to : last.from }
  return {
    taken: [...taken.map(stretchOf), ...gapsBetween(taken, index)],
    put: words === '' ? null : { at, words, like: first.seat.carrier },
  }
}

/** A change without the whole words that it leaves as they are at its ends. */
function narrowed({ span, after }: DocumentChange, text: string): { span: Span; words: string } {
  const before = text.slice(span.start, span.end)
  const [old, now] = [wordsAndGaps(before), wordsAndGaps(after)]
  let head = 0
  while (head < Math.min(old.length, now.length) && old[head] === now[head]) head++
  let tail = 0
  const most = Math.min(old.length, now.length) - head
  while (tail < most && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++
  const length = (pieces: readonly string[]) => pieces.join('').length
  return {
    span: {
      start: span.start + length(old.slice(0, head)),
      end: span.end - length(old.slice(old.length - tail)),
    },
    words: now.slice(head, now.length - tail).join(''),
  }
}

const wordsAndGaps = (words: string) => words.match(/\s+|\S+/gu) ?? []

/** Whether every letter of these words has its own place, and none is cut that cannot be. */
function covers(places: readonly Place[], span: Span, text: string): boolean {
  if (places.some(({ start, end }) => start < span.start || end > span.end)) return false
  let at = span.start
  for (const { start, end } of [...places, { start: span.end, end: span.end }]) {
    if (text.slice(at, start).trim() !== '') return false
    at = end
  }
  return true
}

function isChangeable({ seat, start, end, from, to }: Place): boolean {
  const { carrier, unit, isOwn } = seat
  const properties = childOf(carrier.element, 'w:rPr')
  return (
    isOwn &&
    carrier.isRun &&
    // Else it is written otherwise in the text, maybe with what stands in other runs.
    end - start === to - from &&
    !carrier.around.some(isClosed) &&
    !childOf(properties, 'w:del') &&
    unit.fields.every(keepsWords)
  )
}

/** What words stand in that are not changed here: taken out or moved already, made by a field, locked. */
function isClosed(element: XmlElement): boolean {
  if (TAKEN.has(element.name)) return true
  if (element.name === 'w:fldSimple')
    return !keepsWords({ instruction: element.attributes.get('w:instr') ?? '' })
  const lock = element.name === 'w:sdt' && valOf(childOf(element, 'w:sdtPr'), 'w:lock')
  return lock === 'contentLocked' || lock === 'sdtContentLocked'
}

const TAKEN = new Set(['w:del', 'w:moveFrom', 'w:moveTo'])

/** Whether words stand in the same fields, so that none is cut in two. */
function areTogether(places: readonly Place[]): boolean {
  const [first, ...rest] = places.map(({ seat }) => seat.unit.fields)
  return rest.every(
    (fields) =>
      fields.length === first?.length && fields.every((field, at) => field === first?.[at]),
  )
}

const stretchOf = ({ seat, from, to }: Place): Stretch => ({ carrier: seat.carrier, from, to })

/** The tabs, breaks and blanks between words that are taken out, which the text has as one blank. */
function gapsBetween(taken: readonly Place[], index: DocumentIndex): Stretch[] {
  const [first, last] = [taken[0], taken.at(-1)]
  if (!first || !last) return []
  const found: Stretch[] = []
  const most = last.seat.carrier.order
  for (let order = first.seat.carrier.order; order <= most; order++) {
    const carrier = index.carriers[order]
    if (!carrier?.isRun || carrier.around.some(isClosed) || isHidden(carrier)) continue
    for (const unit of carrier.units) {
      const isAfter = carrier !== first.seat.carrier || unit.at >= first.to
      const isBefore = carrier !== last.seat.carrier || unit.at + unit.length <= last.from
      if (isAfter && isBefore && isGap(unit) && unit.fields === first.seat.unit.fields)
        found.push({ carrier, from: unit.at, to: unit.at + unit.length })
    }
  }
  return found
}

const isHidden = ({ element }: Carrier) => isOn(childOf(element, 'w:rPr') ?? element, 'w:vanish')

function isGap({ element, words }: Unit): boolean {
  if (words !== null) return words.trim() === ''
  const isPage = /^(?:page|column)$/.test(element.attributes.get('w:type') ?? '')
  return GAPS.has(element.name) && !isPage
}

const GAPS = new Set(['w:tab', 'w:ptab', 'w:br', 'w:cr'])
