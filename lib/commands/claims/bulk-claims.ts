import { z } from 'zod'
import { findArticle } from '@/lib/db/articles/articles'
import { updateClaims } from '@/lib/db/claims/claims'
import type { Claim } from '@/lib/db/claims/whole-claims'
import { listMembers } from '@/lib/db/newsroom/members'
import type { DeskEvent } from '@/lib/domain/audit/events'
import { SETTABLE_STATUSES } from '@/lib/domain/claims/status'
import { type Actor, type ArticleFacts, canBeAssigned } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { CLAIM_TYPES, keysOf, WORK_STATUSES } from '@/lib/domain/vocabulary'
import { command } from '../command'
import { id, optionalId } from '../fields'
import { assertAssignee } from './assignee'
import { assigneeFacet, type Facet, STATUS_FACET, TYPE_FACET } from './bulk-fields'
import { bulkRefusal, isCut } from './bulk-refusals'
import { chosen, namedClaims } from './chosen-claims'

const userId = id.nullable()
const type = z.enum(keysOf(CLAIM_TYPES), 'Choose what kind of claims these are.')
const workStatus = z.enum(keysOf(WORK_STATUSES))

/** Gives claims of one article to somebody to check, or to nobody: all of them, or none. */
export const assignClaims = command('assignClaims', {
  permission: 'claim.edit',
  input: z.object({
    articleId: id,
    assigneeId: optionalId,
    claims: chosen(z.object({ claimId: id, from: userId })),
  }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input: { assigneeId, claims }, subject: article, record }) {
    await assertAssignee(actor, article, assigneeId)
    const facet = await assignees(actor, article)
    const on = { ...(await shownAndOnFile(actor, article.id, claims)), record }
    return changeAll(actor, { ...on, facet, to: assigneeId })
  },
})

/** Says what kind of claims these are: of all of them, or of none. */
export const typeClaims = command('typeClaims', {
  permission: 'claim.edit',
  input: z.object({
    articleId: id,
    type,
    claims: chosen(z.object({ claimId: id, from: type })),
  }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input: { articleId, type: to, claims }, record }) {
    const on = { ...(await shownAndOnFile(actor, articleId, claims)), record }
    return changeAll(actor, { ...on, facet: TYPE_FACET, to })
  },
})

/** Says where the work on several claims stands: on all of them, or on none. */
export const setStatuses = command('setStatuses', {
  permission: 'claim.edit',
  input: z.object({
    articleId: id,
    status: z.enum(SETTABLE_STATUSES, 'Choose where the work stands.'),
    claims: chosen(z.object({ claimId: id, from: workStatus })),
  }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input: { articleId, status: to, claims }, record }) {
    const on = { ...(await shownAndOnFile(actor, articleId, claims)), record }
    return changeAll(actor, { ...on, facet: STATUS_FACET, to })
  },
})

/** What was changed, as it was left, and what it was before. */
const before = <Value extends z.ZodType>(value: Value) =>
  chosen(z.object({ claimId: id, left: value, was: value }))

/**
 * Takes such a change back, claim by claim: only those that are still as they were left. Answers
 * which were not, in a sentence for each reason, and refuses where none is.
 */
export const putClaimsBack = command('putClaimsBack', {
  permission: 'claim.edit',
  input: z.discriminatedUnion('what', [
    z.object({ articleId: id, what: z.literal('assignee'), claims: before(userId) }),
    z.object({ articleId: id, what: z.literal('type'), claims: before(type) }),
    z.object({ articleId: id, what: z.literal('status'), claims: before(workStatus) }),
  ]),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input, subject: article, record }) {
    const about = { articleId: article.id, record }
    switch (input.what) {
      case 'assignee': {
        const facet = await assignees(actor, article)
        return putBack(actor, { ...about, facet, claims: input.claims })
      }
      case 'type':
        return putBack(actor, { ...about, facet: TYPE_FACET, claims: input.claims })
      case 'status':
        return putBack(actor, { ...about, facet: STATUS_FACET, claims: input.claims })
    }
  },
})

