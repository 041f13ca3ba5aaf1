import { describe, expect, test } from 'vitest'
import { compareFigures } from './compare-figures'

const compared = (claim: string, excerpt: string, given = {}) =>
  compareFigures(claim, excerpt, given).map(({ outcome, sentence }) => `${outcome}: ${sentence}`)

describe('printed figures against a source', () => {
  test.each([
    [
      'a range of 400 km',
      'a range of 250 miles',
      'rounded: 250 mi = 402 km; printed 400 km, 0.6 % off, rounded to the nearest 10 km',
    ],
    ['a range of 400 km', 'a range of 400 km', 'equal: 400 km; printed 400 km, equal'],
    [
      'a range of 402 km',
      'a range of 250 miles',
      'rounded: 250 mi = 402.3 km; printed 402 km, 0.1 % off, rounded to the nearest 1 km',
    ],
    ['three hundred people', '300 people', 'equal: 300; printed 300, equal'],
    [
      '300 people',
      '312 people',
      'rounded: 312; printed 300, 3.8 % off, rounded to the nearest 100',
    ],
    ['300 people', '349 people', 'differs: 349; printed 300, 14 % off'],
    [
      '2.4 percent',
      '2.49 percent',
      'rounded: 2.49 %; printed 2.4 %, 3.6 % off, rounded down to a multiple of 0.1 %',
    ],
    [
      '2.5 percent',
      '2.46 percent',
      'rounded: 2.46 %; printed 2.5 %, 1.6 % off, rounded to the nearest 0.1 %',
    ],
    [
      'a third of voters',
      '33 percent of voters',
      'rounded: 33 %; printed 33.3 %, 1 % off, of which the source is a rounding',
    ],
    [
      '1,041 votes',
      '1,014 votes',
      'differs: 1,014; printed 1,041, 2.7 % off, the same digits in another order',
    ],
  ])('%s | %s', (claim, excerpt, result) => {
    expect(compared(claim, excerpt)).toEqual([result])
  })
})

describe('what printed corrections are about', () => {
  test.each([
    [
      '$2.5 million',
      '$2.5 billion',
      'differs: 2.5 billion USD; printed 2.5 million USD, 99.9 % off, exactly 1/1,000 of it',
    ],
    [
      '$2.5 billion',
      '$2.5 million',
      'differs: 2.5 million USD; printed 2.5 billion USD, 99,900 % off, exactly 1,000 times as much',
    ],
    [
      'up 5 percent',
      'up 5 percentage points',
      'wrong_kind: 5 percentage points; printed 5 %: per cent are of the old value, percentage points are of the whole',
    ],
    [
      'up 5 percentage points',
      'up 5 percent',
      'wrong_kind: 5 %; printed 5 percentage points: per cent are of the old value, percentage points are of the whole',
    ],
    [
      'at 70 mph',
      'at 70 km/h',
      'differs: 70 km/h = 43.5 mph; printed 70 mph, 60.9 % off, the same number in another unit',
    ],
    [
      'at 20 km/h',
      'at 20 knots',
      'differs: 20 kn = 37 km/h; printed 20 km/h, 46 % off, the same number in another unit',
    ],
    [
      'at 37 km/h',
      'at 20 knots',
      'rounded: 20 kn = 37.04 km/h; printed 37 km/h, 0.1 % off, rounded to the nearest 1 km/h',
    ],
    [
      '5,000 acres',
      '5,000 hectares',
      'differs: 5,000 ha = 12,355 acre; printed 5,000 acre, 59.5 % off, the same number in another unit',
    ],
    [
      '12 tons of coal',
      '10.9 tonnes of coal',
      'rounded: 10.9 t = 12.02 short ton, if short ton is meant; printed 12 short ton, 0.1 % off, rounded to the nearest 1 short ton',
    ],
    [
      '12 long tons',
      '12 short tons',
      'differs: 12 short ton = 10.7 long ton; printed 12 long ton, 12 % off, the same number in another unit',
    ],
    [
      '20 miles off shore',
      '20 nautical miles off shore',
      'differs: 20 nmi = 23 mi; printed 20 mi, 13.1 % off, the same number in another unit',
    ],
    ['30,000 feet', '9,144 metres', 'equal: 9,144 m = 30,000 ft; printed 30,000 ft, equal'],
    ['68 °F', '20 °C', 'equal: 20 °C = 68 °F; printed 68 °F, equal'],
    ['25 °C', '20 °C', 'differs: 20 °C; printed 25 °C, 5 °C off'],
    [
      'profits doubled',
      'profits rose 100 percent',
      'equal: 100 %; printed 2 times as much, which is 100 % more',
    ],
    [
      'profits doubled',
      'profits rose 200 percent',
      'differs: 200 %; printed 2 times as much, which is 100 % more',
    ],
    [
      '€5 million',
      '$5 million',
      'not_comparable: 5 million USD; printed 5 million EUR: two currencies, and no rate is given',
    ],
    ['200 pounds', '£200', 'equal: 200 GBP, taken for GBP; printed 200 GBP, equal'],
    [
      '200 pounds',
      '91 kg',
      'rounded: 91 kg = 201 lb, if lb is meant; printed 200 lb, 0.3 % off, rounded to the nearest 10 lb',
    ],
    [
      '$5 million',
      'US$5 million',
      'equal: 5 million USD, taken for USD; printed 5 million USD, equal',
    ],
  ])('%s | %s', (claim, excerpt, result) => {
    expect(compared(claim, excerpt)).toEqual([result])
  })
})

