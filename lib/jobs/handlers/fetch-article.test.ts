import type { RequestListener } from 'node:http'
import path from 'node:path'
import { afterEach, beforeAll, expect, onTestFinished, test } from 'vitest'
import { fetchArticle } from '@/lib/commands/articles/fetch-article'
import { allowHost } from '@/lib/commands/captures/allowed-hosts'
import { findArrivedFile } from '@/lib/db/captures/files'
import { findStoredFile } from '@/lib/db/captures/stored-bytes'
import { db } from '@/lib/db/client'
import { findJob } from '@/lib/db/jobs/jobs'
import { openStore } from '@/lib/evidence/files/open-store'
import { readKeptPage } from '@/lib/evidence/keeping/read-document'
import { isolatedDatabase } from '@/lib/testing/database/isolated-database'
import { aDataFolder } from '@/lib/testing/evidence/data-folder'
import { filesUnder } from '@/lib/testing/evidence/files-under'
import { makePdf } from '@/lib/testing/evidence/make-pdf'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { aPage, PAGE_WORDS } from '@/lib/testing/importing/web-page'
import { startSite } from '@/lib/testing/outside/site'
import { runJob } from '../run-job'

beforeAll(isolatedDatabase)
const data = aDataFolder()
// Nothing is left of what came and was no article.
afterEach(() => expect(filesUnder(path.join(data, 'pages'))).toEqual([]))

const html =
  (page: string): RequestListener =>
  (_, response) =>
    response.setHeader('content-type', 'text/html; charset=utf-8').end(page)

test('a page is fetched for whoever asked, at the address where it was in the end, and read', async () => {
  const { lena, site, newsroom } = await aDesk((request, response) => {
    if (request.url === '/short') response.writeHead(302, { location: '/bridge' }).end()
    else html(aPage())(request, response)
  })
  const job = await fetched(lena, `${site}/short`)
  expect(job).toMatchObject({ state: 'done', output: { address: `${site}/bridge` } })
  const { arrivalId = '' } = (job?.output ?? {}) as { arrivalId?: string }
  const arrived = await findArrivedFile(lena, arrivalId)
  expect(arrived).toMatchObject({ mediaType: 'text/html' })
  expect(await findArrivedFile(await newsroom.member('editor', 'Ines'), arrivalId)).toBeNull()
  const file = arrived && (await findStoredFile(lena, arrived.sha256))
  const page =
    file &&
    (await readKeptPage(openStore(), file, { choices: {}, language: 'en', from: `${site}/bridge` }))
  expect(page?.blocks[0]).toEqual({ kind: 'headline', text: PAGE_WORDS.headline })
  expect(page?.item).toMatchObject({ uri: `${site}/bridge`, language: 'en-GB' })
})

test.each<[string, RequestListener, RegExp]>([
  ['that is not there', (_, response) => response.writeHead(404).end(), /no such page \(404\)/],
  [
    'that is a PDF',
    (_, response) => response.setHeader('content-type', 'application/pdf').end(makePdf()),
    /At this address is .*PDF.*, and no page/,
  ],
  ['with nothing', html(''), /answered with nothing/],
  ['without an article', html('<body><a href="/">Home</a></body>'), /No article was found/],
  [
    'that leads into a private network',
    (_, response) => response.writeHead(302, { location: 'http://10.0.0.1/x' }).end(),
    /It leads on to http:\/\/10\.0\.0\.1\/x\. This address leads into a private network/,
  ],
  [
    'of 30 MB',
    (_, response) =>
      response.setHeader('content-type', 'text/html').end(Buffer.alloc(30_000_000, 'a')),
    /larger than 20 MB/,
  ],
])('of a page %s nothing is kept, and it is told why', async (_, answer, why) => {
  const { lena, site } = await aDesk(answer)
  const job = await fetched(lena, `${site}/bridge`)
  expect(job).toMatchObject({ state: 'failed', says: expect.stringMatching(why) })
  const { newsroomId } = lena
  expect(await db().arrivedFile.count({ where: { newsroomId } })).toBe(0)
  expect(await db().storedFile.count({ where: { newsroomId } })).toBe(0)
})

test('a private address is not asked, and an address that is none is refused at once', async () => {
  const lena = await (await aNewsroom()).member('writer', 'Lena')
  expect(await fetched(lena, 'http://127.0.0.1/bridge')).toMatchObject({
    ...{ state: 'failed', says: expect.stringContaining('private network') },
  })
  for (const address of ['', 'bridge', 'ftp://example.org/a', 'javascript:alert(1)']) {
    await expect(fetchArticle(lena, { address })).rejects.toMatchObject({
      fields: { address: expect.any(String) },
    })
  }
})

test('a site that hangs is asked once, and whoever waits is told what to do instead', async () => {
  const { lena, site } = await aDesk((_, response) => response.write('<html>'))
  const before = Date.now()
  expect(await fetched(lena, `${site}/bridge`)).toMatchObject({
    state: 'failed',
    says: 'The site sent nothing for 15 seconds. Try it again later, or save the page in a browser and open that file here.',
  })
  expect(Date.now() - before).toBeLessThan(20_000)
}, 40_000)

async function fetched(actor: Parameters<typeof findJob>[0], address: string) {
  const { jobId } = (await fetchArticle(actor, { address })) as { jobId: string }
  await runJob(jobId, { stopping: new AbortController().signal, every: 20 })
  return findJob(actor, jobId)
}

/** Somebody at a newsroom that lets Stet ask a site on this machine. */
async function aDesk(answer: RequestListener) {
  const newsroom = await aNewsroom()
  const site = await startSite(answer)
  onTestFinished(site.stop)
  const ada = await newsroom.member('admin', 'Ada')
  await allowHost(ada, { host: '127.0.0.1', port: `${site.port}` })
  return { newsroom, lena: await newsroom.member('writer', 'Lena'), site: site.url }
}
