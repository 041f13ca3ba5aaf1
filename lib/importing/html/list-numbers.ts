import { writtenNumber } from '../places/written-number'
import { attribute, childrenOf, type Element, isElement, nameOf, styleOf } from './page/tree'

interface OpenList {
  /** Null for a list without numbers. */
  next: number | null
  step: 1 | -1
  type: string
}

/** Counts the items of open lists, as HTML §4.4.5 has it: with their start, their own values, and backwards. */
export class ListNumbers {
  #lists: OpenList[] = []

  opens(list: Element): void {
    const isNumbered = nameOf(list) === 'ol' && !hasNoStyle(list)
    const isReversed = attribute(list, 'reversed') !== null
    const usual = isReversed ? childrenOf(list).filter(isItem).length : 1
    this.#lists.push({
      next: isNumbered ? (wholeNumber(attribute(list, 'start')) ?? usual) : null,
      step: isReversed ? -1 : 1,
      type: typeOf(list) ?? '1',
    })
  }

  closes(): void {
    this.#lists.pop()
  }

  /** The number that stands before this item, or null where none does. */
  of(item: Element): string | null {
    const list = this.#lists.at(-1)
    if (!list || list.next === null) return null
    const number = wholeNumber(attribute(item, 'value')) ?? list.next
    list.next = number + list.step
    if (hasNoStyle(item)) return null
    return writtenNumber(number, typeOf(item) ?? list.type) + (attribute(item, 'data-after') ?? '.')
  }
}

const isItem = (node: Parameters<typeof isElement>[0]) => isElement(node) && nameOf(node) === 'li'

function wholeNumber(value: string | null): number | null {
  const number = /^\s*([-+]?\d{1,9})/.exec(value ?? '')?.[1]
  return number === undefined ? null : Number(number)
}

const listStyle = (element: Element) =>
  /(?:^|;)\s*list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(styleOf(element))?.[1]?.toLowerCase()

const hasNoStyle = (element: Element) =>
  /^(?:none|disc|circle|square)$/.test(listStyle(element) ?? '')

function typeOf(element: Element): string | null {
  const type = attribute(element, 'type')
  if (type && /^[1aAiI]$/.test(type)) return type
  return STYLES.get(listStyle(element) ?? '') ?? null
}

const STYLES = new Map([
  ['decimal', '1'],
  ['lower-alpha', 'a'],
  ['lower-latin', 'a'],
  ['upper-alpha', 'A'],
  ['upper-latin', 'A'],
  ['lower-roman', 'i'],
  ['upper-roman', 'I'],
])
