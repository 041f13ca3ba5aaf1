import { type NoteText, noteText } from '../notes/document-notes'
import { addressIn } from '../word/fields'
import type { ItemNumbers } from '../word/list-numbering'
import {
  beginField,
  endField,
  make,
  makeBox,
  makePicture,
  makeRun,
  makeWords,
  paragraphProperties,
} from '../word/made/make-element'
import { elementsBelow, wordsOf, type XmlElement } from '../word/markup/xml'
import { paragraphsIn } from '../word/notes/comments'
import { Blocks } from './blocks'
import { RtfComments } from './comments'
import { isAside, isHead } from './destinations'
import type { Fonts } from './fonts'
import { formulaOf } from './formula'
import { type ControlWord, type Group, groupsOf, isGroup, nameOf, numberAt } from './group-tree'
import { AT_FIRST, changeOf, type Standing } from './standing'
import { flatWords, stepsIn } from './steps'
import type { RtfStyles } from './styles'

export interface RtfAround {
  fonts: Fonts
  styles: RtfStyles
  /** Who made changes, by their numbers. */
  authors: readonly string[]
}

/** Says the text of a rich text in the terms of WordprocessingML, which has the same model of a text. */
export class BodyMaker {
  readonly footnotes = new Map<string, NoteText>()
  readonly endnotes = new Map<string, NoteText>()
  readonly comments = new RtfComments()
  readonly heads = new Set<string>()
  readonly embedded: string[] = []
  readonly #around: RtfAround
  readonly #numbers: (string | null)[] = []
  #blocks = new Blocks()
  #runs: XmlElement[] = []
  /** What stands before the item that is being read. */
  #item: string | null = null

  constructor(around: RtfAround) {
    this.#around = around
  }

