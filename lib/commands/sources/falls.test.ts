import { describe, expect } from 'vitest'
import { db } from '@/lib/db/client'
import { listSourceNotes } from '@/lib/db/sources/trust'
import { countResting, countUses } from '@/lib/db/sources/uses'
import { findWaiting } from '@/lib/db/waiting/find-waiting'
import { test } from '@/lib/testing/database/rollback'
import { anArticleToSign } from '@/lib/testing/fixtures/article-to-sign'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { cutClaim, restoreClaim } from '../claims/claims'
import { askSecondCheck } from '../claims/second-checks'
import { giveVerdict } from '../claims/verdicts'
import { reviseArticle } from '../revisions/revise'
import { dropSource, restoreSource } from './falls'
import { weighSource } from './weigh'

const FELL = { reason: 'The ledger is forged.' }

describe('a source that fell', () => {
  test('sends to recheck what rests on it, and nothing else', async () => {
    const { newsroom, editor, article, claim, sourceId } = await aCheckedClaim()
    const begun = await newsroom.claim(article, 'four million')
    await newsroom.evidence(begun, { sourceId })
    const other = await newsroom.claim(article, 'in May')
    await newsroom.evidence(other)
    await giveVerdict(editor, { ...other, verdict: 'confirmed' })
    expect(await countResting(editor, sourceId)).toEqual({
      ...{ claims: 1, articles: 1, out: 0, more: false },
    })
    expect(await dropSource(editor, { sourceId, ...FELL })).toEqual({ rechecked: 1, asked: 0 })
    expect(await statusOf(claim)).toEqual(['recheck', null])
    expect(await statusOf(begun)).toEqual(['unchecked', null])
    expect(await statusOf(other)).toEqual(['checked', 'confirmed'])
    const { data } = await db().auditEvent.findFirstOrThrow({
      where: { claimId: claim.claimId, type: 'claim.sent-to-recheck' },
    })
    expect(data).toMatchObject(FELL)
  })

  test('carries no verdict alone, and one with another source', async () => {
    const { newsroom, editor, claim, sourceId } = await aCheckedClaim()
    await dropSource(editor, { sourceId, ...FELL })
    for (const verdict of ['confirmed', 'misleading', 'disputed'] as const) {
      const given = { ...claim, verdict, rationale: 'So it says.', ...(await over(claim)) }
      await expect(giveVerdict(editor, given)).rejects.toThrow('fell')
    }
    await newsroom.evidence(claim)
    await giveVerdict(editor, { ...claim, verdict: 'confirmed', ...(await over(claim)) })
    expect(await statusOf(claim)).toEqual(['checked', 'confirmed'])
  })

  test('is no source of words for “OK with change”, and none is needed for what was not found', async () => {
    const { editor, claim, sourceId } = await aCheckedClaim()
    await dropSource(editor, { sourceId, ...FELL })
    const change = { ...claim, verdict: 'ok_with_change', change: 'about 1932' }
    await expect(giveVerdict(editor, { ...change, ...(await over(claim)) })).rejects.toThrow('fell')
    const none = { ...claim, verdict: 'cannot_be_stood_up', searched: 'Everywhere.' }
    await giveVerdict(editor, { ...none, ...(await over(claim)) })
    expect(await statusOf(claim)).toEqual(['checked', 'cannot_be_stood_up'])
  })

  test('leaves no way back to the old verdict by other words, or by a cut that is taken back', async () => {
    const { editor, article, claim, sourceId } = await aCheckedClaim()
    await dropSource(editor, { sourceId, ...FELL })
    const revise = (base: number, text: string) =>
      reviseArticle(editor, {
        ...{ articleId: article.articleId, base },
        blocks: text.split('\n\n').map((one) => ({ kind: 'paragraph', text: one })),
      })
    await revise(1, article.text.replace('opened in 1932', 'began in 1930'))
    await revise(2, article.text)
    expect(await statusOf(claim)).toEqual(['recheck', null])
    await cutClaim(editor, { claimId: claim.claimId, reason: 'Gone.' })
    await restoreClaim(editor, { claimId: claim.claimId })
    expect((await statusOf(claim))[0]).not.toBe('checked')
  })

  test('and stands again restores no verdict', async () => {
    const { editor, claim, sourceId } = await aCheckedClaim()
    await dropSource(editor, { sourceId, ...FELL })
    await restoreSource(editor, { sourceId })
    expect(await statusOf(claim)).toEqual(['recheck', null])
    await giveVerdict(editor, { ...claim, verdict: 'confirmed', ...(await over(claim)) })
    expect(await statusOf(claim)).toEqual(['checked', 'confirmed'])
    await expect(restoreSource(editor, { sourceId })).rejects.toMatchObject({ reason: 'conflict' })
  })

  test('falls once, and needs a reason', async () => {
    const { editor, sourceId } = await aCheckedClaim()
    await expect(dropSource(editor, { sourceId, reason: ' ' })).rejects.toMatchObject({
      fields: { reason: expect.any(String) },
    })
    await dropSource(editor, { sourceId, ...FELL })
    await expect(dropSource(editor, { sourceId, reason: 'Again.' })).rejects.toThrow(FELL.reason)
  })
})

