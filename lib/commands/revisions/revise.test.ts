import { AsyncResource } from 'node:async_hooks'
import { describe, expect, vi, test as vitest } from 'vitest'
import { lockChain } from '@/lib/db/audit/log'
import { listEvents } from '@/lib/db/audit/log-events'
import { db, transaction } from '@/lib/db/client'
import { listMarks } from '@/lib/db/coverage/coverage'
import { findRevision } from '@/lib/db/revisions/revisions'
import type { DeskEvent } from '@/lib/domain/audit/events'
import type { Actor } from '@/lib/domain/policy'
import { everythingOf } from '@/lib/testing/database/dump-newsroom'
import { test, testEach } from '@/lib/testing/database/rollback'
import {
  aNewsroom,
  spanOf,
  type TestArticle,
  type TestClaim,
} from '@/lib/testing/fixtures/newsroom'
import { moveArticle } from '../articles/articles'
import { dismissCandidate } from '../claims/candidates'
import { cutClaim, restoreClaim } from '../claims/claims'
import { giveVerdict } from '../claims/verdicts'
import { markCoverage, waiveWords } from '../coverage/coverage'
import { reviseArticle } from './revise'

const TEXT = `The old bridge opened in 1932 and cost four million crowns, the Mayor said on Friday.

It was not the first in the country to be welded throughout. Engineers will close it in May for 400 km of cable.

Sven Brandt, who “built” it, died in 1971 at the age of ninety in the town where he was born.`

const PARAGRAPHS = TEXT.split('\n\n')

