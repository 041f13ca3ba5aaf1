import { beforeAll, describe, expect, test } from 'vitest'
import { listNewestCaptures } from '@/lib/db/captures/captures'
import { db } from '@/lib/db/client'
import { listQueries } from '@/lib/db/discussion/queries'
import { listJobs } from '@/lib/db/jobs/jobs'
import { listFailedLooks } from '@/lib/db/jobs/looks'
import { listCitedPages } from '@/lib/db/watches/cited-pages'
import { countPageNews, listPageNews } from '@/lib/db/watches/page-news'
import type { Actor } from '@/lib/domain/policy'
import { isolatedDatabase } from '@/lib/testing/database/isolated-database'
import { aDataFolder } from '@/lib/testing/evidence/data-folder'
import { keptPage, pageOf } from '@/lib/testing/fixtures/kept-pages'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { archiveArticle } from '../articles/archive'
import { closeQuery } from '../discussion/queries'
import { detachEvidence } from '../sources/evidence'
import { recordLook } from './record-look'
import { lookAgain, watchPages } from './watch-pages'

beforeAll(isolatedDatabase)
aDataFolder()

const ADDRESS = 'https://example.org/harbour'
const HOUR = 3_600_000

describe('the kept pages of an article', () => {
  test('are looked at at once, and on their schedule until that is taken back', async () => {
    const { ada, article, watches, jobs } = await aDesk()
    expect(await watchPages(ada, { ...article, schedule: 'weekly' })).toEqual({ pages: 1 })
    expect(await watches()).toMatchObject([{ everyHours: 168, endedAt: null }])
    expect(await jobs('waiting')).toHaveLength(1)

    await watchPages(ada, { ...article, schedule: 'daily' })
    expect(await watches()).toMatchObject([{ everyHours: 24, endedAt: null }])
    expect([await jobs('waiting'), await jobs('cancelled')].map(({ length }) => length)).toEqual([
      1, 1,
    ])
    await expect(watchPages(ada, { ...article, schedule: 'daily' })).rejects.toThrow(
      'set so already',
    )

    await watchPages(ada, { ...article, schedule: 'off' })
    expect(await watches()).toMatchObject([{ endedAt: expect.any(Date) }])
    expect(await jobs('waiting')).toEqual([])
    await expect(watchPages(ada, { ...article, schedule: 'off' })).rejects.toThrow('set so already')
    await expect(lookAgain(ada, article)).rejects.toThrow('not looked at again')
  })

  test('are looked at again in the name of whoever set it last', async () => {
    const { ada, newsroom, article, watches, jobs } = await aDesk()
    await watchPages(ada, { ...article, schedule: 'weekly' })
    const ines = await newsroom.member('editor')
    await lookAgain(ines, article)
    expect(await watches()).toMatchObject([{ startedById: ines.userId, everyHours: 168 }])
    expect(await jobs('waiting')).toMatchObject([{ askedById: ines.userId }])
  })

  test('have to be kept first', async () => {
    const newsroom = await aNewsroom()
    const ada = await newsroom.member('admin')
    const { articleId } = await newsroom.article({ by: ada })
    await expect(watchPages(ada, { articleId, schedule: 'daily' })).rejects.toMatchObject({
      fields: { schedule: expect.stringContaining('Keep the pages first') },
    })
    await expect(watchPages(ada, { articleId, schedule: 'hourly' })).rejects.toMatchObject({
      fields: { schedule: 'Choose how often the pages are looked at.' },
    })
  })

  test('join when they are kept later, leave when they are cited no more, and give way to a newer copy', async () => {
    const { ada, newsroom, article, claim, sourceId, watches, look } = await aWatchedDesk()
    const other = await newsroom.evidence(claim, { url: 'https://example.org/quay' })
    const joining = { sourceId: other.sourceId, address: 'https://example.org/quay', text: 'Quay.' }
    const quay = await keptPage(ada, joining)
    await look({ found: 'same' })
    expect(await watches()).toMatchObject([{ endedAt: null }, { captureId: quay.captureId }])

    const anew = await keptPage(ada, { sourceId, address: ADDRESS, text: 'The harbour is closed.' })
    const { claimId } = claim
    await detachEvidence(ada, { claimId, evidenceId: other.evidenceId, reason: 'It says little.' })
    await lookAgain(ada, article)
    const open = (await watches()).filter(({ endedAt }) => endedAt === null)
    expect(open).toMatchObject([{ captureId: anew.captureId }])
  })
})

