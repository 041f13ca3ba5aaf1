import { expect, test } from 'vitest'
import { CodePoints } from './code-points'

test.each(['', 'abc', '😀', 'a😀b😀😀c', '两份合同𠀀x', '\uD83Da\uDE00'])(
  'every place of %j is counted as a walk over its characters counts it, and found again',
  (text) => {
    const points = new CodePoints(text)
    let unit = 0
    let point = 0
    for (const character of text) {
      expect(points.of(unit)).toBe(point)
      expect(points.unitAt(point)).toBe(unit)
      if (character.length === 2) expect(points.of(unit + 1)).toBe(point)
      unit += character.length
      point++
    }
    expect(points.of(unit)).toBe(point)
    expect(points.unitAt(point)).toBe(unit)
    expect(points.unitAt(point + 1)).toBeNull()
  },
)
