import { describe, expect } from 'vitest'
import { listDismissed } from '@/lib/db/claims/candidates'
import { listProposalAnswers } from '@/lib/db/claims/proposal-answers'
import { db } from '@/lib/db/client'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { countProposalsAnew } from '../newsroom/count-proposals-anew'
import { reviseArticle } from '../revisions/revise'
import { dismissCandidate, restoreCandidate } from './candidates'
import { cutClaim, markClaim, restoreClaim } from './claims'

async function aProposal() {
  const newsroom = await aNewsroom()
  const by = await newsroom.member('editor')
  const { articleId, text } = await newsroom.article({ by })
  const words = 'opened in 1932'
  const start = text.indexOf(words)
  const place = { articleId, revision: 1, start, end: start + words.length }
  const revision = await db().revision.findFirstOrThrow({ where: { articleId } })
  const admin = await newsroom.member('admin')
  return { by, admin, articleId, words, place, revisionId: revision.id, rule: 'date', score: 0.75 }
}

const decisionsOn = (revisionId: string) =>
  db().candidateDecision.findMany({ where: { revisionId } })

test('a claim that a rule proposed tells which rule was right', async () => {
  const { by, place, revisionId, words, rule, score } = await aProposal()
  await markClaim(by, { ...place, type: 'date_or_time', rule, score })

  expect(await decisionsOn(revisionId)).toMatchObject([
    { fate: 'accepted', rule, score, exact: words, decidedById: by.userId },
  ])
})

test('a claim that a person found by themselves says nothing of any rule', async () => {
  const { by, place, revisionId } = await aProposal()
  await markClaim(by, { ...place, type: 'date_or_time', rule: '', score: '0' })

  expect(await decisionsOn(revisionId)).toEqual([])
})

test('what was dismissed is not proposed again, until the dismissal is taken back', async () => {
  const { by, articleId, place, revisionId, rule, score } = await aProposal()
  const { decisionId } = await dismissCandidate(by, { ...place, rule, score })
  expect(await listDismissed(by, revisionId)).toMatchObject([
    { start: place.start, end: place.end },
  ])

  await restoreCandidate(by, { articleId, decisionId })
  expect(await listDismissed(by, revisionId)).toEqual([])
  expect(await decisionsOn(revisionId)).toHaveLength(1)
  await expect(restoreCandidate(by, { articleId, decisionId })).rejects.toMatchObject({
    reason: 'conflict',
  })
})

describe('what became of proposals is counted', () => {
  test('by rule, and what is taken back counts no more', async () => {
    const { by, articleId, place } = await aProposal()
    const counts = () => listProposalAnswers(by)
    const rated = { rule: 'year', score: 0.75 }
    const { claimId } = await markClaim(by, { ...place, ...rated, type: 'date_or_time' })
    const { decisionId } = await dismissCandidate(by, { ...place, ...rated })
    await dismissCandidate(by, { ...place, rule: 'money', score: 0.5 })
    expect(await counts()).toEqual([
      { rule: 'money', taken: 0, dismissed: 1 },
      { rule: 'year', taken: 1, dismissed: 1 },
    ])

    await restoreCandidate(by, { articleId, decisionId })
    await cutClaim(by, { claimId, reason: 'It was a slip.' })
    expect(await counts()).toMatchObject([{}, { rule: 'year', taken: 0, dismissed: 0 }])
    await restoreClaim(by, { claimId })
    expect(await counts()).toMatchObject([{}, { rule: 'year', taken: 1, dismissed: 0 }])
  })

  test('once, however many texts a dismissal goes along into; and a claim cut later was taken', async () => {
    const { by, articleId, place, words } = await aProposal()
    const claim = await markClaim(by, { ...place, rule: 'year', score: 1, type: 'date_or_time' })
    await dismissCandidate(by, { ...place, rule: 'date-written', score: 0.75 })
    const blocks = [{ kind: 'paragraph', text: `It ${words}. It was new.` }]
    await reviseArticle(by, { articleId, base: 1, blocks })
    await cutClaim(by, { claimId: claim.claimId, reason: 'Its words are gone.' })
    expect(await listProposalAnswers(by)).toEqual([
      { rule: 'date-written', taken: 0, dismissed: 1 },
      { rule: 'year', taken: 1, dismissed: 0 },
    ])
  })

  test('here alone, for rules that there are, and anew when somebody says so', async () => {
    const { by, admin, articleId, place } = await aProposal()
    const elsewhere = await aProposal()
    await dismissCandidate(elsewhere.by, { ...elsewhere.place, rule: 'year', score: 0.5 })
    await dismissCandidate(by, { ...place, rule: 'anything', score: 0.5 })
    expect(await listProposalAnswers(by)).toEqual([])
    const { decisionId } = await dismissCandidate(by, { ...place, rule: 'year', score: 0.5 })

    await countProposalsAnew(admin, {})
    expect(await listProposalAnswers(by)).toEqual([])
    expect(await listProposalAnswers(elsewhere.by)).toMatchObject([{ dismissed: 1 }])
    const events = await db().auditEvent.findMany({
      where: { newsroomId: by.newsroomId, type: 'proposals.counted-anew' },
    })
    expect(events).toMatchObject([{ data: { answers: 1 } }])
    await expect(countProposalsAnew(admin, {})).rejects.toMatchObject({ reason: 'conflict' })

    // What was answered before is not taken from what is counted since.
    await dismissCandidate(by, { ...place, rule: 'year', score: 0.5 })
    await restoreCandidate(by, { articleId, decisionId })
    expect(await listProposalAnswers(by)).toEqual([{ rule: 'year', taken: 0, dismissed: 1 }])
  })
})
