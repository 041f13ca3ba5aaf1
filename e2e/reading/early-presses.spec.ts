import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { claimOf, clickOn, textOf, verdictForm } from '../support/workspace'

test('what is pressed before the page listens is done when it does', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await desk.newsroom.claim(article, 'four million crowns')

  const listens = await slowScripts(page)
  await page.goto(`${desk.at(article)}?claim=1`, { waitUntil: 'commit' })
  const give = claimOf(page, 'C-001').getByRole('button', { name: 'Give verdict' })
  await give.click()
  await give.click()
  const form = verdictForm(claimOf(page, 'C-001'), null)
  await expect(form).toBeHidden()
  listens()
  await expect(form).toBeVisible()

  const listensAgain = await slowScripts(page)
  await page.goto(desk.at(article), { waitUntil: 'commit' })
  await expect(textOf(page)).toBeVisible()
  await clickOn(page, 'four million crowns')
  listensAgain()
  await expect(claimOf(page, 'C-002')).toBeVisible()
})

/** Has every script wait until it is let go. */
async function slowScripts(page: Page): Promise<() => void> {
  let listen = () => {}
  const listening = new Promise<void>((resolve) => {
    listen = resolve
  })
  await page.route(/_next\/static\/.*\.js/, async (route) => {
    await listening
    await route.continue()
  })
  return () => listen()
}
