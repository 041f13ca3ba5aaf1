import { MONTHS } from '../text/english'

/**
 * A date as people write it, or a part of one, as ISO 8601 has it: `7 December 2020`, `Dec 7, 2020` and `2020-12-07`
 * are `2020-12-07`, `Dec 2020` is `2020-12`, `2020` is itself. Null for what is no such date, or can be read in two
 * ways, as `7/12/2020` can.
 */
export function isoDate(text: string): string | null {
  const written = text.trim().replace(/\s+/g, ' ')
  for (const form of FORMS) {
    const { year, month, day } = form.exec(written)?.groups ?? {}
    if (year === undefined) continue
    const number = month && monthNumber(month)
    const date = [year, number, day?.padStart(2, '0')].filter((part) => part !== undefined)
    return number === null ? null : onCalendar(date.join('-'))
  }
  return null
}

const YEAR = String.raw`(?<year>\d{4})`
const MONTH = String.raw`(?<month>[a-z]{3,9})\.?`
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`

const FORMS = [
  /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?)?$/,
  new RegExp(`^${DAY} ${MONTH},? ${YEAR}$`, 'i'),
  new RegExp(`^${MONTH} ${DAY},? ${YEAR}$`, 'i'),
  new RegExp(`^${MONTH},? ${YEAR}$`, 'i'),
]

/** `12` for `12`, `December`, `Dec` and `Sept`; null for what is no month. */
function monthNumber(month: string): string | null {
  if (/^\d/.test(month)) return month
  const begun = month.toLowerCase()
  const at = MONTHS.findIndex((name) => name.toLowerCase().startsWith(begun))
  return at === -1 ? null : String(at + 1).padStart(2, '0')
}

function onCalendar(date: string): string | null {
  const moment = new Date(date)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date) ? date : null
}