describe('a look', () => {
  test('that finds a page as it was is followed by the next, and asks nobody anything', async () => {
    const { ada, look, jobs, queries, pages } = await aWatchedDesk()
    expect(await look({ found: 'same' })).toEqual({ captureId: null, queries: 0 })
    expect(await queries()).toEqual([])
    const [page] = await pages()
    expect(page?.watch).toMatchObject({ last: { found: 'same' }, reached: { found: 'same' } })
    expect(page?.watch?.nextAt.getTime()).toBeGreaterThan(Date.now() + 23 * HOUR)
    expect(await jobs('waiting')).toMatchObject([{ askedById: ada.userId }])
  })

  test('that finds a page changed keeps it, and asks the editor about each claim that it carries, once', async () => {
    const { ada, article, claim, other, look, page, queries } = await aWatchedDesk()
    const { captureId } = await look({ found: 'changed', page: await page('It is closed.') })
    expect(captureId).toEqual(expect.any(String))
    const asked = await queries()
    expect(asked.map(({ to, blocking, claim }) => ({ to, blocking, claim }))).toEqual([
      { to: 'editor', blocking: false, claim: claim.number },
      { to: 'editor', blocking: false, claim: other.number },
    ])
    expect(asked[0]?.question).toContain('says something else than when it was kept. Does')

    await look({ found: 'changed' })
    await look({ found: 'unreachable', says: 'The site was silent.' })
    await look({ found: 'changed' })
    // It changed once more, and what was asked is still open.
    await look({ found: 'changed', page: await page('It is closed until May.') })
    expect(await queries()).toHaveLength(2)
    expect(await newsOf(ada, article)).toMatchObject([{ found: 'changed' }])
    expect(await countPageNews(ada, [article.articleId])).toEqual(new Map([[article.articleId, 1]]))
  })

  test('that finds another change after the first was settled asks anew', async () => {
    const { ada, article, look, page, queries } = await aWatchedDesk()
    await look({ found: 'changed', page: await page('It is closed.') })
    for (const { id } of await queries()) await closeQuery(ada, { queryId: id, text: 'It holds.' })
    expect(await countPageNews(ada, [article.articleId])).toEqual(new Map())
    await look({ found: 'changed' })
    expect(await queries()).toHaveLength(2)
    await look({ found: 'changed', page: await page('It is closed until May.') })
    expect(await queries()).toHaveLength(4)
  })

  test.each([
    [true, 'still stands there'],
    [false, 'does not stand there any more'],
  ])('that can tell whether the passage stands says so (%s)', async (stands, words) => {
    const { evidenceId, look, page, queries } = await aWatchedDesk()
    await look({ found: 'changed', page: await page('Closed.'), stands: { [evidenceId]: stands } })
    expect((await queries())[0]?.question).toContain(words)
  })

  test('that finds a page gone asks once, also where it had changed before', async () => {
    const { ada, article, look, page, queries } = await aWatchedDesk()
    await look({ found: 'changed', page: await page('It is closed.') })
    await look({ found: 'gone', says: 'The site answered that the page is gone (410).' })
    await look({ found: 'gone', says: 'The site answered that the page is gone (410).' })
    expect((await queries()).map(({ question }) => /gone from its address/.test(question))).toEqual(
      [...[false, false, true, true]],
    )
    expect(await newsOf(ada, article)).toMatchObject([{ found: 'gone', captureId: null }])
  })

  test('that reaches nothing is made again sooner, and says nothing of the page', async () => {
    const { look, queries, pages } = await aWatchedDesk()
    await look({ found: 'same' })
    const waits: number[] = []
    for (let turn = 0; turn < 3; turn++) {
      await look({ found: 'unreachable', says: 'The site was silent.' })
      const [page] = await pages()
      waits.push(Math.round(((page?.watch?.nextAt.getTime() ?? 0) - Date.now()) / HOUR))
    }
    expect(waits).toEqual([1, 6, 24])
    expect(await queries()).toEqual([])
    const [page] = await pages()
    expect(page?.watch).toMatchObject({
      last: { found: 'unreachable' },
      reached: { found: 'same' },
    })
  })

  test('in an article that is put away asks nobody', async () => {
    const { ada, article, look, page, queries } = await aWatchedDesk()
    await archiveArticle(ada, article)
    await look({ found: 'changed', page: await page('It is closed.') })
    expect(await queries()).toEqual([])
  })

  test('at a page that is watched no more is refused', async () => {
    const { ada, article, look } = await aWatchedDesk()
    await watchPages(ada, { ...article, schedule: 'off' })
    await expect(look({ found: 'gone' })).rejects.toThrow('not looked at any more')
  })

  test('is settled when the page is kept anew', async () => {
    const { ada, article, sourceId, look, page } = await aWatchedDesk()
    await look({ found: 'changed', page: await page('It is closed.') })
    expect(await newsOf(ada, article)).toHaveLength(1)
    await keptPage(ada, { sourceId, address: ADDRESS, text: 'It is closed.' })
    expect(await newsOf(ada, article)).toEqual([])
    expect(await countPageNews(ada, [article.articleId])).toEqual(new Map())
  })
})

