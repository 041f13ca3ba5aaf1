import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { assertAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { startApp } from '../support/own-server'
import { claimOf, goToArticle, rowOf } from '../support/workspace'

const inBar = (page: Page) => page.getByRole('list', { name: 'Here now' }).getByRole('listitem')

test('colleagues see who else is on the article, and on which claim', async ({ desk }) => {
  const ada = await desk.arrive('editor', 'Ada Moss')
  const ben = await desk.arrive('checker', 'Ben Ito')
  const article = await desk.newsroom.article({ by: ada.actor, checkers: [ben.actor] })
  await desk.newsroom.claim(article, 'opened in 1932')
  await desk.newsroom.claim(article, 'welded throughout')
  await ada.page.goto(desk.at(article))
  await expect(inBar(ada.page)).toHaveCount(0)

  await ben.page.goto(desk.at(article))
  await expect(inBar(ada.page)).toHaveText(/Ben Ito$/)
  await expect(inBar(ben.page)).toHaveText(/Ada Moss$/)
  await rowOf(ben.page, /^C-002/).click()
  await expect(rowOf(ada.page, /here: Ben Ito$/)).toContainText('C-002')
  await ada.page.getByRole('button', { name: 'Ben Ito, on C-002. Go there.' }).click()
  await expect(claimOf(ada.page, 'C-002').getByText('Ben Ito is here too.')).toBeVisible()
  await expect(claimOf(ben.page, 'C-002').getByText('Ada Moss is here too.')).toBeVisible()
  await expect(ada.page.getByRole('heading', { name: '“welded throughout”' })).toBeFocused()
  await assertAccessible(ada.page)

  // A second window is the same person, at the claim that was opened last.
  const second = await ben.page.context().newPage()
  await second.goto(`${desk.at(article)}?claim=1`)
  await expect(rowOf(ada.page, /here: Ben Ito$/)).toContainText('C-001')
  await expect(inBar(ada.page)).toHaveCount(1)
  await second.close()
  await expect(rowOf(ada.page, /here: Ben Ito$/)).toContainText('C-002')

  await ben.page.goto(desk.at('/articles'))
  await expect(inBar(ada.page)).toHaveCount(0)
  await expect(claimOf(ada.page, 'C-002').getByText('is here too')).toBeHidden()
})

test('colleagues on two servers see each other, also when one starts late', async ({ desk }) => {
  test.slow()
  desk.mayHear(/ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION/)
  const ada = await desk.arrive('editor', 'Ada')
  const ben = await desk.arrive('editor', 'Ben')
  const article = await desk.newsroom.article({ by: ada.actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await goToArticle(ada.page, `${desk.at(article)}?claim=1`)
  await expect(claimOf(ada.page, 'C-001')).toBeVisible()

  const late = await startApp(process.env.DATABASE_URL ?? '')
  try {
    await ben.page.goto(`${late.url}${desk.at(article)}?claim=1`)
    await expect(claimOf(ben.page, 'C-001').getByText('Ada is here too.')).toBeVisible()
    await expect(claimOf(ada.page, 'C-001').getByText('Ben is here too.')).toBeVisible()
    await ben.page.goto('about:blank')
    await expect(claimOf(ada.page, 'C-001').getByText('Ben is here too.')).toBeHidden()
  } finally {
    await late.stop()
  }
})

test('who is here is told to nobody who may not see the article, and kept nowhere', async ({
  desk,
}) => {
  const ada = await desk.arrive('editor', 'Ada')
  const wes = await desk.arrive('writer', 'Wes')
  const article = await desk.newsroom.article({ by: ada.actor })
  await desk.newsroom.claim(article, 'opened in 1932')
  await goToArticle(ada.page, `${desk.at(article)}?claim=1`)

  const log = await ada.page.request.get(desk.at('/log'))
  const body = await log.text()
  const say = (page: Page, data: unknown, headers = {}) =>
    page.request.post(desk.at('/live/presence'), { data, headers })
  const here = { article: article.slug, window: randomUUID(), claim: 1 }
  expect((await say(wes.page, here)).status()).toBe(404)
  const stream = await wes.page.request.get(desk.at(`/live?article=${article.slug}`))
  expect(stream.status()).toBe(404)
  const stranger = await desk.stranger()
  expect((await say(stranger, here)).status()).toBe(404)

  for (const wrong of [
    { ...here, claim: 'one' },
    { ...here, claim: 0 },
    { ...here, claim: 1.5 },
    { ...here, window: 'mine' },
    { ...here, name: 'The mayor' },
    { ...here, article: 'x'.repeat(2_000) },
    'nonsense',
    [],
  ]) {
    expect((await say(ada.page, wrong)).status()).toBe(400)
  }
  const plain = { 'content-type': 'text/plain' }
  expect((await say(ada.page, JSON.stringify(here), plain)).status()).toBe(400)
  const answers = await Promise.all(Array.from({ length: 40 }, () => say(ada.page, here)))
  const statuses = answers.map((answer) => answer.status())
  expect(new Set(statuses)).toEqual(new Set([204, 429]))
  expect(await (await ada.page.request.get(desk.at('/log'))).text()).toHaveLength(body.length)
})
