import { beforeAll, expect, test } from 'vitest'
import { listEvents } from '@/lib/db/audit/log-events'
import { listAnswersToLearnFrom } from '@/lib/db/claims/earlier-answers'
import { findEarlierChecks } from '@/lib/db/search-index/find-earlier'
import { sentenceOf } from '@/lib/domain/audit/sentences'
import type { Actor } from '@/lib/domain/policy'
import { aNewsroom, type Newsroom, type TestClaim } from '@/lib/testing/fixtures/newsroom'
import { reviseArticle } from '../revisions/revise'
import { answerEarlierCheck } from './earlier-answers'
import { giveVerdict } from './verdicts'

let newsroom: Newsroom
let editor: Actor

beforeAll(async () => {
  newsroom = await aNewsroom()
  editor = await newsroom.member('editor', 'Ines')
})

async function marked(words: string) {
  const article = await newsroom.article({ by: editor, text: `${words}.` })
  return { ...(await newsroom.claim(article, words)), articleId: article.articleId }
}

async function checked(words: string) {
  const claim = await marked(words)
  await newsroom.evidence(claim, { title: `On ${words}`, locator: 'page 9' })
  await giveVerdict(editor, { ...claim, verdict: 'confirmed' })
  return claim
}

const offeredTo = (claim: TestClaim, words: string, actor = editor) =>
  findEarlierChecks(actor, { claimId: claim.claimId, words, language: 'en' })

const answer = (claim: TestClaim, other: TestClaim, said: string, more = {}) =>
  answerEarlierCheck(editor, {
    claimId: claim.claimId,
    otherId: other.claimId,
    answer: said,
    ...more,
  })

test('an answer stands with the claim, from both sides, and orders what is offered', async () => {
  const words = 'The ferry Aurora carried 1,200 passengers to Abel in March'
  const one = await checked(words)
  const two = await checked('The ferry Aurora carried 1,300 passengers to Abel in March')
  const three = await checked('The ferry Aurora carried 1,200 passengers to Tarn in March')
  const claim = await marked(words)
  const order = async () => (await offeredTo(claim, words)).map(({ id }) => id)
  expect((await order())[0]).toBe(one.claimId)

  await answer(claim, one, 'not_same')
  await answer(claim, three, 'same')
  await answer(claim, two, 'related')
  expect(await order()).toEqual([three.claimId, two.claimId, one.claimId])
  const [first, second, last] = await offeredTo(claim, words)
  expect(first?.answer).toMatchObject({ kind: 'same', by: 'Ines', isStale: false })
  expect(second?.answer).toMatchObject({ kind: 'related' })
  expect(last?.answer).toMatchObject({ kind: 'not_same' })
  expect(first?.given).toMatchObject([{ aspect: 'so', verdict: 'confirmed', by: 'Ines' }])

  await giveVerdict(editor, { ...claim, verdict: 'not_checkable', rationale: 'No.' })
  const back = await offeredTo(three, 'The ferry Aurora carried 1,200 passengers to Tarn in March')
  expect(back[0]).toMatchObject({ id: claim.claimId, answer: { kind: 'same' } })

  await answer(claim, three, 'taken_back')
  await answer(claim, one, 'same')
  expect((await order())[0]).toBe(one.claimId)
  const told = (await listEvents(editor, { claimId: claim.claimId })).map(({ event }) =>
    sentenceOf(event, () => 'Ines'),
  )
  expect(told).toContainEqual(
    expect.stringContaining('took back whether C-001 says the same as C-001 of another article'),
  )
})

test('what says the same as something that does is offered first, however it is worded', async () => {
  const words = 'The observatory at Lomnica burnt down in 1911'
  const near = await checked('The Lomnica observatory burnt down in the year 1911')
  const far = await checked('Fire destroyed the star-gazers’ house before the war')
  const claim = await marked(words)
  await answer(near, far, 'same')
  expect((await offeredTo(claim, words)).map(({ id }) => id)).toEqual([near.claimId])
  await answer(claim, near, 'same')
  expect(await offeredTo(claim, words)).toMatchObject([
    { id: near.claimId, isThrough: false },
    { id: far.claimId, isThrough: true, answer: null },
  ])
  await answer(claim, far, 'not_same')
  expect(await offeredTo(claim, words)).toMatchObject([
    { id: near.claimId },
    { id: far.claimId, isThrough: false, answer: { kind: 'not_same' } },
  ])
})

test('when the words of one change, its answer is marked and orders nothing', async () => {
  const words = 'The tramway to Petrin was rebuilt in 1932'
  const earlier = await checked(words)
  const claim = await marked(words)
  await answer(claim, earlier, 'not_same')
  const now = 'The tramway to Petrin was rebuilt in 1933'
  await reviseArticle(editor, {
    articleId: claim.articleId,
    base: 1,
    blocks: [{ kind: 'paragraph', text: `${now}.` }],
  })
  const [offered] = await offeredTo(claim, now)
  expect(offered?.answer).toMatchObject({ kind: 'not_same', isStale: true })
})

test('rankings learn from the last answer about two claims', async () => {
  const words = 'The Brno tannery employed ninety people after the strike'
  const other = await checked('The Brno tannery employed eighty people before the strike')
  const claim = await marked(words)
  const learned = async () =>
    (await listAnswersToLearnFrom(editor)).filter(({ shared }) => shared.includes('brno'))
  await answer(claim, other, 'not_same')
  expect(await learned()).toMatchObject([{ answer: 'not_same' }])
  expect((await learned())[0]?.shared).not.toContain('ninety')
  await answer(other, claim, 'taken_back')
  expect(await learned()).toMatchObject([{ answer: null }])
})

test('what cannot be answered is refused, in words, and changes nothing', async () => {
  const words = 'The mill at Zdar closed in 1988'
  const earlier = await checked(words)
  const claim = await marked(words)
  for (const [said, more, reason, message] of [
    ['maybe', {}, 'invalid', 'Nothing was stored. Some of this needs another look.'],
    ['taken_back', {}, 'conflict', 'There is no answer to take back any more.'],
    ['same', { overWords: 'Other words' }, 'conflict', expect.stringContaining('Other words')],
    ['same', { otherWords: 'Other words' }, 'conflict', expect.stringContaining('earlier claim')],
    ['same', { otherId: claim.claimId }, 'not-found', expect.any(String)],
    ['same', { otherId: 'no such claim' }, 'not-found', expect.any(String)],
  ] as const) {
    await expect(answer(claim, earlier, said, more)).rejects.toMatchObject({ reason, message })
  }
  await answer(claim, earlier, 'same')
  await expect(answer(earlier, claim, 'same')).rejects.toMatchObject({
    fields: { answer: '“Same” was answered already.' },
  })
})

test('nobody answers about, or is offered through, a claim that they may not see', async () => {
  const words = 'The quarry of Hlinsko sold granite to Vienna'
  const checker = await newsroom.member('checker')
  const hidden = await checked(words)
  const article = await newsroom.article({ by: editor, text: `${words}.`, checkers: [checker] })
  const claim = await newsroom.claim(article, words)
  await answer(claim, hidden, 'same')
  expect(await offeredTo(claim, words, checker)).toEqual([])
  const sent = { claimId: claim.claimId, otherId: hidden.claimId, answer: 'related' }
  await expect(answerEarlierCheck(checker, sent)).rejects.toMatchObject({ reason: 'not-found' })
})
