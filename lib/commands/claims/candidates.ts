import { z } from 'zod'
import { findArticle } from '@/lib/db/articles/articles'
import { insertDecision, listDismissed, updateDecisionWithdrawn } from '@/lib/db/claims/candidates'
import { anchorAt } from '@/lib/domain/anchoring/anchor'
import { Refusal } from '@/lib/domain/refusal'
import { command } from '../command'
import { id, proposal } from '../fields'
import { findNewest } from '../revisions/newest-revision'

const offset = z.coerce.number().int()

/** Says of words that a rule proposed that they need no claim. Nobody is asked about them again. */
export const dismissCandidate = command('dismissCandidate', {
  permission: 'claim.mark',
  input: z.object({
    ...proposal,
    articleId: id,
    revision: z.coerce.number().int().positive(),
    start: offset,
    end: offset,
  }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input: { revision: number, rule, score, ...place }, subject, record }) {
    const revision = await findNewest(actor, subject, number)
    const anchor = anchorAt(revision.text, place)
    const proposed = { revisionId: revision.id, rule, score }
    const decisionId = await insertDecision(actor, 'dismissed', proposed, anchor)
    record({ type: 'candidate.dismissed', articleId: subject.id, words: anchor.exact, rule })
    return { decisionId }
  },
})

/** Takes a dismissal back, so that the words are proposed again. */
export const restoreCandidate = command('restoreCandidate', {
  permission: 'claim.mark',
  input: z.object({ articleId: id, decisionId: id }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input: { decisionId }, subject, record }) {
    const revision = await findNewest(actor, subject, subject.revisionNumber)
    const dismissed = await listDismissed(actor, revision.id)
    const decision = dismissed.find(({ id }) => id === decisionId)
    if (!decision) throw new Refusal('conflict', 'This was taken back already.')
    await updateDecisionWithdrawn(actor, decisionId)
    record({ type: 'candidate.restored', articleId: subject.id, words: decision.exact })
  },
})
