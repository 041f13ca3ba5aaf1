import { beforeAll, describe, expect, test } from 'vitest'
import { findChainHead } from '@/lib/db/audit/log'
import { listEvents } from '@/lib/db/audit/log-events'
import { db } from '@/lib/db/client'
import { listReadersBoxes } from '@/lib/db/publication/readers-boxes'
import { sentenceOf } from '@/lib/domain/audit/sentences'
import type { Actor } from '@/lib/domain/policy'
import { rolledBack } from '@/lib/testing/database/rollback'
import { anArticleToSign, DESK_TEXT, type Way } from '@/lib/testing/fixtures/article-to-sign'
import { aNewsroom, type Newsroom } from '@/lib/testing/fixtures/newsroom'
import { assignClaims } from '../claims/bulk-claims'
import { cutClaim, editClaim } from '../claims/claims'
import { giveVerdict } from '../claims/verdicts'
import { writeComment } from '../discussion/comments'
import { reviseArticle } from '../revisions/revise'
import { revokeSignOff } from '../sign-off/sign-offs'
import { correctArticle } from './correct'
import { takeBackPublishing } from './publish'
import { revokeReadersBox, signReadersBox } from './readers-box'

let newsroom: Newsroom
let editor: Actor
let checker: Actor

beforeAll(async () => {
  newsroom = await aNewsroom()
  editor = await newsroom.member('editor', 'Ines')
  checker = await newsroom.member('checker', 'Tom')
})

async function anArticle(way: Way = 'published') {
  const article = await anArticleToSign(newsroom, { editor, checker, way })
  const sign = async (claims: unknown = '1') =>
    signReadersBox(editor, {
      ...{ articleId: article.articleId, claims },
      seen: (await findChainHead(editor)).seq,
    })
  const boxes = () => listReadersBoxes(editor, article.articleId)
  return { ...article, sign, boxes }
}

test('an editor signs for the claims that were chosen, and it is on record what readers are told', async () => {
  const { articleId, sign, boxes } = await anArticle()
  await sign()
  expect(await boxes()).toMatchObject([
    {
      ...{ claims: [1], revision: 2, by: 'Ines', end: null },
      box: { checked: 1, claims: [{ words: 'opened in 1932', found: 'Opinion or prediction' }] },
    },
  ])
  const [last] = await listEvents(editor, { articleId, take: 1 })
  expect(last?.event).toMatchObject({ type: 'readers-box.signed', revision: 2, claims: [1] })
})

test('another one takes its place, and both stay on record', async () => {
  const { sign, boxes } = await anArticle()
  const first = await sign()
  await sign(['1'])
  expect(await boxes()).toMatchObject([
    { end: null },
    { id: first.boxId, end: { kind: 'replaced' } },
  ])
})

describe('nothing is signed', () => {
  test.each([
    ['for a claim that is not in the text', '7', /C-007: It is not in this text/],
    ['for nothing', [], /another look/],
  ])('%s', async (_, claims, message) => {
    const { sign, boxes } = await anArticle()
    await expect(sign(claims)).rejects.toThrow(message)
    expect(await boxes()).toEqual([])
  })

  test('for a text that nobody signed off', async () => {
    const { sign } = await anArticle('accepted')
    await expect(sign()).rejects.toThrow(/not signed off in full/)
  })

  test('for a claim that is confidential', async () => {
    const { sign, claim } = await anArticle()
    await markSecret(claim.claimId)
    await expect(sign()).rejects.toThrow(/C-001: Its risks say that it is confidential/)
  })

  test('on a page from before the last change', async () => {
    const { articleId, claim, boxes } = await anArticle()
    const { seq: seen } = await findChainHead(editor)
    await writeComment(checker, { claimId: claim.claimId, text: 'Wait.' })
    const attempt = signReadersBox(editor, { articleId, claims: '1', seen })
    await expect(attempt).rejects.toThrow(/changed since you opened this page.*Tom commented/)
    expect(await boxes()).toEqual([])
  })
})

