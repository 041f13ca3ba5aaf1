import type { APIResponse, Page } from '@playwright/test'
import { addAuthority } from '@/lib/commands/captures/authorities'
import { keepTimeStamp, stampCapture } from '@/lib/commands/captures/time-stamps'
import { makeBundle } from '@/lib/commands/report/bundles'
import { listTimeStamps } from '@/lib/db/captures/time-stamps'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'
import { everythingOf } from '@/lib/testing/database/dump-newsroom'
import { keptFile } from '@/lib/testing/fixtures/kept-captures'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { type Desk, expect, test } from '../support/fixtures'

const SECRET = 'The minister owns the quarry'

/** A way to what is kept: for its owner it leads to this status, for everybody else to nothing. */
interface Way {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: string
  /** What its owner gets; where it would change something, nobody asks as its owner. */
  own: number | null
  data?: object
}

test('what is kept, dated, bundled and done is there for its newsroom alone', async ({ desk }) => {
  test.slow()
  desk.mayHear(/404 \(Not Found\)/)
  const there = await aDeskWithAll()
  const owner = await windowOf(desk, there.editor)
  const ways = [...there.ways, ...(await anUpload(owner, there.slug))]
  for (const way of ways) await assertOwn(owner, there.slug, way)
  const before = await everythingOf(there.editor)

  const { page: neighbour } = await desk.arrive('admin', 'Ada')
  const lena = await windowOf(desk, there.writerElsewhere)
  const stranger = await desk.stranger()
  for (const way of ways) {
    await assertNothing(await sent(neighbour, `/${there.slug}`, way), `next door: ${way.path}`)
    // The same under an address of one's own, where that names something of the others'.
    if (way.path !== '/files/check') {
      await assertNothing(await sent(neighbour, desk.at('/articles'), way), `at home: ${way.path}`)
    }
    await assertNothing(await sent(stranger, `/${there.slug}`, way), `logged out: ${way.path}`)
    await assertNothing(await sent(lena, `/${there.slug}`, way), `a writer: ${way.path}`)
  }
  expect(await everythingOf(there.editor)).toEqual(before)
  for (const way of ways) await assertOwn(owner, there.slug, way)
})

test('pages about what is kept and done are not there either', async ({ desk }) => {
  desk.mayHear(/404 \(Not Found\)/)
  const there = await aDeskWithAll()
  const pages = [`/captures/${there.captureId}`, `/sources/${there.sourceId}`, '/jobs', '/settings']
  const { page: neighbour } = await desk.arrive('admin', 'Ada')
  const lena = await windowOf(desk, there.writerElsewhere)
  const stranger = await desk.stranger()
  for (const place of pages) {
    for (const page of [neighbour, lena]) {
      const answer = await page.goto(`/${there.slug}${place}`)
      expect(answer?.status(), place).toBe(404)
      expect(await page.content(), place).not.toContain(SECRET)
    }
    await stranger.goto(`/${there.slug}${place}`)
    await expect(stranger).toHaveURL(/\/log-in\?to=/)
    expect(await stranger.content(), place).not.toContain(SECRET)
  }
})

test('jobs are told to those alone who may see what they are about', async ({ desk }) => {
  const there = await aDeskWithAll()
  const asked = `/${there.slug}/job-states?ids=${there.jobId}`
  const owner = await windowOf(desk, there.editor)
  expect(await (await owner.request.get(asked)).json()).toMatchObject([{ id: there.jobId }])
  const lena = await windowOf(desk, there.writerElsewhere)
  expect(await (await lena.request.get(asked)).json()).toEqual([])
  const { page: neighbour } = await desk.arrive('admin', 'Ada')
  expect((await neighbour.request.get(asked)).status()).toBe(404)
  const home = desk.at(`/job-states?ids=${there.jobId}`)
  expect(await (await neighbour.request.get(home)).json()).toEqual([])
  expect((await (await desk.stranger()).request.get(asked)).status()).toBe(404)
})

test('kept files are checked by whoever looks after the newsroom, and by nobody else', async ({
  desk,
}) => {
  const check = desk.at('/files/check')
  for (const role of ['editor', 'checker', 'writer', 'auditor'] as const) {
    const { page } = await desk.arrive(role, 'Tom')
    expect((await page.request.post(check)).status(), role).toBe(404)
  }
  const { page, actor } = await desk.arrive('admin', 'Ada')
  expect(await (await page.request.post(check)).text()).toContain('"done":true')
  expect(await db().fileCheck.count({ where: { newsroomId: actor.newsroomId } })).toBe(1)
})