describe('hedges and ranges', () => {
  test.each([
    [
      'about 300 people',
      '312 people',
      'rounded: 312; printed about 300, 3.8 % off, which “about” covers',
    ],
    [
      'about 300 people',
      '390 people',
      'differs: 390; printed about 300, 23.1 % off, which “about” does not cover',
    ],
    [
      'more than 300 people',
      '312 people',
      'contained: 312; printed more than 300, 3.8 % off, which “more than” covers',
    ],
    [
      'more than 300 people',
      '300 people',
      'differs: 300; printed more than 300, which “more than” does not cover',
    ],
    [
      'nearly 300 people',
      '297 people',
      'rounded: 297; printed nearly 300, 1 % off, which “nearly” covers',
    ],
    [
      'nearly 300 people',
      '303 people',
      'differs: 303; printed nearly 300, 1 % off, which “nearly” does not cover',
    ],
    [
      'at least 300 people',
      '300 people',
      'contained: 300; printed at least 300, which “at least” covers',
    ],
    [
      'up to 400 km',
      '450 km',
      'differs: 450 km; printed at most 400 km, 11.1 % off, which “at most” does not cover',
    ],
    [
      'fewer than 300 people',
      '290 people',
      'contained: 290; printed less than 300, 3.4 % off, which “less than” covers',
    ],
    [
      'a range of 400 km',
      'a range of up to 400 km',
      'hedged: at most 400 km; printed 400 km, the same number, hedged otherwise',
    ],
    ['300–400 km', '350 km', 'contained: 350 km; printed 300–400 km, which contains it'],
    ['300–400 km', '450 km', 'differs: 450 km; printed 300–400 km, 11.1 % off, outside the range'],
    [
      '350 km',
      '300–400 km',
      'contained: 300–400 km; printed 350 km, which is within the range that was found',
    ],
    [
      '300–400 km',
      '350–450 km',
      'differs: 350–450 km; printed 300–400 km, 14.3 % off, the ranges overlap',
    ],
    ['between 300 and 400 km', '300–400 km', 'equal: 300–400 km; printed 300–400 km, equal'],
  ])('%s | %s', (claim, excerpt, result) => {
    expect(compared(claim, excerpt)).toEqual([result])
  })
})

