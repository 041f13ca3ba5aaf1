import { describe, expect } from 'vitest'
import { findClaim, listClaims } from '@/lib/db/claims/claims'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'
import { test, testEach } from '@/lib/testing/database/rollback'
import { again, aNewsroom, type TestArticle } from '@/lib/testing/fixtures/newsroom'
import { setRole } from '../newsroom/members'
import { detachEvidence } from '../sources/evidence'
import { cutClaim, editClaim, markClaim, restoreClaim, setStatus } from './claims'
import { giveVerdict } from './verdicts'

describe('marking a claim', () => {
  test('keeps the exact words with what stands around them, and numbers it', async () => {
    const { newsroom, article, checker } = await aDesk()
    const first = await newsroom.claim(article, 'in 1932')
    const second = await newsroom.claim(article, 'The old bridge')

    expect([first.number, second.number]).toEqual([1, 2])
    expect(await db().anchor.findFirstOrThrow({ where: { claimId: first.claimId } })).toMatchObject(
      {
        exact: 'in 1932',
        prefix: 'The old bridge opened ',
        suffix: expect.stringMatching(/^ and cost four million/),
      },
    )
    const listed = await listClaims(checker, article.articleId, await revisionOf(article))
    expect(listed.map(({ number }) => number)).toEqual([2, 1])
  })

  test('leaves out the white space at the ends of the selection', async () => {
    const { article, checker } = await aDesk('  one   two  ')
    await mark(checker, article, 0, article.text.length)
    expect(
      await db().anchor.findFirstOrThrow({ where: { revision: { articleId: article.articleId } } }),
    ).toMatchObject({ start: 2, end: 11, exact: 'one   two' })
  })

  test('takes claims that overlap, stand in one another, and run over paragraphs', async () => {
    const { newsroom, article, checker } = await aDesk()
    await newsroom.claim(article, 'opened in 1932 and cost')
    await newsroom.claim(article, 'in 1932')
    await newsroom.claim(article, 'on Friday.\n\nIt was the first')
    expect(await findArticleOf(article)).toMatchObject({ claimCount: 3, coveredWords: 11 })
    expect(await findClaim(checker, { articleId: article.articleId, number: 3 })).toMatchObject({
      anchor: { exact: 'on Friday.\n\nIt was the first' },
    })
  })

  testEach(
    [
      { what: 'nothing', start: 4, end: 4 },
      { what: 'white space', start: 3, end: 4 },
      { what: 'what begins before the text', start: -1, end: 4 },
      { what: 'what ends after the text', start: 0, end: 1_000 },
      { what: 'what ends before it begins', start: 8, end: 4 },
      { what: 'parts of units', start: 0.5, end: 4 },
      { what: 'no number', start: Number.NaN, end: 4 },
      { what: 'what begins inside a character', start: 10, end: 20 },
      { what: 'what ends inside a character', start: 0, end: 10 },
    ],
    ({ what }) => `refuses ${what}`,
    async ({ start, end }) => {
      const { article, checker } = await aDesk('The house 🏠 burnt down')
      expect(article.text.indexOf('🏠')).toBe(10)
      const inside = article.text.indexOf('🏠') + 1
      const within = (offset: number) => (offset === 10 ? inside : offset)
      await expect(mark(checker, article, within(start), within(end))).rejects.toMatchObject({
        reason: 'invalid',
      })
      expect(await db().claim.count({ where: { articleId: article.articleId } })).toBe(0)
    },
  )

  test('refuses a selection from a text that is not the newest', async () => {
    const { article, checker } = await aDesk()
    const raw = { articleId: article.articleId, revision: 2, start: 0, end: 3, type: 'name' }
    await expect(markClaim(checker, raw)).rejects.toMatchObject({ reason: 'conflict' })
  })

  test('is for those who work on the article: no writer, no auditor, nobody else is assigned', async () => {
    const { newsroom, article, checker, writer, editor } = await aDesk()
    const auditor = await newsroom.member('auditor')
    const other = await newsroom.member('checker')
    for (const { userId } of [writer, auditor, other]) {
      await expect(
        newsroom.claim({ ...article, by: checker }, 'in 1932', { assigneeId: userId }),
      ).rejects.toMatchObject({ fields: { assigneeId: expect.anything() } })
    }
    for (const { userId } of [checker, editor]) {
      await newsroom.claim({ ...article, by: checker }, 'in 1932', { assigneeId: userId })
    }
  })

  test('assigns nobody who was a checker once and is an auditor now', async () => {
    const { newsroom, article, checker, editor } = await aDesk()
    const admin = await newsroom.member('admin')
    await setRole(admin, { userId: checker.userId, role: 'auditor' })
    await expect(
      newsroom.claim({ ...article, by: editor }, 'in 1932', { assigneeId: checker.userId }),
    ).rejects.toMatchObject({ fields: { assigneeId: expect.anything() } })
    expect(await again(checker)).toMatchObject({ role: 'auditor' })
  })

  test('lets a writer check in a newsroom that checks itself', async () => {
    const newsroom = await aNewsroom({ selfCheck: true })
    const writer = await newsroom.member('writer')
    const editor = await newsroom.member('editor')
    const article = await newsroom.article({ by: editor, writers: [writer] })
    await newsroom.claim(article, 'in 1932', { assigneeId: writer.userId })
  })
})

