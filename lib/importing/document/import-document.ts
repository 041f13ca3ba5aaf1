import { importOdt, isOpenDocument } from '../odt/import-odt'
import { importRtf, isRichText } from '../rtf/import-rtf'
import { importDocx } from '../word/import-docx'
import { PackageParts } from '../word/markup/package-parts'
import type { DocumentReading, ReadWishes } from '../word/read-parts'

const READERS = { docx: importDocx, odt: importOdt, rtf: importRtf }

/** Reads a word processor's document as an article, by what it is and not by what it calls itself. */
export async function importDocument(bytes: Buffer, wishes?: ReadWishes): Promise<DocumentReading> {
  return READERS[await formatOf(bytes)](bytes, wishes)
}

/** What format a document has; of what is none, the one that says best why it cannot be read. */
export async function formatOf(bytes: Buffer): Promise<keyof typeof READERS> {
  if (isRichText(bytes)) return 'rtf'
  return (await isOpenDocument(await PackageParts.open(bytes))) ? 'odt' : 'docx'
}
