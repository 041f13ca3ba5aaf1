import type { Span } from '../../text/blocks'
import type { Tokenised } from '../../text/typography'
import { partOf } from './compared-words'

/**
 * The stretches of a print that stand outside of its double quotation marks, as *she said* does in “We will pay,” she
 * said, “by May.” Empty where no pair of marks closes, or nothing but marks stands outside.
 */
export function wordsOutside({ text, tokens }: Tokenised): Span[] {
  const marks = tokens.filter(({ kind }) => kind === 'quote')
  const rawOf = ({ start, end }: Span) => text.slice(start, end)
  const lastOf = new Map(marks.map((mark) => [rawOf(mark), mark.start]))
  const outside: Span[] = []
  let from = 0
  let closing = ''
  for (const mark of marks) {
    const raw = rawOf(mark)
    if (closing !== '') {
      if (!closing.includes(raw)) continue
      closing = ''
      from = mark.end
      continue
    }
    const closes = CLOSING[raw] ?? ''
    if (![...closes].some((one) => (lastOf.get(one) ?? -1) > mark.start)) continue
    outside.push({ start: from, end: mark.start })
    closing = closes
  }
  if (from > 0) outside.push({ start: from, end: text.length })
  return from === 0 ? [] : outside.filter((span) => hasWords(tokens, span))
}

/** What closes a quotation that a mark opens, in any of the languages that open with it. */
const CLOSING: Record<string, string> = {
  '"': '"”',
  '”': '”"',
  '“': '”',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
}

function hasWords(tokens: Tokenised['tokens'], { start, end }: Span): boolean {
  return tokens.some(
    (token) => token.start >= start && token.end <= end && partOf(token) === 'word',
  )
}
