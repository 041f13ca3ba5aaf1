import type { Locator, Page } from '@playwright/test'
import { allowHost } from '@/lib/commands/captures/allowed-hosts'
import { keepLinks } from '@/lib/commands/sources/pages'
import { anArticleToSign } from '@/lib/testing/fixtures/article-to-sign'
import { startSite } from '@/lib/testing/outside/site'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'

const FILLING = 'The harbour was dredged in March, and the ferries have called again since May. '
const pageOf = (title: string, words: string) => `<!doctype html><html lang="en"><head>
<title>${title}</title></head><body><nav>Home</nav><article><h1>${title}</h1>
${`<p>${FILLING.repeat(3)}</p>`.repeat(3)}<p>${words}</p>${`<p>${FILLING.repeat(3)}</p>`.repeat(2)}</article></body></html>`

/** A page is opened in a browser of its own, which a busy machine is slow to start. */
const WHEN_BUSY = { timeout: 60_000 }

test('a cited page that changes and one that vanishes are shown, and asked about once', async ({
  desk,
}) => {
  test.setTimeout(180_000)
  let year = '1932'
  let isThere = true
  const site = await startSite((request, response) => {
    const isBridge = request.url === '/bridge'
    response.statusCode = isBridge || isThere ? 200 : 404
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(
      isBridge
        ? pageOf('The bridge', `The bridge opened in ${year}, says the keeper of the harbour.`)
        : pageOf('The closing', 'Engineers will close it in May, the mayor said on Friday.'),
    )
  })
  const { page, actor } = await desk.arrive('admin', 'Ada')
  await allowHost(actor, { host: '127.0.0.1', port: String(site.port) })
  const article = await desk.newsroom.article({ by: actor, editor: actor })
  const opened = await desk.newsroom.claim(article, 'opened in 1932')
  const closed = await desk.newsroom.claim(article, 'close it in May')
  await desk.newsroom.evidence(opened, {
    ...{ url: `${site.url}/bridge`, title: 'On the bridge', excerpt: 'opened in 1932' },
  })
  await desk.newsroom.evidence(closed, { url: `${site.url}/closing`, title: 'On the closing' })

  await page.goto(desk.at(article))
  await page.getByText('More', { exact: true }).click()
  await page.getByRole('link', { name: 'Cited pages' }).click()
  const bridge = page.getByRole('row', { name: 'On the bridge' })
  const closing = page.getByRole('row', { name: 'On the closing' })
  await expect(bridge).toContainText('Not yet')
  await expect(page.getByRole('group', { name: 'Look at the kept pages again' })).toBeHidden()
  await look(page, 'cited-pages-unkept')

  await page.getByRole('button', { name: 'Keep all cited pages' }).click()
  await expect(page.getByText('The pages are being kept')).toBeVisible()
  await reloadUntil(page, page.getByRole('radio', { name: 'Every week' }))
  await reloadUntil(page, bridge.getByRole('link').nth(1))
  await reloadUntil(page, closing.getByRole('link').nth(1))

  await page.getByRole('radio', { name: 'Every week' }).check()
  await page.getByRole('button', { name: 'Set' }).click()
  await reloadUntil(page, bridge.getByText('Unchanged'))
  await reloadUntil(page, closing.getByText('Unchanged'))
  await look(page, 'cited-pages')

  year = '1934'
  isThere = false
  await page.getByRole('button', { name: 'Look now' }).click()
  await reloadUntil(page, bridge.getByText('Changed', { exact: true }))
  await reloadUntil(page, closing.getByText('Vanished'))
  await expect(closing).toContainText('there is no such page (404)')
  await look(page, 'cited-pages-changed')

  await bridge.getByRole('link', { name: 'What changed' }).click()
  await expect(page.getByRole('heading', { name: 'What changed' })).toBeInViewport()
  const changes = page.getByRole('region', { name: 'What changed' })
  await expect(changes.locator('del')).toHaveText(/1932/)
  await expect(changes.locator('ins')).toHaveText(/1934/)
  await look(page, 'what-changed')

  await page.getByRole('link', { name: '← On the bridge' }).click()
  await expect(page.getByText('page found changed, looked at again for Ada')).toBeVisible()
  await expect(page.getByText('The page has changed since it was kept.')).toBeVisible()
  await look(page, 'source-of-changed-page')
  await page.goto(desk.at(`/articles/${article.slug}/details`))
  await expect(page.getByRole('link', { name: 'Cited pages' })).toBeVisible()
  await look(page, 'details')

  await page.goto(desk.at(`/articles/${article.slug}?claim=${opened.number}`))
  await expect(page.getByText('The page has changed since it was kept.')).toBeVisible()
  const queries = page.getByRole('region', { name: 'Queries' })
  await expect(queries.getByText('does not stand there any more')).toBeVisible()
  await look(page, 'claim-of-changed-page')
  await page.goto(desk.at(`/articles/${article.slug}?claim=${closed.number}`))
  await expect(page.getByText('The page is gone from its address.')).toBeVisible()
  await expect(queries.getByText('Does the claim hold on the kept copy alone?')).toBeVisible()
  await look(page, 'claim-of-gone-page')

  await page.goto(desk.at(`/articles/${article.slug}/pages`))
  await page.getByRole('button', { name: 'Look now' }).click()
  await page.goto(desk.at('/log'))
  const vanished = page.getByText('“On the closing” looked at again: vanished')
  await expect(async () => {
    await page.reload()
    await expect(vanished).toHaveCount(2, { timeout: 1_000 })
  }).toPass(WHEN_BUSY)
  await expect(
    page.getByText('2 kept pages of the article looked at again every week'),
  ).toBeVisible()
  await page.goto(desk.at(`/articles/${article.slug}/queries`))
  await expect(page.getByRole('heading', { name: 'Queries 2' })).toBeVisible()
  await page.goto(desk.at(`/articles/${article.slug}/pages`))
  const { page: read } = await desk.arrive('auditor', 'Bo')
  await read.goto(desk.at(`/articles/${article.slug}/pages`))
  await expect(read.getByText('Kept pages are looked at again: every week.')).toBeVisible()
  await expect(read.getByRole('button', { name: 'Look now' })).toBeHidden()
  await page.getByRole('radio', { name: 'Not at all' }).check()
  await page.getByRole('button', { name: 'Set' }).click()
  await expect(page.getByRole('button', { name: 'Look now' })).toBeHidden()
  site.stop()
})

