import type { Locator, Page } from '@playwright/test'
import { askQuery } from '@/lib/commands/discussion/queries'
import { suggestChange } from '@/lib/commands/discussion/suggestions'
import { correctArticle } from '@/lib/commands/publication/correct'
import { publishArticle } from '@/lib/commands/publication/publish'
import { reviseArticle } from '@/lib/commands/revisions/revise'
import { publishInEmergency } from '@/lib/commands/sign-off/sign-offs'
import { findChainHead } from '@/lib/db/audit/log'
import type { Actor } from '@/lib/domain/policy'
import { acceptAll } from '@/lib/testing/fixtures/article-to-sign'
import type { Newsroom } from '@/lib/testing/fixtures/newsroom'
import { readPdf } from '@/lib/testing/read-pdf'
import { assertAccessible, assertFits } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { markMany } from '../support/many-claims'
import { takeOut, wordsOfPdf } from '../support/report-files'
import { shot } from '../support/screenshots'
import { tabTo } from '../support/workspace'

const ARABIC = `افتتح الجسر القديم في عام ١٩٣٢، وكلّف 4 ملايين كرونة (بحسب العمدة).

«لن يُغلق الجسر قبل 2027!» قال المهندس Sven Brandt يوم الجمعة.`

test('words that run from the right keep their order on the pages of revising and signing', async ({
  desk,
}) => {
  test.slow()
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const headline = 'الجسر القديم: 1932 أم 1933؟'
  const article = await desk.newsroom.article({ by: actor, language: 'ar', headline, text: ARABIC })
  const { articleId } = article
  await desk.newsroom.claim(article, 'في عام ١٩٣٢،')
  const cost = await desk.newsroom.claim(article, '4 ملايين كرونة')
  await desk.newsroom.claim(article, '«لن يُغلق الجسر قبل 2027!»')
  const on = { articleId, revision: 1, claimId: cost.claimId }
  await suggestChange(actor, { ...on, after: '5 ملايين كرونة', reason: 'number', note: 'انظر!' })
  const address = desk.at(article)

  await page.goto(`${address}/sign-off`)
  const line = page.getByRole('link', { name: /^C-001/ })
  await assertFromTheRight(line, ['في', 'عام', '،'])
  await assertFromTheLeft(line, ['C-001', '”'])

  await page.goto(`${address}/queries`)
  const change = page.locator('.word-changes')
  await assertFromTheRight(change, ['4', '5', 'ملايين'])
  await assertFromTheRight(page.getByText('Number: '), ['انظر', '!'])

  // A claim that begins a paragraph does not turn it, and its number goes before its words.
  await page.goto(`${address}/revisions/1`)
  await assertFromTheRight(page.locator('.old-text'), ['وكلّف', 'C-002', '4', 'ملايين'])
  await assertFromTheRight(page.locator('.old-text'), ['C-003', '«', 'لن', '2027', '!'])

  await page.goto(`${address}/history`)
  const brought = page.getByRole('listitem').filter({ hasText: 'brought in' })
  await assertFromTheLeft(brought, ['Wren', '؟', '”', '23 words'])

  await page.goto(`${address}/revise`)
  const now = ARABIC.replace('١٩٣٢', '١٩٣٣').replace('4 ', '5 ').replace('2027', '2028')
  await page.getByLabel('Words of block 1', { exact: true }).fill(now.split('\n\n')[0] ?? '')
  const told = page.getByText('3 claims: 1 kept, 2 changed')
  expect.soft(await languageOf(told)).toBe('en')
  expect.soft(await languageOf(page.getByRole('insertion').first())).toBe('ar')
  await assertFromTheRight(page.locator('.word-diff').first(), ['١٩٣٢', '١٩٣٣'])

  const blocks = now.split('\n\n').map((text) => ({ kind: 'paragraph', text }))
  await reviseArticle(actor, { articleId, base: 1, blocks })
  await page.goto(`${address}/compare?from=1&to=2`)
  const compared = page.locator('.compared')
  await assertFromTheRight(compared, ['عام', '١٩٣٢', '١٩٣٣', '،', 'وكلّف', '4', '5', 'ملايين'])
  await assertFromTheRight(compared, ['قبل', '2027', '2028', '!', '»', 'قال'])

  await page.setViewportSize({ width: 390, height: 844 })
  for (const path of ['sign-off', 'queries', 'revise', 'apply', 'compare?from=1&to=2', 'details']) {
    await page.goto(`${address}/${path}`)
    await assertFits(page)
    if (/revise|compare/.test(path)) await assertAccessible(page)
  }
})

