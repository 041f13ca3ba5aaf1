import { expect, test } from 'vitest'
import type { Aspect } from '../vocabulary'
import { standingBlind } from './blind-check'
import type { ClaimStanding } from './status'

interface Frame {
  frameAspects: readonly Aspect[]
  frameBefore: string
  frameAfter: string
}

const STANDING: Omit<ClaimStanding, 'claimant'> & Frame = {
  ...{ status: 'checked', saidVerdict: 'confirmed', soVerdict: 'disputed' },
  ...{ frameAspects: ['said', 'so'], frameBefore: 'Ash said …', frameAfter: 'Oak said …' },
}

test('from whom a verdict is hidden, the words around the claim do not tell that there is one', () => {
  expect(standingBlind(STANDING, [{ aspect: 'so' }])).toEqual({
    ...{ status: 'in_progress', saidVerdict: 'confirmed', soVerdict: null },
    ...{ frameAspects: [], frameBefore: '', frameAfter: '' },
  })
  expect(standingBlind(STANDING, [])).toBe(STANDING)
})
