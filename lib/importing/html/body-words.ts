import { isCommentMark, isOwnWayBack } from './notes'
import { asideOf, isBlock, isUnseen } from './page/elements'
import { attribute, type Element, isElement, nameOf, nodesBelow } from './page/tree'
import { stepsThrough } from './page/walk'

/** The words of a note or comment in lines, without its own mark and its ways back to the text. */
export function bodyWords(body: Element): string {
  const parts: string[] = []
  const enters = (one: Element) =>
    !isUnseen(one) && asideOf(one) === null && !isOwnWayBack(one) && !isCommentMark(one)
  for (const step of stepsThrough(body, (one) => one === body || enters(one))) {
    if ('text' in step) parts.push(step.text.replace(/\s+/g, ' '))
    else {
      const element = 'opens' in step ? step.opens : step.closes
      if (isBlock(element) || nameOf(element) === 'br') parts.push('\n')
    }
  }
  return parts
    .join('')
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
    .replace(OWN_MARK, '')
    .replace(WAYS_BACK, '')
    .trim()
}

/** The mark that a note repeats before its words, and the arrows back after them. */
const OWN_MARK = /^(?:\[[^[\]\s]{1,40}\]|\^)\s*/
const WAYS_BACK = /(?:\s|↩|↑|⤴|⏎|\ufe0e|\ufe0f)+$/u

/** The addresses of pages that a note leads to. */
export const linksIn = (body: Element): string[] =>
  [...nodesBelow(body)].flatMap((one) => {
    const address = isElement(one) && nameOf(one) === 'a' ? attribute(one, 'href')?.trim() : null
    return address && /^https?:\/\/\S+$/i.test(address) && !isOwnWayBackAddress(address)
      ? [address]
      : []
  })

const isOwnWayBackAddress = (address: string) =>
  /#(?:cmnt_ref|_msoanchor|_ftnref|ftnt_ref|fnref|cite_ref)/i.test(address)
