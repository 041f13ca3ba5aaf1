import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import * as zlib from 'node:zlib'
import { expect, test } from 'vitest'
import { type Outside, serve, serveRaw } from '../../testing/outside/serve'
import { wayTo } from '../../testing/outside/way-to'
import { fetchOutside, type OutsideOptions } from './fetch-outside'

const HEAD = 'HTTP/1.1 200 OK\r\nConnection: close\r\n'

const fetchFrom = (site: Outside, limits: OutsideOptions['limits'], more?: OutsideOptions) =>
  fetchOutside(`http://site.example:${site.port}/`, { ...wayTo(site), limits, ...more })

test('a body of 1 GB is cut at the limit, and takes no memory', async () => {
  const piece = Buffer.alloc(1_000_000)
  const site = await serve((_, answer) => {
    Readable.from(Array.from({ length: 1_000 }, () => piece)).pipe(answer)
  })
  const { body } = await fetchFrom(site, { bytes: 300_000_000 })
  const before = process.memoryUsage.rss()
  let [got, most] = [0, before]
  const reading = async () => {
    for await (const chunk of body) {
      got += chunk.length
      most = Math.max(most, process.memoryUsage.rss())
    }
  }
  await expect(reading()).rejects.toMatchObject({
    why: 'too-large',
    message: 'The answer is larger than 300 MB.',
  })
  expect(got).toBeGreaterThan(290_000_000)
  expect(got).toBeLessThanOrEqual(300_000_000)
  expect(most - before).toBeLessThan(96_000_000)
  await expect.poll(() => site.open.size).toBe(0)
})

test('a body of exactly the limit is whole, one byte more is not', async () => {
  const site = await serve((_, answer) => answer.end('a'.repeat(1_000)))
  const { body } = await fetchFrom(site, { bytes: 1_000 })
  expect(await text(body)).toHaveLength(1_000)
  const { body: cut } = await fetchFrom(site, { bytes: 999 })
  await expect(text(cut)).rejects.toMatchObject({ why: 'too-large' })
})

const ZEROS = Buffer.alloc(50_000_000)

test.each([
  ['gzip', zlib.gzipSync(ZEROS)],
  ['deflate', zlib.deflateSync(ZEROS)],
  ['br', zlib.brotliCompressSync(ZEROS, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } })],
  ['gzip, gzip', zlib.gzipSync(zlib.gzipSync(ZEROS))],
])('a bomb in %s is cut at the limit', async (coding, bomb) => {
  const site = await serve((_, answer) => {
    answer.writeHead(200, { 'content-encoding': coding }).end(bomb)
  })
  const { body } = await fetchFrom(site, { bytes: 1_000_000 })
  await expect(text(body)).rejects.toMatchObject({ why: 'too-large' })
  await expect.poll(() => site.open.size).toBe(0)
})

test('a coded body that comes to nothing is counted as it came', async () => {
  const empty = Buffer.concat(Array.from({ length: 1_000 }, () => Buffer.from([0, 0, 0, 255, 255])))
  const site = await serveRaw((socket) => {
    socket.write(`${HEAD}Content-Encoding: deflate\r\n\r\n`)
    socket.write(Buffer.from([0x78, 0x9c]))
    const timer = setInterval(() => socket.write(empty), 1)
    socket.on('close', () => clearInterval(timer))
  })
  const { body } = await fetchFrom(site, { bytes: 100_000 })
  await expect(text(body)).rejects.toMatchObject({ why: 'too-large' })
})

test.each([
  ['never answers', ''],
  ['stops in its head', 'HTTP/1.1 200 OK\r\nContent-'],
  ['stops in its body', `${HEAD}\r\nbegin`],
  ['stops before its coded body', `${HEAD}Content-Encoding: deflate\r\n\r\n`],
])('a site that %s is left when it has been silent for too long', async (_, sent) => {
  const site = await serveRaw((socket) => void socket.write(sent))
  const reading = fetchFrom(site, { idleTime: 100 }).then(({ body }) => text(body))
  await expect(reading).rejects.toMatchObject({
    why: 'silent',
    message: 'The site sent nothing for 0.1 seconds.',
  })
  await expect.poll(() => site.open.size).toBe(0)
})

