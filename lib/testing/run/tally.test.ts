import { expect, test } from 'vitest'
import { honest } from './tally'

test.each([
  ['that passed', { passed: 3, failed: 0 }, true, { passed: 3, failed: 0 }],
  ['with failures', { passed: 3, failed: 2 }, false, { passed: 3, failed: 2 }],
  ['that ran nothing', { passed: 0, failed: 0 }, true, { passed: 0, failed: 1 }],
  ['that broke outside of its tests', { passed: 3, failed: 0 }, false, { passed: 3, failed: 1 }],
])('a run %s is counted as what it is', (_what, tally, ok, counted) => {
  expect(honest(tally, ok)).toEqual(counted)
})
