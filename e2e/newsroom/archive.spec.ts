import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'
import { textOf, toast } from '../support/workspace'

test('an editor puts an article away, finds it by the filter, and restores it', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor, headline: 'The bridge' })
  await desk.newsroom.article({ by: actor, headline: 'The tunnel' })
  await page.goto(`${desk.at(article)}/details`)
  await assertAccessible(page)
  await shot(page, 'details')
  await page.getByRole('heading', { name: 'Copy' }).scrollIntoViewIfNeeded()
  await shot(page, 'details-copy')
  await page.getByRole('button', { name: 'Archive the article' }).click()
  await expect(toast(page)).toHaveText('Archived')
  await expect(page.getByRole('button', { name: 'Restore the article' })).toBeVisible()

  await page.goto(desk.at('/articles'))
  await expect(page.getByRole('link', { name: 'The tunnel' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'The bridge' })).toBeHidden()
  await shot(page, 'articles')
  await page.getByRole('link', { name: 'Archived articles' }).click()
  await expect(page.getByRole('heading', { name: 'Archived articles' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'The tunnel' })).toBeHidden()
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'articles-archived')
  await page.getByRole('link', { name: 'The bridge' }).click()
  await expect(textOf(page)).toBeVisible()
  await page.getByText('Archived', { exact: true }).click()
  await page.getByRole('button', { name: 'Restore the article' }).click()
  await expect(page.getByText('Draft', { exact: true })).toBeVisible()
  await page.goto(desk.at('/articles'))
  await expect(page.getByRole('link', { name: 'The bridge' })).toBeVisible()
})

test('an article gets another name and keeps its address; its copy has its text and says what else', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor, headline: 'The bridge' })
  await desk.newsroom.claim({ ...article, by: actor }, 'opened in 1932')
  await page.goto(`${desk.at(article)}/details`)
  const headline = page.getByLabel('Headline', { exact: true })
  await expect(headline).toHaveAccessibleDescription(/Its address stays as it is/)
  await headline.fill('The old bridge')
  await page.getByRole('button', { name: 'Save details' }).click()
  await expect(page).toHaveURL(desk.at(article))
  await expect(page.getByTitle('The old bridge')).toBeVisible()

  await page.goto(`${desk.at(article)}/details`)
  await expect(page.getByText('Claims, verdicts, sources, queries')).toBeVisible()
  await page.getByLabel('What the copy is called').fill('The next bridge')
  await page.getByRole('button', { name: 'Copy the text' }).click()
  await expect(page).toHaveURL(/\/articles\/the-next-bridge$/)
  await expect(textOf(page)).toContainText('opened in 1932')
  await expect(page.getByText('No claims yet.')).toBeVisible()
  await page.goto(`${desk.at({ slug: 'the-next-bridge' })}/history`)
  await expect(page.getByText('copied from revision 1 of “The old bridge”')).toBeVisible()
})
