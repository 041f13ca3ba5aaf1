import { expect, test } from 'vitest'
import { restingWords } from './resting'

test.each([
  [[12, 3, 1, false], 'The verdicts on 12 claims in 3 articles, 1 of them out, rest on it.'],
  [[2, 1, 1, false], 'The verdicts on 2 claims in 1 article, which is out, rest on it.'],
  [[4, 2, 2, false], 'The verdicts on 4 claims in 2 articles, all of them out, rest on it.'],
  [[1, 1, 0, false], 'The verdict on 1 claim in 1 article rests on it.'],
  [
    [1, 1, 0, true],
    'The verdict on 1 claim in 1 article rests on it. There are more that you do not see.',
  ],
  [[0, 0, 0, true], 'Verdicts rest on it that you do not see.'],
  [[0, 0, 0, false], 'No verdict rests on it.'],
] as const)('%j', ([claims, articles, out, more], words) => {
  expect(restingWords({ claims, articles, out, more })).toBe(words)
})
