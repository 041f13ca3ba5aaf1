import type { Page } from '@playwright/test'
import { removeMember } from '@/lib/commands/newsroom/members'
import { publishArticle, withdrawArticle } from '@/lib/commands/publication/publish'
import { db } from '@/lib/db/client'
import { DEADLINE_GROUPS } from '@/lib/domain/articles/deadline-groups'
import type { ArticleState } from '@/lib/domain/vocabulary'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'

const HOUR = 3_600_000
const HEADLINES = [
  'The bridge',
  'The tunnel',
  'A ferry that never came, and those who waited for it on both shores',
]

/** Articles of every state around now, without texts of their own. */
async function manyArticles(
  { newsroomId, userId }: { newsroomId: string; userId: string },
  count: number,
) {
  const states: ArticleState[] = [
    'draft',
    'in_check',
    'in_check',
    'with_editor',
    'draft',
    'withdrawn',
  ]
  const now = Date.now()
  await db().article.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      ...{ newsroomId, createdById: userId, language: 'en', slug: `harbour-${index}` },
      headline: `Harbour ${String(index).padStart(3, '0')}${index % 9 === 0 ? ': what the ledgers of the port authority say about forty years of dredging' : ''}`,
      state: states[index % states.length],
      editorId: index % 4 === 0 ? userId : null,
      createdAt: new Date(now - index * HOUR),
      deadline: index % 5 === 0 ? null : new Date(now + (index - 30) * 5 * HOUR),
    })),
  })
}

const articles = (page: Page) => page.locator('table').getByRole('link', { name: /^Harbour/ })
const more = (page: Page, headline: string) =>
  page.locator('summary').filter({ hasText: `More about ${headline}` })
const said = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words })
const view = (page: Page) => page.locator('.saved-views > summary')

test('a list is filtered and sorted by links alone, without a script', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines', { javaScriptEnabled: false })
  await manyArticles(actor, 40)
  await page.goto(desk.at('/articles'))
  await page.getByRole('link', { name: 'Draft', exact: true }).click()
  await expect(page).toHaveURL(/\?state=draft$/)
  await expect(articles(page)).toHaveCount(13)
  await page.getByRole('link', { name: 'Overdue', exact: true }).click()
  await expect(page).toHaveURL(/\?state=draft&deadline=overdue$/)
  await expect(articles(page)).toHaveCount(8)
  await page.getByLabel('Person', { exact: true }).selectOption('Ines')
  await page.getByLabel('Sort').selectOption('Headline')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(articles(page)).toHaveText([/ 004/, / 012/, / 016/, / 024/, / 028/])
  await page.getByLabel('Filter by headline').fill('24')
  await page.getByLabel('Filter by headline').press('Enter')
  await expect(articles(page)).toHaveText([/^Harbour 024/])
  await page.getByRole('link', { name: 'Clear' }).click()
  await expect(page).toHaveURL(/\/articles$/)
})

test('what an address says that the list does not know is told, and the rest holds', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('admin', 'Ada')
  await manyArticles(actor, 12)
  const tom = await desk.newsroom.member('checker', 'Tom')
  await removeMember(actor, { userId: tom.userId })
  await page.goto(desk.at(`/articles?state=draft&deadline=someday&person=${tom.userId}`))
  await expect(page.getByRole('note')).toContainText(
    'The list does not know the deadline “someday”',
  )
  await expect(page.getByRole('note')).toContainText('Tom, whom the filter names, has left')
  await expect(page.getByRole('heading', { name: 'No such article' })).toBeVisible()
  await expect(page.getByLabel('Person', { exact: true }).locator('option:checked')).toHaveText(
    'Tom (left)',
  )
  await assertAccessible(page)
  await shot(page, 'list-told')
  await page.goto(desk.at('/articles?view=calendar&month=2026-13&person=nobody'))
  await expect(page.getByRole('note')).toContainText('the month “2026-13”')
  await expect(page.getByRole('note')).toContainText('somebody who never was in this newsroom')
})

