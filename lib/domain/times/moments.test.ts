import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayInFull, hourInFull, momentBesideUtc, momentInFull, momentWords } from './moments'
import { isTimeZone, timeZones } from './time-zones'

const words = (at: string, now: string, zone = 'UTC') =>
  momentWords(new Date(at), new Date(now), zone)

describe('a moment in words', () => {
  test.each([
    ['2026-11-27T12:00:30Z', 'in a moment'],
    ['2026-11-27T11:59:30Z', 'just now'],
    ['2026-11-27T12:01:00Z', 'in 1 minute'],
    ['2026-11-27T11:01:00Z', '59 minutes ago'],
    ['2026-11-27T11:00:00Z', 'today 11:00'],
    ['2026-11-27T23:59:00Z', 'today 23:59'],
    ['2026-11-28T00:00:00Z', 'tomorrow 00:00'],
    ['2026-11-28T23:59:00Z', 'tomorrow 23:59'],
    ['2026-11-29T01:37:00Z', 'Sun 01:37'],
    ['2026-12-03T12:00:00Z', 'Thu 12:00'],
    ['2026-12-04T12:00:00Z', 'Fri 4 Dec, 12:00'],
    ['2027-01-05T12:00:00Z', 'Tue 5 Jan 2027, 12:00'],
    ['2026-11-26T00:00:00Z', 'yesterday 00:00'],
    ['2026-11-25T23:59:00Z', 'Wed 25 Nov, 23:59'],
    ['2025-11-25T23:59:00Z', 'Tue 25 Nov 2025, 23:59'],
  ])('at noon of Friday 27 November 2026, %s is “%s”', (at, said) => {
    expect(words(at, '2026-11-27T12:00:00Z')).toBe(said)
  })

  test('two days ahead is never tomorrow, however few hours it is', () => {
    expect(words('2026-11-29T00:10:00Z', '2026-11-27T23:50:00Z')).toBe('Sun 00:10')
    expect(words('2026-11-29T00:00:00Z', '2026-11-27T23:59:59Z')).toBe('Sun 00:00')
  })

  test.each([
    ['Europe/Istanbul', 'tomorrow 01:00'],
    ['America/Los_Angeles', 'today 14:00'],
    ['Pacific/Kiritimati', 'today 12:00'],
    ['Asia/Kathmandu', 'today 03:45'],
  ])('goes by the days of %s', (zone, said) => {
    expect(words('2026-11-27T22:00:00Z', '2026-11-27T20:30:00Z', zone)).toBe(said)
  })

  test.each([
    [
      'the day of 23 hours',
      'Europe/Berlin',
      '2026-03-28T22:30:00Z',
      '2026-03-29T22:15:00Z',
      'Mon 00:15',
    ],
    [
      'the hour that is left out',
      'Europe/Berlin',
      '2026-03-28T23:30:00Z',
      '2026-03-29T01:00:00Z',
      'today 03:00',
    ],
    [
      'the day of 25 hours',
      'Europe/Berlin',
      '2026-10-25T21:30:00Z',
      '2026-10-26T22:45:00Z',
      'tomorrow 23:45',
    ],
    [
      'the hour that comes twice',
      'America/New_York',
      '2026-11-01T03:30:00Z',
      '2026-11-01T06:30:00Z',
      'tomorrow 01:30',
    ],
    [
      '24 hours over a change',
      'America/New_York',
      '2026-10-31T16:00:00Z',
      '2026-11-01T16:00:00Z',
      'tomorrow 11:00',
    ],
    [
      'a day that never was',
      'Pacific/Apia',
      '2011-12-30T09:00:00Z',
      '2011-12-31T09:00:00Z',
      'Sat 23:00',
    ],
  ])('keeps to the calendar over %s', (_, zone, now, at, said) => {
    expect(words(at, now, zone)).toBe(said)
  })

  test('says tomorrow of the next calendar day alone, in any zone at any moment', () => {
    const moment = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2030-01-01'),
      noInvalidDate: true,
    })
    const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe')
    fc.assert(
      fc.property(moment, fc.integer({ min: 60, max: 6 * 1440 }), zone, (now, ahead, timeZone) => {
        const at = new Date(now.getTime() + ahead * 60_000)
        const day = (date: Date) =>
          Date.parse(new Intl.DateTimeFormat('sv-SE', { timeZone }).format(date)) / 86_400_000
        const said = momentWords(at, now, timeZone)
        expect(said.startsWith('tomorrow')).toBe(day(at) - day(now) === 1)
        expect(said.startsWith('today')).toBe(day(at) === day(now))
        expect(said).toMatch(/\d\d:\d\d$/)
      }),
    )
  })
})

test('a moment is printed in full, its hour and its day alone', () => {
  const at = new Date('2020-12-07T22:02:00Z')
  expect(momentInFull(at, 'UTC')).toBe('7 Dec 2020, 22:02')
  expect(momentInFull(at, 'Europe/Istanbul')).toBe('8 Dec 2020, 01:02')
  expect(hourInFull(at, 'Europe/Istanbul')).toBe('01:02')
  expect(dayInFull(at, 'Europe/Istanbul')).toBe('Tuesday 8 December 2020')
})

test.each([
  ['UTC', '7 Dec 2020, 22:02 UTC'],
  ['Europe/Berlin', '7 Dec 2020, 23:02 in Berlin (22:02 UTC)'],
  ['Europe/Istanbul', '8 Dec 2020, 01:02 in Istanbul (7 Dec 2020, 22:02 UTC)'],
  ['America/Argentina/Buenos_Aires', '7 Dec 2020, 19:02 in Buenos Aires (22:02 UTC)'],
  ['Etc/GMT+3', '7 Dec 2020, 19:02 in Etc/GMT+3 (22:02 UTC)'],
])('beside UTC, in %s', (zone, printed) => {
  expect(momentBesideUtc(new Date('2020-12-07T22:02:00Z'), zone)).toBe(printed)
})

test('a zone has a name of the database', () => {
  expect(timeZones().length).toBeGreaterThan(300)
  expect(timeZones().filter((name) => !isTimeZone(name))).toEqual([])
  expect(['', '+03:00', 'Mars/Olympus', 'Istanbul', 'Europe', '../etc'].filter(isTimeZone)).toEqual(
    [],
  )
})
