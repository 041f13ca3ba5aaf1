import type { APIResponse, Page } from '@playwright/test'
import { addAuthority } from '@/lib/commands/captures/authorities'
import { keepFile, receiveFile } from '@/lib/commands/captures/files'
import { keepTimeStamp, stampCapture } from '@/lib/commands/captures/time-stamps'
import { listTimeStamps } from '@/lib/db/captures/time-stamps'
import type { Actor } from '@/lib/domain/policy'
import { everythingOf } from '@/lib/testing/database/dump-newsroom'
import { keptFile } from '@/lib/testing/fixtures/captures'
import { aNewsroom, type Newsroom } from '@/lib/testing/fixtures/newsroom'
import { expect, type Person, test } from '../support/fixtures'
import { sendAgain, sentForm } from '../support/forms'
import { attach, claimOf, dragOver, giveVerdict, newClaim } from '../support/workspace'

const SECRET = 'The minister owns the quarry'

/** A newsroom next door, with something in it that nobody else may hear of. */
async function nextDoor() {
  const newsroom = await aNewsroom({ name: 'The Other Desk' })
  const editor = await newsroom.member('editor', 'Olga')
  const article = await newsroom.article({ by: editor, headline: SECRET, text: `${SECRET}.` })
  const claim = await newsroom.claim({ ...article, by: editor }, SECRET)
  const { evidenceId, sourceId } = await newsroom.evidence(claim, { title: SECRET })
  const { arrivalId } = await receiveFile(editor, {
    ...{ file: { sha256: 'ab'.repeat(32), bytes: 1 }, text: null, warnings: [] },
    ...{ mediaType: 'application/pdf', name: `${SECRET}.pdf`, facts: { title: SECRET } },
  })
  const { captureId } = await keepFile(editor, { sourceId, arrivalId })
  return { newsroom, editor, article, claim, evidenceId, sourceId, captureId }
}

/** The path of a time stamp that was granted there. */
async function aTimeStamp(
  newsroom: Newsroom,
  { editor, sourceId }: { editor: Actor; sourceId: string },
) {
  const olaf = await newsroom.member('admin', 'Olaf')
  await addAuthority(olaf, { name: 'The Clock', address: 'https://clock.example/' })
  const { captureId } = await keptFile(editor, sourceId)
  await stampCapture(editor, { captureId })
  const [stamp] = await listTimeStamps(editor, [captureId])
  const granted = { response: new Uint8Array(9), datedAt: new Date() }
  await keepTimeStamp(editor, { stampId: stamp?.id, ...granted })
  return `/captures/${captureId}/time-stamps/${stamp?.id}`
}

test('another newsroom’s pages, data, files and live line are not there', async ({ desk }) => {
  desk.mayHear(/404 \(Not Found\)/)
  const { newsroom, editor, article, sourceId, captureId, evidenceId } = await nextDoor()
  const stampPath = await aTimeStamp(newsroom, { editor, sourceId })
  const { page } = await desk.arrive('admin', 'Ada')
  const own = await desk.newsroom.article({ by: (await desk.arrive('editor', 'Ines')).actor })
  const there = `/${newsroom.slug}`
  const inside = `${there}/articles/${article.slug}`

  const pages = [
    '',
    '/articles/new',
    '/sources',
    '/people',
    '/settings',
    '/jobs',
    '/log',
    '/account',
  ]
  const ofArticle = [
    ...['', '?claim=1', '/details', '/history', '/report'],
    ...['/revise', '/apply', '/revisions/1', '/compare', '/correct', '/corrections'],
    ...['/claim-reviews', '/bring-annotations', '/bring-checks', '/readers-box'],
  ]
  for (const address of [
    ...pages.map((path) => there + path),
    ...ofArticle.map((path) => inside + path),
    `${there}/sources/${sourceId}`,
    `${there}/captures/${captureId}`,
    `${there}/captures/${captureId}?evidence=${evidenceId}`,
    // The other newsroom's things under one's own newsroom's address.
    desk.at(article),
    desk.at(`/captures/${captureId}?evidence=${evidenceId}`),
  ]) {
    const answer = await page.request.get(address)
    const said = await answer.text()
    expect(answer.status(), address).toBe(404)
    expect(said, address).toContain('Nothing here')
    expect(said, address).not.toContain(SECRET)
  }
  await page.goto(inside)
  await expect(page.getByRole('heading', { name: 'Nothing here' })).toBeVisible()

  const data = [
    '/desk',
    '/claims/1',
    '/report/pdf',
    '/report/json',
    '/report/csv',
    '/report/html',
    '/report/docx',
    '/report/xlsx',
    '/report/md',
    '/report/body',
    '/annotations',
    '/claim-reviews/C-001?url=https://example.org/a',
    '/readers-box/html',
    '/readers-box/json',
    '/word',
    '/bundles/1',
  ]
  for (const address of [
    ...data.map((path) => inside + path),
    ...data.map((path) => desk.at(article) + path),
    `${there}/live`,
    `${there}/live?article=${article.slug}`,
    `${desk.at('/live')}?article=${article.slug}`,
    `${there}/source-choices`,
    `${there}/article-choices`,
    `${there}/job-states`,
    `${there}/proposal-answers`,
    ...['', '/verification', '/certificates'].map((of) => `${there}${stampPath}${of}`),
    ...['', '/verification', '/certificates'].map((of) => desk.at(`${stampPath}${of}`)),
  ]) {
    await assertNothing(await page.request.get(address), address)
  }
  expect((await page.request.get(`${desk.at(own)}/report/doc`)).status()).toBe(404)
})

