import { Refusal } from '@/lib/domain/refusal'
import type { Comment } from '../notes/document-notes'
import { type NoteText, noteText } from '../notes/document-notes'
import { ListNumbering } from './list-numbering'
import { PackageParts, type Relationship } from './markup/package-parts'
import { childrenOf, elementsBelow, readXml, type XmlElement } from './markup/xml'
import { paragraphsIn, readComments } from './notes/comments'
import { type DocumentReading, type ReadWishes, readParts } from './read-parts'
import { wordsInPart } from './source-words'
import { Styles } from './styles'

export type DocxWishes = ReadWishes

/**
 * Reads a Word document (.docx, ECMA-376) as {@link readParts} does. Nothing in it runs, loads or is followed. Refuses
 * what is no such document, is locked, damaged, or far too large.
 */
export async function importDocx(bytes: Buffer, wishes?: DocxWishes): Promise<DocumentReading> {
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
  const styles = new Styles(await read('styles'))
  const comments = await read('comments')
  const document = {
    ...{ body, styles, relationships },
    numbering: new ListNumbering(await read('numbering')),
    footnotes: await noteTexts(await read('footnotes'), 'footnotes', parts, relationships),
    endnotes: await noteTexts(await read('endnotes'), 'endnotes', parts, relationships),
    comments: comments
      ? readComments(comments, await read('commentsExtended'))
      : new Map<string, Comment>(),
    heads: await headWords(parts, relationships),
    embedded: [],
    source: wordsInPart(root, styles),
  }
  return readParts(document, wishes)
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
        return to?.isOutside ? [to.target] : []
      })
      return [note.attributes.get('w:id') ?? '', noteText(text, linked)] as [string, NoteText]
    }),
  )
}

/** What stands at the head and foot of its pages, which is no part of the article. */
async function headWords(
  parts: PackageParts,
  relationships: ReadonlyMap<string, Relationship>,
): Promise<string[]> {
  const heads = new Set<string>()
  for (const { type, target } of relationships.values()) {
    if ((type !== 'header' && type !== 'footer') || !parts.has(target)) continue
    heads.add(paragraphsIn(readXml(target, await parts.text(target))))
  }
  heads.delete('')
  return [...heads]
}
