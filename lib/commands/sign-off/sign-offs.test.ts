import { describe, expect } from 'vitest'
import { findArticle } from '@/lib/db/articles/articles'
import { findChainHead } from '@/lib/db/audit/log'
import { listEvents } from '@/lib/db/audit/log-events'
import { listOpenItems } from '@/lib/db/sign-off/open-items'
import { listSignOffs } from '@/lib/db/sign-off/sign-offs'
import type { Actor } from '@/lib/domain/policy'
import { everythingOf } from '@/lib/testing/database/dump-newsroom'
import { test, testEach } from '@/lib/testing/database/rollback'
import { aNewsroom, spanOf, type TestArticle } from '@/lib/testing/fixtures/newsroom'
import { moveArticle } from '../articles/articles'
import { cutClaim, restoreClaim, setStatus } from '../claims/claims'
import { settleClaim } from '../claims/place-claims'
import { giveVerdict, waiveSecondary } from '../claims/verdicts'
import { markCoverage, unmarkCoverage } from '../coverage/coverage'
import { writeComment } from '../discussion/comments'
import { askQuery, closeQuery } from '../discussion/queries'
import { acceptSuggestion, suggestChange } from '../discussion/suggestions'
import { publishArticle, takeBackPublishing, withdrawArticle } from '../publication/publish'
import { reviseArticle } from '../revisions/revise'
import {
  acceptOpenItems,
  publishInEmergency,
  revokeSignOff,
  signOff,
  withdrawAcceptance,
} from './sign-offs'

const TEXT = 'The old bridge opened in 1932 and cost four million crowns.'

describe('what stands between an article and its signature', () => {
  test('is told in brief under the name of its kind: how many words and which, or which claim', async () => {
    const { ines, tom, article, claim } = await aDesk({ covered: false })
    const on = { articleId: article.articleId, revision: 1, claimId: claim.claimId }
    await askQuery(tom, { ...on, to: 'editor', question: 'Is it?', blocking: 'on' })
    await suggestChange(tom, { ...on, after: 'opened in 1933', reason: 'date' })
    const brief = async () => (await open(ines, article)).map((item) => item.brief)
    expect(await brief()).toContain('C-001, “opened in 1932”')
    await setStatus(tom, { claimId: claim.claimId, from: 'unchecked', status: 'in_progress' })

    expect(await brief()).toEqual([
      '3 words: “The old bridge”',
      '5 words: “and cost four million crowns”',
      'C-001, “opened in 1932”, is being checked and has no verdict yet',
      'To the editor about C-001, not answered',
      'Put “opened in 1933” for “opened in 1932”',
    ])
  })

  test('is every gap, every claim that is not checked, and whatever blocks', async () => {
    const { ines, tom, article, claim } = await aDesk({ covered: false })
    const on = { articleId: article.articleId, revision: 1, claimId: claim.claimId }
    const asked = await askQuery(tom, { ...on, to: 'editor', question: 'Is it?', blocking: 'on' })
    await askQuery(tom, { ...on, to: 'editor', question: 'By the way?' })
    await suggestChange(tom, { ...on, after: 'opened in 1933', reason: 'date' })

    expect((await open(ines, article)).map(({ kind, what }) => [kind, what])).toEqual([
      ['uncovered', '3 words are in no claim and not accounted for: “The old bridge”.'],
      [
        'uncovered',
        '5 words are in no claim and not accounted for: “and cost four million crowns”.',
      ],
      ['unchecked', 'C-001, “opened in 1932”, is not checked.'],
      ['blocking_query', 'A blocking query to the editor about C-001 is not answered.'],
      [
        'undecided_suggestion',
        'No editor has decided whether to put “opened in 1933” for “opened in 1932”.',
      ],
    ])
    await closeQuery(tom, { queryId: asked.queryId, text: 'Never mind.' })
    expect((await open(ines, article)).map(({ kind }) => kind)).not.toContain('blocking_query')
  })

  testEach(
    ['ok_with_change', 'incorrect', 'misleading', 'cannot_be_stood_up', 'disputed'] as const,
    (verdict) => `is a claim that was found ${verdict}`,
    async (verdict) => {
      const { newsroom, ines, tom, article, claim } = await aDesk()
      await newsroom.evidence(claim, { by: tom, stance: 'contradicts' })
      const given = { rationale: 'So it is.', searched: 'There.', change: 'in 1933' }
      await giveVerdict(tom, { claimId: claim.claimId, verdict, ...given })
      expect(await open(ines, article)).toMatchObject([
        { kind: 'not_safe', claim: { number: 1 }, place: spanOf(TEXT, 'opened in 1932') },
      ])
    },
  )

  test('is support that is all secondary, until an editor waives it', async () => {
    const { newsroom, ines, tom, article, claim } = await aDesk()
    for (const publisher of ['One', 'Two', 'Three']) {
      await newsroom.evidence(claim, { by: tom, directness: 'secondary', publisher })
    }
    await giveVerdict(tom, { claimId: claim.claimId, verdict: 'confirmed' })
    expect(await open(ines, article)).toMatchObject([{ kind: 'secondary_support' }])
    await waiveSecondary(ines, { claimId: claim.claimId, reason: 'All three were there.' })
    expect(await open(ines, article)).toEqual([])
  })

  test('is an accepted change that the text does not have', async () => {
    const { ines, tom, article, check, claim } = await aDesk()
    await check()
    const on = { articleId: article.articleId, revision: 1, claimId: claim.claimId }
    const one = await suggestChange(tom, { ...on, after: 'opened in 1933', reason: 'date' })
    await acceptSuggestion(ines, { ...one, after: 'opened in 1934' })
    expect(await open(ines, article)).toMatchObject([
      {
        kind: 'unapplied_suggestion',
        what: 'An editor accepted to put “opened in 1934” for “opened in 1932”, and the text does not have it yet.',
      },
    ])
  })
})

