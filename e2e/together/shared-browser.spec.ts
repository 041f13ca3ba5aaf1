import { expect, test } from '../support/fixtures'
import { claimOf, goToArticle, openVerdictForm } from '../support/workspace'

test('what one person wrote is not put down to another who logged in in the same browser', async ({
  desk,
}) => {
  const ines = await desk.arrive('editor', 'Ines')
  const tom = await desk.newsroom.member('editor', 'Tom')
  const { page } = ines
  const article = await desk.newsroom.article({ by: ines.actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await goToArticle(page, `${desk.at(article)}?claim=1`)
  const form = await openVerdictForm(claimOf(page, 'C-001'))
  await form.getByRole('radio', { name: /^Not checkable/ }).check()
  await form.getByLabel('Why').fill('A forecast.')

  await desk.logIn(tom, page.context())
  await form.getByRole('button', { name: 'Give verdict' }).click()
  await expect(form.getByRole('alert')).toContainText(
    'Not saved: this page is somebody else’s. Tom is logged in in this browser now.',
  )
  await expect(form.getByLabel('Why')).toHaveValue('A forecast.')

  await desk.logIn(ines.actor, page.context())
  await form.getByRole('button', { name: 'Give verdict' }).click()
  await expect(form).toBeHidden()
  await page.reload()
  await expect(claimOf(page, 'C-001')).toContainText('Ines')
})

test('a page that is open when somebody else logs in becomes theirs', async ({ desk }) => {
  const ines = await desk.arrive('editor', 'Ines')
  const tom = await desk.newsroom.member('checker', 'Tom')
  const { page } = ines
  const article = await desk.newsroom.article({ by: ines.actor, checkers: [tom] })
  await goToArticle(page, desk.at(article))
  await desk.logIn(tom, page.context())
  await desk.newsroom.claim(article, 'opened in 1932')
  await expect(page.getByText('Tom', { exact: true }).first()).toBeAttached()
  await expect(page.getByText('Ines, your account')).toHaveCount(0)
})