test('a newsroom that does not exist answers no differently', async ({ desk }) => {
  desk.mayHear(/404 \(Not Found\)/)
  const { newsroom } = await nextDoor()
  const { page } = await desk.arrive('admin', 'Ada')

  const real = await textAt(page, `/${newsroom.slug}`)
  const invented = await textAt(page, '/no-such-newsroom')

  expect(real).toBe(invented)
})

test('a stranger gets no data, no file and no live line', async ({ desk }) => {
  const { newsroom, article } = await nextDoor()
  const page = await desk.stranger()

  for (const path of [
    `/articles/${article.slug}/claims/1`,
    `/articles/${article.slug}/report/pdf`,
    `/articles/${article.slug}/report/body`,
    `/articles/${article.slug}/word`,
    `/live`,
    `/source-choices`,
    `/article-choices`,
    `/job-states`,
    `/proposal-answers`,
    `/articles/${article.slug}/desk`,
  ]) {
    await assertNothing(await page.request.get(`/${newsroom.slug}${path}`), path)
  }
  const answer = await page.request.get(`/${newsroom.slug}/articles/${article.slug}`)
  expect(answer.url()).toContain('/log-in?to=')
  expect(await answer.text()).not.toContain(SECRET)
})

test('forms that name another newsroom’s things change nothing there', async ({ desk }) => {
  const other = await nextDoor()
  const ines = await desk.arrive('editor', 'Ines')
  const { verdict, evidence } = await formsOf(ines)
  const before = await everythingOf(other.editor)

  const ids = { claimId: other.claim.claimId, sourceId: other.sourceId }
  for (const [form, change] of [
    [verdict, { claimId: ids.claimId }],
    [verdict, { newsroom: other.newsroom.slug }],
    [verdict, { newsroom: other.newsroom.slug, claimId: ids.claimId }],
    [evidence, { claimId: ids.claimId }],
    [evidence, { newsroom: other.newsroom.slug, ...ids }],
  ] as const) {
    const answer = await sendAgain(ines.page, form, { ...change, formId: crypto.randomUUID() })
    expect(answer.status()).toBeLessThan(500)
    expect(await answer.text()).not.toContain(SECRET)
  }

  expect(await everythingOf(other.editor)).toEqual(before)

  // One's own claim cannot be given another newsroom's source either.
  const mine = await everythingOf(ines.actor)
  const answer = await sendAgain(ines.page, evidence, {
    sourceId: other.sourceId,
    formId: crypto.randomUUID(),
  })
  expect(await answer.text()).not.toContain(SECRET)
  expect(await everythingOf(ines.actor)).toEqual(mine)

  async function formsOf({ actor, page }: Person) {
    const article = await desk.newsroom.article({ by: actor })
    const claim = await desk.newsroom.claim({ ...article, by: actor }, 'opened in 1932')
    await desk.newsroom.evidence(claim)
    await page.goto(`${desk.at(article)}?claim=1`)
    const open = claimOf(page, 'C-001')
    const verdict = await sentForm(page, () => giveVerdict(open, null, 'Confirmed'))
    const evidence = await sentForm(page, () =>
      attach(open, {
        source: { title: 'A letter', kind: 'Book' },
        stance: 'Context',
        directness: 'Tertiary',
        locator: 'page 1',
      }),
    )
    return { verdict, evidence }
  }
})

test('a form that comes from another site is refused', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await page.goto(desk.at(article))
  await dragOver(page, 'opened in 1932')
  await page.keyboard.press('c')
  const form = await sentForm(page, () =>
    newClaim(page).getByRole('button', { name: 'Make claim' }).click(),
  )
  await expect(claimOf(page, 'C-001')).toBeVisible()
  const send = (from: Parameters<typeof sendAgain>[3]) =>
    sendAgain(page, form, { formId: crypto.randomUUID() }, from).then((answer) => answer.text())

  expect(await send({ origin: 'https://example.org' })).not.toContain('"done"')
  const forged = { origin: 'https://example.org', 'x-forwarded-host': 'example.org' }
  expect(await send(forged)).toContain('This form was sent from another site')
  expect(await send({ origin: 'null' })).not.toContain('"done"')
  expect(await send({ without: ['origin'] })).toContain('This form was sent from another site')
  // The same form from here makes the next claim, and it is the second one.
  expect(await send({})).toContain('"number":2')
})

async function assertNothing(answer: APIResponse, address: string) {
  expect(answer.status(), address).toBe(404)
  expect(await answer.text(), address).not.toContain(SECRET)
}

async function textAt(page: Page, address: string) {
  await page.goto(address)
  return page.getByRole('main').textContent()
}
