import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { networkInterfaces, tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from '@playwright/test'
import sharp from 'sharp'
import { afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { WARCParser } from 'warcio'
import { findChromium } from '@/e2e/support/chromium'
import { sha256 } from '../../testing/evidence/data-folder'
import { aTemporaryFolder, breakPages, browsersLeft } from '../../testing/evidence/temporary-folder'
import { unzip } from '../../testing/evidence/unzip'
import { type Outside, selfSigned, serve, serveRaw, serveSafely } from '../../testing/outside/serve'
import { readWacz } from '../extraction/wacz/read-wacz'
import { type KeepOptions, type KeptPage, keepWithBrowser } from './keep-with-browser'

const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const temporary = aTemporaryFolder()
beforeAll(async () => vi.stubEnv('CHROMIUM_PATH', await findChromium()))
afterEach(() => expect(browsersLeft(temporary)).toEqual([]))

/** Keeps a page of a site that answers so; every name leads to it, and it alone is allowed. */
async function keepFrom(site: Pick<Outside, 'port'>, options: KeepOptions = {}, at = '/') {
  const kept = await keepWithBrowser(`http://site.example:${site.port}${at}`, {
    resolve: async () => ['127.0.0.1'],
    allowed: [{ host: 'site.example', port: site.port }],
    ...options,
  })
  if (!kept) throw new Error('There is no browser')
  return taken(kept)
}

/** All of a kept page, whose folder is gone afterwards. */
async function taken({ archive, screenshot, discard, ...kept }: KeptPage) {
  try {
    const read = await readWacz(archive).catch(String)
    const picture = screenshot ? readFileSync(screenshot) : null
    return { ...kept, files: unzip(archive), picture, read }
  } finally {
    await discard()
  }
}

const page = (body: string): RequestListener => {
  return ({ url }, answer) => {
    if (url !== '/') return answer.setHeader('content-type', 'image/png').end(DOT)
    answer.setHeader('content-type', 'text/html; charset=utf-8')
    answer.end(`<!doctype html><title>News</title><h1>The bridge opened</h1>${body}`)
  }
}

async function recordsOf(warc: Uint8Array) {
  const found: Record<string, { status: unknown; text: string; digest: unknown }> = {}
  for await (const record of new WARCParser([warc])) {
    if (record.warcType !== 'response') continue
    const address = new URL(record.warcTargetURI ?? '')
    const digest = record.warcPayloadDigest
    const text = await record.contentText()
    found[address.pathname] = { status: record.httpHeaders?.statusCode, text, digest }
  }
  return found
}

test('a page is kept with its redirect and all that it loads, also what is only loaded when it is seen', async () => {
  const site = await serve((asked, answer) => {
    if (asked.url === '/old') return answer.writeHead(302, { location: '/' }).end()
    if (asked.url === '/data') return answer.end('{"year":"1973 in İzmir"}')
    const tall = '<p>line</p>'.repeat(400)
    const script = `<script>fetch('/data').then((a) => a.json()).then((d) => { b.textContent = d.year })</script>`
    return page(`<b id=b></b>${script}${tall}<img loading=lazy src=/lazy.png>`)(asked, answer)
  })
  const kept = await keepFrom(site, {}, '/old')
  const base = `http://site.example:${site.port}`
  expect(kept).toMatchObject({ finalAddress: `${base}/`, lacks: '' })
  expect(kept.html).toContain('1973 in İzmir</b>')
  expect(kept.answers).toEqual([
    { address: `${base}/old`, status: 302, at: expect.any(String) },
    {
      ...{ address: `${base}/`, status: 200, at: expect.any(String) },
      headers: expect.objectContaining({ 'content-type': 'text/html; charset=utf-8' }),
    },
  ])
  expect(kept.read).toMatchObject({ url: `${base}/`, capture: { status: 200 } })
  const records = await recordsOf(kept.files['archive/data.warc.gz'] ?? new Uint8Array())
  const text = '{"year":"1973 in İzmir"}'
  expect(records).toMatchObject({
    '/old': { status: 302 },
    '/data': { status: 200, text, digest: `sha256:${sha256(text)}` },
    '/lazy.png': { status: 200, digest: `sha256:${sha256(DOT)}` },
  })
  const described = String(kept.files['datapackage.json'])
  expect(String(kept.files['datapackage-digest.json'])).toContain(sha256(described))
  for (const { path: name, hash } of JSON.parse(described).resources) {
    expect(`sha256:${sha256(kept.files[name] ?? '')}`, name).toBe(hash)
  }
  const { width, height } = await sharp(kept.picture ?? undefined).metadata()
  expect({ width, isWhole: (height ?? 0) > 10_000 }).toEqual({ width: 1280, isWhole: true })
})

test.each([
  ['where nothing acts', `${'<p>line</p>'.repeat(400)}<img loading=lazy src=/late.png>`],
  [
    'where an attribute acts late',
    `<body onload="setTimeout(() => { new Image().src = '/late.png' }, 200)">`,
  ],
])('a page %s is kept with what comes late', async (_what, body) => {
  const site = await serve(page(body))
  const kept = await keepFrom(site)
  expect(kept.lacks).toBe('')
  const records = await recordsOf(kept.files['archive/data.warc.gz'] ?? new Uint8Array())
  expect(records).toMatchObject({ '/late.png': { status: 200 } })
})

test('nothing that a page tries reaches a host inside that is not allowed; one that is allowed is reached', async () => {
  const inside = await serve((_, answer) => answer.end('secret of ours'))
  const attempt = (host: string) => {
    const base = `http://${host}:${inside.port}`
    return `<link rel=prefetch href=${base}/1><link rel=preconnect href=${base}><link rel=dns-prefetch href=//${host}>
      <img src=${base}/2><iframe src=${base}/3></iframe><iframe src="/away?${base}/4"></iframe>
      <object data=${base}/5></object><video src=${base}/6 autoplay></video>
      <script src=${base}/7></script><script>
      fetch('${base}/8').catch(() => {}); navigator.sendBeacon('${base}/9'); new WebSocket('ws://${host}:${inside.port}/10')
      new EventSource('${base}/11'); open('${base}/12')
      const peer = new RTCPeerConnection({ iceServers: [{ urls: 'turn:${host}:${inside.port}?transport=tcp', username: 'a', credential: 'b' }] })
      peer.createDataChannel('a'); peer.createOffer().then((offer) => peer.setLocalDescription(offer))
      new Worker(URL.createObjectURL(new Blob(["fetch('${base}/13')"])))
      </script>`
  }
  const site = await serve((asked, answer) => {
    const [, away] = /^\/away\?(.*)/.exec(asked.url ?? '') ?? []
    if (away) return answer.writeHead(302, { location: away }).end()
    const hosts = ['127.0.0.1', 'localhost', '[::1]', 'inside.example']
    return page(
      hosts
        .map(attempt)
        .map((one) => `<div>${one}</div>`)
        .join(''),
    )(asked, answer)
  })
  const kept = await keepFrom(site)
  expect(inside.connections).toBe(0)
  expect(kept.html).not.toContain('secret of ours')
  expect(kept.lacks).toContain('did not come')
  const allowed = [site, inside].map(({ port }) => ({ host: 'site.example', port }))
  const reaching = await serve(page(attempt('site.example')))
  await keepFrom(reaching, { allowed: [...allowed, { host: 'site.example', port: reaching.port }] })
  expect(inside.connections).toBeGreaterThan(8)
})

/** Asks by every way that is no TCP: WebRTC's servers, and QUIC. */
const BY_UDP = ({ address, port }: { address: string; port: number }) => `<script>
  const at = '${address}:${port}', named = { username: 'a', credential: 'b' }
  const servers = [{ urls: 'stun:' + at }, { urls: 'turn:' + at + '?transport=udp', ...named }]
  const peer = new RTCPeerConnection({ iceServers: servers })
  peer.createDataChannel('a'); peer.createOffer().then((offer) => peer.setLocalDescription(offer))
  peer.onicecandidate = () => {}
  try { new WebTransport('https://' + at + '/').ready.catch(() => {}) } catch {}
  setTimeout(() => fetch('/over'), 1500)
</script>`

test('nothing goes out past the proxy, by UDP, as it would from another browser', async () => {
  const [address = '127.0.0.1'] = Object.values(networkInterfaces()).flatMap((all) =>
    (all ?? []).flatMap((one) => (one.family === 'IPv4' && !one.internal ? one.address : [])),
  )
  const socket = createSocket('udp4')
  onTestFinished(() => void socket.close())
  let datagrams = 0
  socket.on('message', () => datagrams++)
  socket.bind(0, address)
  await once(socket, 'listening')
  const site = await serve(page(BY_UDP({ address, port: socket.address().port })))
  const kept = await keepFrom(site)
  expect(kept.html).toContain('The bridge opened')
  expect(datagrams).toBe(0)

  const other = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH })
  const tab = await other.newPage()
  const over = tab.waitForRequest(/over/)
  await tab.goto(`http://127.0.0.1:${site.port}/`)
  await over
  await other.close()
  expect(datagrams).toBeGreaterThan(0)
})

