import { TEST_PASSWORD } from '@/lib/testing/fixtures/newsroom'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'

test('a stranger is sent to log in and comes back to the page asked for', async ({ desk }) => {
  const ines = await desk.newsroom.member('editor', 'Ines')
  const article = await desk.newsroom.article({ by: ines, headline: 'The bridge' })
  await desk.newsroom.claim({ ...article, by: ines }, 'opened in 1932')
  const page = await desk.stranger()
  const asked = `${desk.at(article)}?claim=1&status=unchecked`

  await page.goto(asked)

  await expect(page).toHaveURL(`/log-in?to=${encodeURIComponent(asked)}`)
  await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible()
  await expect(page.getByText('The bridge')).toBeHidden()

  await page.getByLabel('Email address').fill(ines.email)
  await page.getByLabel('Password').fill(TEST_PASSWORD)
  await page.getByRole('button', { name: 'Log in' }).click()

  await expect(page).toHaveURL(asked)
  await expect(page.getByRole('heading', { name: '“opened in 1932”' })).toBeVisible()
})

test('a wrong password says so and keeps the address', async ({ desk }) => {
  desk.mayHear(/401 \(Unauthorized\)/)
  const ines = await desk.newsroom.member('editor', 'Ines')
  const page = await desk.stranger()

  await page.goto('/log-in')
  await page.getByLabel('Email address').fill(ines.email)
  await page.getByLabel('Password').fill('not my password')
  await page.getByRole('button', { name: 'Log in' }).click()

  await expect(page.getByRole('alert').filter({ hasText: 'do not go together' })).toBeVisible()
  await expect(page.getByLabel('Email address')).toHaveValue(ines.email)
  await expect(page.getByLabel('Password')).toBeFocused()
  await assertAccessible(page)

  await page.getByLabel('Password').fill(TEST_PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(desk.at())
})

test('an address that nobody has is answered like a wrong password', async ({ desk }) => {
  desk.mayHear(/401 \(Unauthorized\)/)
  const page = await desk.stranger()

  await page.goto('/log-in')
  await page.getByLabel('Email address').fill('nobody@example.org')
  await page.getByLabel('Password').fill(TEST_PASSWORD)
  await page.getByRole('button', { name: 'Log in' }).click()

  await expect(page.getByRole('alert').filter({ hasText: 'do not go together' })).toBeVisible()
})

test('nobody is led away from here by the address to come back to', async ({ desk }) => {
  const { page } = await desk.arrive('editor', 'Ines')

  for (const to of ['https://example.org/', '//example.org', '/\\example.org', 'javascript:1']) {
    const answer = await page.request.get(`/log-in?to=${encodeURIComponent(to)}`)
    expect(new URL(answer.url()).pathname, to).toBe(desk.at())
  }
})

test('whoever logs out is out, also with the cookie they had', async ({ desk }) => {
  const { page, actor } = await desk.arrive('editor', 'Ines')

  await page.goto(desk.at('/articles'))
  await page.getByText('Ines, your account').click()
  await assertAccessible(page)
  await page.getByRole('button', { name: 'Log out', exact: true }).click()
  await expect(page).toHaveURL(/\/log-in/)

  await page.goto(desk.at('/articles'))
  await expect(page).toHaveURL(/\/log-in\?to=/)
  await desk.logIn(actor, page.context())
  await page.goto(desk.at('/articles'))
  await expect(page).toHaveURL(/\/log-in\?to=/)
})

test('with an empty newsroom the first page says how to begin', async ({ desk }) => {
  const ines = await desk.arrive('editor', 'Ines')
  const bo = await desk.arrive('auditor', 'Bo')

  await ines.page.goto(desk.at('/articles'))
  await expect(ines.page.getByRole('heading', { name: 'No articles yet' })).toBeVisible()
  await expect(ines.page.getByRole('link', { name: 'Bring in an article' })).toBeVisible()
  await assertAccessible(ines.page)

  await bo.page.goto(desk.at('/articles'))
  await expect(bo.page.getByText('Nothing has been given to you.')).toBeVisible()
  await expect(bo.page.getByRole('link', { name: 'Bring in an article' })).toBeHidden()
})
