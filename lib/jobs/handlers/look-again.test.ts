import { rm } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import path from 'node:path'
import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { findChromium } from '@/e2e/support/chromium'
import { allowHost } from '@/lib/commands/captures/allowed-hosts'
import { keepPage } from '@/lib/commands/sources/pages'
import { lookAgain, watchPages } from '@/lib/commands/watches/watch-pages'
import { db } from '@/lib/db/client'
import { listQueries } from '@/lib/db/discussion/queries'
import { isolatedDatabase } from '@/lib/testing/database/isolated-database'
import { aDataFolder } from '@/lib/testing/evidence/data-folder'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { startSite } from '@/lib/testing/outside/site'
import { runJob } from '../run-job'

beforeAll(isolatedDatabase)
const data = aDataFolder()
const chromium = findChromium()

// No browser is installed, unless a test says so.
beforeEach(() => {
  vi.stubEnv('CHROMIUM_PATH', '')
  vi.stubEnv('PATH', '/nowhere')
})

const FILLING = 'The harbour was dredged in March, and the ferries have called again since May. '
const pageOf = (words: string, around = '') => `<!doctype html><html lang="en"><head>
<title>Ferries call again</title></head><body>${around}<article><h1>Ferries call again</h1>
${`<p>${FILLING.repeat(3)}</p>`.repeat(3)}<p>${words}</p></article>${around}</body></html>`

const OPENED = 'The bridge beside it opened in 1932, says the keeper of the harbour.'

describe('a kept page', () => {
  test.each([
    ['as it was', pageOf(OPENED), 'same'],
    ['with other advertisements and menus', pageOf(OPENED, ADS()), 'same'],
    ['with other white space and quote marks', pageOf(OPENED.replaceAll(' ', '\n  ')), 'same'],
    ['with another year', pageOf(OPENED.replace('1932', '1934')), 'changed'],
    ['without the sentence', pageOf(''), 'changed'],
  ])('that is there %s', async (_, html, found) => {
    const desk = await aWatchedDesk({ html: pageOf(OPENED) })
    desk.site.html = html
    await desk.look()
    expect(await desk.looks()).toMatchObject([{ found }])
  })

  test('that changed is kept as it is now, the passage is looked for, and the editor is asked once', async () => {
    const desk = await aWatchedDesk({ html: pageOf(OPENED) })
    desk.site.html = pageOf(OPENED.replace('1932', '1934'))
    await desk.look()
    await desk.look()
    const [first, second] = await desk.looks()
    expect(first).toMatchObject({ found: 'changed', captureId: expect.any(String) })
    expect(second).toMatchObject({ found: 'changed', captureId: first?.captureId })
    const queries = await listQueries(desk.ada, desk.article)
    expect(queries.map(({ question }) => question)).toEqual([
      expect.stringContaining('does not stand there any more'),
    ])
    expect(await db().capture.count({ where: { sourceId: desk.sourceId } })).toBe(2)
  })

  test('that moved its passage without losing it is told as that', async () => {
    const desk = await aWatchedDesk({ html: pageOf(OPENED) })
    desk.site.html = pageOf(`It is busy. ${OPENED} It is deep.`)
    await desk.look()
    const [query] = await listQueries(desk.ada, desk.article)
    expect(query?.question).toContain('still stands there')
  })

  test.each([
    [404, 'gone', 'there is no such page (404)'],
    [410, 'gone', 'the page is gone (410)'],
    [403, 'unreachable', 'does not show the page to Stet'],
  ])('that its site answers %i for is %s', async (status, found, says) => {
    const desk = await aWatchedDesk({ html: pageOf(OPENED) })
    desk.site.status = status
    await desk.look()
    expect(await desk.looks()).toMatchObject([{ found, says: expect.stringContaining(says) }])
  })

  test('whose site is down is tried a few times before that is put on record', async () => {
    const desk = await aWatchedDesk({ html: pageOf(OPENED) })
    desk.site.status = 503
    const id = await desk.next()
    for (let attempt = 1; attempt <= 3; attempt++) {
      expect(await desk.looks()).toEqual([])
      await run(id)
      const { state, says } = await db().job.findUniqueOrThrow({ where: { id } })
      if (attempt < 3)
        expect([state, says]).toEqual(['waiting', expect.stringContaining('tried again soon')])
    }
    expect(await desk.looks()).toMatchObject([
      { found: 'unreachable', says: expect.stringContaining('not available at the moment') },
    ])
    expect(await listQueries(desk.ada, desk.article)).toEqual([])

    desk.site.status = 200
    await desk.look()
    expect((await desk.looks()).map(({ found }) => found)).toEqual(['unreachable', 'same'])
  })

  test('whose name is gone has vanished once it was not found twice', async () => {
    const desk = await aWatchedDesk({ html: pageOf(OPENED) })
    const { captureId } = await db().pageWatch.findFirstOrThrow({ where: desk.article })
    const { sourceId } = desk
    const parts = await db().capturePart.findMany({ where: { captureId } })
    const moved = await db().capture.create({
      data: {
        ...{ newsroomId: desk.ada.newsroomId, sourceId, way: 'page', takenById: desk.ada.userId },
        address: 'http://nowhere.invalid/page',
        parts: {
          create: parts.map(({ captureId: _, ...part }) => part),
        },
      },
    })
    await lookAgain(desk.ada, desk.article)
    const where = { captureId: moved.id, state: 'waiting' as const }
    for (let turn = 0; turn < 2; turn++) {
      const { id } = await db().job.findFirstOrThrow({ where })
      await db().job.update({ where: { id }, data: { attempts: 2 } })
      await run(id)
    }
    expect((await desk.looks()).map(({ found }) => found)).toEqual(['unreachable', 'gone'])
  })

  test('that is watched no more is not asked for', async () => {
    const desk = await aWatchedDesk({ html: pageOf(OPENED) })
    const id = await desk.next()
    await db().pageWatch.updateMany({ where: desk.article, data: { endedAt: new Date() } })
    const asked = desk.site.asked
    await run(id)
    expect(desk.site.asked).toBe(asked)
    expect(await db().job.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'done' })
  })

  test('whose words are gone from the disk is not compared, and that is said', async () => {
    const desk = await aWatchedDesk({ html: pageOf(OPENED) })
    const { captureId } = await db().pageWatch.findFirstOrThrow({ where: desk.article })
    const text = await db().capturePart.findFirstOrThrow({ where: { captureId, role: 'text' } })
    const { newsroomId, sha256 } = text
    await rm(path.join(data, 'files', newsroomId, sha256.slice(0, 2), sha256))
    const id = await desk.next()
    await db().job.update({ where: { id }, data: { attempts: 2 } })
    await run(id)
    expect(await desk.looks()).toMatchObject([
      { found: 'unreachable', says: expect.stringContaining('is gone from the place') },
    ])
  })
})

