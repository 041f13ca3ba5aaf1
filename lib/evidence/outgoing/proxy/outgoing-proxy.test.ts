import { createConnection } from 'node:net'
import { text } from 'node:stream/consumers'
import { connect as secure } from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { askProxy, sendRaw } from '../../../testing/outside/proxy-client'
import { selfSigned, serve, serveRaw, serveSafely } from '../../../testing/outside/serve'
import { wayTo } from '../../../testing/outside/way-to'
import { startOutgoingProxy } from './outgoing-proxy'

async function proxyTo(...[way, limits]: [ReturnType<typeof wayTo>, object?]) {
  const proxy = await startOutgoingProxy({ ...way, limits })
  onTestFinished(() => proxy.close())
  return proxy
}

test('a page is brought over http, with the headers that are meant for the other end', async () => {
  const site = await serve((asked, answer) => {
    answer.writeHead(200, { 'X-Site': 'yes', Connection: 'X-Hop', 'X-Hop': 'no' })
    answer.end(JSON.stringify({ url: asked.url, ...asked.headers }))
  })
  const proxy = await proxyTo(wayTo(site))
  const basic = Buffer.from(`${proxy.username}:${proxy.password}`).toString('base64')
  const lines = [
    `GET http://site.example:${site.port}/page?a=b HTTP/1.1`,
    'Host: 10.0.0.1',
    'Cookie: a=b',
    'X-Mine: secret',
    'Connection: close, X-Mine',
    `Proxy-Authorization: Basic ${basic}`,
  ]
  const [head = '', body = ''] = (
    await sendRaw(proxy.server, `${lines.join('\r\n')}\r\n\r\n`)
  ).split('\r\n\r\n')
  expect(head).toMatch(/^HTTP\/1\.1 200 /)
  expect(head).toContain('X-Site: yes')
  expect(head).not.toContain('X-Hop: no')
  const told = body.slice(body.indexOf('{'), body.lastIndexOf('}') + 1)
  expect(JSON.parse(told)).toEqual({
    url: '/page?a=b',
    host: `site.example:${site.port}`,
    cookie: 'a=b',
    connection: 'close',
  })
  expect(proxy.traffic).toMatchObject({ requests: 1, refused: [] })
  expect(proxy.traffic.bytes).toBeGreaterThan(100)
})

test.each([
  'Content-Length: 5\r\n\r\nasked',
  'Transfer-Encoding: chunked\r\n\r\n5\r\nasked\r\n0\r\n\r\n',
])('what a page sends arrives: %j', async (rest) => {
  const site = await serve(async (asked, answer) =>
    answer.end(`${asked.method} ${await text(asked)}`),
  )
  const { server, username, password } = await proxyTo(wayTo(site))
  const basic = Buffer.from(`${username}:${password}`).toString('base64')
  const head = `DELETE http://site.example:${site.port}/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n`
  const told = await sendRaw(server, `${head}Proxy-Authorization: Basic ${basic}\r\n${rest}`)
  expect(told).toContain('DELETE asked')
})

test('a tunnel leads to the site itself, whole to its last byte', async () => {
  const certificate = await selfSigned('site.example')
  const page = 'The bridge opened in 1973. '.repeat(100_000)
  const site = await serveSafely((_, answer) => answer.end(page), certificate)
  const { server, username, password } = await proxyTo(wayTo(site))
  const basic = Buffer.from(`${username}:${password}`).toString('base64')
  const socket = createConnection({ host: '127.0.0.1', port: Number(new URL(server).port) })
  socket.write(
    `CONNECT site.example:${site.port} HTTP/1.1\r\nHost: a\r\nProxy-Authorization: Basic ${basic}\r\n\r\n`,
  )
  const established = await new Promise((resolve) => socket.once('data', resolve))
  expect(String(established)).toMatch(/^HTTP\/1\.1 200 /)
  const safe = secure({ socket, servername: 'site.example', ca: certificate.cert })
  safe.write('GET / HTTP/1.1\r\nHost: site.example\r\nConnection: close\r\n\r\n')
  expect(await text(safe)).toContain(page)
})

test.each([
  '',
  'Proxy-Authorization: Basic c3RldDpndWVzc2Vk\r\n',
  'Authorization: Basic c3RldA==\r\n',
])('without the credentials of this run nobody is let through: "%s"', async (header) => {
  const site = await serve((_, answer) => answer.end('page'))
  const { server, traffic } = await proxyTo(wayTo(site))
  for (const line of [
    `GET http://site.example:${site.port}/`,
    `CONNECT site.example:${site.port}`,
  ]) {
    const sent = `${line} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${header}\r\n`
    expect(await sendRaw(server, sent)).toMatch(/^HTTP\/1\.1 407 [\s\S]*Basic realm="Stet"/i)
  }
  expect(site.connections).toBe(0)
  expect(traffic).toMatchObject({ requests: 0, refused: [] })
})

