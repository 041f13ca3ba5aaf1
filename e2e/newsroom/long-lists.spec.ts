import { db } from '@/lib/db/client'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'
import { claimOf } from '../support/workspace'

test('many sources are listed page by page, and one is found by typing', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  const { newsroomId, userId: addedById } = actor
  const numbers = Array.from({ length: 45 }, (_, index) => String(index + 1).padStart(2, '0'))
  await db().source.createMany({
    data: numbers.map((number) => ({
      ...{ newsroomId, addedById, kind: 'dataset' as const, title: `Lédger ${number}` },
    })),
  })
  const row = (number: string) => page.getByRole('row', { name: `Lédger ${number}` })

  await page.goto(desk.at('/sources'))
  await expect(page.getByRole('status').filter({ hasText: '45 sources' })).toBeVisible()
  await expect(row('30')).toBeVisible()
  await expect(row('31')).toBeHidden()
  await page.getByRole('link', { name: 'More' }).click()
  await expect(row('31')).toBeVisible()
  await expect(page.getByRole('link', { name: 'More' })).toBeHidden()
  await page.reload()
  await expect(row('45')).toBeVisible()
  await page.goBack()
  await expect(row('01')).toBeVisible()

  await page.getByLabel('Filter by title, publisher or kind').fill('44 LEDGER data')
  await expect(page.getByRole('status').filter({ hasText: '1 of 45 sources' })).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(2)

  await page.goto(`${desk.at(article)}?claim=1`)
  const claim = claimOf(page, 'C-001')
  await claim.getByRole('button', { name: 'Attach source' }).click()
  const form = claim.getByRole('form', { name: 'Attach a source' })
  await expect(form.getByLabel('Find a source')).toBeFocused()
  await form.getByLabel('Find a source').fill('ledger 07')
  await expect(form.getByRole('status').filter({ hasText: '1 found' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(form.getByRole('combobox', { name: 'Source' })).toBeFocused()
  await expect(form.getByRole('option', { selected: true }).first()).toHaveText(/^Lédger 07/)
  await page.reload()
  await claim.getByRole('button', { name: 'Attach source' }).click()
  await expect(form.getByRole('combobox', { name: 'Source' })).toHaveValue(/.+/)
  await form.getByRole('radio', { name: 'Supports' }).check()
  await form.getByRole('radio', { name: 'Primary' }).check()
  await form.getByLabel('Where in it').fill('row 7')
  await form.getByRole('button', { name: 'Attach source' }).click()
  await claim.getByRole('link', { name: 'Lédger 07' }).click()

  await expect(page.getByRole('heading', { name: 'Lédger 07' })).toBeVisible()
  await expect(
    page.getByRole('row', { name: /C-001.*opened in 1932.*Supports.*row 7/ }),
  ).toBeVisible()
  await page.getByRole('link', { name: '← Sources' }).click()
  await expect(row('07').getByRole('cell', { name: '1', exact: true })).toBeVisible()
})

test('many articles are listed page by page, what is out last, and one is found by its headline', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const { newsroomId, userId } = actor
  const numbers = Array.from({ length: 36 }, (_, index) => String(index + 1).padStart(2, '0'))
  await db().article.createMany({
    data: numbers.map((number, index) => ({
      ...{ newsroomId, slug: `harbour-${number}`, headline: `Harbour ${number}`, language: 'en' },
      createdById: userId,
      editorId: index < 2 ? userId : null,
      state: index < 34 ? 'in_check' : 'withdrawn',
      deadline: new Date(Date.UTC(2026, 11, 1, index)),
    })),
  })
  await page.goto(desk.at('/articles'))
  const mine = page.getByRole('rowgroup', { name: 'Mine' })
  await expect(mine.getByRole('link')).toHaveText(['Harbour 01', 'Harbour 02'])
  await expect(page.getByRole('link', { name: /^Harbour/ })).toHaveCount(30)
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect(page.getByRole('link', { name: 'Harbour 20' })).toBeInViewport({ ratio: 1 })
  await shot(page, 'articles')
  await page.getByRole('link', { name: 'More' }).click()
  await expect(page.getByRole('link', { name: /^Harbour/ })).toHaveCount(6)
  const out = page.getByRole('rowgroup', { name: 'Published and withdrawn', exact: true }).last()
  await expect(out.getByRole('link')).toHaveCount(2)
  await assertAccessible(page)

  await page.getByLabel('Filter by headline').fill('35')
  await expect(page.getByRole('link', { name: /^Harbour/ })).toHaveText(['Harbour 35'])
  await expect(page).toHaveURL(/\?q=35$/)
  await page.getByLabel('Filter by headline').fill('tunnel')
  await expect(page.getByRole('heading', { name: 'No article like “tunnel”' })).toBeVisible()
})
