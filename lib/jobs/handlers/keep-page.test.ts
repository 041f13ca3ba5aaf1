import type { RequestListener } from 'node:http'
import path from 'node:path'
import sharp from 'sharp'
import {
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
  vi,
} from 'vitest'
import { findChromium } from '@/e2e/support/chromium'
import { allowHost } from '@/lib/commands/captures/allowed-hosts'
import { cancelJob } from '@/lib/commands/jobs/jobs'
import { keepLinks, keepPage } from '@/lib/commands/sources/pages'
import { addSource } from '@/lib/commands/sources/sources'
import { listCaptures } from '@/lib/db/captures/captures'
import { db } from '@/lib/db/client'
import { findJob } from '@/lib/db/jobs/jobs'
import { findSource } from '@/lib/db/sources/sources'
import { mainPart } from '@/lib/domain/captures/capture'
import { openStore } from '@/lib/evidence/files/open-store'
import { isolatedDatabase } from '@/lib/testing/database/isolated-database'
import { aDataFolder } from '@/lib/testing/evidence/data-folder'
import { filesUnder } from '@/lib/testing/evidence/files-under'
import { aTemporaryFolder, browsersLeft } from '@/lib/testing/evidence/temporary-folder'
import { unzip } from '@/lib/testing/evidence/unzip'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { startSite } from '@/lib/testing/outside/site'
import { runJob } from '../run-job'

beforeAll(isolatedDatabase)
const data = aDataFolder()
const temporary = aTemporaryFolder()
const chromium = findChromium()

// No browser is installed, unless a test says so.
beforeEach(() => {
  vi.stubEnv('CHROMIUM_PATH', '')
  vi.stubEnv('PATH', '/nowhere')
})
// Nothing is left of pages as they came and were opened.
afterEach(() => {
  expect([...browsersLeft(temporary), ...filesUnder(path.join(data, 'pages'))]).toEqual([])
})

const PARAGRAPH = 'The harbour was dredged in March, and the ferries have called again since May. '
const PAGE = `<!doctype html><html lang="en"><head><title>Ferries call again</title>
<meta property="og:site_name" content="The Harbour Post">
<meta property="article:published_time" content="2026-05-04T08:00:00Z"></head>
<body><nav>Home</nav><article><h1>Ferries call again</h1>
${`<p>${PARAGRAPH.repeat(4)}</p>`.repeat(4)}</article><script src=/more.js></script></body></html>`
const LATER =
  'The pilots, who were asked on Tuesday, said that the channel has held its depth so far.'
const WRITES_MORE = `document.querySelector('article').append(Object.assign(document.createElement('p'), { textContent: ${JSON.stringify(LATER)} }))`
const TYPE = 'text/html; charset=utf-8'

const html: RequestListener = (_, response) => {
  response.setHeader('content-type', TYPE).end(PAGE)
}

test('a page is kept with its bytes, its words and every answer on the way, and names its source', async () => {
  const { ada, site } = await aDesk((request, response) => {
    if (request.url === '/moved') response.writeHead(301, { location: '/ferries' }).end()
    else html(request, response)
  })
  const { sourceId, jobId } = await keepPage(ada, { address: `${site}/moved` })
  await run(jobId)

  expect(await findJob(ada, jobId)).toMatchObject({ state: 'done' })
  const [capture] = await listCaptures(ada, [sourceId])
  expect(capture).toMatchObject({
    way: 'page',
    address: `${site}/moved`,
    title: 'Ferries call again',
    lacks:
      'No browser is installed where Stet runs. Kept are the page itself, its words and its headers, without pictures and what else it loaded.',
    answers: [
      { address: `${site}/moved`, status: 301 },
      {
        address: `${site}/ferries`,
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
      },
    ],
  })
  expect(await bytesOf(ada.newsroomId, capture, 'original')).toEqual(Buffer.from(PAGE))
  expect(String(await bytesOf(ada.newsroomId, capture, 'text'))).toContain(PARAGRAPH.trim())
  expect(await findSource(ada, sourceId)).toMatchObject({
    ...{ title: 'Ferries call again', publisher: 'The Harbour Post', published: '2026-05-04' },
  })
})

