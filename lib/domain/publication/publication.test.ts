import { expect, test } from 'vitest'
import { ARTICLE_STATES, keysOf } from '../vocabulary'
import { claimAround, isCorrectable, isOut } from './publication'

const claim = (start: number, end: number, status: 'checked' | 'cut' = 'checked') => ({
  ...{ start, end, status },
})

test('words are of the narrowest claim around them that is not cut', () => {
  const claims = [claim(0, 40), claim(10, 20), claim(12, 18, 'cut'), claim(15, 30)]
  expect(claimAround(claims, { start: 13, end: 17 })).toEqual(claim(10, 20))
  expect(claimAround(claims, { start: 10, end: 30 })).toEqual(claim(0, 40))
  expect(claimAround(claims, { start: 35, end: 41 })).toBeNull()
  expect(claimAround([], { start: 0, end: 1 })).toBeNull()
})

test('only what is out, and not withdrawn, is corrected', () => {
  expect(keysOf(ARTICLE_STATES).filter(isCorrectable)).toEqual(['published', 'corrected'])
  expect(keysOf(ARTICLE_STATES).filter(isOut)).toEqual(['published', 'corrected', 'withdrawn'])
})
