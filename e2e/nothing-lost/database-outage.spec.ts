import { setTimeout as pause } from 'node:timers/promises'
import { offerSetupCode } from '@/lib/server/launch/setup-code'
import { makeDatabase } from '@/lib/testing/database/isolated-database'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { aLineTo, startApp } from '../support/own-server'
import { claimOf, openVerdictForm, panelOf, rowOf } from '../support/workspace'

const DATABASE = process.env.DATABASE_URL ?? ''

test('a database that is away for ten seconds costs nobody a word', async ({ desk }) => {
  test.slow()
  // Its server is gone at the end, while a page may still ask it.
  desk.mayHear(/ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION|Failed to fetch/)
  const line = await aLineTo(DATABASE)
  const app = await startApp(line.url)
  try {
    const { actor, page } = await desk.arrive('editor', 'Ines')
    const article = await desk.newsroom.article({ by: actor })
    await desk.newsroom.claim(article, 'opened in 1932')
    await page.goto(`${app.url}${desk.at(article)}?claim=1`)
    const form = await openVerdictForm(claimOf(page, 'C-001'))
    await form.getByRole('radio', { name: /^Disputed/ }).check()
    await form.getByLabel('Why').fill('Two dates are about.')
    const reader = await page.context().newPage()

    line.cut()
    await form.getByRole('button', { name: 'Give verdict' }).click()
    const reading = reader.goto(`${app.url}${desk.at('/articles')}`)
    await pause(10_000)
    await expect(form.getByLabel('Why')).toHaveValue('Two dates are about.')
    line.mend()

    await expect(rowOf(page, /^C-001 Disputed/)).toBeVisible({ timeout: 15_000 })
    await expect(claimOf(page, 'C-001').getByText('Two dates are about.')).toBeVisible()
    expect((await reading)?.status()).toBe(200)
    await expect(reader.getByRole('link', { name: 'The bridge' })).toBeVisible()

    // The live line has found its way back too.
    await desk.newsroom.claim(article, 'four million crowns')
    await expect(panelOf(page).getByRole('heading', { name: 'Claims 2' })).toBeVisible({
      timeout: 20_000,
    })
  } finally {
    await app.stop()
    line.close()
  }
})

test('the first visit leads to set-up, which the code from the terminal opens', async ({
  desk,
}) => {
  test.slow()
  desk.mayHear(/ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION|network error/)
  const database = await makeDatabase(`set-up-${crypto.randomUUID()}`)
  const code = (await offerSetupCode(database.app)) ?? ''
  const app = await startApp(database.app)
  try {
    const page = await desk.stranger()
    await page.goto(app.url)
    await expect(page.getByRole('heading', { name: 'Set up your newsroom' })).toBeVisible()
    await page.getByLabel('Code from the terminal').fill('AAAA-AAAA-AAAA-AAAA')
    await page.getByLabel('Newsroom', { exact: true }).fill('The Daily')
    await page.getByLabel('Your name').fill('Ada')
    await page.getByLabel('Email address').fill('ada@example.org')
    await page.getByLabel('Password').fill('a long password')
    await page.getByRole('button', { name: 'Set up the newsroom' }).click()
    await expect(
      page.getByText('This is not the code that the terminal shows.').first(),
    ).toBeVisible()
    await expect(page.getByLabel('Newsroom', { exact: true })).toHaveValue('The Daily')
    await assertAccessible(page)

    await page.getByLabel('Code from the terminal').fill(code)
    await page.getByLabel('Password').fill('a long password')
    await page.getByRole('button', { name: 'Set up the newsroom' }).click()
    await expect(page).toHaveURL(`${app.url}/the-daily`)
    await expect(page.getByText('Ada, your account')).toBeVisible()

    const late = await desk.stranger()
    await late.goto(`${app.url}/set-up?code=${code}`)
    await expect(late).toHaveURL(`${app.url}/log-in`)
  } finally {
    await app.stop()
    await database.remove()
  }
})
