import { MONTHS } from '../text/english'

/**
 * A moment as people say it, by the calendar days of a zone and always with its hour: `12 minutes ago`,
 * `today 14:02`, `tomorrow 09:00`, `Sun 01:37` within the next six days, else `Fri 27 Nov, 14:02`. The zone
 * is one of the IANA Time Zone Database; undefined is the machine’s own.
 */
export function momentWords(at: Date, now: Date, timeZone: string | undefined): string {
  const minutes = Math.trunc((at.getTime() - now.getTime()) / 60_000)
  if (Math.abs(minutes) < 60) return minutesAway(minutes, at > now)
  const [then, here] = [calendarOf(at, timeZone), calendarOf(now, timeZone)]
  const hour = hourOf(then)
  const days = dayNumber(then) - dayNumber(here)
  const near = NEAR[days]
  if (near) return `${near} ${hour}`
  const weekday = weekdayOf(then).slice(0, 3)
  if (days > 1 && days < 7) return `${weekday} ${hour}`
  const date = `${weekday} ${then.day} ${shortMonth(then)}`
  return then.year === here.year ? `${date}, ${hour}` : `${date} ${then.year}, ${hour}`
}

const NEAR: Record<number, string> = { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' }

function minutesAway(minutes: number, isAhead: boolean): string {
  if (minutes === 0) return isAhead ? 'in a moment' : 'just now'
  const count = Math.abs(minutes)
  const span = `${count} minute${count === 1 ? '' : 's'}`
  return isAhead ? `in ${span}` : `${span} ago`
}

/** A moment in full in a zone: `7 Dec 2020, 14:02`. */
export function momentInFull(at: Date, timeZone: string | undefined): string {
  const then = calendarOf(at, timeZone)
  return `${then.day} ${shortMonth(then)} ${then.year}, ${hourOf(then)}`
}

/** Only the hour and minute, for what stands under a heading that names the day: `14:02`. */
export function hourInFull(at: Date, timeZone: string | undefined): string {
  return hourOf(calendarOf(at, timeZone))
}

/** The day in full: `Monday 7 December 2020`. */
export function dayInFull(at: Date, timeZone: string | undefined): string {
  const then = calendarOf(at, timeZone)
  return `${weekdayOf(then)} ${then.day} ${MONTHS[then.month - 1]} ${then.year}`
}

/** A moment in a newsroom’s zone with UTC beside it: `7 Dec 2020, 17:02 in Istanbul (14:02 UTC)`. */
export function momentBesideUtc(at: Date, timeZone: string): string {
  const there = momentInFull(at, timeZone)
  const utc = momentInFull(at, 'UTC')
  if (timeZone === 'UTC') return `${utc} UTC`
  const [[day], [utcDay, hour]] = [there.split(', '), utc.split(', ')]
  return `${there} in ${placeOf(timeZone)} (${day === utcDay ? hour : utc} UTC)`
}

/** What the wall clock of a zone shows, to the minute, as the UTC fields of a date: spreadsheets know no zones. */
export function onTheWall(at: Date, timeZone: string): Date {
  const { year, month, day, hour, minute } = calendarOf(at, timeZone)
  return new Date(Date.UTC(year, month - 1, day, hour, minute))
}

/** The city that a zone is named for; a zone that is named for none, as it is. */
function placeOf(timeZone: string): string {
  const city = timeZone.startsWith('Etc/') ? undefined : timeZone.split('/').at(-1)
  return city?.replaceAll('_', ' ') ?? timeZone
}

/** What a calendar and a clock on the wall show; months from 1. */
export interface Calendar {
  year: number
  month: number
  day: number
  hour: number
  minute: number
}

/** What the calendar and the clock of a zone show at a moment. */
export function calendarOf(at: Date, timeZone: string | undefined): Calendar {
  const parts = new Map(
    wallClock(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? Number.NaN
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
  }
}

/** A report tells a thousand moments, and a format takes a tenth of a millisecond to make. */
function wallClock(timeZone: string | undefined): Intl.DateTimeFormat {
  const known = wallClocks.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
    ...{ hourCycle: 'h23', calendar: 'gregory', timeZone },
  })
  wallClocks.set(timeZone, made)
  return made
}

const wallClocks = new Map<string | undefined, Intl.DateTimeFormat>()

/** The number of a calendar day, by which days are counted whatever their hours. */
const dayNumber = ({ year, month, day }: Calendar) => Date.UTC(year, month - 1, day) / 86_400_000

const weekdayOf = (day: Calendar) =>
  WEEKDAYS[new Date(dayNumber(day) * 86_400_000).getUTCDay()] ?? ''

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

const shortMonth = ({ month }: Calendar) => MONTHS[month - 1]?.slice(0, 3) ?? ''

const hourOf = ({ hour, minute }: Calendar) => `${two(hour)}:${two(minute)}`

const two = (number: number) => String(number).padStart(2, '0')
