import { insertSession } from '@/lib/db/newsroom/sessions'
import { TEST_PASSWORD } from '@/lib/testing/fixtures/newsroom'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'

test('log-ins are listed, and one that nobody knows is ended', async ({ desk }) => {
  const nora = await desk.newsroom.member('checker', 'Nora')
  const page = await desk.stranger()
  await page.goto(`/log-in?to=${desk.at('/account')}`)
  await page.getByLabel('Email address').fill(nora.email)
  await page.getByLabel('Password').fill(TEST_PASSWORD)
  await page.getByRole('button', { name: 'Log in' }).click()
  const lost = await desk.stranger()
  const from = { device: 'Firefox on Windows', address: '192.0.2.7' }
  const sessionId = await insertSession(nora.userId, from)
  await desk.logIn({ ...nora, sessionId }, lost.context())
  await lost.goto(desk.at('/articles'))

  await page.reload()
  const here = page.getByRole('region', { name: 'Where you are logged in' })
  await expect(here.getByRole('listitem')).toHaveCount(3)
  await expect(here.getByRole('listitem').filter({ hasText: '(this one)' })).toContainText(
    'Chrome on Linux',
  )
  await expect(here.getByText('192.0.2.7')).toBeVisible()
  await assertAccessible(page)
  await shot(page, 'log-ins', here)

  await here.getByRole('button', { name: 'End it on Firefox on Windows' }).click()
  await expect(page.getByText('That log-in has ended')).toBeVisible()
  await expect(here.getByRole('listitem')).toHaveCount(2)
  await expect(here.getByRole('heading')).toBeFocused()
  await lost.goto(desk.at('/articles'))
  await expect(lost).toHaveURL(/\/log-in\?to=/)
})

test('all other log-ins end at once, and this one stays', async ({ desk }) => {
  const { page, actor } = await desk.arrive('checker', 'Nora')
  for (const device of ['Safari on iPhone', 'Edge on Windows']) {
    await insertSession(actor.userId, { device, address: '' })
  }
  await page.goto(desk.at('/account'))
  await page.getByRole('button', { name: 'End all others' }).click()
  await expect(page.getByText('Your other log-ins have ended')).toBeVisible()
  await expect(page.getByText('Safari on iPhone', { exact: true })).toBeHidden()
  await page.goto(desk.at('/articles'))
  await expect(page).toHaveURL(desk.at('/articles'))
})

test('an admin logs somebody out, whose open page finds nobody there', async ({ desk }) => {
  desk.mayHear(/401|404/)
  const ada = await desk.arrive('admin', 'Ada')
  const bo = await desk.arrive('checker', 'Bo')
  await bo.page.goto(desk.at('/articles'))

  await ada.page.goto(desk.at('/people'))
  await ada.page.getByRole('button', { name: 'Log Bo out' }).click()
  const dialog = ada.page.getByRole('dialog', { name: 'Log Bo out?' })
  await assertAccessible(ada.page)
  await shot(ada.page, 'log-out-of')
  await dialog.getByRole('button', { name: 'Log Bo out' }).click()
  await expect(ada.page.getByText('Bo is logged out')).toBeVisible()
  await bo.page.goto(desk.at('/articles'))
  await expect(bo.page).toHaveURL(/\/log-in\?to=/)
})
