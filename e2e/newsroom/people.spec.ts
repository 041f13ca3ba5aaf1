import { db } from '@/lib/db/client'
import { TEST_PASSWORD } from '@/lib/testing/fixtures/newsroom'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'

const NEW_PASSWORD = 'a new and longer one'

test('an invitation lets one person in, once', async ({ desk }) => {
  const ada = await desk.arrive('admin', 'Ada')
  await ada.page.goto(desk.at('/people'))
  await ada.page.getByLabel('Email address').fill(`tom-${desk.newsroom.slug}@example.org`)
  await ada.page.getByRole('combobox', { name: 'Role', exact: true }).selectOption('Checker')
  await ada.page.getByRole('button', { name: 'Invite', exact: true }).click()
  const link = await ada.page.getByLabel(/^Link for tom-/).inputValue()
  await assertAccessible(ada.page)

  const tom = await desk.stranger()
  await tom.goto(link)
  await expect(tom.getByRole('heading', { name: 'Join The Desk' })).toBeVisible()
  await tom.getByLabel('Your name').fill('Tom Baker')
  await tom.getByLabel('Choose a password').fill('short')
  await tom.getByRole('button', { name: 'Join the newsroom' }).click()
  await expect(tom.getByText('At least 12 characters.').last()).toBeVisible()
  await expect(tom.getByLabel('Your name')).toHaveValue('Tom Baker')
  await assertAccessible(tom)
  await tom.getByLabel('Choose a password').fill(NEW_PASSWORD)
  await tom.getByRole('button', { name: 'Join the newsroom' }).click()

  await expect(tom).toHaveURL(desk.at())
  await expect(tom.getByText('Tom Baker, your account')).toBeVisible()
  await expect(ada.page.getByRole('row', { name: /Tom Baker/ })).toBeVisible()

  const another = await desk.stranger()
  await another.goto(link)
  await expect(another.getByRole('heading', { name: 'This invitation is closed' })).toBeVisible()
  await assertAccessible(another)
})

test('an invitation that has run out, or was taken back, is closed', async ({ desk }) => {
  const ada = await desk.arrive('admin', 'Ada')
  const page = await desk.stranger()
  const invite = async (email: string) => {
    await ada.page.getByLabel('Email address').fill(email)
    await ada.page.getByRole('button', { name: 'Invite', exact: true }).click()
    return ada.page.getByLabel(`Link for ${email}`).inputValue()
  }
  await ada.page.goto(desk.at('/people'))

  const late = await invite('late@example.org')
  await db().invitation.updateMany({
    where: { newsroom: { slug: desk.newsroom.slug } },
    data: { expiresAt: new Date(Date.now() - 1000) },
  })
  await page.goto(late)
  await expect(page.getByRole('heading', { name: 'This invitation is closed' })).toBeVisible()

  const withdrawn = await invite('no@example.org')
  await page.goto(withdrawn)
  await page.getByLabel('Your name').fill('Nobody')
  await page.getByLabel('Choose a password').fill(NEW_PASSWORD)
  await ada.page.getByRole('button', { name: 'Withdraw the invitation of no@example.org' }).click()
  await expect(ada.page.getByText('None. Everybody who was invited has joined')).toBeVisible()
  await page.getByRole('button', { name: 'Join the newsroom' }).click()
  await expect(page.getByText('This invitation was used, withdrawn or has expired')).toBeVisible()
})

test('a new role holds from the next click on', async ({ desk }) => {
  desk.mayHear(/404 \(Not Found\)/)
  const ada = await desk.arrive('admin', 'Ada')
  const bo = await desk.arrive('checker', 'Bo')
  const main = bo.page.getByRole('navigation', { name: 'Newsroom' })
  await bo.page.goto(desk.at('/articles'))
  await expect(main.getByRole('link', { name: 'Log' })).toBeHidden()

  await ada.page.goto(desk.at('/people'))
  await ada.page.getByRole('combobox', { name: 'Role of Bo' }).selectOption('Editor')
  await ada.page.getByRole('form', { name: 'Role of Bo' }).getByRole('button').click()

  await expect(main.getByRole('link', { name: 'Log' })).toBeVisible()
  await main.getByRole('link', { name: 'Log' }).click()
  await expect(bo.page.getByText('Ada made Bo editor instead of checker')).toBeVisible()

  await ada.page.getByRole('combobox', { name: 'Role of Bo' }).selectOption('Writer')
  await ada.page.getByRole('form', { name: 'Role of Bo' }).getByRole('button').click()
  await expect(bo.page.getByRole('heading', { name: 'Nothing here' })).toBeVisible()
})

