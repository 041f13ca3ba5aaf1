import type { Figure } from '../comparisons/figures/reading/figure'
import { readFigures } from '../comparisons/figures/reading/read-figures'

/** A value with its unit as it is read in a text; null where the unit is none. */
export function figureOf(value: string, unit: string): Figure | null {
  const key = JSON.stringify([value, unit])
  const known = read.get(key)
  if (known !== undefined) return known
  if (read.size >= MOST) read.clear()
  const figure = figureIn(value, unit)
  read.set(key, figure)
  return figure
}

/** What was read before: a ledger is held against one text after another. */
const read = new Map<string, Figure | null>()
const MOST = 5_000

function figureIn(value: string, unit: string): Figure | null {
  for (const text of unit === '' ? [value] : [`${value} ${unit}`, `${unit}${value}`]) {
    const [figure, ...more] = readFigures(text)
    const isWhole = figure?.start === 0 && figure.end === text.length
    if (figure && isWhole && more.length === 0) return figure
  }
  return null
}
