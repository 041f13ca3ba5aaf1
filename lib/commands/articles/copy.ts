import { z } from 'zod'
import { type Article, findArticle, insertArticle } from '@/lib/db/articles/articles'
import { listMembers } from '@/lib/db/newsroom/members'
import { findRevision } from '@/lib/db/revisions/revisions'
import { type Actor, canBe, type Part } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { copiedWriting } from '@/lib/domain/revisions/writing'
import { command } from '../command'
import { id, needed } from '../fields'
import { freeSlug } from './articles'

/**
 * Makes an article of its own of the newest text of another: its text, its language and its people who are still here. Its
 * claims and all that was found stay behind, and so do deadline and worry. Who wrote the words stays on record, and
 * whoever copies them is their writer too, as with all words that are brought in.
 */
export const copyArticle = command('copyArticle', {
  permission: 'article.edit',
  input: z.object({
    articleId: id,
    headline: needed('Give the copy a headline.', 500),
    /** The number of the revision that was the newest where this was asked for. */
    revision: z.coerce.number().int().positive().optional(),
  }),

  async subject(actor, { articleId }) {
    const article = await findArticle(actor, { id: articleId })
    const text = article && (await findRevision(actor, article.id))
    return text && { ...article, text }
  },

  async run({ actor, input: { articleId, headline, revision: seen }, subject, record }) {
    const { text, language, headline: original } = subject
    if (seen !== undefined && seen !== text.number) {
      throw new Refusal(
        'conflict',
        `Revision ${text.number} came in while you had this open, so nothing was copied. Send it again to copy that one.`,
        {},
      )
    }
    const people = await peopleStillHere(actor, subject)
    const slug = await freeSlug(actor, headline)
    const { text: all, blocks, sha256, words } = text
    const written = copiedWriting(text.written, [actor.userId, ...people.writerIds])
    const copyId = await insertArticle(
      actor,
      { ...people, headline, slug, language, deadline: null, worry: '' },
      { text: all, blocks, sha256, words, written },
    )
    const copyOf = { headline: original, revision: text.number }
    record({
      ...{ type: 'article.brought', articleId: copyId, headline, revision: 1, sha256, words },
      copyOf,
    })
    record({ type: 'article.copied', articleId, copyId, revision: text.number })
    return { articleId: copyId, slug }
  },
})

async function peopleStillHere(
  actor: Actor,
  { editorId, writerIds, checkerIds }: Pick<Article, 'editorId' | 'writerIds' | 'checkerIds'>,
) {
  const present = (await listMembers(actor)).filter(({ removedAt }) => removedAt === null)
  const still = (part: Part, ids: readonly string[]) =>
    ids.filter((one) => present.some(({ userId, role }) => userId === one && canBe(role, part)))
  return {
    editorId: still('editor', editorId ? [editorId] : [])[0] ?? null,
    writerIds: still('writer', writerIds),
    checkerIds: still('checker', checkerIds),
  }
}