const FAST = '<script>for (let i = 0; i < 500; i++) new Image().src = "/a" + i</script>'
const LOOP = '<p style="height: 3000px"></p><script>onscroll = () => { for (;;); }</script>'
const EATER =
  '<script>const a = []; setInterval(() => a.push(new Uint8Array(2e7).fill(1)), 10)</script>'
const SAVER = '<a id=a href="data:application/zip,a" download=a.zip>a</a><script>a.click()</script>'

test.each([
  ['opens dialogs', '<script>for (let i = 0; i < 30; i++) confirm(alert(i))</script>', {}, ''],
  ['saves files', SAVER, {}, ''],
  ['opens windows', '<script>for (let i = 0; i < 5; i++) open("/")</script>', {}, ''],
  ['loops', LOOP, {}, 'A script of the page did not end'],
  ['asks for far too much', FAST, { requests: 100 }, 'more than 100 things'],
  ['asks for 10,000 things', FAST.replace('500', '10_000'), {}, 'more than 2,000 things'],
  ['eats memory', EATER, { memory: 170_000_000 }, 'more than 170 MB of memory'],
])('a page that %s is kept all the same', async (_, body, limits, lacks) => {
  const site = await serve(page(body))
  const kept = await keepFrom(site, { limits: { time: 24_000, ...limits } })
  expect(kept.html).toContain('The bridge opened')
  expect(kept.lacks).toContain(lacks)
  expect(kept.read).toMatchObject({ capture: { status: 200 } })
})

