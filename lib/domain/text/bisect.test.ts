import { expect, test } from 'vitest'
import { bisect } from './bisect'

test.each([0, 1, 2, 3, 7, 8])('the first of %i is found wherever it is, in few looks', (length) => {
  for (let first = 0; first <= length; first++) {
    const looks: number[] = []
    const found = bisect(length, (index) => looks.push(index) > 0 && index >= first)
    expect(found).toBe(first)
    expect(looks.length).toBeLessThanOrEqual(Math.ceil(Math.log2(length + 1)))
    expect(looks.every((index) => index >= 0 && index < length)).toBe(true)
  }
})
