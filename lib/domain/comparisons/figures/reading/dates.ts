import { daysIn } from '../quantities/calendar'
import type { Vocabulary } from './languages/vocabulary'

/** A date or a time of day where it stands; both ends are the same but in a span of years. */
export interface DateRead {
  start: number
  end: number
  unit: 'date' | 'clock'
  low: string
  high: string
}

/**
 * The dates with a month or in figures, and the times of day, in order: `12 September 2017`, `2017-09-12`, `12.09.2017`
 * (day first, but in American English), `2017–19`, `14:30`, `5 p.m.`. A day that no month has is none.
 */
export function readDates(text: string, words: Vocabulary, monthFirst: boolean): DateRead[] {
  return [...text.matchAll(patternOf(words))].flatMap((found) => {
    const read = dateOf(found.groups ?? {}, words, monthFirst)
    return read ? [{ start: found.index, end: found.index + found[0].length, ...read }] : []
  })
}

const patterns = new WeakMap<Vocabulary, RegExp>()

function patternOf(words: Vocabulary): RegExp {
  const known = patterns.get(words)
  if (known) return known
  const month = `(?:${[...words.months.keys()].sort((a, b) => b.length - a.length).join('|')})`
  const year = '(?:1[0-9]|20)\\d\\d'
  const day = '\\d{1,2}(?:st|nd|rd|th|er|º)?'
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}.,/:-])(?:${[
      '(?<iso>\\d{4}-\\d\\d-\\d\\d)',
      '(?<figures>\\d{1,2}([./])\\d{1,2}\\3\\d{4})',
      `(?<years>${year}[–/-](?:${year}|\\d\\d))`,
      `(?:(?<hour>[01]?\\d|2[0-3])(?::|(?=[.]\\d\\d ?[ap]\\.?m))[.]?(?<minute>[0-5]\\d)(?![:\\d])|(?<only>1?\\d)(?= ?[ap]\\.?m))(?: ?(?<half>[ap])\\.?m(?:\\.|(?!\\p{L})))?`,
      `(?<day>${day})\\.? (?:de |of )?(?<month>${month})\\.?(?:,? (?:de |del )?(?<year>${year}))?`,
      `(?<monthOf>${month})\\.? (?:(?<dayIn>${day})(?:, | )(?<yearIn>${year})|(?:de |del )?(?<yearOnly>${year})|(?<dayOnly>${day}))`,
    ].join('|')})(?![\\p{L}\\p{N}]|[.,/:-]\\p{N})`,
    'giu',
  )
  patterns.set(words, pattern)
  return pattern
}

type Groups = Record<string, string | undefined>

function dateOf(
  found: Groups,
  words: Vocabulary,
  monthFirst: boolean,
): Pick<DateRead, 'unit' | 'low' | 'high'> | null {
  if (found.years) return yearsOf(found.years)
  if (found.hour ?? found.only) return clockOf(found)
  const date = found.figures
    ? ofFigures(found.figures, monthFirst)
    : (found.iso ?? inWords(found, words))
  return date && isDay(date) ? { unit: 'date', low: date, high: date } : null
}

function yearsOf(years: string): Pick<DateRead, 'unit' | 'low' | 'high'> | null {
  const [low = '', last = ''] = years.split(/[–/-]/)
  const high = last.length === 2 ? low.slice(0, 2) + last : last
  return low < high ? { unit: 'date', low, high } : null
}

function clockOf({
  hour,
  only,
  minute,
  half,
}: Groups): Pick<DateRead, 'unit' | 'low' | 'high'> | null {
  const said = Number(hour ?? only)
  if (half && (said < 1 || said > 12)) return null
  const hours = half ? (said % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : said
  const minutes = String(hours * 60 + Number(minute ?? 0))
  return { unit: 'clock', low: minutes, high: minutes }
}

function ofFigures(figures: string, monthFirst: boolean): string {
  const [first = '', second = '', year = ''] = figures.split(/[./]/)
  const swapped =
    Number(second) > 12 || (monthFirst && figures.includes('/') && Number(first) <= 12)
  const [day, month] = swapped ? [second, first] : [first, second]
  return [year, two(month), two(day)].join('-')
}

function inWords(found: Groups, words: Vocabulary): string {
  const year = found.year ?? found.yearIn ?? found.yearOnly
  const month = String(words.months.get((found.month ?? found.monthOf ?? '').toLowerCase()) ?? 0)
  const day = Number.parseInt(found.day ?? found.dayIn ?? found.dayOnly ?? '', 10)
  return [year ?? '-', two(month), ...(day ? [two(String(day))] : [])].join('-')
}

const two = (digits: string) => digits.padStart(2, '0')

/** Whether the calendar has this day; a year that is not said is taken for a leap year. */
function isDay(date: string): boolean {
  const [, year, month, day] = /^(\d{4}|-)-(\d\d)(?:-(\d\d))?$/.exec(date) ?? []
  const [inYear, inMonth] = [year === '-' ? 2000 : Number(year), Number(month)]
  if (inMonth < 1 || inMonth > 12) return false
  return day === undefined || (Number(day) >= 1 && Number(day) <= daysIn(inYear, inMonth))
}