describe('the status of a claim', () => {
  test('is set by hand, but never to checked, recheck or cut', async () => {
    const { newsroom, article, checker } = await aDesk()
    const { claimId } = await newsroom.claim({ ...article, by: checker }, 'in 1932')
    await setStatus(checker, { claimId, from: 'unchecked', status: 'waiting_writer' })
    expect(await findClaim(checker, { id: claimId })).toMatchObject({ status: 'waiting_writer' })
    for (const status of ['checked', 'recheck', 'cut', 'done']) {
      await expect(
        setStatus(checker, { claimId, from: 'waiting_writer', status }),
      ).rejects.toMatchObject({ fields: { status: expect.anything() } })
    }
  })

  test('asks for said as soon as the claim reports somebody’s words', async () => {
    const { newsroom, article, checker } = await aDesk()
    const claim = await newsroom.claim({ ...article, by: checker }, 'in 1932')
    const { claimId } = claim
    await newsroom.evidence(claim)
    await giveVerdict(checker, { claimId, verdict: 'confirmed' })
    expect(await findClaim(checker, { id: claimId })).toMatchObject({ status: 'checked' })

    await editClaim(checker, { claimId, type: 'event', claimant: 'The mayor', version: 2 })
    expect(await findClaim(checker, { id: claimId })).toMatchObject({ status: 'in_progress' })
  })
})

describe('cutting a claim', () => {
  test('needs a reason, uncovers its words, and can be taken back', async () => {
    const { newsroom, article, checker } = await aDesk()
    const { claimId } = await newsroom.claim({ ...article, by: checker }, 'in 1932')
    await expect(cutClaim(checker, { claimId, reason: ' ' })).rejects.toMatchObject({
      fields: { reason: expect.anything() },
    })
    expect(await findArticleOf(article)).toMatchObject({ coveredWords: 2 })

    await cutClaim(checker, { claimId, reason: 'The date went.' })
    expect(await findArticleOf(article)).toMatchObject({ coveredWords: 0, claimCount: 1 })

    await restoreClaim(checker, { claimId })
    expect(await findArticleOf(article)).toMatchObject({ coveredWords: 2 })
    expect(await findClaim(checker, { id: claimId })).toMatchObject({ status: 'unchecked' })
  })

  test('ends the work on it until the cut is taken back', async () => {
    const { newsroom, article, checker } = await aDesk()
    const claim = await newsroom.claim({ ...article, by: checker }, 'in 1932')
    const { claimId } = claim
    await cutClaim(checker, { claimId, reason: 'The date went.' })
    for (const attempt of [
      () => cutClaim(checker, { claimId, reason: 'Again.' }),
      () => setStatus(checker, { claimId, from: 'cut', status: 'in_progress' }),
      () => giveVerdict(checker, { claimId, verdict: 'not_checkable', rationale: 'A view.' }),
      () => newsroom.evidence(claim),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ reason: 'conflict' })
    }
  })

  test('that is taken back finds its verdict again', async () => {
    const { claimId, checker } = await aConfirmedClaim()
    await cutClaim(checker, { claimId, reason: 'Too long.' })
    await restoreClaim(checker, { claimId })
    expect(await findClaim(checker, { id: claimId })).toMatchObject({
      status: 'checked',
      soVerdict: 'confirmed',
    })
  })

  test('never brings a verdict back whose evidence is gone', async () => {
    const { claimId, checker, evidenceId } = await aConfirmedClaim()
    await setStatus(checker, { claimId, from: 'checked', status: 'in_progress' })
    await detachEvidence(checker, { claimId, evidenceId, reason: 'Another bridge.' })
    await cutClaim(checker, { claimId, reason: 'Too long.' })
    await restoreClaim(checker, { claimId })
    expect(await findClaim(checker, { id: claimId })).toMatchObject({ status: 'in_progress' })
  })

  test('does not let evidence go that the verdict will rest on when it is taken back', async () => {
    const { claimId, checker, evidenceId } = await aConfirmedClaim()
    await cutClaim(checker, { claimId, reason: 'Too long.' })
    await expect(
      detachEvidence(checker, { claimId, evidenceId, reason: 'Another bridge.' }),
    ).rejects.toMatchObject({ reason: 'conflict' })
  })

  test('is taken back only where there is one', async () => {
    const { claimId, checker } = await aConfirmedClaim()
    await expect(restoreClaim(checker, { claimId })).rejects.toMatchObject({ reason: 'conflict' })
  })
})

async function aDesk(text?: string) {
  const newsroom = await aNewsroom()
  const editor = await newsroom.member('editor', 'Ines')
  const checker = await newsroom.member('checker', 'Tom')
  const writer = await newsroom.member('writer', 'Lena')
  const people = { writers: [writer], checkers: [checker] }
  const article = await newsroom.article({ by: editor, ...(text && { text }), ...people })
  return { newsroom, editor, checker, writer, article }
}

async function aConfirmedClaim() {
  const desk = await aDesk()
  const claim = await desk.newsroom.claim({ ...desk.article, by: desk.checker }, 'in 1932')
  const { evidenceId } = await desk.newsroom.evidence(claim)
  await giveVerdict(desk.checker, { claimId: claim.claimId, verdict: 'confirmed' })
  return { ...desk, ...claim, evidenceId }
}

function mark(by: Actor, { articleId }: TestArticle, start: number, end: number) {
  return markClaim(by, { articleId, revision: 1, start, end, type: 'event' })
}

function findArticleOf({ articleId }: TestArticle) {
  return db().article.findUniqueOrThrow({ where: { id: articleId } })
}

async function revisionOf({ articleId }: TestArticle): Promise<string> {
  return (await db().revision.findFirstOrThrow({ where: { articleId } })).id
}
