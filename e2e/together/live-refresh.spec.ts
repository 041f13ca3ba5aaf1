import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { chooseByKeys, claimOf, goToArticle, newClaim, rowOf, toast } from '../support/workspace'

test('a claim that was made is shown also where the desk answers late', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await goToArticle(page, desk.at(article))
  let late = 0
  await page.route(DESK, async (route) => {
    late++
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    await route.continue()
  })
  await makeClaim(page, 'opened in 1932')
  await expect(claimOf(page, 'C-001')).toBeVisible()
  await expect(rowOf(page, /^C-001 Unchecked/)).toBeVisible()
  await expect(newClaim(page)).toBeHidden()
  expect(late).toBeGreaterThan(0)
})

test('a claim that was made is shown also where the desk does not answer at first', async ({
  desk,
}) => {
  desk.mayHear(/Failed to load resource/)
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await goToArticle(page, desk.at(article))
  let failed = 0
  await page.route(DESK, (route) => (++failed <= 2 ? route.abort() : route.continue()))
  await makeClaim(page, 'opened in 1932')
  // Stored is stored, and said so, whatever else fails.
  await expect(toast(page)).toHaveText('Claim made')
  await expect(newClaim(page)).toBeHidden()
  await expect(rowOf(page, /^C-001 Unchecked/)).toBeVisible()
  await expect(claimOf(page, 'C-001')).toBeVisible()
  expect(failed).toBeGreaterThan(2)
})

const DESK = /\/desk\?/

async function makeClaim(page: Page, words: string) {
  await page.keyboard.press('t')
  await chooseByKeys(page, words)
  await page.keyboard.press('c')
  await newClaim(page).getByRole('button', { name: 'Make claim' }).click()
}
