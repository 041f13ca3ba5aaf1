import {
  Bookmark,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { type Standing, type Words, words } from '../view/printed-words'
import { runs } from './runs'
import { UNDERLINES } from './styles'

const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const

export function heading(level: 1 | 2 | 3, children: string | Words | ParagraphChild[]): Paragraph {
  const given = typeof children === 'string' ? words(children) : children
  const isWords = 'text' in given
  return new Paragraph({
    heading: LEVELS[level - 1],
    bidirectional: isWords && given.dir === 'rtl',
    children: isWords ? runs(given) : given,
  })
}

/** A claim's number as the place that links lead to; Word takes letters, digits and underscores in its name. */
export const numberHere = (number: string): ParagraphChild =>
  new Bookmark({ id: placeOf(number), children: [new TextRun(number)] })

/** A claim's number as a link to its entry. */
export const numberLink = (number: string, look: object = {}): ParagraphChild =>
  new InternalHyperlink({
    anchor: placeOf(number),
    children: [new TextRun({ ...look, text: number })],
  })

const placeOf = (number: string) => `claim_${number.replace(/[^A-Za-z0-9]/g, '_')}`

/** A status as its word, underlined as the text underlines it. */
export const sample = ({ status, word }: Standing): ParagraphChild =>
  new TextRun({ ...UNDERLINES[status], text: word })

export const plain = (text: string, look: object = {}): ParagraphChild =>
  new TextRun({ ...look, text })
