import { childrenOf, type Element, isElement, isText, type Parent } from './tree'

export type Step = { opens: Element } | { closes: Element } | { text: string }

/** Says whether to go into an element: `false` takes it and all below for read. */
type Enters = (element: Element) => boolean

/** Walks below a node in document order, and only into what it is let into. Not recursive, so no depth is too deep. */
export function* stepsThrough(root: Parent, enters: Enters): Generator<Step> {
  const stack: { element: Element | null; children: ReturnType<typeof childrenOf>; at: number }[] =
    [{ element: null, children: childrenOf(root), at: 0 }]
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const node = top.children[top.at++]
    if (!node) {
      stack.pop()
      if (top.element) yield { closes: top.element }
    } else if (isText(node)) {
      yield { text: node.value }
    } else if (isElement(node) && enters(node)) {
      yield { opens: node }
      stack.push({ element: node, children: childrenOf(node), at: 0 })
    }
  }
}