describe('dates and ages', () => {
  test.each([
    [
      'in 2017',
      'on 12 September 2017',
      'contained: 2017-09-12; printed 2017, which agree as far as both go',
    ],
    [
      'on 12 September',
      '12 September 2017',
      'contained: 2017-09-12; printed --09-12, which agree as far as both go',
    ],
    [
      'on 13 September 2017',
      '12 September 2017',
      'differs: 2017-09-12; printed 2017-09-13, 1 day later',
    ],
    ['born in 1916', 'born in 1961', 'differs: 1961; printed 1916, 45 years earlier'],
    [
      'aged 61',
      'born on 4 August 1961',
      'not_comparable: born 1961-08-04; printed 61 years of age, which is right for a year from 2022-08-04',
    ],
    [
      'aged 61',
      'born in 1961',
      'not_comparable: born 1961; printed 61 years of age, which is right from some day of 2022 to the day before it in 2023',
    ],
  ])('%s | %s', (claim, excerpt, result) => {
    expect(compared(claim, excerpt)).toEqual([result])
  })

  test('an age is worked out for the day that a person gives', () => {
    expect(compared('aged 61', 'born on 4 August 1961', { on: '2026-08-03' })).toEqual([
      'differs: born 1961-08-04; printed 61 years of age, but 64 on 2026-08-03',
    ])
    expect(compared('aged 64', 'born on 4 August 1961', { on: '2026-08-03' })).toEqual([
      'equal: born 1961-08-04; printed 64 years of age, equal on 2026-08-03',
    ])
  })
})

describe('which belongs to which', () => {
  const outcomes = (claim: string, excerpt: string) =>
    compareFigures(claim, excerpt).map(
      ({ printed, found, outcome }) => `${printed.text}: ${found?.text ?? ''} ${outcome}`,
    )

  test('figures of one quantity are found by their nouns, whatever their order', () => {
    expect(
      outcomes(
        'a range of 400 km and an altitude of 35 km',
        'Its altitude is 30 km, its range 250 miles.',
      ),
    ).toEqual(['400 km: 250 miles rounded', '35 km: 30 km differs'])
  })

  test('nouns weigh more than values that are near', () => {
    expect(
      outcomes(
        'a range of 400 km, an altitude of 35 km',
        'a range of 40 km, an altitude of 380 km',
      ),
    ).toEqual(['400 km: 40 km differs', '35 km: 380 km differs'])
  })

  test('a figure that counts something else bears nothing out', () => {
    expect(outcomes('300 dead and 12 missing', '300 injured and 12 missing')).toEqual([
      '300: 300 not_comparable',
      '12: 12 equal',
    ])
  })

  test('what the source does not have is missing', () => {
    expect(outcomes('300 people paid $5 each', '300 people paid')).toEqual([
      '300: 300 equal',
      '$5:  missing',
    ])
    expect(outcomes('400 km', 'no figures here')).toEqual(['400 km:  missing'])
  })
})

test('a currency is converted at the rate that a person gives, and the sentence names it', () => {
  const rates = [{ from: 'USD', to: 'EUR', rate: '0.92', givenBy: 'ECB, 12 September 2017' }]
  expect(compared('€4.6 million', 'US$5 million', { rates })).toEqual([
    'equal: 5 million USD = 4,600,000 EUR at 0.92 EUR a USD (ECB, 12 September 2017); printed 4.6 million EUR, equal',
  ])
})

test('a comparison keeps the exact difference, and where the factors are laid down', () => {
  expect(compareFigures('400 km', '250 miles')[0]).toMatchObject({
    isConverted: true,
    off: '-7300/12573',
    standards: ['mi: international yard and pound, 1959', 'km: SI Brochure, 9th edition'],
  })
})

test('each language has its own scale', () => {
  const given = { language: 'en', excerptLanguage: 'de' }
  expect(compared('€2.5 billion', '2,5 Milliarden Euro', given)[0]).toMatch(/^equal/)
  expect(compared('€2.5 billion', '2,5 Billionen Euro', given)[0]).toMatch(
    /exactly 1\/1,000 of it$/,
  )
})
