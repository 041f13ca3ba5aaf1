import { expect, test } from 'vitest'
import { findChainHead } from '@/lib/db/audit/log'
import { listClaims, listWholeClaims } from '@/lib/db/claims/claims'
import { db } from '@/lib/db/client'
import { listComments } from '@/lib/db/discussion/comments'
import { aNewsroom, spanOf } from '@/lib/testing/fixtures/newsroom'
import { takeAnnotations } from './take-annotations'

async function aDesk() {
  const newsroom = await aNewsroom()
  const checker = await newsroom.member('checker', 'Tom')
  const editor = await newsroom.member('editor', 'Ines')
  const article = await newsroom.article({ by: editor, writers: [], checkers: [checker] })
  const { id: revisionId } = await db().revision.findFirstOrThrow({
    where: { articleId: article.articleId },
  })
  const place = (number: number, words: string, note = '') => ({
    ...{ number, words, note, type: 'number', ...spanOf(article.text, words) },
  })
  return { checker, ...article, revisionId, place }
}

test('what a person chose becomes claims in the order of the list, and what was said of it a comment', async () => {
  const { checker, articleId, revisionId, place } = await aDesk()
  const places = JSON.stringify([place(7, '1932', 'Which year?'), place(9, 'The old bridge')])
  expect(await takeAnnotations(checker, { articleId, revision: '1', places })).toEqual({
    made: [1, 2],
  })
  const claims = await listClaims(checker, articleId, revisionId)
  expect(claims.map(({ number, type }) => [number, type])).toEqual([
    [2, 'number'],
    [1, 'number'],
  ])
  const comments = await listComments(checker, { articleId })
  expect(comments.map(({ text }) => text)).toEqual(['Which year?'])
  const article = await db().article.findUniqueOrThrow({ where: { id: articleId } })
  expect(article).toMatchObject({ claimCount: 2 })
  expect(article.coveredWords).toBeGreaterThan(0)
})

test.each([
  ['words that are others now', [{ words: 'The new bridge' }], /number 2 are “The old bridge” now/],
  ['a place outside the text', [{ start: 9_000, end: 9_004 }], /not in this text/],
  ['a kind that nobody knows', [{ type: 'rumour' }], /another look/],
  ['nothing', null, /another look/],
  ['no JSON', 'oops', /another look/],
])('%s among them: nothing is stored, and the reason is told', async (_, wrong, message) => {
  const { checker, articleId, revisionId, place } = await aDesk()
  const before = await findChainHead(checker)
  const places = Array.isArray(wrong)
    ? [place(1, '1932'), { ...place(2, 'The old bridge'), ...wrong[0] }]
    : (wrong ?? [])
  const attempt = takeAnnotations(checker, {
    ...{ articleId, revision: 1 },
    places: typeof places === 'string' ? places : JSON.stringify(places),
  })
  await expect(attempt).rejects.toThrow(message)
  expect(await listClaims(checker, articleId, revisionId)).toEqual([])
  expect(await findChainHead(checker)).toEqual(before)
})

test('what words rest on elsewhere becomes their evidence, with a source that is put on file once', async () => {
  const { checker, articleId, place } = await aDesk()
  const source = { kind: 'book', title: 'The ledger', url: 'https://example.org/ledger' }
  const cited = {
    ...{ source, aspect: 'both', stance: 'supports', directness: 'primary', locator: 'p. 4' },
    ...{ excerpt: 'Opened 1932.', note: 'In ink.' },
  }
  const places = [
    { ...place(1, '1932'), evidence: [cited, { ...cited, stance: 'limits', locator: 'p. 9' }] },
    {
      ...place(2, 'The old bridge'),
      ...{ claimant: 'The council', evidence: [{ ...cited, aspect: 'said', locator: 'p. 1' }] },
    },
  ]
  await takeAnnotations(checker, { articleId, revision: 1, places: JSON.stringify(places) })
  const claims = await listWholeClaims(checker, articleId)
  expect(
    claims.map(({ evidence }) => evidence.map(({ stance, locator }) => [stance, locator])),
  ).toEqual([
    [
      ['supports', 'p. 4'],
      ['limits', 'p. 9'],
    ],
    [['supports', 'p. 1']],
  ])
  expect(claims[0]?.evidence[0]).toMatchObject({
    ...{ excerpt: 'Opened 1932.', note: 'In ink.', directness: 'primary' },
    source: { kind: 'book', title: 'The ledger', url: 'https://example.org/ledger' },
  })
  expect(claims.map(({ claimant, evidence }) => [claimant, evidence[0]?.aspect])).toEqual([
    [null, null],
    ['The council', 'said'],
  ])
  const { newsroomId } = checker
  expect(await db().source.count({ where: { newsroomId } })).toBe(1)
  const before = await findChainHead(checker)
  for (const wrong of [
    { ...cited, locator: 'the whole document' },
    { ...cited, source: { ...source, url: 'javascript:alert(1)' } },
  ]) {
    const sent = [{ ...place(1, 'May'), evidence: [wrong] }]
    const attempt = takeAnnotations(checker, {
      articleId,
      revision: 1,
      places: JSON.stringify(sent),
    })
    await expect(attempt).rejects.toMatchObject({ reason: 'invalid' })
  }
  expect(await findChainHead(checker)).toEqual(before)
})

test('a list that was matched with an older text is refused', async () => {
  const { checker, articleId, place } = await aDesk()
  const attempt = takeAnnotations(checker, { articleId, revision: 2, places: [place(1, '1932')] })
  await expect(attempt).rejects.toThrow(/newer revision/)
})
