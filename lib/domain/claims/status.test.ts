import { expect, test } from 'vitest'
import { keysOf, VERDICTS, WORK_STATUSES } from '../vocabulary'
import {
  aspectsOf,
  type ClaimStanding,
  countByStatus,
  SETTABLE_STATUSES,
  statusAfterClaimant,
  statusAfterVerdict,
  VERIFICATION_STATUSES,
  verificationStatus,
} from './status'

const claim = (standing: Partial<ClaimStanding> = {}): ClaimStanding => ({
  status: 'unchecked',
  claimant: null,
  saidVerdict: null,
  soVerdict: null,
  ...standing,
})

test('a plain claim answers “so”, a reported one “said” and “so”', () => {
  expect(aspectsOf(claim())).toEqual(['so'])
  expect(aspectsOf(claim({ claimant: 'The minister' }))).toEqual(['said', 'so'])
})

test.each(
  keysOf(WORK_STATUSES).filter((status) => status !== 'checked' && status !== 'in_progress'),
)('a claim that is %s prints that, even with an earlier verdict', (status) => {
  expect(verificationStatus(claim({ status, soVerdict: 'confirmed' }))).toBe(status)
})

test.each(keysOf(VERDICTS))('a checked claim prints its verdict: %s', (soVerdict) => {
  expect(verificationStatus(claim({ status: 'checked', soVerdict }))).toBe(soVerdict)
})

test('a claim without a verdict is never printed as checked', () => {
  expect(verificationStatus(claim({ status: 'checked' }))).toBe('in_progress')
})

test.each([
  ['a plain claim with its verdict', null, null, 'confirmed', 'checked'],
  ['a plain claim without', null, null, null, 'in_progress'],
  ['a plain claim with a verdict on “said” only', null, 'confirmed', null, 'in_progress'],
  ['a reported claim with both', 'Ada', 'confirmed', 'disputed', 'checked'],
  ['a reported claim with “said” only', 'Ada', 'confirmed', null, 'in_progress'],
  ['a reported claim with “so” only', 'Ada', null, 'confirmed', 'in_progress'],
] as const)('after a verdict: %s', (_what, claimant, saidVerdict, soVerdict, status) => {
  expect(statusAfterVerdict({ claimant, saidVerdict, soVerdict })).toBe(status)
})

test('a checked claim that gets a claimant has a question more to answer', () => {
  const checked = claim({ status: 'checked', soVerdict: 'confirmed' })
  expect(statusAfterClaimant(checked, null)).toBe('checked')
  expect(statusAfterClaimant(checked, 'Ada')).toBe('in_progress')
})

test('a claim whose “so” was checked needs nothing more once its claimant is taken away', () => {
  const half = claim({ status: 'in_progress', claimant: 'Ada', soVerdict: 'confirmed' })
  expect(statusAfterClaimant(half, null)).toBe('checked')
})

test('“said” was checked of one person, so another claimant sends the claim to recheck', () => {
  const checked = claim({
    status: 'checked',
    claimant: 'Ada',
    saidVerdict: 'confirmed',
    soVerdict: 'confirmed',
  })
  expect(statusAfterClaimant(checked, 'Ben')).toBe('recheck')
})

test('words that were not said as printed are not confirmed, even if they are so', () => {
  const checked = claim({
    status: 'checked',
    claimant: 'Ada',
    saidVerdict: 'incorrect',
    soVerdict: 'confirmed',
  })
  expect(verificationStatus(checked)).toBe('incorrect')
})

test.each(
  keysOf(WORK_STATUSES).filter((status) => status !== 'checked' && status !== 'in_progress'),
)('a change of claimant leaves a claim that is %s as it is', (status) => {
  expect(statusAfterClaimant(claim({ status, claimant: 'Ada' }), 'Ben')).toBe(status)
})

test('nobody sets a claim to checked, recheck or cut by hand', () => {
  expect(SETTABLE_STATUSES).toEqual([
    'unchecked',
    'in_progress',
    'waiting_writer',
    'waiting_source',
  ])
})

test('every status is counted, once, and none is printed as “Checked”', () => {
  const works = keysOf(WORK_STATUSES).filter((status) => status !== 'checked')
  const claims = [
    ...works.map((status) => claim({ status })),
    ...keysOf(VERDICTS).map((soVerdict) => claim({ status: 'checked', soVerdict })),
  ]
  const counts = countByStatus(claims)
  expect(counts.map(({ status }) => status).sort()).toEqual(keysOf(VERIFICATION_STATUSES).sort())
  expect(counts.every(({ count }) => count === 1)).toBe(true)
  expect(Object.values(VERIFICATION_STATUSES)).not.toContain('Checked')
})

test('counts leave out what there is none of, and add up', () => {
  expect(countByStatus([])).toEqual([])
  expect(
    countByStatus([
      claim(),
      claim({ status: 'checked', soVerdict: 'confirmed' }),
      claim(),
      claim({ status: 'cut', soVerdict: 'confirmed' }),
    ]),
  ).toEqual([
    { status: 'confirmed', count: 1 },
    { status: 'unchecked', count: 2 },
    { status: 'cut', count: 1 },
  ])
})
