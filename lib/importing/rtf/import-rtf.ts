import { BLOCK_STYLES } from '../word/made/block-styles'
import { type DocumentReading, type ReadWishes, readParts } from '../word/read-parts'
import { BodyMaker } from './body-maker'
import { Fonts } from './fonts'
import { type Group, isGroup, readGroups } from './group-tree'
import { wordsInRichText } from './source-words'
import { changeAuthors, RtfStyles } from './styles'

/**
 * Reads a rich text (.rtf, Rich Text Format 1.9.1) as {@link readParts} does: said in the terms of WordprocessingML.
 * Nothing in it runs, loads or is followed. Refuses what is no such document, is damaged, or far too large.
 */
export async function importRtf(bytes: Buffer, wishes?: ReadWishes): Promise<DocumentReading> {
  const root = readGroups(bytes.toString('latin1'))
  const document: Group = root.children.find(isGroup) ?? root
  const fonts = new Fonts(document)
  const around = {
    fonts,
    styles: new RtfStyles(document, fonts),
    authors: changeAuthors(document, fonts),
  }
  const maker = new BodyMaker(around)
  const body = maker.body(document)
  const { footnotes, endnotes, embedded, comments, heads } = maker
  const parts = {
    ...{ body, footnotes, endnotes, embedded, styles: BLOCK_STYLES, comments: comments.all },
    numbering: maker.numbering(),
    relationships: new Map(),
    heads: [...heads],
    source: wordsInRichText(document, fonts),
  }
  return readParts(parts, wishes)
}

/** Whether bytes are a rich text, by how it begins. */
export const isRichText = (bytes: Buffer) =>
  /^[\s\0]*(?:\u00ef\u00bb\u00bf)?\{\\rtf/.test(bytes.toString('latin1', 0, 200))
