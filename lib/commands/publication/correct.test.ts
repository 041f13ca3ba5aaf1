import { describe, expect } from 'vitest'
import { findArticle } from '@/lib/db/articles/articles'
import { findChainHead } from '@/lib/db/audit/log'
import { listEvents } from '@/lib/db/audit/log-events'
import { listCorrections } from '@/lib/db/publication/corrections'
import { listOpenItems } from '@/lib/db/sign-off/open-items'
import { listSignOffs } from '@/lib/db/sign-off/sign-offs'
import type { Actor } from '@/lib/domain/policy'
import { everythingOf } from '@/lib/testing/database/dump-newsroom'
import { test, testEach } from '@/lib/testing/database/rollback'
import { aNewsroom, spanOf } from '@/lib/testing/fixtures/newsroom'
import { settleClaim } from '../claims/place-claims'
import { giveVerdict } from '../claims/verdicts'
import { markCoverage } from '../coverage/coverage'
import { reviseArticle } from '../revisions/revise'
import { signOff } from '../sign-off/sign-offs'
import { correctArticle } from './correct'
import { publishArticle, withdrawArticle } from './publish'

const TEXT = 'The old bridge opened in 1932 and cost four million crowns.'

describe('a correction', () => {
  test('makes a new text, places the claim on the corrected words and lets the signature fall', async () => {
    const { ines, articleId, claim } = await aPublished()
    expect(await correct(ines, articleId, { claimId: claim.claimId })).toEqual({
      ...{ correction: 1, revision: 2 },
    })

    const article = await findArticle(ines, { id: articleId })
    expect(article).toMatchObject({ state: 'corrected', revisionNumber: 2 })
    const stored = (await everythingOf(ines)).articles[0]
    expect(stored?.revisions[1]?.text).toBe(TEXT.replace('1932', '1933'))
    expect(await listOpenItems(ines, { id: articleId, language: 'en' })).toMatchObject([
      { kind: 'recheck', claim: { number: 1 }, place: spanOf(TEXT, 'opened in 1932') },
    ])
    expect(await listSignOffs(ines, articleId)).toMatchObject([
      { revision: 1, end: { kind: 'superseded', revision: 2, claims: [1], by: 'Ines' } },
    ])
    expect(await listCorrections(ines, articleId)).toMatchObject([
      {
        ...{ number: 1, claim: 1, published: 1, revision: 2, by: 'Ines', signed: null },
        ...{ publishedWords: 'opened in 1932', correctedWords: 'opened in 1933' },
        ...{ cause: 'source_wrong', notice: 'The bridge opened in 1933.' },
      },
    ])
  })

  test('is on record with its words, its cause and its notice', async () => {
    const { ines, articleId, claim } = await aPublished()
    await correct(ines, articleId, { claimId: claim.claimId })
    const [corrected] = await listEvents(ines, { articleId, types: ['article.corrected'], take: 1 })
    expect(corrected?.event).toEqual({
      ...{ type: 'article.corrected', articleId, claimId: claim.claimId, number: 1 },
      ...{ correction: 1, revision: 2, published: 'opened in 1932', corrected: 'opened in 1933' },
      ...{ cause: 'source_wrong', notice: 'The bridge opened in 1933.' },
    })
    const [placed] = await listEvents(ines, { articleId, types: ['claim.placed'], take: 1 })
    expect(placed?.event).toMatchObject({ number: 1, words: 'opened in 1933', how: 'corrected' })
  })

  test('of words inside a claim names the claim, and of words in none names none', async () => {
    const { ines, articleId } = await aPublished()
    await correct(ines, articleId, { ...spanOf(TEXT, '1932'), after: '1933' })
    await correct(ines, articleId, { base: 2, ...spanOf(TEXT, 'four'), after: 'five' })
    expect(await listCorrections(ines, articleId)).toMatchObject([
      { number: 2, claim: null, published: 2, revision: 3, publishedWords: 'four' },
      { number: 1, claim: 1, published: 1, revision: 2, publishedWords: '1932' },
    ])
  })

  test('is signed for afterwards, and each says which signature covers it', async () => {
    const { newsroom, ines, articleId, claim } = await aPublished()
    const { claimId } = claim
    const ada = await newsroom.member('admin', 'Ada')
    await correct(ada, articleId, { claimId })
    await correct(ada, articleId, { base: 2, claimId, after: 'opened in 1934' })
    await newsroom.evidence(claim)
    const over = (await everythingOf(ines)).articles[0]?.claims[0]?.verdicts.at(-1)?.id
    await giveVerdict(ines, { claimId, verdict: 'confirmed', over })
    await sign(ines, articleId)
    const signed = { revision: 3, by: 'Ines' }
    expect(await listCorrections(ines, articleId)).toMatchObject([{ signed }, { signed }])
    await correct(ines, articleId, { base: 3, ...spanOf(TEXT, 'four'), after: 'five' })
    expect(await listCorrections(ines, articleId)).toMatchObject([
      { signed: null },
      { signed },
      { signed },
    ])
  })

  test('that cuts the words of a claim leaves the claim to a person', async () => {
    const { ines, articleId, claim } = await aPublished()
    await correct(ines, articleId, { claimId: claim.claimId, after: '' })
    expect(await listOpenItems(ines, { id: articleId, language: 'en' })).toMatchObject([
      { kind: 'unplaced', claim: { number: 1 } },
    ])
    expect(await listCorrections(ines, articleId)).toMatchObject([{ correctedWords: '' }])
  })

  testEach(
    [
      ['a blank notice', { notice: ' \n ' }, { fields: { notice: 'Say what readers are told.' } }],
      ['no cause', { cause: '' }, { fields: { cause: 'Choose how it came to be published.' } }],
      [
        'the words as they are',
        { after: 'opened in 1932' },
        { fields: { after: 'These words stand there already. Change them.' } },
      ],
      ['no words', { claimId: '' }, { message: 'Choose the words first.' }],
      [
        'words outside of the claim',
        spanOf(TEXT, 'four'),
        { message: expect.stringContaining('These words are not in C-001 any more.') },
      ],
    ] as const,
    ([what]) => `with ${what} is refused and changes nothing`,
    async ([, wrong, refusal]) => {
      const { ines, articleId, claim } = await aPublished()
      const before = await everythingOf(ines)
      await expect(
        correct(ines, articleId, { claimId: claim.claimId, ...wrong }),
      ).rejects.toMatchObject({ name: 'Refusal', ...refusal })
      expect(await everythingOf(ines)).toEqual(before)
    },
  )

  test('of a text that somebody corrected meanwhile is refused, and says who', async () => {
    const { newsroom, ines, articleId, claim } = await aPublished()
    const ada = await newsroom.member('admin', 'Ada')
    await correct(ada, articleId, { ...spanOf(TEXT, 'four'), after: 'five' })
    await expect(correct(ines, articleId, { claimId: claim.claimId })).rejects.toMatchObject({
      reason: 'conflict',
      message: expect.stringContaining('Ada brought in revision 2 while you worked on revision 1.'),
    })
  })

  test('that was opened over other words is refused, shows them, and can be sent again', async () => {
    const { ines, articleId, claim } = await aPublished()
    const { claimId } = claim
    const given = { claimId, over: 'opened in 1931' }
    await expect(correct(ines, articleId, given)).rejects.toMatchObject({
      fields: { after: 'Stored now: “opened in 1932”' },
      resend: { over: 'opened in 1932' },
    })
    expect(await correct(ines, articleId, { claimId, over: 'opened in 1932' })).toMatchObject({
      correction: 1,
    })
  })

  test('of a claim without a place in the text is refused until it has one', async () => {
    const { ines, articleId, claim } = await aPublished()
    const { claimId } = claim
    await correct(ines, articleId, { claimId, after: '' })
    const again = { base: 2, claimId, after: 'closed in 1933' }
    await expect(correct(ines, articleId, again)).rejects.toMatchObject({
      message: expect.stringContaining('Say first where it stands'),
    })
    const now = TEXT.replace('opened in 1932 ', '')
    await settleClaim(ines, { claimId, revision: 2, ...spanOf(now, 'old bridge') })
    expect(await correct(ines, articleId, again)).toMatchObject({ correction: 2 })
  })

  test('is for what is published only, and another newsroom’s is as if it were not there', async () => {
    const { newsroom, ines, articleId } = await aPublished()
    const stranger = await (await aNewsroom()).member('editor')
    const words = { ...spanOf(TEXT, 'four'), after: 'five' }
    await expect(correct(stranger, articleId, words)).rejects.toMatchObject({
      reason: 'not-found',
    })

    const draft = await newsroom.article({ by: ines, text: TEXT })
    await expect(correct(ines, draft.articleId, words)).rejects.toMatchObject({
      message:
        'The article is draft, not published: there is nothing to correct yet. Bring in a new revision.',
    })
    await withdrawArticle(ines, { articleId, reason: 'It was a joke.' })
    await expect(correct(ines, articleId, words)).rejects.toMatchObject({
      message: 'The article is withdrawn. Reinstate it first, then correct it.',
    })
  })
})

