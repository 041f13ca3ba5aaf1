import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { claimOf, giveVerdict, goToArticle, openVerdictForm, rowOf } from '../support/workspace'

type Desk = Parameters<Parameters<typeof test>[2]>[0]['desk']

const WHY = { Why: 'A matter of taste.' }

test('the next claim opens as soon as one has its verdict, to the last one', async ({ desk }) => {
  const { page } = await aDesk(desk)
  await giveVerdict(claimOf(page, 'C-002'), null, 'Not checkable', WHY)
  await isSaid(page, 'C-002 Not checkable. Next: C-003')
  await expect(page.getByRole('heading', { name: '“welded throughout”' })).toBeFocused()
  await expect(page).toHaveURL(/claim=3$/)
  await expect(rowOf(page, /^C-003/)).toHaveAttribute('aria-current', 'true')

  // From the end it goes on with what was passed over.
  await giveVerdict(claimOf(page, 'C-003'), null, 'Not checkable', WHY)
  await isSaid(page, 'C-003 Not checkable. Next: C-001')
  await giveVerdict(claimOf(page, 'C-001'), null, 'Not checkable', WHY)
  await isSaid(page, 'C-001 Not checkable. That was the last one.')
  await expect(claimOf(page, 'C-001')).toBeVisible()
})

test('only what the list shows comes next', async ({ desk }) => {
  const { page } = await aDesk(desk, '?claim=1&status=unchecked&q=welded')
  await giveVerdict(claimOf(page, 'C-001'), null, 'Not checkable', WHY)
  await isSaid(page, 'C-001 Not checkable. Next: C-003')
})

test('who wants to stay switches it off, and stays off in this browser', async ({ desk }) => {
  const { page } = await aDesk(desk)
  const form = await openVerdictForm(claimOf(page, 'C-002'))
  const opensNext = form.getByRole('checkbox', { name: 'Open the next claim afterwards' })
  await expect(opensNext).toBeChecked()
  await opensNext.uncheck()
  await page.reload()
  await giveVerdict(claimOf(page, 'C-002'), null, 'Not checkable', WHY)
  await isSaid(page, 'C-002 Not checkable')
  await expect(claimOf(page, 'C-002').getByText('A matter of taste.')).toBeVisible()
  await openVerdictForm(claimOf(page, 'C-002'))
  await expect(opensNext).not.toBeChecked()
})

test('nobody is moved away from something half typed', async ({ desk }) => {
  const { page } = await aDesk(desk)
  const claim = claimOf(page, 'C-002')
  await claim.getByRole('button', { name: 'Attach source' }).click()
  const evidence = claim.getByRole('form', { name: 'Attach a source' })
  await evidence.getByLabel('Where in it').fill('page 4')
  await giveVerdict(claim, null, 'Not checkable', WHY)

  await isSaid(page, 'C-002 Not checkable. It stays open: something here is not sent yet.')
  await expect(evidence.getByLabel('Where in it')).toHaveValue('page 4')
  await evidence.getByLabel('Where in it').fill('')
  await claim.getByRole('button', { name: 'Waiting (source)' }).click()
  await isSaid(page, 'C-002 Waiting (source). Next: C-003')
})

test('waiting for somebody opens the next claim, and can be taken back', async ({ desk }) => {
  const { page } = await aDesk(desk)
  await claimOf(page, 'C-002').getByRole('button', { name: 'In progress' }).click()
  await isSaid(page, 'C-002 In progress')
  await claimOf(page, 'C-002').getByRole('button', { name: 'Waiting (writer)' }).click()
  await isSaid(page, 'C-002 Waiting (writer). Next: C-003')
  await expect(claimOf(page, 'C-003')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await isSaid(page, 'C-002 is back to In progress')
  await expect(rowOf(page, /^C-002 In progress/)).toBeVisible()
})

test('a claim of somebody’s words stays open until both questions are answered', async ({
  desk,
}) => {
  const { page } = await aDesk(desk, '?claim=4')
  const claim = claimOf(page, 'C-004')
  await giveVerdict(claim, 'said', 'Not checkable', WHY)
  await isSaid(page, 'Verdict given')
  await expect(claim).toBeVisible()
  await giveVerdict(claim, 'so', 'Not checkable', WHY)
  await isSaid(page, 'C-004 Not checkable. Next: C-001')
})

/** Said for a moment, beside what else the page tells of itself. */
const isSaid = (page: Page, words: string) =>
  expect(page.getByRole('status').filter({ hasText: words })).toHaveText(words)

async function aDesk(desk: Desk, query = '?claim=2') {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  for (const words of ['opened in 1932', 'four million crowns', 'welded throughout']) {
    await desk.newsroom.claim(article, words)
  }
  if (query === '?claim=4') await desk.newsroom.claim(article, 'in May', { claimant: 'The mayor' })
  await goToArticle(page, `${desk.at(article)}${query}`)
  return { page }
}
