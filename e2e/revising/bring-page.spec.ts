import type { Page } from '@playwright/test'
import { everythingOf } from '@/lib/testing/database/dump-newsroom'
import { aPage, PAGE_WORDS } from '@/lib/testing/importing/web-page'
import { startSite } from '@/lib/testing/outside/site'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { blocksOf } from '../support/sample-article'
import { shot } from '../support/screenshots'
import { textOf } from '../support/workspace'

/** A page is looked at in processes of their own, which a busy machine is slow to start. */
const WHEN_BUSY = { timeout: 60_000 }

const address = (page: Page) => page.getByLabel('Or the address of a page')
const fetchIt = (page: Page) => page.getByRole('button', { name: 'Fetch the page' })
const account = (page: Page) => page.getByRole('region', { name: 'Account of the import' })
const notice = (page: Page) => page.getByRole('status').filter({ hasText: 'was read from' })

test('a page becomes an article, and what it says later a revision of that article', async ({
  desk,
}) => {
  test.slow()
  let now = aPage()
  let status = 404
  const site = await startSite((_, response) => {
    response.statusCode = status
    response.setHeader('content-type', 'text/html; charset=utf-8').end(now)
  })
  const { page } = await desk.arrive('admin', 'Ada')
  await page.goto(desk.at('/articles/new'))
  await address(page).fill(`${site.url}/bridge`)
  await fetchIt(page).click()
  await expect(page.getByText('private network')).toBeVisible(WHEN_BUSY)
  await assertAccessible(page)
  await shot(page, 'page-refused')

  await page.goto(desk.at('/settings'))
  await page.getByRole('textbox', { name: 'Host' }).fill('127.0.0.1')
  await page.getByRole('textbox', { name: 'Port' }).fill(`${site.port}`)
  await page.getByRole('button', { name: 'Allow the host' }).click()
  await expect(page.getByText(`port ${site.port}`)).toBeVisible()

  await page.goto(desk.at('/articles/new'))
  await expect(address(page)).toHaveValue(`${site.url}/bridge`)
  await fetchIt(page).click()
  await expect(page.getByText('that there is no such page (404)')).toBeVisible(WHEN_BUSY)
  status = 200
  // What is typed meanwhile is not written over.
  await page.getByLabel('Text of the article').fill('What I typed.')
  await fetchIt(page).click()
  await expect(page.getByText('There is text in the box already')).toBeVisible(WHEN_BUSY)
  await expect(page.getByLabel('Text of the article')).toHaveValue('What I typed.')
  await page.getByLabel('Text of the article').fill('')
  await page.getByRole('button', { name: 'Preview the page' }).click()

  await expect(page.getByLabel('Headline', { exact: true })).toHaveValue(
    PAGE_WORDS.headline,
    WHEN_BUSY,
  )
  expect((await blocksOf(page)).slice(0, 4)).toEqual([
    `Headline: ${PAGE_WORDS.headline}`,
    `Dek: ${PAGE_WORDS.dek}`,
    `Caption: ${PAGE_WORDS.caption}`,
    `Paragraph: ${PAGE_WORDS.first}`,
  ])
  await expect(account(page)).toContainText('The page says: Ada Pine')
  await expect(account(page)).toContainText(`${site.url}/bridge`)
  await account(page).getByText('Parts of the page, not of the article').click()
  await expect(account(page).getByText('Sign up for our newsletter today.').last()).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'page-account')
  await account(page).getByLabel('What becomes of “Local news”').selectOption('Put in')
  await expect(page.locator('p.paragraph', { hasText: 'Local news' })).toBeVisible(WHEN_BUSY)
  await account(page).getByLabel('What becomes of: Parts of the page').selectOption('out')
  await expect(page.locator('p.paragraph', { hasText: 'Local news' })).toBeHidden(WHEN_BUSY)
  await page.reload()
  await page.getByRole('button', { name: 'Bring in the article' }).click()
  await expect(textOf(page)).toContainText('four million crowns')
  await expect(textOf(page)).not.toContainText('newsletter')

  now = aPage({ modified: '2026-12-01T10:00:00Z' }).replace('four million', 'five million')
  await page.goto(desk.at('/articles/new'))
  await address(page).fill(`${site.url}/bridge?utm_source=mail`)
  await fetchIt(page).click()
  await expect(notice(page)).toContainText('This version is newer.', WHEN_BUSY)
  await assertAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await assertFits(page)
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.getByRole('button', { name: 'Bring it as revision 2 of that article' }).click()
  await page.getByRole('button', { name: 'Save as revision 2' }).click()
  await expect(textOf(page)).toContainText('five million crowns')

  // From the article itself, as a file that somebody saved.
  await page.getByRole('link', { name: 'New revision' }).click()
  await page.getByRole('button', { name: 'Paste or open a text' }).click()
  const buffer = Buffer.from(aPage({ canonical: `${site.url}/bridge` }))
  await page
    .getByLabel('Open a file')
    .setInputFiles({ name: 'bridge.html', mimeType: 'text/html', buffer })
  await expect(notice(page)).toContainText('This version is older.', WHEN_BUSY)
  await assertAccessible(page)
  site.stop()
})

test('an address that is none is refused, and nothing is stored', async ({ desk }) => {
  const { actor, page } = await desk.arrive('writer', 'Lena')
  const before = await everythingOf(actor)
  await page.goto(desk.at('/articles/new'))
  for (const [typed, message] of [
    ['', 'Give the address of the page.'],
    ['the bridge', 'This is not a web address'],
    ['javascript:alert(1)', 'This is not a web address'],
  ] as const) {
    await address(page).fill(typed)
    await fetchIt(page).click()
    await expect(page.getByText(message).first()).toBeVisible()
    await expect(address(page)).toHaveValue(typed)
  }
  await assertAccessible(page)
  await page.reload()
  await expect(address(page)).toHaveValue('javascript:alert(1)')
  expect(await everythingOf(actor)).toEqual(before)
})
