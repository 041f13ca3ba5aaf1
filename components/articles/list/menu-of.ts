import { type Actor, type ArticleFacts, can } from '@/lib/domain/policy'
import type { MenuArticle } from './row-menu'

/** What the menu of an article is told, and what the actor may do there. */
export function menuOf(
  actor: Actor,
  article: Omit<MenuArticle, 'isArchived' | 'may'> & ArticleFacts & { archivedAt: Date | null },
): MenuArticle {
  const { id, slug, headline, state, revisionNumber, archivedAt } = article
  return {
    ...{ id, slug, headline, state, revisionNumber, isArchived: archivedAt !== null },
    may: {
      edit: can(actor, 'article.edit', article),
      move: can(actor, 'article.move', article),
      publish: can(actor, 'article.publish', article),
    },
  }
}