test('a new text for what is published is refused, and says that a correction is the way', async () => {
  const { ines, articleId } = await aPublished()
  const blocks = [{ kind: 'paragraph', text: 'Something else.' }]
  const revise = () => reviseArticle(ines, { articleId, base: 1, blocks })
  await expect(revise()).rejects.toMatchObject({
    message:
      'This article is published, so its text stays as it is. An editor can correct it, with a notice to its readers.',
  })
  await withdrawArticle(ines, { articleId, reason: 'It was a joke.' })
  await expect(revise()).rejects.toMatchObject({
    message: 'This article is withdrawn, so its text stays as it is.',
  })
})

/** A published article with one claim that was confirmed. */
async function aPublished() {
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor', 'Ines')
  const article = await newsroom.article({ by: ines, text: TEXT })
  const claim = await newsroom.claim(article, 'opened in 1932')
  await newsroom.evidence(claim)
  await giveVerdict(ines, { claimId: claim.claimId, verdict: 'confirmed' })
  const { articleId } = article
  const places = [spanOf(TEXT, 'The old bridge'), spanOf(TEXT, 'and cost four million crowns.')]
  await markCoverage(ines, { articleId, revision: 1, kind: 'nothing_to_check', places })
  await sign(ines, articleId)
  await publishArticle(ines, { articleId })
  return { newsroom, ines, articleId, claim }
}

async function sign(actor: Actor, articleId: string) {
  return signOff(actor, { articleId, seen: (await findChainHead(actor)).seq })
}

const correct = (actor: Actor, articleId: string, given: object) =>
  correctArticle(actor, {
    ...{ articleId, base: 1, after: 'opened in 1933', cause: 'source_wrong' },
    notice: 'The bridge opened in 1933.',
    ...given,
  })
