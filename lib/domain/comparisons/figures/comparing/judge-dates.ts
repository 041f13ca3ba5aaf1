import { ageOn, daysBetween } from '../quantities/calendar'
import type { Figure } from '../reading/figure'
import type { Judgement } from './outcome'
import { said } from './said'

/** Two dates: equal, one of them less exact and in agreement, or how far apart. */
export function judgeDates(printed: Figure, found: Figure): Judgement {
  const sentence = `${said(found, 'date')}; printed ${said(printed, 'date')}`
  if (printed.low === found.low && printed.high === found.high)
    return judged('equal', `${sentence}, equal`)
  if (isWithin(found, printed) || isWithin(printed, found)) {
    return judged('contained', `${sentence}, which agree as far as both go`)
  }
  return judged('differs', `${sentence}, ${apart(printed.low, found.low)}`)
}

/** An age against a birth date: what the age on a day is, or where no day is given the days between which the age is right. */
export function judgeAge(printed: Figure, born: Figure, on: string | undefined): Judgement {
  const sentence = `born ${born.low}; printed ${printed.low} years of age`
  const age = Number(printed.low)
  const year = Number(born.low.slice(0, 4))
  if (born.low.length < 10) {
    return judged(
      'not_comparable',
      `${sentence}, which is right from some day of ${year + age} to the day before it in ${year + age + 1}`,
    )
  }
  const isAge = on === undefined ? null : ageOn(born.low, on)
  if (isAge === null) {
    return judged(
      'not_comparable',
      `${sentence}, which is right for a year from ${year + age}${born.low.slice(4)}`,
    )
  }
  return isAge === age
    ? judged('equal', `${sentence}, equal on ${on}`)
    : judged('differs', `${sentence}, but ${isAge} on ${on}`)
}

const judged = (outcome: Judgement['outcome'], sentence: string): Judgement => ({
  ...{ outcome, sentence, isConverted: false, off: null, standards: [] },
})

/** Whether a date lies within another that says less (`2017`, `--09-12`) or within a span of years. */
function isWithin(date: Figure, wide: Figure): boolean {
  if (wide.low !== wide.high) {
    return wide.low <= date.low.slice(0, 4) && date.high.slice(0, 4) <= wide.high
  }
  if (wide.low.startsWith('--')) return date.low.slice(4) === wide.low.slice(1)
  return date.low.startsWith(wide.low) && date.high.startsWith(wide.low)
}

function apart(printed: string, found: string): string {
  const days = daysBetween(found, printed)
  if (days !== null) {
    return `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'} ${days > 0 ? 'later' : 'earlier'}`
  }
  const [one, other] = [printed, found].map((date) => Number(date.slice(0, 4)))
  const years = (one ?? 0) - (other ?? 0)
  if (!years) return 'differs'
  return `${Math.abs(years)} ${Math.abs(years) === 1 ? 'year' : 'years'} ${years > 0 ? 'later' : 'earlier'}`
}
