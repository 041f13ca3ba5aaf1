import type { DefaultTreeAdapterTypes } from 'parse5'

/**
 * A parsed page as plain objects. Unlike the tree of a browser it has no properties named by the page, so that
 * an `<input name=nextSibling>` is nothing but an input.
 */
export type Element = DefaultTreeAdapterTypes.Element
export type Node = DefaultTreeAdapterTypes.Node
export type Parent = DefaultTreeAdapterTypes.ParentNode

export const isElement = (node: Node): node is Element => 'tagName' in node
export const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode =>
  node.nodeName === '#text'

/** An element's name in lower case, with its prefix: Word writes `o:p`, which is no paragraph. */
export const nameOf = (element: Element) => element.tagName.toLowerCase()

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null
}

export const classOf = (element: Element) => attribute(element, 'class') ?? ''

/** An element's style as it is written; of a very long one the beginning. */
export const styleOf = (element: Element) => (attribute(element, 'style') ?? '').slice(0, 2_000)

/** A template's content hangs beside its children. */
export function childrenOf(node: Parent): readonly Node[] {
  return 'content' in node ? node.content.childNodes : node.childNodes
}

/** The elements and texts below a node in document order, itself left out. Not recursive, so no depth is too deep. */
export function* nodesBelow(root: Parent, enters: (element: Element) => boolean = () => true) {
  const stack = [...childrenOf(root)].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node
    if (!isElement(node) || !enters(node)) continue
    const children = childrenOf(node)
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at]
      if (child) stack.push(child)
    }
  }
}
