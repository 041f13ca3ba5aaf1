import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deadlineGroup, deadlinesOf } from './deadline-groups'

const group = (at: string, now: string, zone = 'UTC') =>
  deadlineGroup(new Date(at), new Date(now), zone)

describe('at noon of Tuesday 1 December 2026', () => {
  test.each([
    ['2026-12-01T11:59:59Z', 'overdue'],
    ['2026-11-01T09:00:00Z', 'overdue'],
    ['2026-12-01T12:00:00Z', 'today'],
    ['2026-12-01T23:59:59Z', 'today'],
    ['2026-12-02T00:00:00Z', 'tomorrow'],
    ['2026-12-02T23:59:59Z', 'tomorrow'],
    ['2026-12-03T00:00:00Z', 'week'],
    ['2026-12-06T23:59:59Z', 'week'],
    ['2026-12-07T00:00:00Z', 'later'],
  ])('%s is %s', (at, expected) => {
    expect(group(at, '2026-12-01T12:00:00Z')).toBe(expected)
  })

  test('what has no deadline is in a group of its own', () => {
    expect(deadlineGroup(null, new Date(), 'UTC')).toBe('none')
  })
})

test('on a Sunday tomorrow is tomorrow, and the rest of the next week is later', () => {
  expect(group('2026-12-07T09:00:00Z', '2026-12-06T12:00:00Z')).toBe('tomorrow')
  expect(group('2026-12-08T09:00:00Z', '2026-12-06T12:00:00Z')).toBe('later')
})

test.each([
  ['UTC', 'today'],
  ['Europe/Istanbul', 'tomorrow'],
  ['America/Los_Angeles', 'today'],
  ['Pacific/Kiritimati', 'today'],
])('goes by the days of %s', (zone, expected) => {
  expect(group('2026-12-01T22:30:00Z', '2026-12-01T12:00:00Z', zone)).toBe(expected)
})

test.each([
  // 29 March 2026 has 23 hours in Berlin, and 25 October 25.
  ['2026-03-29T21:59:00Z', '2026-03-28T23:00:00Z', 'Europe/Berlin', 'today'],
  ['2026-03-29T22:00:00Z', '2026-03-28T23:00:00Z', 'Europe/Berlin', 'tomorrow'],
  ['2026-10-25T22:59:00Z', '2026-10-24T22:00:00Z', 'Europe/Berlin', 'today'],
  ['2026-10-25T23:00:00Z', '2026-10-24T22:00:00Z', 'Europe/Berlin', 'tomorrow'],
])(
  'a deadline at %s, when it is %s in %s, over a change of the clock, is %s',
  (at, now, zone, is) => {
    expect(group(at, now, zone)).toBe(is)
  },
)

describe('a choice means', () => {
  const now = new Date('2026-03-29T10:00:00Z')
  test.each([
    ['overdue', undefined, '2026-03-29T10:00:00.000Z'],
    ['today', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['week', '2026-03-22T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  ])('%s: from %s to %s in Berlin', (choice, from, before) => {
    const between = deadlinesOf(choice, now, 'Europe/Berlin')
    expect(between?.from?.toISOString()).toBe(from)
    expect(between?.before?.toISOString()).toBe(before)
  })

  test('none: those that have none', () => {
    expect(deadlinesOf('none', now, 'Europe/Berlin')).toBeNull()
  })

  test('the same as the groups that are shown, in any zone at any moment', () => {
    const moment = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2030-01-01'),
      noInvalidDate: true,
    })
    const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/Havana', 'Australia/Lord_Howe')
    const ahead = fc.integer({ min: -3 * 1440, max: 9 * 1440 })
    fc.assert(
      fc.property(moment, ahead, zone, (now, minutes, timeZone) => {
        const deadline = new Date(now.getTime() + minutes * 60_000)
        const shown = deadlineGroup(deadline, now, timeZone)
        const isIn = (choice: string) => {
          const { from, before } = deadlinesOf(choice, now, timeZone) ?? {}
          return (!from || from <= deadline) && (!before || deadline < before)
        }
        expect(isIn('overdue')).toBe(shown === 'overdue')
        if (shown === 'today') expect(isIn('today')).toBe(true)
        if (shown === 'week') expect(isIn('week')).toBe(true)
        if (shown === 'later') expect(isIn('today') || isIn('week')).toBe(false)
      }),
    )
  })
})
