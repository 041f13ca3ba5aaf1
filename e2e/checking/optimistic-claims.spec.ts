import type { Page, Route } from '@playwright/test'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { claimOf, goToArticle, panelOf, rowOf, toast } from '../support/workspace'

test('a status shows everywhere before the server has answered', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await desk.newsroom.claim(article, 'welded throughout')
  await goToArticle(page, `${desk.at(article)}?claim=1`)
  const answer = await heldBack(page)

  await inProgress(page).click()
  await expect(inProgress(page)).toHaveAttribute('aria-pressed', 'true')
  await expect(claimOf(page, 'C-001').getByText('In progress').first()).toBeVisible()
  await expect(rowOf(page, /^C-001 In progress/)).toBeVisible()
  await expect(page.locator('mark[data-status="in_progress"]')).toHaveText('opened in 1932')
  await expect(panelOf(page).getByLabel('Status', { exact: true })).toContainText('In progress (1)')
  await expect(page.getByText(/1 In progress/)).toBeAttached()

  // The next claim does not wait for the answer, either.
  await page.keyboard.press('j')
  await expect(claimOf(page, 'C-002')).toBeVisible()
  await answer('continue')
  await expect(page.getByText('C-001 In progress', { exact: true })).toBeVisible()
  await page.reload()
  await expect(rowOf(page, /^C-001 In progress/)).toBeVisible()
})

test('a status goes back, with the reason, when the server cannot be reached', async ({ desk }) => {
  desk.mayHear(/ERR_FAILED/)
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await goToArticle(page, `${desk.at(article)}?claim=1`)
  const answer = await heldBack(page)

  await inProgress(page).click()
  await expect(rowOf(page, /^C-001 In progress/)).toBeVisible()
  await answer('abort')
  await expect(rowOf(page, /^C-001 Unchecked/)).toBeVisible()
  await expect(page.locator('mark[data-status="unchecked"]')).toHaveText('opened in 1932')
  await expect(claimOf(page, 'C-001').getByRole('alert')).toContainText([
    '',
    'Not saved: Stet cannot be reached.',
  ])
  await assertAccessible(page)
})

test('a status that a colleague set first is shown, and sent again over theirs', async ({
  desk,
}) => {
  desk.mayHear(/\/live\?/)
  const ines = await desk.arrive('editor', 'Ines')
  const tom = await desk.arrive('checker', 'Tom')
  const article = await desk.newsroom.article({ by: ines.actor, checkers: [tom.actor] })
  await desk.newsroom.claim(article, 'opened in 1932')
  await tom.page.route(/\/live\?/, (route) => route.abort())
  await tom.page.goto(`${desk.at(article)}?claim=1`)
  await expect(claimOf(tom.page, 'C-001').getByText('No verdict yet.')).toBeVisible()
  await goToArticle(ines.page, `${desk.at(article)}?claim=1`)
  await inProgress(ines.page).click()
  await expect(toast(ines.page)).toHaveText('C-001 In progress')

  const waiting = claimOf(tom.page, 'C-001').getByRole('button', { name: 'Waiting (writer)' })
  await waiting.click()
  const why = 'Ines set this claim to In progress in the meantime. Send again to replace it.'
  await expect(claimOf(tom.page, 'C-001').getByText(why)).toBeVisible()
  await expect(waiting).toHaveAttribute('aria-pressed', 'false')
  await waiting.click()
  await expect(rowOf(ines.page, /^C-001 Waiting \(writer\)/)).toBeVisible()
})

test('a claim is assigned from the panel at once, and taken back', async ({ desk }) => {
  const ines = await desk.arrive('editor', 'Ines Okafor')
  const tom = await desk.arrive('checker', 'Tom Baker')
  const article = await desk.newsroom.article({ by: ines.actor, checkers: [tom.actor] })
  await desk.newsroom.claim(article, 'opened in 1932', { assigneeId: tom.actor.userId })
  const { page } = ines
  await goToArticle(page, `${desk.at(article)}?claim=1`)
  const assigned = claimOf(page, 'C-001').getByRole('combobox', { name: 'Assigned to' })
  await expect(assigned).toHaveValue(tom.actor.userId)
  await expect(assigned.getByRole('option')).toHaveText([
    'Assign to me',
    'Tom Baker',
    'nobody',
    'Wren',
  ])
  const answer = await heldBack(page)

  await assigned.selectOption('Assign to me')
  await expect(rowOf(page, /^C-001.*Ines/)).toBeVisible()
  await expect(assigned).toHaveValue(ines.actor.userId)
  await answer('continue')
  await expect(toast(page)).toHaveText('C-001 assigned to Ines Okafor')
  await expect(claimOf(page, 'C-001').getByText('History 2')).toBeVisible()

  await page.keyboard.press('Control+z')
  await expect(toast(page)).toHaveText('1 claim is as before')
  await expect(rowOf(page, /^C-001.*Tom/)).toBeVisible()
  await assigned.selectOption('nobody')
  await expect(toast(page)).toHaveText('C-001 assigned to nobody')
})

const inProgress = (page: Page) =>
  claimOf(page, 'C-001').getByRole('button', { name: 'In progress' })

/** Holds the next form back on its way to the server, until it is said what becomes of it. */
async function heldBack(page: Page) {
  let held: ((route: Route) => void) | undefined
  const arrived = new Promise<Route>((resolve) => {
    held = resolve
  })
  await page.route(/\/articles\//, (route) => {
    if (!held || !route.request().headers()['next-action']) return route.fallback()
    held(route)
    held = undefined
  })
  return async (what: 'continue' | 'abort') => {
    await (await arrived)[what]()
  }
}
