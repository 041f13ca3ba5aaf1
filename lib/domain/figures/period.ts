import { addDays, type Day, dayInWords, dayOf, startOfDay } from '../times/days'

/** The periods that can be chosen, the first of them where none is. */
export const PERIODS = {
  days: 'Last 30 days',
  quarter: 'This quarter',
  year: 'This year',
} as const

export type PeriodName = keyof typeof PERIODS

/** Days of the newsroom's calendar, both counted, and the moments between which they lie. */
export interface Period {
  /** Null: from one day to another, as somebody chose them. */
  name: PeriodName | null
  from: Day
  to: Day
  start: Date
  /** The first moment after it. */
  end: Date
}

export interface PeriodAsked {
  period?: string
  from?: string
  to?: string
}

/** The period that an address names in a zone (IANA), as of now; the last thirty days where it names none that is one. */
export function periodOf(asked: PeriodAsked, timeZone: string, now: Date): Period {
  const today = dayOf(now, timeZone)
  const [from = '', to = ''] = [asked.from, asked.to]
  if (isDay(from) && isDay(to) && from <= to) return between(null, from, to, timeZone)
  const name = isPeriod(asked.period) ? asked.period : 'days'
  return between(name, firstDay(name, today), today, timeZone)
}

/** What a period is called: its name and its days, with the year where it is not this one. */
export function periodWords({ name, from, to }: Period, today: Day): string {
  const last = dayInWords(to, today)
  const days = from === to ? last : `${dayInWords(from, to)} to ${last}`
  return name ? `${PERIODS[name]}, ${days}` : days
}

/** A period as an address says it behind the question mark. */
export function periodQuery({ name, from, to }: Period): string {
  return new URLSearchParams(name ? { period: name } : { from, to }).toString()
}

function between(name: PeriodName | null, from: Day, to: Day, timeZone: string): Period {
  const end = startOfDay(addDays(to, 1), timeZone)
  return { name, from, to, start: startOfDay(from, timeZone), end }
}

function firstDay(name: PeriodName, today: Day): Day {
  if (name === 'days') return addDays(today, -29)
  const [year = '', month = '01'] = today.split('-')
  if (name === 'year') return `${year}-01-01`
  const first = Math.floor((Number(month) - 1) / 3) * 3 + 1
  return `${year}-${String(first).padStart(2, '0')}-01`
}

const isPeriod = (name: string | undefined): name is PeriodName =>
  name !== undefined && Object.hasOwn(PERIODS, name)

/** Of the years 1000 to 9998, which every calendar and database here can count on from. */
function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) || text >= '9999') return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text
}
