import { describe, expect, test } from 'vitest'
import { editClaim } from '@/lib/commands/claims/claims'
import { askSecondCheck } from '@/lib/commands/claims/second-checks'
import { giveVerdict } from '@/lib/commands/claims/verdicts'
import { answerQuery, askQuery } from '@/lib/commands/discussion/queries'
import { reviseArticle } from '@/lib/commands/revisions/revise'
import { detachEvidence } from '@/lib/commands/sources/evidence'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'
import { parseSearch } from '@/lib/domain/search/search-query'
import { foldWords } from '@/lib/domain/search/sought-words'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { aScene } from '@/lib/testing/fixtures/scene'
import { findHits } from './find-hits'
import { showHits } from './show-hits'

const lookFor = async (actor: Actor, typed: string, more: Record<string, string> = {}) => {
  const { query } = parseSearch((name) => ({ q: typed, ...more })[name] ?? '')
  return findHits(actor, query)
}
const kinds = async (actor: Actor, typed: string, more: Record<string, string> = {}) =>
  (await lookFor(actor, typed, more)).hits.map(({ kind }) => kind).sort()

describe('what was written is found at once', () => {
  test('in every kind, by words with other endings, and in no other newsroom', async () => {
    const newsroom = await aNewsroom()
    const editor = await newsroom.member('editor')
    const writer = await newsroom.member('writer')
    const article = await newsroom.article({
      by: editor,
      writers: [writer],
      headline: 'Welded bridges',
    })
    const claim = await newsroom.claim(article, 'cost four million crowns', {
      claimant: 'the mayor',
    })
    await newsroom.evidence(claim, {
      title: 'The bridge ledger',
      excerpt: 'Crowns: 4,000,000 for the bridge',
    })
    await giveVerdict(editor, {
      ...claim,
      verdict: 'confirmed',
      rationale: 'Both bridges are in it.',
    })
    const ask = {
      articleId: article.articleId,
      claimId: claim.claimId,
      revision: 1,
      start: 0,
      end: 5,
    }
    const { queryId } = await askQuery(editor, {
      ...ask,
      to: 'writer',
      question: 'Which bridge is it?',
    })
    await answerQuery(writer, { queryId, text: 'The welded one.' })

    expect(await kinds(editor, 'bridge')).toEqual([
      'article',
      'evidence',
      'question',
      'source',
      'verdict',
    ])
    expect(await kinds(editor, 'crown')).toEqual(['article', 'claim', 'evidence'])
    expect(await kinds(editor, 'mayor million')).toEqual(['article', 'claim'])
    expect(await kinds(editor, '4000000')).toEqual(['evidence'])
    expect(await kinds(editor, 'WELDED')).toEqual(['article', 'question'])
    expect(await kinds(editor, 'bridge tunnel')).toEqual([])
    const stranger = await (await aNewsroom()).member('admin')
    expect(await kinds(stranger, 'bridge')).toEqual([])
  })

  test('as it stands now: after a change, a new text, and when evidence is taken off', async () => {
    const newsroom = await aNewsroom()
    const editor = await newsroom.member('editor')
    const article = await newsroom.article({ by: editor })
    const claim = await newsroom.claim(article, 'opened in 1932')
    const { evidenceId } = await newsroom.evidence(claim, { excerpt: 'Zeppelin' })
    expect(await kinds(editor, 'zeppelin')).toEqual(['evidence'])
    await detachEvidence(editor, { claimId: claim.claimId, evidenceId, reason: 'Another one.' })
    expect(await kinds(editor, 'zeppelin')).toEqual([])

    await editClaim(editor, {
      claimId: claim.claimId,
      version: 1,
      type: 'age',
      risks: [],
      claimant: 'the engineer',
    })
    expect(await kinds(editor, 'engineer 1932')).toEqual(['article', 'claim'])
    expect(await kinds(editor, '1932', { type: 'age' })).toEqual(['claim'])
    expect(await kinds(editor, '1932', { type: 'money' })).toEqual([])

    const text = article.text.replace('country', 'empire')
    await reviseArticle(editor, {
      articleId: article.articleId,
      base: 1,
      blocks: [{ kind: 'paragraph', text }],
    })
    expect(await kinds(editor, 'empire')).toEqual(['article'])
    expect(await kinds(editor, 'country')).toEqual([])
  })

  test('a phrase as it stands, wherever its words also are', async () => {
    const newsroom = await aNewsroom()
    const editor = await newsroom.member('editor')
    const article = await newsroom.article({ by: editor })
    await newsroom.claim(article, 'cost four million crowns')
    expect(await kinds(editor, '“four million”')).toEqual(['article', 'claim'])
    expect(await kinds(editor, '"million four"')).toEqual([])
    expect(await kinds(editor, 'million four')).toEqual(['article', 'claim'])
    expect(await kinds(editor, '"the mayor SAID" 1932')).toEqual(['article'])
  })

  test('by whom, and from one day to another on the newsroom’s calendar', async () => {
    const newsroom = await aNewsroom()
    const [ines, mara] = [await newsroom.member('editor'), await newsroom.member('editor')]
    const article = await newsroom.article({ by: ines })
    await newsroom.claim(article, 'opened in 1932', { by: mara })
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: ines.timeZone }).format()
    expect(await kinds(ines, '1932', { person: mara.userId })).toEqual(['claim'])
    expect(await kinds(ines, '1932', { from: today, to: today })).toEqual(['article', 'claim'])
    expect(await kinds(ines, '1932', { to: '2001-01-01' })).toEqual([])
  })
})

