import { type ItemNumbers, ListNumbering } from '../word/list-numbering'
import { make } from '../word/made/make-element'
import { childrenOf, type XmlElement } from '../word/markup/xml'
import type { Numbering } from '../word/styles'
import type { OdfStyles } from './styles'

/**
 * The lists of an OpenDocument (ODF 1.3 part 3 §5.3): each counts for itself, unless it says that it goes on with another.
 * Gives each a number of its own in a numbering of WordprocessingML.
 */
export class OdfLists {
  readonly #styles: OdfStyles
  readonly #numbering = make('w:numbering')
  readonly #byId = new Map<string, string>()
  readonly #byStyle = new Map<string, string>()
  #count = 0

  constructor(styles: OdfStyles) {
    this.#styles = styles
  }

  /** The list that begins here, in a kind of list that is named on it or around it. */
  begin(list: XmlElement, style: string): string {
    const { attributes } = list
    const other = attributes.get('text:continue-list')
    const goesOn = /^true$/.test(attributes.get('text:continue-numbering') ?? '')
    const id =
      (other !== undefined && this.#byId.get(`${other} ${style}`)) ||
      (goesOn && this.#byStyle.get(style)) ||
      this.#make(this.#styles.lists.get(style))
    this.#byId.set(`${attributes.get('xml:id')} ${style}`, id)
    this.#byStyle.set(style, id)
    return id
  }

  /** The list that counts on from a number at one of its levels. */
  from(start: number, level: number, style: string): string {
    return this.#make(this.#styles.lists.get(style), { start, level })
  }

  /** The one list that all headings are items of; null where they have no numbers. */
  get headings(): string | null {
    const { outline } = this.#styles
    const isNumbered =
      outline && childrenOf(outline).some((one) => one.attributes.get('style:num-format'))
    if (!isNumbered) return null
    const known = this.#byId.get(HEADINGS) ?? this.#make(outline)
    this.#byId.set(HEADINGS, known)
    return known
  }

  /** Counts the items of all lists that have begun. */
  numbers(): ItemNumbers {
    let counted: ListNumbering | null = null
    return {
      next: (place: Numbering) => {
        counted ??= new ListNumbering(this.#numbering)
        return counted.next(place)
      },
    }
  }

  #make(style: XmlElement | undefined, from?: { start: number; level: number }): string {
    const id = String(++this.#count)
    const levels = style ? childrenOf(style).map((one) => levelOf(one, from)) : []
    this.#numbering.children.push(
      make('w:abstractNum', { 'w:abstractNumId': id }, levels),
      make('w:num', { 'w:numId': id }, [make('w:abstractNumId', { 'w:val': id })]),
    )
    return id
  }
}

const HEADINGS = ' headings'

function levelOf(one: XmlElement, from?: { start: number; level: number }): XmlElement {
  const { attributes } = one
  const level = Number(attributes.get('text:level') ?? 1) - 1
  const format = /number|outline/.test(one.name)
    ? FORMATS.get(attributes.get('style:num-format') ?? '')
    : undefined
  const start =
    from?.level === level ? String(from.start) : (attributes.get('text:start-value') ?? '1')
  return make('w:lvl', { 'w:ilvl': String(level) }, [
    make('w:start', { 'w:val': start }),
    make('w:numFmt', { 'w:val': format ?? 'none' }),
    make('w:lvlText', { 'w:val': textOf(attributes, level) }),
  ])
}

/** A level's number with the signs around it and the levels above it: `%1.%2)`. */
function textOf(attributes: ReadonlyMap<string, string>, level: number): string {
  const whole = attributes.get('style:num-list-format') ?? attributes.get('loext:num-list-format')
  if (whole !== undefined) return whole.replace(/%(\d+)%/g, '%$1').trim()
  const shown = Math.min(Number(attributes.get('text:display-levels') ?? 1) || 1, level + 1)
  const levels = Array.from({ length: shown }, (_, at) => `%${level + 2 - shown + at}`)
  return `${attributes.get('style:num-prefix') ?? ''}${levels.join('.')}${attributes.get('style:num-suffix') ?? ''}`
}

const FORMATS = new Map([
  ['1', 'decimal'],
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
])
