import type { DueArticle } from '@/lib/db/articles/article-calendar'
import type { ArticleFilter } from '@/lib/domain/articles/list-filter'
import { isOut } from '@/lib/domain/publication/publication'
import {
  addMonths,
  type Day,
  dayOf,
  type Month,
  monthInWords,
  weeksOf,
} from '@/lib/domain/times/days'
import { dayInFull, hourInFull, momentBesideUtc } from '@/lib/domain/times/moments'
import { ARTICLE_STATES } from '@/lib/domain/vocabulary'
import { Link } from '../../ui/links/link'
import { LinkAhead } from '../../ui/links/link-ahead'
import { listAddress } from './list-address'

/** How many articles stand in a day; the others are behind a link. */
const SHOWN = 4

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

interface Props {
  newsroom: string
  path: string
  filter: ArticleFilter
  month: Month
  /** By whose days the deadlines stand; IANA. */
  timeZone: string
  now: Date
  articles: readonly DueArticle[]
  /** Whether the month has more deadlines than are read. */
  isCut: boolean
}

/** A month of deadlines by the newsroom's own calendar, in weeks from Monday; a list of days on a narrow screen. */
export function ArticleCalendar(props: Props) {
  const { path, filter, month, timeZone, now, articles, isCut } = props
  const today = dayOf(now, timeZone)
  const byDay = new Map<Day, DueArticle[]>()
  for (const article of articles) {
    const day = dayOf(article.deadline, timeZone)
    byDay.set(day, [...(byDay.get(day) ?? []), article])
  }
  const to = (other: Month) => listAddress(path, filter, `month=${other}`)
  return (
    <section className="calendar" aria-labelledby="month">
      <div className="calendar-head">
        <h2 id="month">{monthInWords(month)}</h2>
        <nav aria-label="Month" className="actions">
          <Link className="button small" href={to(addMonths(month, -1))}>
            Month before
          </Link>
          <Link className="button small" href={listAddress(path, filter)}>
            This month
          </Link>
          <Link className="button small" href={to(addMonths(month, 1))}>
            Next month
          </Link>
        </nav>
        <p className="quiet small">Days and hours in {timeZone.replaceAll('_', ' ')}</p>
      </div>
      {isCut && (
        <p className="filter-notes small" role="note">
          This month has more deadlines than the calendar reads. Narrow the filter to see its last
          days.
        </p>
      )}
      <table>
        <thead>
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col">
                <span aria-hidden="true">{weekday.slice(0, 3)}</span>
                <span className="visually-hidden">{weekday}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((days) => (
            <tr key={days[0]}>
              {days.map((day) => (
                <DayCell
                  key={day}
                  {...props}
                  day={day}
                  isToday={day === today}
                  articles={byDay.get(day) ?? []}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {articles.length === 0 && <p className="calendar-none quiet">No deadlines in these weeks.</p>}
    </section>
  )
}

function DayCell({
  newsroom,
  path,
  filter,
  month,
  timeZone,
  now,
  day,
  isToday,
  articles,
}: Props & { day: Day; isToday: boolean }) {
  const more = articles.length - SHOWN
  return (
    <td
      data-empty={articles.length === 0 || undefined}
      data-other={!day.startsWith(month) || undefined}
      data-today={isToday || undefined}
    >
      <p className="calendar-day small">
        <time dateTime={day}>
          <span aria-hidden="true">{Number(day.slice(8))}</span>
          <span className="day-name">{dayInFull(new Date(day), 'UTC')}</span>
        </time>
        {isToday && <span className="today"> Today</span>}
      </p>
      <ul className="bare">
        {articles.slice(0, SHOWN).map((article) => (
          <Due key={article.id} {...{ newsroom, timeZone, now, article }} />
        ))}
      </ul>
      {more > 0 && (
        <Link
          className="small"
          href={listAddress(path, { ...filter, deadline: day, view: 'list' })}
        >
          {more} more
          <span className="visually-hidden"> on {dayInFull(new Date(day), 'UTC')}</span>
        </Link>
      )}
    </td>
  )
}

function Due({
  newsroom,
  timeZone,
  now,
  article: { id, slug, headline, language, state, deadline },
}: Pick<Props, 'newsroom' | 'timeZone' | 'now'> & { article: DueArticle }) {
  const isOverdue = !isOut(state) && deadline < now
  return (
    <li data-article-row={id} data-out={isOut(state) || undefined}>
      <LinkAhead
        data-article
        href={`/${newsroom}/articles/${slug}`}
        title={`${headline} · ${ARTICLE_STATES[state]} · ${momentBesideUtc(deadline, timeZone)}`}
      >
        <time dateTime={deadline.toISOString()}>{hourInFull(deadline, timeZone)}</time>{' '}
        <bdi lang={language}>{headline}</bdi>
      </LinkAhead>
      <span className={isOut(state) || isOverdue ? 'due-state small quiet' : 'visually-hidden'}>
        {isOverdue ? <b>Overdue</b> : ARTICLE_STATES[state]}
      </span>
    </li>
  )
}
