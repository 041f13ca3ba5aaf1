import { type IRunOptions, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx'
import type { Words } from '../view/printed-words'
import { withoutNonCharacters } from '../view/xml-text'

/** What a stretch of words looks like, but for its direction, which the words themselves decide. */
export type Look = Omit<IRunOptions, 'children' | 'text' | 'break' | 'rightToLeft'>

/** What a paragraph looks like, but for its direction. */
export type Setting = Omit<
  ConstructorParameters<typeof Paragraph>[0] & object,
  'children' | 'text' | 'bidirectional'
>

/** Words as a paragraph of their own, in their own direction (`w:bidi`, ECMA-376 part 1, 17.3.1.6). */
export function paragraph({ text, dir }: Words, setting: Setting = {}, look: Look = {}): Paragraph {
  return new Paragraph({
    ...setting,
    bidirectional: dir === 'rtl',
    children: runs({ text, dir }, look),
  })
}

/**
 * Words as runs: letters that run from the right stand in runs that say so (`w:rtl`, 17.3.2.30), with what stands
 * between them, so that Word orders them as Unicode does. Line ends become breaks, and tabs tabs.
 */
export function runs({ text, dir }: Words, look: Look = {}): ParagraphChild[] {
  return withoutNonCharacters(text)
    .split('\n')
    .flatMap((line, index) => {
      const pieces = line === '' ? [{ text: '', rtl: dir === 'rtl' }] : directed(line, dir)
      return pieces.map(
        (piece, nth) =>
          new TextRun({
            ...look,
            rightToLeft: piece.rtl,
            ...(index > 0 && nth === 0 && { break: 1 }),
            children: piece.text
              .split('\t')
              .flatMap((part, at) => (at === 0 ? [part] : [new Tab(), part])),
          }),
      )
    })
}

/** Words cut where their direction turns. What is neither stays with the paragraph’s direction, or between two of a kind. */
export function directed(text: string, dir: Words['dir']): { text: string; rtl: boolean }[] {
  const other = dir === 'rtl' ? FROM_LEFT : FROM_RIGHT
  return text
    .split(other)
    .map((piece, index) => ({ text: piece, rtl: (dir === 'rtl') !== (index % 2 === 1) }))
    .filter((piece) => piece.text !== '')
}

const RIGHT =
  '\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Adlam}'
const FROM_RIGHT_LETTER = `(?=\\p{L})[${RIGHT}]`
const FROM_LEFT_LETTER = `(?=\\p{L})[^${RIGHT}]`
const FROM_RIGHT = new RegExp(
  `(${FROM_RIGHT_LETTER}(?:(?:(?!${FROM_LEFT_LETTER}).)*(?:${FROM_RIGHT_LETTER}|[\\p{M}\\p{Nd}]))?)`,
  'u',
)
const FROM_LEFT = new RegExp(
  `(${FROM_LEFT_LETTER}(?:(?:(?!${FROM_RIGHT_LETTER}).)*(?:${FROM_LEFT_LETTER}|[\\p{M}\\p{Nd}]))?)`,
  'u',
)
