import { expect } from 'vitest'
import { dismissCandidate } from '@/lib/commands/claims/candidates'
import { giveVerdict } from '@/lib/commands/claims/verdicts'
import { markCoverage } from '@/lib/commands/coverage/coverage'
import { answerQuery, askQuery, closeQuery } from '@/lib/commands/discussion/queries'
import { suggestChange } from '@/lib/commands/discussion/suggestions'
import { removeMember } from '@/lib/commands/newsroom/members'
import { reviseArticle } from '@/lib/commands/revisions/revise'
import type { Actor } from '@/lib/domain/policy'
import { test } from '@/lib/testing/database/rollback'
import { costOf } from '@/lib/testing/database/statements'
import { again, aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { findDesk } from './find-desk'

const TEXT = 'The old bridge opened in 1932 and cost four million crowns. It is fine.'

async function aDesk() {
  const newsroom = await aNewsroom()
  const [ines, lena, tom] = [
    await newsroom.member('editor', 'Ines'),
    await newsroom.member('writer', 'Lena'),
    await newsroom.member('checker', 'Tom'),
  ]
  const article = await newsroom.article({ by: ines, text: TEXT, writers: [lena], checkers: [tom] })
  const year = await newsroom.claim(article, 'opened in 1932')
  const cost = await newsroom.claim(article, 'four million crowns', { risks: ['legal'] })
  await newsroom.evidence(year)
  return { newsroom, ines, lena, tom, article, year, cost }
}

async function deskOf(actor: Actor, slug: string, claim = Number.NaN) {
  const now = await again(actor)
  if (!now) throw new Error('nobody is here')
  return findDesk(now, { slug, claim })
}

test('the desk says how the article, its claims and its talk stand', async () => {
  const { newsroom, ines, lena, tom, article, year, cost } = await aDesk()
  const { articleId } = article
  await giveVerdict(tom, { claimId: year.claimId, verdict: 'confirmed' })
  const about = { articleId, revision: 1 }
  const fine = TEXT.indexOf('It is fine')
  const places = JSON.stringify([{ start: fine, end: fine + 10 }])
  await markCoverage(ines, { ...about, kind: 'opinion', places })
  const proposal = { start: 0, end: 14, rule: 'superlative', score: 0.6 }
  await dismissCandidate(ines, { ...about, ...proposal })
  await askQuery(tom, {
    ...about,
    start: 0,
    end: 3,
    to: 'editor',
    question: 'Which?',
    blocking: 'on',
  })
  const closed = { ...about, start: 0, end: 3, to: 'writer', question: 'When?' }
  const { queryId } = await askQuery(tom, closed)
  await closeQuery(tom, { queryId, text: 'It is clear now.' })
  await suggestChange(tom, { ...about, claimId: cost.claimId, after: 'five', reason: 'number' })

  const desk = await deskOf(ines, article.slug, 1)
  expect(desk).toMatchObject({
    newsroom: newsroom.slug,
    article: { headline: 'The bridge', state: 'draft', deadline: null },
    revision: {
      number: 1,
      text: TEXT,
      blocks: [{ kind: 'paragraph', start: 0, end: TEXT.length }],
    },
    claims: [
      { number: 1, status: 'checked', soVerdict: 'confirmed', start: 15, end: 29, evidence: 1 },
      { number: 2, status: 'unchecked', risks: ['legal'], evidence: 0, second: 'missing' },
    ],
    unplaced: [],
    marks: [{ kind: 'opinion', start: fine, end: fine + 10 }],
    dismissed: [{ start: 0, end: 14 }],
    talk: { queries: 1, blocking: 1, answered: [], undecided: 1, accepted: 0 },
    lastChecked: 1,
    signOff: null,
    corrected: null,
    dossier: { number: 1, evidence: [{}] },
  })
  expect(desk?.revisions).toMatchObject([{ number: 1, createdById: lena.userId }])
  expect(desk?.revisions[0]?.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  expect(desk?.claims[0]).not.toHaveProperty('second')
})

test('in a new text, what lost its place is told apart from what was carried', async () => {
  const { ines, article } = await aDesk()
  const blocks = [{ kind: 'paragraph', text: TEXT.replace('opened in 1932', 'was opened') }]
  await reviseArticle(ines, { articleId: article.articleId, base: 1, blocks })
  const desk = await deskOf(ines, article.slug)
  expect(desk?.revision.number).toBe(2)
  expect(desk?.claims.map(({ number }) => number)).toEqual([2])
  expect(desk?.unplaced.map(({ number }) => number)).toEqual([1])
  expect(desk?.revisions.map(({ number }) => number)).toEqual([2, 1])
})

test('a writer counts what is asked of the writer, a checker all that is asked', async () => {
  const { ines, lena, tom, article } = await aDesk()
  const about = { articleId: article.articleId, revision: 1, start: 0, end: 3 }
  await askQuery(tom, { ...about, to: 'editor', question: 'Which?', blocking: 'on' })
  await askQuery(tom, { ...about, to: 'writer', question: 'When?' })
  const counted = async (actor: Actor) => (await deskOf(actor, article.slug))?.talk
  expect(await counted(lena)).toMatchObject({ queries: 1, blocking: 0 })
  for (const one of [tom, ines]) {
    expect(await counted(one)).toMatchObject({ queries: 2, blocking: 1 })
  }
})

test('an answered query is counted as one to read, and as neither open nor blocking', async () => {
  const { ines, lena, tom, article, year } = await aDesk()
  const about = { articleId: article.articleId, revision: 1, claimId: year.claimId }
  const question = { to: 'writer', question: 'Who says?', blocking: 'on' }
  const { queryId } = await askQuery(tom, { ...about, ...question })
  await answerQuery(lena, { queryId, text: 'The mayor.' })
  const counted = async (actor: Actor) => (await deskOf(actor, article.slug))?.talk
  const none = { queries: 0, blocking: 0 }
  expect(await counted(tom)).toMatchObject({ ...none, answered: [{ claim: 1, isMine: true }] })
  expect(await counted(ines)).toMatchObject({ ...none, answered: [{ claim: 1, isMine: false }] })
})

test('whoever was removed keeps their name and is assigned nothing', async () => {
  const { newsroom, ines, tom, article } = await aDesk()
  const admin = await newsroom.member('admin', 'Ada')
  await removeMember(admin, { userId: tom.userId })
  const desk = await deskOf(ines, article.slug)
  expect(desk?.names[tom.userId]).toBe('Tom')
  expect(desk?.assignable.map(([, name]) => name)).not.toContain('Tom')
})

test('whoever does not work on the article finds no desk', async () => {
  const { newsroom, article } = await aDesk()
  const outsider = await (await aNewsroom()).member('admin', 'Olga')
  for (const actor of [await newsroom.member('checker', 'Cleo'), outsider]) {
    expect(await deskOf(actor, article.slug)).toBeNull()
  }
  expect(await deskOf(await newsroom.member('editor'), 'a\0b')).toBeNull()
})

test('an article without suggestions or second checks is read in two statements', async () => {
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor', 'Ines')
  const article = await newsroom.article({ by: ines, text: TEXT })
  await newsroom.claim(article, 'opened in 1932')
  const { statements } = await costOf(() =>
    findDesk(ines, { slug: article.slug, claim: Number.NaN }),
  )
  expect(statements).toBe(2)
})