test('the keyboard alone goes through the list, does what its menu offers, and takes it back', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  for (const headline of HEADLINES)
    await desk.newsroom.article({ by: actor, headline, editor: actor })
  const signed = await desk.newsroom.signed({ by: actor, headline: 'The quay', editor: actor })
  await page.goto(desk.at('/articles?sort=headline'))
  const link = (name: string) => page.getByRole('link', { name, exact: true })
  await expect(page.getByText('Switch single keys off')).toBeVisible()
  await page.keyboard.press('j')
  await expect(link(HEADLINES[2] ?? '')).toBeFocused()
  await page.keyboard.press('j')
  await expect(link('The bridge')).toBeFocused()
  await page.keyboard.press('.')
  await expect(more(page, 'The bridge')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Move to In check' })).toBeFocused()
  await assertAccessible(page)
  await shot(page, 'list-menu')
  await page.keyboard.press('Enter')
  await expect(said(page, 'Moved to In check')).toBeVisible()
  await expect(page.getByRole('row', { name: 'The bridge' })).toContainText('In check')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('row', { name: 'The bridge' })).toContainText('Draft')

  await page.keyboard.press('.')
  await page.getByRole('button', { name: 'Archive' }).press('Enter')
  await expect(link('The bridge')).toBeHidden()
  await expect(link('The quay')).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(link('The bridge')).toBeVisible()

  await page.keyboard.press('k')
  await page.keyboard.press('.')
  await page.getByRole('button', { name: 'Copy…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Copy the article' })
  await dialog.getByLabel('What the copy is called').fill('The next bridge')
  await assertAccessible(page)
  await dialog.getByRole('button', { name: 'Copy the text' }).press('Enter')
  await expect(page).toHaveURL(/\/articles\/the-next-bridge$/)
  await page.goBack()
  await expect(link('The bridge')).toBeVisible()
  await page.keyboard.press('f')
  await expect(page.getByLabel('Filter by headline')).toBeFocused()
  await page.keyboard.type('quay')
  await expect(page).toHaveURL(/\?q=quay&sort=headline|\?sort=headline&q=quay/)
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.getByRole('link', { name: 'The quay' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(desk.at(signed))
})

test('what is published is withdrawn from the list, with a reason', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.signed({ by: actor, headline: 'The quay' })
  await publishArticle(actor, article)
  await page.goto(desk.at('/articles'))
  const open = async () => {
    await more(page, 'The quay').click()
    await page.getByRole('button', { name: 'Withdraw…' }).click()
  }
  await open()
  const dialog = page.getByRole('dialog', { name: 'Withdraw “The quay”' })
  await dialog.getByRole('button', { name: 'Withdraw the article' }).click()
  await expect(dialog.getByText('Say why the article is withdrawn.')).toBeVisible()
  await dialog.getByLabel('Why is it withdrawn?').fill('The ledger was forged.')
  await assertAccessible(page)
  await shot(page, 'list-withdraw')
  await dialog.getByRole('button', { name: 'Withdraw the article' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('row', { name: 'The quay' })).toContainText('Withdrawn')
  await expect(withdrawArticle(actor, { ...article, reason: 'Again.' })).rejects.toThrow()
})

test('a view is saved under a name, shared, used by others, renamed and deleted', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const tom = await desk.arrive('checker', 'Tom')
  const ada = await desk.newsroom.member('admin', 'Ada')
  await manyArticles(actor, 12)
  await desk.newsroom.article({ by: tom.actor, headline: 'Harbour of Tom' })
  await page.goto(desk.at('/articles?deadline=overdue&sort=newest'))
  await view(page).press('Enter')
  await expect(page.getByText('No views yet.')).toBeVisible()
  const name = page.getByLabel('Save this view as')
  await page.getByRole('button', { name: 'Save the view' }).click()
  await expect(page.getByText('Give the view a name.')).toBeVisible()
  await name.fill('What is late')
  await page.getByRole('button', { name: 'Save the view' }).press('Enter')
  await expect(said(page, 'View saved')).toBeVisible()
  await expect(view(page)).toHaveText(/What is late/)

  await tom.page.goto(desk.at('/articles'))
  await view(tom.page).press('Enter')
  await expect(tom.page.getByText('What is late')).toBeHidden()
  await expect(view(page)).toBeFocused()
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(said(page, 'Shared with everybody')).toBeVisible()
  await shot(page, 'list-views')

  await tom.page.reload()
  await view(tom.page).press('Enter')
  await tom.page.getByRole('link', { name: 'What is late shared by Ines' }).click()
  await expect(tom.page).toHaveURL(/\?deadline=overdue&sort=newest$/)
  await expect(view(tom.page)).toHaveText(/What is late/)
  await view(tom.page).press('Enter')
  await expect(tom.page.getByRole('button', { name: 'Rename' })).toBeHidden()

  await removeMember(ada, { userId: actor.userId })
  await tom.page.reload()
  await view(tom.page).press('Enter')
  await expect(tom.page.getByRole('link', { name: 'shared by Ines, who left' })).toBeVisible()
  await desk.logIn(ada, page.context())
  await page.goto(desk.at('/articles?deadline=overdue&sort=newest'))
  await view(page).press('Enter')
  await page.getByLabel('Name of this view').fill('Overdue')
  await page.getByRole('button', { name: 'Rename' }).click()
  await expect(view(page)).toHaveText(/Overdue/)
  await page.getByRole('button', { name: 'Delete' }).click()
  await expect(view(page)).toHaveText('Views')
})

