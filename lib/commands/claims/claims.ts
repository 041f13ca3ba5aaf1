import { z } from 'zod'
import { type Article, findArticle } from '@/lib/db/articles/articles'
import { insertDecision, updateTaking } from '@/lib/db/claims/candidates'
import { type ClaimDetails, insertClaim, updateClaim } from '@/lib/db/claims/claims'
import { listMembers, type Member } from '@/lib/db/newsroom/members'
import type { Revision } from '@/lib/db/revisions/revisions'
import { type Anchor, anchorAt } from '@/lib/domain/anchoring/anchor'
import type { DeskEvent } from '@/lib/domain/audit/events'
import { isSameWording } from '@/lib/domain/claims/standing'
import { SETTABLE_STATUSES, statusAfterClaimant } from '@/lib/domain/claims/status'
import type { Actor } from '@/lib/domain/policy'
import { Conflict, Refusal } from '@/lib/domain/refusal'
import { CLAIM_TYPES, keysOf, RISKS, WORK_STATUSES } from '@/lib/domain/vocabulary'
import { command } from '../command'
import { assertNewestVersion, changesBetween, type Field, lastToChange } from '../edit-conflicts'
import {
  id,
  line,
  neededProse,
  optionalId,
  parsedJson,
  proposal,
  several,
  version,
  wordsSeen,
} from '../fields'
import { assertWordsSeen } from '../preconditions'
import { carryAgain } from '../revisions/carry-again'
import { type ArticleHere, findNewest, recount } from '../revisions/newest-revision'
import { assertAssignee } from './assignee'
import { changeAll } from './bulk-claims'
import { STATUS_FACET } from './bulk-fields'
import { checksOf, statusTakenUp, statusWith } from './check-rules'
import { aboutClaim, assertNotCut, claimForArticle, isPlaced } from './claim-subject'

const details = z.object({
  type: z.enum(keysOf(CLAIM_TYPES), 'Choose what kind of claim this is.'),
  risks: several(z.enum(keysOf(RISKS))),
  claimant: line().transform((name) => name || null),
  assigneeId: optionalId,
})