test('of what is out the editor is asked, and its verdict stays', async () => {
  const newsroom = await aNewsroom()
  const editor = await newsroom.member('editor')
  const checker = await newsroom.member('checker')
  const { claim } = await anArticleToSign(newsroom, { editor, checker, way: 'published' })
  const { sourceId } = await newsroom.evidence(claim)
  expect(await countResting(editor, sourceId)).toMatchObject({ articles: 1, out: 1 })
  const { asked, rechecked } = await dropSource(editor, { sourceId, ...FELL })
  expect([asked > 0, rechecked]).toEqual([true, 0])
  expect((await statusOf(claim))[0]).toBe('checked')
  const { lines } = await findWaiting(editor)
  expect(lines.filter(({ kind }) => kind === 'answer').length).toBeGreaterThanOrEqual(asked)
  const query = await db().query.findFirstOrThrow({
    where: { claimId: claim.claimId, state: 'open', blocking: false },
  })
  expect(query).toMatchObject({ to: 'editor', question: expect.stringContaining(FELL.reason) })
})

test('a signature falls with it that is not out yet', async () => {
  const newsroom = await aNewsroom()
  const editor = await newsroom.member('editor')
  const checker = await newsroom.member('checker')
  const { articleId, claim } = await anArticleToSign(newsroom, { editor, checker, way: 'signed' })
  const { sourceId } = await newsroom.evidence(claim)
  await dropSource(editor, { sourceId, ...FELL })
  const { state } = await db().article.findUniqueOrThrow({ where: { id: articleId } })
  expect(state).toBe('in_check')
})

describe('what rests on it is counted', () => {
  test('as far as somebody sees it, and more is said without a name', async () => {
    const { newsroom, editor, sourceId } = await aCheckedClaim()
    const checker = await newsroom.member('checker')
    const article = await newsroom.article({ by: checker })
    const claim = await newsroom.claim(article, 'in May')
    await newsroom.evidence(claim, { sourceId })
    await giveVerdict(checker, { ...claim, verdict: 'confirmed' })
    expect(await countResting(checker, sourceId)).toEqual({
      ...{ claims: 1, articles: 1, out: 0, more: true },
    })
    expect(await countResting(editor, sourceId)).toMatchObject({ claims: 2, more: false })
    expect(await countUses(checker, sourceId)).toEqual([{ status: 'confirmed', count: 1 }])
    expect(await countUses(editor, sourceId)).toEqual([{ status: 'confirmed', count: 2 }])
  })

  test('without a verdict that is hidden from who gives the second check', async () => {
    const { newsroom, editor, article, claim, sourceId } = await aCheckedClaim()
    const second = await newsroom.member('checker')
    await db().articlePerson.create({
      data: { articleId: article.articleId, userId: second.userId, part: 'checker' },
    })
    await askSecondCheck(editor, { claimId: claim.claimId })
    expect(await countUses(second, sourceId)).toEqual([{ status: 'in_progress', count: 1 }])
    expect(await countResting(second, sourceId)).toMatchObject({ claims: 0, more: false })
  })
})

test('notes on trust stay, the newest first', async () => {
  const { editor, sourceId } = await aCheckedClaim()
  await weighSource(editor, { sourceId, text: 'Good on dates.' })
  await weighSource(editor, { sourceId, text: 'Bad on sums.' })
  const notes = await listSourceNotes(editor, sourceId)
  expect(notes.map(({ text }) => text)).toEqual(['Bad on sums.', 'Good on dates.'])
  expect(notes.every(({ writtenById }) => writtenById === editor.userId)).toBe(true)
})

async function aCheckedClaim() {
  const newsroom = await aNewsroom()
  const editor = await newsroom.member('editor')
  const article = await newsroom.article({ by: editor })
  const claim = await newsroom.claim(article, 'opened in 1932')
  const { sourceId } = await newsroom.evidence(claim)
  await giveVerdict(editor, { ...claim, verdict: 'confirmed' })
  return { newsroom, editor, article, claim, sourceId }
}

async function statusOf({ claimId }: { claimId: string }) {
  const { status, soVerdict } = await db().claim.findUniqueOrThrow({ where: { id: claimId } })
  return [status, soVerdict]
}

/** What a form for another verdict would be opened over. */
async function over({ claimId }: { claimId: string }) {
  const last = await db().verdict.findFirst({ where: { claimId }, orderBy: { givenAt: 'desc' } })
  return { over: last?.id ?? '' }
}