test('three hundred open items are accepted, taken back and signed without going through them', async ({
  desk,
}) => {
  test.slow()
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await anUncheckedArticle(desk.newsroom, actor, 300, { logged: false })
  await page.goto(`${desk.at(article)}/sign-off`)
  const sign = page.getByRole('button', { name: 'Sign off revision 1' })
  await expect(page.getByRole('heading', { name: 'Stands in the way 301' })).toBeVisible()
  await shot(page, 'large-open')
  expect(await screensOf(page)).toBeLessThan(3)

  await tabTo(page, page.getByRole('button', { name: 'Tick all of “Not checked”, or none' }))
  await page.keyboard.press('Enter')
  await page.getByLabel(/^Accept: One word/).check()
  await tabTo(page, page.getByLabel('Why may these 301 stay open?'))
  await page.keyboard.type('The ledger comes tomorrow.')
  await page.keyboard.press('Control+Enter')
  const accepted = page.getByRole('region', { name: 'Accepted as open 301' })
  await expect(accepted).toBeVisible()
  await expect(page.getByText('except for 301 open items')).toBeVisible()
  await shot(page, 'large-accepted')
  await assertAccessible(page)
  expect(await screensOf(page)).toBeLessThan(3)

  // One of those that are folded away is found, and taken back by itself.
  await accepted.getByText('and 293 more').click()
  const last = accepted.getByRole('listitem').filter({ hasText: 'C-300' })
  await last.getByRole('button', { name: /^Take back/ }).click()
  await expect(sign).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Stands in the way 1' })).toBeVisible()
  await page.getByLabel(/^Accept: C-300/).check()
  await page.getByLabel('Why may what you ticked stay open?').fill('So does this.')
  await page.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(sign).toBeVisible()
  await page.reload()
  await tabTo(page, sign)
  await page.keyboard.press('Enter')
  await expect(page.locator('.standing')).toContainText('Signed off by Ines')

  await page.goto(`${desk.at(article)}/report`)
  const report = await wordsOfPdf(await takeOut(page, 'PDF'))
  expect(report).toContain('except for 301 open items')
  expect(report.match(/The ledger comes tomorrow\./g)).toHaveLength(300)
})

test('what is still to be done after an emergency does not bury the page', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await anUncheckedArticle(desk.newsroom, actor, 60, { logged: false })
  const { articleId } = article
  const seen = (await findChainHead(actor)).seq
  await publishInEmergency(actor, { articleId, seen, reason: 'The dam breaks.' })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${desk.at(article)}/sign-off`)
  await expect(page.locator('.standing')).toContainText('61 of 61 open items still have to be done')
  await shot(page, 'large-emergency')
  expect(await screensOf(page)).toBeLessThan(4)
})

test('on paper the record is whole, dated and black on white, with nothing to press', async ({
  desk,
}) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await anUncheckedArticle(desk.newsroom, actor, 40)
  const { articleId } = article
  const questions = Array.from({ length: 60 }, (_, at) => `And is figure ${at + 1} right?`)
  const about = { articleId, revision: 1, start: 0, end: 5, to: 'editor' }
  await askQuery(actor, { ...about, question: questions.join(' ') })
  await acceptAll(actor, article)
  const address = desk.at(article)

  await page.goto(`${address}/sign-off`)
  await expect(page.locator('.rest').getByText('C-040, “Ferry 40').first()).toBeAttached()
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
  const ready = await printed(page)
  expect(ready.words).toContain('C-040, “Ferry 40 carried 140 tonnes”, is not checked.')
  expect(ready.words).not.toMatch(/Take back|Sign off revision|Tick all|just now| more$/m)
  expect(ready.words).toMatch(/Ines accepted this \d+ \w+ \d{4}, \d\d:\d\d( UTC)?:/)
  expect(ready.paper).toBe('rgb(255, 255, 255)')
  expect(ready.ink).toBeLessThan(0.05)

  await page.getByRole('button', { name: 'Sign off revision 1' }).click()
  await expect(page.locator('.standing')).toContainText('Signed off by Ines')
  const signed = await printed(page)
  expect(signed.words).toContain('C-040, “Ferry 40 carried 140 tonnes”, is not checked.')
  expect(signed.words).toContain('stet-checkpoint/1')
  expect(signed.words).not.toMatch(/Publish|Revoke|just now/)

  await page.goto(`${address}/history`)
  const history = await printed(page)
  expect(history.words).toContain('And is figure 60 right?')
  expect(history.words).not.toContain('Older')

  await publishArticle(actor, { articleId })
  const over = 'Ferry 1 carried 101 tonnes'
  const correcting = { articleId, base: 1, start: 0, end: over.length, over }
  const why = { cause: 'source_wrong', notice: 'It carried 102 tonnes.' }
  await correctArticle(actor, { ...correcting, after: 'Ferry 1 carried 102 tonnes', ...why })
  await page.goto(`${address}/corrections`)
  const corrections = await printed(page)
  expect(corrections.words).toContain('It carried 102 tonnes.')
  expect(corrections.words).not.toContain('Correct…')
  await page.goto(`${address}/compare?from=1&to=2`)
  const compared = await printed(page)
  expect(compared.words).toContain('What changed from revision 1 to 2')
  expect(compared.words).not.toMatch(/Factual|Side by side|Since/)
})

test('no heading is left alone at the foot of a page', async ({ desk }) => {
  const { actor, page } = await desk.arrive('editor', 'Ines')
  const article = await anUncheckedArticle(desk.newsroom, actor, 30)
  for (const path of ['sign-off', 'history']) {
    await page.goto(`${desk.at(article)}/${path}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    for (let down = 620; down < 860; down += 40) {
      await page.locator('.page-head').evaluate((head, down) => {
        if (head instanceof HTMLElement) head.style.paddingTop = `${down}px`
      }, down)
      const { feet } = await printed(page)
      for (const foot of feet) expect(foot, `${path}, ${down}`).not.toMatch(HEADING)
    }
  }
})

