import { attribute, type Element, elementsBelow, type Page } from './tree'

/** How an element is known again after its page was written down, cleaned and read by others. */
const NUMBER = 'data-stet-number'

/** Gives every element of a page its number, from 0, and the elements by their numbers. */
export function numberElements(page: Page): Element[] {
  const elements = [...elementsBelow(page)]
  for (const [number, element] of elements.entries()) {
    element.attrs = element.attrs.filter(({ name }) => name !== NUMBER)
    element.attrs.push({ name: NUMBER, value: `${number}` })
  }
  return elements
}

/** An element's number; null for one that somebody put in. */
export function numberOf(element: Element): number | null {
  const said = attribute(element, NUMBER)
  return said !== null && /^\d{1,9}$/.test(said) ? Number(said) : null
}

/** Takes the numbers off again. */
export function forgetNumbers(elements: readonly Element[]): void {
  for (const element of elements) {
    element.attrs = element.attrs.filter(({ name }) => name !== NUMBER)
  }
}
