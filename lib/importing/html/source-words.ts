import { isUnseen } from './page/elements'
import { attribute, type Element, nameOf, type Parent } from './page/tree'
import { stepsThrough } from './page/walk'
import type { Parting } from './parting'
import { literalTag } from './unknown-tags'

/** The letters and digits of a page as it would be read by somebody who sees all of it, hidden things too. */
export function sourceWordsOf(root: Parent, source: string, parts: Parting): string {
  const words: string[] = []
  for (const step of stepsThrough(root, (element) => !isUnseen(element))) {
    if ('text' in step) {
      words.push(step.text)
      continue
    }
    const element = 'opens' in step ? step.opens : step.closes
    if (parts(element)) words.push(' ')
    const tag = 'opens' in step ? literalTag(element, source) : null
    if (tag) words.push(` ${tag} `)
    if ('opens' in step) words.push(shownInstead(element))
  }
  return words.join('')
}

/** What a picture or a field shows. */
export function shownInstead(element: Element): string {
  if (nameOf(element) === 'img') return ` ${attribute(element, 'alt') ?? ''} `
  const isShown = nameOf(element) === 'input' && attribute(element, 'type') !== 'hidden'
  return isShown ? ` ${attribute(element, 'value') ?? ''} ` : ''
}
