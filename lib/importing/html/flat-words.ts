import { type ClassLooks, heightOf } from './looks'
import { isPlain, isUnseen } from './page/elements'
import { type Element, isElement, isText, nodesBelow } from './page/tree'
import { stepsThrough } from './page/walk'

/** All words below an element in one line, with a space wherever more than plain elements part them. */
export function flatWords(element: Element): string {
  const parts: string[] = []
  for (const step of stepsThrough(element, (one) => !isUnseen(one))) {
    if ('text' in step) parts.push(step.text)
    else if (!isPlain('opens' in step ? step.opens : step.closes)) parts.push(' ')
  }
  return oneLine(parts.join(''))
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

export const oneLine = (text: string) => text.replace(/[ \t\n\r\f\u00a0]+/g, ' ').trim()