describe('where a browser is installed', () => {
  beforeEach(async () => vi.stubEnv('CHROMIUM_PATH', await chromium))

  test('a page is kept with all that it loads, its picture, and the words that it shows there', async () => {
    const { ada, site } = await aDesk((request, response) => {
      if (request.url === '/moved') response.writeHead(301, { location: '/ferries' }).end()
      else if (request.url === '/more.js') response.end(WRITES_MORE)
      else html(request, response)
    })
    const { sourceId, jobId } = await keepPage(ada, { address: `${site}/moved` })
    await run(jobId)

    expect(await findJob(ada, jobId)).toMatchObject({ state: 'done' })
    const [capture] = await listCaptures(ada, [sourceId])
    expect(capture).toMatchObject({
      ...{ title: 'Ferries call again', publisher: 'The Harbour Post', lacks: '' },
      answers: [
        { address: `${site}/moved`, status: 301 },
        { address: `${site}/ferries`, status: 200, headers: { 'content-type': TYPE } },
      ],
    })
    const { newsroomId } = ada
    expect(await bytesOf(newsroomId, capture, 'original')).toEqual(Buffer.from(PAGE))
    expect(String(await bytesOf(newsroomId, capture, 'text'))).toContain(LATER)
    const wacz = unzip(await bytesOf(newsroomId, capture, 'archive'))
    expect(String(wacz['pages/pages.jsonl'])).toContain(`${site}/ferries`)
    const { width, height } = await sharp(
      await bytesOf(newsroomId, capture, 'screenshot'),
    ).metadata()
    expect({ width, isTall: (height ?? 0) >= 900 }).toEqual({ width: 1280, isTall: true })
    expect(capture && mainPart(capture.parts)?.role).toBe('archive')
  })

  test('a page that shows itself to no browser is kept as it was served, and it is said why', async () => {
    const { ada, site } = await aDesk((request, response) => {
      if (/Chrome/.test(request.headers['user-agent'] ?? '')) response.writeHead(403).end('no')
      else html(request, response)
    })
    const { sourceId, jobId } = await keepPage(ada, { address: `${site}/a` })
    await run(jobId)
    const [capture] = await listCaptures(ada, [sourceId])
    expect(capture?.parts.map(({ role }) => role)).toEqual(['original', 'text'])
    expect(capture?.lacks).toContain('When a browser asked, the site answered with no page (403).')
    expect(capture?.lacks).toContain('without pictures and what else it loaded')
  })

  test('a browser that does not start keeps nobody from keeping the page', async () => {
    vi.stubEnv('CHROMIUM_PATH', '/bin/false')
    const { ada, site } = await aDesk(html)
    const { sourceId, jobId } = await keepPage(ada, { address: `${site}/a` })
    await run(jobId)
    const [capture] = await listCaptures(ada, [sourceId])
    expect(capture?.lacks).toMatch(/could not be started.*without pictures/)
  })

  test('a file is not opened in it', async () => {
    let asked = 0
    const { ada, site } = await aDesk((_, response) => {
      asked++
      response.setHeader('content-type', 'text/plain').end(PARAGRAPH)
    })
    const { sourceId, jobId } = await keepPage(ada, { address: `${site}/a.txt` })
    await run(jobId)
    const [capture] = await listCaptures(ada, [sourceId])
    expect(capture).toMatchObject({ lacks: '', parts: [{ role: 'original' }, { role: 'text' }] })
    expect(asked).toBe(1)
  })

  test('a page that is called off while it is opened leaves nothing', async () => {
    const { ada, site } = await aDesk((request, response) => {
      if (request.url === '/more.js') void cancelJob(ada, { jobId })
      else html(request, response)
    })
    const before = filesUnder(data)
    const { sourceId, jobId } = await keepPage(ada, { address: `${site}/a` })
    await run(jobId)
    expect(await findJob(ada, jobId)).toMatchObject({ state: 'cancelled' })
    expect(await listCaptures(ada, [sourceId])).toEqual([])
    expect(filesUnder(data)).toEqual(before)
  })

  test('a page whose picture has no room in the newsroom is not kept in part', async () => {
    const { ada, site } = await aDesk(html)
    // Enough for what was served and its words.
    await db().newsroom.update({ where: { id: ada.newsroomId }, data: { fileQuota: 9_000 } })
    const before = filesUnder(data)
    const { jobId } = await keepPage(ada, { address: `${site}/a` })
    await run(jobId)
    expect((await findJob(ada, jobId))?.says).toContain('There is no room')
    expect(filesUnder(data)).toEqual(before)
  })
})

