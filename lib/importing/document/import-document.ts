import type { DocumentNote } from '@/lib/domain/articles/document-note'
import { encodingNamed } from '../encoding/encodings'
import { importArticle, type Reading } from '../import-article'
import { importOdt, isOpenDocument } from '../odt/import-odt'
import { type SourceKind, sourceKindOf } from '../read-file'
import { importRtf, isRichText } from '../rtf/import-rtf'
import { importDocx } from '../word/import-docx'
import { PackageParts } from '../word/markup/package-parts'
import type { ReadWishes } from '../word/read-parts'

const READERS = { docx: importDocx, odt: importOdt, rtf: importRtf }

export type DocumentFormat = keyof typeof READERS | SourceKind

export type NotedReading = Reading & { notes: DocumentNote[] }

/**
 * Reads a document as an article with what it says beside its text: a word processor's by what it is and not by what it
 * calls itself, a page or a text by its name.
 *
 * @param wishes its choices may name the encoding of a text as `encoding`
 */
export async function importDocument(
  bytes: Buffer,
  name = '',
  wishes: ReadWishes = {},
): Promise<NotedReading> {
  const format = await formatOf(bytes, name)
  if (format === 'docx' || format === 'odt' || format === 'rtf')
    return READERS[format](bytes, wishes)
  const encoding = encodingNamed(wishes.choices?.encoding ?? '') ?? undefined
  return importArticle({ kind: format, bytes: new Uint8Array(bytes) }, { ...wishes, encoding })
}

/** What format a document has; of what is none, the one that says best why it cannot be read. */
export async function formatOf(bytes: Buffer, name = ''): Promise<DocumentFormat> {
  if (isRichText(bytes)) return 'rtf'
  const kind = sourceKindOf(name)
  if (kind && !ARCHIVES.has(bytes.toString('hex', 0, 4))) return kind
  return (await isOpenDocument(await PackageParts.open(bytes))) ? 'odt' : 'docx'
}

/** How a ZIP begins, and how a document of an old Word does. */
const ARCHIVES = new Set(['504b0304', 'd0cf11e0'])
