import { Refusal } from '../../refusal'
import { type Tokenised, tokenised } from '../../text/typography'
import { heard, partOf } from './compared-words'
import type { QuotationComparison, QuotationReading } from './comparison'
import { movedWords } from './moved-words'
import { wordsOutside } from './outside-marks'
import { otherPlaces, type Placement, passagesOf } from './passages'
import { placeWords } from './place-words'
import { type PrintedWord, printedWords } from './printed-words'
import { readingsOf } from './readings'
import { stepsOf } from './steps'
import { weightyDifferences } from './weighty'

/**
 * Compares a printed quotation with its source, word by word, in any script, and proposes what it is. A proposal and
 * no finding: whether a quotation may stand is named by a person.
 *
 * Of no account are white space and the form of quote marks, dashes and ellipses. Words in square brackets are the
 * newsroom's, and so are those outside of the quotation marks, if there are any and the source does not have them.
 * `language` is the BCP 47 tag of the words. Refuses what has no words, a quotation of more than 5,000
 * words and marks, and lengths whose product is beyond 160,000 words of source for 250 of quotation.
 */
export function compareQuotation(
  printed: string,
  source: string,
  { language = 'en' }: { language?: string } = {},
): QuotationComparison {
  const [print, said] = [tokenised(printed), tokenised(source)]
  refuseWordless({ printed: print, source: said })
  const whole = compared(place(print, said, printedWords(print, source), language), language)
  const outside = wordsOutside(print)
  if (outside.length === 0 || whole.reading === 'verbatim') return whole
  const words = printedWords(print, source, outside)
  if (!words.some(({ by }) => by === 'speaker')) return whole
  return compared(place(print, said, words, language), language)
}

function refuseWordless(texts: { printed: Tokenised; source: Tokenised }): void {
  const [printed, source] = [texts.printed, texts.source].map(
    ({ tokens }) => tokens.filter((token) => partOf(token) === 'word').length,
  )
  if (!printed) refuse('printed', 'There are no words in the quotation. Give the words as printed.')
  if (!source)
    refuse('source', 'There are no words in the source. Give the words as they were said.')
  const isTooMuch = (printed ?? 0) * (source ?? 0) > MOST_PAIRS
  if (isTooMuch || texts.printed.tokens.length > MOST_PRINTED) {
    refuse('printed', 'That is too much to compare at once. Compare one sentence or paragraph.')
  }
}

/** Each pair of a printed word and one of the source takes a byte and some nanoseconds. */
const MOST_PAIRS = 40_000_000
const MOST_PRINTED = 5_000

function refuse(field: string, message: string): never {
  throw new Refusal('invalid', message, { [field]: message })
}

function place(
  printed: Tokenised,
  source: Tokenised,
  words: PrintedWord[],
  language: string,
): Placement {
  const numbers = new Map<string, number>()
  const at: number[] = []
  const ids: number[] = []
  for (const [index, token] of source.tokens.entries()) {
    if (partOf(token) !== 'word') continue
    const key = heard(token.key, language)
    const id = numbers.get(key) ?? numbers.size
    numbers.set(key, id)
    at.push(index)
    ids.push(id)
  }
  const idOf = ({ by, key }: PrintedWord) =>
    by === 'speaker' ? (numbers.get(heard(key, language)) ?? -1) : -1
  const sourceIds = Int32Array.from(ids)
  const printedIds = Int32Array.from(words, idOf)
  const placeable = words.map(({ by, isCut, from }, index) => ({
    id: printedIds[index] ?? -1,
    weight: printed.tokens[from]?.kind === 'unspaced' ? LETTER : 1,
    isOwn: by !== 'speaker',
    isCut,
  }))
  const places = placeWords(placeable, sourceIds)
  const placement = { printed, source, words, sourceAt: at, sourceIds, printedIds, places }
  return { ...placement, places: movedWords(placement) }
}

/** What a letter of a script without spaces counts beside a word. */
const LETTER = 0.6

function compared(placement: Placement, language: string): QuotationComparison {
  const passages = passagesOf(placement)
  if (!isFound(placement)) return notFound(placement.printed)
  const steps = stepsOf(placement, passages, language)
  const readings = readingsOf(steps, passages.length)
  const forms = steps.flatMap((step) => (step.what === 'form' ? step.forms : []))
  const isWhole = readings[0] === 'verbatim'
  return {
    reading: readings[0] ?? 'verbatim',
    readings,
    passages: passages.map(({ span }) => span),
    elsewhere: isWhole ? otherPlaces(placement) : [],
    steps,
    forms: [...new Set(forms)],
    weighty: weightyDifferences(steps, placement, language),
  }
}

/**
 * Of words that are the speaker's, more than half have to be the source's, longer ones counting more; and where it is not
 * most of them, some have to follow each other: small words are common to any two texts.
 */
function isFound({ words, places, printedIds, sourceIds }: Placement): boolean {
  let [all, found, run, longest] = [0, 0, 0, 0]
  for (const [index, { by, key }] of words.entries()) {
    if (by !== 'speaker') continue
    const weight = Math.min(4, key.length)
    const at = places[index] ?? -1
    const isSame = at >= 0 && sourceIds[at] === printedIds[index]
    const goesOn = isSame && index > 0 && places[index - 1] === at - 1
    all += weight
    found += isSame ? weight : 0
    run = isSame ? (goesOn ? run + 1 : 1) : 0
    longest = Math.max(longest, run)
  }
  return found > all / 2 && (longest >= A_ROW || found > all * MOST)
}

const A_ROW = 3
const MOST = 0.65

function notFound({ text }: Tokenised): QuotationComparison {
  const [reading, whole]: [QuotationReading, { start: number; end: number }] = [
    'not-found',
    { start: 0, end: text.length },
  ]
  return {
    reading,
    readings: [reading],
    passages: [],
    elsewhere: [],
    steps: [{ what: 'put-in', printed: whole, source: { start: 0, end: 0 } }],
    forms: [],
    weighty: [],
  }
}
