import { describe, expect, test } from 'vitest'
import { Refusal } from '../../../refusal'
import { calculate } from './calculate'

const last = (lines: string) => calculate(lines).at(-1)?.shown

describe('a line of arithmetic', () => {
  test.each([
    ['range = 250 mi in km', '402.336 km'],
    ['share = 45 / 120 as %', '37.5 %'],
    ['0.1 + 0.2', '0.3'],
    ['1 / 3', '≈ 0.333333333333'],
    ['1 / 3 * 3', '1'],
    ['2 + 3 * 4', '14'],
    ['(2 + 3) * 4', '20'],
    ['-2^2', '-4'],
    ['2^-2', '0.25'],
    ['10 − 3 × 2 ÷ 4', '8.5'],
    ['1,014 t + 500 kg', '1,014.5 t'],
    ['2.5 million EUR * 1.08 USD/EUR', '2,700,000 USD'],
    ['€5 million + 3 EUR', '5,000,003 EUR'],
    ['300 km / 3 h', '100 km/h'],
    ['300 km / 3 h in mph', '≈ 62.1371192237 mph'],
    ['120 km/h * 2 h', '240 km'],
    ['120 km/h * 30 min in km', '60 km'],
    ['20 kn in km/h', '37.04 km/h'],
    ['10 nmi in mi', '≈ 11.5077944802 mi'],
    ['30,000 ft in m', '9,144 m'],
    ['5 acres in ha', '2.0234282112 ha'],
    ['3 km * 2 km in ha', '600 ha'],
    ['1 short ton in kg', '907.18474 kg'],
    ['1 long ton in kg', '1,016.0469088 kg'],
    ['1 US gal in l', '3.785411784 l'],
    ['1 imp gal in l', '4.54609 l'],
    ['12 in in cm', '30.48 cm'],
    ['20 °C in °F', '68 °F'],
    ['-40 °F in °C', '-40 °C'],
    ['0 K in °C', '-273.15 °C'],
    ['200 * 5 %', '10'],
    ['5 % + 3 %', '8 %'],
    ['500 MW * 2 h in MWh', '1,000 MWh'],
    ['2 yr in mo', '24 mo'],
    ['2017-09-12 - 2017-09-01', '11 d'],
    ['days(2016-02-28, 2016-03-01)', '2 d'],
    ['days(1900-02-28, 1900-03-01)', '1 d'],
    ['age(1961-08-04, 2026-08-03)', '64 yr'],
    ['age(1961-08-04, 2026-08-04)', '65 yr'],
    ['age(2000-02-29, 2026-02-28)', '25 yr'],
    ['age(2000-02-29, 2026-03-01)', '26 yr'],
    ['change(120, 150)', '25 %'],
    ['change(150 km, 120 km)', '-20 %'],
    ['round(2 / 3, 2)', '0.67'],
    ['round(402.336 km, -2)', '400 km'],
    ['round(2.5)', '3'],
    ['round(20.6 °C)', '21 °C'],
    ['(5 km)^2', '25 km²'],
    ['a = 120\nb = 150\ngrowth = (b - a) / a as %', '25 %'],
    ['# what they said\nvotes = 45 # of 120\n\nvotes / 120', '0.375'],
  ])('%s', (lines, shown) => {
    expect(last(lines)).toBe(shown)
  })
})

describe('is refused, by its line and column:', () => {
  test.each([
    ['5 km + 3 kg', 'Line 1, column 6: km and kg cannot be added.'],
    [
      'a = 5 km\nb = a - 3',
      'Line 2, column 7: km and a number without a unit cannot be subtracted.',
    ],
    ['5 EUR + 3 USD', 'Line 1, column 7: EUR and USD cannot be added.'],
    ['200 + 5 %', 'Line 1, column 5: a number without a unit and % cannot be added.'],
    ['5 km in kg', 'Line 1, column 9: km cannot be given in kg.'],
    ['5 km in', 'Line 1, column 7: a unit is missing behind “in”.'],
    ['5 / 0', 'Line 1, column 3: a division by zero.'],
    ['0^-1', 'Line 1, column 2: a division by zero.'],
    ['(1 + 2', 'Line 1, column 1: this bracket is not closed.'],
    ['1 + 2)', 'Line 1, column 6: “)” is not expected here.'],
    ['1 +', 'Line 1, column 4: something is missing at the end.'],
    ['b + 1', 'Line 1, column 1: “b” has no value yet.'],
    ['a = 1\na = 2', 'Line 2, column 1: “a” has a value already.'],
    ['m = 5', 'Line 1, column 1: “m” is a unit, and cannot be a name.'],
    ['5 = 5', 'Line 1, column 1: a name is expected before “=”.'],
    ['1 & 2', 'Line 1, column 3: “&” is no sign of arithmetic.'],
    [
      'constructor(1)',
      'Line 1, column 1: there is no function “constructor”; there are age, days, change and round.',
    ],
    ['__proto__', 'Line 1, column 1: “_” is no sign of arithmetic.'],
    ['2^3.5', 'Line 1, column 3: a power has to be a whole number up to 100.'],
    ['5 km^2', 'Line 1, column 5: is the number or the unit raised? Write (5 km)^2, or 5 km².'],
    ['change(5 °C, 10 °C)', 'Line 1, column 1: change takes two values of one unit, from and to.'],
    ['2^101', 'Line 1, column 3: a power has to be a whole number up to 100.'],
    ['a = 2^100\nb = a^100', 'Line 2, column 6: a number comes out too long.'],
    [
      '5 °C + 3 °C',
      'Line 1, column 6: temperatures in °C or °F cannot be added or subtracted; give them in K.',
    ],
    ['2017-02-29 - 2017-01-01', 'Line 1, column 1: 2017-02-29 is no day of the calendar.'],
    ['age(2017-01-01, 2016-01-01)', 'Line 1, column 1: the birth is after the day.'],
    ['age(61, 2016-01-01)', 'Line 1, column 1: age takes two dates, such as 2017-09-12.'],
    ['change(0, 5)', 'Line 1, column 1: there is no per cent of zero.'],
    [`${'('.repeat(31)}1`, 'Line 1, column 31: more than 30 brackets or signs in each other.'],
    [`${'-'.repeat(31)}1`, 'Line 1, column 31: more than 30 brackets or signs in each other.'],
    ['', 'A calculation needs a line of arithmetic.'],
    ['1\n'.repeat(101), 'A calculation has at most 100 lines.'],
    ['1+'.repeat(2001), 'A calculation has at most 4000 characters.'],
  ])('%j', (lines, message) => {
    expect(() => calculate(lines)).toThrow(
      new Refusal('invalid', message, { calculation: message }),
    )
  })
})

test('each line is kept with its name, its words, its exact value and its unit', () => {
  expect(calculate('range = 250 mi in km\n\nborn = 1961-08-04\n1 / 3')).toEqual([
    {
      line: 1,
      name: 'range',
      text: 'range = 250 mi in km',
      value: '402.336',
      unit: 'km',
      shown: '402.336 km',
    },
    {
      line: 3,
      name: 'born',
      text: 'born = 1961-08-04',
      value: '1961-08-04',
      unit: 'date',
      shown: '1961-08-04',
    },
    { line: 4, name: null, text: '1 / 3', value: '1/3', unit: '', shown: '≈ 0.333333333333' },
  ])
})
