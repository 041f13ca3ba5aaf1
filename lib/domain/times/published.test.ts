import { expect, test } from 'vitest'
import { isoDate } from './published'

test.each([
  ['2020', '2020'],
  ['2020-12', '2020-12'],
  ['2020-12-07', '2020-12-07'],
  ['7 December 2020', '2020-12-07'],
  [' 7  dec.  2020 ', '2020-12-07'],
  ['Dec 7, 2020', '2020-12-07'],
  ['December 7th 2020', '2020-12-07'],
  ['1 Sept 2021', '2021-09-01'],
  ['29 February 2024', '2024-02-29'],
  ['Dec 2020', '2020-12'],
  ['May, 2020', '2020-05'],
])('%s is %s', (written, date) => {
  expect(isoDate(written)).toBe(date)
})

test.each(['', '20', '7/12/2020', '7 Brumaire 2020', '31 June 2020', '29 Feb 2023', '2020-13'])(
  '“%s” is no date that can be read in one way',
  (written) => {
    expect(isoDate(written)).toBeNull()
  },
)
