import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageOn, dayNumber, daysBetween } from './calendar'
import { percentChange } from './percent-change'
import { cutOff, minus, over, plus, ratio, ratioOf, times, toNearest, written } from './ratio'
import { shown } from './shown'
import { converted, findUnit } from './units'

test.each([
  ['0.1', '0.2', '0.3'],
  ['1/3', '1/6', '0.5'],
  ['-1', '0.25', '-0.75'],
])('%s and %s are %s', (one, other, sum) => {
  expect(written(plus(ratioOf(one), ratioOf(other)))).toBe(sum)
})

test('numbers are written and read without loss, and undo each other', () => {
  const any = fc
    .tuple(
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
      fc.bigInt({ min: 1n, max: 10n ** 9n }),
    )
    .map(([n, d]) => ratio(n, d))
  fc.assert(
    fc.property(any, any, (a, b) => {
      expect(ratioOf(written(a))).toEqual(a)
      expect(minus(plus(a, b), b)).toEqual(a)
      if (b.n !== 0n) expect(over(times(a, b), b)).toEqual(a)
    }),
  )
})

test.each([
  ['2.5', '1', '3', '2'],
  ['-2.5', '1', '-3', '-2'],
  ['402.336', '10', '400', '400'],
  ['0.05', '0.1', '0.1', '0'],
])('%s by steps of %s is %s at the nearest and %s cut off', (value, step, nearest, cut) => {
  expect(written(toNearest(ratioOf(value), ratioOf(step)))).toBe(nearest)
  expect(written(cutOff(ratioOf(value), ratioOf(step)))).toBe(cut)
})

test.each([
  ['402.336', '402'],
  ['16.09344', '16.1'],
  ['0.0254', '0.0254'],
  ['1234567.8', '1,234,568'],
  ['1/3', '0.333'],
  ['0', '0'],
])('%s is shown as %s', (value, text) => {
  expect(shown(ratioOf(value))).toBe(text)
})

describe('one of a unit is exactly', () => {
  test.each([
    ['mi', '1609.344', 'm'],
    ['nmi', '1852', 'm'],
    ['ft', '0.3048', 'm'],
    ['yd', '0.9144', 'm'],
    ['in', '2.54', 'cm'],
    ['lb', '0.45359237', 'kg'],
    ['oz', '28.349523125', 'g'],
    ['st', '14', 'lb'],
    ['short ton', '2000', 'lb'],
    ['long ton', '2240', 'lb'],
    ['acre', '4046.8564224', 'm²'],
    ['acre', '43560', 'sq ft'],
    ['sq mi', '640', 'acre'],
    ['ha', '10000', 'm²'],
    ['US gal', '3.785411784', 'l'],
    ['imp gal', '4.54609', 'l'],
    ['bbl', '42', 'US gal'],
    ['kn', '1.852', 'km/h'],
    ['mph', '1.609344', 'km/h'],
    ['kWh', '1000', 'Wh'],
    ['wk', '168', 'h'],
  ])('%s = %s %s', (one, number, other) => {
    const [from, to] = [findUnit(one), findUnit(other)]
    expect(from?.dimension).toBe(to?.dimension)
    expect(from && to && written(converted(ratio(1n), from, to))).toBe(number)
  })
})

describe('days', () => {
  test('are numbered as the clock of ECMAScript has them', () => {
    const day = fc.date({
      min: new Date('0100-01-01'),
      max: new Date('2999-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(day, (date) => {
        const text = date.toISOString().slice(0, 10)
        expect(dayNumber(text)).toBe(Date.parse(text) / 86_400_000)
      }),
    )
  })

  test.each([
    ['2017-02-29', null],
    ['2000-02-29', 11_016],
    ['1900-02-29', null],
    ['2017-13-01', null],
    ['2017-9-1', null],
  ])('%s is day %s', (day, number) => {
    expect(dayNumber(day)).toBe(number)
  })

  test.each([
    ['2024-02-28', '2024-03-01', 2],
    ['2026-11-30', '2026-11-30', 0],
    ['2026-11-30', '2026-11-29', -1],
    ['2026-11-31', '2026-11-29', null],
  ])('from %s to %s there are %s', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days)
  })

  test('there is no age before the birth', () => {
    expect(ageOn('2026-11-30', '2026-11-29')).toBeNull()
    expect(ageOn('2026-11-30', '2026-11-30')).toBe(0)
  })
})

test.each([
  ['120', '150', '25'],
  ['-100', '-50', '50'],
  ['3', '4', '100/3'],
])('from %s to %s it is %s per cent more', (from, to, percent) => {
  const change = percentChange(ratioOf(from), ratioOf(to))
  expect(change && written(change)).toBe(percent)
})
