import { type NoteText, noteText } from '../notes/document-notes'
import type { Change } from '../word/changes'
import {
  beginField,
  endField,
  make,
  makeBox,
  makePicture,
  makeRun,
  makeWords,
} from '../word/made/make-element'
import { childOf, childrenOf, elementsBelow, isElement, type XmlElement } from '../word/markup/xml'
import { over, type RunLook, UNSAID } from '../word/styles'
import type { OdfAround } from './around'
import { describedBy, Frames, type Within } from './frames'
import { hiddenWordsOf } from './hidden-words'
import { plainWords, spaces } from './plain-words'

/** The runs of a paragraph, and the change that its end is where a change ends it within. */
export interface Part {
  runs: XmlElement[]
  end: Change | null
}

/** Says what stands within paragraphs (ODF 1.3 part 3 §6) in runs of WordprocessingML. */
export class InlineMaker {
  readonly footnotes = new Map<string, NoteText>()
  readonly endnotes = new Map<string, NoteText>()
  readonly embedded: string[] = []
  readonly #around: OdfAround
  readonly #frames: Frames
  #parts: Part[] = []
  #runs: XmlElement[] = []
  #after: XmlElement[] = []
  #isAfterSpace = true

  constructor(around: OdfAround, within: Within) {
    this.#around = around
    this.#frames = new Frames(within)
  }

  /** A paragraph's runs: several parts where ends of paragraphs in it were taken out; and what stands after it. */
  paragraph(paragraph: XmlElement, look: RunLook): { parts: Part[]; after: XmlElement[] } {
    const outer = [this.#parts, this.#runs, this.#after, this.#isAfterSpace] as const
    this.#begin()
    this.#walk(paragraph, look, null)
    const parts = [...this.#parts, { runs: this.#runs, end: null }]
    const after = this.#after
    ;[this.#parts, this.#runs, this.#after, this.#isAfterSpace] = outer
    return { parts, after }
  }

  /** What stands between paragraphs, in one of its own. */
  alone(child: XmlElement): XmlElement[] {
    const { parts, after } = this.paragraph(make('text:p', {}, [child]), UNSAID)
    return [...parts.map(({ runs }) => make('w:p', {}, runs)), ...after]
  }

  #begin(): void {
    this.#parts = []
    this.#runs = []
    this.#after = []
    this.#isAfterSpace = true
  }

  #walk(parent: XmlElement, look: RunLook, deleted: Change | null): void {
    for (const child of parent.children) {
      if (isElement(child)) this.#element(child, look, deleted)
      else this.#words(child, look, deleted)
    }
  }

  #element(child: XmlElement, look: RunLook, deleted: Change | null): void {
    const { name, attributes } = child
    const { styles, changes, comments } = this.#around
    const put = (element: XmlElement) => this.#put(element, look, deleted)
    switch (name) {
      case 'text:span': {
        const own = styles.of('text', attributes.get('text:style-name')).look
        this.#walk(child, over(look, own), deleted)
        break
      }
      case 'text:a':
        this.#link(child, look, deleted)
        break
      case 'text:s':
        put(makeWords(spaces(child)))
        this.#isAfterSpace = false
        break
      case 'text:tab':
        put(make('w:tab'))
        break
      case 'text:line-break':
        put(make('w:br'))
        this.#isAfterSpace = true
        break
      case 'text:note':
        put(this.#note(child))
        break
      case 'text:change-start':
        changes.begin(attributes.get('text:change-id') ?? '')
        break
      case 'text:change-end':
        changes.end(attributes.get('text:change-id') ?? '')
        break
      case 'text:change':
        this.#deleted(attributes.get('text:change-id') ?? '', look)
        break
      case 'office:annotation': {
        const { id, isRange } = comments.at(child)
        if (isRange) this.#runs.push(make('w:commentRangeStart', { 'w:id': id }))
        else put(make('w:commentReference', { 'w:id': id }))
        break
      }
      case 'office:annotation-end': {
        const id = comments.endingAt(child)
        if (id === undefined) break
        this.#runs.push(make('w:commentRangeEnd', { 'w:id': id }))
        put(make('w:commentReference', { 'w:id': id }))
        break
      }
      case 'text:ruby':
        put(this.#ruby(child, look, deleted))
        break
      default:
        if (NO_WORDS.test(name)) break
        if (name.startsWith('draw:')) this.#drawing(child, put)
        else this.#other(child, look, deleted)
    }
  }

  /** Fields show their words; what they hold besides is hidden. */
  #other(child: XmlElement, look: RunLook, deleted: Change | null): void {
    const hidden = hiddenWordsOf(child)
    if (hidden !== '') this.#put(makeWords(hidden), { ...look, hidden: true }, deleted)
    this.#walk(child, look, deleted)
  }

  /** White space is one space, and none at a paragraph's start (ODF 1.3 part 3 §6.1.2). */
  #words(text: string, look: RunLook, deleted: Change | null): void {
    const collapsed = text.replace(/[ \t\r\n]+/g, ' ')
    const words = this.#isAfterSpace ? collapsed.replace(/^ /, '') : collapsed
    if (collapsed !== '') this.#isAfterSpace = collapsed.endsWith(' ')
    if (words !== '') this.#put(makeWords(words), look, deleted)
  }

