import type { Change } from '../word/changes'
import { childOf, childrenOf, elementsBelow, wordsOf, type XmlElement } from '../word/markup/xml'

/** The tracked changes of a text (ODF 1.3 part 3 §5.5) by the ids by which it refers to them. */
export class OdfChanges {
  readonly #regions = new Map<string, XmlElement>()
  readonly #open: string[] = []

  constructor(text: XmlElement) {
    for (const one of elementsBelow(text)) {
      if (one.name !== 'text:changed-region') continue
      const { attributes } = one
      for (const id of [attributes.get('text:id'), attributes.get('xml:id')])
        if (id) this.#regions.set(id, one)
    }
  }

  begin(id: string): void {
    this.#open.push(id)
  }

  end(id: string): void {
    const at = this.#open.lastIndexOf(id)
    if (at >= 0) this.#open.splice(at, 1)
  }

  /** The change that what is read now is: the one that began last, of those that are of words. */
  get current(): Change | null {
    for (const id of this.#open.toReversed()) {
      const region = this.#regions.get(id)
      const change = region && changeOf(region)
      if (change) return change
    }
    return null
  }

  /** The paragraphs that were taken out at a place that refers to them, with whose change it is. */
  deleted(id: string): { change: Change; paragraphs: XmlElement[] } | null {
    const content = childOf(this.#regions.get(id), 'text:deletion')
    if (!content) return null
    const paragraphs = [...elementsBelow(content)].filter(({ name }) => /^text:[ph]$/.test(name))
    return { change: { kind: 'deleted', by: authorOf(content) }, paragraphs }
  }
}

function changeOf(region: XmlElement): Change | null {
  const [insertion, deletion] = [
    childOf(region, 'text:insertion'),
    childOf(region, 'text:deletion'),
  ]
  const element = insertion ?? deletion
  return element ? { kind: insertion ? 'inserted' : 'deleted', by: authorOf(element) } : null
}

function authorOf(change: XmlElement): string {
  const info = childOf(change, 'office:change-info')
  return info ? childrenOf(info, 'dc:creator').map(wordsOf).join('').trim() : ''
}
