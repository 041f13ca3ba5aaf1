import { defaultTreeAdapter, html } from 'parse5'
import type { BlockKind } from '@/lib/domain/text/blocks'
import { isBlock, isUnseen, kindOf } from '@/lib/importing/html/page/elements'
import type { Known } from '@/lib/importing/html/page-reader'
import type { FoundArticle } from '../extract-article'
import { numberOf } from '../numbered'
import {
  type Element,
  elementsBelow,
  isElement,
  isText,
  type Node,
  type Page,
  wordsOf,
} from '../tree'

/**
 * Says of the elements of a page whose are the blocks that were found to be its article's, with its headline, its dek and
 * the captions that stand among them, and which are none of it. Words that stand loose beside blocks get an element.
 */
export function markArticle(
  page: Page,
  elements: readonly Element[],
  { article, head, body, captions }: FoundArticle,
): Known & { hasHeadline: boolean } {
  const kinds = new Map<Element, BlockKind>()
  const whole = new Set<Element>()
  const loose = new Set<Element>()
  const take = (at: number | null, kind: BlockKind | null = null, isLoose = false) => {
    const element = at === null ? undefined : elements[at]
    if (!element) return
    if (isLoose) loose.add(innermost(element))
    else whole.add(element)
    if (kind) kinds.set(element, kind)
  }
  for (const { at, isLoose } of body) take(at, null, isLoose)
  const headline = headlineIn(elements, article.title ?? '')
  if (headline) take(numberOf(headline), 'headline')
  const area = around([...whole, ...loose])
  const dek = area && dekIn(elements, area, article.excerpt ?? '')
  if (dek && !whole.has(dek) && dek !== headline) take(numberOf(dek), 'dek')
  for (const { at } of captions) {
    const element = at === null ? undefined : elements[at]
    if (element && area && isWithin(element, area)) take(at, 'caption')
  }
  const outside = new Set<Element>()
  const dropped = new Set(head.map(({ at }) => at))
  leaveOut(page, { whole, loose, dropped, outside, has: holders([...whole, ...loose]) })
  return { outside, kinds, hasHeadline: headline !== null }
}

/** An element that holds nothing but another one was taken for that one. */
function innermost(element: Element): Element {
  let inner = element
  for (;;) {
    const [only, ...others] = inner.childNodes.filter((node) => !isText(node) || hasWords(node))
    if (!only || others.length > 0 || !isElement(only) || !isBlock(only)) return inner
    inner = only
  }
}

/** A heading that says the page's title, else the only first-level heading if it may be one. */
function headlineIn(elements: readonly Element[], title: string): Element | null {
  const headings = elements.filter(({ tagName }) => tagName === 'h1' || tagName === 'h2')
  const same = headings.find((one) => isSame(wordsOf(one), title))
  if (same) return same
  const [only, another] = headings.filter(({ tagName }) => tagName === 'h1')
  return only && !another && wordsOf(only).split(' ').length >= LEAST_WORDS ? only : null
}

/** What the page calls its dek, or a line that says what the page is about in its data. */
function dekIn(elements: readonly Element[], area: Element, excerpt: string): Element | null {
  const isDek = (one: Element) =>
    /^(?:p|h[2-4])$/.test(one.tagName) && (kindOf(one) === 'dek' || isSame(wordsOf(one), excerpt))
  return elements.find((one) => isDek(one) && isWithin(one, area)) ?? null
}

/** The name of a site is shorter. */
const LEAST_WORDS = 4

const isSame = (some: string, other: string) =>
  folded(some) === folded(other) && folded(some) !== ''
const folded = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

const parentOf = (element: Element) =>
  element.parentNode && isElement(element.parentNode as Node)
    ? (element.parentNode as Element)
    : null

function ancestorsOf(element: Element): Element[] {
  const found: Element[] = []
  for (let one: Element | null = element; one; one = parentOf(one)) found.push(one)
  return found
}

/** The smallest element around all of these. */
function around(elements: readonly Element[]): Element | null {
  const [first, ...others] = elements
  const sets = others.map((one) => new Set(ancestorsOf(one)))
  return first
    ? (ancestorsOf(first).find((one) => sets.every((set) => set.has(one))) ?? null)
    : null
}

const isWithin = (element: Element, area: Element) => ancestorsOf(element).includes(area)

/** These elements and all around them. */
const holders = (elements: readonly Element[]) => new Set(elements.flatMap(ancestorsOf))

interface Marking {
  /** Elements that are the article's with all that is in them, and those of which only loose words are. */
  whole: ReadonlySet<Element>
  loose: ReadonlySet<Element>
  /** The numbers of those that were found to stand around it, wherever they are. */
  dropped: ReadonlySet<number | null>
  outside: Set<Element>
  has: ReadonlySet<Element>
}

/** What has nothing of the article in it is left out, and so are words between, unless they are found to be the article's. */
function leaveOut(parent: Page | Element, marking: Marking): void {
  const { whole, loose, outside, has } = marking
  const isLoose = isElement(parent as Node) && loose.has(parent as Element)
  let between: Node[] = []
  const finish = () => {
    if (!isLoose && between.some(hasWords)) outside.add(wrapped(between))
    between = []
  }
  for (const child of [...parent.childNodes]) {
    if (isText(child)) between.push(child)
    if (!isElement(child) || isUnseen(child)) continue
    if (whole.has(child)) {
      finish()
      leaveOutDropped(child, marking)
    } else if (has.has(child)) {
      finish()
      leaveOut(child, marking)
    } else if (isBlock(child) || isAlone(child)) {
      finish()
      outside.add(child)
    } else {
      between.push(child)
    }
  }
  finish()
}

/** The head and the foot of a page stand in no line of words. */
const isAlone = ({ tagName }: Element) => tagName === 'head' || tagName === 'body'

function leaveOutDropped(element: Element, { dropped, outside, has }: Marking): void {
  for (const one of elementsBelow(element)) {
    if (!has.has(one) && dropped.has(numberOf(one)) && isBlock(one)) outside.add(one)
  }
}

const hasWords = (node: Node) =>
  isText(node) ? node.value.trim() !== '' : isElement(node) && wordsOf(node) !== ''

/** Nodes that stand one after the other, in an element of their own. */
function wrapped(nodes: readonly Node[]): Element {
  const [first] = nodes
  const around = defaultTreeAdapter.createElement('span', html.NS.HTML, [])
  const parent = first?.parentNode
  if (!first || !parent) return around
  defaultTreeAdapter.insertBefore(parent, around, first)
  for (const node of nodes) {
    defaultTreeAdapter.detachNode(node)
    defaultTreeAdapter.appendChild(around, node)
  }
  return around
}
