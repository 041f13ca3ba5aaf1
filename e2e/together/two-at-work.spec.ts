import { setTimeout as pause } from 'node:timers/promises'
import type { Page, Request } from '@playwright/test'
import { setStatus } from '@/lib/commands/claims/claims'
import { giveVerdict } from '@/lib/commands/claims/verdicts'
import type { Actor } from '@/lib/domain/policy'
import type { Block } from '@/lib/domain/text/blocks'
import type { TestClaim } from '@/lib/testing/fixtures/newsroom'
import { expect, test } from '../support/fixtures'
import { firstLineInView, firstRowInView } from '../support/scroll-position'
import {
  chosenWords,
  claimOf,
  dragOver,
  goToArticle,
  openVerdictForm,
  panelOf,
} from '../support/workspace'

const PARAGRAPHS = 40

const words = (index: number) => `ferry number ${index + 1} carried ${1000 + index * 7} tonnes`

const LONG: Block[] = Array.from({ length: PARAGRAPHS }, (_, index) => ({
  kind: 'paragraph',
  text: `In the spring the harbour office wrote that ${words(index)} across the strait, more than in any season before it, ${'by day and '.repeat(index % 9)}while coal fell in price again.`,
}))

for (const [size, viewport] of [
  ['a desk', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  test(`what a colleague changes moves nothing that is being read, on ${size}`, async ({
    desk,
  }) => {
    const ada = await desk.arrive('editor', 'Ada')
    const { actor, page } = await desk.arrive('editor', 'Ben', { viewport })
    const article = await desk.newsroom.article({ by: ada.actor, blocks: LONG })
    for (let index = 10; index < 40; index++) await desk.newsroom.claim(article, words(index))
    await goToArticle(page, desk.at(article))
    await page.evaluate(() => {
      document.querySelector('.text-side')?.scrollTo({ top: 2_000 })
      document.querySelector('.rows')?.scrollTo({ top: 8 * 32 + 5 })
    })
    const isWide = viewport.width > 800
    await dragOver(page, 'ferry number 25')
    const line = await firstLineInView(page)
    const row = isWide ? await firstRowInView(page) : null

    for (let index = 0; index < 8; index++) await desk.newsroom.claim(article, words(index))
    // Over some of the chosen words, which are cut up by it.
    const claim = await desk.newsroom.claim(article, 'number 25 carried')
    await giveVerdict(actor, {
      claimId: claim.claimId,
      verdict: 'not_checkable',
      rationale: 'A guess.',
    })
    await expect(
      page.locator('.article-text [data-claim="39"][data-status="not_checkable"]'),
    ).toHaveCount(1)

    const after = await firstLineInView(page)
    expect(after.words).toBe(line.words)
    expect(Math.abs(after.top - line.top)).toBeLessThan(1)
    expect(await chosenWords(page)).toBe('ferry number 25')
    if (!row) return
    const rowAfter = await firstRowInView(page)
    expect(rowAfter.number).toBe(row.number)
    expect(Math.abs(rowAfter.top - row.top)).toBeLessThan(1)
  })
}

test('what a colleague changes leaves the open claim, the focus and half a form as they are', async ({
  desk,
}) => {
  const ada = await desk.arrive('editor', 'Ada')
  const { page } = await desk.arrive('editor', 'Ben')
  const article = await desk.newsroom.article({ by: ada.actor, blocks: LONG })
  for (let index = 10; index < 40; index++) await desk.newsroom.claim(article, words(index))
  await goToArticle(page, `${desk.at(article)}?claim=20`)
  const form = await openVerdictForm(claimOf(page, 'C-020'))
  await form.getByRole('radio', { name: /^Disputed/ }).check()
  await form.getByLabel('Why').pressSequentially('Two dates are about')
  await form
    .getByLabel('Why')
    .evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(4, 9))
  await page.evaluate(() => document.querySelector('.rows')?.scrollTo({ top: 0 }))
  // The rows there are drawn a moment later.
  await expect.poll(async () => (await firstRowInView(page)).number).toBe('C-001')
  const [line, row] = [await firstLineInView(page), await firstRowInView(page)]
  const scrolled = () => page.evaluate(() => document.querySelector('.claim')?.scrollTop)
  const panel = await scrolled()

  for (let index = 0; index < 5; index++) {
    const { claimId } = await desk.newsroom.claim(article, words(index))
    await giveVerdict(ada.actor, { claimId, verdict: 'not_checkable', rationale: 'A guess.' })
  }
  await expect(panelOf(page).getByRole('heading', { name: 'Claims 35' })).toBeVisible()

  await expect(form.getByLabel('Why')).toBeFocused()
  await expect(form.getByLabel('Why')).toHaveValue('Two dates are about')
  await page.keyboard.type('years')
  await expect(form.getByLabel('Why')).toHaveValue('Two years are about')
  await expect(form.getByRole('radio', { name: /^Disputed/ })).toBeChecked()
  await expect(page).toHaveURL(/claim=20$/)
  expect(await firstRowInView(page)).toEqual(row)
  expect(await firstLineInView(page)).toEqual(line)
  expect(await scrolled()).toBe(panel)

  // The words of the open claim stay shown when a claim is marked inside them.
  await desk.newsroom.claim(article, 'number 30 carried')
  await expect(panelOf(page).getByRole('heading', { name: 'Claims 36' })).toBeVisible()
  expect(await shownInText(page)).toBe(words(29))
})

test('thirty changes a second leave the page usable, and it ends up with the last of them', async ({
  desk,
}) => {
  test.slow()
  const ada = await desk.arrive('editor', 'Ada')
  const { page } = await desk.arrive('editor', 'Ben')
  const article = await desk.newsroom.article({ by: ada.actor, blocks: LONG })
  const claims: TestClaim[] = []
  for (let index = 0; index < PARAGRAPHS; index++) {
    claims.push(await desk.newsroom.claim(article, words(index)))
  }
  await goToArticle(page, `${desk.at(article)}?claim=1`)
  const form = await openVerdictForm(claimOf(page, 'C-001'))
  await form.getByRole('radio', { name: /^Disputed/ }).check()
  const asked: string[] = []
  let [open, most] = [0, 0]
  const isAsking = (request: Request) => /\/desk\?|_rsc=/.test(request.url())
  page.on('request', (request) => {
    if (!isAsking(request)) return
    asked.push(request.url())
    most = Math.max(most, ++open)
  })
  page.on('requestfinished', (request) => {
    if (isAsking(request)) open--
  })
  const slowestKey = await timeKeys(page)

  const start = performance.now()
  const changing = changeThirtyTimesASecond(ada.actor, claims)
  await form.getByLabel('Why').pressSequentially(TYPED)
  const changes = await changing
  const took = performance.now() - start
  const { claimId } = await desk.newsroom.claim(article, 'coal fell')
  await giveVerdict(ada.actor, { claimId, verdict: 'not_checkable', rationale: 'A guess.' })

  await expect(page.locator('mark[data-status="not_checkable"]')).toHaveText('coal fell')
  const slowest = await slowestKey()
  test.info().annotations.push({
    type: 'measured',
    description: `${changes} changes in ${took.toFixed()} ms, asked ${asked.length} times, slowest key ${slowest.toFixed()} ms`,
  })
  expect(changes).toBe(150)
  expect(asked.length).toBeLessThan(changes / 3)
  expect(most, 'asked at the same time').toBe(1)
  await expect(form.getByLabel('Why')).toHaveValue(TYPED)
  expect(slowest).toBeLessThan(500)
})

const TYPED = 'Two dates are about, and both are on file; the later one is the mayor’s.'

/** For five seconds, one claim after the other, however long each takes; returns how many changes it made. */
async function changeThirtyTimesASecond(actor: Actor, claims: TestClaim[]): Promise<number> {
  const start = performance.now()
  const underWay: Promise<unknown>[] = []
  for (let count = 0; count < 150; count++) {
    const moved = Math.floor(count / claims.length) % 2 === 1
    const [from, status] = moved ? ['in_progress', 'unchecked'] : ['unchecked', 'in_progress']
    const { claimId = '' } = claims[count % claims.length] ?? {}
    underWay.push(setStatus(actor, { claimId, from, status }))
    await Promise.all([
      underWay[count - claims.length / 2],
      pause(Math.max(0, (count + 1) * 33 - (performance.now() - start))),
    ])
  }
  await Promise.all(underWay)
  return underWay.length
}

/** The words that the page paints as those of the open claim. */
function shownInText(page: Page): Promise<string> {
  return page.evaluate(() => [...(CSS.highlights.get('current') ?? [])].join(''))
}

/** The longest time from a key to the field that shows it, in milliseconds. */
async function timeKeys(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { keyTimes: times })
    document.addEventListener('keydown', ({ timeStamp }) => {
      requestAnimationFrame(() => times.push(performance.now() - timeStamp))
    })
  })
  return () =>
    page.evaluate(() => Math.max(...(window as unknown as { keyTimes: number[] }).keyTimes))
}