interface About<Value> {
  articleId: string
  facet: Facet<Value>
  record: (event: DeskEvent) => void
}

/**
 * Sets the same of all these claims, or of none. A claim whose other facts a colleague changed meanwhile is no conflict:
 * only what is set here is compared with what the page showed. What stands so already is left alone, but where
 * a colleague did all of it meanwhile, that is a conflict too.
 */
export async function changeAll<Value>(
  actor: Actor,
  {
    articleId,
    facet,
    to,
    shown,
    onFile,
    record,
  }: About<Value> & { to: Value; shown: ReadonlyMap<string, Value>; onFile: readonly Claim[] },
) {
  const stands = (claim: Claim) => facet.of(claim) === to
  const isDone = onFile.every(stands)
  const inTheWay = onFile.filter(
    (claim) =>
      isCut(claim) || ((isDone || !stands(claim)) && facet.of(claim) !== shown.get(claim.id)),
  )
  if (inTheWay.length > 0) {
    const since = 'since this page was loaded'
    const problems = await bulkRefusal(actor, { articleId, facet, since, claims: inTheWay })
    throw new Refusal('conflict', `Nothing was changed: ${problems}.`)
  }
  if (isDone) throw new Refusal('invalid', 'This stands so already.')
  const changing = onFile.filter((claim) => !stands(claim))
  await updateClaims(
    actor,
    changing.map(({ id }) => id),
    facet.stored(to),
  )
  for (const claim of changing) record(facet.event(claim, to))
  return { changed: changing.map((claim) => ({ ...asChanged(claim), was: facet.of(claim) })) }
}

async function putBack<Value>(
  actor: Actor,
  {
    articleId,
    facet,
    claims,
    record,
  }: About<Value> & { claims: { claimId: string; left: Value; was: Value }[] },
) {
  const sought = new Map(
    claims.filter(({ left, was }) => left !== was).map((one) => [one.claimId, one]),
  )
  if (sought.size === 0) throw new Refusal('invalid', 'There is nothing to put back.')
  const onFile = await namedClaims(actor, articleId, [...sought.keys()])
  const asLeft = (claim: Claim) => facet.of(claim) === sought.get(claim.id)?.left
  const found = onFile.filter((claim) => !isCut(claim) && asLeft(claim))
  const going = found.flatMap((claim) => {
    const one = sought.get(claim.id)
    return one ? [{ claim, to: one.was, barred: facet.barred(claim, one.was) }] : []
  })
  const able = going.filter(({ barred }) => barred === null)
  const notBack = await bulkRefusal(actor, {
    ...{ articleId, facet, since: 'since then' },
    claims: onFile.filter((claim) => !found.includes(claim)),
    barred: going.flatMap(({ claim, barred }) => (barred ? [{ claim, barred }] : [])),
  })
  if (able.length === 0) throw new Refusal('conflict', `Nothing was put back: ${notBack}.`)

  for (const to of new Set(able.map((one) => one.to))) {
    const ids = able.filter((one) => one.to === to).map(({ claim }) => claim.id)
    await updateClaims(actor, ids, facet.stored(to))
  }
  for (const { claim, to } of able) record(facet.event(claim, to))
  return { changed: able.map(({ claim }) => asChanged(claim)), notBack }
}

async function assignees(actor: Actor, article: ArticleFacts) {
  const members = await listMembers(actor)
  const may = members.filter((one) => !one.removedAt && canBeAssigned(actor, one, article))
  return assigneeFacet(
    new Map(members.map(({ userId, name }) => [userId, name])),
    new Set(may.map(({ userId }) => userId)),
  )
}

/** What the page showed of each claim, and what is on file about it now. */
async function shownAndOnFile<Value>(
  actor: Actor,
  articleId: string,
  claims: readonly { claimId: string; from: Value }[],
) {
  const shown = new Map(claims.map(({ claimId, from }) => [claimId, from]))
  return { articleId, shown, onFile: await namedClaims(actor, articleId, [...shown.keys()]) }
}

/** What the page needs to know when it has the news of a change. */
const asChanged = ({ id, version }: Claim) => ({ claimId: id, version: version + 1 })
