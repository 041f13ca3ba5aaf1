import type { Page } from '@playwright/test'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { chosenWords, goToArticle, newClaim, toast } from '../support/workspace'

const TEXT =
  'The old bridge opened in 1932.\n\nIt is a lovely sight. It cost 4 million crowns, and the mayor paid.'

test('every word is accounted for by keyboard alone, and each step can be taken back', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor, text: TEXT })
  await desk.newsroom.claim(article, 'The old bridge opened in 1932')
  await desk.newsroom.claim(article, 'It cost 4 million crowns')
  await desk.newsroom.claim(article, 'mayor paid')
  await goToArticle(page, desk.at(article))

  await page.keyboard.press('g')
  const coverage = page.getByRole('region', { name: 'Coverage' })
  await expect(coverage).toContainText('65 % of words, 2 gaps left')
  await expect(page).toHaveURL(/view=coverage$/)
  await assertAccessible(page)

  await page.keyboard.press('n')
  expect(await chosenWords(page)).toBe('It is a lovely sight')
  await page.keyboard.press('o')
  await expect(toast(page)).toHaveText('Marked as opinion')
  await expect(coverage).toContainText('90 % of words, 1 gap left')
  await expect.poll(() => chosenWords(page)).toBe('and the')

  await page.keyboard.press('Control+z')
  await expect(coverage).toContainText('65 % of words, 2 gaps left')
  await page.keyboard.press('Shift+N')
  await expect.poll(() => chosenWords(page)).toBe('It is a lovely sight')
  await page.keyboard.press('w')
  const waiver = page.getByRole('form', { name: 'Waive words' })
  await waiver.getByLabel('Why do these words need no check?').fill('The writer’s taste.')
  await assertAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(waiver).toBeHidden()

  await coverage.getByRole('button', { name: 'Sweep 1 gap of connecting words' }).click()
  await expect(coverage).toContainText('100 % of words, 0 gaps left')
  await expect(toast(page)).toHaveText('Marked as nothing to check')
  await page.keyboard.press('n')
  await expect(toast(page)).toHaveText('Every word is accounted for')

  await page.goto(`${desk.at(article)}/report`)
  await expect(page.getByText('20 of 20 words, 100 %')).toBeVisible()
  await expect(
    page.getByText('Ines let “It is a lovely sight” stand unchecked: The writer’s taste.'),
  ).toBeVisible()
})

test('whoever goes on before the answer came keeps the focus', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor, text: TEXT })
  await desk.newsroom.claim(article, 'The old bridge opened in 1932')
  await desk.newsroom.claim(article, 'It cost 4 million crowns')
  await goToArticle(page, `${desk.at(article)}?view=coverage`)
  const coverage = page.getByRole('region', { name: 'Coverage' })
  await expect(coverage).toContainText('2 gaps left')
  const { answer, isAsked } = await holdForms(page)

  await page.keyboard.press('n')
  await expect.poll(() => chosenWords(page)).toBe('It is a lovely sight')
  await page.keyboard.press('o')
  await isAsked
  await expect.poll(() => chosenWords(page)).toBe('and the mayor paid')
  await page.keyboard.press('c')
  const type = newClaim(page).getByLabel('Type')
  await expect(type).toBeFocused()

  answer()
  await expect(toast(page)).toHaveText('Marked as opinion')
  await expect(coverage).toContainText('1 gap left')
  await expect(type).toBeFocused()
})

test('what rules propose becomes a claim by a person’s key, or is dismissed for good', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor, text: TEXT })
  await goToArticle(page, desk.at(article))

  await page.keyboard.press('p')
  const proposals = page.getByRole('region', { name: 'Proposals' })
  await expect(proposals.getByText(/^\d+ proposals?, /)).toBeVisible()
  await expect(proposals.getByText(/^0 proposals/)).toBeHidden()
  await assertAccessible(page)
  const before = Number((await proposals.textContent())?.match(/^(\d+)/)?.[1])

  await page.keyboard.press('.')
  const dismissed = await chosenWords(page)
  expect(dismissed).not.toBe('')
  await page.keyboard.press('d')
  await expect(toast(page)).toHaveText('Proposal dismissed')
  await expect(proposals).toContainText(`${before - 1} proposal`)
  await page.reload()
  await expect(proposals).toContainText(`${before - 1} proposal`)

  await page.keyboard.press('.')
  await expect.poll(() => chosenWords(page)).not.toBe('')
  const chosen = await chosenWords(page)
  expect(chosen).not.toBe(dismissed)
  await page.keyboard.press('c')
  await newClaim(page).getByRole('button', { name: 'Make claim' }).click()
  await expect(page.getByRole('heading', { name: `“${chosen}”` })).toBeFocused()
  await expect(page.getByText('Claim made', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Claim taken back', { exact: true })).toBeVisible()
  await expect(page.getByText('This claim is cut')).toBeVisible()
})

test('a reader who marks nothing is shown the coverage and offered no marks', async ({ desk }) => {
  const { actor } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor, text: TEXT })
  const { page } = await desk.arrive('auditor', 'Bo')
  await page.goto(`${desk.at(article)}?view=coverage`)

  const coverage = page.getByRole('region', { name: 'Coverage' })
  await expect(coverage).toContainText('0 % of words, 2 gaps left')
  await coverage.getByRole('button', { name: 'Next gap' }).click()
  await expect(page.getByRole('button', { name: 'Opinion' })).toBeHidden()
  await page.keyboard.press('o')
  await expect(coverage).toContainText('2 gaps left')
})

/** Holds back what is sent from this page until `answer` is called. */
async function holdForms(page: Page) {
  let answer = () => {}
  let ask = () => {}
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })
  const isAsked = new Promise<void>((resolve) => {
    ask = resolve
  })
  await page.route('**/*', async (route) => {
    if (route.request().method() === 'POST') {
      ask()
      await answered
    }
    await route.continue()
  })
  return { answer, isAsked }
}
