import { addDays, type Day, dayOf, isDay, mondayOf, startOfDay } from '../times/days'
import type { DeadlineChoice } from './list-filter'

/** Under which headings articles stand by their deadline, in this order. */
export const DEADLINE_GROUPS = {
  overdue: 'Overdue',
  today: 'Today',
  tomorrow: 'Tomorrow',
  week: 'This week',
  later: 'Later',
  none: 'No deadline',
} as const

export type DeadlineGroup = keyof typeof DEADLINE_GROUPS

/** From which moment on, and before which; a side that is open is left out. */
export interface Between {
  from?: Date
  before?: Date
}

/** Which group a deadline is in, by the calendar days of a zone. The week ends with its Sunday. */
export function deadlineGroup(deadline: Date | null, now: Date, timeZone: string): DeadlineGroup {
  if (!deadline) return 'none'
  if (deadline < now) return 'overdue'
  const [day, today] = [dayOf(deadline, timeZone), dayOf(now, timeZone)]
  if (day === today) return 'today'
  if (day === addDays(today, 1)) return 'tomorrow'
  return mondayOf(day) === mondayOf(today) ? 'week' : 'later'
}

/**
 * The deadlines that are meant by a choice, by the calendar days of a zone: what is overdue came before now; a day or this week is
 * meant as a whole, also what of it is over. Null for those that have none.
 */
export function deadlinesOf(choice: DeadlineChoice, now: Date, timeZone: string): Between | null {
  if (choice === 'none') return null
  if (choice === 'overdue') return { before: now }
  const today = dayOf(now, timeZone)
  if (choice === 'week') return daysBetween(mondayOf(today), addDays(mondayOf(today), 7), timeZone)
  const day = isDay(choice) ? choice : today
  return daysBetween(day, addDays(day, 1), timeZone)
}

/** From the beginning of a day to the beginning of another. */
export function daysBetween(from: Day, before: Day, timeZone: string): Required<Between> {
  return { from: startOfDay(from, timeZone), before: startOfDay(before, timeZone) }
}
