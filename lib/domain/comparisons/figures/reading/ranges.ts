import { isLess, type Ratio, ratioOf, times, written } from '../quantities/ratio'
import type { Vocabulary } from './languages/vocabulary'
import type { Measured } from './measured'

/**
 * Makes one figure of the two ends of a range: `300–400 km`, `between 3 and 5`, `from 3 to 5 %`, `$3–5 million`. An end
 * without a unit or scale has that of the other. What rises or falls from one figure to another stays two.
 */
export function joinRanges(
  text: string,
  figures: readonly Measured[],
  words: Vocabulary,
): Measured[] {
  const joined: Measured[] = []
  for (const figure of figures) {
    const before = joined.at(-1)
    const link = before ? linkOf(text, before, figure, words) : null
    if (!before || !link) {
      joined.push(figure)
      continue
    }
    const [low, high] = sharing(before, figure)
    joined.pop()
    if (link === 'range' && rises(low, high))
      joined.push({ ...high, start: low.start, low: low.low, step: low.step })
    else joined.push(link === 'change' ? low : before, link === 'change' ? high : figure)
  }
  return joined
}

function linkOf(
  text: string,
  low: Measured,
  high: Measured,
  words: Vocabulary,
): 'range' | 'change' | null {
  if (low.low !== low.high || high.low !== high.high || !agree(low, high)) return null
  const gap = text.slice(low.end, high.start)
  if (DASH.test(gap)) return 'range'
  if (gap.length > 8 || !(words.to.test(gap) || words.and.test(gap))) return null
  const before = text.slice(Math.max(0, low.start - 40), low.start)
  if (words.changes.test(before) && !words.and.test(gap)) return 'change'
  if (words.between.test(before)) return 'range'
  return words.to.test(gap) && !words.and.test(gap) && low.isBare ? 'range' : null
}

const DASH = /^ ?[-‐‑‒–—~～] ?$/u

const agree = (low: Measured, high: Measured) =>
  low.isBare || high.isBare
    ? !(low.units[0] === 'date' || high.units[0] === 'date') || low.units[0] === high.units[0]
    : low.units[0] === high.units[0]

/** Both ends with the unit, and the scale, that only one of them has. */
function sharing(low: Measured, high: Measured): [Measured, Measured] {
  const units = low.isBare ? high.units : low.units
  const scale = low.scale ? undefined : high.scale
  const first =
    scale && isLess(ratioOf(low.low), ratioOf(scale)) ? scaled(low, ratioOf(scale)) : low
  return [
    { ...first, units },
    { ...high, units },
  ]
}

const scaled = (figure: Measured, by: Ratio): Measured => ({
  ...figure,
  low: written(times(ratioOf(figure.low), by)),
  high: written(times(ratioOf(figure.high), by)),
  step: written(times(ratioOf(figure.step), by)),
})

const rises = (low: Measured, high: Measured) =>
  low.units[0] === 'date' ? low.low < high.high : isLess(ratioOf(low.low), ratioOf(high.high))