const BREAKS = '<script>onload = () => setTimeout(() => fetch("/break"), 150)</script>'

test('a page that breaks its part of the browser is kept as it was served', async () => {
  const site = await serve((asked, answer) => {
    if (asked.url === '/break') breakPages(temporary)
    else page(BREAKS)(asked, answer)
  })
  const kept = await keepFrom(site)
  expect(kept.html).toContain('The bridge opened')
  expect(kept.lacks).toContain('The page broke the browser before all of it was kept.')
  expect(kept.lacks).toContain('There is no screenshot.')
  expect(kept.read).toMatchObject({ capture: { status: 200 } })
})

test('a page that breaks it while it is taken down is not waited for', async () => {
  const site = await serve((asked, answer) => {
    if (asked.url === '/break') breakPages(temporary)
    else page('<img src=/break>')(asked, answer)
  })
  const since = Date.now()
  const told = await keepFrom(site).then(({ lacks }) => lacks, String)
  expect(told).toContain('The page broke the browser')
  expect(Date.now() - since).toBeLessThan(10_000)
})

test.each([
  ['never ends', false, 'still loading'],
  ['goes on and on', true, 'no more after 5 MB'],
])('a page that %s is kept as far as it came', async (_, isFast, lacks) => {
  const site = await serve((_, answer) => {
    answer.setHeader('content-type', 'text/html').write('<h1>The bridge opened</h1><!--')
    const more = () => {
      while (isFast && answer.write('a'.repeat(100_000)));
      if (!isFast) answer.write('a')
    }
    const timer = setInterval(more, 20)
    answer.on('close', () => clearInterval(timer))
  })
  const kept = await keepFrom(site, { limits: { time: 16_000, bytes: 5_000_000 } })
  expect(kept.html).toContain('The bridge opened')
  expect(kept.lacks).toContain(lacks)
})

