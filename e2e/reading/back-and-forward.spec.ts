import type { Page } from '@playwright/test'
import { editArticle } from '@/lib/commands/articles/articles'
import { expect, test } from '../support/fixtures'
import { claimOf, giveVerdict, goToArticle, rowOf } from '../support/workspace'

test('Back leads to the open claim, however soon after a status was set', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await desk.newsroom.claim(article, 'four million crowns')
  const anew = await slowPages(page)
  await goToArticle(page, desk.at(article))

  await page.keyboard.press('j')
  await expect(claimOf(page, 'C-001')).toBeVisible()
  await page.keyboard.press('j')
  await expect(claimOf(page, 'C-002')).toBeVisible()
  await inPalette(page, 'waiting source')
  await expect(rowOf(page, /^C-002 Waiting \(source\)/)).toBeVisible()
  await expect(claimOf(page, 'C-001')).toBeVisible()
  await inPalette(page, 'history of')
  await expect(page.getByRole('heading', { name: 'History', level: 1 })).toBeVisible()

  await page.goBack()
  await expect(claimOf(page, 'C-001')).toBeVisible()
  // What was done is there at once, and the page was never made anew for it.
  await expect(rowOf(page, /^C-002 Waiting \(source\)/)).toBeVisible()
  expect(anew()).toEqual([])
  await page.goBack()
  await expect(page).toHaveURL(desk.at(article))
  await expect(claimOf(page, 'C-001')).toBeHidden()
  await page.goForward()
  await expect(claimOf(page, 'C-001')).toBeVisible()
})

test('Back leads to a list that knows what was done meanwhile', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await page.goto(`${desk.at(article)}/sign-off`)
  const unchecked = page.getByRole('link', { name: 'C-001' })
  await unchecked.click()
  await expect(claimOf(page, 'C-001')).toBeVisible()
  await giveVerdict(claimOf(page, 'C-001'), null, 'Not checkable', { Why: 'A forecast.' })
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Sign-off', level: 1 })).toBeVisible()
  await expect(unchecked).toBeHidden()
})

test('Back leads to the open claim after a colleague changed the headline', async ({ desk }) => {
  const ines = await desk.newsroom.member('editor', 'Ines')
  const { page } = await desk.arrive('editor', 'Ada')
  const article = await desk.newsroom.article({ by: ines, headline: 'The bridge' })
  await desk.newsroom.claim(article, 'opened in 1932')
  await desk.newsroom.claim(article, 'four million crowns')
  await slowPages(page)
  await goToArticle(page, desk.at(article))
  await page.keyboard.press('j')
  await expect(claimOf(page, 'C-001')).toBeVisible()
  await page.keyboard.press('j')
  await expect(claimOf(page, 'C-002')).toBeVisible()

  await editArticle(ines, { articleId: article.articleId, version: 1, headline: 'The old bridge' })
  await expect(page.getByRole('heading', { name: 'The old bridge', level: 1 })).toBeVisible()
  await inPalette(page, 'history of')
  await expect(page.getByRole('heading', { name: 'History', level: 1 })).toBeVisible()
  await page.goBack()
  await expect(claimOf(page, 'C-002')).toBeVisible()
  await expect(page).toHaveTitle('The old bridge · Stet')
  await page.goBack()
  await expect(page).toHaveURL(desk.at(article))
})

/** Lets the server take its time over an article’s page, where that is asked for anew; tells how often it was. */
async function slowPages(page: Page) {
  const asked: string[] = []
  await page.route(/\/articles\/[^/]+\?.*_rsc=/, async (route) => {
    if (!route.request().headers()['next-router-prefetch']) {
      asked.push(route.request().url())
      await new Promise((resolve) => setTimeout(resolve, 1_000))
    }
    await route.continue()
  })
  return () => asked
}

async function inPalette(page: Page, words: string) {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}
