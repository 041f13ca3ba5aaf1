import { randomUUID } from 'node:crypto'
import { describe, expect, test as plainTest } from 'vitest'
import { findChainHead, listAuditEntries } from '@/lib/db/audit/log'
import { listEvents } from '@/lib/db/audit/log-events'
import { findClaim } from '@/lib/db/claims/claims'
import { checkChain } from '@/lib/domain/audit/hash-chain'
import type { Actor } from '@/lib/domain/policy'
import { everythingOf } from '@/lib/testing/database/dump-newsroom'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { removeMember } from '../newsroom/members'
import { detachEvidence } from '../sources/evidence'
import { assignClaims, putClaimsBack, setStatuses, typeClaims } from './bulk-claims'
import { cutClaim, editClaim, setStatus } from './claims'
import { giveVerdict } from './verdicts'

describe('several claims at once', () => {
  test('are assigned, with one event for each', async () => {
    const { articleId, ids, tom } = await aDesk()
    const { changed } = await assignClaims(tom, {
      articleId,
      assigneeId: tom.userId,
      claims: unassigned(ids),
    })
    expect(await assigneesOf(tom, ids)).toEqual([tom.userId, tom.userId, tom.userId])
    expect(changed).toEqual(ids.map((claimId) => ({ claimId, version: 2, was: null })))
    const events = await listEvents(tom, { articleId, types: ['claim.changed'] })
    expect(events.map(({ event }) => event)).toMatchObject(
      [3, 2, 1].map((number) => ({ number, changes: { assignee: { from: '', to: 'Tom' } } })),
    )
  })

  test('are given a type, and those that have it already are left alone', async () => {
    const { articleId, ids, tom } = await aDesk()
    const [first = ''] = ids
    await editClaim(tom, { claimId: first, type: 'money', version: 1 })
    const { changed } = await typeClaims(tom, {
      articleId,
      type: 'money',
      claims: JSON.stringify(ids.map((claimId) => ({ claimId, from: 'event' }))),
    })
    expect(changed.map(({ claimId }) => claimId)).toEqual(ids.slice(1))
    expect(await listEvents(tom, { articleId, types: ['claim.changed'] })).toHaveLength(3)
    await expect(
      typeClaims(tom, {
        articleId,
        type: 'money',
        claims: ids.map((claimId) => ({ claimId, from: 'money' })),
      }),
    ).rejects.toMatchObject({ reason: 'invalid' })
  })

  test('are set to where the work stands, but never to checked, recheck or cut', async () => {
    const { articleId, ids, tom } = await aDesk()
    const claims = ids.map((claimId) => ({ claimId, from: 'unchecked' }))
    await setStatuses(tom, { articleId, status: 'waiting_source', claims })
    expect(await statusesOf(tom, ids)).toEqual(Array(3).fill('waiting_source'))
    for (const status of ['checked', 'recheck', 'cut', 'done']) {
      await expect(setStatuses(tom, { articleId, status, claims })).rejects.toMatchObject({
        fields: { status: expect.anything() },
      })
    }
  })

  test('are given to nobody who may not check here', async () => {
    const { newsroom, articleId, ids, tom, lena } = await aDesk()
    const other = await newsroom.member('checker')
    for (const { userId } of [lena, other]) {
      await refused(tom, () =>
        assignClaims(tom, { articleId, assigneeId: userId, claims: unassigned(ids) }),
      ).toMatchObject({ fields: { assigneeId: expect.anything() } })
    }
  })

  test('are at least one, at most 500, each once, and all of one article', async () => {
    const { newsroom, articleId, ids, tom, ines } = await aDesk()
    const elsewhere = await newsroom.article({ by: ines, checkers: [tom] })
    const { claimId } = await newsroom.claim({ ...elsewhere, by: tom }, 'in May')
    const [first = ''] = ids
    const many = Array.from({ length: 501 }, (_, at) => `${at}`)
    for (const chosen of [[], [first, first], many, 'no JSON', undefined]) {
      const claims = Array.isArray(chosen) ? unassigned(chosen) : chosen
      await refused(tom, () =>
        assignClaims(tom, { articleId, assigneeId: tom.userId, claims }),
      ).toMatchObject({ reason: 'invalid', fields: { claims: expect.anything() } })
    }
    await refused(tom, () =>
      assignClaims(tom, { articleId, assigneeId: '', claims: unassigned([first, claimId]) }),
    ).toMatchObject({ reason: 'not-found' })
  })

  test('are refused as a whole, with each one that is in the way and who put it there', async () => {
    const { articleId, ids, tom, ines } = await aDesk()
    const [first = '', second = '', third = ''] = ids
    await assignClaims(ines, {
      articleId,
      assigneeId: ines.userId,
      claims: unassigned([first, second]),
    })
    await editClaim(tom, { claimId: first, type: 'money', assigneeId: ines.userId, version: 2 })
    await cutClaim(ines, { claimId: third, reason: 'It went.' })
    await refused(tom, () =>
      assignClaims(tom, { articleId, assigneeId: tom.userId, claims: unassigned(ids) }),
    ).toMatchObject({
      reason: 'conflict',
      message:
        'Nothing was changed: C-001 and C-002 were assigned to Ines by Ines since this page was loaded; C-003 is cut.',
    })
  })

  test('name the verdict’s giver where a verdict changed the status', async () => {
    const { articleId, ids, tom, ines } = await aDesk()
    const [claimId = ''] = ids
    await giveVerdict(ines, { claimId, verdict: 'disputed', rationale: 'Two dates.' })
    const claims = [{ claimId, from: 'unchecked' }]
    await refused(tom, () =>
      setStatuses(tom, { articleId, status: 'in_progress', claims }),
    ).toMatchObject({ message: expect.stringContaining('C-001 was set to Checked by Ines') })
  })

  test('are a conflict where a colleague did the same meanwhile, and not where nobody did', async () => {
    const { articleId, ids, tom, ines } = await aDesk()
    const [claimId = ''] = ids
    const [status, from] = ['in_progress', 'unchecked']
    await setStatus(ines, { claimId, from, status })
    const all = { articleId, status, claims: [{ claimId, from }] }
    await refused(tom, () => setStatus(tom, { claimId, from, status })).toMatchObject({
      reason: 'conflict',
      message: expect.stringMatching(/^Ines set this claim to In progress/),
      resend: { from: status },
    })
    await refused(tom, () => setStatuses(tom, all)).toMatchObject({
      reason: 'conflict',
      message: expect.stringContaining('C-001 was set to In progress by Ines'),
    })
    for (const again of [
      () => setStatus(tom, { claimId, from: status, status }),
      () => setStatuses(tom, { ...all, claims: [{ claimId, from: status }] }),
    ]) {
      await refused(tom, again).toMatchObject({ reason: 'invalid' })
    }
  })

  test('take no harm from what a colleague changed of them besides', async () => {
    const { articleId, ids, tom, ines } = await aDesk()
    const [claimId = ''] = ids
    await setStatus(ines, { claimId, from: 'unchecked', status: 'in_progress' })
    await assignClaims(tom, { articleId, assigneeId: tom.userId, claims: unassigned(ids) })
    expect(await statusesOf(tom, [claimId])).toEqual(['in_progress'])
  })
})

