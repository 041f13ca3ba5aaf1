import type { DocumentNote } from '@/lib/domain/articles/document-note'
import type { PlacedBlock } from '@/lib/domain/text/blocks'
import { type Comment, type Edges, type NoteText, notesOf, noteText } from '../notes/document-notes'
import { PlaceMarks } from '../notes/place-marks'
import { bodyWords, linksIn } from './body-words'
import { flatWords } from './flat-words'
import { type Bodies, isNoteMark, targetOf } from './notes'
import {
  attribute,
  type Element,
  isElement,
  nameOf,
  nodesBelow,
  type Parent,
  styleOf,
} from './page/tree'

/** Finds what a page says beside its text, its notes, comments and links, on the words that they hang on. */
export class Beside {
  readonly marks = new PlaceMarks()
  readonly #bodies: Bodies
  readonly #named: ReadonlyMap<string, Element>
  readonly #links = new Map<string, string>()
  /** Bodies of notes that hold no others, by their ids here. */
  readonly #notes = new Map<Element, string>()
  readonly #side = new Map<string, NoteText>()
  /** What a range says of a comment, by the name that its mark shows. */
  readonly #said = new Map<string, string>()
  readonly #shownAs = new Map<string, string>()

  constructor(document: Parent, bodies: Bodies) {
    this.#bodies = bodies
    this.#named = namedIn(document)
    const outer = new Set<Element>()
    for (const body of bodies.notes)
      for (let around = body.parentNode; around && isElement(around); around = around.parentNode)
        outer.add(around)
    for (const body of bodies.notes) {
      if (outer.has(body)) continue
      const id = String(this.#notes.size)
      this.#notes.set(wholeOf(body, bodies.notes), id)
    }
  }

  /** The sign for the mark of a note that stands here; empty where it leads to none. */
  noteMark(mark: Element): string {
    const body = this.#bodyOf(mark)
    const id = body && this.#notes.get(body)
    return body && id !== undefined && id !== null
      ? this.marks.sign(`${kindOf(body)} ${id}`, 'end')
      : ''
  }

  /** The sign for a note that stands where its mark would. */
  sideNote(note: Element): string {
    const id = `side ${this.#side.size}`
    this.#side.set(id, noteText(bodyWords(note), linksIn(note)))
    return this.marks.sign(`footnote ${id}`, 'end')
  }

  commentMark(mark: Element): string {
    const id = idIn(mark, COMMENT)
    if (id === null) return ''
    const shown = flatWords(mark).replace(/[[\]\s]/g, '')
    if (shown !== '') this.#shownAs.set(id, shown)
    return this.marks.sign(`comment ${id}`, 'end')
  }

  /** The sign for where an element's words begin or end, if it is a link or the range of a comment. */
  edge(element: Element, edge: 'start' | 'end'): string {
    if (nameOf(element) !== 'a' || element.attrs.length === 0) return ''
    const style = styleOf(element)
    const comment = /mso-comment-reference\s*:\s*"?([^;"]+)/i.exec(style)?.[1]?.trim()
    if (comment) {
      const name = comment.replaceAll('_', '')
      this.#said.set(name, style)
      return this.marks.sign(`range ${name}`, edge)
    }
    const address = attribute(element, 'href')?.trim() ?? ''
    if (!/^https?:\/\/\S+$/i.test(address) || isNoteMark(element)) return ''
    const key = this.#keyOf(element, address)
    return this.marks.sign(key, edge)
  }

  readonly #keys = new Map<Element, string>()

  #keyOf(link: Element, address: string): string {
    const key = this.#keys.get(link) ?? `link ${this.#keys.size}`
    this.#keys.set(link, key)
    this.#links.set(key, address)
    return key
  }

  /** All that the page says, on the blocks that were made of it. */
  said(
    laidOut: { text: string; blocks: readonly PlacedBlock[]; language: string },
    edges: Map<string, Edges>,
  ): DocumentNote[] {
    const [footnotes, endnotes] = [new Map<string, NoteText>(), new Map<string, NoteText>()]
    for (const [body, id] of this.#notes) {
      const said = noteText(bodyWords(body), linksIn(body))
      if (said.text !== '') (kindOf(body) === 'endnote' ? endnotes : footnotes).set(id, said)
    }
    for (const [id, said] of this.#side) footnotes.set(id, said)
    const comments = this.#comments(edges)
    return notesOf(laidOut, edges, { footnotes, endnotes, comments, links: this.#links })
  }

  #comments(edges: Map<string, Edges>): Map<string, Comment> {
    const comments = new Map<string, Comment>()
    const bodies = new Map<string, Element[]>()
    for (const body of this.#bodies.comments) {
      const id = idIn(body, COMMENT_BODY)
      if (id !== null) bodies.set(id, [...(bodies.get(id) ?? []), body])
    }
    for (const [id, own] of bodies) {
      const alone = own.filter((one) => !holdsSeveral(one))
      const whole = alone.find((one) => nameOf(one) === 'div') ?? alone[0]
      const text = whole ? bodyWords(whole) : ''
      if (!whole || text === '') continue
      const name = this.#shownAs.get(id) ?? ''
      const style = this.#said.get(name) ?? ''
      const range = edges.get(`range ${name}`)
      const mark = edges.get(`comment ${id}`)
      edges.set(`comment ${id}`, {
        start: range?.start ?? null,
        end: range?.end ?? mark?.end ?? null,
      })
      comments.set(id, {
        ...{ id, text, author: authorOf(whole), at: timeIn(style) },
        answers: /mso-comment-parent\s*:\s*"?(\d+)/i.exec(style)?.[1] ?? null,
        resolved: /mso-comment-done\s*:\s*"?(?:yes|true|1)/i.test(style),
      })
    }
    return comments
  }

  /** The body of a note that its mark leads to. */
  #bodyOf(mark: Element): Element | null {
    const around = [mark, ...[...nodesBelow(mark)].filter(isElement), ...parentsOf(mark)]
    for (const one of around.slice(0, MOST_AROUND)) {
      const name = attribute(one, 'data-note') ?? fragmentOf(one)
      let found = name === null ? undefined : this.#named.get(name)
      for (; found; found = parentOf(found)) if (this.#notes.has(found)) return found
    }
    return null
  }
}

const MOST_AROUND = 20

const parentOf = ({ parentNode }: Element): Element | undefined =>
  parentNode && isElement(parentNode) ? parentNode : undefined

/** The element that a mark may stand in: one raises the link, another links what is raised. */
const parentsOf = (element: Element): Element[] => {
  const parent = parentOf(element)
  return parent && /^(?:a|sup|span)$/.test(nameOf(parent)) ? [parent] : []
}

/** All elements with a name that links can lead to; the first where several have it. */
function namedIn(document: Parent): ReadonlyMap<string, Element> {
  const named = new Map<string, Element>()
  for (const node of nodesBelow(document)) {
    if (!isElement(node) || node.attrs.length === 0) continue
    for (const name of [attribute(node, 'id'), attribute(node, 'name')])
      if (name && !named.has(name)) named.set(name, node)
  }
  return named
}

function fragmentOf(element: Element): string | null {
  if (nameOf(element) !== 'a') return null
  return /#(.+)$/.exec(targetOf(element))?.[1] ?? null
}

const COMMENT = /#(?:cmnt|_msocom_)(\d+)/i
const COMMENT_BODY = /#(?:cmnt_ref|_msoanchor_)(\d+)/i

/** The number of a comment that an element leads to, or that leads back from it. */
function idIn(element: Element, pattern: RegExp): string | null {
  for (const one of [element, ...nodesBelow(element)]) {
    if (!isElement(one) || nameOf(one) !== 'a') continue
    const id = pattern.exec(targetOf(one))?.[1]
    if (id) return id
  }
  return null
}

function holdsSeveral(element: Element): boolean {
  let first: string | null = null
  for (const one of nodesBelow(element)) {
    const id = isElement(one) && nameOf(one) === 'a' ? COMMENT_BODY.exec(targetOf(one))?.[1] : null
    if (id && first !== null && id !== first) return true
    first ??= id ?? null
  }
  return false
}

/** A note as it is named around the paragraph that leads back, if that is not a list of notes. */
function wholeOf(body: Element, notes: ReadonlySet<Element>): Element {
  const around = parentOf(body)
  if (!around || !notes.has(around) || !/^(?:div|aside|li|dd|td)$/.test(nameOf(around))) return body
  const others = [...nodesBelow(around)].filter((one) => isElement(one) && notes.has(one))
  return others.length === 1 ? around : body
}

/** Whose a comment is, as Word says it around its body or in it. */
function authorOf(body: Element): string {
  const near = [body, ...[...nodesBelow(body)].filter(isElement)]
  for (let around = parentOf(body), up = 0; around && up < 3; around = parentOf(around), up++)
    if (!holdsSeveral(around)) near.push(around, ...[...nodesBelow(around)].filter(isElement))
  for (const one of near) {
    const name = /mso-comment-author\s*:\s*(?:"([^"]*)"|'([^']*)'|([^;]+))/i.exec(styleOf(one))
    if (name) return (name[1] ?? name[2] ?? name[3] ?? '').trim()
  }
  return ''
}

/** A time as Word writes it into a style, `20261130T0900`, in ISO 8601. */
function timeIn(style: string): string {
  const found = /mso-comment-date\s*:\s*"?(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})/i.exec(style)
  if (!found) return ''
  const [, year, month, day, hour, minute] = found
  return `${year}-${month}-${day}T${hour}:${minute}:00`
}

/** Whether a note stands at the end of its page or of its document, by how it is called. */
function kindOf(body: Element): 'footnote' | 'endnote' {
  for (let around: Element | undefined = body; around; around = parentOf(around)) {
    const said = `${attribute(around, 'id') ?? ''} ${attribute(around, 'role') ?? ''} ${attribute(around, 'epub:type') ?? ''} ${styleOf(around)}`
    if (
      /\b(?:edn\d|sdendnote\d|doc-endnote\b|endnotes?\b|rearnotes?\b)|mso-element\s*:\s*endnote/i.test(
        said,
      )
    )
      return 'endnote'
    if (/\bdoc-footnote\b|\bftn\d|sdfootnote\d|mso-element\s*:\s*footnote/i.test(said))
      return 'footnote'
  }
  return 'footnote'
}
