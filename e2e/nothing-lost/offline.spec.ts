import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { aLineTo, startApp } from '../support/own-server'
import { claimOf, goToArticle, openVerdictForm, panelOf, rowOf } from '../support/workspace'

const OFFLINE = 'Offline. What you type is kept here.'
const AWAY = 'Stet does not answer. What you type is kept here.'

test('a laptop that is offline for a while goes on working, and is brought up to date', async ({
  desk,
}) => {
  test.slow()
  desk.mayHear(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|Failed to fetch/)
  const ada = await desk.arrive('editor', 'Ada')
  const { page } = await desk.arrive('editor', 'Ben')
  const article = await desk.newsroom.article({ by: ada.actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  const sum = await desk.newsroom.claim(article, 'four million crowns')
  await ada.page.goto(`${desk.at(article)}?claim=2`)
  await goToArticle(page, `${desk.at(article)}?claim=1`)
  await expect(claimOf(page, 'C-001').getByRole('button', { name: 'Attach source' })).toBeVisible()
  await page.keyboard.press('j')
  await expect(claimOf(page, 'C-002').getByRole('button', { name: 'Attach source' })).toBeVisible()
  await expect(claimOf(page, 'C-002').getByText('Ada is here too.')).toBeVisible()
  const form = await openVerdictForm(claimOf(page, 'C-002'))
  await form.getByRole('radio', { name: /^Disputed/ }).check()
  await form.getByLabel('Why').pressSequentially('Two sums')
  const loads: string[] = []
  page.on('load', () => loads.push(page.url()))

  await page.context().setOffline(true)
  await expect(page.getByText(OFFLINE)).toBeVisible()
  // Nobody can tell who is here now.
  await expect(claimOf(page, 'C-002').getByText('Ada is here too.')).toBeHidden()
  await form.getByLabel('Why').pressSequentially(' are about.')
  await desk.newsroom.claim(article, 'welded throughout')
  await desk.newsroom.evidence(sum, { title: 'The city ledger' })
  await page.waitForTimeout(8_000)
  await page.getByRole('heading', { name: '“four million crowns”' }).click()
  await page.keyboard.press('k')
  await expect(claimOf(page, 'C-001').getByRole('button', { name: 'Attach source' })).toBeVisible()
  await page.keyboard.press('j')
  await expect(panelOf(page).getByRole('heading', { name: 'Claims 2' })).toBeVisible()
  await assertAccessible(page)

  await page.context().setOffline(false)
  await expect(page.getByText(OFFLINE)).toBeHidden()
  await expect(panelOf(page).getByRole('heading', { name: 'Claims 3' })).toBeVisible()
  await expect(claimOf(page, 'C-002').getByRole('link', { name: 'The city ledger' })).toBeVisible()
  await expect(claimOf(page, 'C-002').getByText('Ada is here too.')).toBeVisible()
  await openVerdictForm(claimOf(page, 'C-002'))
  await expect(form.getByLabel('Why')).toHaveValue('Two sums are about.')
  await form.getByRole('button', { name: 'Give verdict' }).click()
  await expect(rowOf(ada.page, /^C-002 Disputed/)).toBeVisible()
  expect(loads).toEqual([])
})

test('a server that is away is said to be, and the page goes on when it is back', async ({
  desk,
}) => {
  test.slow()
  desk.mayHear(/ERR_|Failed to (load|fetch)/)
  const { actor, page } = await desk.arrive('editor', 'Ben')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  const app = await startApp(process.env.DATABASE_URL ?? '')
  const way = await aLineTo(app.url)
  // The name that the log-in was made for.
  const url = way.url.replace('127.0.0.1', 'localhost')
  try {
    await goToArticle(page, new URL(`${desk.at(article)}?claim=1`, url).href)
    const form = await openVerdictForm(claimOf(page, 'C-001'))
    await form.getByLabel('Why').fill('Two dates')
    const loads: string[] = []
    page.on('load', () => loads.push(page.url()))

    way.cut()
    await expect(page.getByText(AWAY)).toBeVisible()
    await form.getByLabel('Why').pressSequentially(' are about.')
    await desk.newsroom.claim(article, 'welded throughout')
    way.mend()

    await expect(page.getByText(AWAY)).toBeHidden()
    await expect(panelOf(page).getByRole('heading', { name: 'Claims 2' })).toBeVisible()
    await expect(form.getByLabel('Why')).toHaveValue('Two dates are about.')
    expect(loads).toEqual([])
  } finally {
    await app.stop()
    way.close()
  }
})
