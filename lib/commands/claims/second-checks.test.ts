import { describe, expect } from 'vitest'
import { findClaim } from '@/lib/db/claims/claims'
import { db } from '@/lib/db/client'
import { secondCheckStanding } from '@/lib/domain/claims/second-check'
import type { Actor } from '@/lib/domain/policy'
import { everythingOf } from '@/lib/testing/database/dump-newsroom'
import { test } from '@/lib/testing/database/rollback'
import { again, aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { editArticle } from '../articles/articles'
import { changeNewsroom } from '../newsroom/members'
import { reviseArticle } from '../revisions/revise'
import { detachEvidence, editEvidence } from '../sources/evidence'
import { editSource } from '../sources/sources'
import { checksOf } from './check-rules'
import { cutClaim, editClaim, restoreClaim } from './claims'
import { askSecondCheck, nameSecondChecker, withdrawSecondCheck } from './second-checks'
import { decideVerdict, giveVerdict } from './verdicts'

describe('a second check', () => {
  test('that finds the same leaves the claim checked, and is on record as blind', async () => {
    const { claimId, first, second, standing, ann, bo } = await aDesk()
    await first('disputed')
    expect(await standing()).toBe('missing')
    await second('disputed')
    expect(await standing()).toBe('agrees')
    expect(await findClaim(ann, { id: claimId })).toMatchObject({
      status: 'checked',
      soVerdict: 'disputed',
      verdicts: [
        { check: 'second', blind: true, givenById: bo.userId },
        { check: 'first', blind: false, givenById: ann.userId },
      ],
    })
  })

  test('that disagrees puts the claim in progress, and neither verdict goes', async () => {
    const { claimId, first, second, standing, ann } = await aDesk()
    await first('disputed')
    await second('not_checkable')
    expect(await standing()).toBe('disagrees')
    expect(await findClaim(ann, { id: claimId })).toMatchObject({
      status: 'in_progress',
      soVerdict: 'disputed',
      verdicts: [{ verdict: 'not_checkable' }, { verdict: 'disputed' }],
    })
    const entries = await db().auditEvent.findMany({ where: { claimId, type: 'verdict.given' } })
    expect(entries.map(({ data }) => data)).toMatchObject([
      { verdict: 'disputed' },
      { verdict: 'not_checkable', check: 'second', blind: true, disagrees: true, instead: null },
    ])
  })

  test('ends in agreement when either of the two gives another verdict', async () => {
    for (const who of ['first', 'second'] as const) {
      const desk = await aDesk()
      const { claimId, ann, standing } = desk
      await desk.first('disputed')
      await desk.second('not_checkable')
      await desk[who](who === 'first' ? 'not_checkable' : 'disputed')
      expect(await standing()).toBe('agrees')
      expect(await findClaim(ann, { id: claimId })).toMatchObject({
        status: 'checked',
        soVerdict: who === 'first' ? 'not_checkable' : 'disputed',
      })
    }
  })

  test('is given only where one is needed and a first stands', async () => {
    const { claimId, bo, cleo, first } = await aDesk()
    await expect(
      giveVerdict(bo, { ...given('disputed'), claimId, check: 'second' }),
    ).rejects.toMatchObject({ reason: 'conflict', resend: { check: 'first', over: '' } })
    await first('disputed')
    await giveVerdict(cleo, { ...given('disputed'), claimId, check: 'second' })
    await expect(
      giveVerdict(bo, { ...given('disputed'), claimId, check: 'second' }),
    ).rejects.toMatchObject({ message: expect.stringMatching(/^Ann and Cleo have given both/) })
  })

  test('holds to the same evidence and notes as the first', async () => {
    const { claimId, bo, first } = await aDesk()
    await first('disputed')
    for (const verdict of ['confirmed', 'incorrect', 'misleading', 'cannot_be_stood_up']) {
      await expect(
        giveVerdict(bo, { claimId, verdict, check: 'second', rationale: 'So.' }),
      ).rejects.toMatchObject({ reason: 'invalid' })
    }
  })

  test('is not given by whoever gave the first, nor by the writer', async () => {
    const { newsroom, claimId, ann, ines, first } = await aDesk()
    await first('disputed')
    await expect(
      giveVerdict(ann, { ...given('disputed'), claimId, check: 'second' }),
    ).rejects.toMatchObject({ message: expect.stringMatching(/^You gave the first verdict/) })

    const writer = await newsroom.member('checker')
    const own = await newsroom.article({ by: ines, writers: [writer], checkers: [ann] })
    const { claimId: theirs } = await newsroom.claim(own, 'in May', { risks: ['legal'] })
    await giveVerdict(ann, { ...given('disputed'), claimId: theirs })
    await expect(
      giveVerdict(writer, { ...given('disputed'), claimId: theirs, check: 'second' }),
    ).rejects.toMatchObject({ reason: 'not-allowed' })
  })

  test('of a first that came while the form was open is offered as what it is now, without a word of it', async () => {
    const { claimId, bo, first } = await aDesk()
    await first('disputed')
    const sent = { ...given('not_checkable'), claimId }
    const refusal = await giveVerdict(bo, sent).catch((error) => error)
    expect(refusal).toMatchObject({ reason: 'conflict', resend: { check: 'second', over: '' } })
    expect(refusal.message).toMatch(/^Ann gave the first verdict while you had this open/)
    expect(JSON.stringify([refusal.message, refusal.fields])).not.toMatch(/disputed|ledgers/i)
    await giveVerdict(bo, { ...sent, ...refusal.resend })
    expect((await findClaim(bo, { id: claimId }))?.verdicts[0]).toMatchObject({ check: 'second' })
  })

  test('holds when the first is replaced while its form is open', async () => {
    const { first, second, standing } = await aDesk()
    await first('disputed')
    await first('not_checkable')
    await second('not_checkable')
    expect(await standing()).toBe('agrees')
  })

  test('of said and so is missing until both have it, and the first stays checked meanwhile', async () => {
    const { claimId, ann, bo, standing } = await aDesk({ claimant: 'The mayor' })
    for (const aspect of ['said', 'so']) {
      await giveVerdict(ann, { ...given('disputed'), claimId, aspect })
    }
    await giveVerdict(bo, { ...given('disputed'), claimId, aspect: 'so', check: 'second' })
    expect(await standing()).toBe('missing')
    await giveVerdict(bo, { ...given('on_author'), claimId, aspect: 'said', check: 'second' })
    expect(await standing()).toBe('disagrees')
  })
})

describe('whether it was blind', () => {
  test('is said by what happened since the first verdict', async () => {
    const inSight: ((desk: Desk) => Promise<unknown>)[] = [
      // Asked for when everybody could read the first verdict already.
      async ({ claimId, ann, ines }) => {
        await editClaim(ines, { claimId, ...details, version: await versionOf(ann, claimId) })
        await editClaim(ines, {
          ...{ claimId, ...details, risks: 'legal' },
          version: await versionOf(ann, claimId),
        })
      },
      async ({ claimId, ines, cleo, bo }) => {
        await nameSecondChecker(ines, { claimId, secondCheckerId: cleo.userId })
        await nameSecondChecker(ines, { claimId, secondCheckerId: bo.userId, from: cleo.userId })
      },
      async ({ ada }) => {
        await changeNewsroom(ada, { name: 'The Desk', secondCheck: 'never' })
        const now = (await again(ada)) as Actor
        await changeNewsroom(now, { name: 'The Desk', secondCheck: 'every_claim' })
      },
    ]
    const blind: ((desk: Desk) => Promise<unknown>)[] = [
      async () => {},
      ({ claimId, ines, bo }) => nameSecondChecker(ines, { claimId, secondCheckerId: bo.userId }),
      ({ claimId, ines }) => askSecondCheck(ines, { claimId }),
      ({ articleId, ines, ann, bo, cleo }) =>
        editArticle(ines, {
          ...{ articleId, version: 1, headline: 'Another' },
          checkerIds: [ann, bo, cleo].map(({ userId }) => userId),
        }),
      ({ first }) => first('not_checkable'),
    ]
    for (const [expected, cases] of [
      [false, inSight],
      [true, blind],
    ] as const) {
      for (const happen of cases) {
        const desk = await aDesk()
        await desk.first('disputed')
        await happen(desk)
        const bo = (await again(desk.bo)) as Actor
        await giveVerdict(bo, { ...given('disputed'), claimId: desk.claimId, check: 'second' })
        const { verdicts } = (await findClaim(bo, { id: desk.claimId })) ?? {}
        expect([happen.toString(), verdicts?.[0]?.blind]).toEqual([happen.toString(), expected])
      }
    }
  })

  test('an editor who reads everything and is named afterwards did not check blind', async () => {
    const { claimId, first, ines, standing } = await aDesk()
    await first('disputed')
    await nameSecondChecker(ines, { claimId, secondCheckerId: ines.userId })
    await giveVerdict(ines, { ...given('disputed'), claimId, check: 'second' })
    expect(await standing()).toBe('agrees')
    expect((await findClaim(ines, { id: claimId }))?.verdicts[0]).toMatchObject({ blind: false })
  })
})

describe('a disagreement', () => {
  test('is decided by an editor who gave neither, with a reason, and everything stays', async () => {
    const { claimId, first, second, standing, newestId, ines, ann } = await aDesk()
    await first('disputed')
    await second('not_checkable')
    const decision = { ...given('not_checkable'), claimId, over: await newestId() }
    await expect(decideVerdict(ines, { ...decision, rationale: '' })).rejects.toMatchObject({
      fields: { rationale: expect.any(String) },
    })
    await decideVerdict(ines, decision)
    expect(await standing()).toBe('decided')
    const claim = await findClaim(ann, { id: claimId })
    expect(claim).toMatchObject({ status: 'checked', soVerdict: 'not_checkable' })
    expect(claim?.verdicts.map(({ check }) => check)).toEqual(['deciding', 'second', 'first'])
  })

  test('is not decided by one of the two, by a checker, or where there is none', async () => {
    const { claimId, first, second, ines, ada, bo, newestId, newsroom, articleId } = await aDesk()
    await first('disputed')
    const decision = async () => ({ ...given('disputed'), claimId, over: await newestId() })
    await expect(decideVerdict(ines, await decision())).rejects.toMatchObject({
      message: expect.stringContaining('nothing to decide'),
    })
    await second('disputed')
    await expect(decideVerdict(ines, await decision())).rejects.toMatchObject({
      reason: 'conflict',
    })
    await second('on_author')
    await expect(decideVerdict(bo, await decision())).rejects.toMatchObject({
      reason: 'not-allowed',
    })

    const { claimId: other } = await newsroom.claim(
      { articleId, slug: '', by: ines, text: TEXT },
      'welded throughout',
      { risks: ['legal'] },
    )
    await giveVerdict(ada, { ...given('disputed'), claimId: other })
    await nameSecondChecker(ines, { claimId: other, secondCheckerId: ines.userId })
    await giveVerdict(ines, { ...given('on_author'), claimId: other, check: 'second' })
    for (const one of [ada, ines]) {
      await expect(
        decideVerdict(one, { ...given('disputed'), claimId: other }),
      ).rejects.toMatchObject({ message: expect.stringContaining('another editor decides') })
    }
  })

  test('on which one of the two came round meanwhile is shown before it is decided', async () => {
    const { claimId, first, second, newestId, ines } = await aDesk()
    await first('disputed')
    await second('not_checkable')
    const over = await newestId()
    await second('on_author')
    const decision = { ...given('disputed'), claimId, over }
    const refusal = await decideVerdict(ines, decision).catch((error) => error)
    expect(refusal).toMatchObject({
      reason: 'conflict',
      message: expect.stringMatching(/^Bo gave a verdict while you had this open: On author/),
    })
    await decideVerdict(ines, { ...decision, ...refusal.resend })
  })

  test('is not settled by a third checker, nor by cutting and restoring', async () => {
    const { claimId, first, second, standing, cleo, ines, ann } = await aDesk()
    await first('disputed')
    await second('not_checkable')
    for (const check of ['first', 'second']) {
      await expect(
        giveVerdict(cleo, { ...given('not_checkable'), claimId, check }),
      ).rejects.toMatchObject({ message: expect.stringMatching(/^Ann and Bo have given both/) })
    }
    await cutClaim(ines, { claimId, reason: 'It goes.' })
    await restoreClaim(ines, { claimId })
    expect(await standing()).toBe('disagrees')
    expect(await findClaim(ann, { id: claimId })).toMatchObject({ status: 'in_progress' })
  })
})

test('both checks are needed again once the words change', async () => {
  const { claimId, articleId, first, second, standing, ines, ann, bo } = await aDesk()
  await first('disputed')
  await second('disputed')
  const blocks = [{ kind: 'paragraph', text: TEXT.replace('opened in 1932', 'closed in 1931') }]
  await reviseArticle(ines, { articleId, base: 1, blocks })
  const { settleClaim } = await import('./place-claims')
  const start = TEXT.indexOf('opened in 1932')
  await settleClaim(ann, { claimId, revision: 2, start, end: start + 'closed in 1931'.length })
  expect(await standing()).toBe('missing')
  expect(await findClaim(ann, { id: claimId })).toMatchObject({ status: 'recheck' })

  const over = (check: string) => async () =>
    (await findClaim(ann, { id: claimId }))?.verdicts.find((one) => one.check === check)?.id ?? ''
  await giveVerdict(bo, { ...given('on_author'), claimId, over: await over('first')() })
  expect(await standing()).toBe('missing')
  await giveVerdict(ann, {
    ...given('on_author'),
    claimId,
    check: 'second',
    over: await over('second')(),
  })
  expect(await standing()).toBe('agrees')
})

describe('whoever is blind', () => {
  test('cannot find out by taking evidence away what the verdict rests on', async () => {
    const { newsroom, claimId, ann, bo, cleo } = await aDesk()
    const claim = { claimId, by: ann }
    const { evidenceId } = await newsroom.evidence(claim)
    const { evidenceId: beside, sourceId } = await newsroom.evidence(claim, { stance: 'context' })
    await giveVerdict(ann, { claimId, verdict: 'confirmed' })
    const detach = (actor: Actor, id: string) =>
      detachEvidence(actor, { claimId, evidenceId: id, reason: 'No.' }).catch((error) => error)
    const before = await everythingOf(bo)
    const refusals = [await detach(bo, evidenceId), await detach(bo, beside)]
    expect(new Set(refusals.map(({ message }) => message)).size).toBe(1)
    expect(refusals[0].message).not.toMatch(/confirmed/i)
    await expect(
      editEvidence(bo, {
        ...{ claimId, evidenceId: beside, version: 1, stance: 'limits' },
        ...{ directness: 'primary', locator: 'page 4' },
      }),
    ).rejects.toMatchObject({ message: refusals[0].message })
    expect(await everythingOf(bo)).toEqual(before)

    const source = await db().source.findUniqueOrThrow({ where: { id: sourceId } })
    await db().source.update({ where: { id: sourceId }, data: { addedById: bo.userId } })
    await expect(editSource(bo, { ...source, sourceId, origin: 'A wire' })).rejects.toMatchObject({
      message: expect.stringContaining('once your own check is saved'),
    })

    expect((await detach(ann, evidenceId)).message).toMatch(/The verdict Confirmed rests on this/)
    const { evidenceId: later } = await newsroom.evidence({ claimId, by: bo })
    expect(await detach(bo, later)).toBeUndefined()
    await giveVerdict(cleo, { claimId, verdict: 'confirmed', check: 'second' })
    expect(await detach(bo, beside)).toBeUndefined()
  })
})

describe('asking for a second check', () => {
  test('is on record, once, and can be taken back', async () => {
    const { claimId, ann, ines } = await aDesk({ risks: [] })
    const needs = async () => (await standingOf(ann, claimId)) !== 'not_needed'
    expect(await needs()).toBe(false)
    await askSecondCheck(ines, { claimId })
    expect(await needs()).toBe(true)
    await expect(askSecondCheck(ann, { claimId })).rejects.toMatchObject({
      message: 'Ines asked for a second check already.',
    })
    await withdrawSecondCheck(ann, { claimId })
    expect(await needs()).toBe(false)
    await expect(withdrawSecondCheck(ann, { claimId })).rejects.toMatchObject({
      reason: 'conflict',
    })
  })

  test('names one person, who then checks second and not first', async () => {
    const { claimId, ann, bo, cleo, ines, newsroom } = await aDesk()
    const stranger = await newsroom.member('checker')
    await expect(
      nameSecondChecker(ines, { claimId, secondCheckerId: stranger.userId }),
    ).rejects.toMatchObject({ fields: { secondCheckerId: expect.any(String) } })
    await nameSecondChecker(ines, { claimId, secondCheckerId: cleo.userId })
    await expect(
      nameSecondChecker(ann, { claimId, secondCheckerId: bo.userId }),
    ).rejects.toMatchObject({
      message: expect.stringContaining('Cleo'),
      resend: { from: cleo.userId },
    })
    await expect(giveVerdict(cleo, { ...given('disputed'), claimId })).rejects.toMatchObject({
      message: expect.stringMatching(/^You are named to give the second check/),
    })
    await giveVerdict(ann, { ...given('disputed'), claimId })
    await expect(
      giveVerdict(bo, { ...given('disputed'), claimId, check: 'second' }),
    ).rejects.toMatchObject({ message: expect.stringContaining('somebody else’s now') })
    await expect(
      nameSecondChecker(ines, { claimId, secondCheckerId: ann.userId, from: cleo.userId }),
    ).rejects.toMatchObject({ message: expect.stringMatching(/^Ann gave the first verdict/) })
  })

  test('as a policy takes a risk, and is changed by admins alone, knowingly', async () => {
    const { ada, ines } = await aDesk()
    const rule = { name: 'The Desk', secondCheck: 'by_risk' }
    await expect(changeNewsroom(ada, rule)).rejects.toMatchObject({
      fields: { secondCheckRisks: expect.any(String) },
    })
    await expect(changeNewsroom(ines, rule)).rejects.toMatchObject({ reason: 'not-allowed' })
    await changeNewsroom(ada, { ...rule, secondCheckRisks: ['safety', 'legal'] })
    const now = (await again(ada)) as Actor
    expect(now).toMatchObject({ secondCheck: 'by_risk', secondCheckRisks: ['safety', 'legal'] })
    const opened = { wasName: 'The Desk', wasSelfCheck: '', wasSecondCheckRisks: 'Legal' }
    const refusal = await changeNewsroom(now, {
      ...{ ...rule, ...opened, secondCheckRisks: 'central' },
      wasSecondCheck: 'Claims with certain risks',
    }).catch((error) => error)
    expect(refusal.fields).toEqual({ secondCheckRisks: 'Stored now: Legal, Safety' })
    await changeNewsroom(now, {
      ...rule,
      ...opened,
      secondCheckRisks: 'central',
      ...refusal.resend,
    })
    expect(await again(ada)).toMatchObject({ secondCheckRisks: ['central'] })
  })
})

const TEXT = `The old bridge opened in 1932 and cost four million crowns, the mayor said on Friday.

It was the first in the country to be welded throughout. Engineers will close it in May.`

const details = { type: 'event', risks: 'central' }

/** A verdict that needs a note and no evidence. */
const given = (verdict: string) => ({
  verdict,
  rationale: 'Two ledgers.',
  writersWord: 'I saw it.',
})

const versionOf = async (actor: Actor, id: string) => (await findClaim(actor, { id }))?.version

async function standingOf(actor: Actor, id: string) {
  const claim = await findClaim(actor, { id })
  return claim && secondCheckStanding(actor, checksOf(claim))
}

type Desk = Awaited<ReturnType<typeof aDesk>>

async function aDesk(options: { claimant?: string; risks?: [] } = {}) {
  const newsroom = await aNewsroom()
  const [ada, ines] = [
    await newsroom.member('admin', 'Ada'),
    await newsroom.member('editor', 'Ines'),
  ]
  const [ann, bo, cleo] = [
    await newsroom.member('checker', 'Ann'),
    await newsroom.member('checker', 'Bo'),
    await newsroom.member('checker', 'Cleo'),
  ]
  const article = await newsroom.article({ by: ines, checkers: [ann, bo, cleo], text: TEXT })
  const { claimId } = await newsroom.claim({ ...article, by: ann }, 'opened in 1932', {
    risks: ['legal'],
    ...options,
  })
  const newest = async (check?: string) =>
    (await findClaim(ines, { id: claimId }))?.verdicts.find((one) => !check || one.check === check)
      ?.id ?? ''
  const give = (actor: Actor, check: string) => async (verdict: string) =>
    giveVerdict(actor, { ...given(verdict), claimId, check, over: await newest(check) })
  return {
    ...{ newsroom, ada, ines, ann, bo, cleo, claimId, articleId: article.articleId },
    first: give(ann, 'first'),
    second: give(bo, 'second'),
    newestId: () => newest(),
    standing: () => standingOf(ines, claimId),
  }
}
