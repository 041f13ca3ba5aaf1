import { type Browser, chromium } from '@playwright/test'
import { findChromium } from '@/e2e/support/chromium'
import { setStatus } from '@/lib/commands/claims/claims'
import type { BigArticle } from './support/big-article'
import { COOKIE, tokenOf } from './support/cookie'
import { buildEmptyApp } from './support/empty-app'
import { line, median, ratio } from './support/print-measure'

const ROUNDS = 40

/** What is asked for of one article, and how many times as long as an empty page it may take. */
const ANSWERS: [what: string, path: string, most: number][] = [
  ['Workspace page', '', 4],
  ['Sign-off page', '/sign-off', 6],
  ['Report page', '/report', 6],
  ['What is on file about the first fifty claims', '/claims?since=0&after=0', 6],
]

/** The pages of one long article: how long the server takes for them, and what their letters and scripts weigh. */
export async function measureWorkspace(base: string, article: BigArticle): Promise<void> {
  const token = await tokenOf(article.actor)
  const page = `${base}/${article.newsroom}/articles/${article.slug}`
  await measureAnswers(base, page, `${COOKIE}=${token}`)
  await measureAfterChanges(base, page, `${COOKIE}=${token}`, article)

  const browser = await chromium.launch({ executablePath: await findChromium() })
  const yardstick = await buildEmptyApp()
  const ours = await sentBytes(browser, page, { name: COOKIE, value: token })
  const theirs = await sentBytes(browser, yardstick.url)
  await yardstick.stop()
  await browser.close()
  line(
    `Script: ${ours.Script} bytes for the workspace, ${theirs.Script} for an empty page (compressed)`,
  )
  ratio('Script of the workspace against an empty page', ours.Script / theirs.Script, { most: 1.4 })
  ratio('Fonts of the workspace, in kB', ours.Font / 1000, { most: 150 })
}

async function measureAnswers(base: string, page: string, cookie: string): Promise<void> {
  const empty: number[] = []
  const measured = ANSWERS.map(([what, path, most]) => ({
    what,
    path,
    most,
    times: [] as number[],
  }))
  const sizes = new Map<string, number>()
  for (let round = 0; round < ROUNDS; round++) {
    const { time } = await asked(`${base}/up`, cookie)
    // The first rounds warm the server up.
    if (round >= 8) empty.push(time)
    for (const { what, path, times } of measured) {
      const answer = await asked(page + path, cookie)
      sizes.set(what, answer.bytes)
      if (round >= 8) times.push(answer.time)
    }
  }
  line(`Empty dynamic page: ${median(empty).toFixed(1)} ms (median)`)
  for (const { what, times, most } of measured) {
    const kilobytes = ((sizes.get(what) ?? 0) / 1000).toFixed(0)
    line(`${what}: ${median(times).toFixed(1)} ms (median), ${kilobytes} kB before compression`)
    ratio(`${what} against an empty page`, median(times) / median(empty), { most })
  }
}

/** Sign-off and report are read anew only after a change: what the first one to ask then waits for. */
async function measureAfterChanges(
  base: string,
  page: string,
  cookie: string,
  { actor, everyClaim: [, claim] }: BigArticle,
): Promise<void> {
  if (!claim) throw new Error('the article has one claim')
  const empty: number[] = []
  const first = { '/sign-off': [] as number[], '/report': [] as number[] }
  for (let round = 0; round < 12; round++) {
    const from = round % 2 === 0 ? 'unchecked' : 'in_progress'
    const status = round % 2 === 0 ? 'in_progress' : 'unchecked'
    await setStatus(actor, { claimId: claim.claimId, from, status })
    empty.push((await asked(`${base}/up`, cookie)).time)
    for (const path of AFTER_CHANGES) first[path].push((await asked(page + path, cookie)).time)
  }
  for (const path of AFTER_CHANGES) {
    const times = (median(first[path]) / median(empty)).toFixed(1)
    line(`${path}, the first time after a change: ${times} times an empty page`)
  }
}

const AFTER_CHANGES = ['/sign-off', '/report'] as const

async function asked(url: string, cookie: string): Promise<{ time: number; bytes: number }> {
  const start = performance.now()
  const answer = await fetch(url, { headers: { cookie, 'accept-encoding': 'identity' } })
  const { byteLength: bytes } = await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  return { time: performance.now() - start, bytes }
}

/** All script and all fonts that a page load brings over the line, compressed as they come. */
async function sentBytes(
  browser: Browser,
  url: string,
  cookie?: { name: string; value: string },
): Promise<{ Script: number; Font: number }> {
  const context = await browser.newContext()
  if (cookie) await context.addCookies([{ ...cookie, url }])
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  const kinds = new Map<string, 'Script' | 'Font'>()
  const bytes = { Script: 0, Font: 0 }
  network.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script' || type === 'Font') kinds.set(requestId, type)
  })
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId)
    if (kind) bytes[kind] += encodedDataLength
  })
  await network.send('Network.enable')
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForTimeout(1_500)
  await context.close()
  return bytes
}