  #put(element: XmlElement, look: RunLook, deleted: Change | null): void {
    this.#runs.push(makeRun([element], look, deleted ?? this.#around.changes.current))
  }

  #link(link: XmlElement, look: RunLook, deleted: Change | null): void {
    const address = (link.attributes.get('xlink:href') ?? '').replaceAll('"', '%22')
    const isOutside = address !== '' && !address.startsWith('#')
    if (isOutside) this.#runs.push(...beginField(`HYPERLINK "${address}"`))
    this.#walk(link, look, deleted)
    if (isOutside) this.#runs.push(endField())
  }

  #note(note: XmlElement): XmlElement {
    const isEndnote = note.attributes.get('text:note-class') === 'endnote'
    const notes = isEndnote ? this.endnotes : this.footnotes
    const id = String(notes.size)
    const body = childOf(note, 'text:note-body') ?? make('text:note-body')
    const linked = [...elementsBelow(body)].flatMap(({ name, attributes }) =>
      name === 'text:a' ? [attributes.get('xlink:href') ?? ''] : [],
    )
    notes.set(id, noteText(plainWords(body), linked))
    return make(isEndnote ? 'w:endnoteReference' : 'w:footnoteReference', { 'w:id': id })
  }

  /** What was taken out here; the ends of paragraphs among it are taken out too. */
  #deleted(id: string, look: RunLook): void {
    const found = this.#around.changes.deleted(id)
    if (!found) return
    const { change, paragraphs } = found
    for (const [at, paragraph] of paragraphs.entries()) {
      if (at > 0) {
        this.#parts.push({ runs: this.#runs, end: change })
        this.#runs = []
        this.#isAfterSpace = true
      }
      const style = this.#around.styles.of('paragraph', paragraph.attributes.get('text:style-name'))
      this.#walk(paragraph, over(look, style.look), change)
    }
  }

  #ruby(ruby: XmlElement, look: RunLook, deleted: Change | null): XmlElement {
    const gathered = (name: string, parent: XmlElement | undefined) => {
      const outer = this.#runs
      this.#runs = []
      if (parent) this.#walk(parent, look, deleted)
      const made = make(name, {}, this.#runs)
      this.#runs = outer
      return made
    }
    return make('w:ruby', {}, [
      gathered('w:rt', childOf(ruby, 'text:ruby-text')),
      gathered('w:rubyBase', childOf(ruby, 'text:ruby-base')),
    ])
  }

  /** Boxes stand beside the text, but for captions; pictures have the words that stand for them. */
  #drawing(drawing: XmlElement, put: (element: XmlElement) => void): void {
    if (GROUPS.has(drawing.name)) {
      for (const one of childrenOf(drawing))
        if (one.name.startsWith('draw:')) this.#drawing(one, put)
      return
    }
    const { captions, box, other } = this.#frames.of(drawing)
    this.#after.push(...captions)
    if (box.length > 0) put(makeBox(box))
    if (other !== null) this.embedded.push(other)
    const words = describedBy(drawing)
    if (words !== '' && box.length === 0 && captions.length === 0) put(makePicture(words))
  }
}

const GROUPS = new Set(['draw:g', 'draw:a'])

/** What says something of the words around it, or is a place, and has none itself. */
const NO_WORDS =
  /^text:(?:bookmark|reference-mark|[a-z-]*index-mark|toc-mark|soft-page-break|hidden-paragraph|script|note-citation|tracked-changes)|^office:(?:event-listeners|forms)|^svg:|^dc:|^meta:/
