import { expect, test } from 'vitest'
import { HOURS, nextLook, scheduleOf } from './schedule'

test.each([
  [null, 'off'],
  [HOURS.daily, 'daily'],
  [HOURS.weekly, 'weekly'],
])('a look every %s hours is %s', (hours, schedule) => {
  expect(scheduleOf(hours)).toBe(schedule)
})

const NOW = new Date('2026-05-04T08:00:00Z')

test.each([
  ['a page that was reached', HOURS.daily, 0, '2026-05-05T08:00:00.000Z'],
  ['a page that was reached', HOURS.weekly, 0, '2026-05-11T08:00:00.000Z'],
  ['one that was not, once', HOURS.weekly, 1, '2026-05-04T09:00:00.000Z'],
  ['one that was not, twice', HOURS.weekly, 2, '2026-05-04T14:00:00.000Z'],
  ['one that was not for long', HOURS.weekly, 3, '2026-05-11T08:00:00.000Z'],
  ['one that was not for long', HOURS.daily, 9, '2026-05-05T08:00:00.000Z'],
])(
  '%s is looked at again in time (every %i hours, %i in a row)',
  (_, everyHours, unreached, at) => {
    expect(nextLook(NOW, { everyHours, unreached }).toISOString()).toBe(at)
  },
)