test('an article that is out says that a page it cites has changed, until that is settled', async ({
  desk,
}) => {
  test.setTimeout(180_000)
  let words = 'Nothing opens before noon.'
  const site = await startSite((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(pageOf('The hours', words))
  })
  const { page, actor } = await desk.arrive('admin', 'Ada')
  await allowHost(actor, { host: '127.0.0.1', port: String(site.port) })
  const checker = await desk.newsroom.member('checker')
  const article = await anArticleToSign(desk.newsroom, { editor: actor, checker, way: 'published' })
  await desk.newsroom.evidence(article.claim, { url: `${site.url}/hours`, title: 'The hours' })
  await keepLinks(actor, { articleId: article.articleId })
  await page.goto(desk.at(`/articles/${article.slug}/pages`))
  await reloadUntil(page, page.getByRole('radio', { name: 'Every day' }))
  await page.getByRole('radio', { name: 'Every day' }).check()
  await page.getByRole('button', { name: 'Set' }).click()
  await reloadUntil(page, page.getByText('Unchanged'))
  words = 'Nothing opens before two.'
  await page.getByRole('button', { name: 'Look now' }).click()
  await reloadUntil(page, page.getByText('Changed', { exact: true }))

  await page.goto(desk.at('/articles'))
  await expect(page.getByRole('link', { name: '1 cited page changed' })).toBeVisible()
  await look(page, 'articles-changed')
  await page.goto(desk.at(article))
  await expect(page.getByText('A page that it cites has changed or is gone')).toBeVisible()
  await look(page, 'published-changed')

  await page.goto(desk.at(`/articles/${article.slug}/queries`))
  const query = page.getByRole('listitem').filter({ hasText: 'says something else' })
  await query.getByRole('button', { name: 'Close' }).click()
  await query.getByRole('textbox').fill('The hours are not what the article is about.')
  await query.getByRole('button', { name: 'Close query' }).click()
  await expect(query.getByText('Closed', { exact: true })).toBeVisible()
  await page.goto(desk.at(article))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('A page that it cites has changed or is gone')).toBeHidden()
  site.stop()
})

/** What a job has done is on the page once it is loaded again. */
async function reloadUntil(page: Page, shown: Locator): Promise<void> {
  await expect(async () => {
    await page.reload()
    await expect(shown).toBeVisible({ timeout: 1_000 })
  }).toPass(WHEN_BUSY)
}

/** Accessible, and no wider than a phone’s window. */
async function look(page: Page, name: string) {
  await assertAccessible(page)
  const size = page.viewportSize()
  await page.setViewportSize({ width: 390, height: 844 })
  await assertFits(page)
  if (size) await page.setViewportSize(size)
  await shot(page, name)
}
