import { isBlock, isUnseen } from './elements'
import { attribute, type Element, nameOf, type Parent } from './tree'
import { literalTag } from './unknown-tags'
import { stepsThrough } from './walk'

/**
 * The letters and digits of a page as it would be read by somebody who sees all of it, hidden things too. Only plain
 * elements within a line leave a word whole; at every other one it ends.
 */
export function sourceWordsOf(document: Parent, source: string): string {
  const parts: string[] = []
  for (const step of stepsThrough(document, (element) => !isUnseen(element))) {
    if ('text' in step) {
      parts.push(step.text)
      continue
    }
    const element = 'opens' in step ? step.opens : step.closes
    if (!PLAIN.has(nameOf(element)) || isBlock(element)) parts.push(' ')
    const tag = 'opens' in step ? literalTag(element, source) : null
    if (tag) parts.push(` ${tag} `)
    if ('opens' in step) parts.push(shownInstead(element))
  }
  return parts.join('')
}

/** What a picture or a field shows. */
function shownInstead(element: Element): string {
  if (nameOf(element) === 'img') return ` ${attribute(element, 'alt') ?? ''} `
  return nameOf(element) === 'input' ? ` ${attribute(element, 'value') ?? ''} ` : ''
}

const PLAIN = new Set(
  `a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark nobr samp span strong time tt u
  var wbr`.split(/\s+/),
)
