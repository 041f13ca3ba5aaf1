import type { Span } from '../text/blocks'

/** By the mark that opens a quotation, those that may close it. */
const CLOSING: Record<string, string> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‘': '’',
  '‚': '‘’',
  '「': '」',
  '『': '』',
  '"': '"',
  '”': '”',
}

const LETTER = /[\p{L}\p{N}]/u

/**
 * The quotations of a block, in order, without overlap, with their marks. One that is closed nowhere in its block goes
 * on to the block's end, as in a quotation of several paragraphs; an apostrophe neither opens nor closes one. What is
 * quoted within a quotation belongs to it.
 */
export function quotationsIn(text: string, { start, end }: Span): Span[] {
  const found: Span[] = []
  let from: number | null = null
  let closing = ''
  for (let at = start; at < end; at++) {
    const mark = text.charAt(at)
    if (from === null) {
      if (opens(text, at)) [from, closing] = [at, CLOSING[mark] ?? '']
    } else if (closing.includes(mark) && !isApostrophe(text, at)) {
      found.push({ start: from, end: at + 1 })
      from = null
    }
  }
  return from === null ? found : [...found, { start: from, end }]
}

/**
 * The first and the last of the blocks over which one quotation runs: each begins with its mark, and the last alone closes
 * it. Looked for among the next fifty in either direction.
 */
export function quotationOver(
  text: string,
  blocks: readonly Span[],
  at: number,
): { first: number; last: number } {
  let [first, last] = [at, at]
  while (at - first < MOST_BLOCKS && goesOn(text, blocks[first - 1], blocks[first])) first--
  while (last - at < MOST_BLOCKS && goesOn(text, blocks[last], blocks[last + 1])) last++
  return { first, last }
}

const MOST_BLOCKS = 50

function goesOn(text: string, block: Span | undefined, next: Span | undefined): boolean {
  if (!block || !next || !opens(text, next.start)) return false
  const last = quotationsIn(text, block).at(-1)
  if (!last || last.end < block.end) return false
  const closing = CLOSING[text.charAt(last.start)] ?? ''
  return last.end - last.start === 1 || !closing.includes(text.charAt(last.end - 1))
}

/** A mark that may open leans on what follows it; guillemets may stand apart, and corner brackets between letters. */
function opens(text: string, at: number): boolean {
  const [before, mark, after] = [text.charAt(at - 1), text.charAt(at), text.charAt(at + 1)]
  if (!CLOSING[mark]) return false
  if (/[「『]/.test(mark)) return true
  return !LETTER.test(before || ' ') && (/[«»]/.test(mark) || /\S/.test(after))
}

const isApostrophe = (text: string, at: number) =>
  /['’‘]/.test(text.charAt(at)) && LETTER.test(text.charAt(at + 1))
