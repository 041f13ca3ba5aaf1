import { expect, test } from 'vitest'
import { isConfirmedLately } from './confirmation'

const NOW = new Date('2026-12-01T12:00:00Z')

test.each<[confirmed: string | null, is: boolean]>([
  ['2026-12-01T12:00:00Z', true],
  ['2026-12-01T11:50:01Z', true],
  ['2026-12-01T11:50:00Z', false],
  ['2026-11-30T12:00:00Z', false],
  ['2026-12-01T12:00:30Z', true],
  ['2026-12-01T13:00:00Z', false],
  [null, false],
])('whoever showed who they are at %s is taken for it at noon: %s', (confirmed, is) => {
  expect(isConfirmedLately(confirmed === null ? null : new Date(confirmed), NOW)).toBe(is)
})
