import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'

test('what the newsroom holds is found by its words from every page, and opens in its place', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor, headline: 'Welded bridges' })
  const claim = await desk.newsroom.claim(article, 'cost four million crowns', { type: 'money' })
  await desk.newsroom.evidence(claim, {
    title: 'The bridge ledger',
    excerpt: 'The crowns for the bridge, in full',
  })
  await page.goto(desk.at('/sources'))
  await expect(page.getByRole('button', { name: /Go to/ })).toBeVisible()

  await expect(async () => {
    await page.keyboard.press('/')
    await expect(page).toHaveURL(/\/search$/, { timeout: 3_000 })
  }).toPass()
  const field = page.getByRole('searchbox', { name: 'Look for' })
  await expect(field).toBeFocused()
  await assertAccessible(page)
  await shot(page, 'search-empty')
  await page.keyboard.type('crown')
  await page.keyboard.press('Enter')

  const found = page.getByRole('listitem').filter({ has: page.locator('mark') })
  await expect(page.getByRole('status').filter({ hasText: 'found' })).toHaveText('3 found')
  await expect(found.filter({ hasText: 'Claim · Money' })).toContainText('C-001')
  await expect(page.locator('mark').first()).toHaveText('crowns')
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'search')

  await page.getByRole('link', { name: 'Evidence 1' }).click()
  await expect(page).toHaveURL(/q=crown&kind=evidence$/)
  await expect(found).toHaveCount(1)
  await page.goBack()
  await page.getByRole('link', { name: 'Articles 1' }).click()
  await page.getByRole('link', { name: 'Welded bridges' }).click()
  await expect(page).toHaveURL(/words=\d+-\d+/)
  await expect.poll(() => page.evaluate(() => String(document.getSelection()))).toBe('crowns')
})

test('a search is narrowed, kept in the address, and says why nothing is found', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932', { type: 'date_or_time' })
  await desk.newsroom.claim(article, 'cost four million crowns', { type: 'money' })
  await page.goto(desk.at('/search?q=%22in+1932%22+bridge'))
  await expect(page.getByRole('status').filter({ hasText: 'found' })).toHaveText('1 found')

  await page.getByRole('searchbox', { name: 'Look for' }).fill('1932')
  await page.getByText('Narrow the search').click()
  await page.getByLabel('Claims of the type').selectOption('Money')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(
    page.getByRole('heading', { name: 'Nothing holds all of these words' }),
  ).toBeVisible()
  await expect(page.getByLabel('Claims of the type')).toHaveValue('money')
  await page.getByRole('link', { name: 'Search without narrowing' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'found' })).toHaveText('2 found')

  await page.goto(desk.at('/search?q=%F0%9F%99%82&from=2026-02-30'))
  await expect(page.getByRole('heading', { name: 'There is no word in that' })).toBeVisible()
  await expect(page.locator('main').getByRole('alert')).toHaveText(
    '“2026-02-30” is no day, so the search begins with the oldest.',
  )
})

test('the palette leads from an article to a search in everything', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor, headline: 'Welded bridges' })
  await page.goto(desk.at(article))
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeVisible({ timeout: 3_000 })
  }).toPass()
  await page.keyboard.type('welded')
  await page.getByRole('option', { name: 'Search everything for “welded”' }).click()
  await expect(page).toHaveURL(/\/search\?q=welded$/)
  await expect(page.getByRole('link', { name: 'Welded bridges' })).toBeVisible()
})
