import { describe, expect } from 'vitest'
import { listEvents } from '@/lib/db/audit/log-events'
import { findClaim } from '@/lib/db/claims/claims'
import { db } from '@/lib/db/client'
import { everythingOf } from '@/lib/testing/database/dump-newsroom'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom, spanOf } from '@/lib/testing/fixtures/newsroom'
import { reviseArticle } from '../revisions/revise'
import { cutClaim } from './claims'
import { settleClaim, unsettleClaim } from './place-claims'
import { giveVerdict, waiveSecondary } from './verdicts'

const TEXT = 'The old bridge opened in 1932 and cost four million crowns, the mayor said on Friday.'
const CHANGED = TEXT.replace('1932', '1933')

describe('a claim without a place', () => {
  test('is placed on other words, and is to be checked again', async () => {
    const { claimId, by, settle, standing } = await anUnplacedClaim()
    await settle('opened in 1933')
    expect(await standing()).toMatchObject({ status: 'recheck', soVerdict: null })
    const [last] = await listEvents(by, { claimId, take: 1 })
    expect(last?.event).toMatchObject({
      type: 'claim.placed',
      from: 'opened in 1932',
      words: 'opened in 1933',
    })
  })

  test('has its verdict again when the words come back', async () => {
    const { newsroom, article, settle, standing } = await anUnplacedClaim()
    await settle('opened in 1933')
    await reviseArticle(await newsroom.author(), {
      articleId: article.articleId,
      base: 2,
      blocks: [asBlock(TEXT)],
    })
    await settle('opened in 1932', 3)
    expect(await standing()).toMatchObject({ status: 'checked', soVerdict: 'confirmed' })
  })

  test('is checked again by a new verdict on the new words', async () => {
    const { claimId, by, settle, standing } = await anUnplacedClaim()
    await settle('opened in 1933')
    await giveVerdict(by, { claimId, verdict: 'confirmed', over: await newestVerdict(claimId) })
    expect(await standing()).toMatchObject({ status: 'checked', soVerdict: 'confirmed' })
  })

  test('is not judged by whoever saw its old words only', async () => {
    const { claimId, by, settle } = await anUnplacedClaim()
    await settle('opened in 1933')
    const before = await everythingOf(by)
    const over = await newestVerdict(claimId)
    const given = { claimId, verdict: 'confirmed', over, overWords: 'opened in 1932' }
    await expect(giveVerdict(by, given)).rejects.toMatchObject({
      reason: 'conflict',
      message: expect.stringContaining('“opened in 1932” became “opened in 1933”'),
      resend: { overWords: 'opened in 1933' },
    })
    await expect(
      waiveSecondary(by, { claimId, reason: 'All agree.', overWords: 'opened in 1932' }),
    ).rejects.toMatchObject({ reason: 'conflict' })
    expect(await everythingOf(by)).toEqual(before)

    await giveVerdict(by, { ...given, overWords: 'opened\u00a0in\r\n1933' })
    expect(
      await db().verdict.findFirst({ where: { claimId }, orderBy: { givenAt: 'desc' } }),
    ).toMatchObject({ words: 'opened in 1933' })
  })

  test('leaves behind what an editor accepted for its old words', async () => {
    const { newsroom, article, claimId, by, settle } = await anUnplacedClaim(undefined, 'secondary')
    await settle('opened in 1933')
    const confirm = async () =>
      giveVerdict(by, { claimId, verdict: 'confirmed', over: await newestVerdict(claimId) })
    await expect(confirm()).rejects.toMatchObject({
      reason: 'invalid',
      message: expect.stringContaining('source supports this'),
    })
    expect((await findClaim(by, { id: claimId }))?.waivers).toEqual([])

    await reviseArticle(await newsroom.author(), {
      articleId: article.articleId,
      base: 2,
      blocks: [asBlock(TEXT)],
    })
    await settle('opened in 1932', 3)
    expect((await findClaim(by, { id: claimId }))?.waivers).toHaveLength(1)
    await confirm()
  })

  test('gets no verdict before it is placed', async () => {
    const { claimId, by } = await anUnplacedClaim()
    const before = await everythingOf(by)
    await expect(
      giveVerdict(by, { claimId, verdict: 'confirmed', over: await newestVerdict(claimId) }),
    ).rejects.toMatchObject({ reason: 'conflict', message: expect.stringContaining('no place') })
    expect(await everythingOf(by)).toEqual(before)
  })

  test('can be cut with a reason instead', async () => {
    const { claimId, by, standing } = await anUnplacedClaim()
    await cutClaim(by, { claimId, reason: 'The sentence went.' })
    expect(await standing()).toMatchObject({ status: 'cut' })
  })

  test('that was placed meanwhile is not placed twice', async () => {
    const { by, settle } = await anUnplacedClaim()
    await settle('opened in 1933')
    const before = await everythingOf(by)
    await expect(settle('The old bridge')).rejects.toMatchObject({
      reason: 'conflict',
      message: 'You placed this claim on “opened in 1933” in the meantime.',
    })
    expect(await everythingOf(by)).toEqual(before)
  })

  test('is placed on words of the newest text only', async () => {
    const { claimId, by } = await anUnplacedClaim()
    const place = (revision: number, start: number, end: number) =>
      settleClaim(by, { claimId, revision, start, end })
    await expect(place(1, 0, 5)).rejects.toMatchObject({ reason: 'conflict' })
    await expect(place(2, 0, 5_000)).rejects.toMatchObject({ reason: 'invalid' })
    await expect(place(2, 3, 4)).rejects.toMatchObject({ reason: 'invalid' })
  })

  test('waits again when its place is taken back', async () => {
    const { claimId, by, settle, standing } = await anUnplacedClaim()
    const before = await standing()
    await settle('opened in 1933')
    await unsettleClaim(by, { claimId })
    expect(await standing()).toEqual(before)
    await expect(unsettleClaim(by, { claimId })).rejects.toMatchObject({ reason: 'conflict' })
  })
})

