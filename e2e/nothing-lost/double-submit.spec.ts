import type { Page } from '@playwright/test'
import { editArticle } from '@/lib/commands/articles/articles'
import { changeNewsroom, setRole } from '@/lib/commands/newsroom/members'
import { db } from '@/lib/db/client'
import { expect, test } from '../support/fixtures'
import { claimOf, openVerdictForm, rowOf, toast } from '../support/workspace'

const CONFLICT = 'Another admin changed the newsroom while you had this open.'

test('settings that are saved twice in a row are no conflict; over a colleague’s they are', async ({
  desk,
}) => {
  const { page } = await desk.arrive('admin', 'Ada')
  const eve = await desk.newsroom.member('admin', 'Eve')
  await page.goto(desk.at('/settings'))
  const { form, save, newsroom } = settingsOn(page)
  const name = form.getByLabel('Name')

  for (const next of ['The Day', 'The Week']) {
    await name.fill(next)
    await save.click()
    await expect(newsroom(next)).toBeVisible()
    await expect(form.getByText(CONFLICT)).toBeHidden()
  }

  // What a colleague stored before anything was typed is seen, and is built upon.
  await changeNewsroom(eve, { name: 'The Month' })
  await expect(name).toHaveValue('The Month')
  await name.fill('The Year')
  await save.click()
  await expect(newsroom('The Year')).toBeVisible()
  await expect(form.getByText(CONFLICT)).toBeHidden()

  await name.fill('The Century')
  await changeNewsroom(eve, { name: 'The Age' })
  await expect(newsroom('The Age')).toBeVisible()
  await save.click()
  await expect(form.getByText(CONFLICT)).toBeVisible()
  await expect(form.getByText('Stored now: The Age')).toBeVisible()
  await expect(name).toHaveValue('The Century')
  await save.click()
  await expect(newsroom('The Century')).toBeVisible()
})

test('settings that were half typed are kept with all that they were typed over, and are saved twice', async ({
  desk,
}) => {
  const { page } = await desk.arrive('admin', 'Ada')
  const eve = await desk.newsroom.member('admin', 'Eve')
  await page.goto(desk.at('/settings'))
  const { form, save, newsroom } = settingsOn(page)
  await form.getByLabel('Name').fill('The Day')
  await page.goto(desk.at('/articles'))
  await changeNewsroom(eve, { name: desk.newsroom.name, secondCheck: 'every_claim' })
  await page.goto(desk.at('/settings'))
  await expect(form.getByText('Kept from before this page was loaded.')).toBeVisible()

  await save.click()
  await expect(form.getByText(CONFLICT)).toBeVisible()
  await save.click()
  await expect(newsroom('The Day')).toBeVisible()
  await expect(form.getByText('Kept from before')).toBeHidden()

  await form.getByLabel('Name').fill('The Week')
  await save.click()
  await expect(newsroom('The Week')).toBeVisible()
})

test('a role that another admin changed meanwhile is asked about', async ({ desk }) => {
  const { page } = await desk.arrive('admin', 'Ada')
  const eve = await desk.newsroom.member('admin', 'Eve')
  const bo = await desk.newsroom.member('checker', 'Bo')
  await page.goto(desk.at('/people'))
  const form = page.getByRole('form', { name: 'Role of Bo' })
  const choice = form.getByRole('combobox')
  const save = form.getByRole('button', { name: 'Save' })

  await choice.selectOption('Writer')
  await setRole(eve, { userId: bo.userId, role: 'editor' })
  await save.click()
  await expect(form.getByText('Stored now: Editor')).toBeVisible()
  await save.click()
  await expect(toast(page)).toHaveText('Bo has the new role')
  await choice.selectOption('Auditor')
  await save.click()
  await expect(save).toBeHidden()
  await expect(choice).toHaveValue('auditor')
})

