import type { Page } from '@playwright/test'
import { db } from '@/lib/db/client'
import { expect, test } from '../support/fixtures'
import { markMany } from '../support/many-claims'
import {
  chosenWords,
  claimOf,
  doubleClickOn,
  dragOver,
  goToArticle,
  newClaim,
  panelOf,
  rowOf,
  textOf,
} from '../support/workspace'

const SENTENCE =
  'In the spring of that year the harbour office wrote that the ferry carried 1,014 tonnes across the strait. '

/** The words that are stored of a claim, which are those of the text at its place. */
async function storedWords(articleId: string, number: number): Promise<string> {
  const { exact, start, end, revision } = await db().anchor.findFirstOrThrow({
    where: { claim: { number, articleId } },
    select: { exact: true, start: true, end: true, revision: { select: { text: true } } },
  })
  expect(revision.text.slice(start, end)).toBe(exact)
  return exact
}

/** Waits until a claim's number stands where it stood a moment before. */
async function untilStill(page: Page, number: string): Promise<void> {
  const place = () => textOf(page).getByRole('link', { name: number }).boundingBox()
  await expect(async () => {
    const before = await place()
    await page.waitForTimeout(200)
    expect(await place()).toEqual(before)
  }).toPass()
}

async function makeClaimOf(page: Page, words: string): Promise<void> {
  await dragOver(page, words)
  expect(await chosenWords(page)).toBe(words)
  await page.keyboard.press('c')
  await newClaim(page).getByRole('button', { name: 'Make claim' }).click()
}

test('a text of 60,000 words is opened, marked near its end, covered, proposed from and reported', async ({
  desk,
}) => {
  test.slow()
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const paragraph = SENTENCE.repeat(10).trim()
  const blocks = Array.from({ length: 315 }, (_, index) => ({
    kind: 'paragraph' as const,
    text: index === 313 ? 'The lighthouse keeper earned 412 crowns.' : paragraph,
  }))
  const article = await desk.newsroom.article({ by: actor, blocks, headline: 'A book' })
  await goToArticle(page, desk.at(article))

  await makeClaimOf(page, 'earned 412 crowns')
  await expect(claimOf(page, 'C-001')).toBeVisible()
  expect(await storedWords(article.articleId, 1)).toBe('earned 412 crowns')
  await expect(textOf(page).getByRole('link', { name: 'C-001' })).toBeInViewport()

  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await expect(page.getByText('2 gaps left').or(page.getByText(/\d+ gaps left/))).toBeVisible()
  await page.keyboard.press('n')
  await expect.poll(() => chosenWords(page)).toContain('In the spring')
  await page.keyboard.press('p')
  await expect(page.getByText(/^\d+ proposals?/)).toBeVisible()

  await page.goto(desk.at(`/articles/${article.slug}/report`))
  await expect(page.getByText('earned 412 crowns').first()).toBeVisible()
})

test('a paragraph of 100,000 characters without a space can be read and marked', async ({
  desk,
}) => {
  test.slow()
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const text = `${'abcdefghij'.repeat(10_000)}\n\nThe bridge opened in 1932.`
  const article = await desk.newsroom.article({ by: actor, text })
  await desk.newsroom.claim({ ...article, text: article.text }, 'opened in 1932')
  await goToArticle(page, desk.at(article))

  await page.keyboard.press('j')
  await expect(textOf(page).getByRole('link', { name: 'C-001' })).toBeInViewport()
  await untilStill(page, 'C-001')
  await makeClaimOf(page, 'The bridge opened')
  await expect(claimOf(page, 'C-002')).toBeVisible()
  expect(await storedWords(article.articleId, 2)).toBe('The bridge opened')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1_280)
})

test('five hundred claims on one sentence are listed, marked and walked through', async ({
  desk,
}) => {
  test.slow()
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const sentence = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ')
  const article = await desk.newsroom.article({ by: actor, text: `${sentence}.` })
  const places = Array.from({ length: 500 }, (_, index) => ({
    start: sentence.indexOf(`word${index % 50}`),
    end: sentence.indexOf(`word${(index % 50) + 1 + Math.floor(index / 50)}`),
  }))
  await markMany(article, places)
  await goToArticle(page, desk.at(article))

  await expect(panelOf(page).getByRole('heading', { name: 'Claims 500' })).toBeVisible()
  await expect(textOf(page)).toContainText(`${sentence}.`)
  await page.keyboard.press('j')
  await expect(panelOf(page).getByRole('article')).toBeVisible()
  const first = await panelOf(page).getByRole('article').getAttribute('aria-label')
  for (let step = 0; step < 20; step++) await page.keyboard.press('j')
  for (let step = 0; step < 20; step++) await page.keyboard.press('k')
  await expect(panelOf(page).getByRole('article')).toHaveAccessibleName(first ?? '')

  // What does not fit into the margin is counted there, inside of the window.
  const numbers = textOf(page).locator('.margin-number:visible')
  await expect(textOf(page).locator('[data-more]').first()).toBeVisible()
  expect(await numbers.count()).toBeLessThan(40)
  for (const box of await Promise.all((await numbers.all()).map((one) => one.boundingBox()))) {
    expect(box?.x).toBeGreaterThanOrEqual(0)
  }
})

test('marks upon marks, families, flags and controls keep their places', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const zalgo = 'Z\u0351\u036b\u0343a\u0338\u0321l\u0334\u0322go'
  const parts = [
    `The ${zalgo} ferry carried 👨‍👩‍👧‍👦 and 🇹🇷🇩🇪 over the strait in 1932.`,
    'It said \u202egnidaelsim\u202c words, e\u0301te\u0301 and \u2066more\u2069 of them.',
  ]
  const article = await desk.newsroom.article({ by: actor, text: parts.join('\n\n') })
  await goToArticle(page, desk.at(article))

  const wanted = ['👨‍👩‍👧‍👦 and 🇹🇷🇩🇪 over', 'e\u0301te\u0301 and', `${zalgo} ferry`]
  for (const [index, words] of wanted.entries()) {
    await makeClaimOf(page, words)
    await expect(rowOf(page, words)).toBeVisible()
    expect(await storedWords(article.articleId, index + 1)).toBe(words)
    await page.keyboard.press('Escape')
  }
  await doubleClickOn(page, 'strait')
  expect(await chosenWords(page)).toBe('strait')
  expect(await textOf(page).textContent()).toContain(parts.join(''))
})
