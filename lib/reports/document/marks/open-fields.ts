import { wordsOf, type XmlElement } from '@/lib/importing/word/markup/xml'

interface Field {
  instruction: string
  isResult: boolean
}

/** The fields that are open while runs are read in their order (ECMA-376 part 1 §17.16.2). */
export class OpenFields {
  #open: readonly Field[] = []

  /** The fields that what comes next stands in, the outermost first. */
  get around(): readonly Field[] {
    return this.#open
  }

  read(element: XmlElement): void {
    if (element.name === 'w:instrText' || element.name === 'w:delInstrText') {
      const field = this.#open.at(-1)
      if (field && !field.isResult) field.instruction += wordsOf(element)
    } else if (element.name === 'w:fldChar') this.#turn(element.attributes.get('w:fldCharType'))
  }

  #turn(type: string | undefined): void {
    const field = this.#open.at(-1)
    if (type === 'begin') this.#open = [...this.#open, { instruction: '', isResult: false }]
    else if (type === 'separate' && field) field.isResult = true
    else if (type === 'end') this.#open = this.#open.slice(0, -1)
  }
}

/** Whether a field's result is its own words, that no program writes over: that of a link. */
export const keepsWords = ({ instruction }: { instruction: string }) =>
  /^\s*HYPERLINK\b/i.test(instruction)
