import { importOdt, isOpenDocument } from '../odt/import-odt'
import { importDocx } from '../word/import-docx'
import { PackageParts } from '../word/markup/package-parts'
import type { DocumentReading, ReadWishes } from '../word/read-parts'

export const DOCUMENT_FORMATS = ['docx', 'odt'] as const

export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number]

const READERS: Record<
  DocumentFormat,
  (bytes: Buffer, wishes?: ReadWishes) => Promise<DocumentReading>
> = { docx: importDocx, odt: importOdt }

/** Reads a word processor's document as an article, by what it is and not by what it calls itself. */
export async function importDocument(bytes: Buffer, wishes?: ReadWishes): Promise<DocumentReading> {
  return READERS[await formatOf(bytes)](bytes, wishes)
}

/** What format a document has; of what is none, the one that says best why it cannot be read. */
export async function formatOf(bytes: Buffer): Promise<DocumentFormat> {
  return (await isOpenDocument(await PackageParts.open(bytes))) ? 'odt' : 'docx'
}
