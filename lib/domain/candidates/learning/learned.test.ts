import { describe, expect, test } from 'vitest'
import { STATEMENT } from '../candidates'
import { CANDIDATE_RULES } from '../rules'
import { type Answers, learnedFrom, MOST, rankedBy, shiftOf, whyProposed } from './learned'
import { PROPOSAL_KINDS } from './proposal-kinds'

test('every rule is of one kind, and no kind names a rule that there is not', () => {
  const named = Object.values(PROPOSAL_KINDS).flatMap(({ rules }): readonly string[] => rules)
  const ids = [...CANDIDATE_RULES.map(({ id }) => id), STATEMENT.id]
  expect(named.toSorted()).toEqual(ids.toSorted())
})

describe('how far answers move a score', () => {
  test.each<[taken: number, dismissed: number, shift: number]>([
    [0, 0, 0],
    [5, 5, 0],
    [5, 0, 0.0143],
    [0, 5, -0.0143],
    [34, 6, 0.04],
    [6, 34, -0.04],
    [400, 0, 0.093],
    [0, 100_000, -0.1],
  ])('%i taken and %i dismissed', (taken, dismissed, shift) => {
    expect(shiftOf({ taken, dismissed })).toBeCloseTo(shift, 4)
  })

  test('one more taken never lowers it, one more dismissed never raises it, and it never passes its bound', () => {
    for (let taken = 0; taken < 60; taken++) {
      for (let dismissed = 0; dismissed < 60; dismissed++) {
        const shift = shiftOf({ taken, dismissed })
        expect(shiftOf({ taken: taken + 1, dismissed })).toBeGreaterThan(shift)
        expect(shiftOf({ taken, dismissed: dismissed + 1 })).toBeLessThan(shift)
        expect(Math.abs(shift)).toBeLessThan(MOST)
      }
    }
  })
})

describe('the order of proposals', () => {
  const proposals = [
    { rule: 'year', score: 0.7 },
    { rule: 'money', score: 0.62 },
    { rule: 'decade', score: 0.55 },
    { rule: 'name', score: 0.45 },
  ]
  const order = (answers: Record<string, Answers>) => {
    const tally = Object.entries(answers).map(([rule, one]) => ({ rule, ...one }))
    return rankedBy(proposals, learnedFrom(tally)).map(({ rule }) => rule)
  }

  test.each<[what: string, answers: Record<string, Answers>, order: string[]]>([
    ['no answers change nothing', {}, ['year', 'money', 'decade', 'name']],
    [
      'five answers hardly move anything',
      { year: { taken: 0, dismissed: 5 }, money: { taken: 5, dismissed: 0 } },
      ['year', 'money', 'decade', 'name'],
    ],
    [
      'a kind that is dismissed falls behind one that is taken, all its rules with it',
      { decade: { taken: 2, dismissed: 80 }, money: { taken: 60, dismissed: 4 } },
      ['money', 'year', 'decade', 'name'],
    ],
    [
      'nothing passes what calls for much more, whatever was answered',
      { name: { taken: 9000, dismissed: 0 }, year: { taken: 0, dismissed: 9000 } },
      ['money', 'year', 'name', 'decade'],
    ],
    [
      'answers to a rule that there is no more move nothing',
      { 'an-old-rule': { taken: 0, dismissed: 900 } },
      ['year', 'money', 'decade', 'name'],
    ],
  ])('%s', (_, answers, expected) => {
    expect(order(answers)).toEqual(expected)
  })
})

test('a proposal says why it is made, and what became of its kind once that can be told', () => {
  const learned = learnedFrom([
    { rule: 'year', taken: 30, dismissed: 4 },
    { rule: 'decade', taken: 4, dismissed: 2 },
    { rule: 'money', taken: 4, dismissed: 0 },
  ])
  expect(whyProposed({ rule: 'decade' }, learned)).toBe('A year or a decade, taken 34 of 40 here')
  expect(whyProposed({ rule: 'money' }, learned)).toBe('A sum of money')
  expect(whyProposed({ rule: 'name' }, learned)).toBe('A name')
  expect([...learned.keys()]).toEqual(['year', 'money'])
})
