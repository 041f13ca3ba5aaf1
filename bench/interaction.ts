import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { findChromium } from '@/e2e/support/chromium'
import type { BigArticle } from './support/big-article'
import { COOKIE, tokenOf } from './support/cookie'
import { type Answer, barePage, paintedAfter, watch } from './support/measure-paint'
import { line, median, percentile, ratio } from './support/print-measure'

const STEPS = 60

/**
 * The workspace in a real browser: from the key to the painted answer, without a request on the way,
 * beside a bare page of the same elements on which the same key changes one class.
 */
export async function measurePainted(base: string, article: BigArticle): Promise<void> {
  const browser = await chromium.launch({ executablePath: await findChromium() })
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const address = `${base}/${article.newsroom}/articles/${article.slug}`
  await context.addCookies([{ name: COOKIE, value: await tokenOf(article.actor), url: base }])
  const page = await open(context, address)
  const asked = await requestsOf(page)

  const walks = await walk(page)
  const { loading, after } = await page.evaluate(() => window.watched())
  const bare = await barePage(page)
  const yardstick = await keysPainted(bare, 'j', STEPS, 'nothing')
  await browser.close()

  line(`A bare page of the same elements: ${spread(yardstick)} from key to painted`)
  for (const [what, times] of walks) {
    line(`${what}: ${spread(times)} from key to painted`)
    ratio(`${what}, median in ms`, median(times), { most: 50 })
    ratio(`${what}, 95th percentile in ms`, percentile(times, 95), { most: 100 })
    ratio(`${what} against a bare page`, median(times) / median(yardstick), { most: 3 })
  }
  line(
    `While loading: longest task ${loading.longestTask.toFixed(0)} ms, layout shift ${loading.shifts.toFixed(2)}`,
  )
  ratio('Longest task after loading, in ms', after.longestTask, { most: 100 })
  ratio('Layout shift after loading', after.shifts, { most: 0 })
  if (asked.size > 0)
    throw new Error(`the walk asked the server: ${[...asked.values()].join(', ')}`)
}

/** What the page asks the server from now on. What the browser has in its cache does not count, nor what only tells colleagues where one is: no answer waits for it. */
async function requestsOf(page: Page): Promise<Map<string, string>> {
  const asked = new Map<string, string>()
  const network = await page.context().newCDPSession(page)
  network.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (!request.url.endsWith('/live/presence')) asked.set(requestId, request.url)
  })
  network.on('Network.requestServedFromCache', ({ requestId }) => {
    asked.delete(requestId)
  })
  network.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache) asked.delete(requestId)
  })
  await network.send('Network.enable')
  return asked
}

/** Opens the workspace, listening to keys and holding every dossier. */
async function open(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  await watch(page)
  const listening = page.waitForRequest(/\/live\?/)
  const dossiers = page.waitForResponse(/\/claims\?since=/)
  await page.goto(address, { waitUntil: 'load' })
  await listening
  await page.evaluate(() => window.loaded())
  await (await dossiers).body().catch(() => {})
  await quiet(page)
  return page
}

/** Waits until nothing was asked for three seconds: panels that come later begin two seconds after the page stands. */
async function quiet(page: Page): Promise<void> {
  let last = Date.now()
  const note = () => {
    last = Date.now()
  }
  page.on('request', note)
  while (Date.now() - last < 3_000) await page.waitForTimeout(100)
  page.off('request', note)
}

/** What a checker does all day, each with the times from the key to the painted answer, in milliseconds. */
async function walk(page: Page): Promise<[what: string, times: number[]][]> {
  const claims = await keysPainted(page, 'j', STEPS, 'claim')

  await page.keyboard.press('Escape')
  const opened: number[] = []
  for (let row = STEPS - 9; row <= STEPS + 9; row++) {
    const open = () => page.locator(`#claim-${row}`).click()
    opened.push(await paintedAfter(page, { event: 'click', answer: 'claim' }, open))
  }

  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.getByRole('region', { name: 'Coverage' }).waitFor()
  await page.waitForTimeout(500)
  const gaps = await keysPainted(page, 'n', STEPS, 'chosen')
  await page.keyboard.press('g')

  await page.keyboard.press('/')
  const typed: number[] = []
  for (const key of 'ferry number 12 carried 1077 tonnes') {
    typed.push(...(await keysPainted(page, key === ' ' ? 'Space' : key, 1, 'list')))
  }
  for (let left = 0; left < 36; left++) await page.keyboard.press('Backspace')

  const status = page.getByRole('combobox', { name: 'Status' })
  const chose: number[] = []
  for (let round = 0; round < 20; round++) {
    const choose = () => status.selectOption(round % 2 === 0 ? 'confirmed' : 'unchecked')
    chose.push(await paintedAfter(page, { event: 'input', answer: 'list' }, choose))
  }
  return [
    ['Next claim (j)', claims],
    ['Opening a claim from the list', opened],
    ['Next gap (n)', gaps],
    ['Typing in the filter', typed],
    ['Choosing a status to filter by', chose],
  ]
}

async function keysPainted(
  page: Page,
  key: string,
  times: number,
  answer: Answer,
): Promise<number[]> {
  const painted: number[] = []
  for (let time = 0; time < times; time++) {
    const press = () => page.keyboard.press(key)
    painted.push(await paintedAfter(page, { event: 'keydown', answer }, press))
  }
  return painted
}

const spread = (times: readonly number[]) =>
  `${median(times).toFixed(0)} ms median, ${percentile(times, 95).toFixed(0)} ms at the 95th percentile`
