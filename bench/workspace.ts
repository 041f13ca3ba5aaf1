import { type Browser, chromium } from '@playwright/test'
import { findChromium } from '@/e2e/support/chromium'
import type { BigArticle } from './support/big-article'
import { COOKIE, tokenOf } from './support/cookie'
import { buildEmptyApp } from './support/empty-app'
import { line, median, ratio } from './support/print-measure'

const ROUNDS = 40

/** The workspace page: how long the server takes for it, and how much script it sends. */
export async function measureWorkspace(base: string, article: BigArticle): Promise<void> {
  const token = await tokenOf(article.actor)
  const cookie = `${COOKIE}=${token}`
  const page = `${base}/${article.newsroom}/articles/${article.slug}`

  const times = { page: [] as number[], empty: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    const empty = await timed(`${base}/up`, cookie)
    const full = await timed(page, cookie)
    // The first rounds warm the server up.
    if (round < 8) continue
    times.empty.push(empty)
    times.page.push(full)
  }
  const [full, empty] = [median(times.page), median(times.empty)]
  line(
    `Workspace page: ${full.toFixed(1)} ms, empty dynamic page: ${empty.toFixed(1)} ms (medians)`,
  )
  ratio('Server time of the workspace against an empty page', full / empty, { most: 6 })

  const browser = await chromium.launch({ executablePath: await findChromium() })
  const yardstick = await buildEmptyApp()
  const ours = await scriptBytes(browser, page, { name: COOKIE, value: token })
  const theirs = await scriptBytes(browser, yardstick.url)
  await yardstick.stop()
  await browser.close()
  line(`Script: ${ours} bytes for the workspace, ${theirs} for an empty page (compressed)`)
  ratio('Script of the workspace against an empty page', ours / theirs, { most: 1.8 })
}

async function timed(url: string, cookie: string): Promise<number> {
  const start = performance.now()
  const answer = await fetch(url, { headers: { cookie, 'accept-encoding': 'identity' } })
  await answer.text()
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  return performance.now() - start
}

/** All script that a page load brings over the line, compressed as it comes. */
async function scriptBytes(
  browser: Browser,
  url: string,
  cookie?: { name: string; value: string },
): Promise<number> {
  const context = await browser.newContext()
  if (cookie) await context.addCookies([{ ...cookie, url }])
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  const scripts = new Set<string>()
  let bytes = 0
  network.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  await network.send('Network.enable')
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForTimeout(1_500)
  await context.close()
  return bytes
}