describe('a page that was kept with a browser', () => {
  const SCRIPT =
    '<p id=a></p><script>a.textContent = "It has " + 3 * 7 + " berths, they say."</script>'

  test('is looked at in one too', async () => {
    vi.stubEnv('CHROMIUM_PATH', await chromium)
    const desk = await aWatchedDesk({ html: pageOf(OPENED + SCRIPT) })
    await desk.look()
    expect(await desk.looks()).toMatchObject([{ found: 'same' }])
    desk.site.html = pageOf(OPENED + SCRIPT.replace('3 * 7', '3 * 8'))
    await desk.look()
    const looks = await desk.looks()
    expect(looks[1]).toMatchObject({ found: 'changed' })
    const parts = await db().capturePart.findMany({
      where: { captureId: looks[1]?.captureId ?? '' },
    })
    expect(parts.map(({ role }) => role).sort()).toEqual([
      ...['archive', 'original', 'screenshot', 'text'],
    ])
  })

  test('is not taken for changed where none is installed any more', async () => {
    vi.stubEnv('CHROMIUM_PATH', await chromium)
    const desk = await aWatchedDesk({ html: pageOf(OPENED + SCRIPT) })
    vi.stubEnv('CHROMIUM_PATH', '')
    const id = await desk.next()
    await db().job.update({ where: { id }, data: { attempts: 2 } })
    await run(id)
    expect(await desk.looks()).toMatchObject([
      { found: 'unreachable', says: expect.stringContaining('No browser is installed') },
    ])
  })
})

const run = (jobId: string) => runJob(jobId, { stopping: new AbortController().signal })

function ADS(): string {
  return `<nav><a href=/>Home</a> <a href=/sport>Sport</a></nav><aside class="advertisement">Buy ${'rope '.repeat(9)}now</aside>`
}

/** An article with a claim that rests on a page of a local site, which is kept and looked at again every day. */
async function aWatchedDesk(served: { html: string }) {
  const site = { ...served, status: 200, asked: 0 }
  const answer: RequestListener = (_, response) => {
    site.asked++
    response.statusCode = site.status
    response.setHeader('content-type', 'text/html; charset=utf-8').end(site.html)
  }
  const outside = await startSite(answer)
  onTestFinished(outside.stop)
  const newsroom = await aNewsroom()
  const ada = await newsroom.member('admin', 'Ada')
  await allowHost(ada, { host: '127.0.0.1', port: String(outside.port) })
  const article = await newsroom.article({ by: ada })
  const claim = await newsroom.claim(article, 'opened in 1932')
  const url = `${outside.url}/ferries`
  const { sourceId } = await newsroom.evidence(claim, {
    url,
    excerpt: 'opened in 1932, says the keeper',
  })
  const kept = (await keepPage(ada, { sourceId })) as { jobId: string }
  await run(kept.jobId)
  const { articleId } = article
  await watchPages(ada, { articleId, schedule: 'daily' })
  const next = async () => {
    const waits = { articleId, kind: 'look_again' as const, state: 'waiting' as const }
    return (await db().job.findFirstOrThrow({ where: waits })).id
  }
  return {
    ...{ ada, site, sourceId, article: { articleId }, next },
    looks: () =>
      db().pageLook.findMany({
        where: { watch: { articleId } },
        orderBy: [{ lookedAt: 'asc' }, { id: 'asc' }],
      }),
    async look() {
      await run(await next())
    },
  }
}