test('the newsroom is never left without an admin', async ({ desk }) => {
  const ada = await desk.arrive('admin', 'Ada')
  await ada.page.goto(desk.at('/people'))

  await ada.page.getByRole('combobox', { name: 'Role of Ada' }).selectOption('Writer')
  await ada.page.getByRole('form', { name: 'Role of Ada' }).getByRole('button').click()
  await expect(ada.page.getByText('This is the last admin.').first()).toBeVisible()
  await ada.page.getByRole('button', { name: 'Remove Ada' }).click()
  await expect(ada.page.getByRole('dialog', { name: 'Remove yourself?' })).toBeVisible()
  await assertAccessible(ada.page)
  await ada.page.getByRole('button', { name: 'Remove myself' }).click()
  await expect(ada.page.getByRole('dialog').getByText('This is the last admin.')).toBeVisible()
})

test('somebody who is removed is out at once, wherever they are', async ({ desk }) => {
  desk.mayHear(/404 \(Not Found\)/)
  const ada = await desk.arrive('admin', 'Ada')
  const tom = await desk.arrive('checker', 'Tom')
  const article = await desk.newsroom.article({ by: ada.actor, checkers: [tom.actor] })
  const list = await tom.page.context().newPage()
  await tom.page.goto(desk.at(article))
  await list.goto(desk.at('/articles'))
  await expect(tom.page.getByText('The old bridge opened')).toBeVisible()
  await expect(list.getByRole('link', { name: 'The bridge' })).toBeVisible()

  await ada.page.goto(desk.at('/people'))
  await ada.page.getByRole('button', { name: 'Remove Tom' }).click()
  await ada.page.getByRole('button', { name: 'Remove Tom' }).last().click()
  await expect(ada.page.getByText('1 person was removed')).toBeVisible()

  await expect(tom.page).toHaveURL(/\/log-in\?to=/)
  await expect(list).toHaveURL(/\/log-in\?to=/)
  await expect(tom.page.getByText('The old bridge opened')).toBeHidden()
})

test('whoever changes their password stays here and is out elsewhere', async ({ desk }) => {
  const { page, actor } = await desk.arrive('editor', 'Ines')
  const device = await desk.stranger()
  await device.goto('/log-in')
  await device.getByLabel('Email address').fill(actor.email)
  await device.getByLabel('Password').fill(TEST_PASSWORD)
  await device.getByRole('button', { name: 'Log in' }).click()
  await expect(device).toHaveURL(desk.at())

  await page.goto(desk.at('/account'))
  const form = page.getByRole('form', { name: 'Change password' })
  const send = async (current: string, next: string, again: string) => {
    await form.getByLabel('Present password').fill(current)
    await form.getByLabel('New password', { exact: true }).fill(next)
    await form.getByLabel('New password, once more').fill(again)
    await form.getByRole('button', { name: 'Change password' }).click()
  }
  await send('something else', NEW_PASSWORD, NEW_PASSWORD)
  await expect(form.getByText('This is not your present password.').first()).toBeVisible()
  await send(TEST_PASSWORD, NEW_PASSWORD, 'another')
  await expect(form.getByText('This is not the same as the new password.')).toBeVisible()
  await assertAccessible(page)
  await send(TEST_PASSWORD, NEW_PASSWORD, NEW_PASSWORD)
  await expect(page.getByText('Your password is changed')).toBeVisible()

  await expect(device).toHaveURL(/\/log-in\?to=/)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Ines' })).toBeVisible()

  await device.getByLabel('Email address').fill(actor.email)
  await device.getByLabel('Password').fill(NEW_PASSWORD)
  await device.getByRole('button', { name: 'Log in' }).click()
  await expect(device).toHaveURL(desk.at())
})

test('logging out everywhere ends every log-in, at once', async ({ desk }) => {
  desk.mayHear(/404 \(Not Found\).*\/live$/)
  const { page, actor } = await desk.arrive('editor', 'Ines')
  const device = await desk.stranger()
  await device.goto('/log-in')
  await device.getByLabel('Email address').fill(actor.email)
  await device.getByLabel('Password').fill(TEST_PASSWORD)
  await device.getByRole('button', { name: 'Log in' }).click()
  await expect(device).toHaveURL(desk.at())

  await page.goto(desk.at('/account'))
  await page.getByRole('button', { name: 'Log out everywhere' }).click()

  await expect(page).toHaveURL(/\/log-in/)
  await expect(device).toHaveURL(/\/log-in\?to=/)
})