/** What a list or a day is called on these pages, alone on its line. */
const HEADING = /^(Not checked|Uncovered words|Stands in the way|\w+day, \d+ \w+ \d{4})[ \d]*$/

/** The page as it comes out of a printer: its words, the last line of each sheet, and how light its paper and its ink are. */
async function printed(page: Page) {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const { paper, ink } = await page.evaluate(() => {
    const light = (color: string) => {
      const context = document.createElement('canvas').getContext('2d')
      if (!context) throw new Error('this browser does not draw')
      context.fillStyle = color
      context.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
      return (0.2126 * red ** 2.2 + 0.7152 * green ** 2.2 + 0.0722 * blue ** 2.2) / 255 ** 2.2
    }
    const heading = document.querySelector('h1') ?? document.body
    return {
      paper: getComputedStyle(document.documentElement).backgroundColor,
      ink: light(getComputedStyle(heading).color),
    }
  })
  const pdf = await page.pdf({ format: 'A4' })
  await page.emulateMedia({ media: null, colorScheme: null })
  const { words, feet } = await readPdf(pdf)
  return { paper, ink, words, feet }
}

/** How many windows high the page is. */
const screensOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollHeight / window.innerHeight)

/** An article of so many claims, none of them checked, and one word that nobody has accounted for. */
async function anUncheckedArticle(
  newsroom: Newsroom,
  by: Actor,
  claims: number,
  { logged = true } = {},
) {
  const sentences = Array.from(
    { length: claims },
    (_, at) => `Ferry ${at + 1} carried ${at + 101} tonnes`,
  )
  const text = [...sentences.map((one) => `${one}.`), 'Perhaps.'].join('\n\n')
  const article = await newsroom.article({ by, text, headline: 'A long feature' })
  if (!logged) await markMany(article, sentences)
  else for (const sentence of sentences) await newsroom.claim(article, sentence)
  return article
}

/** These words follow each other from right to left, as they are seen. */
async function assertFromTheRight(text: Locator, words: string[]): Promise<void> {
  const places = await placesOf(text, words)
  expect.soft(places, words.join(' | ')).toEqual(places.toSorted((a, b) => b - a))
}

async function assertFromTheLeft(text: Locator, words: string[]): Promise<void> {
  const places = await placesOf(text, words)
  expect.soft(places, words.join(' | ')).toEqual(places.toSorted((a, b) => a - b))
}

/** Where words that come one after the other in a text are seen: the left edge of each, in CSS pixels. */
async function placesOf(text: Locator, words: string[]): Promise<number[]> {
  await expect(text.first()).toBeVisible()
  return text.first().evaluate((element, words) => {
    const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const pieces: { node: Node; start: number }[] = []
    let all = ''
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      if (node.parentElement?.closest('.visually-hidden')) continue
      pieces.push({ node, start: all.length })
      all += node.textContent ?? ''
    }
    let from = 0
    return words.map((one) => {
      const at = all.indexOf(one, from)
      if (at < 0) throw new Error(`“${all}” does not say “${one}” here`)
      from = at + one.length
      const piece = pieces.findLast(({ start }) => start <= at)
      if (!piece) throw new Error('there are no words here')
      const range = document.createRange()
      range.setStart(piece.node, at - piece.start)
      range.setEnd(piece.node, at - piece.start + 1)
      return range.getBoundingClientRect().left
    })
  }, words)
}

const languageOf = (words: Locator) =>
  words.evaluate((element) => element.closest('[lang]')?.getAttribute('lang'))
