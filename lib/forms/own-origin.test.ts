import { expect, test } from 'vitest'
import { isOwnOrigin } from './own-origin'

const OURS = 'https://stet.example.org'

test.each([
  ['https://stet.example.org', OURS],
  ['https://stet.example.org:443', OURS],
  ['http://localhost:3000', 'http://localhost:3000/'],
  ['http://127.0.0.1:3000', 'http://localhost:3000'],
  ['http://[::1]:3000', 'http://localhost:3000'],
])('a form from %s is ours, where %s is set', (origin, configured) => {
  expect(isOwnOrigin(origin, configured)).toBe(true)
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
