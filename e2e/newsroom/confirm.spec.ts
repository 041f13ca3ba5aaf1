import { db } from '@/lib/db/client'
import { TEST_PASSWORD } from '@/lib/testing/fixtures/newsroom'
import { aSecondFactor } from '@/lib/testing/fixtures/second-factor'
import { assertAccessible } from '../support/axe'
import { expect, type Person, test } from '../support/fixtures'
import { shot } from '../support/screenshots'

test('a new role asks who it is, keeps what was chosen, and goes on once it is confirmed', async ({
  desk,
}) => {
  const ada = await desk.arrive('admin', 'Ada')
  await desk.newsroom.member('checker', 'Bo')
  const { page } = ada
  await page.goto(desk.at('/people'))
  await elevenMinutesPass(ada)
  const role = page.getByRole('combobox', { name: 'Role of Bo' })
  await role.selectOption('Editor')
  await page.getByRole('button', { name: 'Save', exact: true }).click()

  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' })
  const password = dialog.getByLabel('Your password')
  await expect(password).toBeFocused()
  await assertAccessible(page)
  await shot(page, 'confirm')
  await password.fill('guessed')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toHaveText('This is not your present password.')
  await assertAccessible(page)
  await shot(page, 'confirm-wrong')

  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(role).toHaveValue('editor')
  await expect(page.getByText('Not done yet: confirm that it is you')).toBeVisible()
  await shot(page, 'confirm-left')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await password.fill(TEST_PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Bo has the new role')).toBeVisible()
  await expect(dialog).toBeHidden()

  // Ten minutes begin now.
  await page.getByRole('button', { name: 'Remove Bo' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove Bo' }).click()
  await expect(page.getByText('Bo was removed')).toBeVisible()
})

test('over a dialog that asks already, a code of the second factor confirms', async ({ desk }) => {
  const ada = await desk.arrive('admin', 'Ada')
  const shown = await aSecondFactor(ada.actor)
  await desk.newsroom.member('writer', 'Bo')
  const { page } = ada
  await page.goto(desk.at('/people'))
  await elevenMinutesPass(ada)
  await page.getByRole('button', { name: 'New password for Bo' }).click()
  await page.getByRole('button', { name: 'Make the link' }).click()
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' })
  await dialog.getByRole('button', { name: 'Use a code of your authenticator app' }).click()
  await dialog.getByLabel('Code of your authenticator app').fill(shown())
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByLabel('Link for Bo')).toBeVisible()
})

test('the log is handed out to whoever confirms who they are', async ({ desk }) => {
  const ada = await desk.arrive('auditor', 'Ada')
  const { page } = ada
  await page.goto(desk.at('/log'))
  await elevenMinutesPass(ada)
  await page.getByText('Prove it without Stet').click()
  await page.getByRole('link', { name: 'Export the log' }).click()
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' })
  await dialog.getByLabel('Your password').fill(TEST_PASSWORD)
  const handed = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect((await handed).suggestedFilename()).toMatch(/\.jsonl$/)
  await expect(page).toHaveURL(desk.at('/log'))
  await expect(page.getByText('confirmed who they are').first()).toBeHidden()
  await page.reload()
  await expect(page.getByText('confirmed who they are').first()).toBeVisible()
})

/** They showed who they are at the log-in, and that is a while ago. */
async function elevenMinutesPass({ actor }: Person): Promise<void> {
  const confirmedAt = new Date(Date.now() - 11 * 60_000)
  await db().session.update({ where: { id: actor.sessionId }, data: { confirmedAt } })
}
