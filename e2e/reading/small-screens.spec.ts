import type { Page } from '@playwright/test'
import { askQuery } from '@/lib/commands/discussion/queries'
import { acceptSuggestion, suggestChange } from '@/lib/commands/discussion/suggestions'
import { assertAccessible, assertFits } from '../support/axe'
import { type Desk, expect, test } from '../support/fixtures'
import { shot } from '../support/screenshots'
import { claimOf } from '../support/workspace'

const PHONE = { width: 390, height: 844 }
/** A window of 1440 by 900 at 200 %. Its styles are those of the phone. */
const ZOOMED = { width: 720, height: 450 }

const OF_THE_NEWSROOM = [
  '',
  '/articles/new',
  '/sources',
  '/people',
  '/figures',
  '/settings',
  '/log?verify=1',
  '/account',
]

const OF_AN_ARTICLE = [
  ...['', '/details', '/history', '/report', '/queries', '/revise', '/apply', '/sign-off'],
  '/corrections',
]

test('no page of the newsroom is scrolled sideways on a phone or at 200 % zoom', async ({
  desk,
}) => {
  test.slow()
  const { page } = await aLongArticle(desk)
  for (const path of OF_THE_NEWSROOM) {
    await page.goto(desk.at(path))
    await expect(page.getByRole('main')).toBeVisible()
    await assertGood(page)
  }
})

test('whatever the wide bar leads to is reached on a phone too, with the present page marked', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('admin', 'Ada', {
    viewport: { width: 1440, height: 900 },
    hasTouch: true,
  })
  const article = await desk.newsroom.article({ by: actor, broughtBy: actor })
  await desk.newsroom.claim(article, 'opened in 1932', { assigneeId: actor.userId })
  await page.goto(desk.at(''))
  const nav = page.getByRole('navigation', { name: 'Newsroom' })
  const links = nav.getByRole('link')
  const wide = await links.allTextContents()
  await expect(nav.getByText('More', { exact: false })).toBeHidden()

  await page.setViewportSize(PHONE)
  await assertBarInSight(page)
  await page.setViewportSize({ ...PHONE, width: 320 })
  await assertBarInSight(page)
  await nav.locator('summary').tap()
  await assertFits(page)
  await nav.locator('summary').press('Escape')
  await page.setViewportSize(PHONE)
  const more = nav.locator('summary')
  await more.tap()
  expect(await links.allTextContents()).toEqual(wide)
  await assertAccessible(page)
  await shot(page, 'phone-more')
  await page.setViewportSize(PHONE)
  await links.filter({ hasText: 'Figures' }).tap()
  await expect(page.getByRole('heading', { name: 'Figures', level: 1 })).toBeVisible()
  await expect(more).toHaveText('More pages, now on Figures')
  await expect(links.filter({ hasText: 'Figures' })).toBeHidden()

  await more.focus()
  await page.keyboard.press('Enter')
  for (const _ of ['Search', 'Figures']) await page.keyboard.press('Tab')
  await expect(links.filter({ hasText: 'Figures' })).toBeFocused()
  await expect(links.filter({ hasText: 'Figures' })).toHaveAttribute('aria-current', 'page')
  await shot(page, 'phone-more-here')
  await page.setViewportSize(PHONE)
  await page.keyboard.press('Escape')
  await expect(more).toBeFocused()
  await page.keyboard.press('Enter')
  for (const _ of ['Search', 'Figures', 'People', 'Log']) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Log', level: 1 })).toBeVisible()
  await expect(more).toHaveText('More pages, now on Log')
  await assertFits(page)
})

test('no page of an article is scrolled sideways on a phone or at 200 % zoom', async ({ desk }) => {
  test.slow()
  const { page, article } = await aLongArticle(desk)
  for (const path of OF_AN_ARTICLE) {
    await page.goto(desk.at(article) + path)
    await expect(page.getByRole('main')).toBeVisible()
    await assertGood(page)
  }
})

test('the open claim and its forms are not scrolled sideways on a phone or at 200 % zoom', async ({
  desk,
}) => {
  const { page, article } = await aLongArticle(desk)
  await page.goto(desk.at(article))
  await assertBarInSight(page)
  await page.goto(`${desk.at(article)}?claim=1`)
  const open = claimOf(page, 'C-001')
  await open.getByRole('button', { name: 'Give verdict on “said”' }).click()
  await open.getByRole('button', { name: 'Attach source' }).click()
  await expect(open.getByRole('form', { name: 'Attach a source' })).toBeVisible()
  await assertGood(page)
  await open.getByRole('button', { name: 'Close' }).click()
  await expect(open).toBeHidden()
  await page.getByRole('button', { name: 'Claims', exact: true }).click()
  await page
    .getByRole('link', { name: /^C-001/ })
    .last()
    .click()
  await expect(open).toBeVisible()
})

test('the bar leaves the headline its room, with the ways to another text in sight', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const headline = 'First order of the new bridge is complete, head of the works says'
  const article = await desk.newsroom.article({ by: actor, headline })
  const claim = await desk.newsroom.claim(article, 'opened in 1932')
  const about = { articleId: article.articleId, revision: 1, claimId: claim.claimId }
  const after = 'opened in 1933'
  const { suggestionId } = await suggestChange(actor, { ...about, after, reason: 'number' })
  await acceptSuggestion(actor, { suggestionId, after })
  await askQuery(actor, { ...about, to: 'editor', question: 'Sure?', blocking: 'on' })
  await page.goto(desk.at(article))
  const bar = page.getByRole('banner')

  for (const width of [1440, 1280, 1000, 760]) {
    await page.setViewportSize({ width, height: 900 })
    for (const name of ['New revision', 'Apply 1 accepted change', '1 query · 1 blocking']) {
      await expect(bar.getByRole('link', { name, exact: true })).toBeInViewport({ ratio: 1 })
    }
    const shown = await bar.getByTitle(headline).evaluate(({ clientWidth }) => clientWidth)
    expect(shown, `the headline’s room at ${width}`).toBeGreaterThan(200)
    await assertFits(page)
  }
  await shot(page, 'bar')
  await assertAccessible(page)
})

/** An article with the longest headline, names and addresses that there can be, and an admin with a phone. */
async function aLongArticle(desk: Desk) {
  const { actor, page } = await desk.arrive('admin', 'Ada', { viewport: PHONE })
  const headline = 'Bridge authority says unsatisfactorily '.repeat(4).slice(0, 140)
  const article = await desk.newsroom.article({ by: actor, headline, worry: 'The year.' })
  const claim = await desk.newsroom.claim(article, 'opened in 1932', {
    claimant: 'The mayor of a town with a long name',
    risks: ['central', 'contested', 'single_source'],
  })
  const url = `https://example.org/${'long'.repeat(40)}`
  await desk.newsroom.evidence(claim, { title: `A ledger ${'X'.repeat(60)}`, url })
  return { page, article }
}

async function assertGood(page: Page): Promise<void> {
  await page.setViewportSize(ZOOMED)
  await assertFits(page)
  await page.setViewportSize(PHONE)
  await assertFits(page)
  await assertAccessible(page)
}

async function assertBarInSight(page: Page): Promise<void> {
  const bar = page.getByRole('banner')
  const hidden = () => bar.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
  await expect.poll(hidden, 'how much of the bar is out of sight').toBe(0)
}
