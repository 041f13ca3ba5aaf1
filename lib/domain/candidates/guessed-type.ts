import type { Span } from '../text/blocks'
import type { ClaimType } from '../vocabulary'
import { FIGURE_RULES } from './figure-rules'
import { plainFigures } from './figures'
import { QUOTATION_RULES } from './quotation-rules'

/**
 * A first proposal of a claim’s type, from the shape of its words and from whether they stand within quotation
 * marks in their block, which a person changes where it is wrong. A quotation is one before what it says.
 */
export function guessedType(text: string, block: Span, chosen: Span): ClaimType {
  const words = text.slice(chosen.start, chosen.end)
  if (QUOTATION_MARK.test(words) || isQuoted(text, block, chosen)) return 'quote'
  const plain = plainFigures(words)
  const has = (type: ClaimType) =>
    FIGURE_RULES.some((rule) => rule.type === type && plain.search(rule.pattern) >= 0)
  if (has('money') || PAID.test(plain)) return 'money'
  if (has('measurement')) return 'measurement'
  if (has('age')) return 'age'
  if (has('date_or_time') || YEAR.test(plain)) return 'date_or_time'
  if (SUPERLATIVE.test(plain)) return 'superlative'
  return has('number') || /\p{N}/u.test(plain) ? 'number' : 'event'
}

const QUOTATION_MARK = /["“”„«»‹›「」『』]/
const PAID = /[$€£¥₺₽]|\b(?:dollar|euro|pound|payment|paid)/i
const YEAR = /\b(?:1[5-9]|20)\d\d\b/
const SUPERLATIVE = /\b(?:first|largest|biggest|most|only|best|highest|lowest|oldest)\b/i

/** Whether these words are a quotation, or so many words of one that they are no mere name or figure in it. */
function isQuoted(text: string, block: Span, { start, end }: Span): boolean {
  const within = text.slice(block.start, block.end)
  const words = text.slice(start, end)
  return QUOTATION_RULES.some(({ pattern }) =>
    [...within.matchAll(pattern)].some(({ index, 0: quoted }) => {
      const from = block.start + index
      const isInside = from <= start + EDGE && end <= from + quoted.length + EDGE
      return isInside && (SEVERAL.test(words) || 2 * words.length > quoted.length)
    }),
  )
}

/** A mark of single quotation, or a stop, may be chosen with the words; in UTF-16 units. */
const EDGE = 1
const SEVERAL =
  /(?:\S+\s+){3}\S|[^\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{sc=Arab}\p{sc=Hebr}\s\p{P}]{8}/u