describe('only what the reader may see is found, and counted', () => {
  test('a writer finds what is in their own articles, and a question that is not for writers nowhere', async () => {
    const newsroom = await aNewsroom()
    const editor = await newsroom.member('editor')
    const writer = await newsroom.member('writer')
    const others = await newsroom.article({ by: editor })
    const own = await newsroom.article({ by: editor, writers: [writer] })
    await newsroom.evidence(await newsroom.claim(others, 'opened in 1932'), {
      title: 'A quiet almanac',
    })
    const claim = await newsroom.claim(own, 'opened in 1932')
    const ask = { articleId: own.articleId, claimId: claim.claimId, revision: 1, start: 0, end: 5 }
    await askQuery(editor, { ...ask, to: 'writer', question: 'Is 1932 right?' })
    await askQuery(editor, { ...ask, to: 'editor', question: 'May 1932 stand?' })

    expect(await kinds(editor, '1932')).toEqual([
      'article',
      'article',
      'claim',
      'claim',
      'question',
      'question',
    ])
    const { hits, counts } = await lookFor(writer, '1932')
    expect(hits.map(({ kind }) => kind).sort()).toEqual(['article', 'claim', 'question'])
    expect(counts).toMatchObject({ article: 1, claim: 1, question: 1, source: 0 })
    expect(await kinds(writer, 'almanac')).toEqual([])
    expect(await kinds(editor, 'almanac')).toEqual(['source'])
  })

  test('a verdict that a second checker may not know yet is found by nothing that it says', async () => {
    const newsroom = await aNewsroom()
    const editor = await newsroom.member('editor')
    const first = await newsroom.member('checker', 'Mara')
    const second = await newsroom.member('checker', 'Tom')
    const article = await newsroom.article({ by: editor, checkers: [first, second] })
    const claim = await newsroom.claim({ ...article, by: first }, 'opened in 1932')
    await askSecondCheck(first, { claimId: claim.claimId, version: 1 })
    await giveVerdict(first, { ...claim, verdict: 'disputed', rationale: 'The almanac differs.' })

    expect(await kinds(editor, 'almanac')).toEqual(['verdict'])
    expect(await kinds(first, '1932', { verdict: 'disputed' })).toEqual(['claim'])
    expect(await kinds(second, 'almanac')).toEqual([])
    expect(await kinds(second, '1932', { verdict: 'disputed' })).toEqual([])
    const { hits } = await lookFor(second, '1932')
    const shown = await showHits(second, hits)
    expect(shown.find(({ kind }) => kind === 'claim')?.claim).toMatchObject({
      soVerdict: null,
      status: 'in_progress',
    })
  })
})

test.each([
  ['one letter', 'a'],
  ['only marks', '!!! — “” …'],
  ['pictures', '🙂🚀'],
  ['operators of a query language', `& | ! <-> :* ' "; DROP TABLE "Claim" --`],
  ['a null byte’s neighbours and half a pair', '\u0001\ud800'],
  ['ten thousand characters', 'word '.repeat(2_000)],
  ['only words that are everywhere', 'the of in'],
])('%s is looked for without harm', async (_, typed) => {
  const newsroom = await aNewsroom()
  const editor = await newsroom.member('editor')
  await newsroom.article({ by: editor })
  await expect(lookFor(editor, typed.replace(/\p{Surrogate}/gu, ''))).resolves.toMatchObject({
    isPart: null,
  })
})

test('nothing that a command does leaves an entry that says something else than what it is about', async () => {
  const { people } = await aScene()
  const { newsroomId } = people.admin
  const entries = () =>
    db().searchEntry.findMany({ where: { newsroomId }, orderBy: [{ kind: 'asc' }, { id: 'asc' }] })
  const sorted = (rows: Awaited<ReturnType<typeof entries>>) =>
    rows.map((row) => ({ ...row, terms: row.terms.toSorted() }))
  const kept = sorted(await entries())
  await db().searchEntry.deleteMany({ where: { newsroomId } })
  for (const [index, table] of Object.entries(INDEXED)) {
    await db().$executeRawUnsafe(`SELECT "index_${index}"(ARRAY(SELECT id FROM "${table}"))`)
  }
  const anew = sorted(await entries())
  expect(new Set(kept.map(({ kind }) => kind))).toEqual(
    new Set([
      ...['article', 'claim', 'verdict', 'source', 'evidence', 'question'],
      'published_check',
    ]),
  )
  expect(kept).toEqual(anew)
})

const INDEXED = {
  ...{ articles: 'Article', claims: 'Claim', verdicts: 'Verdict' },
  ...{ sources: 'Source', evidence: 'Evidence', questions: 'Query' },
  published_checks: 'PublishedCheck',
}

test('the page folds words as the index does', async () => {
  const ranges = [
    [0x20, 0x24f],
    [0x370, 0x52f],
    [0x5d0, 0x5ea],
    [0x620, 0x6d3],
    [0xe00, 0xe5b],
    [0x3040, 0x30ff],
    [0x4e00, 0x4fff],
    [0x1e00, 0x1fff],
    [0xff00, 0xff60],
  ]
  const all = ranges.flatMap(([from = 0, to = 0]) =>
    Array.from({ length: to - from + 1 }, (_, at) => `a${String.fromCodePoint(from + at)}1`),
  )
  const rows = await db().$queryRaw<{ said: string; folded: string }[]>`
    SELECT said, "folded"(said) AS folded FROM unnest(${all}::text[]) AS said`
  expect(
    rows.filter(({ said, folded }) => foldWords(said) !== folded).map(({ said }) => said),
  ).toEqual([])
})
