import type { Span } from '../../text/blocks'
import type { Tokenised } from '../../text/typography'
import { partOf } from './compared-words'

/**
 * The stretches of a print that stand outside of its double quotation marks, as *she said* does in “We will pay,” she
 * said, “by May.” Empty where no pair of marks closes, or nothing but marks stands outside.
 */
export function wordsOutside({ text, tokens }: Tokenised): Span[] {
  const outside: Span[] = []
  let from = 0
  let pairs = 0
  let closing: RegExp | null = null
  for (const { start, end, kind } of tokens) {
    if (kind !== 'quote') continue
    const raw = text.slice(start, end)
    if (closing?.test(raw)) {
      closing = null
      from = end
      pairs++
      continue
    }
    const closes: RegExp | null = closing ? null : closingOf(raw)
    if (!closes || !closesLater(text, end, closes)) continue
    closing = closes
    outside.push({ start: from, end: start })
  }
  if (!closing) outside.push({ start: from, end: text.length })
  return pairs === 0 ? [] : outside.filter((span) => hasWords(tokens, span))
}

const PAIRS: [RegExp, RegExp][] = [
  [/^["”]$/, /^["”]$/],
  [/^“$/, /^”$/],
  [/^„$/, /^[“”"]$/],
  [/^«$/, /^»$/],
  [/^»$/, /^«$/],
  [/^「$/, /^」$/],
  [/^『$/, /^』$/],
]

function closingOf(raw: string): RegExp | null {
  return PAIRS.find(([opens]) => opens.test(raw))?.[1] ?? null
}

function closesLater(text: string, from: number, closes: RegExp): boolean {
  return [...text.slice(from)].some((character) => closes.test(character))
}

function hasWords(tokens: Tokenised['tokens'], { start, end }: Span): boolean {
  return tokens.some(
    (token) => token.start >= start && token.end <= end && partOf(token) === 'word',
  )
}
