import { everythingOf } from '@/lib/testing/database/dump-newsroom'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { sendAgain, sentForm } from '../support/forms'
import { claimOf, dragOver, giveVerdict, newClaim, panelOf, textOf } from '../support/workspace'

test('a checker sees the articles they check, and works on those', async ({ desk }) => {
  const ines = await desk.newsroom.member('editor', 'Ines')
  const { page, actor } = await desk.arrive('checker', 'Tom')
  const mine = await desk.newsroom.article({ by: ines, checkers: [actor], headline: 'The bridge' })
  const other = await desk.newsroom.article({ by: ines, headline: 'The tunnel' })
  await desk.newsroom.claim(mine, 'opened in 1932')

  await page.goto(desk.at('/articles'))
  await expect(page.getByRole('link', { name: 'The bridge' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'The tunnel' })).toBeHidden()
  const main = page.getByRole('navigation', { name: 'Newsroom' })
  await expect(main.getByRole('link')).toHaveText([
    /^Waiting/,
    'Articles',
    'Sources',
    'Search',
    'Figures',
  ])

  const others = ['', '/details', '/report/csv', '/word', '/claims/1'].map(
    (path) => desk.at(other) + path,
  )
  const pages = ['/people', '/settings', '/log'].map(desk.at)
  for (const address of [...others, ...pages, `${desk.at(mine)}/details`]) {
    expect((await page.request.get(address)).status(), address).toBe(404)
  }

  await page.goto(`${desk.at(mine)}?claim=1`)
  await page.getByText('More', { exact: true }).click()
  await expect(page.getByRole('link', { name: 'History' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Details and people' })).toBeHidden()
  const claim = claimOf(page, 'C-001')
  await expect(claim.getByRole('button', { name: 'Give verdict' })).toBeVisible()
  await expect(claim.getByRole('button', { name: 'Attach source' })).toBeVisible()
  await expect(claim.getByRole('button', { name: 'Accept secondary support' })).toBeHidden()
  await claim.getByRole('button', { name: 'In progress' }).click()
  await expect(claim.getByRole('button', { name: 'In progress' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await page.locator('summary').getByText('Draft', { exact: true }).click()
  await page.getByRole('button', { name: 'Start the check' }).click()
  await expect(page.locator('summary').getByText('In check', { exact: true })).toBeVisible()
})

test('a writer sees what they wrote, brings sources, and marks or judges nothing', async ({
  desk,
}) => {
  const ines = await desk.newsroom.member('editor', 'Ines')
  const { page, actor } = await desk.arrive('writer', 'Lena')
  const mine = await desk.newsroom.article({ by: ines, writers: [actor], headline: 'The bridge' })
  const other = await desk.newsroom.article({ by: ines, headline: 'The tunnel' })
  await desk.newsroom.claim(mine, 'opened in 1932')

  await page.goto(desk.at('/articles'))
  await expect(page.getByRole('link', { name: 'The bridge' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'The tunnel' })).toBeHidden()
  for (const address of [desk.at(other), desk.at('/log')]) {
    expect((await page.request.get(address)).status(), address).toBe(404)
  }

  await page.goto(`${desk.at(mine)}?claim=1`)
  const claim = claimOf(page, 'C-001')
  await expect(claim.getByRole('button', { name: 'Attach source' })).toBeVisible()
  await expect(claim.getByRole('button', { name: 'Give verdict' })).toBeHidden()
  await expect(claim.getByRole('button', { name: 'Edit', exact: true })).toBeHidden()
  await expect(claim.getByRole('button', { name: 'In progress' })).toBeHidden()
  await dragOver(page, 'four million crowns')
  await expect(page.getByRole('button', { name: /^Make claim/ })).toBeHidden()
  await page.keyboard.press('c')
  await expect(newClaim(page)).toBeHidden()
  await assertAccessible(page)
})

test('a writer’s own forms are refused where an editor’s would pass', async ({ desk }) => {
  const ines = await desk.arrive('editor', 'Ines')
  const lena = await desk.arrive('writer', 'Lena')
  const article = await desk.newsroom.article({ by: ines.actor, writers: [lena.actor] })
  await desk.newsroom.claim(article, 'opened in 1932')
  await ines.page.goto(`${desk.at(article)}?claim=1`)
  const verdict = await sentForm(ines.page, () =>
    giveVerdict(claimOf(ines.page, 'C-001'), null, 'Disputed', { Why: 'They differ.' }),
  )
  const before = await everythingOf(ines.actor)

  const asHers = { formId: crypto.randomUUID(), '$page-of': lena.actor.userId }
  const answer = await sendAgain(lena.page, verdict, asHers)

  expect(answer.status()).toBe(200)
  expect(await answer.text()).toContain('Your part in this article or newsroom does not let you')
  expect(await everythingOf(ines.actor)).toEqual(before)
})

test('an auditor reads everything and changes nothing', async ({ desk }) => {
  const ines = await desk.newsroom.member('editor', 'Ines')
  const { page } = await desk.arrive('auditor', 'Bo')
  const article = await desk.newsroom.article({ by: ines, headline: 'The bridge' })
  const claim = await desk.newsroom.claim(article, 'opened in 1932')
  await desk.newsroom.evidence(claim, { title: 'The city ledger' })

  await page.goto(desk.at('/articles'))
  await expect(page.getByRole('link', { name: 'Bring in an article' })).toBeHidden()
  await page.getByRole('link', { name: 'The bridge' }).click()
  await panelOf(page)
    .getByRole('link', { name: /opened in 1932/ })
    .click()
  const open = claimOf(page, 'C-001')
  await expect(open.getByRole('link', { name: 'The city ledger' })).toBeVisible()
  await expect(open.getByRole('button')).toHaveText(['Close'])
  await expect(page.locator('summary').getByText('Draft', { exact: true })).toBeHidden()
  for (const key of ['v', 'e', 'c']) await page.keyboard.press(key)
  await expect(open.getByRole('form')).toBeHidden()
  await expect(textOf(page)).toBeVisible()

  await page.getByRole('link', { name: 'Report', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Audit log' })).toBeVisible()
  await page.goto(desk.at('/sources'))
  await expect(page.getByText('The city ledger')).toBeVisible()
  await expect(page.getByText('Add source')).toBeHidden()
  await expect(page.getByRole('button', { name: /^Edit/ })).toBeHidden()
  await page.goto(desk.at('/log'))
  await expect(page.getByText('attached “The city ledger”')).toBeVisible()

  for (const path of [
    '/articles/new',
    '/people',
    '/settings',
    `/articles/${article.slug}/details`,
  ]) {
    expect((await page.request.get(desk.at(path))).status(), path).toBe(404)
  }
})
