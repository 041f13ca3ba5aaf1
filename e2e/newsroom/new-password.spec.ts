import { db } from '@/lib/db/client'
import { assertAccessible } from '../support/axe'
import { expect, type Person, test } from '../support/fixtures'
import { shot } from '../support/screenshots'

const NEXT = 'a password for tomorrow'

test('whoever forgot their password gets a link from an admin, and needs no script for it', async ({
  desk,
}) => {
  const ada = await desk.arrive('admin', 'Ada')
  const tom = await desk.arrive('writer', 'Tom')
  await tom.page.goto(desk.at('/articles'))
  const page = await desk.stranger({ javaScriptEnabled: false })
  await page.goto('/log-in')
  await page.getByText('Forgotten your password?').click()
  await expect(page.getByText('Ask an admin of your newsroom.')).toBeVisible()

  const link = await linkFor(ada, desk.at('/people'))
  await page.goto(link)
  await expect(page).toHaveURL('/new-password')
  await expect(page.getByRole('heading', { name: 'Choose a new password' })).toBeVisible()
  await expect(page.getByLabel('Email address')).toHaveValue(tom.actor.email)
  await page.getByLabel('New password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Save the new password' }).click()
  await expect(page.getByLabel('New password', { exact: true })).toHaveAccessibleDescription(
    'At least 12 characters. At least 12 characters.',
  )

  await page.getByLabel('New password', { exact: true }).fill(NEXT)
  await page.getByLabel('New password, once more').fill(NEXT)
  await page.getByRole('button', { name: 'Save the new password' }).click()
  await expect(page.getByText('Your new password is saved')).toBeVisible()
  await tom.page.reload()
  await expect(tom.page.getByRole('heading', { name: 'Log in' })).toBeVisible()
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This link is closed' })).toBeVisible()

  await ada.page.goto(desk.at('/log'))
  await expect(ada.page.getByText('made a link by which Tom can choose')).toBeVisible()
  await expect(ada.page.getByText('chose a new password by a link')).toBeVisible()
})

test('a link stays secret on its way, and with a script its page says what is wrong in place', async ({
  desk,
}) => {
  const ada = await desk.arrive('admin', 'Ada')
  const tom = await desk.newsroom.member('writer', 'Tom')
  const link = await linkFor(ada, desk.at('/people'), async (name) => {
    await assertAccessible(ada.page)
    await shot(ada.page, name)
  })
  const page = await desk.stranger()
  const opened = await page.request.get(link, { maxRedirects: 0 })
  expect(opened.headers()).toMatchObject({
    location: '/new-password',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  })
  const answer = await page.goto(link)
  expect(answer?.headers()['cache-control']).toContain('no-store')
  await shot(page, 'new-password')

  await page.getByLabel('New password', { exact: true }).fill(NEXT)
  await page.getByLabel('New password, once more').fill('something else')
  await page.keyboard.press('Enter')
  await expect(page.getByText('This is not the same as the new password.')).toBeVisible()
  await assertAccessible(page)

  await db().passwordLink.updateMany({
    where: { userId: tom.userId },
    data: { expiresAt: new Date(Date.now() - 1_000) },
  })
  await page.getByLabel('New password', { exact: true }).fill(NEXT)
  await page.getByLabel('New password, once more').fill(NEXT)
  await page.keyboard.press('Enter')
  await expect(page.getByText('is too old, so your password is as it was')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'This link is closed' })).toBeVisible()
  await assertAccessible(page)
  await page.goto('/log-in')
  await page.getByText('Forgotten your password?').click()
  await assertAccessible(page)
  await shot(page, 'log-in-forgotten')
})

test('an admin finds the settings on a page of their own, by the menu and from the people', async ({
  desk,
}) => {
  const { page } = await desk.arrive('admin', 'Ada')
  await desk.newsroom.member('writer', 'Tom')
  await page.goto(desk.at('/people'))
  await expect(page.getByRole('form', { name: 'The newsroom', exact: true })).toBeHidden()
  await assertAccessible(page)
  await shot(page, 'people')
  await page.getByRole('main').getByRole('link', { name: 'Settings of the newsroom' }).click()
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible()
  const newsroom = page.getByRole('form', { name: 'The newsroom', exact: true })
  await newsroom.getByLabel('Name').fill('The Day')
  await page.getByRole('button', { name: 'Save the newsroom' }).click()
  await expect(page.getByRole('link', { name: 'Stet, The Day' })).toBeVisible()
  await shot(page, 'settings')
  await page.goto(desk.at('/articles'))
  await page.getByText('Ada, your account').click()
  await page.getByRole('link', { name: 'Settings of the newsroom' }).click()
  await expect(page).toHaveURL(desk.at('/settings'))
})

/** Makes a link for Tom, as an admin does on the page of the people. */
async function linkFor(
  { page }: Person,
  people: string,
  look: (name: string) => Promise<void> = async () => undefined,
): Promise<string> {
  await page.goto(people)
  await page.getByRole('button', { name: 'New password for Tom' }).click()
  const dialog = page.getByRole('dialog', { name: 'A new password for Tom?' })
  await look('password-link-asked')
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  const link = await dialog.getByLabel('Link for Tom').inputValue()
  await look('password-link')
  await dialog.getByRole('button', { name: 'Done' }).click()
  return link
}
