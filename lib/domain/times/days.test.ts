import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, dayOf, isDay, isMonth, mondayOf, startOfDay, weeksOf } from './days'

describe('a day begins', () => {
  test.each([
    ['2026-11-30', 'UTC', '2026-11-30T00:00:00.000Z'],
    ['2026-11-30', 'Europe/Istanbul', '2026-11-29T21:00:00.000Z'],
    ['2026-11-30', 'Pacific/Kiritimati', '2026-11-29T10:00:00.000Z'],
    ['2026-11-30', 'Pacific/Pago_Pago', '2026-11-30T11:00:00.000Z'],
    ['2026-11-30', 'Asia/Kathmandu', '2026-11-29T18:15:00.000Z'],
    // Before clocks are changed at two and at three, and after.
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
    // Half an hour of daylight saving.
    ['2026-10-05', 'Australia/Lord_Howe', '2026-10-04T13:00:00.000Z'],
    // There was no midnight: the clock went from 23:59 to 01:00.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    // The hour before midnight came twice.
    ['2018-02-18', 'America/Sao_Paulo', '2018-02-18T03:00:00.000Z'],
    // The day never was.
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('%s in %s at %s', (day, zone, at) => {
    expect(startOfDay(day, zone).toISOString()).toBe(at)
  })

  test('at its first minute, in any zone', () => {
    const day = fc
      .date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const zone = fc.constantFrom(
      ...['UTC', 'Europe/Berlin', 'America/Sao_Paulo', 'America/Havana', 'Asia/Beirut'],
      ...['Australia/Lord_Howe', 'America/St_Johns', 'Pacific/Chatham', 'Africa/Casablanca'],
    )
    fc.assert(
      fc.property(day, zone, (day, zone) => {
        const start = startOfDay(day, zone)
        expect(dayOf(start, zone)).toBe(day)
        expect(dayOf(new Date(start.getTime() - 1), zone)).toBe(addDays(day, -1))
      }),
    )
  })
})

test.each([
  ['2026-11-30', '2026-11-30'],
  ['2026-12-06', '2026-11-30'],
  ['2026-12-07', '2026-12-07'],
  ['2027-01-01', '2026-12-28'],
])('the week of %s begins with %s', (day, monday) => {
  expect(mondayOf(day)).toBe(monday)
})

test('a month is shown in whole weeks, and only in those that have days of it', () => {
  expect(weeksOf('2026-12').map(([monday]) => monday)).toEqual([
    ...['2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21', '2026-12-28'],
  ])
  expect(weeksOf('2027-02')).toHaveLength(4)
  expect(weeksOf('2026-08')).toHaveLength(6)
  expect(weeksOf('2026-08').every((week) => week.length === 7)).toBe(true)
})

test('months follow each other over the year', () => {
  expect(addMonths('2026-12', 1)).toBe('2027-01')
  expect(addMonths('2027-01', -1)).toBe('2026-12')
  expect(addMonths('2026-06', 30)).toBe('2028-12')
})

test('what is no day or month is told from one', () => {
  expect(['2026-12-07', '2024-02-29', '1000-01-01'].every(isDay)).toBe(true)
  const none = ['', '2026-02-29', '2026-13-01', '26-12-07', '2026-12-7', '9999-12-31', '0000-01-01']
  expect(none.filter(isDay)).toEqual([])
  expect(['2026-12', '9998-12'].every(isMonth)).toBe(true)
  expect(['', '2026-13', '2026-00', '9999-01', '0999-01', '2026-12-07'].filter(isMonth)).toEqual([])
})
