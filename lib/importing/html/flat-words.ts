import { isBlock, isUnseen } from './elements'
import { type ClassLooks, heightOf } from './looks'
import { type Element, isElement, isText, nameOf, nodesBelow } from './tree'

/** All words below an element in one line, whatever they are; a space stands where blocks part them. */
export function flatWords(element: Element): string {
  const parts: string[] = []
  for (const node of nodesBelow(element, (one) => !isUnseen(one))) {
    if (isText(node)) parts.push(node.value)
    else if (isElement(node) && (isBlock(node) || nameOf(node) === 'br')) parts.push(' ')
  }
  return oneLine(parts.join('')) || oneLine(shownValue(element))
}

/**
 * The words of a raised or lowered element, without those that are to be skipped; what is raised in it once more keeps
 * its own mark.
 */
export function raisedWords(
  element: Element,
  looks: ClassLooks,
  skips: (element: Element) => boolean,
): string {
  const parts: string[] = []
  const enters = (one: Element) => !isUnseen(one) && !heightOf(one, looks) && !skips(one)
  for (const node of nodesBelow(element, enters)) {
    if (isText(node)) parts.push(node.value)
    const height = isElement(node) ? heightOf(node, looks) : null
    if (height && isElement(node)) {
      parts.push(`${height === 'raised' ? '^' : '_'}${bracketed(flatWords(node))}`)
    }
  }
  return oneLine(parts.join(''))
}

/** Written with its mark, whether or not Unicode has a form. */
const bracketed = (words: string) => (/^[\p{L}\p{N}]$/u.test(words) ? words : `(${words})`)

/** What a button or a filled field shows. */
function shownValue(element: Element): string {
  const shows = nameOf(element) === 'input'
  return (shows && element.attrs.find(({ name }) => name === 'value')?.value) || ''
}

export const oneLine = (text: string) => text.replace(/[ \t\n\r\f\u00a0]+/g, ' ').trim()
