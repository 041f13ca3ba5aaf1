import { expect, test } from 'vitest'
import { errorLine, redact } from './error-log'

test.each([
  ['a mail address', 'No user ines@example.org', 'No user [mail address]'],
  [
    'the password of a database',
    'cannot reach postgres://stet:secret@db:5432/stet',
    'cannot reach postgres://[password]@db:5432/stet',
  ],
  ['what an address asks for', 'GET /x?q=minister&page=2', 'GET /x?q=[value]&page=[value]'],
  ['a token', 'refused eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0', 'refused [token]'],
  ['a key', 'bad -----BEGIN PRIVATE KEY-----\nMC4CAQ\n-----END PRIVATE KEY-----.', 'bad [key].'],
  ['nothing of an ordinary sentence', 'Transaction of 30 s ended', 'Transaction of 30 s ended'],
  ['no long name', 'PrismaClientKnownRequestError in findManyOrThrowSomething', undefined],
])('of %s the log tells nothing', (_what, text, told) => {
  expect(redact(text)).toBe(told ?? text)
})

test('an error is one line with its route, its digest and the request’s id, and nothing of the address', () => {
  const error = Object.assign(new TypeError('x is undefined\nfor ines@example.org'), {
    digest: '1234',
  })
  const headers = { 'x-request-id': 'f3a1', cookie: 'session=abc', referer: 'https://stet/desk' }
  const line = errorLine({
    ...{ error, route: '/[newsroom]/articles/[slug]', at: new Date(0) },
    request: { method: 'GET', headers },
  })
  expect(line).not.toContain('\n')
  expect(line).not.toMatch(/ines|abc|https/)
  expect(JSON.parse(line)).toMatchObject({
    ...{ time: '1970-01-01T00:00:00.000Z', level: 'error', method: 'GET', request: 'f3a1' },
    ...{ route: '/[newsroom]/articles/[slug]', digest: '1234', error: 'TypeError' },
    message: 'x is undefined\nfor [mail address]',
  })
})

test('what is thrown and is no error is told all the same', () => {
  const request = { method: 'POST', headers: {} }
  const line = errorLine({ error: 'gone', request, route: '/', at: new Date(0) })
  expect(JSON.parse(line)).toMatchObject({ message: 'gone' })
})
