/**
 * Whole days by the Gregorian calendar, before 1582 too (ISO 8601-1, `2017-09-12`). A day has no hour and no zone,
 * so nothing here moves with the clock of a machine.
 */

/** The days from 1 January 1970 to a day; null for what is no day of the calendar, such as 30 February. */
export function dayNumber(day: string): number | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day)?.map(Number) ?? []
  if (year === undefined || month === undefined || date === undefined) return null
  if (month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return null
  return daysBeforeYear(year) - daysBeforeYear(1970) + daysBeforeMonth(year, month) + date - 1
}

/** The days from one day to another, the last one counted and the first one not; below zero backwards. Null if either is no day. */
export function daysBetween(from: string, to: string): number | null {
  const [start, end] = [dayNumber(from), dayNumber(to)]
  return start === null || end === null ? null : end - start
}

/**
 * The age in whole years on a day. Who was born on 29 February is a year older on 1 March of a common year,
 * as in most of Europe. Null before the birth, and where either is no day.
 */
export function ageOn(birth: string, day: string): number | null {
  const days = daysBetween(birth, day)
  if (days === null || days < 0) return null
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
  return day.slice(5) < birth.slice(5) ? years - 1 : years
}

/** How many days a month has, from 1 for January. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

function daysBeforeYear(year: number): number {
  const before = year - 1
  return before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
}

function daysBeforeMonth(year: number, month: number): number {
  return Array.from({ length: month - 1 }, (_, index) => daysIn(year, index + 1)).reduce(
    (sum, days) => sum + days,
    0,
  )
}
