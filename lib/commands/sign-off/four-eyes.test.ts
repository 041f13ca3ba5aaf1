import { describe, expect } from 'vitest'
import { findArticle } from '@/lib/db/articles/articles'
import { findChainHead } from '@/lib/db/audit/log'
import { listEvents } from '@/lib/db/audit/log-events'
import { findClaim } from '@/lib/db/claims/claims'
import { findSuggestion } from '@/lib/db/discussion/suggestions'
import { findReport } from '@/lib/db/report/find-report'
import { listSignOffs } from '@/lib/db/sign-off/sign-offs'
import { sentenceOf } from '@/lib/domain/audit/sentences'
import type { Actor } from '@/lib/domain/policy'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom, spanOf, type TestArticle } from '@/lib/testing/fixtures/newsroom'
import { bringArticle, editArticle } from '../articles/articles'
import { markClaim } from '../claims/claims'
import { settleClaim } from '../claims/place-claims'
import { giveVerdict, waiveSecondary } from '../claims/verdicts'
import { markCoverage, waiveWords } from '../coverage/coverage'
import { applyAccepted } from '../discussion/apply-suggestions'
import { acceptSuggestion, suggestChange } from '../discussion/suggestions'
import { publishArticle } from '../publication/publish'
import { reviseArticle } from '../revisions/revise'
import { acceptOpenItems, publishInEmergency, revokeSignOff, signOff } from './sign-offs'

const TEXT = 'The bridge opened in 1932 and cost four million crowns.'
const VIEW = { verdict: 'not_checkable', rationale: 'A view.' }
const KEPT = { name: 'Refusal', reason: 'not-allowed', message: expect.stringContaining('wrote') }

describe('nobody checks or signs what they wrote, whoever is listed:', () => {
  test('not an editor who was listed when the words came in, and takes their name off', async () => {
    const { ines, ada, claim, article } = await aDesk({ writers: 'ines', broughtBy: 'ada' })
    await listWriters(ada, article, [])
    await expect(giveVerdict(ines, { ...claim, ...VIEW })).rejects.toMatchObject(KEPT)
    await expect(sign(ines, article)).rejects.toMatchObject(KEPT)
  })

  test('not an editor who brings a wholly new text alone', async () => {
    const { ines } = await aDesk()
    const blocks = [{ kind: 'paragraph', text: TEXT }]
    const { articleId } = await bringArticle(ines, { headline: 'Alone', blocks })
    const place = { articleId, revision: 1, ...spanOf(TEXT, 'opened in 1932') }
    const { claimId } = await markClaim(ines, { type: 'date_or_time', ...place })
    const waiver = { claimId, reason: 'It will do.' }
    const words = { articleId, revision: 1, places: [spanOf(TEXT, 'bridge')], reason: 'Mine.' }

    await expect(giveVerdict(ines, { claimId, ...VIEW })).rejects.toMatchObject(KEPT)
    await expect(waiveSecondary(ines, waiver)).rejects.toMatchObject(KEPT)
    await expect(waiveWords(ines, words)).rejects.toMatchObject(KEPT)
    const seen = (await findChainHead(ines)).seq
    for (const attempt of [
      acceptOpenItems(ines, { articleId, items: ['any'], reason: 'It can wait.' }),
      signOff(ines, { articleId, seen }),
      publishInEmergency(ines, { articleId, seen, reason: 'Now.' }),
    ]) {
      await expect(attempt).rejects.toMatchObject({
        message:
          'You wrote words of this text, so another editor signs it off. Whoever brings words in is their writer, listed or not.',
      })
    }
  })

  test('not an editor who changed one word, in the claim that has it; in the others they check', async () => {
    const { newsroom, ines, tom, article } = await aDesk()
    const cost = await newsroom.claim({ ...article, by: tom }, 'cost four million crowns')
    const opened = await newsroom.claim({ ...article, by: tom }, 'opened in 1932')
    await revise(ines, article, TEXT.replace('four', 'five'))
    const place = { articleId: article.articleId, revision: 2 }
    const five = { ...place, ...spanOf(TEXT, 'cost four million crowns') }
    const { claimId } = await markClaim(tom, { type: 'money', ...five })

    await giveVerdict(ines, { claimId: opened.claimId, ...VIEW })
    await expect(giveVerdict(ines, { claimId, ...VIEW })).rejects.toMatchObject(KEPT)
    await giveVerdict(tom, { claimId, ...VIEW })
    expect(cost.claimId).not.toBe(claimId)
    await expect(sign(ines, article)).rejects.toMatchObject(KEPT)
  })

  test('not an editor who suggests, accepts and applies by themself', async () => {
    const { ines, claim, article } = await aDesk()
    await change(ines, ines, { article, claim })
    await expect(giveVerdict(ines, { ...claim, ...VIEW })).rejects.toMatchObject(KEPT)
    await expect(sign(ines, article)).rejects.toMatchObject(KEPT)
  })

  test('not an editor who puts words of their own in place of those suggested', async () => {
    const { ines, tom, claim, article } = await aDesk()
    await change(tom, ines, { article, claim, accepted: 'opened in 1934' })
    await expect(giveVerdict(ines, { ...claim, ...VIEW })).rejects.toMatchObject(KEPT)
    await expect(sign(ines, article)).rejects.toMatchObject(KEPT)
  })

  test('and what they wrote is theirs no more once others replaced it', async () => {
    const { ines, tom, ada, claim, article } = await aDesk()
    await change(ines, ines, { article, claim })
    await revise(ada, article, TEXT, 2)
    await settleClaim(tom, { ...claim, revision: 3, ...spanOf(TEXT, 'opened in 1932') })
    await giveVerdict(tom, { ...claim, ...VIEW })
    await cover(tom, article, 3)
    await sign(ines, article)
    expect((await findArticle(ines, { id: article.articleId }))?.state).toBe('signed_off')
  })
})

