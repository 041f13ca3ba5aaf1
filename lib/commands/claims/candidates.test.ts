import { expect } from 'vitest'
import { listDismissed } from '@/lib/db/claims/candidates'
import { db } from '@/lib/db/client'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { dismissCandidate, restoreCandidate } from './candidates'
import { markClaim } from './claims'

async function aProposal() {
  const newsroom = await aNewsroom()
  const by = await newsroom.member('editor')
  const { articleId, text } = await newsroom.article({ by })
  const words = 'opened in 1932'
  const start = text.indexOf(words)
  const place = { articleId, revision: 1, start, end: start + words.length }
  const revision = await db().revision.findFirstOrThrow({ where: { articleId } })
  return { by, articleId, words, place, revisionId: revision.id, rule: 'date', score: 0.75 }
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
