import type { Page } from '@playwright/test'
import type { DossierPage } from '@/lib/db/workspace/dossiers'
import { expect, test } from '../support/fixtures'
import { claimOf, giveVerdict, goToArticle, panelOf, rowOf, textOf } from '../support/workspace'

/** Goes to an article and waits until all that is on file has come after the page. */
async function goAndHoldAll(page: Page, address: string): Promise<void> {
  await goToArticle(page, address)
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /\/claims\?since=0/.test(name)),
  )
}

const asksForOne = (page: Page) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (/\/claims\/\d/.test(request.url())) asked.push(request.url())
  })
  return asked
}

test('claims open without asking the server, and without a connection', async ({ desk }) => {
  desk.mayHear(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/)
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.evidence(await desk.newsroom.claim(article, 'opened in 1932'), {
    title: 'The city ledger',
  })
  await desk.newsroom.evidence(await desk.newsroom.claim(article, 'welded throughout'), {
    title: 'The yard book',
  })
  const asked = asksForOne(page)
  await goAndHoldAll(page, desk.at(article))

  await page.keyboard.press('j')
  await expect(claimOf(page, 'C-001').getByRole('link', { name: 'The city ledger' })).toBeVisible()
  await page.context().setOffline(true)
  await page.keyboard.press('j')

  await expect(claimOf(page, 'C-002').getByRole('link', { name: 'The yard book' })).toBeVisible()
  await page.context().setOffline(false)
  expect(asked).toEqual([])
})

test('a claim that was held shows what a colleague did meanwhile', async ({ desk }) => {
  const ada = await desk.arrive('editor', 'Ada')
  const ben = await desk.arrive('checker', 'Ben')
  const article = await desk.newsroom.article({ by: ada.actor, checkers: [ben.actor] })
  await desk.newsroom.claim(article, 'opened in 1932')
  await desk.newsroom.claim(article, 'welded throughout')
  const asked = asksForOne(ben.page)
  await goAndHoldAll(ben.page, desk.at(article))

  const changes = ben.page.waitForRequest(/\/claims\?since=[1-9]/)
  await ada.page.goto(`${desk.at(article)}?claim=2`)
  await giveVerdict(claimOf(ada.page, 'C-002'), null, 'Disputed', { Why: 'Two books differ.' })
  const again = await ben.page.request.get((await changes).url())
  const brought: DossierPage = await again.json()
  await rowOf(ben.page, /welded throughout/).click()

  await expect(claimOf(ben.page, 'C-002').getByText('Two books differ.')).toBeVisible()
  expect(brought.dossiers.map(({ number }) => number)).toEqual([2])
  expect(asked).toEqual([])
})

test('while the others are still on their way, the claim that is opened is asked for alone', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.evidence(await desk.newsroom.claim(article, 'opened in 1932'), {
    title: 'The city ledger',
  })
  await page.route(/\/claims\?since=/, () => new Promise(() => {}))
  await goToArticle(page, desk.at(article))

  await page.keyboard.press('j')

  await expect(claimOf(page, 'C-001').getByRole('link', { name: 'The city ledger' })).toBeVisible()
})

test('an answer that breaks off is asked for again', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await page.route(/\/claims\/\d/, (route) => route.abort())
  desk.mayHear(/ERR_FAILED/)
  let answers = 0
  await page.route(/\/claims\?since=0/, (route) =>
    ++answers === 1
      ? route.fulfill({ body: '{"whole":true,"dossiers":[{"numb' })
      : route.continue(),
  )
  await goToArticle(page, desk.at(article))

  await page.keyboard.press('j')
  await expect(panelOf(page).getByText('The evidence cannot be shown')).toBeVisible()

  await expect(claimOf(page, 'C-001').getByText('No source is attached yet.')).toBeVisible()
  expect(answers).toBe(2)
})

test('whoever is taken off an article keeps nothing of it', async ({ desk }) => {
  desk.mayHear(/404 \(Not Found\)/)
  const ada = await desk.arrive('editor', 'Ada')
  const ben = await desk.arrive('checker', 'Ben')
  const article = await desk.newsroom.article({ by: ada.actor, checkers: [ben.actor] })
  await desk.newsroom.claim(article, 'opened in 1932')
  await goAndHoldAll(ben.page, desk.at(article))

  await ada.page.goto(`${desk.at(article)}/details`)
  await ada.page.getByRole('group', { name: 'Checkers' }).getByLabel('Ben').uncheck()
  await ada.page.getByRole('button', { name: 'Save details' }).click()

  await expect(ben.page.getByRole('heading', { name: 'Nothing here' })).toBeVisible()
  await expect(textOf(ben.page)).toBeHidden()
  const answer = await ben.page.request.get(`${desk.at(article)}/claims?since=1`)
  expect([answer.status(), await answer.text()]).toEqual([404, ''])
})
