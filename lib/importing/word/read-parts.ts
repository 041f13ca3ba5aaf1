import type { DocumentNote } from '@/lib/domain/articles/document-note'
import { Refusal } from '@/lib/domain/refusal'
import { layOut } from '@/lib/domain/text/blocks'
import { unaccounted } from '../account/compare'
import { Ledger } from '../account/ledger'
import type { Choices } from '../account/line'
import type { Reading } from '../import-article'
import { refuseTooMany } from '../limits'
import type { Comment } from '../notes/document-notes'
import { type Edges, type NoteText, notesOf } from '../notes/document-notes'
import { withOneHeadline } from '../places/headline'
import { DocumentReader, type ReadBlock } from './document-reader'
import type { ItemNumbers } from './list-numbering'
import type { Relationship } from './markup/package-parts'
import type { XmlElement } from './markup/xml'
import type { Passage } from './passage'
import type { StyleSheet } from './styles'

/** A document in the terms of WordprocessingML, whatever file it came from: its text, and what hangs on it by ids. */
export interface DocumentParts {
  /** What stands in its `w:body`. */
  body: XmlElement
  styles: StyleSheet
  numbering: ItemNumbers
  relationships: ReadonlyMap<string, Relationship>
  footnotes: ReadonlyMap<string, NoteText>
  endnotes: ReadonlyMap<string, NoteText>
  comments: ReadonlyMap<string, Comment>
  /** The words at the head and foot of its pages, each once. */
  heads: readonly string[]
  /** The names of what is in it in another format. */
  embedded: readonly string[]
  /** All words of the body, found without the reader, to compare the text with. */
  source: string
}

export interface ReadWishes {
  choices?: Choices
  /** In which its sentences are read. */
  language?: string
}

export interface DocumentReading extends Reading {
  text: string
  notes: DocumentNote[]
  comments: { text: string }[]
  /** For each block where its words stand in the document. */
  passages: Passage[]
}

/**
 * Reads a document's parts: its text as blocks with an account of what does not stand in them as in the document, and
 * what its footnotes, endnotes, comments and links say on the words. Tracked changes are read as accepted unless it is
 * chosen otherwise. Refuses one without words, and what could be no article by its size.
 */
export function readParts(
  parts: DocumentParts,
  { choices, language = 'en' }: ReadWishes = {},
): DocumentReading {
  const ledger = new Ledger(choices)
  const links = new Map<string, string>()
  const { styles, relationships } = parts
  const around = {
    ...{ ledger, relationships, styles },
    link: (address: string) => {
      if (!/^https?:\/\/\S+$/i.test(address)) {
        ledger.write('address', null, { words: address })
        return null
      }
      const key = `link ${links.size}`
      links.set(key, address)
      return key
    },
  }
  const reader = new DocumentReader(around, parts.numbering)
  reader.read(parts.body)
  for (const words of parts.heads) ledger.write('head', null, { words, took: words })
  for (const words of parts.embedded) ledger.write('embedded', null, { words })

  const { blocks, edges } = laidOut(reader.blocks)
  refuseTooMany(blocks)
  if (blocks.length === 0) throw new Refusal('invalid', 'There is no text in this document.')
  const placed = layOut(blocks)
  const { footnotes, endnotes, comments } = parts
  const notes = notesOf({ ...placed, language }, edges, { footnotes, endnotes, comments, links })
  const source = [parts.source, ...parts.heads].join('\n')
  return {
    text: placed.text,
    blocks: withOneHeadline(blocks.map(({ kind, text }) => ({ kind, text }))),
    lines: [
      ...ledger.lines,
      ...unaccounted(source, blocks.map(({ passage }) => passage.parted).join('\n'), ledger.lines),
    ],
    encoding: null,
    notes,
    comments: [...comments.values()].map(({ text }) => ({ text })),
    passages: blocks.map(({ passage }) => passage),
  }
}

/** Blocks with words, and where in the canonical text each edge is; what hangs in an empty one hangs between its neighbours. */
function laidOut(all: readonly ReadBlock[]): { blocks: ReadBlock[]; edges: Map<string, Edges> } {
  const blocks = all.filter(({ text }) => text !== '')
  const placed = layOut(blocks).blocks
  const edges = new Map<string, Edges>()
  let at = 0
  for (const { text, passage } of all) {
    const isEmpty = text === ''
    const block = placed[isEmpty ? Math.min(at, placed.length - 1) : at]
    const before = placed[at - 1]
    for (const { key, edge, at: offset } of passage.edges) {
      const known = edges.get(key) ?? { start: null, end: null }
      const place = !isEmpty
        ? (block?.start ?? 0) + offset
        : edge === 'start'
          ? (block?.start ?? 0)
          : (before?.end ?? 0)
      // A mark that comes twice counts where it came first; a range ends where it ended last.
      if (edge === 'end' || known.start === null) known[edge] = place
      edges.set(key, known)
    }
    if (!isEmpty) at += 1
  }
  return { blocks, edges }
}
