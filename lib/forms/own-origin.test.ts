import { expect, test } from 'vitest'
import { isOwnOrigin } from './own-origin'

const OURS = 'https://stet.example.org'

test.each([
  ['https://stet.example.org', OURS],
  ['https://stet.example.org:443', OURS],
  ['http://localhost:3000', 'http://localhost:3000/'],
  ['http://127.0.0.1:3000', 'http://localhost:3000'],
  ['http://[::1]:3000', 'http://localhost:3000'],
  ['https://xn--mller-kva.example', 'https://müller.example'],
])('a form from %s is ours, where %s is set', (origin, configured) => {
  expect(isOwnOrigin(origin, configured)).toBe(true)
})

test('a name with an umlaut is as good after it was asked a thousand times', () => {
  const ours = 'https://müller.example'
  for (let time = 0; time < 20_000; time++) isOwnOrigin(ours, OURS)
  expect(isOwnOrigin(ours, ours)).toBe(true)
})

test.each([
  [null, OURS],
  ['null', OURS],
  ['', OURS],
  ['http://stet.example.org', OURS],
  ['https://stet.example.org:8443', OURS],
  ['https://stet.example.org.evil.example', OURS],
  ['http://localhost:3001', 'http://localhost:3000'],
  ['http://127.0.0.1:3000', OURS],
  [OURS, undefined],
])('a form from %s is not, where %s is set', (origin, configured) => {
  expect(isOwnOrigin(origin, configured)).toBe(false)
})