test('a claim that was marked in the newest text cannot be taken from its place', async () => {
  const newsroom = await aNewsroom()
  const by = await newsroom.member('editor')
  const claim = await newsroom.claim(await newsroom.article({ by, text: TEXT }), 'opened in 1932')
  const before = await everythingOf(by)
  await expect(unsettleClaim(by, { claimId: claim.claimId })).rejects.toMatchObject({
    reason: 'conflict',
  })
  expect(await everythingOf(by)).toEqual(before)
})

test('a verdict on one question does not make a claim checked by an old verdict on the other', async () => {
  const { claimId, by, settle, standing } = await anUnplacedClaim('the mayor')
  await settle('opened in 1933')
  expect(await standing()).toEqual({ status: 'recheck', saidVerdict: null, soVerdict: null })

  await giveVerdict(by, {
    ...{ claimId, aspect: 'so', verdict: 'confirmed' },
    over: await newestVerdict(claimId, 'so'),
  })
  expect(await standing()).toEqual({
    status: 'in_progress',
    saidVerdict: null,
    soVerdict: 'confirmed',
  })
})

async function anUnplacedClaim(claimant?: string, directness: 'primary' | 'secondary' = 'primary') {
  const newsroom = await aNewsroom()
  const by = await newsroom.member('editor', 'Ines')
  const article = await newsroom.article({ by, text: TEXT })
  const claim = await newsroom.claim(article, 'opened in 1932', { claimant })
  const { claimId } = claim
  await newsroom.evidence(claim, { directness })
  if (directness === 'secondary') await waiveSecondary(by, { claimId, reason: 'They were there.' })
  await giveVerdict(by, { claimId, verdict: 'confirmed' })
  if (claimant) await giveVerdict(by, { claimId, aspect: 'said', verdict: 'confirmed' })
  await reviseArticle(await newsroom.author(), {
    articleId: article.articleId,
    base: 1,
    blocks: [asBlock(CHANGED)],
  })
  return {
    ...{ newsroom, article, by, claimId },
    settle: (words: string, revision = 2) =>
      settleClaim(by, { claimId, revision, ...spanOf(revision === 2 ? CHANGED : TEXT, words) }),
    standing: () =>
      db().claim.findUniqueOrThrow({
        where: { id: claimId },
        select: { status: true, saidVerdict: true, soVerdict: true },
      }),
  }
}

async function newestVerdict(claimId: string, aspect: 'said' | 'so' = 'so') {
  const { id } = await db().verdict.findFirstOrThrow({
    where: { claimId, aspect },
    orderBy: { givenAt: 'desc' },
  })
  return id
}

const asBlock = (text: string) => ({ kind: 'paragraph', text })