describe('taken back', () => {
  test('each claim is what it was before', async () => {
    const { articleId, ids, tom, ines } = await aDesk()
    const [first = '', ...others] = ids
    await editClaim(tom, { claimId: first, type: 'event', assigneeId: ines.userId, version: 1 })
    const claims = [{ claimId: first, from: ines.userId }, ...unassigned(others)]
    const { changed } = await assignClaims(tom, { articleId, assigneeId: tom.userId, claims })
    const answer = await putClaimsBack(tom, back(articleId, 'assignee', tom.userId, changed))
    expect(answer.notBack).toBe('')
    expect(await assigneesOf(tom, ids)).toEqual([ines.userId, null, null])
    const [last] = await listEvents(tom, { claimId: first })
    expect(last?.event).toMatchObject({ changes: { assignee: { from: 'Tom', to: 'Ines' } } })
  })

  test('those that are no longer as they were left stay, and are told', async () => {
    const { articleId, ids, tom, ines } = await aDesk()
    const [first = '', second = ''] = ids
    const status = 'waiting_writer'
    const claims = ids.map((claimId) => ({ claimId, from: 'unchecked' }))
    const { changed } = await setStatuses(tom, { articleId, status, claims })
    await setStatus(ines, { claimId: first, from: status, status: 'in_progress' })
    await cutClaim(ines, { claimId: second, reason: 'It went.' })

    const raw = back(articleId, 'status', status, changed)
    expect(await putClaimsBack(tom, raw)).toMatchObject({
      changed: [{ claimId: ids[2], version: 3 }],
      notBack: 'C-001 was set to In progress by Ines since then; C-002 is cut',
    })
    expect(await statusesOf(tom, ids)).toEqual(['in_progress', 'cut', 'unchecked'])
    await refused(tom, () => putClaimsBack(tom, raw)).toMatchObject({
      reason: 'conflict',
      message: expect.stringMatching(/^Nothing was put back: .*C-003 was set to Unchecked by you/),
    })
  })

  test('a claim is checked again only if its verdict still stands', async () => {
    const { newsroom, articleId, ids, tom } = await aDesk()
    const [first = '', second = ''] = ids
    const { evidenceId } = await newsroom.evidence({ claimId: first, by: tom })
    await giveVerdict(tom, { claimId: first, verdict: 'confirmed' })
    await giveVerdict(tom, { claimId: second, verdict: 'disputed', rationale: 'Two dates.' })
    const status = 'in_progress'
    const claims = [first, second].map((claimId) => ({ claimId, from: 'checked' }))
    const { changed } = await setStatuses(tom, { articleId, status, claims })
    await detachEvidence(tom, { claimId: first, evidenceId, reason: 'Another bridge.' })

    expect(await putClaimsBack(tom, back(articleId, 'status', status, changed))).toMatchObject({
      notBack: 'C-001 is no longer carried by its evidence',
    })
    expect(await statusesOf(tom, [first, second])).toEqual(['in_progress', 'checked'])
  })

  test('no claim comes to checked, recheck or cut that never was', async () => {
    const { articleId, ids, tom } = await aDesk()
    for (const was of ['checked', 'recheck', 'cut']) {
      const claims = ids.map((claimId) => ({ claimId, left: 'unchecked', was }))
      await refused(tom, () =>
        putClaimsBack(tom, { articleId, what: 'status', claims }),
      ).toMatchObject({ reason: 'conflict' })
    }
  })

  test('nothing goes back to somebody who has left', async () => {
    const { newsroom, articleId, ids, tom, ines } = await aDesk()
    const admin = await newsroom.member('admin', 'Ada')
    const leaving = await newsroom.member('editor', 'Olu')
    const given = (assigneeId: string, from: string | null) =>
      assignClaims(tom, {
        articleId,
        assigneeId,
        claims: ids.map((claimId) => ({ claimId, from })),
      })
    await given(leaving.userId, null)
    const { changed } = await given(ines.userId, leaving.userId)
    await removeMember(admin, { userId: leaving.userId })
    await refused(tom, () =>
      putClaimsBack(tom, back(articleId, 'assignee', ines.userId, changed)),
    ).toMatchObject({
      message: 'Nothing was put back: C-001, C-002 and C-003 are no longer for Olu to check.',
    })
  })
})

