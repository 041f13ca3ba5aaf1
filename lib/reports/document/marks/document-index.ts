import {
  childOf,
  childrenOf,
  elementsBelow,
  wordsOf,
  type XmlElement,
} from '@/lib/importing/word/markup/xml'
import { OpenFields } from './open-fields'

/** Something in a run that is cut nowhere, or a `w:t`, which is cut between its characters. */
export interface Unit {
  element: XmlElement
  /** The words that it can be cut in; null: it is whole or not there. */
  words: string | null
  /** Where it begins in its carrier, whose every word is as long as its UTF-16 units and all else 1. */
  at: number
  length: number
  /** The codes of the fields whose result it stands in, the outermost first. */
  fields: readonly { instruction: string }[]
}

/** The outermost run around words; or what stands in its place that nothing may be put into. */
export interface Carrier {
  element: XmlElement
  /** All elements around it, the outermost first. */
  around: readonly XmlElement[]
  units: readonly Unit[]
  length: number
  /** Its place among the carriers of the document. */
  order: number
  isRun: boolean
}

/** Where words stand: a unit of a carrier, and whether they are its own or are somewhere within it. */
export interface Seat {
  carrier: Carrier
  unit: Unit
  isOwn: boolean
}

/** The runs of a document's part, found by where their words stand in its text. */
export class DocumentIndex {
  readonly carriers: Carrier[] = []
  /** A paragraph that holds something, for what is on no words. */
  paragraph: XmlElement | null = null
  readonly #seats = new Map<number, Seat>()
  readonly #fields = new OpenFields()

  constructor(root: XmlElement) {
    this.#walk(root, [], false)
  }

  /** Where the words of an element stand that begins there. */
  seatAt(start: number): Seat | undefined {
    return this.#seats.get(start)
  }

  #walk(parent: XmlElement, around: readonly XmlElement[], inParagraph: boolean): void {
    const inner = [...around, parent]
    for (const child of childrenOf(parent)) {
      if (inParagraph && isCarrier(child)) this.#carrier(child, inner)
      else if (child.name === 'w:p') {
        if (child.innerStart < child.end) this.paragraph ??= child
        this.#walk(child, inner, true)
      } else this.#walk(child, inner, inParagraph)
    }
  }

  #carrier(element: XmlElement, around: readonly XmlElement[]): void {
    const isRun = element.name === 'w:r'
    const units: Unit[] = []
    let length = 0
    for (const child of isRun ? childrenOf(element) : [element]) {
      if (child.name === 'w:rPr') continue
      const words = isRun && CUT.has(child.name) ? wordsOf(child) : ''
      const unit = {
        ...{ element: child, at: length, length: Math.max(1, words.length) },
        ...{ words: words === '' ? null : words, fields: this.#fields.around },
      }
      if (isRun) this.#fields.read(child)
      units.push(unit)
      length += unit.length
    }
    const order = this.carriers.length
    const carrier = { element, around, units, length, order, isRun }
    this.carriers.push(carrier)
    for (const unit of units) {
      this.#seats.set(unit.element.start, { carrier, unit, isOwn: isRun })
      for (const { start } of elementsBelow(unit.element)) {
        this.#seats.set(start, { carrier, unit, isOwn: false })
      }
    }
  }
}

const CUT = new Set(['w:t', 'w:delText'])

/** A run; or what a program fills or chooses between as a whole (ECMA-376 part 1 §17.5.2, part 3 §10.2.1). */
function isCarrier(element: XmlElement): boolean {
  if (element.name === 'w:r' || element.name === 'mc:AlternateContent') return true
  const properties = element.name === 'w:sdt' ? childOf(element, 'w:sdtPr') : undefined
  return childrenOf(properties ?? NOTHING).some(({ name }) => FILLED.has(name))
}

const NOTHING = { children: [] } as unknown as XmlElement

/** A content control with one of these is filled from elsewhere, or holds one of several values. */
const FILLED = new Set([
  ...['w:dataBinding', 'w15:dataBinding', 'w:dropDownList', 'w:comboBox', 'w:date'],
  ...['w:picture', 'w:equation', 'w:citation', 'w:bibliography'],
])