describe('a sign-off', () => {
  test('states who signed which text in which role, with what accepted, and where the log ended', async () => {
    const { ines, article, revisionSha } = await aDesk()
    const head = await accept(ines, article, 'The ledger comes tomorrow.')
    await signOff(ines, { articleId: article.articleId, seen: head.seq })

    const [signed] = await listSignOffs(ines, article.articleId)
    expect(signed).toMatchObject({
      ...{ revision: 1, sha256: revisionSha, signedBy: 'Ines', role: 'editor', end: null },
      statement: `I, Ines, editor at The Desk, sign off revision 1 of “The bridge”: the text of 11 words and 1 claim whose SHA-256 is ${revisionSha}. Every claim in it was checked and every word is accounted for, except for 1 open item, each accepted by name with a reason (not checked: 1). This holds for this text alone.`,
      checkpoint: { entries: head.seq, head: head.hash },
      items: [{ accepted: { by: 'Ines', reason: 'The ledger comes tomorrow.' } }],
    })
    expect(await stateOf(ines, article)).toBe('signed_off')
  })

  test('is refused as long as something is neither done nor accepted, and names it', async () => {
    const { ines, article } = await aDesk()
    const before = await everythingOf(ines)
    await expect(sign(ines, article)).rejects.toMatchObject({
      reason: 'invalid',
      message:
        'This is neither done nor accepted: C-001, “opened in 1932”, is not checked. Do it, or accept it with a reason.',
    })
    expect(await everythingOf(ines)).toEqual(before)
  })

  test('is refused on a page that was made before the last edit, and tells the edit', async () => {
    const { ines, tom, article, claim, check } = await aDesk()
    await check()
    const { seq: seen } = await findChainHead(ines)
    await writeComment(tom, { claimId: claim.claimId, text: 'Wait.' })
    await expect(signOff(ines, { articleId: article.articleId, seen })).rejects.toMatchObject({
      reason: 'conflict',
      message:
        'The article changed since you opened this page, so nothing was signed. Tom commented on C-001: Wait. Look at it as it is now, then sign.',
    })
  })

  test('is refused a second time, and to whoever wrote the article', async () => {
    const { newsroom, ines, article, check } = await aDesk()
    await check()
    await sign(ines, article)
    await expect(sign(ines, article)).rejects.toMatchObject({ reason: 'conflict' })

    const own = await newsroom.article({ by: ines, writers: [ines], text: 'Hello.' })
    await expect(sign(ines, own)).rejects.toMatchObject({ reason: 'not-allowed' })
  })

  test('keeps an article from being moved by hand', async () => {
    const { ines, article, check } = await aDesk()
    await check()
    await sign(ines, article)
    await expect(
      moveArticle(ines, { articleId: article.articleId, from: 'signed_off', to: 'in_check' }),
    ).rejects.toMatchObject({ message: expect.stringContaining('Revoke the sign-off') })
  })

  test('that is revoked stays on record with the reason', async () => {
    const { ines, article, check } = await aDesk()
    await check()
    await sign(ines, article)
    const { articleId } = article
    await expect(revokeSignOff(ines, { articleId, reason: ' ' })).rejects.toMatchObject({
      fields: { reason: expect.any(String) },
    })
    await revokeSignOff(ines, { articleId, reason: 'A call came in.' })
    expect(await listSignOffs(ines, articleId)).toMatchObject([
      { end: { kind: 'revoked', reason: 'A call came in.', by: 'Ines' } },
    ])
    expect(await stateOf(ines, article)).toBe('with_editor')
    await sign(ines, article)
    expect(await listSignOffs(ines, articleId)).toHaveLength(2)
  })
})

