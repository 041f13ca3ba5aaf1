import type { Actor } from '@/lib/domain/policy'
import type { Report } from '@/lib/domain/report/schema'
import type { OriginalDocument } from '@/lib/reports/document/article-docx'

/** The document that a report's text was read from. No article has one yet: documents are read, and not kept. */
export async function findOriginal(_: Actor, __: Report): Promise<OriginalDocument | null> {
  return null
}
