import { ArticleCalendar } from '@/components/articles/list/article-calendar'
import { listDue } from '@/lib/db/articles/article-calendar'
import { daysBetween } from '@/lib/domain/articles/deadline-groups'
import { addDays, dayOf, type Month, weeksOf } from '@/lib/domain/times/days'
import type { ListProps } from './list-view'
import { wantedBy } from './wanted'

/** A month of deadlines; the one that it is now where none is named. */
export async function CalendarView({
  actor,
  path,
  filter,
  month: named,
}: Omit<ListProps, 'names'> & { month: Month | null }) {
  const now = new Date()
  const { timeZone, newsroomSlug: newsroom } = actor
  const month = named ?? dayOf(now, timeZone).slice(0, 7)
  const days = weeksOf(month).flat()
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const due = await listDue(
    actor,
    wantedBy(filter, actor, now),
    daysBetween(first, addDays(last, 1), timeZone),
  )
  return <ArticleCalendar {...{ newsroom, path, filter, month, timeZone, now, ...due }} />
}