describe('a new revision', () => {
  const digit = { claim: 'opened in 1932', edit: ['1932', '1933'] }
  testEach(
    [
      { what: 'a digit', ...digit },
      { what: 'a name', claim: 'Sven Brandt', edit: ['Brandt', 'Brand'] },
      { what: 'a “not”', claim: 'was not the first', edit: ['not the', 'the'] },
      { what: 'a capital', claim: 'the Mayor said', edit: ['Mayor', 'mayor'] },
      { what: 'a unit', claim: '400 km of cable', edit: ['km', 'm'] },
    ] as const,
    ({ what }) => `in which ${what} is another sends exactly one claim to Recheck`,
    async ({ claim: words, edit: [from, to] }) => {
      const { article, by, claims } = await aCheckedArticle(words)
      await revise(article, TEXT.replace(from, to))

      const event = await lastRevision(by)
      const [changed] = claims
      expect(event).toMatchObject({
        claims: { changed: [changed?.number] },
        recheck: [changed?.number],
      })
      expect(event.claims.kept).toHaveLength(claims.length - 1)
      expect(await statuses(article)).toEqual(['recheck', 'checked', 'checked'])
    },
  )

  testEach(
    [
      { what: 'a no-break space', edit: ['400 km', '400\u00a0km'] },
      { what: 'straight quote marks', edit: ['“built”', '"built"'] },
    ] as const,
    ({ what }) => `that differs in ${what} alone keeps every verdict and says so`,
    async ({ edit: [from, to] }) => {
      const { article, by, claims } = await aCheckedArticle('400 km of cable')
      await revise(article, TEXT.replace(from, to))

      const event = await lastRevision(by)
      expect(event.claims.kept).toHaveLength(claims.length)
      expect(event.recheck).toEqual([])
      expect(await statuses(article)).toEqual(['checked', 'checked', 'checked'])
    },
  )

  test('names the claims whose words differ in their form alone', async () => {
    const { article, by, claims } = await aCheckedArticle('400 km of cable')
    await revise(article, TEXT.replace('400 km', '400\u00a0km'))
    expect((await lastRevision(by)).typographicOnly).toEqual([claims[0]?.number])
  })

  test('that swaps two paragraphs carries every claim to where it went', async () => {
    const { article, by, claims } = await aCheckedArticle('Sven Brandt')
    const [first, second, third] = PARAGRAPHS
    await revise(article, [third, second, first].join('\n\n'))

    const { kept, moved } = (await lastRevision(by)).claims
    expect(kept.length + moved.length).toBe(claims.length)
    expect(await newestWords(article)).toEqual(claims.map(({ words }) => words))
    expect(await statuses(article)).toEqual(['checked', 'checked', 'checked'])
  })

  test('that repeats a paragraph ten times guesses no place', async () => {
    const { article, by, claims } = await aCheckedArticle('opened in 1932')
    const repeated = [...Array(10)].map(() => PARAGRAPHS[0]).join('\n\n')
    await revise(article, [repeated, ...PARAGRAPHS.slice(1)].join('\n\n'))

    const event = await lastRevision(by)
    expect(event.claims.ambiguous).toContain(claims[0]?.number)
    expect(all(event)).toBe(claims.length)
    const lost = await db().unplaced.findFirstOrThrow({ where: { claimId: claims[0]?.claimId } })
    expect(lost.places).toHaveLength(10)
  })

  test('that is another article altogether drops no claim', async () => {
    const { article, by, claims } = await aCheckedArticle('opened in 1932')
    await revise(article, 'Rain fell on the harbour.\n\nNobody was there to see it but two gulls.')

    const event = await lastRevision(by)
    expect(event.claims.missing).toHaveLength(claims.length)
    expect(await statuses(article)).toEqual(['recheck', 'recheck', 'recheck'])
    expect(await coveredWords(article)).toBe(0)
  })

  test('brings claims back that have their words again, with their verdicts', async () => {
    const { article, by, claims } = await aCheckedArticle('opened in 1932')
    await revise(article, 'Rain fell on the harbour.')
    await revise(article, TEXT, 2)
    expect((await lastRevision(by)).claims.kept).toHaveLength(claims.length)
    expect(await statuses(article)).toEqual(['checked', 'checked', 'checked'])
  })

  test('leaves how the work stands on claims without a verdict', async () => {
    const { article } = await anArticle()
    await revise(article, TEXT.replace('1971', '1972'))
    expect(await statuses(article)).toEqual(['unchecked', 'unchecked', 'unchecked'])
  })

  test('carries marks and dismissals as they were made, and names those that lapse', async () => {
    const { newsroom, article, editor } = await anArticle()
    const here = { articleId: article.articleId, revision: 1 }
    const opinion = spanOf(TEXT, 'The old bridge')
    await markCoverage(editor, { ...here, kind: 'opinion', places: [opinion] })
    const waived = spanOf(TEXT, 'four million crowns')
    await waiveWords(editor, { ...here, places: [waived], reason: 'Common knowledge.' })
    const dismissed = spanOf(TEXT, 'on Friday')
    await dismissCandidate(editor, { ...here, ...dismissed, rule: 'day', score: 0.4 })

    const other = await newsroom.member('editor', 'Olga')
    await reviseArticle(other, {
      articleId: article.articleId,
      base: 1,
      blocks: blocksOf(TEXT.replace('four million', 'five million')),
    })

    const event = await lastRevision(other)
    expect(event.marks).toEqual({ carried: 1, lapsed: ['four million crowns'] })
    expect(event.dismissals).toEqual({ carried: 1, lapsed: [] })
    const revision = await findRevision(other, article.articleId)
    const [mark] = await listMarks(other, revision?.id ?? '')
    expect(mark).toMatchObject({ kind: 'opinion', createdById: editor.userId, ...opinion })
  })

  test('does not count the words of claims that have no place', async () => {
    const { article } = await anArticle()
    await revise(article, TEXT.replace('1932', '1933'))
    // “Sven Brandt” and “welded throughout”; “opened in 1932” waits.
    expect(await coveredWords(article)).toBe(4)
  })

  test('leaves a cut claim out, and looks for its place when the cut is taken back', async () => {
    const { article, editor, claims } = await anArticle()
    const [first] = claims
    const claimId = first?.claimId ?? ''
    await cutClaim(editor, { claimId, reason: 'Gone.' })
    await revise(article, TEXT.replace('1932', '1933'))
    expect(all(await lastRevision(editor))).toBe(claims.length - 1)

    await restoreClaim(editor, { claimId })
    const lost = await db().unplaced.findFirstOrThrow({ where: { claimId } })
    expect(lost.what).toBe('changed')
    await cutClaim(editor, { claimId, reason: 'Gone again.' })
    await restoreClaim(editor, { claimId })
    expect(await db().unplaced.count({ where: { claimId } })).toBe(1)
  })
})

