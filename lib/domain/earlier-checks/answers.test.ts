import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keysOf, PAIR_ANSWERS, type PairAnswer } from '../vocabulary'
import {
  type AnswerGiven,
  MOST_FOLLOWED,
  sameThrough,
  sharedTerms,
  standingAnswers,
  trustIn,
} from './answers'
import { rankEarlier } from './rank'

const said = (claimId: string, otherId: string, answer: PairAnswer | null = 'same') =>
  ({ claimId, otherId, answer, words: claimId, otherWords: otherId }) satisfies AnswerGiven

/** All claims have their own names as words. */
const standing = (...given: AnswerGiven[]) => standingAnswers(given, (id) => id)

describe('which answer counts', () => {
  test.each<[string, AnswerGiven[], (PairAnswer | null)[]]>([
    ['the newest of a pair', [said('a', 'b', 'related'), said('a', 'b', 'same')], ['related']],
    ['in whatever order', [said('b', 'a', 'related'), said('a', 'b', 'same')], ['related']],
    ['none that was taken back', [said('a', 'b', null), said('a', 'b', 'same')], []],
    ['one of each pair', [said('a', 'b'), said('a', 'c', 'not_same')], ['same', 'not_same']],
  ])('%s', (_, given, answers) => {
    expect(standing(...given).map(({ answer }) => answer)).toEqual(answers)
  })

  test('one on other words is marked, typography aside, and nothing follows from it', () => {
    const given = [{ ...said('a', 'b'), words: 'It rose by 3 %', otherWords: 'b' }, said('b', 'c')]
    const of = (words: string) => standingAnswers(given, (id) => (id === 'a' ? words : id))
    expect(of('It rose by 3 %')[0]).toMatchObject({ isStale: false })
    expect(sameThrough('a', of('It rose by 3 %'))).toEqual(['c'])
    expect(of('It rose by 4 %')[0]).toMatchObject({ isStale: true })
    expect(sameThrough('a', of('It rose by 4 %'))).toEqual([])
  })

  test('none about a claim that is not there', () => {
    expect(standingAnswers([said('a', 'b')], (id) => (id === 'b' ? null : id))).toEqual([])
  })
})

describe('what says the same as something that says the same', () => {
  test.each<[string, AnswerGiven[], string[]]>([
    ['over one', [said('a', 'b'), said('b', 'c')], ['c']],
    ['the nearest first', [said('c', 'd'), said('a', 'b'), said('b', 'c')], ['c', 'd']],
    ['not over *related*', [said('a', 'b', 'related'), said('b', 'c')], []],
    [
      'not where somebody said otherwise',
      [said('a', 'b'), said('b', 'c'), said('a', 'c', 'not_same')],
      [],
    ],
    [
      'nor beyond it',
      [said('a', 'b'), said('b', 'c'), said('c', 'd'), said('a', 'c', 'not_same')],
      [],
    ],
    [
      'not further than three steps',
      [said('a', 'b'), said('b', 'c'), said('c', 'd'), said('d', 'e')],
      ['c', 'd'],
    ],
    ['in a circle', [said('a', 'b'), said('b', 'c'), said('c', 'a')], []],
  ])('%s', (_, given, found) => {
    expect(sameThrough('a', standing(...given))).toEqual(found)
  })

  test('whatever was answered, few are followed, each once, and never the claim itself', () => {
    const id = fc.integer({ min: 0, max: 40 }).map((number) => `${number}`)
    const pair = fc.tuple(id, id, fc.constantFrom(...keysOf(PAIR_ANSWERS), null))
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 200 }), (pairs) => {
        const given = pairs.filter(([one, other]) => one !== other).map((one) => said(...one))
        const found = sameThrough('0', standing(...given))
        expect(found.length).toBeLessThanOrEqual(MOST_FOLLOWED)
        expect(new Set(found).size).toBe(found.length)
        expect(found).not.toContain('0')
      }),
    )
  })
})

describe('what later rankings learn', () => {
  const answers = (apart: number, same: number) => [
    ...Array.from({ length: apart }, () => ({ answer: 'not_same' as const, shared: ['ferry'] })),
    ...Array.from({ length: same }, () => ({ answer: 'same' as const, shared: ['ferry'] })),
  ]
  test.each([
    [0, 0, 1],
    [1, 0, 0.875],
    [3, 0, 0.75],
    [1, 4, 0.9375],
    [100_000, 0, 0.5],
    [0, 9, 1],
  ])('after %i times not the same and %i times the same, a term keeps %f', (apart, same, kept) => {
    expect(trustIn(answers(apart, same))('ferry')).toBeCloseTo(kept, 4)
    expect(trustIn(answers(apart, same))('coal')).toBe(1)
  })

  test('*related* and what was taken back teach nothing', () => {
    const shared = ['ferry']
    expect(
      trustIn([
        { answer: 'related', shared },
        { answer: null, shared },
      ])('ferry'),
    ).toBe(1)
  })

  test('claims that share what led astray are less likely, and the order of the others stays', () => {
    const claims = [
      { id: 'one', words: 'The ferry to Port Abel was late in May' },
      { id: 'two', words: 'The council of Tarn raised the fares of trams' },
    ]
    const text = 'The ferry to Port Abel was late on Sunday'
    const terms = sharedTerms({ words: text }, { words: claims[0]?.words ?? '' })
    expect(terms).toContain('port')
    const statistics = { claims: 10_000, meanTerms: 8, holding: () => 20 }
    const scoreOf = (apart: number) => {
      const learned = Array.from({ length: apart }, () => ({
        answer: 'not_same' as const,
        shared: terms,
      }))
      const [first] = rankEarlier(text, claims, {
        statistics: { ...statistics, trust: trustIn(learned) },
      })
      expect(first?.claim.id).toBe('one')
      return first?.score ?? 0
    }
    expect(scoreOf(1)).toBeLessThan(scoreOf(0))
    expect(scoreOf(9)).toBeLessThan(scoreOf(1))
    expect(scoreOf(9)).toBeGreaterThan(0)
  })
})
