import { request as ask, createServer, type RequestOptions } from 'node:http'
import type { AddressInfo } from 'node:net'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LONGEST_BODY, LONGEST_OF_STRANGERS, problemOf, refuseRequests } from './refuse-requests'

const OURS = 'https://stet.example.org'
const POST = 'POST'
const SECRET = 'the secret of these tests'
process.env.NEXTAUTH_SECRET = SECRET
const token = { sub: 'ada', sessionId: 's1' }
const cookie = (value: string) => ({ cookie: `a=b; __Secure-next-auth.session-token=${value}` })
const OWN = await encode({ token, secret: SECRET })
const OLD = await encode({ token, secret: SECRET, maxAge: -60 })
const FOREIGN = await encode({ token, secret: 'another' })
const COOKIE = cookie(OWN)
const long = (bytes: number) => ({ 'content-length': String(bytes) })

test.each([
  ['/%E0%A4', 400],
  ['/desk/articles/%ED%A0%80', 400],
  ['/desk/sources?q=%E0%A4%A', 400],
  ['/desk/sources?q=100%', 400],
  ['/desk/sources?q=%F0%9F%98%80&p=100%25', null],
  ['/desk/articles/th%C3%A9', null],
])('an address is either well-formed or refused: %s', (url, status) => {
  expect(problemOf({ method: 'GET', url, headers: {} }, OURS)).toBe(status)
})

test.each([
  [POST, { origin: OURS }, null],
  [POST, {}, null],
  [POST, { origin: 'http://inside:3000', host: 'inside:3000' }, null],
  [POST, { origin: 'https://example.org', host: 'stet.example.org' }, 403],
  [POST, { origin: 'null', host: 'stet.example.org' }, 403],
  [POST, { origin: '', host: 'stet.example.org' }, 403],
  ['DELETE', { origin: 'https://example.org' }, 403],
  // To read a page is no change.
  ['GET', { origin: 'https://example.org' }, null],
])('what comes from another site changes nothing: %s %j', (method, headers, status) => {
  expect(problemOf({ method, url: '/desk', headers }, OURS)).toBe(status)
})

test.each([
  ['/desk', { ...COOKIE, ...long(LONGEST_BODY) }, null],
  ['/desk', { ...COOKIE, ...long(LONGEST_BODY + 1) }, 413],
  ['/desk', long(LONGEST_OF_STRANGERS), null],
  ['/desk', long(LONGEST_OF_STRANGERS + 1), 413],
  ['/desk', { cookie: `next-auth.session-token=${OWN}`, ...long(LONGEST_BODY) }, null],
  ['/log-in?to=%2F', { ...COOKIE, ...long(LONGEST_OF_STRANGERS + 1) }, 413],
  ['/api/auth/callback/credentials', { ...COOKIE, ...long(LONGEST_OF_STRANGERS + 1) }, 413],
  ['/desk', { ...COOKIE, 'transfer-encoding': 'chunked' }, 411],
  [
    '/api/v1/articles/bring-article',
    { authorization: 'Bearer stet_a', ...long(1024 * 1024) },
    null,
  ],
  [
    '/api/v1/articles/bring-article',
    { authorization: 'Bearer stet_a', ...long(1024 * 1024 + 1) },
    413,
  ],
  ['/api/v1/articles/bring-article', { ...COOKIE, ...long(LONGEST_OF_STRANGERS + 1) }, 413],
])('a body is short enough for whoever sends it: %s %j', (url, headers, status) => {
  expect(problemOf({ method: POST, url, headers }, OURS)).toBe(status)
})

test.each([
  ['made up', 'ey'],
  ['sealed elsewhere', FOREIGN],
  ['of a time that is over', OLD],
  ['changed in one letter', OWN.slice(0, 90) + (OWN[90] === 'A' ? 'B' : 'A') + OWN.slice(91)],
  ['without its end', OWN.slice(0, OWN.lastIndexOf('.'))],
  ['in several pieces', `${OWN}.${OWN}`],
  ['as long as a header can be', 'a.'.repeat(8_000)],
])('a log-in that is %s lets nobody send more than a stranger', (_, value) => {
  const of = (bytes: number) => ({
    method: POST,
    url: '/desk',
    headers: { ...cookie(value), ...long(bytes) },
  })
  expect(problemOf(of(LONGEST_OF_STRANGERS), OURS)).toBe(null)
  expect(problemOf(of(LONGEST_OF_STRANGERS + 1), OURS)).toBe(413)
})

const server = createServer((request, response) => {
  response.end(`${request.method} ${request.url} ${Object.keys(request.headers)}`)
})

beforeAll(async () => {
  refuseRequests()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
})
afterAll(() => void server.close())

test('a server of this process sees a refused request as one for the page that says so, without its body', async () => {
  expect(await answer({ path: '/desk' })).toMatch(/^GET \/desk /)
  expect(await answer({ path: '/%E0%A4', headers: { accept: 'text/html', rsc: '1' } })).toBe(
    'GET /refused/400 host,accept,connection',
  )
  const headers = { 'next-action': 'a1', 'content-type': 'text/plain' }
  const large = Buffer.alloc(LONGEST_OF_STRANGERS + 1)
  expect(await answer({ method: POST, path: '/desk', headers }, large)).toMatch(
    /^GET \/refused\/413 /,
  )
})

function answer(options: RequestOptions, body?: Buffer): Promise<string> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const sent = ask({ port, host: '127.0.0.1', ...options }, (said) => {
      let text = ''
      said.setEncoding('utf8').on('data', (part) => {
        text += part
      })
      said.on('end', () => resolve(text))
    })
    sent.on('error', reject).end(body)
  })
}
