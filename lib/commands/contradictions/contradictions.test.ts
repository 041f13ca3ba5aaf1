import { beforeAll, beforeEach, expect, test } from 'vitest'
import { publishArticle } from '@/lib/commands/publication/publish'
import { findArticle } from '@/lib/db/articles/articles'
import { findContradictions } from '@/lib/db/contradictions/find-contradictions'
import type { Actor } from '@/lib/domain/policy'
import { isolatedDatabase } from '@/lib/testing/database/isolated-database'
import { aNewsroom, type Newsroom } from '@/lib/testing/fixtures/newsroom'
import { reviseArticle } from '../revisions/revise'
import { answerContradiction, reopenContradiction } from './contradictions'

beforeAll(isolatedDatabase)

const TEXT =
  'The ferry Alba carried 1,014 passengers on Monday.\n\nThe ferry Alba carried 1,041 passengers.'

let newsroom: Newsroom
let editor: Actor
let checker: Actor
let articleId: string

beforeEach(async () => {
  newsroom = await aNewsroom()
  editor = await newsroom.member('editor', 'Ines')
  checker = await newsroom.member('checker', 'Tom')
  ;({ articleId } = await newsroom.article({ by: editor, checkers: [checker], text: TEXT }))
})

async function found(actor: Actor) {
  const article = await findArticle(actor, { id: articleId })
  if (!article) throw new Error('not seen')
  return (await findContradictions(actor, article)).contradictions
}

async function answer(by: Actor, answer: string, why = '') {
  const [first] = await found(by)
  if (!first) throw new Error('nothing is said differently')
  const { kind, one, other, out } = first
  const second = out
    ? { otherClaimId: out.id, otherWords: other.words, otherSentence: other.sentence.words }
    : { otherStart: other.start, otherEnd: other.end }
  const place = { articleId, revision: 1, kind, start: one.start, end: one.end }
  return answerContradiction(by, { ...place, ...second, answer, why })
}

test('an answer is kept with its reason, once, and is taken back', async () => {
  expect(await found(checker)).toMatchObject([
    { one: { words: '1,014' }, other: { words: '1,041' }, answered: null },
  ])
  const { replyId } = await answer(checker, 'one', 'The ledger says so.')
  expect(await found(editor)).toMatchObject([
    { answered: { answer: 'one', why: 'The ledger says so.', repliedById: checker.userId } },
  ])
  await expect(answer(editor, 'both')).rejects.toThrow('Tom said already that the first is right.')
  await reopenContradiction(editor, { articleId, replyId })
  expect(await found(editor)).toMatchObject([{ answered: null }])
  await expect(reopenContradiction(editor, { articleId, replyId })).rejects.toThrow('already')
})

test('an answer falls away with its words, and stays while others change', async () => {
  await answer(checker, 'both', 'Two days.')
  const revise = (text: string, base: number) =>
    reviseArticle(editor, {
      ...{ articleId, base },
      blocks: text.split('\n\n').map((text) => ({ kind: 'paragraph', text })),
    })
  await revise(`It was a cold day. ${TEXT}`, 1)
  expect(await found(editor)).toMatchObject([{ answered: { answer: 'both' } }])
  await revise(TEXT.replace('on Monday', 'on Tuesday'), 2)
  expect(await found(editor)).toMatchObject([{ answered: null }])
  await revise(TEXT.replace('1,041', '1,014'), 3)
  expect(await found(editor)).toEqual([])
})

test('a place that is none is refused', async () => {
  const place = { articleId, revision: 1, kind: 'quantity', answer: 'both', start: 0, end: 9 }
  await expect(answerContradiction(checker, place)).rejects.toMatchObject({ reason: 'invalid' })
  const out = { ...place, otherClaimId: 'none', otherWords: 'A', otherSentence: 'A.' }
  await expect(answerContradiction(checker, out)).rejects.toMatchObject({ reason: 'conflict' })
})

test('a claim of an article that is out is held against the text, for those who see it', async () => {
  const printed = await newsroom.signed({
    by: editor,
    text: 'Good morning. The ferry Alba carried 900 passengers.',
  })
  const against = async (actor: Actor) => (await found(actor)).filter(({ out }) => out !== null)
  ;({ articleId } = await newsroom.article({
    by: editor,
    checkers: [checker],
    text: 'The ferry Alba carried 700 passengers.',
  }))
  expect(await against(editor)).toEqual([])
  await publishArticle(editor, printed)
  const claim = await newsroom.claim(printed, 'carried 900 passengers')
  expect(await against(editor)).toMatchObject([
    {
      one: { words: '700' },
      other: { words: '900' },
      out: { id: claim.claimId, slug: printed.slug },
    },
  ])
  await answer(editor, 'one')
  expect(await against(editor)).toMatchObject([{ answered: { answer: 'one' } }])
  const writer = await newsroom.member('writer')
  const own = await newsroom.article({
    by: writer,
    text: 'The ferry Alba carried 700 passengers.',
  })
  articleId = own.articleId
  expect(await against(writer)).toEqual([])
})