describe('nothing is stored of', () => {
  testEach(
    [
      { what: 'an empty text', blocks: [], says: 'There are no words in this text yet.' },
      {
        what: 'white space',
        blocks: [{ kind: 'paragraph', text: ' \n ' }],
        says: 'There are no words in this text yet.',
      },
      { what: 'the same text', blocks: blocksOf(TEXT), says: /^Nothing changed/ },
    ],
    ({ what }) => what,
    async ({ blocks, says }) => {
      const { article, by } = await aCheckedArticle('opened in 1932')
      const before = await everythingOf(by)
      await expect(
        reviseArticle(by, { articleId: article.articleId, base: 1, blocks }),
      ).rejects.toMatchObject({
        reason: 'invalid',
        fields: { blocks: says instanceof RegExp ? expect.stringMatching(says) : says },
      })
      expect(await everythingOf(by)).toEqual(before)
    },
  )

  test('a text made from a revision that is not the newest any more', async () => {
    const { article, by } = await aCheckedArticle('opened in 1932')
    await revise(article, TEXT.replace('1932', '1933'))
    await expect(revise(article, TEXT.replace('1932', '1934'))).rejects.toMatchObject({
      reason: 'conflict',
      message: expect.stringContaining('revision 2 while you worked on revision 1'),
    })
    expect((await findRevision(by, article.articleId))?.number).toBe(2)
  })

  testEach(
    ['published', 'corrected', 'withdrawn'] as const,
    (state) => `a text for an article that is ${state}`,
    async (state) => {
      const { article, editor } = await anArticle()
      await moveArticle(editor, { articleId: article.articleId, from: 'draft', to: 'in_check' })
      await db().article.update({ where: { id: article.articleId }, data: { state } })
      await expect(revise(article, `${TEXT} More.`)).rejects.toMatchObject({
        reason: 'conflict',
        message: expect.stringContaining(`This article is ${state}`),
      })
    },
  )
})

test('other kinds of blocks around the same words are a new revision, with every claim kept', async () => {
  const { article, by, claims } = await aCheckedArticle('opened in 1932')
  const [first, ...rest] = blocksOf(TEXT)
  await reviseArticle(by, {
    articleId: article.articleId,
    base: 1,
    blocks: [{ ...first, kind: 'headline' }, ...rest],
  })
  expect((await lastRevision(by)).claims.kept).toHaveLength(claims.length)
})

vitest(
  'of two revisions saved at the same moment one wins, and the other is told of it',
  async () => {
    const newsroom = await aNewsroom()
    const [ines, tom] = [
      await newsroom.member('editor', 'Ines'),
      await newsroom.member('editor', 'Tom'),
    ]
    const article = await newsroom.article({ by: ines, text: TEXT })
    const texts = ['1933', '1934'].map((year) => TEXT.replace('1932', year))
    const answers = await Promise.allSettled(
      [ines, tom].map((by, at) => revise({ ...article, by }, texts[at] ?? '')),
    )
    const refused = answers.filter(({ status }) => status === 'rejected')
    expect(refused).toMatchObject([{ reason: { name: 'Refusal', reason: 'conflict' } }])
    const newest = await findRevision(ines, article.articleId)
    expect(newest?.number).toBe(2)
    expect(newest?.text).toBe(texts[answers.findIndex(({ status }) => status === 'fulfilled')])
  },
)

