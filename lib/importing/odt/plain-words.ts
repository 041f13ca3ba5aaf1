import { isElement, type XmlElement } from '../word/markup/xml'

/** The words below an element in lines, a line a paragraph, without the notes and comments that hang on them. */
export function plainWords(parent: XmlElement): string {
  let text = ''
  const walk = (around: XmlElement) => {
    for (const one of around.children) {
      if (!isElement(one)) {
        if (WORDS_IN.test(around.name)) text += one.replace(/\s+/g, ' ')
      } else if (one.name === 'text:s') text += spaces(one)
      else if (one.name === 'text:tab') text += ' '
      else if (one.name === 'text:line-break') text += '\n'
      else if (!ASIDE.has(one.name)) {
        if (/^text:[ph]$/.test(one.name)) text += '\n'
        walk(one)
      }
    }
  }
  walk(parent)
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** Between blocks there is only white space that the file was laid out with. */
const WORDS_IN = /^(?!text:(?:list|section)|office:|table:)/

/** What hangs on words and is read for itself, or says something of the document and is no text. */
const ASIDE = new Set([
  'office:annotation',
  'text:note',
  'text:tracked-changes',
  'dc:creator',
  'dc:date',
  'meta:creator-initials',
  'meta:date-string',
  'loext:sender-initials',
  'svg:title',
  'svg:desc',
])

/** How many spaces an element stands for: `text:s` is one where it does not say (ODF 1.3 part 3 §6.1.3). */
export function spaces({ attributes }: XmlElement): string {
  const count = Number(attributes.get('text:c') ?? 1)
  return ' '.repeat(Math.min(Math.max(1, count || 1), MOST_SPACES))
}

const MOST_SPACES = 1_000
