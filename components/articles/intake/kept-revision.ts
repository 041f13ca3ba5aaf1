import type { Block } from '@/lib/domain/text/blocks'
import { readStored, writeStored } from '../../browser/use-stored'
import { type Imported, keptImport } from './imported'

/** A text that is being worked on, and the number of the revision that it was made from. */
export interface KeptRevision {
  base: number
  blocks: Block[]
}

/** Under which names this browser keeps the next text of an article, and what it was read from. */
export const revisionKeys = (me: string, articleId: string) => ({
  text: `stet:revision:${me}:${articleId}`,
  source: `stet:revision-source:${me}:${articleId}`,
})

/** Puts a text that was brought in where the article's next revision is written; false where somebody writes one there already. */
export function keepAsRevision(
  keys: ReturnType<typeof revisionKeys>,
  revision: KeptRevision,
  imported: Imported | null,
): boolean {
  if (readStored(keys.text) !== null) return false
  writeStored(keys.text, revision)
  writeStored(keys.source, imported && keptImport(imported))
  return true
}
