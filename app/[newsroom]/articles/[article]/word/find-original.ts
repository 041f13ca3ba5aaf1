import { buffer } from 'node:stream/consumers'
import { findArticle } from '@/lib/db/articles/articles'
import { findNewestDocument } from '@/lib/db/articles/documents'
import { findStoredFile } from '@/lib/db/captures/stored-bytes'
import type { Actor } from '@/lib/domain/policy'
import type { Report } from '@/lib/domain/report/schema'
import { openStore } from '@/lib/evidence/files/open-store'
import { readVerified } from '@/lib/evidence/files/read-verified'
import { formatOf } from '@/lib/importing/document/import-document'
import type { OriginalDocument } from '@/lib/reports/document/article-docx'

/** The Word document that a report's text was read from, as it was kept; null where it was read from none. */
export async function findOriginal(
  actor: Actor,
  { article: { slug }, revision }: Report,
): Promise<OriginalDocument | null> {
  const article = await findArticle(actor, { slug })
  const document = article && (await findNewestDocument(actor, article.id))
  if (!document || document.revision.number !== revision.number) return null
  // A page, which may have any name.
  if (document.choices.from !== undefined) return null
  const file = await findStoredFile(actor, document.sha256)
  if (!file) return null
  const bytes = await buffer(await readVerified(openStore(), file))
  return (await formatOf(bytes, document.name)) === 'docx'
    ? { bytes, choices: document.choices }
    : null
}
