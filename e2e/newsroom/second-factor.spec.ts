import type { Page } from '@playwright/test'
import { db } from '@/lib/db/client'
import { authenticatorCode } from '@/lib/keys/authenticator'
import { unseal } from '@/lib/keys/sealed'
import { TEST_PASSWORD } from '@/lib/testing/fixtures/newsroom'
import { aSecondFactor } from '@/lib/testing/fixtures/second-factor'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'

test('somebody sets up a second factor, keeps the codes, and logs in with one', async ({
  desk,
}) => {
  desk.mayHear(/401 \(Unauthorized\)/)
  const { page, actor } = await desk.arrive('checker', 'Nora')
  await page.goto(desk.at('/account'))
  await page.getByRole('link', { name: 'Set up a second factor' }).click()
  await page.getByRole('button', { name: 'Begin', exact: true }).click()
  await expect(page.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible()
  await page.getByText('Type it instead').click()
  const { sealedSecret } = await db().secondFactor.findUniqueOrThrow({
    where: { userId: actor.userId },
  })
  const secret = unseal(sealedSecret, actor.userId) ?? ''
  await expect(page.getByText(secret.replace(/(.{4})(?=.)/g, '$1 '))).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'second-factor-begun')

  const code = page.getByLabel('Type the code that the app shows now')
  await code.fill(authenticatorCode(secret, new Date(Date.now() - 600_000)))
  await page.keyboard.press('Enter')
  await expect(
    page.getByText('the clock of your phone is about 10 minutes behind').last(),
  ).toBeVisible()
  await expect(code).toBeFocused()
  await expect(code).not.toHaveValue('')
  await code.fill(authenticatorCode(secret))
  await page.keyboard.press('Enter')

  const codes = page.getByRole('region', { name: 'Recovery codes' })
  await expect(codes.getByRole('listitem')).toHaveCount(10)
  const [first = ''] = await codes.getByRole('listitem').allInnerTexts()
  await assertAccessible(page)
  await shot(page, 'second-factor-codes')
  await page.getByRole('link', { name: 'I have kept them, go on' }).click()
  await expect(page).toHaveURL(desk.at('/account'))
  await expect(page.getByText('10 recovery codes are left.')).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'second-factor-on')

  const elsewhere = await desk.stranger()
  await logIn(elsewhere, actor.email)
  await elsewhere.getByRole('button', { name: 'Use a recovery code' }).click()
  await elsewhere.getByLabel('Recovery code').fill(first)
  await elsewhere.keyboard.press('Enter')
  await expect(elsewhere).toHaveURL(desk.at())

  await page.reload()
  await expect(page.getByText('9 recovery codes are left.')).toBeVisible()
  await page.getByText('Turn it off').first().click()
  const form = page.getByRole('form', { name: 'Turn off the second factor' })
  await form.getByLabel('Present password').fill('guessed')
  await page.keyboard.press('Enter')
  await expect(form.getByText('This is not your present password.').last()).toBeVisible()
  await form.getByLabel('Present password').fill(TEST_PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Set up a second factor' })).toBeVisible()
})

test('a code is asked for after the password, and one that is wrong, used or of another time says so', async ({
  desk,
}) => {
  desk.mayHear(/401 \(Unauthorized\)/)
  const nora = await desk.newsroom.member('checker', 'Nora')
  const shown = await aSecondFactor(nora)
  const page = await desk.stranger()
  await logIn(page, nora.email)
  const code = page.getByLabel('Code of your authenticator app')
  await expect(code).toBeFocused()
  await assertAccessible(page)
  await shot(page, 'log-in-code')

  await code.fill('12')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'This code opens nothing' })).toBeVisible()
  await code.fill(shown(600))
  await page.keyboard.press('Enter')
  await expect(page.getByText('about 10 minutes ahead')).toBeVisible()
  await assertAccessible(page)
  const once = shown()
  await code.fill(once)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(desk.at())

  const other = await desk.stranger()
  await logIn(other, nora.email)
  await other.getByLabel('Code of your authenticator app').fill(once)
  await other.keyboard.press('Enter')
  await expect(other.getByText('This code was used already')).toBeVisible()
})

test('where an admin requires it, it comes before anything else; and the admin resets one', async ({
  desk,
}) => {
  desk.mayHear(/401|404/)
  const ada = await desk.arrive('admin', 'Ada')
  const bo = await desk.arrive('checker', 'Bo')
  await ada.page.goto(desk.at('/settings'))
  await ada.page.getByRole('button', { name: 'Require a second factor' }).click()
  await expect(ada.page.getByText('Set up your own second factor first')).toBeVisible()
  await aSecondFactor(ada.actor)
  await ada.page.getByRole('button', { name: 'Require a second factor' }).click()
  await expect(ada.page.getByRole('button', { name: 'Leave it to everybody' })).toBeVisible()
  await assertAccessible(ada.page)
  await shot(ada.page, 'second-factor-required', ada.page.getByText('Leave it to everybody'))

  await bo.page.goto(desk.at('/articles'))
  await expect(bo.page.getByText('The Desk asks everybody for one')).toBeVisible()
  const asked = await bo.page.request.get(desk.at('/waiting/read'))
  expect(asked.status()).toBeGreaterThanOrEqual(400)
  await bo.page.getByRole('button', { name: 'Begin', exact: true }).click()
  await expect(bo.page.getByRole('img', { name: 'QR code' })).toBeVisible()
  const { sealedSecret } = await db().secondFactor.findUniqueOrThrow({
    where: { userId: bo.actor.userId },
  })
  const secret = unseal(sealedSecret, bo.actor.userId) ?? ''
  await bo.page.getByLabel('Type the code that the app shows now').fill(authenticatorCode(secret))
  await bo.page.keyboard.press('Enter')
  await bo.page.getByRole('link', { name: 'I have kept them, go on' }).click()
  await expect(bo.page).toHaveURL(desk.at('/articles'))

  await ada.page.goto(desk.at('/people'))
  await shot(ada.page, 'people')
  await ada.page.getByRole('button', { name: 'Reset the second factor of Bo' }).click()
  await assertAccessible(ada.page)
  await ada.page.getByRole('button', { name: 'Reset it' }).click()
  await expect(ada.page.getByText('Bo has no second factor any more')).toBeVisible()
  await bo.page.goto(desk.at('/articles'))
  await expect(bo.page.getByText('The Desk asks everybody for one')).toBeVisible()
})

async function logIn(page: Page, email: string): Promise<void> {
  await page.goto('/log-in')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password').fill(TEST_PASSWORD)
  await page.getByRole('button', { name: 'Log in' }).click()
}
