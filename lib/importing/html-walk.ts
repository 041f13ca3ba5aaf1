import { isSkipped } from './html-elements'

export type Step = { opens: Element } | { closes: Element } | { text: string }

/** Walks what a reader would see below a node, in document order. Not recursive, so no depth is too deep. */
export function* stepsThrough(root: Node): Generator<Step> {
  let node: Node | null = root.firstChild
  while (node) {
    if (node.nodeType === TEXT) yield { text: node.nodeValue ?? '' }
    if (isElement(node) && !isSkipped(node)) {
      yield { opens: node }
      if (node.firstChild) {
        node = node.firstChild
        continue
      }
      yield { closes: node }
    }
    while (node && !node.nextSibling) {
      node = node.parentNode
      if (!node || node === root) return
      if (isElement(node)) yield { closes: node }
    }
    node = node?.nextSibling ?? null
  }
}

/** Node.ELEMENT_NODE and Node.TEXT_NODE of the DOM standard. */
const ELEMENT = 1
const TEXT = 3

const isElement = (node: Node): node is Element => node.nodeType === ELEMENT