describe('the work goes on as it always did:', () => {
  test('one writes, one checks, and the editor, who accepted and applied, signs', async () => {
    const { ines, tom, claim, article } = await aDesk()
    const words = { verdict: 'ok_with_change', change: 'opened in 1933', rationale: 'By a year.' }
    await giveVerdict(tom, { ...claim, ...words })
    await change(tom, ines, { article, claim })
    // These are the words that the checker asked for.
    await giveVerdict(tom, { ...claim, ...VIEW, over: await newest(tom, claim.claimId) })
    await cover(tom, article, 2)
    await sign(ines, article)
  })

  test('who suggested words that no check asked for lets somebody else check them', async () => {
    const { ines, tom, claim, article } = await aDesk()
    await change(tom, ines, { article, claim })
    await expect(giveVerdict(tom, { ...claim, ...VIEW })).rejects.toMatchObject(KEPT)
    await giveVerdict(ines, { ...claim, ...VIEW })
  })

  test('with self-check, one person does it all, and the report says so', async () => {
    const newsroom = await aNewsroom({ selfCheck: true })
    const ines = await newsroom.member('editor', 'Ines')
    const article = await newsroom.article({ by: ines, text: TEXT })
    const { claimId } = await newsroom.claim(article, 'opened in 1932')
    await giveVerdict(ines, { claimId, ...VIEW })
    await waiveSecondary(ines, { claimId, reason: 'It will do.' })
    await cover(ines, article, 1)
    await sign(ines, article)
    const report = await findReport(ines, article.slug)
    expect(report?.selfChecked).toBe(true)
    expect(report?.limits).toContain(
      'Somebody checked words that they wrote: the newsroom is set to self-check.',
    )
    expect(report?.limits).toContain(
      'Ines signed for words that they wrote: the newsroom is set to self-check.',
    )
  })
})

