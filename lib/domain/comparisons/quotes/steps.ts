import type { Span } from '../../text/blocks'
import { differencesAt } from '../../text/typography'
import { partOf, writingOf } from './compared-words'
import type { QuotationForm, QuotationStep } from './comparison'
import { type LeftOut, leftOutOf } from './left-out'
import { type Passage, type Placement, spanOf } from './passages'
import type { PrintedWord } from './printed-words'

/** The way through the print, step by step; a row of the same words is one step. */
export function stepsOf(
  placement: Placement,
  passages: readonly Passage[],
  language: string,
): QuotationStep[] {
  const steps: QuotationStep[] = []
  const add = (step: QuotationStep) => addStep(steps, step, placement.source.text)
  const leftOut = leftOutOf(placement, passages, language)
  let done = 0
  let last = -1
  for (const [index, word] of placement.words.entries()) {
    const place = placement.places[index] ?? -1
    const isNext = place >= 0 && place === last + 1 && isBehindSpeaker(placement, index)
    for (const step of isNext
      ? marksWithin(placement, [done, word.from], place)
      : loneMarks(placement, done, word.from)) {
      add(step)
    }
    const leap =
      place >= 0 && last >= 0 ? leapTo(placement, passages, { index, last, place }) : null
    if (leap) add(leap)
    const gone = place >= 0 ? leftOut.get(place) : leftOut.get(last)
    const standsFor = word.by === 'bracketed' ? leftOut.get(last) : undefined
    const isOwnWords = standsFor !== undefined && standsFor.count <= MOST_REPLACED
    add(wordStep(placement, index, isOwnWords ? standsFor.span : null))
    if (isOwnWords) leftOut.delete(last)
    done = word.to
    if (place >= 0) last = place
    const behind = placement.words[index + 1]
    if (gone && place >= 0 && behind?.by !== 'bracketed') {
      add(leftOutStep(placement, gone, index))
      leftOut.delete(place)
    } else if (standsFor && !isOwnWords) {
      add(leftOutStep(placement, standsFor, index))
      leftOut.delete(last)
    }
  }
  for (const step of loneMarks(placement, done, placement.printed.tokens.length)) add(step)
  return steps
}

/** A bracket stands for no more words than this; beyond them something is left out as well. */
const MOST_REPLACED = 10

function isBehindSpeaker({ words }: Placement, index: number): boolean {
  return words[index - 1]?.by === 'speaker' && words[index]?.by === 'speaker'
}

/** Printed tokens with the white space behind each, so that nothing is left between two steps. */
function printedSpan({ printed: { text, tokens } }: Placement, from: number, to: number): Span {
  const start = from === 0 ? 0 : (tokens[from]?.start ?? text.length)
  return { start, end: to === 0 ? start : Math.max(start, tokens[to]?.start ?? text.length) }
}

/** The marks between two words that follow each other in either text. */
function marksWithin(
  placement: Placement,
  [from, to]: readonly [number, number],
  place: number,
): QuotationStep[] {
  const { source, sourceAt } = placement
  const begin = (sourceAt[place - 1] ?? 0) + 1
  const end = sourceAt[place] ?? begin
  if (from === to && begin === end) return []
  const span = {
    start: source.tokens[begin]?.start ?? 0,
    end: source.tokens[Math.max(begin, end - 1)]?.end ?? 0,
  }
  const at = {
    printed: printedSpan(placement, from, to),
    source: begin === end ? empty(span) : span,
  }
  const forms = to - from === end - begin ? formsOf(placement, from, begin, to - from) : null
  if (forms?.length === 0) return [{ what: 'same', ...at }]
  return [{ what: 'form', forms: forms ?? ['marks'], ...at }]
}

const empty = ({ start }: Span): Span => ({ start, end: start })

