/** The newest text of an article as commands find it, and how much of it is covered. */

import { type Article, updateArticleStanding } from '@/lib/db/articles/articles'
import { listCovered } from '@/lib/db/coverage/coverage'
import { findRevision, type Revision } from '@/lib/db/revisions/revisions'
import { coverageOf } from '@/lib/domain/coverage/coverage'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { wordsOf } from '@/lib/domain/text/words'

export type ArticleHere = Pick<
  Article,
  'id' | 'language' | 'writerIds' | 'checkerIds' | 'revisionNumber'
>

/** The newest revision, which has to be the one that a page showed. */
export async function findNewest(
  actor: Actor,
  article: ArticleHere,
  number: number,
): Promise<Revision> {
  if (number !== article.revisionNumber) {
    throw new Refusal(
      'conflict',
      `The text has a newer revision, ${article.revisionNumber}. Load the page again and select the words there.`,
    )
  }
  const revision = await findRevision(actor, article.id)
  if (!revision) throw new Error(`article ${article.id} has no revision`)
  return revision
}

/** Counts the covered words anew and keeps the number with the article. */
export async function recount(actor: Actor, article: ArticleHere, known?: Revision): Promise<void> {
  const revision = known ?? (await findNewest(actor, article, article.revisionNumber))
  const words = wordsOf(revision.text, revision.blocks, article.language)
  const { covered } = coverageOf(words, await listCovered(actor, revision.id))
  await updateArticleStanding(actor, article.id, { coveredWords: covered })
}
