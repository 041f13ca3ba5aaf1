import { PERIODS, type Period } from '@/lib/domain/figures/period'
import { dayInWords, isDay } from '@/lib/domain/times/days'
import { keysOf } from '@/lib/domain/vocabulary'
import { Link } from '../ui/links/link'

/** The periods that can be looked at, as links, and a form for any other. */
export function PeriodChoice({
  path,
  period,
  timeZone,
  asked,
}: {
  path: string
  period: Period
  timeZone: string
  /** Days that were asked for and are no period; null where nothing is wrong. */
  asked: { from: string; to: string } | null
}) {
  const { from, to } = asked ?? period
  return (
    <div className="period-choice">
      <ul className="bare" aria-label="Period">
        {keysOf(PERIODS).map((name) => (
          <li key={name}>
            <Link
              href={`${path}?period=${name}`}
              aria-current={period.name === name ? 'true' : undefined}
            >
              {PERIODS[name]}
            </Link>
          </li>
        ))}
      </ul>
      <form action={path} aria-label="Other days">
        <label>
          From <input type="date" name="from" defaultValue={from} required />
        </label>
        <label>
          to <input type="date" name="to" defaultValue={to} required />
        </label>
        <button type="submit" className="button">
          Show
        </button>
      </form>
      {asked && (
        <p className="error" role="alert">
          From {asDay(asked.from)} to {asDay(asked.to)} is no period: the first day comes before the
          last. These are the last 30 days.
        </p>
      )}
      <p className="quiet small">By the newsroom’s days ({timeZone.replaceAll('_', ' ')}).</p>
    </div>
  )
}

/** What was asked for, in words where it is a day. */
const asDay = (said: string) => (isDay(said) ? dayInWords(said) : said || 'no day')