vitest(
  'what a colleague marks while the next text is worked out is carried into it too',
  async () => {
    const { newsroom, article, editor, claims } = await anArticle()
    let revising: Promise<unknown> = Promise.resolve()
    await transaction(async () => {
      await lockChain(editor)
      revising = outside(() => revise(article, TEXT.replace('1932', '1933')))
      await vi.waitFor(async () => expect(await waitingForUs()).toBe(1), { timeout: 20_000 })
      claims.push(...(await claimsOf(newsroom, article, ['the Mayor said'])))
      const places = [spanOf(TEXT, 'four million crowns')]
      await markCoverage(editor, { ...article, revision: 1, kind: 'opinion', places })
    })
    await revising

    const event = await lastRevision(editor)
    expect(all(event)).toBe(4)
    expect(event).toMatchObject({
      claims: { changed: [1], kept: [2, 3, 4] },
      marks: { carried: 1 },
    })
    expect((await newestWords(article)).at(-1)).toBe('the Mayor said')
  },
)

/** Runs something as another request would: outside the transaction that is open here. */
const elsewhere = new AsyncResource('elsewhere')
const outside = <T>(work: () => T): T => elsewhere.runInAsyncScope(work)

/** How many connections wait for what the open transaction holds. */
async function waitingForUs(): Promise<number> {
  const [row] = await db().$queryRaw<{ waiting: number }[]>`
    SELECT count(*)::int AS waiting FROM pg_stat_activity
    WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))`
  return row?.waiting ?? 0
}

async function anArticle() {
  const newsroom = await aNewsroom()
  const editor = await newsroom.member('editor', 'Ines')
  const article = await newsroom.article({ by: editor, text: TEXT })
  const claims = await claimsOf(newsroom, article, [
    'opened in 1932',
    'welded throughout',
    'Sven Brandt',
  ])
  return { newsroom, editor, article, claims }
}

/** An article with a claim on these words and two more, all of them confirmed. */
async function aCheckedArticle(words: string) {
  const newsroom = await aNewsroom()
  const by = await newsroom.member('editor', 'Ines')
  const article = await newsroom.article({ by, text: TEXT })
  const others = ['Engineers will close it in May', 'died in 1971']
  const claims = await claimsOf(newsroom, article, [words, ...others])
  for (const claim of claims) {
    await newsroom.evidence(claim)
    await giveVerdict(by, { claimId: claim.claimId, verdict: 'confirmed' })
  }
  return { newsroom, by, article, claims }
}

async function claimsOf(
  newsroom: Awaited<ReturnType<typeof aNewsroom>>,
  article: TestArticle,
  words: string[],
) {
  const claims: (TestClaim & { words: string })[] = []
  for (const one of words) claims.push({ ...(await newsroom.claim(article, one)), words: one })
  return claims
}

function blocksOf(text: string) {
  return text.split('\n\n').map((one) => ({ kind: 'paragraph', text: one }))
}

const revise = ({ articleId, by }: TestArticle, text: string, base = 1) =>
  reviseArticle(by, { articleId, base, blocks: blocksOf(text) })

type Brought = Extract<DeskEvent, { type: 'revision.brought' }>

async function lastRevision(actor: Actor): Promise<Brought> {
  const [last] = await listEvents(actor, { types: ['revision.brought'], take: 1 })
  if (last?.event.type !== 'revision.brought') throw new Error('no revision was brought in')
  return last.event
}

const all = ({ claims }: Brought) => Object.values(claims).flat().length

async function statuses({ articleId }: TestArticle) {
  const rows = await db().claim.findMany({ where: { articleId }, orderBy: { number: 'asc' } })
  return rows.map(({ status }) => status)
}

async function newestWords({ articleId }: TestArticle) {
  const rows = await db().claim.findMany({
    where: { articleId },
    include: { anchors: { orderBy: { revision: { number: 'desc' } }, take: 1 } },
    orderBy: { number: 'asc' },
  })
  return rows.map(({ anchors }) => anchors[0]?.exact)
}

async function coveredWords({ articleId }: TestArticle) {
  return (await db().article.findUniqueOrThrow({ where: { id: articleId } })).coveredWords
}
