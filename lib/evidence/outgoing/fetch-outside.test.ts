import { buffer, text } from 'node:stream/consumers'
import * as zlib from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { selfSigned, serve, serveRaw, serveSafely } from '../../testing/outside/serve'
import { wayTo } from '../../testing/outside/way-to'
import { fetchOutside } from './fetch-outside'

const PAGE = 'The bridge opened in 1973. '.repeat(1_000)

test('a page is brought as it is, with where and when it was', async () => {
  const site = await serve((_, answer) => {
    answer.writeHead(404, { 'content-type': 'text/plain', 'X-Two': ['a', 'b'] }).end(PAGE)
  })
  const before = new Date()
  const got = await fetchOutside(`http://site.example:${site.port}/a b?c#d`, wayTo(site))
  expect(got).toMatchObject({
    address: `http://site.example:${site.port}/a%20b?c#d`,
    redirects: [],
    ip: '127.0.0.1',
    status: 404,
    headers: { 'content-type': 'text/plain' },
    rawHeaders: expect.arrayContaining(['X-Two', 'a', 'X-Two', 'b']),
  })
  expect(got.time.getTime()).toBeGreaterThanOrEqual(before.getTime())
  expect(await text(got.body)).toBe(PAGE)
  await expect.poll(() => site.open.size).toBe(0)
})

test('a request says which host it means, and nothing of who asks', async () => {
  const site = await serve(({ method, headers, url }, answer) => {
    answer.writeHead(200, { 'set-cookie': 'who=me' }).end(JSON.stringify({ method, headers, url }))
  })
  const address = `http://site.example:${site.port}/page?a=b`
  await fetchOutside(address, wayTo(site)).then(({ body }) => text(body))
  const { body } = await fetchOutside(address, { ...wayTo(site), headers: { accept: 'text/html' } })
  expect(JSON.parse(await text(body))).toEqual({
    method: 'GET',
    url: '/page?a=b',
    headers: {
      host: `site.example:${site.port}`,
      'user-agent': 'Stet',
      accept: 'text/html',
      'accept-encoding': expect.stringContaining('gzip'),
      connection: 'close',
    },
  })
})

test('a body is posted with its type', async () => {
  const site = await serve(async (asked, answer) => {
    answer.end(`${asked.method} ${asked.headers['content-type']} ${await text(asked)}`)
  })
  const { body } = await fetchOutside(`http://site.example:${site.port}/`, {
    ...wayTo(site),
    body: Buffer.from('asked'),
    headers: { 'content-type': 'application/timestamp-query' },
  })
  expect(await text(body)).toBe('POST application/timestamp-query asked')
})

test.each([
  ['gzip', zlib.gzipSync(PAGE)],
  ['x-gzip', zlib.gzipSync(PAGE)],
  ['GZIP', zlib.gzipSync(PAGE)],
  ['deflate', zlib.deflateSync(PAGE)],
  ['deflate', zlib.deflateRawSync(PAGE)],
  ['br', zlib.brotliCompressSync(PAGE)],
  ['identity', Buffer.from(PAGE)],
  ['gzip, br', zlib.brotliCompressSync(zlib.gzipSync(PAGE))],
])('%s is decoded', async (coding, sent) => {
  const site = await serve((_, answer) => {
    answer.writeHead(200, { 'content-encoding': coding })
    answer.flushHeaders()
    setTimeout(() => answer.end(sent), 5)
  })
  const { body } = await fetchOutside(`http://site.example:${site.port}/`, wayTo(site))
  expect(await text(body)).toBe(PAGE)
})

test('an empty body is empty in any coding', async () => {
  const site = await serve((_, answer) => {
    answer.writeHead(200, { 'content-encoding': 'deflate', 'content-length': 0 }).end()
  })
  const { body } = await fetchOutside(`http://site.example:${site.port}/`, wayTo(site))
  expect(await buffer(body)).toHaveLength(0)
})

test.each([204, 304])(
  'an answer without a body has none, whatever its coding: %s',
  async (status) => {
    const site = await serve((_, answer) => {
      answer.writeHead(status, { 'content-encoding': 'deflate' }).end()
    })
    const { body } = await fetchOutside(`http://site.example:${site.port}/`, wayTo(site))
    expect(await buffer(body)).toHaveLength(0)
  },
)