describe('the list of writers', () => {
  test('changes visibly, and makes a signature fall', async () => {
    const { ines, ada, tom, claim, article, lena } = await aDesk()
    await giveVerdict(tom, { ...claim, ...VIEW })
    await cover(tom, article, 1)
    await sign(ines, article)
    await listWriters(ada, article, [lena, ines])

    expect((await findArticle(ines, { id: article.articleId }))?.state).toBe('with_editor')
    const told = (await listEvents(ada, { articleId: article.articleId, take: 2 })).map((line) =>
      sentenceOf(line.event, () => 'Somebody'),
    )
    expect(told.join()).toContain('writers')
    expect(told.join()).toContain('The list of writers was changed.')
    const [signed] = await listSignOffs(ines, article.articleId)
    expect(signed?.end).toMatchObject({ kind: 'fallen', by: 'Ada' })
  })

  test('does not get whoever signed what is published', async () => {
    const { ines, ada, tom, claim, article, lena } = await aDesk()
    await giveVerdict(tom, { ...claim, ...VIEW })
    await cover(tom, article, 1)
    await sign(ines, article)
    await publishArticle(ines, { articleId: article.articleId })
    await expect(listWriters(ada, article, [lena, ines])).rejects.toMatchObject({
      reason: 'conflict',
      message: expect.stringContaining('Ines signed this text off'),
    })
    await listWriters(ada, article, [lena, ada])
    expect((await listSignOffs(ines, article.articleId))[0]?.end).toBeNull()
  })

  test('lets an editor who wrote sign again only after a revoked signature of another', async () => {
    const { ines, ada, tom, claim, article } = await aDesk({ writers: 'ines' })
    await giveVerdict(tom, { ...claim, ...VIEW })
    await cover(tom, article, 1)
    await sign(ada, article)
    const [signed] = await listSignOffs(ada, article.articleId)
    await revokeSignOff(ines, {
      articleId: article.articleId,
      signOffId: signed?.id,
      reason: 'Wait.',
    })
    await expect(sign(ines, article)).rejects.toMatchObject(KEPT)
    await sign(ada, article)
  })
})

test('the report names who wrote the words, whoever is listed', async () => {
  const { ines, ada, article } = await aDesk({ writers: 'ines', broughtBy: 'ada' })
  await listWriters(ada, article, [])
  const report = await findReport(ines, article.slug)
  expect(report?.limits).toContain('By record, the writers of this text are Ada and Ines.')
})

/** An article of Lena’s, with a claim, at a desk of two editors and a checker. */
async function aDesk({
  writers = 'lena',
  broughtBy,
}: {
  writers?: 'lena' | 'ines'
  broughtBy?: 'ada'
} = {}) {
  const newsroom = await aNewsroom()
  const people = {
    ines: await newsroom.member('editor', 'Ines'),
    ada: await newsroom.member('admin', 'Ada'),
    tom: await newsroom.member('checker', 'Tom'),
    lena: await newsroom.member('writer', 'Lena'),
  }
  const { tom } = people
  const article = await newsroom.article({
    ...{ by: tom, text: TEXT, checkers: [tom], writers: [people[writers]] },
    broughtBy: broughtBy && people[broughtBy],
  })
  const { claimId } = await newsroom.claim(article, 'opened in 1932')
  return { newsroom, ...people, article, claim: { claimId } }
}

async function sign(actor: Actor, { articleId }: TestArticle) {
  await signOff(actor, { articleId, seen: (await findChainHead(actor)).seq })
}

async function listWriters(actor: Actor, { articleId }: TestArticle, writers: Actor[]) {
  const article = await findArticle(actor, { id: articleId })
  await editArticle(actor, {
    ...{ articleId, version: article?.version, headline: 'The bridge', language: 'en' },
    checkerIds: article?.checkerIds,
    writerIds: writers.map(({ userId }) => userId),
  })
}

async function revise(actor: Actor, { articleId }: TestArticle, text: string, base = 1) {
  await reviseArticle(actor, { articleId, base, blocks: [{ kind: 'paragraph', text }] })
}

/** Marks all that is in no claim. */
async function cover(actor: Actor, { articleId }: TestArticle, revision: number) {
  const places = ['The bridge', 'and cost four million crowns'].map((words) => spanOf(TEXT, words))
  await markCoverage(actor, { articleId, revision, kind: 'nothing_to_check', places })
}

/** The verdict that a form for the next one is opened over. */
async function newest(actor: Actor, id: string) {
  return (await findClaim(actor, { id }))?.verdicts[0]?.id
}

/** One suggests that the bridge opened in 1933; the other accepts that, or words of their own, and applies it. */
async function change(
  maker: Actor,
  editor: Actor,
  {
    article: { articleId },
    claim: { claimId },
    accepted = 'opened in 1933',
  }: { article: TestArticle; claim: { claimId: string }; accepted?: string },
) {
  const made = { articleId, claimId, revision: 1, after: 'opened in 1933', reason: 'date' }
  const { suggestionId } = await suggestChange(maker, made)
  await acceptSuggestion(editor, { suggestionId, after: accepted })
  const suggestion = await findSuggestion(editor, suggestionId)
  const suggestions = [{ suggestionId, over: suggestion?.decisions[0]?.id }]
  await applyAccepted(editor, { articleId, base: 1, suggestions })
}
