import { createServer } from 'node:http'
import { chromium } from '@playwright/test'
import { findChromium } from '@/e2e/support/chromium'
import { keepWithBrowser } from '@/lib/evidence/pages/keep-with-browser'
import { line, median, ratio } from './support/print-measure'

const ROUNDS = 3
const PICTURES = 10
/** In bytes; with the text, two million. */
const PICTURE = Buffer.alloc(180_000, 'no picture at all ')

/**
 * A page of 2 MB on this machine, kept: opened through the way out, scrolled through, archived, with text and screenshot;
 * against what the same browser takes to start, load it and make the screenshot.
 */
export async function measurePagesKept(): Promise<void> {
  process.env.CHROMIUM_PATH = await findChromium()
  const site = await startSite()
  const times = { keeping: [] as number[], browser: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    times.browser.push(await timed(() => loadAndDraw(process.env.CHROMIUM_PATH, site.port)))
    times.keeping.push(await timed(() => keep(site.port)))
  }
  site.stop()
  const [keeping, browser] = [median(times.keeping), median(times.browser)]
  line(
    `A page of 2 MB kept: ${keeping.toFixed(0)} ms; loaded and drawn by the browser alone: ${browser.toFixed(0)} ms (medians)`,
  )
  ratio('Time to keep a page against the browser alone', keeping / browser, { most: 2 })
}

async function startSite() {
  const pictures = Array.from({ length: PICTURES }, (_, at) => `<img src=/${at}.png>`)
  const text = '<p>The bridge opened in 1973 and has been closed to lorries since.</p>'.repeat(100)
  const server = createServer(({ url }, answer) => {
    if (url !== '/') return answer.setHeader('content-type', 'image/png').end(PICTURE)
    answer.setHeader('content-type', 'text/html')
    answer.end(`<!doctype html><title>News</title>${pictures.join('')}${text}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const stop = () => {
    server.close()
    server.closeAllConnections()
  }
  return { port, stop }
}

async function keep(port: number): Promise<void> {
  const kept = await keepWithBrowser(`http://site.example:${port}/`, {
    resolve: async () => ['127.0.0.1'],
    allowed: [{ host: 'site.example', port }],
  })
  if (!kept || kept.lacks) throw new Error(`Not all was kept: ${kept?.lacks}`)
  await kept.discard()
}

async function loadAndDraw(executablePath: string | undefined, port: number): Promise<void> {
  const browser = await chromium.launch({ executablePath })
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(`http://127.0.0.1:${port}/`)
  await page.screenshot({ fullPage: true })
  await browser.close()
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
