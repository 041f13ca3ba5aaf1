import type { Between } from '@/lib/domain/articles/deadline-groups'
import type { Actor } from '@/lib/domain/policy'
import type { ArticleState } from '@/lib/domain/vocabulary'
import { db } from '../client'
import { isWanted, type Wanted } from './article-places'

/** No more deadlines than this are read for a month. */
export const MOST_DEADLINES = 500

export interface DueArticle {
  id: string
  slug: string
  headline: string
  language: string
  state: ArticleState
  deadline: Date
}

/** The articles that are wanted and that the actor sees, by their deadline, within some days; as many as are read for a month. */
export async function listDue(
  actor: Actor,
  wanted: Wanted,
  { from, before }: Required<Between>,
): Promise<{ articles: DueArticle[]; isCut: boolean }> {
  const rows = await db().$queryRaw<DueArticle[]>`
    SELECT article.id, slug, headline, language, state, deadline FROM "Article" article
    WHERE ${isWanted(actor, wanted)}
      AND article.deadline >= ${from} AND article.deadline < ${before}
    ORDER BY article.deadline, article.id LIMIT ${MOST_DEADLINES + 1}`
  return { articles: rows.slice(0, MOST_DEADLINES), isCut: rows.length > MOST_DEADLINES }
}
