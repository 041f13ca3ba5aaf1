import type { Report } from '@/lib/domain/report/schema'
import type { Span } from '@/lib/domain/text/blocks'
import type { Fact } from '../../view/claim-entry'
import type { Remark } from './annotations'
import { initialsOf } from './initials'

/** Something that somebody says; lines without words are left out. */
export function remark(author: string, at: string, lines: readonly string[]): Remark {
  const paragraphs = lines.filter((line) => line.trim() !== '')
  return { author, at, initials: initialsOf(author), paragraphs }
}

/** What a report prints beside a label, as a line. */
export function lineOf({ label, value, voice }: Fact): string {
  return `${label}: ${voice === 'article' ? `“${value.text}”` : value.text}`
}

/** Where words stand in a report's text, of those places that may be known; null where they do not. */
export function placeIn(report: Report, places: readonly (Span | null | undefined)[]): Span | null {
  const isThere = (span: Span | null | undefined): span is Span =>
    !!span &&
    span.start < span.end &&
    span.end <= report.text.length &&
    report.text.slice(span.start, span.end).trim() !== ''
  const found = places.find(isThere)
  return found ? { start: found.start, end: found.end } : null
}

/** What is on words that the text does not have, or has more than once, hangs on its first block, and names them. */
export function elsewhere({ blocks, text }: Report, words: string): { span: Span; line: string } {
  const first = blocks.find(({ start, end }) => text.slice(start, end).trim() !== '')
  const span = { start: first?.start ?? 0, end: first?.end ?? text.length }
  return { span, line: `On “${words}”, which has no certain place in this text.` }
}