test.each([
  ['head', 'HTTP/1.1 200 OK\r\nX-A: '],
  ['body', `${HEAD}\r\n`],
])('a site that drips its %s is left when the time is over', async (_, sent) => {
  const site = await serveRaw((socket) => {
    socket.write(sent)
    const timer = setInterval(() => socket.write('.'), 10)
    socket.on('close', () => clearInterval(timer))
  })
  const reading = fetchFrom(site, { totalTime: 300 }).then(({ body }) => text(body))
  await expect(reading).rejects.toMatchObject({
    why: 'too-slow',
    message: 'The answer was not complete after 0.3 seconds.',
  })
  await expect.poll(() => site.open.size).toBe(0)
})

test('a name that is never found takes no longer than the time', async () => {
  const asked = fetchOutside('http://site.example/', {
    resolve: () => new Promise(() => {}),
    limits: { totalTime: 50 },
  })
  await expect(asked).rejects.toMatchObject({ why: 'too-slow' })
})

test('an answer that nobody reads is let go when the time is over', async () => {
  const site = await serveRaw((socket) => void socket.write(`${HEAD}\r\nbegin`))
  await fetchFrom(site, { totalTime: 100 })
  await expect.poll(() => site.open.size).toBe(0)
})

test('a request can be called off, before and while it is read', async () => {
  const site = await serveRaw((socket) => void socket.write(`${HEAD}\r\nbegin`))
  const signal = AbortSignal.abort(new Error('enough'))
  await expect(fetchFrom(site, {}, { signal })).rejects.toThrow('enough')
  const end = new AbortController()
  const { body } = await fetchFrom(site, {}, { signal: end.signal })
  end.abort(new Error('enough'))
  await expect(text(body)).rejects.toThrow('enough')
  await expect.poll(() => site.open.size).toBe(0)
})

test.each([
  ['at once', ''],
  ['in its head', 'HTTP/1.1 200 OK\r\nContent-'],
  ['before its body', `${HEAD}Content-Length: 10\r\n\r\n`],
  ['in its body', `${HEAD}Content-Length: 10\r\n\r\n12345`],
  ['in a chunk', `${HEAD}Transfer-Encoding: chunked\r\n\r\na\r\n12345`],
  ['after a chunk', `${HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n`],
  ['in a coded body', `${HEAD}Content-Encoding: gzip\r\n\r\n\x1f\u008b\x08\0\0\0\0\0`],
])('a site that breaks off %s is told as that', async (_, sent) => {
  const site = await serveRaw((socket) => socket.end(Buffer.from(sent, 'latin1')))
  const reading = fetchFrom(site, {}).then(({ body }) => text(body))
  await expect(reading).rejects.toMatchObject({ why: 'dropped', reason: 'unavailable' })
})

test.each([
  ['another protocol', 'SSH-2.0-OpenSSH_9.2\r\n'],
  ['a head without end', `HTTP/1.1 200 OK\r\n${`X-A: ${'a'.repeat(1_000)}\r\n`.repeat(100)}`],
  ['a coding that nobody knows', `${HEAD}Content-Encoding: secret\r\n\r\nabc`],
  ['codings without end', `${HEAD}Content-Encoding: gzip, gzip, gzip\r\n\r\nabc`],
  ['a body that is not coded as it says', `${HEAD}Content-Encoding: gzip\r\n\r\nplain words`],
  ['two lengths', `${HEAD}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`],
  ['a chunk of no size', `${HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\n`],
])('%s is told as an answer that cannot be read', async (_, sent) => {
  const site = await serveRaw((socket) => socket.end(sent))
  const reading = fetchFrom(site, {}).then(({ body }) => text(body))
  await expect(reading).rejects.toMatchObject({ why: 'bad-answer' })
  await expect.poll(() => site.open.size).toBe(0)
})

test('a site that wants to change the protocol is left', async () => {
  const site = await serveRaw((socket) => {
    socket.write('HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n')
  })
  await expect(fetchFrom(site, {})).rejects.toMatchObject({ reason: 'unavailable' })
  await expect.poll(() => site.open.size).toBe(0)
})
