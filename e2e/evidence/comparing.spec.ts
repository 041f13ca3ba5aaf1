import { db } from '@/lib/db/client'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'
import { claimOf, goToArticle } from '../support/workspace'

const TEXT = `The old bridge carries 400 km of cable and opened in 1932.

“We will close it, full payment was received and nobody was cheated,” the mayor said on Friday.`

const SAID = 'We will close it, full payment was received and nobody was cheated'

const CAPTIONS = [
  '1\n00:12:03,000 --> 00:12:05,000\nWe will, uh, not close it,',
  '2\n00:12:05,000 --> 00:12:09,000\nfull payment was received',
  '3\n00:12:09,000 --> 00:12:12,000\nand nobody was cheated.',
].join('\n\n')

test('a quotation is laid over a transcript by keyboard, and what it is stands with its evidence', async ({
  desk,
}) => {
  test.slow()
  const { page, actor } = await desk.arrive('checker', 'Tom')
  const article = await desk.newsroom.article({ by: actor, text: TEXT })
  const claim = await desk.newsroom.claim(article, SAID, { type: 'quote', claimant: 'The mayor' })
  const { evidenceId } = await desk.newsroom.evidence(claim, { kind: 'interview_recording' })
  await goToArticle(page, `${desk.at(article)}?claim=1`)
  const open = claimOf(page, 'C-001')
  await open.getByRole('button', { name: /^Compare words/ }).click()

  const bench = open.getByRole('form', { name: 'Compare words' })
  await expect(bench.getByLabel('Words of the source')).toBeFocused()
  await page.keyboard.insertText(CAPTIONS)
  await expect(bench.getByText('A negation differs')).toBeVisible()
  await expect(bench.getByText('Found at 00:12:03–00:12:12')).toBeVisible()
  await bench.getByRole('button', { name: 'Make it the place of the evidence' }).click()
  await expect
    .poll(
      async () => (await db().evidence.findUniqueOrThrow({ where: { id: evidenceId } })).locator,
    )
    .toBe('00:12:03–00:12:12')
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'words-bench')

  await page.reload()
  await open.getByRole('button', { name: /^Compare words/ }).click()
  await expect(bench.getByLabel('Words of the source')).toHaveValue(CAPTIONS)
  await bench.getByRole('radio', { name: /^Word for word/ }).focus()
  await page.keyboard.press('5')
  const unmarked = bench.getByRole('radio', { name: /^Words left out without a mark/ })
  await expect(unmarked).toBeChecked()
  await page.keyboard.press('Control+Enter')
  await expect(bench).toBeHidden()
  const kept = open.getByRole('list', { name: 'Comparisons' })
  await expect(kept).toContainText('Words: Words left out without a mark Tom')
  await expect(open.getByRole('button', { name: /^Compare words/ })).toBeFocused()
  await kept.getByText('What was compared').click()
  await expect(kept.getByText('Left out without a mark: “uh, not”')).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'words-kept')

  await page.goto(`${desk.at(article)}/report`)
  await expect(page.getByText('Words compared: Words left out without a mark')).toBeVisible()
})

test('a figure in miles is held against kilometres, and a calculation is a source', async ({
  desk,
}) => {
  test.slow()
  const { page, actor } = await desk.arrive('checker', 'Tom')
  const article = await desk.newsroom.article({
    by: actor,
    blocks: [
      { kind: 'headline', text: 'The bridge carries 300 km of cable' },
      { kind: 'paragraph', text: TEXT },
    ],
  })
  const claim = await desk.newsroom.claim(article, '400 km of cable', { type: 'measurement' })
  await desk.newsroom.evidence(claim, { excerpt: 'The bridge has 250 mi of cable.' })
  await goToArticle(page, `${desk.at(article)}?claim=1`)
  const open = claimOf(page, 'C-001')
  await open.getByRole('button', { name: /^Compare figures/ }).click()
  const bench = open.getByRole('form', { name: 'Compare figures' })
  const row = bench.getByRole('row', { name: /^400 km/ })
  await expect(row).toContainText('250 mi = 402 km; printed 400 km, 0.6 % off')
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'figures-bench')
  await expect(bench.getByRole('radio', { name: /^Rounded/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(open.getByRole('list', { name: 'Comparisons' })).toContainText(
    'Figures: Rounded Tom',
  )

  await open.getByRole('button', { name: 'Add calculation' }).click()
  const form = open.getByRole('form', { name: 'Add a calculation' })
  await form.getByLabel('What is worked out').fill('Miles in kilometres')
  await form.getByLabel('Calculation').fill('cable = 250 mi in km\nweight = cable + 3 kg')
  await form.getByLabel('Supports').check()
  await form.getByLabel('Secondary').check()
  await form.getByRole('button', { name: 'Attach calculation' }).click()
  await expect(form.locator('.error')).toContainText('Line 2, column')
  await form.getByLabel('Calculation').fill('cable = 250 mi in km')
  await expect(form.getByText('402.336 km')).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'calculation')
  await form.getByRole('button', { name: 'Attach calculation' }).click()
  await expect(form).toBeHidden()
  await expect(open.getByRole('link', { name: 'Miles in kilometres' })).toBeVisible()
  await expect(open.getByText('cable = 250 mi in km → 402.336 km')).toBeVisible()
})
