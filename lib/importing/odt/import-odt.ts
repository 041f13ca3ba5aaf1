import { Refusal } from '@/lib/domain/refusal'
import { BLOCK_STYLES } from '../word/made/block-styles'
import { PackageParts } from '../word/markup/package-parts'
import { childOf, elementsBelow, readXml, type XmlElement } from '../word/markup/xml'
import { type DocumentReading, type ReadWishes, readParts } from '../word/read-parts'
import { BodyMaker } from './body-maker'
import { OdfChanges } from './changes'
import { OdfComments } from './comments'
import { OdfLists } from './lists'
import { plainWords } from './plain-words'
import { wordsInText } from './source-words'
import { OdfStyles } from './styles'

/**
 * Reads an OpenDocument text (.odt, ODF 1.0 to 1.4) as {@link readParts} does: said in the terms of WordprocessingML, as
 * both tell the same things of a text. Nothing in it runs, loads or is followed. Refuses what is no such document, is
 * locked, damaged, or far too large.
 */
export async function importOdt(bytes: Buffer, wishes?: ReadWishes): Promise<DocumentReading> {
  const parts = await PackageParts.open(bytes)
  await refuseLocked(parts)
  const content = readXml(CONTENT, await parts.text(CONTENT))
  const text = childOf(childOf(content, 'office:body'), 'office:text')
  if (!text) throw new Refusal('invalid', NO_TEXT)
  const named = parts.has(STYLES) ? readXml(STYLES, await parts.text(STYLES)) : null
  const shared = named && childOf(named, 'office:styles')
  const own = childOf(content, 'office:automatic-styles')
  const styles = new OdfStyles([shared, own].filter((one) => one !== null && one !== undefined))
  const changes = new OdfChanges(text)
  const comments = new OdfComments(text)
  const lists = new OdfLists(styles)
  const maker = new BodyMaker({ styles, lists, changes, comments })
  const body = maker.body(text)
  const { footnotes, endnotes, embedded } = maker.inline
  const document = {
    ...{ body, footnotes, endnotes, embedded, styles: BLOCK_STYLES, comments: comments.all },
    numbering: lists.numbers(),
    relationships: new Map(),
    heads: named ? headWords(named) : [],
    source: wordsInText(text, styles, new OdfChanges(text)),
  }
  return readParts(document, wishes)
}

const CONTENT = 'content.xml'
const STYLES = 'styles.xml'

const NO_TEXT =
  'This is an OpenDocument of another kind, and no text. Save what you want to bring in as a text (.odt).'

/** Whether an archive calls itself an OpenDocument, by its part `mimetype` (ODF 1.3 part 2 §3.3) or by its parts. */
export async function isOpenDocument(parts: PackageParts): Promise<boolean> {
  if (!parts.has('mimetype')) return parts.has(CONTENT) && parts.has(MANIFEST)
  return /^application\/vnd\.(?:oasis\.opendocument|sun\.xml)\./.test(await parts.text('mimetype'))
}

const MANIFEST = 'META-INF/manifest.xml'

/** A document with a password has its parts in cipher, and says how in its manifest (ODF 1.3 part 2 §4.8). */
async function refuseLocked(parts: PackageParts): Promise<void> {
  const manifest = parts.has(MANIFEST) ? await parts.text(MANIFEST) : ''
  if (!/encryption-data\b/.test(manifest)) return
  throw new Refusal(
    'invalid',
    'This document is locked with a password. Save it without one and open that.',
  )
}

/** What stands at the head and foot of its pages. */
function headWords(named: XmlElement): string[] {
  const heads = [...elementsBelow(named)]
    .filter(({ name }) => /^style:(?:header|footer)(?:-left|-first)?$/.test(name))
    .map(plainWords)
  return [...new Set(heads)].filter((words) => words !== '')
}
