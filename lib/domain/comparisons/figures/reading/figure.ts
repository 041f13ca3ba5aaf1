import type { Span } from '../../../text/blocks'
import { isCurrency } from '../quantities/currencies'
import type { Exact } from '../quantities/ratio'
import { type Dimension, findUnit } from '../quantities/units'
import type { Hedge } from './languages/vocabulary'

/** What a figure counts or measures. */
export type Kind =
  | Dimension
  | ('count' | 'share' | 'points' | 'multiple' | 'money' | 'age' | 'date' | 'clock')

/** A value with its unit where it stands in a text, its span in UTF-16 units with sign and unit. */
export interface Figure extends Span {
  /** The words of the span. */
  text: string
  /**
   * The units that it can be in, the likeliest first: symbols of `findUnit`, codes of ISO 4217, or `count`, `%`, `pp`
   * (percentage points), `×` (times as much), `age` (years), `date` and `clock`. More than one for words
   * that mean several, such as tons, pounds and dollars.
   */
  units: readonly string[]
  /** The value, or the lower end of a range. Dates are `2017`, `2017-09`, `2017-09-12` or `--09-12`, clock times minutes of the day. */
  low: Exact
  /** The upper end of a range, else the same. */
  high: Exact
  /** What one more in the last written digit would add; the unit of a date's last part has none, and is `0`. */
  step: Exact
  hedge: Hedge | null
  /** Words nearby that say what it is a figure of, in lower case. */
  nouns: readonly string[]
}

const OTHERS: Readonly<Record<string, Kind>> = {
  ...{ count: 'count', '%': 'share', pp: 'points', '×': 'multiple' },
  ...{ age: 'age', date: 'date', clock: 'clock' },
}

/** What a unit measures. */
export const kindOf = (unit: string): Kind =>
  OTHERS[unit] ?? (isCurrency(unit) ? 'money' : (findUnit(unit)?.dimension ?? 'count'))