describe('redirects', () => {
  test('are followed, each told with its status and time', async () => {
    const site = await serve(({ url }, answer) => {
      const next = { '/a': [301, '/b'], '/b': [307, '//site.example:PORT/ü'] }[url ?? '']
      if (!next) return answer.end('arrived')
      const location = String(next[1]).replace('PORT', String(site.port))
      answer
        .writeHead(Number(next[0]), { location: Buffer.from(location).toString('latin1') })
        .end()
    })
    const from = `http://site.example:${site.port}`
    const { address, redirects } = await fetchOutside(`${from}/a#part`, wayTo(site))
    expect(address).toBe(`${from}/%C3%BC#part`)
    expect(redirects).toEqual([
      { address: `${from}/a#part`, status: 301, time: expect.any(Date), to: `${from}/b#part` },
      { address: `${from}/b#part`, status: 307, time: expect.any(Date), to: address },
    ])
  })

  test.each([
    [302, 'GET '],
    [303, 'GET '],
    [307, 'POST asked'],
    [308, 'POST asked'],
  ])('with %s a question goes on as %s', async (status, arrived) => {
    const site = await serve(async (asked, answer) => {
      const question = `${asked.method} ${await text(asked)}`
      if (asked.url === '/to') answer.end(question)
      else answer.writeHead(status, { location: '/to' }).end()
    })
    const { body } = await fetchOutside(`http://site.example:${site.port}/`, {
      ...wayTo(site),
      body: Buffer.from('asked'),
    })
    expect(await text(body)).toBe(arrived)
  })

  test('end after ten', async () => {
    const site = await serve((_, answer) => answer.writeHead(302, { location: '/' }).end())
    const asked = fetchOutside(`http://site.example:${site.port}/`, wayTo(site))
    await expect(asked).rejects.toMatchObject({
      why: 'too-many-redirects',
      message: 'This address leads on more than 10 times.',
    })
    expect(site.connections).toBe(11)
  })

  test.each([
    ['file:///etc/passwd', 'scheme'],
    ['gopher://site.example/', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['//name:word@site.example/', 'credentials'],
    ['http://10.0.0.1/', 'private-network'],
    ['//site.example:22/', 'private-network'],
    ['http://[', 'not-an-address'],
  ])('to %s are refused, and the reader is told where they led', async (location, why) => {
    const site = await serve((_, answer) => answer.writeHead(302, { location }).end())
    const asked = fetchOutside(`http://site.example:${site.port}/`, wayTo(site))
    await expect(asked).rejects.toMatchObject({
      why,
      message: expect.stringMatching(/^It leads on to \S+\. /),
    })
  })
})

test.each([
  ['', 'not-an-address'],
  ['not an address', 'not-an-address'],
  ['example.org/page', 'not-an-address'],
  ['http://', 'not-an-address'],
  ['http://site.example:99999/', 'not-an-address'],
  ['http://[fe80::1%25eth0]/', 'not-an-address'],
  ['http://256.0.0.1/', 'not-an-address'],
  ['http://127.0.0.1.5/', 'not-an-address'],
  [`http://site.example/${'a'.repeat(9_000)}`, 'not-an-address'],
  ['file:///etc/passwd', 'scheme'],
  ['FILE://localhost/etc/passwd', 'scheme'],
  ['gopher://127.0.0.1:6379/_FLUSHALL', 'scheme'],
  ['ftp://site.example/', 'scheme'],
  ['data:text/html,hello', 'scheme'],
  ['javascript:alert(1)', 'scheme'],
  ['blob:http://site.example/1', 'scheme'],
  ['view-source:http://site.example/', 'scheme'],
  ['ws://site.example/', 'scheme'],
  ['dict://127.0.0.1:11211/stat', 'scheme'],
  ['http://name:word@site.example/', 'credentials'],
  ['http://name@site.example/', 'credentials'],
  ['http://:word@site.example/', 'credentials'],
  ['http://site.example:80@127.0.0.1/', 'credentials'],
  ['http://site.example%2f@127.0.0.1/', 'credentials'],
  ['http://nobody.example/', 'name-not-found'],
])('%.60s is refused: %s', async (address, why) => {
  const asked = fetchOutside(address, wayTo())
  await expect(asked).rejects.toMatchObject({ why, fields: { address: expect.any(String) } })
})

describe('https', () => {
  const address = ({ port }: { port: number }, host = 'site.example') => `https://${host}:${port}/`

  test('a site is believed by an authority that is given, for the name in the address', async () => {
    const certificate = await selfSigned('site.example')
    const site = await serveSafely(({ headers }, answer) => answer.end(headers.host), certificate)
    const way = { ...wayTo(site), ca: certificate.cert }
    const { body } = await fetchOutside(address(site), way)
    expect(await text(body)).toBe(`site.example:${site.port}`)
    await expect.poll(() => site.open.size).toBe(0)

    const allowed = [{ host: 'other.example', port: site.port }]
    const other = fetchOutside(address(site, 'other.example'), { ...way, allowed })
    await expect(other).rejects.toMatchObject({ why: 'certificate' })
  })

  test.each([undefined, '0'])('a site that vouches for itself is refused (%s)', async (setting) => {
    const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED
    if (setting) process.env.NODE_TLS_REJECT_UNAUTHORIZED = setting
    const site = await serveSafely(
      (_, answer) => answer.end('page'),
      await selfSigned('site.example'),
    )
    const asked = fetchOutside(address(site), wayTo(site)).finally(() => {
      if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
    })
    await expect(asked).rejects.toMatchObject({ why: 'certificate', reason: 'unavailable' })
    await expect.poll(() => site.open.size).toBe(0)
  })

  test('a long answer in small pieces is not taken for silence', async () => {
    const certificate = await selfSigned('site.example')
    const site = await serveSafely((_, answer) => {
      let pieces = 0
      const timer = setInterval(() => (++pieces < 12 ? answer.write('.') : answer.end()), 150)
      answer.on('close', () => clearInterval(timer))
    }, certificate)
    const limits = { idleTime: 1_000 }
    const { body } = await fetchOutside(address(site), {
      ...wayTo(site),
      ca: certificate.cert,
      limits,
    })
    expect(await text(body)).toHaveLength(11)
  })

  test('a site that does not speak it cannot be reached', async () => {
    const site = await serveRaw((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'))
    const asked = fetchOutside(address(site), wayTo(site))
    await expect(asked).rejects.toMatchObject({ why: 'unreachable' })
  })
})

test('where the first address of a site does not answer, the next is asked', async () => {
  const site = await serve((_, answer) => answer.end('page'))
  const { ip } = await fetchOutside(`http://site.example:${site.port}/`, {
    ...wayTo(site),
    resolve: async () => ['::1', '127.0.0.1'],
  })
  expect(ip).toBe('127.0.0.1')
})

test('where none answers, the site cannot be reached', async () => {
  const asked = fetchOutside('http://site.example:9/', wayTo({ port: 9 }))
  await expect(asked).rejects.toMatchObject({ why: 'unreachable' })
})