test('what is chosen while the answer is shown is the next thing to save', async ({ desk }) => {
  const { page } = await desk.arrive('admin', 'Ada')
  await desk.newsroom.member('checker', 'Bo')
  await page.goto(desk.at('/people'))
  const form = page.getByRole('form', { name: 'Role of Bo' })
  const choice = form.getByRole('combobox')
  const save = form.getByRole('button', { name: 'Save' })
  // In the moment in which the page says that it is saved, before it is drawn anew.
  await choice.evaluate((list: HTMLSelectElement) => {
    new MutationObserver((_, observer) => {
      if (!document.body.textContent?.includes('Bo has the new role')) return
      observer.disconnect()
      list.value = 'auditor'
      list.dispatchEvent(new Event('change', { bubbles: true }))
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })

  await choice.selectOption('Writer')
  await save.click()
  await expect(toast(page)).toHaveText('Bo has the new role')
  await expect(choice).toHaveValue('auditor')
  await save.click()
  await expect(save).toBeHidden()
  await expect(choice).toHaveValue('auditor')
})

test('details of a claim are saved also where its status was set meanwhile', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await page.goto(`${desk.at(article)}?claim=1`)
  const claim = claimOf(page, 'C-001')
  await claim.getByRole('button', { name: 'Edit', exact: true }).click()
  const form = page.getByRole('form', { name: 'Details of the claim' })
  await form.getByLabel('Claimant').fill('The mayor')
  await claim.getByRole('button', { name: 'In progress' }).click()
  await expect(rowOf(page, /^C-001 In progress/)).toBeVisible()

  await form.getByRole('button', { name: 'Save details' }).click()
  await expect(form).toBeHidden()
  await expect(claim.getByText('as said by The mayor')).toBeVisible()
})

test('details that were saved are saved again after Back', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const ada = await desk.newsroom.member('editor', 'Ada')
  const article = await desk.newsroom.article({ by: actor })
  const save = page.getByRole('button', { name: 'Save details' })
  const heading = (words: string) => page.getByRole('heading', { name: words, level: 1 })
  await page.goto(`${desk.at(article)}/details`)
  await page.getByLabel('Headline').fill('The old bridge')
  await save.click()
  await expect(page).toHaveURL(desk.at(article))

  await page.goBack()
  await page.getByLabel('Headline').fill('The oldest bridge')
  await save.click()
  await expect(page).toHaveURL(desk.at(article))
  await expect(heading('The oldest bridge')).toBeVisible()

  await page.goBack()
  await page.getByLabel('Headline').fill('A bridge')
  await editArticle(ada, { articleId: article.articleId, version: 3, headline: 'Their bridge' })
  await save.click()
  await expect(page.getByText('Stored now: Their bridge')).toBeVisible()
})

test('what was done is said on the page that it leads to', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await page.goto(`${desk.at(article)}/revise`)
  await page
    .getByRole('region', { name: 'The new text' })
    .getByRole('textbox')
    .last()
    .fill('Other words.')
  await page.getByRole('button', { name: 'Save as revision 2' }).click()

  await expect(page).toHaveURL(desk.at(article))
  await expect(page.getByRole('group', { name: /^Text of the article/ })).toBeVisible()
  await expect(toast(page)).toHaveText('Revision saved')
  await expect(toast(page)).toBeHidden()
})

test('a form that is sent twice by the keys does once what it asks', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await page.goto(`${desk.at(article)}?claim=1`)
  const claim = claimOf(page, 'C-001')
  await claim.getByRole('button', { name: 'Comment' }).click()
  const form = claim.getByRole('form', { name: 'Comment' })
  await form.getByRole('textbox').fill('Ask the yard.')
  await form.evaluate((element) => {
    const keys = { key: 'Enter', ctrlKey: true, bubbles: true }
    for (let pressed = 0; pressed < 3; pressed++) {
      element.dispatchEvent(new KeyboardEvent('keydown', keys))
    }
  })

  await expect(form).toBeHidden()
  await expect(toast(page)).toHaveText('Comment written')
  expect(await db().comment.count({ where: { writtenById: actor.userId } })).toBe(1)
})

test('what was changed after the answer got lost is not taken for what was stored', async ({
  desk,
}) => {
  desk.mayHear(/ERR_FAILED|Failed to fetch/)
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await page.goto(`${desk.at(article)}?claim=1`)
  const form = await openVerdictForm(claimOf(page, 'C-001'))
  await form.getByRole('radio', { name: /^Disputed/ }).check()
  await form.getByLabel('Why').fill('Two dates are about.')
  await page.route(/\/articles\//, async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    await route.fetch()
    await route.abort()
    await page.unroute(/\/articles\//)
  })
  await form.getByRole('button', { name: 'Give verdict' }).click()
  await expect(form.getByText('Not saved: Stet did not answer.')).toBeVisible()

  await form.getByLabel('Why').fill('Three dates are about.')
  await form.getByRole('button', { name: 'Give verdict' }).click()
  await expect(
    form.getByText(/^You gave a verdict while you had this open: Disputed/),
  ).toBeVisible()
  await form.getByRole('button', { name: 'Give verdict' }).click()
  await expect(claimOf(page, 'C-001').getByText('Three dates are about.')).toBeVisible()
  await expect(claimOf(page, 'C-001').getByText('1 earlier verdict')).toBeVisible()
  await expect(rowOf(page, /^C-001 Disputed/)).toBeVisible()
})

/** The settings of the newsroom, and the name that every page bears. */
function settingsOn(page: Page) {
  const form = page.getByRole('form', { name: 'The newsroom', exact: true })
  return {
    form,
    save: form.getByRole('button', { name: 'Save the newsroom' }),
    newsroom: (name: string) => page.getByRole('link', { name: `Stet, ${name}` }),
  }
}