test.each([
  [
    'breaks off',
    (site: Outside) => `http://site.example:${site.port}/`,
    'broke the connection off',
  ],
  ['is inside', () => 'http://127.0.0.1/', 'private network'],
  ['is on a closed port', () => 'http://site.example:1/', 'port 1,'],
  ['is a file of this machine', () => 'file:///etc/passwd', 'begin with http'],
])('of a site that %s nothing is kept, and it is said why', async (_, address, words) => {
  const site = await serveRaw((socket) => socket.end())
  const way = {
    resolve: async () => ['127.0.0.1'],
    allowed: [{ host: 'site.example', port: site.port }],
  }
  await expect(keepWithBrowser(address(site), way)).rejects.toMatchObject({
    ...{ name: 'Refusal', message: expect.stringContaining(words) },
    fields: { address: expect.stringContaining(words) },
  })
})

test('a site that only itself vouches for is not believed', async () => {
  const site = await serveSafely(page(''), await selfSigned('site.example'))
  const way = {
    resolve: async () => ['127.0.0.1'],
    allowed: [{ host: 'site.example', port: site.port }],
  }
  await expect(keepWithBrowser(`https://site.example:${site.port}/`, way)).rejects.toMatchObject({
    ...{ name: 'Refusal', message: expect.stringContaining('its certificate does not hold') },
  })
})

test('what is a file and no page is refused as that', async () => {
  const site = await serve((_, answer) =>
    answer.setHeader('content-type', 'application/zip').end('PK'),
  )
  await expect(keepFrom(site)).rejects.toThrow('but a file')
})

test.each([
  ['is opened', '<img src=/a>', '/'],
  ['is still loading', '<img src=/never>', '/never'],
])('keeping a page is called off at once while it %s', async (_, body, until) => {
  const calling = new AbortController()
  let since = 0
  const site = await serve((asked, answer) => {
    if (asked.url === until) {
      since = Date.now()
      calling.abort(new Error('enough'))
    }
    if (asked.url !== '/never') page(body)(asked, answer)
  })
  await expect(keepFrom(site, { signal: calling.signal })).rejects.toThrow('enough')
  expect(Date.now() - since).toBeLessThan(3_000)
})

test.each([
  ['has no sandbox', 'echo "No usable sandbox!" >&2; exit 1', 'gives it no sandbox'],
  ['does not start', 'exit 1', 'could not be started'],
])('a browser that %s keeps nothing', async (_, script, words) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'stet-program-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const before = process.env.CHROMIUM_PATH
  onTestFinished(() => void vi.stubEnv('CHROMIUM_PATH', before ?? ''))
  writeFileSync(path.join(folder, 'browser'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  vi.stubEnv('CHROMIUM_PATH', path.join(folder, 'browser'))
  chmodSync(folder, 0o755)
  await expect(keepWithBrowser('http://site.example/')).rejects.toThrow(words)
})

test('where no browser is installed there is none', async () => {
  const { CHROMIUM_PATH, PATH } = process.env
  onTestFinished(() => {
    vi.stubEnv('CHROMIUM_PATH', CHROMIUM_PATH ?? '')
    vi.stubEnv('PATH', PATH ?? '')
  })
  vi.stubEnv('CHROMIUM_PATH', '')
  vi.stubEnv('PATH', '/nowhere')
  expect(await keepWithBrowser('http://site.example/')).toBeNull()
})