describe('an acceptance', () => {
  test('needs a reason, and holds for what was seen alone', async () => {
    const { newsroom, ines, tom, article, claim } = await aDesk()
    const [item] = await open(ines, article)
    const accepting = { articleId: article.articleId, items: item?.key }
    await expect(acceptOpenItems(ines, { ...accepting, reason: '' })).rejects.toMatchObject({
      fields: { reason: expect.any(String) },
    })
    await expect(
      acceptOpenItems(ines, { ...accepting, items: undefined, reason: 'Why not.' }),
    ).rejects.toMatchObject({ fields: { items: expect.any(String) } })
    await acceptOpenItems(ines, { ...accepting, reason: 'Why not.' })
    await expect(acceptOpenItems(ines, { ...accepting, reason: 'Again.' })).rejects.toMatchObject({
      reason: 'conflict',
    })

    await newsroom.evidence(claim, { by: tom, stance: 'contradicts' })
    const { claimId } = claim
    await giveVerdict(tom, { claimId, verdict: 'incorrect', rationale: 'It was 1933.' })
    await expect(sign(ines, article)).rejects.toMatchObject({ reason: 'invalid' })
    await expect(acceptOpenItems(ines, { ...accepting, reason: 'Again.' })).rejects.toMatchObject({
      message: expect.stringContaining('not what you saw'),
    })
  })

  test('holds in a later text where the words are the same', async () => {
    const { newsroom, ines, article } = await aDesk()
    await accept(ines, article, 'It comes tomorrow.')
    await revise(await newsroom.author(), article, `${TEXT}\n\nGood morning.`)
    const { articleId } = article
    const places = [spanOf(`${TEXT}\n\nGood morning.`, 'Good morning.')]
    await markCoverage(ines, { articleId, revision: 2, kind: 'nothing_to_check', places })
    await sign(ines, article)
    expect(await stateOf(ines, article)).toBe('signed_off')
  })

  test('is taken back, but not once it was signed with', async () => {
    const { ines, article } = await aDesk()
    await accept(ines, article, 'It comes tomorrow.')
    const acceptanceId = await acceptanceOf(ines)
    await withdrawAcceptance(ines, { acceptanceId })
    await expect(withdrawAcceptance(ines, { acceptanceId })).rejects.toMatchObject({
      reason: 'conflict',
    })
    await accept(ines, article, 'It comes tomorrow, really.')
    await sign(ines, article)
    await expect(
      withdrawAcceptance(ines, { acceptanceId: await acceptanceOf(ines) }),
    ).rejects.toMatchObject({ message: expect.stringContaining('Revoke the sign-off first') })
  })

  test('is not taken back while what was signed with it is out, so that taking that back leads to what was signed', async () => {
    const { ines, article } = await aDesk()
    await accept(ines, article, 'It comes tomorrow.')
    const acceptanceId = await acceptanceOf(ines)
    await sign(ines, article)
    await publishArticle(ines, article)
    await expect(withdrawAcceptance(ines, { acceptanceId })).rejects.toMatchObject({
      message: 'The article was signed off with this, and the signature holds.',
    })
    await takeBackPublishing(ines, { ...article, reason: 'The printer stopped.' })
    await revokeSignOff(ines, { ...article, reason: 'It did not come.' })
    await withdrawAcceptance(ines, { acceptanceId })
    await expect(sign(ines, article)).rejects.toMatchObject({ reason: 'invalid' })
  })
})