/** In what the shapes of as many tokens differ, white space apart; `null` where they differ in more. */
function formsOf(
  { printed, source }: Placement,
  from: number,
  begin: number,
  count: number,
): QuotationForm[] | null {
  const forms = new Set<QuotationForm>()
  for (let step = 0; step < count; step++) {
    const found = differencesAt(
      { of: printed, at: from + step },
      { of: source, at: begin + step },
      1,
    )
    if (found === null) return null
    for (const { form } of found) if (form !== 'space') forms.add(form)
  }
  return [...forms]
}

function loneMarks(placement: Placement, from: number, to: number): QuotationStep[] {
  const { tokens } = placement.printed
  return tokens.slice(from, to).map((token, step): QuotationStep => {
    const printed = printedSpan(placement, from + step, from + step + 1)
    return { what: 'mark', isEllipsis: partOf(token) === 'ellipsis', printed, source: NOWHERE }
  })
}

const NOWHERE: Span = { start: 0, end: 0 }

/** A step back, or on to another passage. */
function leapTo(
  placement: Placement,
  passages: readonly Passage[],
  { index, last, place }: { index: number; last: number; place: number },
): QuotationStep | null {
  const passage = (at: number) => passages.findIndex((one) => one.first <= at && at <= one.last)
  const isBack = place < last
  if (!isBack && passage(last) === passage(place)) return null
  const { start } = spanOf(placement, place, place)
  const { from } = placement.words[index] ?? { from: 0 }
  return {
    what: 'leap',
    to: isBack ? 'back' : 'on',
    isMarked: isMarkedBefore(placement.words, index),
    printed: empty(printedSpan(placement, from, from)),
    source: { start, end: start },
  }
}

/** Whether an ellipsis stands before a word, with none of the speaker's words between. */
function isMarkedBefore(words: readonly PrintedWord[], index: number): boolean {
  const before = words[index - 1]
  if (!before) return false
  return before.isCut || (before.by !== 'speaker' && isMarkedBefore(words, index - 1))
}

function wordStep(placement: Placement, index: number, standsFor: Span | null): QuotationStep {
  const { words, places, printedIds, sourceIds, source, sourceAt } = placement
  const word = words[index]
  if (!word) return { what: 'put-in', printed: NOWHERE, source: NOWHERE }
  const place = places[index] ?? -1
  const printed = printedSpan(placement, word.from, word.to)
  if (word.by !== 'speaker') {
    return { what: 'own', by: word.by, printed, source: standsFor ?? NOWHERE }
  }
  if (place < 0) return { what: 'put-in', printed, source: NOWHERE }
  const at = { printed, source: spanOf(placement, place, place) }
  if (word.isPatched) return { what: 'own', by: 'bracketed', ...at }
  if (sourceIds[place] !== printedIds[index]) return { what: 'other', ...at }
  const token = sourceAt[place] ?? -1
  const typographic = formsOf(placement, word.from, token, 1) ?? []
  const forms = [...typographic, ...writingOf(word.key, source.tokens[token]?.key ?? '')]
  return forms.length > 0 ? { what: 'form', forms, ...at } : { what: 'same', ...at }
}

function leftOutStep(placement: Placement, gone: LeftOut, index: number): QuotationStep {
  const { words } = placement
  const { end } = printedSpan(placement, words[index]?.from ?? 0, words[index]?.to ?? 0)
  return {
    what: 'left-out',
    because: gone.because,
    isMarked: isMarkedBefore(words, index + 1),
    printed: { start: end, end },
    source: gone.span,
  }
}

/** Words that follow each other in either text become one step. */
function addStep(steps: QuotationStep[], next: QuotationStep, source: string): void {
  const last = steps.at(-1)
  const isRow = next.what === 'same' || next.what === 'other' || next.what === 'put-in'
  if (!last || last.what !== next.what || !isRow || !follows(last.source, next.source, source)) {
    steps.push(next)
    return
  }
  last.printed = { start: last.printed.start, end: next.printed.end }
  last.source = { start: last.source.start, end: next.source.end }
}

function follows(last: Span, next: Span, source: string): boolean {
  return next.start >= last.end && !/[\p{L}\p{N}]/u.test(source.slice(last.end, next.start))
}
