import { once } from 'node:events'
import { chromium, type Page } from '@playwright/test'
import { Client } from 'pg'
import { findChromium } from '@/e2e/support/chromium'
import { setStatus } from '@/lib/commands/claims/claims'
import type { BigArticle } from './support/big-article'
import { COOKIE, tokenOf } from './support/cookie'
import { line, median, ratio } from './support/print-measure'

const ROUNDS = 25

/** The first rounds warm the server and the browser up. */
const WARMING = 5

/**
 * From a colleague's committed change until it is painted in an open browser, against a bare NOTIFY
 * to a bare listener and one request of the page, turn by turn.
 */
export async function measureLive(base: string, article: BigArticle): Promise<void> {
  const token = await tokenOf(article.actor)
  const address = `${base}/${article.newsroom}/articles/${article.slug}`
  const browser = await chromium.launch({ executablePath: await findChromium() })
  const context = await browser.newContext()
  await context.addCookies([{ name: COOKIE, value: token, url: base }])
  const page = await context.newPage()
  const listening = page.waitForRequest(/\/live\?/)
  await page.goto(address)
  await listening
  const bare = await bareListener()

  const times = { ours: [] as number[], theirs: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    await page.waitForTimeout(500)
    const ours = await untilPainted(page, article, round)
    await page.waitForTimeout(500)
    const start = performance.now()
    await bare.told()
    const answer = await fetch(address, { headers: { cookie: `${COOKIE}=${token}` } })
    await answer.text()
    const theirs = performance.now() - start
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
    if (round < WARMING) continue
    times.ours.push(ours)
    times.theirs.push(theirs)
  }
  await bare.end()
  await browser.close()
  const [ours, theirs] = [median(times.ours), median(times.theirs)]
  line(
    `A colleague's change: ${ours.toFixed(1)} ms from commit to paint, NOTIFY and a page request: ${theirs.toFixed(1)} ms (medians)`,
  )
  ratio('Time to a colleague’s change against NOTIFY and a page request', ours / theirs, {
    most: 2,
  })
}

/** Moves one claim of those in view, and waits until the browser has painted it; in milliseconds. */
async function untilPainted(page: Page, article: BigArticle, round: number): Promise<number> {
  const claim = article.everyClaim[(round % 4) * 2 + 1]
  if (!claim) throw new Error('there is no such claim')
  const [from, status] = round % 8 < 4 ? ['unchecked', 'in_progress'] : ['in_progress', 'unchecked']
  const painted = await page.evaluateHandle(waitForPaint, { number: claim.number, status })
  await setStatus(article.actor, { claimId: claim.claimId, from, status })
  const committed = performance.timeOrigin + performance.now()
  return (await painted.evaluate(({ at }) => at)) - committed
}

/** Runs in the page: the moment at which the claim's mark in the text has been painted anew. */
function waitForPaint({ number, status }: { number: number; status: string }) {
  const mark = `.article-text mark[data-status="${status}"] [data-claim="${number}"]`
  const at = new Promise<number>((resolve) => {
    const changes = new MutationObserver(() => {
      if (!document.querySelector(mark)) return
      changes.disconnect()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        // A message that is sent in a frame arrives after it.
        port1.onmessage = () => resolve(performance.timeOrigin + performance.now())
        port2.postMessage(null)
      })
    })
    changes.observe(document.body, { subtree: true, childList: true, attributes: true })
  })
  return { at }
}

/** A connection that does nothing but hear what another one says. */
async function bareListener() {
  const [says, hears] = [0, 1].map(
    () => new Client({ connectionString: process.env.DATABASE_URL }),
  ) as [Client, Client]
  await Promise.all([says.connect(), hears.connect()])
  await hears.query('LISTEN bare')
  return {
    async told() {
      const heard = once(hears, 'notification')
      await says.query('NOTIFY bare')
      await heard
    },
    end: () => Promise.all([says.end(), hears.end()]),
  }
}