test('what a person wrote about a source stays', async () => {
  const { ada, site } = await aDesk(html)
  const { sourceId } = await addSource(ada, {
    ...{ kind: 'news_article', title: 'On the ferries', publisher: 'Post', url: `${site}/a` },
  })
  const { jobId } = await keepPage(ada, { sourceId })
  await run(jobId)
  expect(await findSource(ada, sourceId)).toMatchObject({
    ...{ title: 'On the ferries', publisher: 'Post', published: '2026-05-04' },
  })
})

describe('a page that cannot be kept says why, and leaves nothing', () => {
  test.each<[what: string, state: string, says: string, answer: RequestListener]>([
    ['is not there', 'failed', 'there is no such page (404)', (_, to) => to.writeHead(404).end()],
    ['is behind a log-in', 'failed', 'behind a log-in', (_, to) => to.writeHead(401).end()],
    ['is down', 'waiting', 'not available at the moment (503)', (_, to) => to.writeHead(503).end()],
    ['answers with nothing', 'failed', 'answered with nothing', (_, to) => to.writeHead(200).end()],
    ['breaks off', 'waiting', 'broke the connection off', (_, to) => to.destroy()],
    [
      'leads into the house',
      'failed',
      'private network',
      (_, to) => to.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
    ],
  ])('%s', async (_what, state, says, answer) => {
    const { ada, site } = await aDesk(answer)
    const before = filesUnder(data)
    const { sourceId, jobId } = await keepPage(ada, { address: `${site}/a` })
    await run(jobId)

    const job = await findJob(ada, jobId)
    expect(job).toMatchObject({ state })
    expect(job?.says).toContain(says)
    expect(await listCaptures(ada, [sourceId])).toEqual([])
    expect(filesUnder(data)).toEqual(before)
  })

  test('has no room in the newsroom', async () => {
    const { ada, site } = await aDesk(html)
    await db().newsroom.update({ where: { id: ada.newsroomId }, data: { fileQuota: 100 } })
    const before = filesUnder(data)
    const { jobId } = await keepPage(ada, { address: `${site}/a` })
    await run(jobId)
    expect((await findJob(ada, jobId))?.says).toContain('There is no room')
    expect(filesUnder(data)).toEqual(before)
  })

  test('is inside the house, and no admin has allowed it', async () => {
    const { ada } = await aDesk(html)
    const other = await startSite(html)
    onTestFinished(other.stop)
    const { jobId } = await keepPage(ada, { address: `${other.url}/a` })
    await run(jobId)
    expect((await findJob(ada, jobId))?.says).toContain('private network')
  })
})

test('a page that is being kept is not asked for twice', async () => {
  const { ada, site } = await aDesk(html)
  const { sourceId } = await keepPage(ada, { address: `${site}/a` })
  await expect(keepPage(ada, { sourceId })).rejects.toThrow('being kept already')
  await expect(keepPage(ada, { address: `${site}/a` })).rejects.toThrow('being kept already')
})

test('every page that an article cites is kept in one action, once', async () => {
  const { ada, site, newsroom } = await aDesk(html)
  const article = await newsroom.article({ by: ada })
  const claim = await newsroom.claim(article, 'opened in 1932')
  for (const url of [`${site}/a`, `${site}/b`, '']) await newsroom.evidence(claim, { url })

  expect(await keepLinks(ada, article)).toEqual({ pages: 2 })
  await expect(keepLinks(ada, article)).rejects.toThrow('kept, or being kept')
  const jobs = await db().job.findMany({ where: { newsroomId: ada.newsroomId } })
  for (const { id } of jobs) await run(id)
  await expect(keepLinks(ada, article)).rejects.toThrow('kept, or being kept')
  expect(await db().capture.count({ where: { newsroomId: ada.newsroomId } })).toBe(2)
})

const run = (jobId: string) => runJob(jobId, { stopping: new AbortController().signal, every: 50 })

async function aDesk(answer: RequestListener) {
  const site = await startSite(answer)
  onTestFinished(site.stop)
  const newsroom = await aNewsroom()
  const ada = await newsroom.member('admin')
  await allowHost(ada, { host: '127.0.0.1', port: String(site.port) })
  return { newsroom, ada, site: site.url }
}

async function bytesOf(
  newsroomId: string,
  capture: Awaited<ReturnType<typeof listCaptures>>[number] | undefined,
  role: string,
): Promise<Buffer> {
  const part = capture?.parts.find((one) => one.role === role)
  if (!part) throw new Error(`there is no ${role}`)
  const chunks = await (await openStore().read({ newsroomId, ...part })).toArray()
  return Buffer.concat(chunks)
}
