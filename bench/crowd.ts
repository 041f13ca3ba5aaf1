import { setMaxListeners } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { chromium, type Page } from '@playwright/test'
import { findChromium } from '@/e2e/support/chromium'
import { sentForm, withValues } from '@/e2e/support/forms'
import { setStatus } from '@/lib/commands/claims/claims'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import type { Actor } from '@/lib/domain/policy'
import { PAGE_OF } from '@/lib/forms/hidden-fields'
import type { BigArticle } from './support/big-article'
import { COOKIE, cookieOf, tokenOf } from './support/cookie'
import { line, median, percentile, ratio } from './support/print-measure'

const PEOPLE = 50

/** How long they work, and how often each does something, in milliseconds. */
const WORK = 30_000
const BETWEEN = 5_000

/** What is written first warms the server up, and is not counted, in milliseconds. */
const WARMING = 5_000

const COMMANDS = 500

/**
 * Fifty people in one article: each has it open, follows what the others do, and sets the status of a claim every five
 * seconds. Then how many commands of one newsroom go through the door in a second, asked for fifty at a time.
 */
export async function measureCrowd(base: string, article: BigArticle): Promise<void> {
  const people: Actor[] = []
  for (let nth = 1; nth <= PEOPLE; nth++) people.push(await article.colleague(`Colleague ${nth}`))
  const form = await statusForm(base, article)
  const desk = await deskOf(base, article)
  const claims = desk.claims.filter(isOpen).slice(0, PEOPLE)
  const over = new AbortController()
  // Each window waits for the end with what it asks at that moment.
  setMaxListeners(0, over.signal)
  const began = performance.now()
  const windows = people.map((one) => follow(base, { ...article, desk }, one, over.signal))
  const written = await Promise.all(
    people.flatMap((one, nth) => {
      const claim = claims[nth]
      return claim ? work(form, { one, claim, nth }) : []
    }),
  )
  over.abort()
  const reads = (await Promise.all(windows)).flat()

  const writes = written.flat().flatMap(({ at, time }) => (at - began < WARMING ? [] : time))
  const spread = (times: number[]) =>
    `${median(times).toFixed(0)} ms median, ${percentile(times, 95).toFixed(0)} ms at the 95th percentile`
  line(`${PEOPLE} people in one article: ${writes.length} writes, ${spread(writes)}`)
  line(`What they see of each other: ${reads.length} answers, ${spread(reads)}`)
  ratio(`A write among ${PEOPLE} people, 95th percentile in ms`, percentile(writes, 95), {
    most: 300,
  })
  ratio('Commands in a second, for one newsroom', await rate(article.actor, claims), {
    least: 100,
  })
}

type OpenClaim = { id: string; status: 'unchecked' | 'in_progress' }
type Known = Pick<Desk, 'seq' | 'claims' | 'revision'>

const OTHER = { unchecked: 'in_progress', in_progress: 'unchecked' } as const

const isOpen = (claim: ClaimShown): claim is ClaimShown & OpenClaim => claim.status in OTHER

async function deskOf(base: string, { newsroom, slug, actor }: BigArticle): Promise<Known> {
  const headers = { cookie: await cookieOf(actor) }
  return (await fetch(`${base}/${newsroom}/articles/${slug}/desk`, { headers })).json()
}

/** The request with which a browser sets the status of one claim: how the others ask, too. */
async function statusForm(base: string, article: BigArticle) {
  const browser = await chromium.launch({ executablePath: await findChromium() })
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addCookies([{ name: COOKIE, value: await tokenOf(article.actor), url: base }])
  const page = await context.newPage()
  await page.goto(`${base}/${article.newsroom}/articles/${article.slug}`)
  const request = await sentForm(page, () => chooseStatus(page))
  const { 'next-action': action = '', 'content-type': type = '' } = await request.allHeaders()
  const [body, url] = [request.postDataBuffer(), request.url()]
  await browser.close()
  if (!body) throw new Error('the status was sent without a body')
  return { action, type, body, url, origin: base }
}

async function chooseStatus(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: 'Choose C-002' }).check()
  await page.getByRole('combobox', { name: 'Set their status' }).selectOption('in_progress')
}

/** Sets one claim of one's own to and fro, with pauses; how long each took, from asking to its answer. */
async function work(
  form: Awaited<ReturnType<typeof statusForm>>,
  { one, claim, nth }: { one: Actor; claim: OpenClaim; nth: number },
) {
  const boundary = /boundary=(.+)$/.exec(form.type)?.[1] ?? ''
  const headers = {
    ...{ cookie: await cookieOf(one), origin: form.origin },
    ...{ 'next-action': form.action, 'content-type': form.type },
  }
  const until = performance.now() + WORK
  const times: { at: number; time: number }[] = []
  await delay((BETWEEN * nth) / PEOPLE)
  while (performance.now() < until) {
    const body = withValues(form.body, boundary, {
      ...{ status: OTHER[claim.status], [PAGE_OF]: one.userId, formId: crypto.randomUUID() },
      claims: JSON.stringify([{ claimId: claim.id, from: claim.status }]),
    })
    const at = performance.now()
    const answer = await fetch(form.url, { method: 'POST', headers, body: new Uint8Array(body) })
    const said = await answer.text()
    if (!said.includes('"done"')) throw new Error(`a status was not set: ${said.slice(0, 500)}`)
    times.push({ at, time: performance.now() - at })
    claim.status = OTHER[claim.status]
    await delay(BETWEEN * (0.5 + Math.random()))
  }
  return times
}

/**
 * Has the article open as a window does: hears that something changed, and asks what, one request at a time and with a
 * pause. How long the answers took.
 */
async function follow(
  base: string,
  { newsroom, slug, desk }: BigArticle & { desk: Known },
  one: Actor,
  signal: AbortSignal,
): Promise<number[]> {
  const headers = { cookie: await cookieOf(one) }
  const ask = (address: string) => fetch(`${base}/${newsroom}${address}`, { headers, signal })
  const times: number[] = []
  let [heard, seen] = [desk.seq, desk.seq]
  const hear = async () => {
    const about = `article=${slug}&window=${crypto.randomUUID()}&since=${desk.seq}`
    const decoder = new TextDecoder()
    for await (const piece of (await ask(`/live?${about}`)).body ?? []) {
      for (const [, seq] of decoder.decode(piece).matchAll(/^data: (\d+)$/gm)) {
        heard = Math.max(heard, Number(seq))
      }
    }
  }
  const see = async () => {
    for (let time = 0; !signal.aborted; await delay(Math.max(150, 2 * time))) {
      if (heard === seen) continue
      const at = performance.now()
      const about = `has=${desk.revision.sha256}&since=${seen}&claim=0&kept=0`
      seen = (await (await ask(`/articles/${slug}/desk?${about}`)).json()).seq
      heard = Math.max(heard, seen)
      time = performance.now() - at
      times.push(time)
    }
  }
  await Promise.all([hear(), see()]).catch((error) => {
    if (!signal.aborted) throw error
  })
  return times
}

/** How many commands go through in a second, asked for by fifty at a time. */
async function rate(actor: Actor, claims: OpenClaim[]): Promise<number> {
  let left = COMMANDS
  const ask = async (claim: OpenClaim) => {
    while (left-- > 0) {
      const { id: claimId, status: from } = claim
      await setStatus(actor, { claimId, from, status: OTHER[from] })
      claim.status = OTHER[from]
    }
  }
  const began = performance.now()
  await Promise.all(claims.map(ask))
  return (COMMANDS * 1_000) / (performance.now() - began)
}