describe('a signature falls', () => {
  test('with a new text, in which a changed digit reopens one claim', async () => {
    const { newsroom, ines, tom, article, check } = await aDesk()
    const other = await newsroom.claim({ ...article, by: tom }, 'four million')
    await newsroom.evidence(other)
    await giveVerdict(tom, { claimId: other.claimId, verdict: 'confirmed' })
    await check()
    await sign(ines, article)
    await revise(ines, article, TEXT.replace('1932', '1933'))

    expect(await listSignOffs(ines, article.articleId)).toMatchObject([
      { revision: 1, end: { kind: 'superseded', revision: 2, claims: [1], by: 'Ines' } },
    ])
    expect(await stateOf(ines, article)).toBe('in_check')
    expect(await open(ines, article)).toMatchObject([
      { kind: 'uncovered' },
      { kind: 'unplaced', claim: { number: 1 } },
      { kind: 'frame_changed', claim: { number: 3 } },
    ])
    const [last] = await listEvents(ines, { articleId: article.articleId, take: 1 })
    expect(last?.event).toMatchObject({ type: 'sign-off.superseded', claims: [1], revision: 1 })
  })

  test('with a text that differs in typography alone, without a claim to blame', async () => {
    const { ines, article, check } = await aDesk()
    await check()
    await sign(ines, article)
    await revise(ines, article, TEXT.replace('old bridge', 'old\u00a0bridge'))
    expect(await listSignOffs(ines, article.articleId)).toMatchObject([
      { end: { kind: 'superseded', claims: [] } },
    ])
    expect(await stateOf(ines, article)).toBe('with_editor')
    await sign(ines, article)
  })

  test('when a checker finds afterwards that a claim does not stand', async () => {
    const { newsroom, ines, tom, article, claim, check } = await aDesk()
    await check()
    await sign(ines, article)
    await writeComment(tom, { claimId: claim.claimId, text: 'A comment does nothing.' })
    expect(await stateOf(ines, article)).toBe('signed_off')
    await newsroom.evidence(claim, { by: tom, stance: 'contradicts' })
    const { claimId } = claim
    await giveVerdict(tom, {
      ...{ claimId, verdict: 'incorrect', rationale: 'It was 1933.' },
      over: await verdictOf(ines, claimId),
    })
    expect(await listSignOffs(ines, article.articleId)).toMatchObject([
      { end: { kind: 'fallen', claims: [1], by: 'Tom' } },
    ])
    expect(await stateOf(ines, article)).toBe('in_check')
  })

  testEach(
    [
      {
        what: 'a blocking query',
        change: ({ tom, article, claim }: Desk) =>
          askQuery(tom, {
            ...{ articleId: article.articleId, claimId: claim.claimId, revision: 1 },
            ...{ to: 'editor', question: 'Are we sure?', blocking: 'on' },
          }),
      },
      {
        what: 'a suggestion',
        change: ({ tom, article, claim }: Desk) =>
          suggestChange(tom, {
            ...{ articleId: article.articleId, claimId: claim.claimId, revision: 1 },
            ...{ after: 'opened in 1933', reason: 'date' },
          }),
      },
      {
        what: 'a claim that is set back',
        change: ({ tom, claim: { claimId } }: Desk) =>
          setStatus(tom, { claimId, from: 'checked', status: 'in_progress' }),
      },
      {
        what: 'a mark that is taken back',
        change: ({ tom, article: { articleId }, markIds }: Desk) =>
          unmarkCoverage(tom, { articleId, markIds }),
      },
      {
        what: 'a new claim',
        change: ({ newsroom, tom, article }: Desk) =>
          newsroom.claim({ ...article, by: tom }, 'four million'),
      },
      {
        what: 'a cut that is taken back',
        change: async ({ tom, cut: { claimId } }: Desk) => restoreClaim(tom, { claimId }),
      },
    ],
    ({ what }) => `by ${what}`,
    async ({ change }) => {
      const desk = await aDesk()
      const { ines, article, check } = desk
      await check()
      await sign(ines, article)
      await change(desk)
      expect(await listSignOffs(ines, article.articleId)).toMatchObject([
        { end: { kind: 'fallen', by: 'Tom' } },
      ])
      expect(['in_check', 'with_editor']).toContain(await stateOf(ines, article))
    },
  )

  test('only the claim that changed needs work before it is signed again', async () => {
    const { newsroom, ines, tom, article, claim, check } = await aDesk()
    await check()
    await sign(ines, article)
    const now = TEXT.replace('1932', '1933')
    await revise(await newsroom.author(), article, now)
    const { claimId } = claim
    await settleClaim(tom, { claimId, revision: 2, ...spanOf(now, 'opened in 1933') })
    expect(await open(ines, article)).toMatchObject([{ kind: 'recheck', claim: { number: 1 } }])
    await newsroom.evidence(claim, { by: tom })
    const over = await verdictOf(ines, claimId)
    await giveVerdict(tom, { claimId, verdict: 'confirmed', over })
    await sign(ines, article)
    expect(await listSignOffs(ines, article.articleId)).toMatchObject([
      { revision: 2, end: null },
      { revision: 1, end: { kind: 'superseded' } },
    ])
  })
})

