import { momentWords } from '@/lib/domain/times/moments'
import { expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'
import { goToArticle, rowOf } from '../support/workspace'

const HOURS = 3_600_000

test('a deadline is named by the reader’s own calendar days and its hour', async ({ desk }) => {
  const timezoneId = 'Pacific/Kiritimati'
  const { actor, page } = await desk.arrive('editor', 'Ines', { timezoneId })
  await page.setViewportSize({ width: 1600, height: 900 })
  const headlines = { 'The bridge': 30, 'The tunnel': 47, 'The ferry': 200 }
  const articles = []
  for (const [headline, hours] of Object.entries(headlines)) {
    const deadline = new Date(Date.now() + hours * HOURS)
    const { slug } = await desk.newsroom.article({ by: actor, headline, deadline })
    articles.push({ slug, headline, said: () => momentWords(deadline, new Date(), timezoneId) })
  }
  await page.goto(desk.at('/articles'))
  for (const { headline, said } of articles) {
    await expect(page.getByRole('row', { name: headline })).toContainText(said())
  }
  await expect(page.getByText(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d/).first()).toBeVisible()
  await shot(page, 'deadline-list')
  for (const article of articles) {
    await goToArticle(page, desk.at(article))
    await expect(page.getByText(`due ${article.said()}`)).toBeVisible()
  }
  await shot(page, 'deadline-workspace')
})

test('an admin sets the newsroom’s time zone, and reports say when in it', async ({ desk }) => {
  const { actor, page } = await desk.arrive('admin', 'Ada')
  const deadline = new Date('2030-12-07T22:00:00Z')
  const article = await desk.newsroom.article({ by: actor, headline: '新闻：大桥', deadline })
  expect(article.slug).toBe('新闻-大桥')

  await page.goto(desk.at('/settings'))
  const zone = page.getByLabel('Time zone')
  await expect(zone).toHaveValue('UTC')
  await zone.selectOption('Europe/Istanbul')
  const saved = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await page.getByRole('button', { name: 'Save the newsroom' }).click()
  await saved
  await page.reload()
  await expect(zone).toHaveValue('Europe/Istanbul')
  await zone.scrollIntoViewIfNeeded()
  await shot(page, 'newsroom-zone')

  await page.goto(`${desk.at(article)}/report`)
  await expect(
    page.getByText('8 Dec 2030, 01:00 in Istanbul (7 Dec 2030, 22:00 UTC)'),
  ).toBeVisible()
  await expect(page.getByText('新闻-大桥, draft')).toBeVisible()
  await shot(page, 'report-zone')
})

test('an article whose headline has no Latin letter keeps it in its address and its files', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await desk.newsroom.article({ by: actor, headline: 'Город и ß' })
  const path = desk.at({ slug: encodeURIComponent('город-и-ss') })
  await page.goto(desk.at('/articles'))
  await page.getByRole('link', { name: 'Город и ß' }).click()
  await expect(page).toHaveURL(path)
  await desk.newsroom.claim(article, 'opened in 1932')
  await expect(rowOf(page, /opened in 1932/)).toBeVisible()
  for (const part of ['details', 'history', 'queries', 'sign-off', 'revise', 'report', 'compare']) {
    expect((await page.request.get(`${path}/${part}`)).status(), part).toBe(200)
  }
  const { headers, status } = await page.request
    .get(`${path}/report/csv`)
    .then((answer) => ({ headers: answer.headers(), status: answer.status() }))
  expect(status).toBe(200)
  expect(decodeURIComponent(headers['content-disposition'] ?? '')).toContain(
    'город-и-ss-r1-fact-check.csv',
  )
})
