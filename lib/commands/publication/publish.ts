import { z } from 'zod'
import { findArticle, updateArticleStanding } from '@/lib/db/articles/articles'
import { countCorrections } from '@/lib/db/publication/corrections'
import { insertSignOffEnd, listStandingSignOffs } from '@/lib/db/sign-off/sign-offs'
import type { Actor } from '@/lib/domain/policy'
import { isOut } from '@/lib/domain/publication/publication'
import { Refusal } from '@/lib/domain/refusal'
import { ARTICLE_STATES } from '@/lib/domain/vocabulary'
import { command } from '../command'
import { id, neededProse } from '../fields'
import { assertSignOffSeen, signOffSeen } from '../preconditions'

const articleOf = (actor: Actor, { articleId }: { articleId: string }) =>
  findArticle(actor, { id: articleId })

const withReason = (message: string) => z.object({ articleId: id, reason: neededProse(message) })

/** Puts on record that what was signed is out. From then on its text changes by corrections only. */
export const publishArticle = command('publishArticle', {
  permission: 'article.publish',
  input: z.object({ articleId: id, signOffId: signOffSeen }),
  subject: articleOf,

  async run({ actor, input: { articleId, signOffId }, subject: article, record }) {
    if (article.state !== 'signed_off') {
      throw new Refusal(
        'conflict',
        isOut(article.state)
          ? `The article is ${ARTICLE_STATES[article.state].toLowerCase()} already.`
          : 'Only what is signed off is published. Sign it off first.',
      )
    }
    const [standing] = await listStandingSignOffs(actor, [articleId])
    if (!standing) throw new Error(`article ${articleId} is signed off without a signature`)
    await assertSignOffSeen(actor, standing, signOffId, 'publish it')
    await updateArticleStanding(actor, articleId, { state: 'published' })
    const { number: revision } = standing.revision
    record({ type: 'article.published', articleId, revision, sha256: standing.sha256 })
  },
})

/** Takes back that an article is published, where that was recorded by mistake. */
export const takeBackPublishing = command('takeBackPublishing', {
  permission: 'article.publish',
  input: withReason('Say why it is not published after all.'),
  subject: articleOf,

  async run({ actor, input: { articleId, reason }, subject: article, record }) {
    if (article.state !== 'published') {
      throw new Refusal('conflict', 'Only what is published, and not corrected, can be taken back.')
    }
    const [standing] = await listStandingSignOffs(actor, [articleId])
    if (!standing) throw new Error(`article ${articleId} is published without a signature`)
    record({ type: 'article.publishing-taken-back', articleId, reason })
    if (!standing.emergency) {
      await updateArticleStanding(actor, articleId, { state: 'signed_off' })
      return
    }
    await insertSignOffEnd(actor, { signOffId: standing.id, kind: 'revoked', reason })
    await updateArticleStanding(actor, articleId, { state: 'in_check' })
    const { id: signOffId, revision } = standing
    record({ type: 'sign-off.revoked', articleId, signOffId, revision: revision.number, reason })
  },
})

/** Withdraws what is published. Its text and its record stay. */
export const withdrawArticle = command('withdrawArticle', {
  permission: 'article.publish',
  input: withReason('Say why the article is withdrawn.'),
  subject: articleOf,

  async run({ actor, input: { articleId, reason }, subject: article, record }) {
    if (article.state !== 'published' && article.state !== 'corrected') {
      throw new Refusal('conflict', 'Only what is published can be withdrawn.')
    }
    await updateArticleStanding(actor, articleId, { state: 'withdrawn' })
    record({ type: 'article.withdrawn', articleId, reason })
  },
})

/** Takes a withdrawal back: the article stands where it stood before. */
export const reinstateArticle = command('reinstateArticle', {
  permission: 'article.publish',
  input: withReason('Say why the article is out again.'),
  subject: articleOf,

  async run({ actor, input: { articleId, reason }, subject: article, record }) {
    if (article.state !== 'withdrawn') {
      throw new Refusal('conflict', 'The article is not withdrawn.')
    }
    const isCorrected = (await countCorrections(actor, articleId)) > 0
    await updateArticleStanding(actor, articleId, {
      state: isCorrected ? 'corrected' : 'published',
    })
    record({ type: 'article.reinstated', articleId, reason })
  },
})