describe('publishing', () => {
  test('takes a signature, and is taken back by name', async () => {
    const { ines, article, check } = await aDesk()
    const { articleId } = article
    await expect(publishArticle(ines, { articleId })).rejects.toMatchObject({
      message: 'Only what is signed off is published. Sign it off first.',
    })
    await check()
    await sign(ines, article)
    await publishArticle(ines, { articleId })
    expect(await stateOf(ines, article)).toBe('published')
    await expect(revise(ines, article, 'Something else.')).rejects.toMatchObject({
      reason: 'conflict',
    })
    await takeBackPublishing(ines, { articleId, reason: 'The printer stopped.' })
    expect(await stateOf(ines, article)).toBe('signed_off')
  })

  test('and taking back are meant for the signature that was read', async () => {
    const { newsroom, ines, article, check } = await aDesk()
    const { articleId } = article
    await check()
    await sign(ines, article)
    const [{ id: signOffId = '' } = {}] = await listSignOffs(ines, articleId)
    const ada = await newsroom.member('editor', 'Ada')
    await revokeSignOff(ada, { articleId, signOffId, reason: 'Too early.' })
    await sign(ada, article)

    const before = await everythingOf(ines)
    const refused = {
      reason: 'conflict',
      message: expect.stringMatching(/^Ada signed off revision 1 since this page was loaded/),
    }
    await expect(publishArticle(ines, { articleId, signOffId })).rejects.toMatchObject(refused)
    await expect(
      revokeSignOff(ines, { articleId, signOffId, reason: 'A name is wrong.' }),
    ).rejects.toMatchObject(refused)
    expect(await everythingOf(ines)).toEqual(before)

    const [{ id: now = '' } = {}] = await listSignOffs(ines, articleId)
    await publishArticle(ines, { articleId, signOffId: now })
    expect(await stateOf(ines, article)).toBe('published')
  })

  test('keeps its signature whatever is found afterwards', async () => {
    const { ines, tom, article, claim, check } = await aDesk()
    await check()
    await sign(ines, article)
    await publishArticle(ines, article)
    const { claimId } = claim
    await setStatus(tom, { claimId, from: 'checked', status: 'in_progress' })
    expect(await listSignOffs(ines, article.articleId)).toMatchObject([{ end: null }])
  })

  test('in an emergency lists what must still be done, until an editor signs in full', async () => {
    const { ines, article, check } = await aDesk()
    const { articleId } = article
    const { seq: seen } = await findChainHead(ines)
    await expect(publishInEmergency(ines, { articleId, seen, reason: '' })).rejects.toMatchObject({
      fields: { reason: 'Say why it cannot wait.' },
    })
    await publishInEmergency(ines, { articleId, seen, reason: 'The dam breaks.' })
    expect(await stateOf(ines, article)).toBe('published')
    expect(await listSignOffs(ines, articleId)).toMatchObject([
      {
        ...{ emergency: true, reason: 'The dam breaks.' },
        statement: expect.stringContaining('Still to be done: 1 open item (not checked: 1).'),
        items: [{ kind: 'unchecked', accepted: null }],
      },
    ])
    await expect(sign(ines, article)).rejects.toMatchObject({ reason: 'invalid' })
    await check()
    await sign(ines, article)
    expect(await listSignOffs(ines, articleId)).toMatchObject([
      { emergency: false, end: null },
      { emergency: true, end: { kind: 'completed' } },
    ])
    expect(await stateOf(ines, article)).toBe('published')
  })

  test('in an emergency that is taken back leaves no signature', async () => {
    const { ines, article } = await aDesk()
    const { articleId } = article
    const { seq: seen } = await findChainHead(ines)
    await publishInEmergency(ines, { articleId, seen, reason: 'The dam breaks.' })
    await takeBackPublishing(ines, { articleId, reason: 'It holds.' })
    expect(await stateOf(ines, article)).toBe('in_check')
    expect(await listSignOffs(ines, articleId)).toMatchObject([{ end: { kind: 'revoked' } }])
  })

  test('ends with a withdrawal, after which nothing can be signed', async () => {
    const { ines, article, check } = await aDesk()
    const { articleId } = article
    await check()
    await sign(ines, article)
    await publishArticle(ines, { articleId })
    await withdrawArticle(ines, { articleId, reason: 'The source lied.' })
    await expect(sign(ines, article)).rejects.toMatchObject({
      message: 'The article is withdrawn. Reinstate it first.',
    })
  })
})

