import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SecondCheckStanding } from '../vocabulary'
import {
  type CheckGiven,
  type ClaimChecks,
  needsSecondCheck,
  type SecondCheckPolicy,
  secondCheckStanding,
} from './second-check'

const policy: SecondCheckPolicy = { secondCheck: 'by_risk', secondCheckRisks: ['legal', 'safety'] }
const never: SecondCheckPolicy = { ...policy, secondCheck: 'never' }

const claim = (changes: Partial<ClaimChecks> = {}): ClaimChecks => ({
  words: 'opened in 1932',
  risks: ['legal'],
  claimant: null,
  secondCheckAsked: false,
  verdicts: [],
  ...changes,
})

const given = (check: CheckGiven['check'], changes: Partial<CheckGiven> = {}): CheckGiven => ({
  aspect: 'so',
  verdict: 'confirmed',
  words: 'opened in 1932',
  check,
  givenById: check,
  ...changes,
})
const no = { verdict: 'incorrect' } as const

describe('a second check is needed', () => {
  test.each([
    [policy, claim(), true],
    [policy, claim({ risks: ['central', 'safety'] }), true],
    [policy, claim({ risks: ['central'] }), false],
    [policy, claim({ risks: [] }), false],
    [policy, claim({ risks: [], secondCheckAsked: true }), true],
    [never, claim(), false],
    [never, claim({ secondCheckAsked: true }), true],
    [{ ...policy, secondCheck: 'every_claim' as const }, claim({ risks: [] }), true],
    [{ ...policy, secondCheckRisks: [] }, claim(), false],
  ])('%j %j: %s', (rule, of, needed) => {
    expect(needsSecondCheck(rule, of)).toBe(needed)
  })
})

describe('where it stands', () => {
  /** Newest first. */
  const cases: [why: string, verdicts: CheckGiven[], standing: SecondCheckStanding][] = [
    ['nobody checked', [], 'missing'],
    ['one person did', [given('first')], 'missing'],
    ['both found the same', [given('second'), given('first')], 'agrees'],
    ['they found another', [given('second', no), given('first')], 'disagrees'],
    ['the first came round', [given('first', no), given('second', no), given('first')], 'agrees'],
    ['the second did', [given('second'), given('second', no), given('first')], 'agrees'],
    ['the first parted', [given('first', no), given('second'), given('first')], 'disagrees'],
    [
      'one gave both',
      [given('second', { givenById: 'tom' }), given('first', { givenById: 'tom' })],
      'missing',
    ],
    ['an editor decided', [given('deciding'), given('second', no), given('first')], 'decided'],
    [
      'the other came round to the decision',
      [given('second'), given('deciding'), given('second', no), given('first')],
      'decided',
    ],
    [
      'one departed from the decision, though the other had said the same',
      [given('first', no), given('deciding'), given('second', no), given('first')],
      'disagrees',
    ],
    [
      'both departed from it, together',
      [given('second', no), given('first', no), given('deciding'), given('second', no)],
      'agrees',
    ],
    [
      'it was decided again',
      [
        given('deciding', no),
        given('first', no),
        given('deciding'),
        given('second'),
        given('first'),
      ],
      'decided',
    ],
    [
      'the second check was on other words',
      [given('second', { words: '1933' }), given('first')],
      'missing',
    ],
    ['the first one was', [given('second'), given('first', { words: '1933' })], 'missing'],
    [
      'only the form of the words is another',
      [given('second', { words: 'opened in\u00a01932' }), given('first')],
      'agrees',
    ],
  ]

  test.each(cases)('%s', (_, verdicts, standing) => {
    expect(secondCheckStanding(policy, claim({ verdicts }))).toBe(standing)
  })

  test('of said and so, both have to be checked twice, and one that disagrees is enough', () => {
    const claimant = 'the mayor'
    const said = (check: CheckGiven['check'], changes = {}) =>
      given(check, { aspect: 'said', ...changes })
    const standing = (...verdicts: CheckGiven[]) =>
      secondCheckStanding(policy, claim({ claimant, verdicts }))
    expect(standing(given('second'), given('first'))).toBe('missing')
    expect(standing(given('second', no), given('first'))).toBe('disagrees')
    const both = [given('second'), given('first')]
    expect(standing(said('second'), said('first'), ...both)).toBe('agrees')
    expect(standing(said('deciding'), said('second', no), said('first'), ...both)).toBe('decided')
  })
})

const anyVerdicts = fc.array(
  fc.record<CheckGiven>({
    aspect: fc.constantFrom('said', 'so'),
    verdict: fc.constantFrom('confirmed', 'incorrect', 'disputed'),
    words: fc.constantFrom('opened in 1932', 'opened in 1933'),
    check: fc.constantFrom('first', 'second', 'deciding'),
    givenById: fc.constantFrom('ann', 'tom', 'ines'),
  }),
)

test('whatever was given, two people stand behind what agrees, and nothing else is called that', () => {
  fc.assert(
    fc.property(anyVerdicts, (verdicts) => {
      if (secondCheckStanding(policy, claim({ verdicts })) !== 'agrees') return
      const here = verdicts.filter(
        ({ aspect, words }) => aspect === 'so' && words === 'opened in 1932',
      )
      const first = here.find(({ check }) => check === 'first')
      expect(
        here.some(
          ({ check, givenById, verdict }) =>
            check === 'second' && givenById !== first?.givenById && verdict === first?.verdict,
        ),
      ).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

test('on other words nothing stands, whatever was given', () => {
  fc.assert(
    fc.property(anyVerdicts, (verdicts) => {
      const words = 'closed in 1932'
      expect(secondCheckStanding(policy, claim({ words, verdicts }))).toBe('missing')
      expect(secondCheckStanding(never, claim({ words, verdicts }))).toBe('not_needed')
    }),
  )
})
