import type { KeptItem, KeptPage } from '../kept-text'
import { type Line, linesInOrder, type Run, topOf } from './reading-order'

/** A page's text in the order of reading, a line each, with an empty line between paragraphs; a hyphen at a line's end is kept. */
export function pageText(
  runs: readonly Run[],
  size: { number: number; width: number; height: number },
): Omit<KeptPage, 'start'> {
  const items: KeptItem[] = []
  let text = ''
  let above: Line | null = null
  for (const line of linesInOrder(runs)) {
    text += above === null ? '' : isApart(above, line) ? '\n\n' : '\n'
    let last: Run | null = null
    for (const run of line) {
      if (last && isWordGap(last, run)) text += ' '
      const start = text.length
      text += run.text
      items.push({ start, end: text.length, ...boxOf(run, size) })
      last = run
    }
    above = line
  }
  return { ...size, text, items }
}

function isApart(above: Line, line: Line): boolean {
  const [height, before] = [line[0]?.height ?? 0, above[0]?.height ?? 0]
  const gap = topOf(line) - topOf(above)
  return gap < 0 || gap > Math.max(height, before) * 1.7 || Math.abs(height - before) > before * 0.2
}

/** A fifth of a letter's height is the least that is set between words. */
function isWordGap(last: Run, run: Run): boolean {
  if (/\s$/.test(last.text) || /^\s/.test(run.text)) return false
  const gap = Math.max(run.left - (last.left + last.width), last.left - (run.left + run.width))
  return gap > last.height * 0.2
}

function boxOf(run: Run, { width, height }: { width: number; height: number }) {
  return {
    left: fraction(run.left / width),
    top: fraction(run.top / height),
    width: fraction(run.width / width),
    height: fraction(run.height / height),
  }
}

const fraction = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1e5) / 1e5
