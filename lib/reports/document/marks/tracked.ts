import { childOf, childrenOf, type XmlElement } from '@/lib/importing/word/markup/xml'
import { openingTag } from '../parts/naming'
import { spliced } from '../parts/splices'
import { escaped, quoted, secondsOf } from '../parts/xml-words'
import type { DocumentChange } from '../results/annotations'
import type { Carrier } from './document-index'

/** Says of a tracked change whose it is and when it was made (ECMA-376 part 1 §17.13.5). */
export function trackedBy(
  { author, at }: Pick<DocumentChange, 'author' | 'at'>,
  { id, prefix }: { id: number; prefix: string },
): string {
  return ` ${prefix}:id="${id}" ${prefix}:author="${quoted(author)}" ${prefix}:date="${secondsOf(at)}"`
}

/** A run of words that looks like another run. */
export function runLike(
  carrier: Carrier,
  words: string,
  { text, prefix }: { text: string; prefix: string },
): string {
  const content = words.split(/(\n|\t)/).flatMap((piece) => {
    if (piece === '\n') return [`<${prefix}:br/>`]
    if (piece === '\t') return [`<${prefix}:tab/>`]
    return piece === '' ? [] : [wordsElement(`${prefix}:`, 't', piece)]
  })
  return `<${prefix}:r>${lookOf(carrier, text)}${content.join('')}</${prefix}:r>`
}

/** Words as an element whose name begins with this prefix, with its colon. */
export function wordsElement(prefix: string, name: 't' | 'delText', words: string): string {
  return `<${prefix}${name} xml:space="preserve">${escaped(words)}</${prefix}${name}>`
}

/**
 * A run's properties as they are written, without the change that somebody tracked in them, and not raised or lowered:
 * words of the text are written as they are to be read.
 */
function lookOf({ element }: Carrier, text: string): string {
  const properties = childOf(element, 'w:rPr')
  if (!properties) return ''
  const left = childrenOf(properties).filter(({ name }) => LEFT_OUT.has(name))
  const cut = left.map(({ start, end }) => ({ at: start, until: end, text: '' }))
  const { start, end } = properties
  const around = [
    { at: 0, until: start, text: '' },
    { at: end, until: text.length, text: '' },
  ]
  return spliced(text, [...around, ...cut])
}

const LEFT_OUT = new Set(['w:rPrChange', 'w:vertAlign'])

/** An opening tag with another id: of one change that is parted, each part has its own. */
export function openedAgain(element: XmlElement, text: string, id: number): string {
  return openingTag(text, element).replace(/(\s[^\s:=]+:id\s*=\s*)(["'])[^"']*\2/, `$1"${id}"`)
}
