/** The newest text of an article as commands find it, and how much of it is covered. */

import { type Article, updateArticleStanding } from '@/lib/db/articles/articles'
import { listCovered } from '@/lib/db/coverage/coverage'
import { knownWords } from '@/lib/db/revisions/known-words'
import { findRevision, type Revision } from '@/lib/db/revisions/revisions'
import { coverageOf } from '@/lib/domain/coverage/coverage'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { Span } from '@/lib/domain/text/blocks'

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

/** Counts the covered words anew and keeps the number with the article, and whatever else changes there. */
export async function recount(
  actor: Actor,
  article: ArticleHere,
  known?: Revision,
  also: { claimCount?: number } = {},
): Promise<void> {
  const revision = known ?? (await findNewest(actor, article, article.revisionNumber))
  await recountWords(actor, revision, await knownWords(revision, article.language), also)
}

/** The same where the text's words are known. */
export async function recountWords(
  actor: Actor,
  { id, articleId }: Revision,
  words: readonly Span[],
  also: { claimCount?: number } = {},
): Promise<void> {
  const { covered } = coverageOf(words, await listCovered(actor, id))
  await updateArticleStanding(actor, articleId, { ...also, coveredWords: covered })
}
