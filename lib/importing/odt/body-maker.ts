import type { Change } from '../word/changes'
import { beginField, endField, make, paragraphProperties } from '../word/made/make-element'
import { childrenOf, elementsBelow, type XmlElement } from '../word/markup/xml'
import { over, type RunLook, UNSAID } from '../word/styles'
import type { OdfAround } from './around'
import { isHidden } from './hidden-words'
import { InlineMaker } from './inline-maker'
import { tableOf } from './tables'

interface Place {
  look: RunLook
  list?: { id: string; level: number }
  /** Whether it stands in an item, if without a number. */
  isItem?: boolean
}

/** Says the text of an OpenDocument (ODF 1.3 part 3 §5) in the terms of WordprocessingML. */
export class BodyMaker {
  readonly inline: InlineMaker
  readonly #around: OdfAround
  #out: XmlElement[] = []

  constructor(around: OdfAround) {
    this.#around = around
    this.inline = new InlineMaker(around, {
      box: (content) => this.#gathered(() => this.#blocks(content, PLAIN)),
      isCaption: (paragraph) => this.#kindOf(paragraph) === 'caption',
    })
  }

  body(text: XmlElement): XmlElement {
    return make(
      'w:body',
      {},
      this.#gathered(() => this.#blocks(text, PLAIN)),
    )
  }

  /** What `makes` puts out, apart from what comes around it. */
  #gathered(makes: () => void): XmlElement[] {
    const outer = this.#out
    this.#out = []
    makes()
    const made = this.#out
    this.#out = outer
    return made
  }

  #blocks(container: XmlElement, place: Place): void {
    for (const child of childrenOf(container)) this.#block(child, place)
  }

  #block(child: XmlElement, place: Place): void {
    const { name } = child
    if (name === 'text:p' || name === 'text:h') this.#paragraph(child, place)
    else if (name === 'text:list') this.#list(child, place, { style: '', level: 0 })
    else if (name === 'table:table') {
      const cell = (one: XmlElement) => this.#gathered(() => this.#blocks(one, place))
      this.#out.push(tableOf(child, cell))
    } else if (CONTENTS.has(name)) this.#contents(child, place)
    else if (isHidden(child)) this.#blocks(child, { ...place, look: HIDDEN })
    else if (INLINE.test(name)) this.#out.push(...this.inline.alone(child))
    else if (!NO_TEXT.test(name)) this.#blocks(child, place)
  }

  #paragraph(paragraph: XmlElement, { look, list, isItem }: Place): void {
    const { changes, lists, styles } = this.#around
    const { attributes, name } = paragraph
    const style = styles.of('paragraph', attributes.get('text:style-name'))
    const isWhole = [...elementsBelow(paragraph)].some(isHidden)
    const own = over(over(look, style.look), isWhole ? HIDDEN : UNSAID)
    const level = Number(attributes.get('text:outline-level') ?? 1) - 1 || 0
    const isNumbered = name === 'text:h' && attributes.get('text:is-list-header') !== 'true'
    const heading = isNumbered && !list && !isItem ? lists.headings : null
    const place = list ?? (heading === null ? undefined : { id: heading, level })
    const kind = this.#kindOf(paragraph) ?? (isItem ? 'list_item' : undefined)
    const { parts, after } = this.inline.paragraph(paragraph, own)
    for (const [at, { runs, end }] of parts.entries()) {
      const isLast = at === parts.length - 1
      const change: Change | null = end ?? (isLast ? changes.current : null)
      const properties = paragraphProperties({ kind, list: isLast ? place : undefined, change })
      this.#out.push(make('w:p', {}, [properties, ...runs]))
    }
    this.#out.push(...after)
  }

  #kindOf({ name, attributes }: XmlElement): string | undefined {
    const { kind } = this.#around.styles.of('paragraph', attributes.get('text:style-name'))
    if (name !== 'text:h' || kind === 'headline' || kind === 'subhead' || kind === 'dek')
      return kind
    return attributes.get('text:outline-level') === '1' ? 'headline' : 'subhead'
  }

  #list(list: XmlElement, place: Place, around: { style: string; level: number; id?: string }) {
    const { lists, styles } = this.#around
    const { level } = around
    const named = list.attributes.get('text:style-name') ?? around.style
    const first = [...elementsBelow(list)].find(({ name }) => name === 'text:p')
    const style = named || (styles.listOf(first?.attributes.get('text:style-name')) ?? '')
    const isOwn = around.id === undefined || style !== around.style
    let id = isOwn ? lists.begin(list, style) : (around.id ?? '')
    for (const item of childrenOf(list)) {
      const start = item.attributes.get('text:start-value')
      if (start !== undefined) id = lists.from(Number(start) || 0, level, style)
      let isFirst = item.name === 'text:list-item'
      for (const child of childrenOf(item)) {
        if (child.name === 'text:list') {
          this.#list(child, place, { style, level: level + 1, id })
          continue
        }
        const isNumbered = isFirst && /^text:[ph]$/.test(child.name)
        this.#block(child, { ...place, isItem: true, ...(isNumbered && { list: { id, level } }) })
        if (isNumbered) isFirst = false
      }
    }
  }

  /** What the program listed of the text, as the field that WordprocessingML has for it. */
  #contents(index: XmlElement, place: Place): void {
    this.#out.push(make('w:p', {}, beginField('TOC')))
    this.#blocks(index, place)
    this.#out.push(make('w:p', {}, [endField()]))
  }
}

const PLAIN: Place = { look: UNSAID }
const HIDDEN: RunLook = { ...UNSAID, hidden: true }

const CONTENTS = new Set(
  ['table-of-content', 'illustration-index', 'table-index', 'object-index', 'user-index']
    .concat(['alphabetical-index', 'bibliography'])
    .map((name) => `text:${name}`),
)

/** What stands between paragraphs though it belongs into one, or hangs on the page. */
const INLINE = /^(?:draw:|text:change|office:annotation)/

/** What holds no text that is printed: what fields are made of, forms, how an index is made. */
const NO_TEXT =
  /^(?:text:(?:tracked-changes|[a-z-]*-decls|[a-z-]*-source|soft-page-break)|office:(?:forms|event-listeners|scripts))$/
