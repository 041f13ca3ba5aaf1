import type { Page } from '@playwright/test'

declare global {
  interface Window {
    /** Says that the page has loaded: what comes now keeps nobody waiting who has begun to work. */
    loaded: () => void
    watched: () => Record<'loading' | 'after', { longestTask: number; shifts: number }>
    painted: Promise<number>
    readOff: typeof readOff
  }
}

/** Watches a page from its beginning for long tasks and shifting layout. */
export async function watch(page: Page): Promise<void> {
  await page.addInitScript(READING)
  await page.addInitScript(watchHere)
}

function watchHere(): void {
  let loadedAt = Number.POSITIVE_INFINITY
  const tasks: PerformanceEntry[] = []
  const shifts: PerformanceEntry[] = []
  const observe = (type: string, entries: PerformanceEntry[]) =>
    new PerformanceObserver((list) => entries.push(...list.getEntries())).observe({
      type,
      buffered: true,
    })
  observe('longtask', tasks)
  observe('layout-shift', shifts)
  window.loaded = () => {
    loadedAt = performance.now()
  }
  const seen = (isThen: (entry: PerformanceEntry) => boolean) => ({
    longestTask: Math.max(0, ...tasks.filter(isThen).map(({ duration }) => duration)),
    // What moves because somebody pressed a key or clicked is an answer, and no surprise.
    shifts: shifts
      .filter((shift) => isThen(shift) && !Reflect.get(shift, 'hadRecentInput'))
      .reduce((sum, shift) => sum + Number(Reflect.get(shift, 'value')), 0),
  })
  window.watched = () => ({
    loading: seen(({ startTime }) => startTime < loadedAt),
    after: seen(({ startTime }) => startTime >= loadedAt),
  })
}

/** What a person waits to see: as it reads on the page now. Runs in the page. */
function readOff(): Record<Answer, string | null> {
  const words = document.querySelector<HTMLInputElement>('#filter-words')?.value
  const count = document.querySelector('.claim-list h2')?.textContent
  const selection = document.getSelection()
  const block = selection?.anchorNode?.parentElement?.closest<HTMLElement>('[data-start]')
  const claim = document.querySelector('.claim:has(.evidence-list)')
  return {
    claim: claim?.getAttribute('aria-label') ?? null,
    chosen: `${block?.dataset.start}: ${selection}`,
    list: `${words} ${count} ${document.querySelector('.rows a')?.id}`,
    nothing: String(performance.now()),
  }
}

/** Functions that run in a page name themselves there, as the compiler of this script makes them. */
const READING = `window.__name = (named) => named; window.readOff = ${readOff}`

export type Answer = 'claim' | 'chosen' | 'list' | 'nothing'

/**
 * Does something and says how long its event then takes, in milliseconds, until its answer has been
 * painted: the answer reads differently than before, and the frame after the one that shows it has
 * begun. The time runs from the event's own, taken when the browser had it from the system.
 */
export async function paintedAfter(
  page: Page,
  { event, answer }: { event: 'keydown' | 'click' | 'input'; answer: Answer },
  act: () => Promise<unknown>,
): Promise<number> {
  await page.evaluate(
    ([event, answer]) => {
      const before = window.readOff()[answer]
      window.painted = new Promise((done, fail) => {
        setTimeout(() => fail(new Error(`no ${answer} after ${event}`)), 10_000)
        const begin = ({ timeStamp }: Event) => {
          const look = () => {
            const now = window.readOff()[answer]
            if (now === null || now === before) requestAnimationFrame(look)
            else requestAnimationFrame(() => done(performance.now() - timeStamp))
          }
          requestAnimationFrame(look)
        }
        addEventListener(event, begin, { capture: true, once: true })
      })
    },
    [event, answer] as const,
  )
  await act()
  return page.evaluate(() => window.painted)
}

/** The same elements with the same styles but no script, where each key changes one class. */
export async function barePage(page: Page): Promise<Page> {
  const { html, css } = await page.evaluate(() => ({
    html: document.body.innerHTML.replace(/<script[\s\S]*?<\/script>/g, ''),
    css: [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .map((rule) => rule.cssText)
      .join('\n'),
  }))
  const bare = await page.context().newPage()
  await bare.setContent(`<!doctype html><style>${css} .odd .trail { color: red }</style>${html}`)
  await bare.evaluate(READING)
  await bare.evaluate(() =>
    addEventListener('keydown', () => document.body.classList.toggle('odd')),
  )
  return bare
}
