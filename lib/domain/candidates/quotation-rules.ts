import { GLUED } from './figures'
import type { CandidateRule } from './rule'

/** Words within one pair of marks, as many as a paragraph may have; the marks themselves are no part of them. */
const within = (opening: string, words: string, closing: string) =>
  `(?<=${opening})${words}{2,3000}(?=${closing})`

/** A mark that opens here, and not one that closes, leans on nothing before it; Chinese and Japanese put no space there. */
const opens = (mark: string) => `(?<!${GLUED}|[.,!?…%)])${mark}(?=\\S)`
const closes = (mark: string) => `(?<!\\s)${mark}(?!${GLUED})`

/** What an apostrophe leaves out at the beginning of a word: it opens no quotation. */
const CUT_SHORT = '(?!\\d|(?:n|tis|twas|em|til|cause|cos|bout|round)(?!\\p{L}))'

/**
 * Letters within single marks: an apostrophe inside a word or before a decade is one of them, and one
 * after a plural’s s where another mark closes later.
 */
function letters(opening: string, closing: string): string {
  const neither = `[^${opening}${closing}]`
  const inWord = `(?<=[\\p{L}\\p{N}])${closing}(?=${GLUED})|${closing}(?=\\d\\ds?)`
  const later = `${neither}{0,200}(?:${closing}\\p{L}${neither}{0,200}){0,4}(?<![s\\s])${closing}(?!\\p{L})`
  return `(?:${neither}|${inWord}|(?<=s)${closing}(?= \\p{Ll}${later}))`
}

const pattern = (...alternatives: string[]) => new RegExp(alternatives.join('|'), 'gu')

/** A quotation in any marks. The longest is taken first where one stands within another. */
export const QUOTATION_RULES: readonly CandidateRule[] = [
  {
    id: 'quotation',
    needs: /[“«‹「『]/,
    type: 'quote',
    weight: 0.85,
    across: 'block',
    pattern: pattern(
      within('“', '[^„“”]', '”'),
      within('«\\s?', '[^«»]', '»'),
      within('‹\\s?', '[^‹›]', '›'),
      within('「', '[^「」]', '」'),
      within('『', '[^『』]', '』'),
    ),
  },
  {
    id: 'quotation-straight',
    needs: /"/,
    type: 'quote',
    weight: 0.85,
    across: 'block',
    pattern: /(?<=(?<![\p{L}\p{N}])")(?=\S)[^"\n]{2,3000}(?="(?![\p{L}\p{N}]))/gu,
  },
  {
    id: 'quotation-low',
    needs: /[„‚]/,
    type: 'quote',
    weight: 0.85,
    across: 'block',
    pattern: pattern(
      within('„', '[^„“”]', '[“”]'),
      within('„', '[^„“”"]', '"'),
      within('‚', '(?:[^‚‘’]|’(?=\\p{L}))', '[‘’](?!\\p{L})'),
    ),
  },
  {
    id: 'quotation-same-marks',
    needs: /”/,
    type: 'quote',
    weight: 0.85,
    across: 'block',
    pattern: pattern(within(opens('”'), '[^„“”]', closes('[“”]'))),
  },
  {
    id: 'quotation-pointing-in',
    needs: /[»›]/,
    type: 'quote',
    weight: 0.85,
    across: 'block',
    pattern: pattern(
      within(opens('»'), '[^«»]', closes('[«»]')),
      within(opens('›'), '[^‹›]', closes('[‹›]')),
    ),
    languages: [
      'de',
      'da',
      'pl',
      'cs',
      'hu',
      'ro',
      'bg',
      'nl',
      'hr',
      'sk',
      'sl',
      'sr',
      'sv',
      'fi',
      'no',
      'nb',
    ],
  },
  {
    id: 'quotation-single',
    needs: /[‘']/,
    type: 'quote',
    weight: 0.85,
    across: 'block',
    pattern: pattern(
      within(`${opens('‘')}${CUT_SHORT}`, letters('‘', '’'), closes('’')),
      within(`${opens("'")}${CUT_SHORT}`, letters('', "'"), closes("'")),
    ),
  },
  {
    id: 'quotation-goes-on',
    needs: /[“«„「"‘]/,
    type: 'quote',
    weight: 0.85,
    across: 'open',
    pattern: pattern(
      '(?<=“)[^“”]{2,3000}$',
      '(?<=«\\s?)[^«»]{2,3000}$',
      '(?<=„)[^„“”]{2,3000}$',
      '(?<=「)[^「」]{2,3000}$',
      `(?<=${opens('"')})(?=[\\p{L}\\p{N}¿¡…])[^"]{2,3000}$`,
      `(?<=${opens('‘')}${CUT_SHORT})(?:[^‘’]|’(?=${GLUED})){2,3000}$`,
    ),
  },
]

/** How a paragraph begins that goes on with the quotation of the one before it. */
export const GOES_ON = /^\s*["“”„«»‘「]/
