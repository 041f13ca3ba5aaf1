import { z } from 'zod'
import { findComment, insertComment, updateCommentResolved } from '@/lib/db/discussion/comments'
import { listMembers } from '@/lib/db/newsroom/members'
import { mentionedIn } from '@/lib/domain/discussion/mentions'
import { type Actor, hearsCheck } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { aboutClaim, assertNotCut, claimForArticle } from '../claims/claim-subject'
import { command } from '../command'
import { nameOf } from '../edit-conflicts'
import { id, neededProse } from '../fields'

/** Writes a note on a claim to those who check the article. `@Name` calls one of them. */
export const writeComment = command('writeComment', {
  permission: 'claim.comment',
  input: z.object({ claimId: id, text: neededProse('Write the comment.') }),
  subject: claimForArticle,

  async run({ actor, input: { claimId, text }, subject: { claim, ...article }, record }) {
    assertNotCut(claim)
    const { selfCheck } = actor
    const members = (await listMembers(actor)).filter(({ removedAt }) => removedAt === null)
    const called = mentionedIn(text, members)
    const hearing = called.filter((member) => hearsCheck({ ...member, selfCheck }, article))
    const deaf = called.find(({ name }) => !hearing.some((one) => one.name === name))
    if (deaf) {
      const message = `${deaf.name} does not see the comments on this article. Ask with a query instead, or leave the @ out.`
      throw new Refusal('invalid', message, { text: message })
    }
    const mentioned = hearing.map(({ userId }) => userId)
    const commentId = await insertComment(actor, { claimId, text, mentioned })
    record({ type: 'comment.written', ...aboutClaim(claim), commentId, text, mentions: mentioned })
    return { commentId }
  },
})

/** Says that nothing is left to do about a comment. */
export const resolveComment = command('resolveComment', {
  permission: 'claim.comment',
  input: z.object({ commentId: id }),
  subject: commentForArticle,

  async run({ actor, subject: { comment }, record }) {
    if (comment.resolvedById) {
      const who = await nameOf(actor, comment.resolvedById)
      throw new Refusal('conflict', `${who} resolved this comment already.`)
    }
    await updateCommentResolved(actor, comment.id, true)
    record({ type: 'comment.resolved', ...on(comment) })
    return { commentId: comment.id }
  },
})

/** Takes back that a comment is resolved. */
export const reopenComment = command('reopenComment', {
  permission: 'claim.comment',
  input: z.object({ commentId: id }),
  subject: commentForArticle,

  async run({ actor, subject: { comment }, record }) {
    if (!comment.resolvedById) throw new Refusal('conflict', 'This comment is open already.')
    await updateCommentResolved(actor, comment.id, false)
    record({ type: 'comment.reopened', ...on(comment) })
    return { commentId: comment.id }
  },
})

async function commentForArticle(actor: Actor, { commentId }: { commentId: string }) {
  const comment = await findComment(actor, commentId)
  return comment && { ...comment.article, comment }
}

type Comment = NonNullable<Awaited<ReturnType<typeof findComment>>>

const on = ({ id, article, claimId, number }: Comment) => ({
  ...{ articleId: article.id, claimId, number },
  commentId: id,
})