test.each([
  ['GET /page', 403, 'not-an-address'],
  ['GET https://site.example/', 403, 'scheme'],
  ['GET ftp://site.example/', 403, 'scheme'],
  ['GET http://name:word@site.example/', 403, 'credentials'],
  ['GET http://10.0.0.1/', 403, 'private-network'],
  ['GET http://nobody.example/', 502, 'name-not-found'],
  ['CONNECT 10.0.0.1:443', 403, 'private-network'],
  ['CONNECT [::1]:443', 403, 'private-network'],
  ['CONNECT 0x7f.1:443', 403, 'private-network'],
  ['CONNECT localhost:22', 403, 'private-network'],
  ['CONNECT site.example', 403, 'not-an-address'],
  ['CONNECT name@site.example:443', 403, 'not-an-address'],
  ['CONNECT http://site.example:443', 403, 'not-an-address'],
  ['CONNECT nobody.example:443', 502, 'name-not-found'],
])('%s is refused with %s, and noted as %s', async (request, status, why) => {
  const proxy = await proxyTo(wayTo())
  expect(await askProxy(proxy, request)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  const [, address] = request.split(' ')
  expect(proxy.traffic.refused).toEqual([{ address, why, time: expect.any(Date) }])
})

test('the proxy is no way to itself', async () => {
  const proxy = await proxyTo({ ...wayTo(), ports: [80] })
  const { host } = new URL(proxy.server)
  expect(await askProxy(proxy, `CONNECT ${host}`)).toContain('private network')
})

test('after as many requests as it may, a page gets nothing more', async () => {
  const site = await serve((_, answer) => answer.end('page'))
  const proxy = await proxyTo(wayTo(site), { requests: 2 })
  const ask = () => askProxy(proxy, `GET http://site.example:${site.port}/`)
  expect([await ask(), await ask()].join()).toMatch(/page[\s\S]*page/)
  expect(await ask()).toContain('The page asked for more than 2 things.')
  expect(site.connections).toBe(2)
})

test.each(['GET http://site.example:PORT/', 'CONNECT site.example:PORT'])(
  'after as many bytes as it may, a page is cut off: %s',
  async (request) => {
    const site = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      const timer = setInterval(() => socket.write(Buffer.alloc(50_000)), 1)
      socket.on('close', () => clearInterval(timer))
    })
    const proxy = await proxyTo(wayTo(site), { bytes: 1_000_000 })
    const line = request.replace('PORT', String(site.port))
    const got = await askProxy(proxy, line).catch(() => '')
    expect(got.length).toBeLessThan(1_100_000)
    expect(proxy.traffic.bytes).toBeLessThan(1_200_000)
    await expect.poll(() => site.open.size).toBe(0)
    expect(await askProxy(proxy, line)).toContain('The answer is larger than 1 MB.')
    expect(site.connections).toBe(1)
  },
)

test.each(['GET http://site.example:PORT/', 'CONNECT site.example:PORT'])(
  'a connection that is silent is ended: %s',
  async (request) => {
    const site = await serveRaw(() => {})
    const proxy = await proxyTo(wayTo(site), { idleTime: 100 })
    await askProxy(proxy, request.replace('PORT', String(site.port)))
    await expect.poll(() => site.open.size).toBe(0)
  },
)

test('an answer that no client may get is not passed on', async () => {
  const answers = ['042 Low', '101 Switching', '200 \u0001\u007f']
  const site = await serveRaw((socket) => socket.end(`HTTP/1.1 ${answers.shift()}\r\n\r\n`))
  const proxy = await proxyTo(wayTo(site))
  const ask = () => askProxy(proxy, `GET http://site.example:${site.port}/`)
  expect(await ask()).toMatch(/^HTTP\/1\.1 502 /)
  expect(await ask()).toMatch(/^HTTP\/1\.1 502 /)
  expect(await ask()).toMatch(/^HTTP\/1\.1 (502|200) /)
})

test('closing it ends what runs', async () => {
  const site = await serveRaw(() => {})
  const proxy = await startOutgoingProxy(wayTo(site))
  const asked = ['GET http://site.example:PORT/', 'CONNECT site.example:PORT'].map((line) =>
    askProxy(proxy, line.replace('PORT', String(site.port))).catch(() => ''),
  )
  await expect.poll(() => site.open.size).toBe(2)
  await proxy.close()
  await Promise.all(asked)
  await expect.poll(() => site.open.size).toBe(0)
  await expect(sendRaw(proxy.server, '\r\n')).rejects.toThrow('ECONNREFUSED')
})