describe('it falls by itself, and the log says why', () => {
  const told = async (articleId: string) => {
    const [last] = await listEvents(editor, { articleId, take: 1 })
    return last?.event
  }

  test('when a claim in it gets another verdict', async () => {
    const { articleId, claim, sign, boxes } = await anArticle()
    await sign()
    const over = await newestVerdict(claim.claimId)
    await giveVerdict(checker, {
      ...{ claimId: claim.claimId, verdict: 'disputed', rationale: 'Two.', over },
    })
    expect(await boxes()).toMatchObject([{ end: { kind: 'fallen', claims: [1], by: 'Tom' } }])
    expect(await told(articleId)).toMatchObject({ type: 'readers-box.fallen', claims: [1] })
  })

  test('when a claim in it becomes confidential', async () => {
    const { claim, sign, boxes } = await anArticle()
    await sign()
    await markSecret(claim.claimId)
    expect(await boxes()).toMatchObject([{ end: { kind: 'fallen' } }])
  })

  test('when a claim in it is cut', async () => {
    const { claim, sign, boxes } = await anArticle()
    await sign()
    await cutClaim(checker, { claimId: claim.claimId, reason: 'It went.' })
    expect(await boxes()).toMatchObject([{ end: { kind: 'fallen' } }])
  })

  test('when the text is corrected', async () => {
    const { articleId, sign, boxes } = await anArticle()
    await sign()
    const start = DESK_TEXT.indexOf('four')
    await correctArticle(editor, {
      ...{ articleId, base: 2, start, end: start + 4, after: 'five' },
      ...{ cause: 'writer', notice: 'It was five.' },
    })
    expect(await boxes()).toMatchObject([{ end: { kind: 'superseded' } }])
    expect(await told(articleId)).toMatchObject({ type: 'readers-box.superseded' })
  })

  test('when a new text comes in before it is published', async () => {
    const { articleId, sign, boxes } = await anArticle('signed')
    await sign()
    const blocks = [{ kind: 'paragraph', text: `${DESK_TEXT} So it is.` }]
    await reviseArticle(await newsroom.author(), { articleId, base: 2, blocks })
    expect(await boxes()).toMatchObject([{ end: { kind: 'superseded' } }])
  })

  test('when the signature of the text is taken back', async () => {
    const { articleId, sign, boxes } = await anArticle('signed')
    await sign()
    await revokeSignOff(editor, { articleId, reason: 'A call came in.' })
    expect(await boxes()).toMatchObject([{ end: { kind: 'fallen', claims: [] } }])
    const event = await told(articleId)
    expect(event && sentenceOf(event, () => '')).toBe(
      'made what readers are told of revision 2 fall: The text is not signed off any more.',
    )
  })

  test('but not for a comment or an assignee', async () => {
    const { articleId, claim, sign, boxes } = await anArticle()
    await sign()
    const { claimId } = claim
    await writeComment(checker, { claimId, text: 'Fine.' })
    const claims = [{ claimId, from: null }]
    await assignClaims(editor, { articleId, assigneeId: editor.userId, claims })
    expect(await boxes()).toMatchObject([{ end: null }])
  })
})

test('an editor takes it back with a reason, once', async () => {
  const { articleId, sign, boxes } = await anArticle()
  const { boxId } = await sign()
  await takeBackPublishing(editor, { articleId, reason: 'Too early.' })
  await revokeReadersBox(editor, { articleId, boxId, reason: 'Too early.' })
  expect(await boxes()).toMatchObject([{ end: { kind: 'revoked', reason: 'Too early.' } }])
  const again = revokeReadersBox(editor, { articleId, boxId, reason: 'Again.' })
  await expect(again).rejects.toThrow(/holds no more/)
})

test('whoever wrote the text does not sign for it', async () => {
  const { articleId } = await anArticle()
  await rolledBack(async () => {
    const author = await newsroom.author()
    const attempt = signReadersBox(author, { articleId, claims: '1', seen: author.seenSeq })
    await expect(attempt).rejects.toMatchObject({ reason: 'not-allowed' })
  })
})

async function markSecret(claimId: string): Promise<void> {
  const { version } = await db().claim.findUniqueOrThrow({ where: { id: claimId } })
  await editClaim(checker, { claimId, version, type: 'event', risks: ['confidential_source'] })
}

async function newestVerdict(claimId: string): Promise<string> {
  return (await db().verdict.findFirstOrThrow({ where: { claimId }, orderBy: { givenAt: 'desc' } }))
    .id
}
