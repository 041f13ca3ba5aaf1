import type { Comment } from '../notes/document-notes'
import { childrenOf, elementsBelow, wordsOf, type XmlElement } from '../word/markup/xml'
import { plainWords } from './plain-words'

/** The comments of a text (ODF 1.3 part 3 §14.1), with what answers what and what is done as LibreOffice writes it. */
export class OdfComments {
  readonly all = new Map<string, Comment>()
  readonly #ids = new Map<XmlElement, string>()
  readonly #byName = new Map<string, string>()
  readonly #ranges = new Set<string>()

  constructor(text: XmlElement) {
    const found = [...elementsBelow(text)]
    for (const { name, attributes } of found) {
      if (name === 'office:annotation-end') this.#ranges.add(nameOf(attributes))
    }
    const annotations = found.filter(({ name }) => name === 'office:annotation')
    for (const [at, one] of annotations.entries()) {
      this.#ids.set(one, String(at))
      const name = nameOf(one.attributes)
      if (name !== '' && !this.#byName.has(name)) this.#byName.set(name, String(at))
    }
    for (const one of annotations) {
      const id = this.#ids.get(one) ?? ''
      const { attributes } = one
      const parent = attributes.get('loext:parent-name') ?? attributes.get('office:parent-name')
      this.all.set(id, {
        id,
        author: childrenOf(one, 'dc:creator').map(wordsOf).join('').trim(),
        at: childrenOf(one, 'dc:date').map(wordsOf).join('').trim(),
        text: plainWords(one),
        answers: (parent && this.#byName.get(parent)) ?? null,
        resolved:
          (attributes.get('loext:resolved') ?? attributes.get('office:resolved')) === 'true',
      })
    }
  }

  /** A comment's id, and whether it is on the words from here to its end and not only at this place. */
  at(annotation: XmlElement): { id: string; isRange: boolean } {
    const id = this.#ids.get(annotation) ?? ''
    return { id, isRange: this.#ranges.has(nameOf(annotation.attributes)) }
  }

  /** The comment that ends here. */
  endingAt({ attributes }: XmlElement): string | undefined {
    return this.#byName.get(nameOf(attributes))
  }
}

const nameOf = (attributes: ReadonlyMap<string, string>) => attributes.get('office:name') ?? ''
