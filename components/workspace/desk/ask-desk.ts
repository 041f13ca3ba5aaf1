import type { Desk, DeskNews } from '@/lib/db/workspace/find-desk'
import type { DeskChanges } from '@/lib/db/workspace/find-desk-changes'
import { applyChanges } from './apply-changes'

/**
 * The article as it stands now, with what is on file about one claim. `gone` where the person may not see
 * it any more; null where the answer came without the text of a newer revision, and has to be asked again.
 */
export async function askDesk(
  known: Desk,
  claim: number | null,
  signal?: AbortSignal,
): Promise<Desk | 'gone' | null> {
  const about = new URLSearchParams({
    has: known.revision.sha256,
    since: String(known.seq),
    claim: String(claim ?? 0),
    kept: String(known.dossier?.number ?? 0),
  })
  const address = `/${known.newsroom}/articles/${known.article.slug}/desk?${about}`
  const answer = await fetch(address, { signal })
  if (answer.status === 404) return 'gone'
  if (!answer.ok) throw new Error(`the desk answered ${answer.status}`)
  const news: DeskNews | DeskChanges = await answer.json()
  return 'changed' in news ? applyChanges(known, news) : completed(news, known)
}

/** A desk that came without its text, with the text that the page has; null where that is another one. */
function completed({ revision, ...news }: DeskNews, known: Desk): Desk | null {
  const { text, blocks } = revision
  if (text !== undefined && blocks) return { ...news, revision: { ...revision, text, blocks } }
  return revision.sha256 === known.revision.sha256 ? { ...news, revision: known.revision } : null
}