/** A newsroom with a kept and dated file, a bundle, and an upload on its way; and a writer of it who has another article. */
async function aDeskWithAll() {
  const newsroom = await aNewsroom({ name: 'The Other Desk' })
  const editor = await newsroom.member('editor', 'Olga')
  const writerElsewhere = await newsroom.member('writer', 'Lena')
  await newsroom.article({ by: writerElsewhere, writers: [writerElsewhere] })
  const article = await newsroom.article({ by: editor, headline: SECRET, text: `${SECRET}.` })
  const claim = await newsroom.claim(article, SECRET)
  const { sourceId } = await newsroom.evidence(claim, { title: SECRET })
  const { captureId } = await keptFile(editor, sourceId, {
    ...{ name: 'ledger.txt', content: SECRET, text: SECRET },
  })
  const stampId = await aGrantedStamp(editor, await newsroom.member('admin', 'Olaf'), captureId)
  const { jobId } = await makeBundle(editor, { articleId: article.articleId })
  // The date's own job comes again later: it is called off, so that what is compared stands still from here on.
  const { newsroomId } = editor
  const underWay = async () => {
    await db().job.updateMany({
      where: { newsroomId, kind: 'time_stamp', state: 'waiting' },
      data: { state: 'cancelled' },
    })
    return db().job.count({ where: { newsroomId, state: { in: ['waiting', 'running'] } } })
  }
  await expect.poll(underWay, { timeout: 60_000 }).toBe(0)
  expect((await db().job.findUnique({ where: { id: jobId } }))?.state).toBe('done')

  const capture = `/captures/${captureId}`
  const ways: Way[] = [
    { method: 'GET', path: `${capture}/files/original`, own: 200 },
    { method: 'GET', path: `${capture}/files/original?view=1`, own: 200 },
    { method: 'GET', path: `${capture}/files/text`, own: 200 },
    { method: 'GET', path: `${capture}/files/screenshot`, own: 404 },
    { method: 'GET', path: `${capture}/time-stamps/${stampId}`, own: 200 },
    { method: 'GET', path: `${capture}/time-stamps/${stampId}/verification`, own: 200 },
    { method: 'GET', path: `${capture}/time-stamps/${stampId}/certificates`, own: null },
    { method: 'GET', path: `/articles/${article.slug}/bundles/${jobId}`, own: 200 },
    { method: 'POST', path: '/files/check', own: null },
  ]
  const { slug } = newsroom
  return { slug, editor, writerElsewhere, sourceId, captureId, jobId, ways }
}

/** An upload that its owner began, and the ways to it. */
async function anUpload(owner: Page, slug: string): Promise<Way[]> {
  const data = { name: 'notes.txt', mediaType: 'text/plain', bytes: 9 }
  const begun = await owner.request.post(`/${slug}/files`, { data })
  const path = `/files/${(await begun.json()).id}`
  return [
    { method: 'GET', path, own: 200 },
    { method: 'PATCH', path, own: null, data: { a: 1 } },
    { method: 'POST', path, own: null, data: { sha256: 'ab'.repeat(32) } },
    { method: 'DELETE', path, own: null },
  ]
}

async function aGrantedStamp(editor: Actor, admin: Actor, captureId: string): Promise<string> {
  await addAuthority(admin, { name: 'The Clock', address: 'https://clock.example/' })
  await stampCapture(editor, { captureId })
  const [stamp] = await listTimeStamps(editor, [captureId])
  const granted = { response: new Uint8Array(9), datedAt: new Date() }
  await keepTimeStamp(editor, { stampId: stamp?.id, ...granted })
  return stamp?.id ?? ''
}

async function windowOf(desk: Desk, actor: Actor): Promise<Page> {
  const page = await desk.stranger()
  await desk.logIn(actor, page.context())
  return page
}

const sent = (page: Page, home: string, { method, path, data }: Way): Promise<APIResponse> =>
  page.request.fetch(home + path, {
    ...{ method, data },
    headers: method === 'PATCH' ? { 'upload-offset': '0' } : {},
  })

/** The owner’s answer shows that the others’ would say something if it could. */
async function assertOwn(page: Page, slug: string, way: Way): Promise<void> {
  if (way.own === null) return
  const answer = await sent(page, `/${slug}`, way)
  expect(answer.status(), `the owner: ${way.method} ${way.path}`).toBe(way.own)
}

async function assertNothing(answer: APIResponse, what: string): Promise<void> {
  const body = await answer.text()
  expect([404, 403], `${what} answers ${answer.status()} ${body}`).toContain(answer.status())
  expect(body, what).not.toContain(SECRET)
  expect(body, what).not.toContain('PK\u0003\u0004')
}
