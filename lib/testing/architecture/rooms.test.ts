import { describe, expect, test } from 'vitest'
import { circles, orderProblem } from './rooms'

describe('a planted disorder is found', () => {
  test.each([
    ['lib/domain/text/a', 'lib/domain/claims/a', 'claims does not stand before text'],
    ['lib/domain/claims/a', 'lib/domain/coverage/a', 'coverage does not stand before claims'],
    ['lib/domain/policy', 'lib/domain/text/a', 'text does not stand before lib/domain'],
    ['lib/db/claims/a', 'lib/db/report/a', 'report does not stand before claims'],
    ['components/forms/a', 'components/sources/a', 'sources does not stand before forms'],
    ['components/workspace/desk/a', 'components/workspace/list/a', 'does not stand before'],
    ['components/sign-off/a', 'components/workspace/desk/a', 'does not stand before sign-off'],
    ['components/nowhere/a', 'components/ui/a', 'stands in no room'],
  ])('%s uses %s', (file, used, problem) => {
    expect(orderProblem(file, used)).toContain(problem)
  })

  test('files in a circle', () => {
    const uses = new Map([
      ['a', new Set(['b'])],
      ['b', new Set(['c'])],
      ['c', new Set(['a', 'd'])],
      ['d', new Set<string>()],
    ])
    expect(circles(uses)).toEqual([['a', 'b', 'c']])
  })
})

test.each([
  ['lib/domain/text/diff/a', 'lib/domain/text/words'],
  ['lib/domain/report/a', 'lib/domain/claims/a'],
  ['lib/db/workspace/a', 'lib/domain/report/a'],
  ['components/workspace/claim/verdict/a', 'components/workspace/desk/a'],
])('%s may use %s', (file, used) => {
  expect(orderProblem(file, used)).toBeNull()
})
