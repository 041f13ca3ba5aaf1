/** How often the kept pages of an article are looked at again. */
export const SCHEDULES = {
  off: 'Not at all',
  daily: 'Every day',
  weekly: 'Every week',
} as const

export type Schedule = keyof typeof SCHEDULES

const DAY = 24

/** How many hours pass from one look to the next. */
export const HOURS: Record<Exclude<Schedule, 'off'>, number> = { daily: DAY, weekly: 7 * DAY }

/** The schedule of pages that are looked at every so many hours; null: at none. */
export function scheduleOf(everyHours: number | null): Schedule {
  if (everyHours === null) return 'off'
  return everyHours <= HOURS.daily ? 'daily' : 'weekly'
}

/** In hours: how soon a page is tried again that could not be reached, the first time and the second. */
const TRY_AGAIN = [1, 6]

/**
 * When a page is looked at next that was looked at just now, `unreached` times in a row without reaching it: sooner than
 * on its schedule the first times, because such a failure may pass.
 */
export function nextLook(
  now: Date,
  { everyHours, unreached }: { everyHours: number; unreached: number },
): Date {
  const sooner = unreached > 0 ? TRY_AGAIN[unreached - 1] : undefined
  const hours = Math.min(everyHours, sooner ?? everyHours)
  return new Date(now.getTime() + hours * 3_600_000)
}