test('evidence is still opened in the copy that a person had kept', async () => {
  const { ada, sourceId, look, page } = await aWatchedDesk()
  const kept = await listNewestCaptures(ada, [sourceId])
  await look({ found: 'changed', page: await page('It is closed.') })
  expect(await listNewestCaptures(ada, [sourceId])).toEqual(kept)
})

test('of looks only those stand in the list of jobs that run or failed', async () => {
  const { ada, article, look } = await aWatchedDesk()
  await look({ found: 'same' })
  const listed = async () => (await listJobs(ada)).jobs.map(({ kind, state }) => [kind, state])
  expect(await listed()).toEqual([])
  await db().job.updateMany({ where: { ...article, state: 'waiting' }, data: { state: 'failed' } })
  expect(await listed()).toEqual([['look_again', 'failed']])
  expect(await listFailedLooks(ada, article.articleId)).toHaveLength(1)
})

test('what was found of an article’s pages is nothing to somebody who does not see the article', async () => {
  const { newsroom, article, look, page } = await aWatchedDesk()
  await look({ found: 'changed', page: await page('It is closed.') })
  const pia = await newsroom.member('writer')
  expect(await newsOf(pia, article)).toEqual([])
  expect(await countPageNews(pia, [article.articleId])).toEqual(new Map())
})

const newsOf = async (actor: Actor, { articleId }: { articleId: string }) => [
  ...(await listPageNews(actor, articleId)).values(),
]

/** An article with two claims that rest on one page, which is kept. */
async function aDesk() {
  const newsroom = await aNewsroom()
  const ada = await newsroom.member('admin', 'Ada')
  const test = await newsroom.article({ by: ada })
  const { articleId } = test
  const claim = await newsroom.claim(test, 'opened in 1932')
  const other = await newsroom.claim(test, 'in May')
  const { sourceId, evidenceId } = await newsroom.evidence(claim, { url: ADDRESS })
  await newsroom.evidence(other, { sourceId })
  await keptPage(ada, { sourceId, address: ADDRESS, text: 'The harbour opened in 1932.' })
  return {
    ...{ newsroom, ada, article: { articleId }, claim, other, sourceId, evidenceId },
    watches: () => db().pageWatch.findMany({ where: { articleId }, orderBy: { id: 'asc' } }),
    jobs: (state: 'waiting' | 'cancelled') =>
      db().job.findMany({ where: { articleId, kind: 'look_again', state } }),
    queries: () => listQueries(ada, { articleId }),
    pages: () => listCitedPages(ada, articleId),
    page: (text: string) => pageOf(ada, { address: ADDRESS, text }),
  }
}

/** The same, looked at again every day. */
async function aWatchedDesk() {
  const desk = await aDesk()
  await watchPages(desk.ada, { ...desk.article, schedule: 'daily' })
  const [watch] = await desk.watches()
  // As if the first look had begun.
  await db().job.updateMany({ where: desk.article, data: { state: 'done' } })
  return {
    ...desk,
    look: (found: object) =>
      recordLook(desk.ada, { watchId: watch?.id, ...found }) as Promise<{
        captureId: string | null
        queries: number
      }>,
  }
}
