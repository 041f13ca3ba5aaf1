import { ageOn } from '../comparisons/figures/quantities/calendar'
import { type Day, isDay } from '../times/days'

/** The age in whole years on a day; null before the birth, and where either is no day. */
export const ageInYears = (born: Day, on: Day): number | null =>
  isDay(born) && isDay(on) ? ageOn(born, on) : null