type Desk = Awaited<ReturnType<typeof aDesk>>

/** An article with one claim and one that was cut, all other words marked unless they are to be uncovered. */
async function aDesk({ covered = true } = {}) {
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor', 'Ines')
  const tom = await newsroom.member('checker', 'Tom')
  const article = await newsroom.article({ by: ines, checkers: [tom], text: TEXT })
  const claim = await newsroom.claim({ ...article, by: tom }, 'opened in 1932')
  const { articleId } = article
  const cut = await newsroom.claim({ ...article, by: tom }, 'cost four')
  await cutClaim(tom, { claimId: cut.claimId, reason: 'Too small.' })
  const places = [spanOf(TEXT, 'The old bridge'), spanOf(TEXT, 'and cost four million crowns.')]
  const { markIds } = covered
    ? await markCoverage(tom, { articleId, revision: 1, kind: 'nothing_to_check', places })
    : { markIds: [] }
  const { revisions } = (await everythingOf(ines)).articles[0] ?? { revisions: [] }

  async function check() {
    await newsroom.evidence(claim)
    await giveVerdict(tom, { claimId: claim.claimId, verdict: 'confirmed' })
  }
  const revisionSha = revisions[0]?.sha256 ?? ''
  return { newsroom, ines, tom, article, claim, cut, markIds, check, revisionSha }
}

const open = (actor: Actor, { articleId }: TestArticle) =>
  listOpenItems(actor, { id: articleId, language: 'en' })

async function sign(actor: Actor, { articleId }: TestArticle) {
  return signOff(actor, { articleId, seen: (await findChainHead(actor)).seq })
}

/** Accepts all that is open; answers with where the log ends then. */
async function accept(actor: Actor, article: TestArticle, reason: string) {
  const items = (await open(actor, article)).map(({ key }) => key)
  await acceptOpenItems(actor, { articleId: article.articleId, items, reason })
  return findChainHead(actor)
}

async function acceptanceOf(actor: Actor): Promise<string> {
  const { articles } = await everythingOf(actor)
  return articles[0]?.acceptances.find(({ withdrawnAt }) => !withdrawnAt)?.id ?? ''
}

async function verdictOf(actor: Actor, claimId: string): Promise<string> {
  const { articles } = await everythingOf(actor)
  const claim = articles.flatMap(({ claims }) => claims).find(({ id }) => id === claimId)
  return claim?.verdicts.at(-1)?.id ?? ''
}

const stateOf = async (actor: Actor, { articleId }: TestArticle) =>
  (await findArticle(actor, { id: articleId }))?.state

const revise = (actor: Actor, { articleId }: TestArticle, text: string) =>
  reviseArticle(actor, {
    ...{ articleId, base: 1 },
    blocks: text.split('\n\n').map((one) => ({ kind: 'paragraph', text: one })),
  })
