import { expect, test } from 'vitest'
import { ageOf } from './item-version'

const at = (version: string, versionCreated = '') => ({ version, versionCreated })
const [MORNING, NOON] = ['2026-11-30T08:00:00Z', '2026-11-30T12:00:00Z']

test.each([
  [at('4'), at('3'), 'newer'],
  [at('10'), at('9'), 'newer'],
  [at('1.10'), at('1.9'), 'newer'],
  [at('2'), at('2.0'), 'same'],
  [at('007'), at('7'), 'same'],
  [at('3'), at('4'), 'older'],
  [at('90071992547409931'), at('90071992547409930'), 'newer'],
  // The number is what the agency counts by, whatever its clock says.
  [at('4', MORNING), at('3', NOON), 'newer'],
  [at('4', NOON), at('4', MORNING), 'newer'],
  [at('', MORNING), at('', NOON), 'older'],
  [at('', NOON), at('', NOON), 'same'],
  [at('b', NOON), at('a', MORNING), 'newer'],
  [at('b'), at('a'), 'unknown'],
  [at('b', NOON), at('a', NOON), 'unknown'],
  [at('final'), at('final'), 'same'],
  [at(''), at(''), 'unknown'],
  [at('', 'yesterday'), at('', NOON), 'unknown'],
] as const)('%j beside %j is %s', (brought, known, age) => {
  expect(ageOf(brought, known)).toBe(age)
})