/** Makes the selected words of the newest revision a claim. It may overlap others and run over paragraphs. */
export const markClaim = command('markClaim', {
  permission: 'claim.mark',
  input: details.extend({
    articleId: id,
    /** The rule that proposed these words, if one did. */
    ...proposal,
    revision: z.coerce.number().int().positive(),
    start: z.coerce.number('Select the words of the claim first.').int(),
    end: z.coerce.number('Select the words of the claim first.').int(),
  }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({
    actor,
    input: { start, end, revision: number, articleId, rule, score, ...details },
    subject: article,
    record,
  }) {
    const revision = await findNewest(actor, article, number)
    const anchor = anchorAt(revision.text, { start, end })
    await assertAssignee(actor, article, details.assigneeId)
    const claim = await markAt(actor, { article, revision, anchor, details }, record)
    await recount(actor, article, revision, { claimCount: claim.number })
    if (rule) {
      await insertDecision(actor, 'accepted', { revisionId: revision.id, rule, score }, anchor)
    }
    return claim
  },
})

/** Makes words of the newest revision the next claim of an article, and says so in the log; the article is not counted anew. */
export async function markAt(
  actor: Actor,
  {
    article,
    revision,
    anchor,
    details,
  }: {
    article: ArticleHere & Pick<Article, 'claimCount'>
    revision: Revision
    anchor: Anchor
    details: ClaimDetails
  },
  record: (event: DeskEvent) => void,
): Promise<{ claimId: string; number: number }> {
  const number = article.claimCount + 1
  const articleId = article.id
  const place = { articleId, revisionId: revision.id, number, anchor }
  const claimId = await insertClaim(actor, place, details)
  record({
    type: 'claim.marked',
    ...{ articleId, claimId, number },
    words: anchor.exact,
    start: anchor.start,
    end: anchor.end,
    revision: revision.number,
    claimType: details.type,
  })
  return { claimId, number }
}

/** The events that count a claim's version up. */
const VERSIONING = [
  'claim.changed',
  'claim.status-set',
  'claim.sent-to-recheck',
  'claim.cut',
  'claim.restored',
  'claim.unplaced',
  'claim.placed',
  'claim.displaced',
  'verdict.given',
  'second-check.asked',
  'second-check.withdrawn',
  'second-checker.named',
] as const satisfies DeskEvent['type'][]

/** Changes what kind of claim it is, its risks, whose words it reports, and who checks it. */
export const editClaim = command('editClaim', {
  permission: 'claim.edit',
  input: details.extend({
    claimId: id,
    version,
    /** JSON of the details that the form was opened over: while they and the words stand, nothing else is a conflict. */
    was: z.preprocess(parsedJson, details).optional(),
    overWords: wordsSeen,
  }),
  subject: claimForArticle,

  async run({ actor, input: form, subject: { claim, ...article }, record }) {
    const { claimId, was, overWords = '', ...sent } = form
    const fields = fieldsOf(await listMembers(actor))
    const stands =
      isSameWording(overWords, claim.anchor.exact) &&
      fields.every(({ printed }) => was && printed(was) === printed(claim))
    const input = stands ? { ...sent, version: claim.version } : sent
    await assertNewestVersion(actor, { claimId, types: VERSIONING }, fields, claim, input)
    const changes = changesBetween(fields, claim, input)
    await assertAssignee(actor, article, input.assigneeId)

    const { version: _, ...details } = input
    const after = statusAfterClaimant(claim, details.claimant)
    const status = statusWith(actor, { ...checksOf(claim), ...details }, after)
    await updateClaim(actor, claimId, { ...details, status })
    record({ type: 'claim.changed', ...aboutClaim(claim), changes })
  },
})

/** Says where the work on a claim stands. That it is checked follows from its verdicts alone. */
export const setStatus = command('setStatus', {
  permission: 'claim.edit',
  input: z.object({
    claimId: id,
    from: z.string(),
    status: z.enum(SETTABLE_STATUSES, 'Choose where the work stands.'),
  }),
  subject: claimForArticle,

  async run({ actor, input: { claimId, from, status }, subject: { claim }, record }) {
    assertNotCut(claim)
    if (claim.status !== from) {
      throw new Conflict(
        `${await lastToChange(actor, { claimId, types: VERSIONING })} set this claim to ${WORK_STATUSES[claim.status]} in the meantime. Send again to replace it.`,
        { status: `Stored now: ${WORK_STATUSES[claim.status]}` },
        { from: claim.status },
      )
    }
    const shown = new Map([[claimId, claim.status]])
    const on = { articleId: claim.article.id, onFile: [claim], record }
    return changeAll(actor, { ...on, facet: STATUS_FACET, to: status, shown })
  },
})

/** Takes a claim out of the check, with a reason. It stays on file and can be taken back. */
export const cutClaim = command('cutClaim', {
  permission: 'claim.edit',
  input: z.object({
    claimId: id,
    reason: neededProse('Say why the claim is cut.'),
    overWords: wordsSeen,
  }),
  subject: claimForArticle,

  async run({ actor, input, subject: { claim, ...article }, record }) {
    const { claimId, reason, overWords } = input
    assertNotCut(claim)
    assertWordsSeen(claim, overWords, 'reason')
    await updateClaim(actor, claimId, { status: 'cut' })
    await updateTaking(actor, claim.anchor, false)
    await recount(actor, article)
    record({ type: 'claim.cut', ...aboutClaim(claim), reason })
  },
})

/** Takes back a cut: the claim stands again where its verdicts put it. */
export const restoreClaim = command('restoreClaim', {
  permission: 'claim.edit',
  input: z.object({ claimId: id }),
  subject: claimForArticle,

  async run({ actor, input: { claimId }, subject: { claim, ...article }, record }) {
    if (claim.status !== 'cut') throw new Refusal('conflict', 'This claim is not cut.')
    const begun = claim.saidVerdict ?? claim.soVerdict
    await updateClaim(actor, claimId, { status: begun ? statusTakenUp(actor, claim) : 'unchecked' })
    await updateTaking(actor, claim.anchor, true)
    if (!isPlaced(claim)) await carryAgain(actor, claim, record)
    await recount(actor, article)
    record({ type: 'claim.restored', ...aboutClaim(claim) })
  },
})

function fieldsOf(members: Member[]): Field<ClaimDetails>[] {
  const nameOf = (userId: string) =>
    members.find((member) => member.userId === userId)?.name ?? 'somebody'
  return [
    { name: 'type', label: 'type', printed: ({ type }) => CLAIM_TYPES[type] },
    {
      name: 'risks',
      label: 'risks',
      printed: ({ risks }) =>
        risks
          .map((risk) => RISKS[risk])
          .sort()
          .join(', '),
    },
    { name: 'claimant', label: 'claimant', printed: ({ claimant }) => claimant ?? '' },
    {
      name: 'assigneeId',
      label: 'assignee',
      printed: ({ assigneeId }) => (assigneeId ? nameOf(assigneeId) : ''),
    },
  ]
}
