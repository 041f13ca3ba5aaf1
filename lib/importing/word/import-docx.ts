import type { DocumentNote } from '@/lib/domain/articles/document-note'
import { Refusal } from '@/lib/domain/refusal'
import { layOut } from '@/lib/domain/text/blocks'
import { unaccounted } from '../account/compare'
import { Ledger } from '../account/ledger'
import type { Choices } from '../account/line'
import type { Reading } from '../import-article'
import { refuseTooMany } from '../limits'
import { withOneHeadline } from '../places/headline'
import { DocumentReader, type ReadBlock } from './document-reader'
import { ListNumbering } from './list-numbering'
import { PackageParts, type Relationship } from './markup/package-parts'
import { childrenOf, elementsBelow, readXml, type XmlElement } from './markup/xml'
import { type Comment, paragraphsIn, readComments } from './notes/comments'
import { addressesIn, type Edges, type NoteText, notesOf } from './notes/document-notes'
import type { Passage } from './passage'
import { wordsInPart } from './source-words'
import { Styles } from './styles'

export interface DocxReading extends Reading {
  text: string
  notes: DocumentNote[]
  comments: { text: string }[]
  /** For each block where its words stand in the document. */
  passages: Passage[]
}

export interface DocxWishes {
  choices?: Choices
  /** In which its sentences are read. */
  language?: string
}

/**
 * Reads a Word document (.docx, ECMA-376): its text as blocks with an account of what does not stand in them as in the
 * document, and what its footnotes, endnotes, comments and links say on the words. Tracked changes are read as accepted
 * unless it is chosen otherwise. Nothing in it runs, loads or is followed. Refuses what is no such document, is locked,
 * damaged, or far too large.
 */
export async function importDocx(
  bytes: Buffer,
  { choices, language = 'en' }: DocxWishes = {},
): Promise<DocxReading> {
  const parts = await PackageParts.open(bytes)
  const main = await mainPart(parts)
  const relationships = await parts.relationships(main)
  const read = async (type: string): Promise<XmlElement | null> => {
    const found = [...relationships.values()].find((one) => one.type === type && !one.isOutside)
    return found && parts.has(found.target)
      ? readXml(found.target, await parts.text(found.target))
      : null
  }
  const root = readXml(main, await parts.text(main))
  const body = childrenOf(root, 'w:body')[0]
  if (!body) throw new Refusal('invalid', 'There is no text in this document.')

  const ledger = new Ledger(choices)
  const links = new Map<string, string>()
  const styles = new Styles(await read('styles'))
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
  const reader = new DocumentReader(around, new ListNumbering(await read('numbering')))
  reader.read(body)
  const aside = await wordsAside(parts, relationships, ledger)

  const { blocks, edges } = laidOut(reader.blocks)
  refuseTooMany(blocks)
  if (blocks.length === 0) throw new Refusal('invalid', 'There is no text in this document.')
  const placed = layOut(blocks)
  const [footnotes, endnotes] = [await read('footnotes'), await read('endnotes')]
  const comments = await read('comments')
  const known = comments
    ? readComments(comments, await read('commentsExtended'))
    : new Map<string, Comment>()
  const notes = notesOf({ ...placed, language }, edges, {
    footnotes: await noteTexts(footnotes, 'footnotes', parts, relationships),
    endnotes: await noteTexts(endnotes, 'endnotes', parts, relationships),
    comments: known,
    links,
  })
  const source = [wordsInPart(root, styles), ...aside].join('\n')
  return {
    text: placed.text,
    blocks: withOneHeadline(blocks.map(({ kind, text }) => ({ kind, text }))),
    lines: [
      ...ledger.lines,
      ...unaccounted(source, blocks.map(({ passage }) => passage.parted).join('\n'), ledger.lines),
    ],
    encoding: null,
    notes,
    comments: [...known.values()].map(({ text }) => ({ text })),
    passages: blocks.map(({ passage }) => passage),
  }
}

/** The part that the document is (ECMA-376 part 1, §11.3.10). */
export async function mainPart(parts: PackageParts): Promise<string> {
  const all = [...(await parts.relationships('')).values()]
  const main = all.find(({ type, isOutside }) => type === 'officeDocument' && !isOutside)?.target
  if (main && parts.has(main) && /\.xml$/i.test(main) && !/^(?:xl|ppt)\//i.test(main)) return main
  throw new Refusal(
    'invalid',
    'This is no Word document, whatever its name says: it has no text of one.',
  )
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

/** What the notes of a part say, by their ids, with the addresses that they name or lead to. */
async function noteTexts(
  root: XmlElement | null,
  type: string,
  parts: PackageParts,
  relationships: ReadonlyMap<string, Relationship>,
) {
  const part = [...relationships.values()].find((one) => one.type === type)?.target
  const own = part ? await parts.relationships(part) : new Map<string, Relationship>()
  const notes = root
    ? childrenOf(root).filter(
        ({ attributes }) => !attributes.has('w:type') || attributes.get('w:type') === 'normal',
      )
    : []
  return new Map(
    notes.map((note) => {
      const text = paragraphsIn(note)
      const linked = [...elementsBelow(note)].flatMap(({ name, attributes }) => {
        const to = name === 'w:hyperlink' ? own.get(attributes.get('r:id') ?? '') : undefined
        return to?.isOutside && /^https?:/i.test(to.target) ? [to.target] : []
      })
      const addresses = [...new Set([...linked, ...addressesIn(text)])]
      return [note.attributes.get('w:id') ?? '', { text, addresses }] as [string, NoteText]
    }),
  )
}

/** Tells of what stands at the head and foot of its pages, which is no part of the article; gives its words. */
async function wordsAside(
  parts: PackageParts,
  relationships: ReadonlyMap<string, Relationship>,
  ledger: Ledger,
): Promise<string[]> {
  const told = new Set<string>()
  for (const { type, target } of relationships.values()) {
    if ((type !== 'header' && type !== 'footer') || !parts.has(target)) continue
    const words = paragraphsIn(readXml(target, await parts.text(target)))
    if (words === '' || told.has(words)) continue
    told.add(words)
    ledger.write('head', null, { words, took: words })
  }
  return [...told]
}
