import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import path from 'node:path'
import { Readable } from 'node:stream'
import { type BrowserContext, chromium } from '@playwright/test'
import { findChromium } from '@/e2e/support/chromium'
import { pdfOf } from '@/e2e/support/kept-files'
import { receiveFile } from '@/lib/commands/captures/files'
import { attachEvidence } from '@/lib/commands/sources/evidence'
import { findClaim } from '@/lib/db/claims/claims'
import { openStore } from '@/lib/evidence/files/open-store'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { COOKIE, tokenOf } from './support/cookie'
import { line, median, ratio } from './support/print-measure'

const PAGES = 200
const PASSAGE = 120
const ROUNDS = 9

/** The first rounds fill the caches, of either page. */
const WARMING = 2

/** A document of 200 pages opened at a passage, beside the library's own viewer on a page that holds nothing else. */
export async function measureViewer(base: string): Promise<void> {
  const pdf = pdfOf(Array.from({ length: PAGES }, (_, index) => pageOf(index + 1)))
  const kept = await keepDocument(pdf)
  const bare = await serveBare(pdf)
  const browser = await chromium.launch({ executablePath: await findChromium() })
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addCookies([{ name: COOKIE, value: await tokenOf(kept.actor), url: base }])

  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    const [one, other] = [
      await drawn(context, base + kept.address),
      await drawn(context, bare.address),
    ]
    if (round < WARMING) continue
    ours.push(one)
    theirs.push(other)
  }
  await browser.close()
  bare.close()
  line(
    `Page ${PASSAGE} of ${PAGES} drawn after ${median(ours).toFixed(0)} ms, by the library's own viewer after ${median(theirs).toFixed(0)} ms`,
  )
  ratio(
    'A document opened at a passage, against the library’s own viewer',
    median(ours) / median(theirs),
    {
      most: 1.5,
    },
  )
}

const pageOf = (number: number) =>
  `Folio ${number}. ${'The council approved the accounts of the bridge and paid them in full. '.repeat(30)}`

/** The address at which evidence opens its passage on a page in the middle. */
async function keepDocument(pdf: Buffer) {
  const newsroom = await aNewsroom()
  const actor = await newsroom.member('editor')
  const { claimId } = await newsroom.claim(await newsroom.article({ by: actor }), 'opened in 1932')
  const { sha256, bytes } = await openStore().put(Readable.from([pdf]), actor)
  const facts = { title: '', byline: '', publisher: '', published: '', language: 'en' }
  const { arrivalId } = await receiveFile(actor, {
    ...{ file: { sha256, bytes }, text: null, facts, warnings: [] },
    ...{ mediaType: 'application/pdf', name: 'ledger.pdf' },
  })
  const passage = {
    ...{ kind: 'page', page: PASSAGE, exact: 'paid them in full' },
    boxes: [{ x: 0.2, y: 0.2, width: 0.3, height: 0.02 }],
  }
  const said = { claimId, stance: 'supports', directness: 'primary', locator: `page ${PASSAGE}` }
  const source = { sourceId: 'new', kind: 'official_document', title: 'The ledger' }
  const { evidenceId } = await attachEvidence(actor, { ...said, ...source, arrivalId, passage })
  const claim = await findClaim(actor, { id: claimId })
  const captureId = claim?.evidence.find(({ id }) => id === evidenceId)?.captureId
  return { actor, address: `/${newsroom.slug}/captures/${captureId}?evidence=${evidenceId}` }
}

/** In milliseconds from the navigation on, until the page of the passage has been drawn and a frame has begun after it. */
async function drawn(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage()
  await page.goto(address, { waitUntil: 'commit' })
  const found = await page.waitForFunction(
    (number) => {
      const canvas = document.querySelector(
        `:is([data-page="${number}"], [data-drawn="${number}"]) canvas`,
      )
      return canvas && getComputedStyle(canvas).visibility === 'visible' && performance.now()
    },
    PASSAGE,
    { polling: 'raf', timeout: 60_000 },
  )
  const time = Number(await found.jsonValue())
  await page.close()
  return time
}

const LIBRARY = path.join(process.cwd(), 'node_modules', 'pdfjs-dist')

/** The library's own viewer component with the same document, from a server that does nothing else. */
async function serveBare(pdf: Buffer) {
  const server = createServer(async ({ url = '/', headers }, response) => {
    if (url === '/') return response.setHeader('content-type', 'text/html').end(BARE)
    if (url === '/document.pdf') return sendPart(pdf, headers.range, response)
    const file = path.join(LIBRARY, path.normalize(url))
    if (!(await stat(file).catch(() => null))) return response.writeHead(404).end()
    response.setHeader('content-type', url.endsWith('.css') ? 'text/css' : 'text/javascript')
    response.setHeader('cache-control', 'max-age=3600')
    return createReadStream(file).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() }
}

function sendPart(pdf: Buffer, range: string | undefined, response: ServerResponse) {
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? []
  const part = from ? pdf.subarray(Number(from), Number(to) + 1) : pdf
  response.writeHead(from ? 206 : 200, {
    ...{ 'content-type': 'application/pdf', 'accept-ranges': 'bytes' },
    'content-length': part.length,
    ...(from && { 'content-range': `bytes ${from}-${to}/${pdf.length}` }),
  })
  response.end(part)
}

const BARE = `<!doctype html><meta charset="utf-8"><title>Bare</title>
<link rel="stylesheet" href="/web/pdf_viewer.css">
<div id="container" style="position:absolute;inset:0;overflow:auto"><div class="pdfViewer"></div></div>
<script type="module">
import * as library from '/build/pdf.min.mjs'
globalThis.pdfjsLib = library
const { EventBus, PDFLinkService, PDFViewer } = await import('/web/pdf_viewer.mjs')
library.GlobalWorkerOptions.workerSrc = '/build/pdf.worker.min.mjs'
const eventBus = new EventBus()
const linkService = new PDFLinkService({ eventBus })
const container = document.getElementById('container')
const viewer = new PDFViewer({ container, eventBus, linkService })
linkService.setViewer(viewer)
eventBus.on('pagerendered', ({ source, pageNumber }) => { source.div.dataset.drawn = pageNumber })
eventBus.on('pagesinit', () => { viewer.currentPageNumber = ${PASSAGE} })
const opening = library.getDocument({ url: '/document.pdf', disableAutoFetch: true, disableStream: true })
const opened = await opening.promise
viewer.setDocument(opened)
linkService.setDocument(opened)
</script>`
