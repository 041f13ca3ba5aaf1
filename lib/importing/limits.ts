import { Refusal } from '../domain/refusal'
import { type Block, LONGEST_TEXT } from '../domain/text/blocks'
import { MOST_BLOCKS } from '../domain/text/problems'
import type { SourceKind } from './read-file'

/** The longest source that is read, in UTF-16 units: markup may be several times as long as its words. */
const LONGEST = {
  text: 2.5 * LONGEST_TEXT,
  markdown: 2.5 * LONGEST_TEXT,
  html: 5 * LONGEST_TEXT,
  ninjs: 5 * LONGEST_TEXT,
}

/** Refuses by its size alone what could be no article, before it is read. */
export function refuseTooLarge(kind: SourceKind, content: string): void {
  if (content.length > LONGEST[kind]) throw tooLong(content.length)
  const isMarkup = kind === 'html' || kind === 'ninjs'
  const least = isMarkup ? 0 : count(content, PARTS[kind], MOST_BLOCKS)
  if (least > MOST_BLOCKS) throw tooMany()
}

/** Refuses blocks that are far too many or too long to be looked at. A text that is a little too long can be cut. */
export function refuseTooMany(blocks: readonly Block[]): void {
  if (blocks.length > MOST_BLOCKS) throw tooMany()
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0)
  if (length > LONGEST.text) throw tooLong(length)
}

/** What is a block of its own whatever stands around it. */
const PARTS = {
  text: /[^\s][ \t]*(?:\r\n?|\n|[\u2028\u2029])[ \t]*(?:\r\n?|\n|[\u2028\u2029])/g,
  markdown: /^ {0,3}(?:[-*+]|\d{1,9}[.)]|#{1,6})[ \t]+\S/gm,
}

function count(text: string, pattern: RegExp, enough: number): number {
  let found = 0
  for (const _ of text.matchAll(pattern)) if (++found > enough) break
  return found
}

function tooLong(length: number): Refusal {
  return new Refusal(
    'invalid',
    `This has ${millions(length)} characters; an article may have ${LONGEST_TEXT.toLocaleString('en')}. Bring in the article alone, or in parts.`,
  )
}

function tooMany(): Refusal {
  return new Refusal(
    'invalid',
    `This has more than ${MOST_BLOCKS.toLocaleString('en')} paragraphs, items and headings, which is the most that an article may have. Bring in the article alone, or in parts.`,
  )
}

const millions = (length: number) =>
  `${(length / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} million`
