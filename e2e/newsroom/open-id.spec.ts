import { aSecondFactor } from '@/lib/testing/fixtures/second-factor'
import {
  type Entries,
  startOpenIdProvider,
  type TestOpenIdProvider,
} from '@/lib/testing/outside/openid-provider'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { startApp } from '../support/own-server'
import { shot } from '../support/screenshots'

test('people log in with the account of their house, once an admin lets them, and come to the page that they asked for', async ({
  desk,
}) => {
  test.slow()
  desk.mayHear(
    /401 \(Unauth|503|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION|network error|Failed to fetch/,
  )
  const [ada, nora, bo] = await Promise.all([
    desk.newsroom.member('admin', 'Ada'),
    desk.newsroom.member('checker', 'Nora'),
    desk.newsroom.member('writer', 'Bo'),
  ])
  const entries: Entries = {
    nora: { email: nora.email, email_verified: true },
    bo: { email: bo.email, email_verified: false },
    eve: { email: 'eve@example.org', email_verified: true },
  }
  const house = await startOpenIdProvider(entries)
  const app = await startApp(process.env.DATABASE_URL ?? '', settingsOf(house))
  try {
    const page = await desk.stranger()
    const asked = `${app.url}${desk.at('/articles')}?status=checking`
    const begin = async () => page.getByRole('link', { name: 'Log in with The House' }).click()
    const says = (words: string) => expect(page.getByRole('alert').filter({ hasText: words }))

    await page.goto(asked)
    await begin()
    await says('The House does not answer').toBeVisible()
    await assertAccessible(page)
    await shot(page, 'openid-down')

    house.serve(app.url)
    await begin()
    await page.getByRole('button', { name: 'nora' }).click()
    await says('Not every newsroom of yours').toBeVisible()

    const office = await desk.stranger()
    await desk.logIn(ada, office.context())
    await office.goto(`${app.url}${desk.at('/settings')}`)
    await office.getByRole('button', { name: 'Allow log-ins with The House' }).click()
    await expect(office.getByRole('button', { name: 'No log-ins with The House' })).toBeVisible()
    await assertAccessible(office)
    await shot(office, 'openid-allowed', office.getByText('No log-ins with The House'))

    // The House knows by its cookie who this is.
    await begin()
    await expect(page).toHaveURL(asked)
    await expect(page.getByRole('heading', { name: 'Articles', exact: true })).toBeVisible()
    await page.goto(`${app.url}${desk.at('/account')}`)
    await expect(page.getByText('(this one)')).toBeVisible()

    const shown = await aSecondFactor(nora)
    await page.context().clearCookies()
    await page.goto(asked)
    await assertAccessible(page)
    await shot(page, 'openid-log-in')
    for (const [who, words] of [
      ['bo', 'does not say that your email address is verified'],
      ['eve', 'Nobody has an account here'],
      ['No', 'did not confirm who you are'],
    ] as const) {
      await begin()
      await page.getByRole('button', { name: who, exact: true }).click()
      await says(words).toBeVisible()
      await page.context().clearCookies()
    }
    await begin()
    await page.getByRole('button', { name: 'nora' }).click()
    const code = page.getByLabel('Code of your authenticator app')
    await expect(code).toBeFocused()
    await assertAccessible(page)
    await shot(page, 'openid-code')
    await code.fill('123')
    await page.keyboard.press('Enter')
    await says('This code opens nothing').toBeVisible()
    await code.fill(shown())
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(asked)
  } finally {
    await app.stop()
    house.stop()
  }
})

const settingsOf = ({ settings }: TestOpenIdProvider) => ({
  STET_OIDC_ISSUER: settings.issuer,
  STET_OIDC_CLIENT_ID: settings.clientId,
  STET_OIDC_CLIENT_SECRET: settings.clientSecret,
  STET_OIDC_NAME: settings.name,
})
