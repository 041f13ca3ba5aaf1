import { z } from 'zod'
import { findArticle, updateArticleArchived } from '@/lib/db/articles/articles'
import { isInWork } from '@/lib/domain/publication/publication'
import { Refusal } from '@/lib/domain/refusal'
import { ARTICLE_STATES } from '@/lib/domain/vocabulary'
import { command } from '../command'
import { lastToChange } from '../edit-conflicts'
import { id } from '../fields'

/**
 * Puts an article away: lists and what waits for somebody leave it out, and nothing of it is lost. What is signed off or
 * out is not put away.
 */
export const archiveArticle = command('archiveArticle', {
  permission: 'article.edit',
  input: z.object({ articleId: id }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input: { articleId }, subject: { state, archivedAt }, record }) {
    if (archivedAt) {
      const who = await lastToChange(actor, { articleId, types: ['article.archived'] })
      throw new Refusal('conflict', `${who} archived this article already.`)
    }
    if (!isInWork(state)) {
      throw new Refusal(
        'conflict',
        state === 'signed_off'
          ? 'The article is signed off. Revoke the sign-off first.'
          : `The article is ${ARTICLE_STATES[state].toLowerCase()}, and what was out is not put away.`,
      )
    }
    await updateArticleArchived(actor, articleId, new Date())
    record({ type: 'article.archived', articleId })
  },
})

/** Takes an article out of the archive, to where it stood. */
export const restoreArticle = command('restoreArticle', {
  permission: 'article.edit',
  input: z.object({ articleId: id }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input: { articleId }, subject: { archivedAt }, record }) {
    if (!archivedAt) throw new Refusal('conflict', 'The article is not in the archive.')
    await updateArticleArchived(actor, articleId, null)
    record({ type: 'article.restored', articleId })
  },
})