  body(document: Group): XmlElement {
    return make('w:body', {}, this.#blocksIn(document, AT_FIRST))
  }

  /** The numbers of items are written out in the document, and stand here in its order. */
  numbering(): ItemNumbers {
    return { next: ({ level }) => this.#numbers[level] ?? null }
  }

  /** The blocks of a group, apart from what comes around it. */
  #blocksIn(group: Group, standing: Standing): XmlElement[] {
    const outer = [this.#blocks, this.#runs, this.#item] as const
    ;[this.#blocks, this.#runs, this.#item] = [new Blocks(), [], null]
    const last = this.#read(group, { ...standing, paragraph: AT_FIRST.paragraph })
    if (this.#runs.length > 0) this.#endParagraph(last)
    const made = this.#blocks.all()
    ;[this.#blocks, this.#runs, this.#item] = outer
    return made
  }

  /** Reads a group, and says how words stand at its end. */
  #read(group: Group, from: Standing): Standing {
    let last = from
    for (const step of stepsIn(group, from, this.#around.fonts)) {
      const { standing } = step
      last = standing
      if ('words' in step) this.#put(makeWords(step.words), standing)
      else if ('symbol' in step) {
        const { font, code } = step.symbol
        this.#put(make('w:sym', { 'w:font': font, 'w:char': code.toString(16) }), standing)
      } else if ('group' in step) this.#group(step.group, standing)
      else this.#control(step.control, standing)
    }
    return last
  }

  #put(element: XmlElement, standing: Standing): void {
    const change = changeOf(standing, this.#around.authors)
    this.#runs.push(makeRun([element], standing.look, change))
  }

  #control(control: ControlWord, standing: Standing): void {
    const { word, value } = control
    const { depth } = standing.paragraph
    if (ENDS.has(word)) this.#endParagraph(standing)
    else if (word === 'tab') this.#put(make('w:tab'), standing)
    else if (word === 'line' || word === 'lbr') this.#put(make('w:br'), standing)
    else if (word === 'page' || word === 'column')
      this.#put(make('w:br', { 'w:type': 'page' }), standing)
    else if (word === 'cell' || word === 'nestcell') {
      const own = word === 'cell' ? 1 : Math.max(2, depth)
      this.#endParagraph(standing, own)
      this.#blocks.endCell(own)
    } else if (word === 'row' || word === 'nestrow')
      this.#blocks.endRow(word === 'row' ? 1 : Math.max(2, depth))
    else if (ROW.test(word)) this.#blocks.table(Math.max(1, depth)).define(word, value)
  }

  #endParagraph(standing: Standing, depth = standing.paragraph.depth): void {
    const { styles, authors } = this.#around
    const kind = styles.kindOf(standing.paragraph)
    const isItem = this.#item !== null || standing.paragraph.list !== null
    if (isItem) this.#numbers.push(numberIn(this.#item ?? ''))
    const list = isItem
      ? { id: `list ${standing.paragraph.list ?? ''}`, level: this.#numbers.length - 1 }
      : undefined
    const properties = paragraphProperties({ kind, list, change: changeOf(standing, authors) })
    this.#blocks.add(make('w:p', {}, [properties, ...this.#runs]), depth)
    this.#runs = []
    this.#item = null
  }

  #group(group: Group, standing: Standing): void {
    const { name } = nameOf(group)
    const words = () => flatWords(group, standing, this.#around.fonts).trim()
    if (isHead(name)) {
      const head = paragraphsIn(make('w:hdr', {}, this.#blocksIn(group, AT_FIRST)))
      if (head !== '') this.heads.add(head)
    } else if (isAside(group)) return
    else if (name === 'footnote') this.#note(group, standing)
    else if (name === 'listtext' || name === 'pntext') this.#item = words()
    else if (name === 'field') this.#field(group, standing)
    else if (name === 'atnauthor') this.comments.by(words())
    else if (name === 'atrfstart') this.#runs.push(make('w:commentRangeStart', { 'w:id': words() }))
    else if (name === 'atrfend') this.#runs.push(make('w:commentRangeEnd', { 'w:id': words() }))
    else if (name === 'annotation') this.#comment(group, standing)
    else if (name === 'upr') for (const one of groupsOf(group, 'ud')) this.#read(one, standing)
    else if (name === 'object') this.#object(group, standing)
    else if (BOXES.has(name)) this.#drawing(group, standing)
    else if (name === 'pict') this.#picture(group, standing)
    else if (name === 'moMath') {
      const formula = formulaOf(group, standing, this.#around.fonts)
      this.#runs.push(make('m:oMath', {}, formula.children))
    } else if (!NO_TEXT.has(name)) this.#read(group, standing)
  }

  #note(group: Group, standing: Standing): void {
    const isEndnote = numberAt(group, 'ftnalt') !== null
    const notes = isEndnote ? this.endnotes : this.footnotes
    const id = String(notes.size)
    // Its place is kept before what it holds is read, which may have notes of its own.
    notes.set(id, noteText(''))
    notes.set(id, this.#textOf(group))
    this.#put(
      make(isEndnote ? 'w:endnoteReference' : 'w:footnoteReference', { 'w:id': id }),
      standing,
    )
  }

  /** The words of a note or comment, with the addresses that it leads to. */
  #textOf(group: Group): NoteText {
    const part = make('w:note', {}, this.#blocksIn(group, AT_FIRST))
    const codes = [...elementsBelow(part)].filter(({ name }) => name === 'w:instrText')
    const linked = codes.flatMap((one) => addressIn(wordsOf(one)) ?? [])
    return noteText(paragraphsIn(part), linked)
  }

  #comment(group: Group, standing: Standing): void {
    const { fonts } = this.#around
    const said = (name: string) => {
      const [found] = groupsOf(group, name)
      return found ? flatWords(found, standing, fonts).trim() : null
    }
    const number = (words: string | null) =>
      words !== null && /^-?\d+$/.test(words) ? Number(words) : null
    const rest = {
      children: group.children.filter((one) => !isGroup(one) || !SAID.has(nameOf(one).name)),
    }
    const id = this.comments.add({
      range: said('atnref'),
      at: number(said('atndate')),
      answers: number(said('atnparent')),
      text: this.#textOf(rest).text,
    })
    this.#put(make('w:commentReference', { 'w:id': id }), standing)
  }

  #field(field: Group, standing: Standing): void {
    const code = groupsOf(field, 'fldinst')
      .map((one) => flatWords(one, standing, this.#around.fonts))
      .join(' ')
    this.#runs.push(...beginField(code))
    for (const result of groupsOf(field, 'fldrslt')) this.#read(result, standing)
    this.#runs.push(endField())
  }

  /** What is embedded is not read; what is shown of it is. */
  #object(object: Group, standing: Standing): void {
    const [kind] = groupsOf(object, 'objclass')
    this.embedded.push(kind ? flatWords(kind, standing, this.#around.fonts).trim() : 'An object')
    for (const result of groupsOf(object, 'result')) this.#read(result, standing)
  }

  /** The boxes in a drawing, however deep they are in it. */
  #drawing(drawing: Group, standing: Standing): void {
    const boxes: XmlElement[] = []
    const walk = (group: Group) => {
      for (const one of group.children.filter(isGroup)) {
        const { name } = nameOf(one)
        if (name === 'shptxt' || name === 'dptxbxtext') boxes.push(...this.#blocksIn(one, standing))
        else if (name === 'pict') this.#picture(one, standing)
        else if (name !== 'shprslt') walk(one)
      }
    }
    walk(drawing)
    if (boxes.length > 0) this.#put(makeBox(boxes), standing)
    else this.#describe(drawing, standing)
  }

  #picture(picture: Group, standing: Standing): void {
    for (const one of groupsOf(picture, 'picprop')) this.#describe(one, standing)
  }

  /** What a shape or picture says that it stands for. */
  #describe(group: Group, standing: Standing): void {
    const walk = (one: Group): string[] =>
      one.children.filter(isGroup).flatMap((inner) => {
        if (nameOf(inner).name !== 'sp') return walk(inner)
        const [name, value] = ['sn', 'sv'].map((part) =>
          groupsOf(inner, part)
            .map((found) => flatWords(found, standing, this.#around.fonts))
            .join(''),
        )
        return name?.trim() === 'wzDescription' && value?.trim() ? [value.trim()] : []
      })
    for (const words of walk(group)) this.#put(makePicture(words), standing)
  }
}

/** The words that end a paragraph; some write a backslash at the end of its line. */
const ENDS = new Set(['par', 'sect', '\n', '\r'])

const ROW = /^(?:trowd|cellx|clvmgf|clvmrg|clmgf|clmrg)$/

const BOXES = new Set(['shp', 'shpgrp', 'do'])

/** What says something of a comment and is none of its words. */
const SAID = new Set(['atnref', 'atndate', 'atnparent', 'atnicn', 'atntime', 'atnid', 'atnauthor'])

/** What is read where it hangs, or is no text. */
const NO_TEXT = new Set(['atnid', 'atnref', 'atndate', 'atnparent', 'sp', 'shptxt'])

/** A number as it is written before an item; null for a bullet, which some write as a letter. */
function numberIn(words: string): string | null {
  return /^[([]?[\p{L}\p{N}.]{1,12}[.)\]]$|^\d[\d.]*$/u.test(words) ? words : null
}