describe('all at once', () => {
  plainTest('two people assign the same claims: one does it, the other is told', async () => {
    const { articleId, ids, tom, ines } = await aDesk()
    const give = (actor: Actor) =>
      assignClaims(actor, { articleId, assigneeId: actor.userId, claims: unassigned(ids) })
    const answers = await Promise.allSettled([give(tom), give(ines)])

    const [lost] = answers.filter((answer) => answer.status === 'rejected')
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const [winner, loser] = answers[0]?.status === 'fulfilled' ? [tom, ines] : [ines, tom]
    expect(await assigneesOf(loser, ids)).toEqual(Array(3).fill(winner.userId))
    expect(lost?.reason).toMatchObject({
      reason: 'conflict',
      message: expect.stringContaining(`were assigned to ${winner.name} by ${winner.name}`),
    })
  })

  plainTest('a form that arrives eight times assigns once, in a chain without a gap', async () => {
    const { articleId, ids, tom } = await aDesk()
    const raw = {
      articleId,
      assigneeId: tom.userId,
      claims: unassigned(ids),
      formId: randomUUID(),
    }
    const answers = await Promise.all(Array.from({ length: 8 }, () => assignClaims(tom, raw)))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(await listEvents(tom, { articleId, types: ['claim.changed'] })).toHaveLength(3)
    const chain = checkChain(await listAuditEntries(tom), await findChainHead(tom))
    expect(chain).toMatchObject({ whole: true })
  })
})

async function aDesk() {
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor', 'Ines')
  const tom = await newsroom.member('checker', 'Tom')
  const lena = await newsroom.member('writer', 'Lena')
  const article = await newsroom.article({ by: ines, checkers: [tom], writers: [lena] })
  const ids: string[] = []
  for (const words of ['opened in 1932', 'four million crowns', 'welded throughout']) {
    ids.push((await newsroom.claim({ ...article, by: tom }, words)).claimId)
  }
  return { newsroom, ines, tom, lena, articleId: article.articleId, ids }
}

const unassigned = (ids: readonly string[]) => ids.map((claimId) => ({ claimId, from: null }))

function back(
  articleId: string,
  what: 'assignee' | 'type' | 'status',
  left: string,
  changed: readonly { claimId: string; was: unknown }[],
) {
  return { articleId, what, claims: changed.map(({ claimId, was }) => ({ claimId, left, was })) }
}

/** What an attempt is refused with, once it is seen that it changed nothing. */
function refused(actor: Actor, attempt: () => Promise<unknown>) {
  const refusal = everythingOf(actor).then(async (before) => {
    const answer = await attempt().then(
      () => 'carried out',
      (error) => error,
    )
    expect(await everythingOf(actor)).toEqual(before)
    return answer
  })
  return expect(refusal).resolves
}

async function claimsOf(actor: Actor, ids: readonly string[]) {
  const claims = []
  for (const id of ids) claims.push(await findClaim(actor, { id }))
  return claims
}

const assigneesOf = async (actor: Actor, ids: readonly string[]) =>
  (await claimsOf(actor, ids)).map((claim) => claim?.assigneeId)

const statusesOf = async (actor: Actor, ids: readonly string[]) =>
  (await claimsOf(actor, ids)).map((claim) => claim?.status)