test('a board shows the same articles by their state, and moves them by their menu', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  await desk.newsroom.article({ by: actor, headline: 'The bridge', editor: actor })
  await page.goto(desk.at('/articles?q=bridge'))
  await page.getByRole('link', { name: 'Board' }).click()
  await expect(page).toHaveURL(/\?q=bridge&view=board$/)
  const column = (state: string) => page.getByRole('region', { name: new RegExp(`^${state}`) })
  await expect(column('Draft').getByRole('link', { name: 'The bridge' })).toBeVisible()
  await shot(page, 'board-1')
  await page.keyboard.press('j')
  await page.keyboard.press('.')
  await page.getByRole('button', { name: 'Move to With editor' }).press('Enter')
  await expect(column('With editor').getByRole('link', { name: 'The bridge' })).toBeFocused()
  await expect(column('With editor')).toContainText('to sign off')

  await manyArticles(actor, 150)
  await page.goto(desk.at('/articles?view=board'))
  await expect(column('In check').getByRole('listitem')).toHaveCount(20)
  await expect(column('In check').getByRole('heading')).toHaveText('In check 50')
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'board-many')
  await column('In check').getByRole('link', { name: '30 more' }).click()
  await expect(page).toHaveURL(/\?state=in_check$/)
})

test('a calendar shows the deadlines of a month by the newsroom’s own days, and leads to each day', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines', { timezoneId: 'America/Los_Angeles' })
  await db().newsroom.update({
    where: { id: actor.newsroomId },
    data: { timeZone: 'Europe/Istanbul' },
  })
  for (const hour of ['06T20:30', '06T21:30', '07T09:00', '07T10:00', '07T11:00', '07T12:00']) {
    const deadline = new Date(`2030-12-${hour}Z`)
    await desk.newsroom.article({ by: actor, headline: `Harbour ${hour}`, deadline })
  }
  await page.goto(desk.at('/articles?view=calendar&month=2030-12'))
  await expect(page.getByRole('heading', { name: 'December 2030' })).toBeVisible()
  const day = (name: string) => page.getByRole('cell', { name: new RegExp(name) })
  await expect(day('Friday 6 December 2030').getByRole('link')).toHaveText([
    '23:30 Harbour 06T20:30',
  ])
  await expect(day('Saturday 7 December 2030').getByRole('link')).toHaveText([
    '00:30 Harbour 06T21:30',
    '12:00 Harbour 07T09:00',
    '13:00 Harbour 07T10:00',
    '14:00 Harbour 07T11:00',
    /^1 more/,
  ])
  await expect(page.getByText('Days and hours in Europe/Istanbul')).toBeVisible()
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'calendar-2030')
  await page.getByRole('link', { name: '1 more' }).click()
  await expect(page).toHaveURL(/\?deadline=2030-12-07$/)
  await expect(articles(page)).toHaveCount(5)
  await page.goBack()
  await page.getByRole('link', { name: 'Next month' }).click()
  await expect(page.getByRole('heading', { name: 'January 2031' })).toBeVisible()
  await expect(page.getByText('No deadlines in these weeks.')).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goBack()
  await expect(page.getByText('Saturday 7 December 2030', { exact: true })).toBeVisible()
  await assertAccessible(page)
  await assertFits(page)
})

test('twenty of many articles stand on a screen under their deadlines; none and three are told as well', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  await page.goto(desk.at('/articles'))
  await expect(page.getByRole('heading', { name: 'No articles yet' })).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'list-0')
  for (const headline of HEADLINES)
    await desk.newsroom.article({ by: actor, headline, editor: actor })
  await page.reload()
  await expect(page.getByRole('row')).toHaveCount(4)
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'list-3')

  await manyArticles(actor, 120)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(desk.at('/articles?group=deadline'))
  const groups = page.locator('tbody[aria-label]')
  await expect(groups.first()).toHaveAccessibleName('Overdue')
  const labels = await groups.evaluateAll((bodies) => bodies.map((body) => body.ariaLabel ?? ''))
  const order = [...Object.values(DEADLINE_GROUPS), 'Published and withdrawn'] as string[]
  expect(labels).toEqual(order.filter((label) => labels.includes(label)))
  await page.goto(desk.at('/articles?sort=deadline'))
  await expect(page.getByRole('row').nth(20)).toBeInViewport({ ratio: 1 })
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'list-many')
  await page.goto(desk.at('/articles?sort=changed'))
  await expect(page.getByRole('columnheader', { name: 'Last changed' })).toBeVisible()
  await shot(page, 'list-changed')
  await page.goto(desk.at('/articles?group=deadline&state=draft,with_editor'))
  await assertAccessible(page)
  await shot(page, 'list-grouped')
  await page.goto(desk.at('/articles?view=calendar'))
  await assertAccessible(page)
  await assertFits(page)
  await shot(page, 'calendar-many')
})
