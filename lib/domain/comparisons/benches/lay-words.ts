import { Refusal } from '../../refusal'
import { compareQuotation } from '../quotes/compare-quotation'
import type { QuotationComparison } from '../quotes/comparison'
import { locatorAt } from '../transcripts/locator'
import type { Transcript } from '../transcripts/transcript'
import { differenceLines } from './difference-lines'
import { keptPassages } from './kept-passages'
import { sourceWords } from './source-words'

/** A printed quotation on the bench. */
export interface WordsLaid {
  comparison: QuotationComparison
  /** What the print was compared with: the source's words, or their translation. */
  compared: string
  transcript: Transcript | null
  /** Where the passage stands in a transcript, by its times or lines; null where it was found in none. */
  locator: string | null
  /** The source's words that are worth keeping: the passages with what stands around them. */
  against: string
  /** What the machine shows, a line each. */
  lines: string[]
}

/** The most UTF-16 units of a passage that is kept with its translation. */
const MOST_TRANSLATED = 10_000

/**
 * Lays printed words over a source's, which can be a transcript with times, or over a translation of them. `language` is
 * the BCP 47 tag of the print. Refuses what `compareQuotation` refuses, and a translation of more than a passage.
 */
export function layWords({
  printed,
  source,
  translated = '',
  language,
}: {
  printed: string
  source: string
  translated?: string
  language: string
}): WordsLaid {
  const { text, transcript } = sourceWords(source)
  const isTranslated = translated.trim() !== ''
  if (isTranslated && text.length > MOST_TRANSLATED) refuseWhole()
  const compared = isTranslated ? translated : text
  const comparison = compareQuotation(printed, compared, { language })
  const [first, last] = [comparison.passages[0], comparison.passages.at(-1)]
  const isPlaced = transcript && !isTranslated && first && last
  const locator = isPlaced ? locatorAt(transcript, { start: first.start, end: last.end }) : null
  return {
    ...{ comparison, compared, transcript, locator },
    against: isTranslated ? text : keptPassages(text, comparison.passages),
    lines: [
      ...(locator ? [`Found at ${locator}`] : []),
      ...differenceLines(comparison, { printed, source: compared }),
    ],
  }
}

function refuseWhole(): never {
  const message = 'Beside a translation, give the passage alone, and not the whole source.'
  throw new Refusal('invalid', message, { source: message })
}
