import type { DefaultTreeAdapterTypes } from 'parse5'

/** A parsed page as plain objects: nothing in it runs, and no property is named by the page. */
export type Element = DefaultTreeAdapterTypes.Element
export type Node = DefaultTreeAdapterTypes.ChildNode
export type Parent = DefaultTreeAdapterTypes.ParentNode
export type Page = DefaultTreeAdapterTypes.Document

export const isElement = (node: Node): node is Element => 'tagName' in node
export const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode =>
  node.nodeName === '#text'

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null
}

/** What a page calls an element: its class and id, in lower case. */
export function labelOf(element: Element): string {
  if (element.attrs.length === 0) return ''
  return `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`.toLowerCase()
}

/** The elements below a node in document order, itself left out. Not recursive, so no depth is too deep. */
export function* elementsBelow(root: Parent): Generator<Element> {
  const stack: Node[] = [...root.childNodes].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue
    yield node
    for (let at = node.childNodes.length - 1; at >= 0; at--) {
      const child = node.childNodes[at]
      if (child) stack.push(child)
    }
  }
}

/** The words below a node on one line. */
export function wordsOf(root: Parent): string {
  const parts: string[] = []
  const stack: Node[] = [...root.childNodes].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isText(node)) parts.push(node.value)
    if (isElement(node)) stack.push(...[...node.childNodes].reverse())
  }
  return oneLine(parts.join(''))
}

export const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
