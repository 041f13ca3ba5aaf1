import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { setStatus } from '../lib/commands/claims'
import { giveVerdict } from '../lib/commands/verdicts'
import type { Block } from '../lib/domain/text'
import { expect, test } from './desk'
import { firstLineInView, firstRowInView } from './still'
import {
  chosenWords,
  claimOf,
  dragOver,
  goToArticle,
  openVerdictForm,
  panelOf,
  rowOf,
} from './workspace'

const PARAGRAPHS = 40

const words = (index: number) => `ferry number ${index + 1} carried ${1000 + index * 7} tonnes`

const LONG: Block[] = Array.from({ length: PARAGRAPHS }, (_, index) => ({
  kind: 'paragraph',
  text: `In the spring the harbour office wrote that ${words(index)} across the strait, more than in any season before it, while coal fell in price again.`,
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
  const claims = []
  for (let index = 0; index < PARAGRAPHS; index++) {
    claims.push(await desk.newsroom.claim(article, words(index)))
  }
  await goToArticle(page, `${desk.at(article)}?claim=1`)
  const form = await openVerdictForm(claimOf(page, 'C-001'))
  await form.getByRole('radio', { name: /^Disputed/ }).check()
  const asked: string[] = []
  page.on('request', (request) => {
    if (/\/desk\?|_rsc=/.test(request.url())) asked.push(request.url())
  })
  const slowest = await slowestKey(page)

  let changes = 0
  const start = performance.now()
  const changing = (async () => {
    while (performance.now() - start < 5_000) {
      const claim = claims[changes % claims.length]
      const moves = Math.floor(changes / claims.length) % 2
      const [from, status] = moves ? ['in_progress', 'unchecked'] : ['unchecked', 'in_progress']
      if (claim) await setStatus(ada.actor, { claimId: claim.claimId, from, status })
      changes++
      await pause(Math.max(0, changes * 33 - (performance.now() - start)))
    }
  })()
  await form
    .getByLabel('Why')
    .pressSequentially('Two dates are about, and both are on file. '.repeat(2))
  await changing
  const last = claims[(changes - 1) % claims.length]
  if (last) {
    const { claimId } = last
    await giveVerdict(ada.actor, { claimId, verdict: 'not_checkable', rationale: 'A guess.' })
  }

  await expect(
    rowOf(page, new RegExp(`^C-0?${String(last?.number).padStart(2, '0')} Not checkable`)),
  ).toHaveCount(1)
  test.info().annotations.push({
    type: 'changes',
    description: `${changes}, asked ${asked.length} times, slowest key ${await slowest()} ms`,
  })
  expect(changes).toBeGreaterThan(60)
  expect(asked.length).toBeLessThan(35)
  await expect(form.getByLabel('Why')).toHaveValue(
    /^(Two dates are about, and both are on file\. ){2}$/,
  )
  expect(await slowest()).toBeLessThan(250)
})

/** The words that the page paints as those of the open claim. */
function shownInText(page: Page): Promise<string> {
  return page.evaluate(() => [...(CSS.highlights.get('current') ?? [])].join(''))
}

/** The longest time from a key to the field that shows it, in milliseconds. */
async function slowestKey(page: Page): Promise<() => Promise<number>> {
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
