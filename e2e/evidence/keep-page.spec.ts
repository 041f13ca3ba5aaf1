import type { Page } from '@playwright/test'
import { startSite } from '@/lib/testing/outside/site'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'

const PARAGRAPH = 'The harbour was dredged in March, and the ferries have called again since May. '
const PAGE = `<!doctype html><html lang="en"><head><title>Ferries call again</title></head>
<body><article><h1>Ferries call again</h1>${`<p>${PARAGRAPH.repeat(4)}</p>`.repeat(4)}</article></body></html>`

/** A page is read in a process of its own, which a busy machine is slow to start. */
const WHEN_BUSY = { timeout: 60_000 }

test('a page that was not there is kept once it is, beside the work on its claim', async ({
  desk,
}) => {
  let isThere = false
  const site = await startSite((_, response) => {
    response.statusCode = isThere ? 200 : 404
    response.setHeader('content-type', 'text/html; charset=utf-8').end(isThere ? PAGE : '')
  })
  const { page, actor } = await desk.arrive('admin', 'Ada')
  const article = await desk.newsroom.article({ by: actor })
  const claim = await desk.newsroom.claim(article, 'opened in 1932')
  const url = `${site.url}/ferries`
  const { sourceId } = await desk.newsroom.evidence(claim, { url, title: 'On the ferries' })

  await page.goto(desk.at(`/sources/${sourceId}`))
  await page.getByRole('button', { name: 'Keep page of On the ferries' }).click()
  await expect(page.getByText('private network')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Failed' })).toBeVisible()

  await page.goto(desk.at('/settings'))
  await page.getByRole('textbox', { name: 'Host' }).fill('127.0.0.1')
  await page.getByRole('textbox', { name: 'Port' }).fill(`${site.port}`)
  await page.getByRole('button', { name: 'Allow the host' }).click()
  await expect(page.getByText(`port ${site.port}`)).toBeVisible()
  await look(page, 'settings')

  await page.goto(desk.at(`/sources/${sourceId}`))
  await page.getByRole('button', { name: 'Retry' }).click()
  await expect(page.getByText('that there is no such page (404)')).toBeVisible()
  await look(page, 'failed')

  isThere = true
  await page.goto(desk.at('/jobs'))
  await expect(page.getByRole('row', { name: url })).toContainText('Failed')
  await look(page, 'jobs')
  await page.getByRole('button', { name: 'Retry' }).click()
  await expect(page.getByRole('row', { name: url })).toContainText('Done', WHEN_BUSY)

  await page.goto(desk.at(`/sources/${sourceId}`))
  await expect(page.getByRole('link', { name: 'Page with all it loaded (WACZ)' })).toBeVisible()
  await look(page, 'kept')
  await page.getByRole('link', { name: 'Ferries call again' }).click()
  const ways = page.getByRole('navigation', { name: 'Ways to open it' })
  await ways.getByRole('link', { name: 'Screenshot' }).click()
  const picture = page.getByRole('img', { name: 'ferries' })
  await expect(picture).toHaveJSProperty('complete', true)
  await expect(picture).toHaveJSProperty('naturalWidth', 1280)
  await look(page, 'kept-screenshot')

  await page.goto(desk.at(`/articles/${article.slug}?claim=${claim.number}`))
  await page.getByRole('link', { name: 'Point at it in the kept copy of On the ferries' }).click()
  await ways.getByRole('link', { name: 'Screenshot' }).click()
  await page.getByRole('button', { name: 'Place a box on the picture' }).click()
  await page.getByRole('button', { name: 'Use as passage' }).click()
  await page.getByRole('button', { name: 'Save evidence' }).click()
  await page.getByRole('link', { name: /^box at 30 % across, 40 % down in the kept copy/ }).click()
  await expect(ways.getByRole('link', { name: 'Screenshot' })).toHaveAttribute(
    'aria-current',
    'page',
  )
  await look(page, 'passage-on-screenshot')
  await page.goto(desk.at('/log'))
  await expect(page.getByText(`asked to keep a page: ${url}`)).toBeVisible()
  await expect(page.getByText(`let Stet ask the host 127.0.0.1, port ${site.port}`)).toBeVisible()
  await expect(page.getByText(`kept the page ${url}`)).toBeVisible()
  site.stop()
})

test('all pages that an article cites are kept in one action', async ({ desk }) => {
  const site = await startSite((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE)
  })
  const { page, actor } = await desk.arrive('admin', 'Ada')
  const article = await desk.newsroom.article({ by: actor })
  const claim = await desk.newsroom.claim(article, 'opened in 1932')
  for (const path of ['a', 'b']) await desk.newsroom.evidence(claim, { url: `${site.url}/${path}` })
  await page.goto(desk.at('/settings'))
  await page.getByRole('textbox', { name: 'Host' }).fill('127.0.0.1')
  await page.getByRole('textbox', { name: 'Port' }).fill(`${site.port}`)
  await page.getByRole('button', { name: 'Allow the host' }).click()
  await expect(page.getByText(`port ${site.port}`)).toBeVisible()

  await page.goto(desk.at(article))
  await page.getByText('More', { exact: true }).click()
  await page.getByRole('button', { name: 'Keep all cited pages' }).click()
  await expect(page.getByText('The pages are being kept')).toBeVisible()

  await page.goto(desk.at('/jobs'))
  for (const path of ['a', 'b']) {
    await expect(page.getByRole('row', { name: `${site.url}/${path}` })).toContainText(
      'Done',
      WHEN_BUSY,
    )
  }
  site.stop()
})

/** Accessible, and no wider than a phone’s window. */
async function look(page: Page, name: string) {
  await assertAccessible(page)
  const size = page.viewportSize()
  await page.setViewportSize({ width: 390, height: 844 })
  await assertFits(page)
  if (size) await page.setViewportSize(size)
  await shot(page, name)
}
