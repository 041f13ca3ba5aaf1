import { describe, expect, test } from 'vitest'
import { countingOn, type GivenOn, isSameWording, standingOn } from './standing'

describe('one verdict holds for two wordings', () => {
  test.each([
    ['“full payment”', '"full payment"'],
    ['paid in full', 'paid in\u00a0full'],
    ['it is late…', 'it is late...'],
  ])('%s and %s', (one, other) => {
    expect(isSameWording(one, other)).toBe(true)
  })

  test.each([
    ['opened in 1932', 'opened in 1933'],
    ['Mr Brandt', 'Mr Brand'],
    ['is paid', 'is not paid'],
    ['the State', 'the state'],
    ['400 km', '400 m'],
    ['1000', '1 000'],
  ])('and not for %s and %s', (one, other) => {
    expect(isSameWording(one, other)).toBe(false)
  })
})

const so = (verdict: GivenOn['verdict'], words: string): GivenOn => ({
  aspect: 'so',
  check: 'first',
  verdict,
  words,
})
const said = (words: string): GivenOn => ({
  aspect: 'said',
  check: 'first',
  verdict: 'confirmed',
  words,
})

const checked = {
  status: 'checked',
  claimant: null,
  saidVerdict: null,
  soVerdict: 'confirmed',
} as const

describe('a claim on the words of its place', () => {
  test('keeps its verdict on the same words', () => {
    const claim = { ...checked, verdicts: [so('confirmed', '“a”')] }
    expect(standingOn(claim, '"a"')).toMatchObject({ status: 'checked', soVerdict: 'confirmed' })
  })

  test('is to be checked again on other words, and no verdict stands', () => {
    const claim = { ...checked, verdicts: [so('confirmed', '400 km')] }
    expect(standingOn(claim, '40 km')).toEqual({
      status: 'recheck',
      saidVerdict: null,
      soVerdict: null,
    })
  })

  test('of two verdicts, one on other words is enough to send it to Recheck', () => {
    const claim = {
      ...checked,
      claimant: 'the mayor',
      saidVerdict: 'confirmed' as const,
      verdicts: [so('incorrect', 'ten'), said('nine')],
    }
    expect(standingOn(claim, 'ten')).toEqual({
      status: 'recheck',
      saidVerdict: null,
      soVerdict: 'incorrect',
    })
  })

  test.each(['unchecked', 'in_progress', 'waiting_writer'] as const)(
    'without a verdict it stays %s',
    (status) => {
      const claim = { ...checked, status, soVerdict: null, verdicts: [] }
      expect(standingOn(claim, 'ten').status).toBe(status)
    },
  )

  test('that was checked when its place was lost is checked on the same words', () => {
    const claim = { ...checked, status: 'recheck' as const, verdicts: [so('disputed', 'ten')] }
    const stoodAs = { status: 'checked', claimant: null } as const
    expect(standingOn(claim, 'ten', stoodAs)).toMatchObject({
      status: 'checked',
      soVerdict: 'disputed',
    })
    expect(standingOn(claim, 'ten').status).toBe('recheck')
  })

  test('is not checked again by its words alone if somebody else is said to have said them', () => {
    const claim = {
      ...checked,
      status: 'recheck' as const,
      claimant: 'the minister',
      verdicts: [so('confirmed', 'ten'), said('ten')],
    }
    const stoodAs = { status: 'checked', claimant: 'the mayor' } as const
    expect(standingOn(claim, 'ten', stoodAs).status).toBe('recheck')
  })
})

test('only the newest verdict of an aspect counts, and only on its own words', () => {
  const verdicts = [so('incorrect', 'ten'), so('confirmed', 'nine'), said('nine')]
  expect(countingOn(verdicts, 'nine')).toEqual([said('nine')])
  expect(countingOn(verdicts, 'ten')).toEqual([verdicts[0]])
})
