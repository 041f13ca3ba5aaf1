import { MONTHS } from '../text/english'
import { calendarOf } from './moments'

/** A day of the calendar as ISO 8601 writes it: `2026-12-07`. Days of four-digit years alone. */
export type Day = string

/** A month of the calendar as ISO 8601 writes it: `2026-12`. */
export type Month = string

const MINUTE = 60_000
const DAY = 1_440 * MINUTE

/** The calendar day of a zone (IANA) at a moment. */
export function dayOf(at: Date, timeZone: string): Day {
  const { year, month, day } = calendarOf(at, timeZone)
  return [String(year).padStart(4, '0'), two(month), two(day)].join('-')
}

/**
 * The moment at which a calendar day begins in a zone: the first whose calendar shows it, which is not everywhere midnight,
 * since clocks are put forward at midnight too. Of a day that a zone left out, that is where the next one begins.
 */
export function startOfDay(day: Day, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  // No zone is further from UTC than 14 hours; days begin at whole minutes.
  let [before, after] = [midnight / MINUTE - 15 * 60, midnight / MINUTE + 15 * 60]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (dayOf(new Date(middle * MINUTE), timeZone) < day) before = middle
    else after = middle
  }
  return new Date(after * MINUTE)
}

/** The day so many days later, or before where that is negative. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
}

/** The Monday of a day's week: weeks begin with it, as ISO 8601 has them. */
export function mondayOf(day: Day): Day {
  return addDays(day, -((new Date(day).getUTCDay() + 6) % 7))
}

/** The days of the weeks in which a month has days, a week each, from Monday to Sunday. */
export function weeksOf(month: Month): Day[][] {
  const weeks: Day[][] = []
  const end = `${addMonths(month, 1)}-01`
  for (let monday = mondayOf(`${month}-01`); monday < end; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(monday, index)))
  }
  return weeks
}

/** The month so many months later, or before where that is negative. */
export function addMonths(month: Month, months: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const count = year * 12 + number - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${two((count % 12) + 1)}`
}

/** A month in words: `December 2026`. */
export function monthInWords(month: Month): string {
  return `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`
}

/** A day in words: `7 Dec`, with its year where that is another than the year of the day it stands beside, or stands beside none. */
export function dayInWords(day: Day, beside?: Day): string {
  const [year, month, number] = day.split('-')
  const words = `${Number(number)} ${MONTHS[Number(month) - 1]?.slice(0, 3)}`
  return beside?.slice(0, 4) === year ? words : `${words} ${year}`
}

/** Whether this is a day of the calendar, of a year of four digits. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isMonth(text.slice(0, 7)) && existing(text)
}

/** Whether this is a month of a year from 1000 to 9998, so that those around it can be written too. */
export function isMonth(text: string): boolean {
  return /^[1-9]\d{3}-(0[1-9]|1[0-2])$/.test(text) && !text.startsWith('9999')
}

const existing = (day: Day) => {
  const moment = new Date(day)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day)
}

const two = (number: number) => String(number).padStart(2, '0')
