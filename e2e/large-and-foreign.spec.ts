import type { Locator } from '@playwright/test'
import { reviseArticle } from '../lib/commands/revisions'
import { suggestChange } from '../lib/commands/suggestions'
import { assertAccessible, assertFits } from './accessible'
import { expect, test } from './desk'

const ARABIC = `افتتح الجسر القديم في عام ١٩٣٢، وكلّف 4 ملايين كرونة (بحسب العمدة).

«لن يُغلق الجسر قبل 2027!» قال المهندس Sven Brandt يوم الجمعة.`

test('words that run from the right keep their order on the pages of revising and signing', async ({
  desk,
}) => {
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
  await assertFromTheLeft(line, ['C-001', '”, is not'])

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
  await assertFromTheLeft(brought, ['Ines', '؟', '”', '23 words'])

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
    await assertAccessible(page)
  }
})

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
