import { percentChange } from '../quantities/percent-change'
import {
  isLess,
  isSame,
  minus,
  over,
  type Ratio,
  ratio,
  ratioOf,
  size,
  written,
} from '../quantities/ratio'
import { shown, shownInFull, shownPercent } from '../quantities/shown'
import type { Figure } from '../reading/figure'
import type { Judgement, Outcome } from './outcome'
import { type Rounding, roundingOf } from './rounding'
import { HEDGES, said, saidConverted, withUnit } from './said'

/** Two figures in one unit: the printed one, and the found one converted into its unit by `convert`. */
export interface Beside {
  printed: Figure
  found: Figure
  unit: string
  foundUnit: string
  convert: (value: Ratio) => Ratio
  standards: readonly string[]
  /** What was taken for granted or given to get there, for the sentence. */
  given: string
}

/** What two figures of one quantity come to: ranges and hedges first, then equal, rounded, or how far off. */
export function judgeNumbers(beside: Beside): Judgement {
  const { printed, found, unit, foundUnit } = beside
  const [low, high] = [ratioOf(printed.low), ratioOf(printed.high)]
  const [from, to] = [beside.convert(ratioOf(found.low)), beside.convert(ratioOf(found.high))]
  const value = nearerEnd(low, from, to)
  const against = isSame(low, high)
    ? low
    : isSame(value, to) && !isSame(from, to)
      ? high
      : nearerEnd(value, low, high)
  const { outcome, how } = verdictOf(beside, { low, high, from, to, value, against })
  const isConverted = unit !== foundUnit
  const percent =
    unit === '°C' || unit === '°F' || unit === 'clock' ? null : percentChange(value, against)
  const off = outcome === 'contained' ? null : percent
  const apart = isSame(against, value)
    ? ''
    : percent
      ? `${shownPercent(over(percent, ratio(100n)))} off`
      : `${withUnit(shown(size(minus(against, value))), unit === 'clock' ? 'min' : unit)} off`
  const source = isConverted
    ? `${said(found, foundUnit)} = ${isSame(from, to) ? saidConverted(from, unit, against) : `${shown(from)}–${saidConverted(to, unit, against)}`}`
    : said(found, foundUnit)
  const parts = [
    `printed ${said(printed, unit)}`,
    outcome === 'equal' || outcome === 'contained' ? '' : apart,
    how,
  ]
  return {
    outcome,
    isConverted,
    off: off && written(off),
    sentence: `${source}${beside.given}; ${parts.filter((part) => part !== '').join(', ')}`,
    standards: beside.standards,
  }
}

interface Values {
  low: Ratio
  high: Ratio
  from: Ratio
  to: Ratio
  /** The end of the found one, and that of the printed one, that are nearest to each other. */
  value: Ratio
  against: Ratio
}

interface Verdict {
  outcome: Outcome
  how: string
}

function verdictOf(beside: Beside, values: Values): Verdict {
  const { printed, found } = beside
  const { low, high, from, to } = values
  if (isSame(low, high) && isSame(from, to)) {
    return printed.hedge && printed.hedge !== found.hedge
      ? hedged(beside, values)
      : plain(beside, values)
  }
  if (isSame(low, from) && isSame(high, to)) return { outcome: 'equal', how: 'equal' }
  if (!isSame(low, high) && !isLess(from, low) && !isLess(high, to)) {
    return { outcome: 'contained', how: 'which contains it' }
  }
  if (isSame(low, high) && !isLess(low, from) && !isLess(to, low)) {
    return { outcome: 'contained', how: 'which is within the range that was found' }
  }
  const bothRound =
    roundingOf(from, low, ratioOf(printed.step)) && roundingOf(to, high, ratioOf(printed.step))
  if (bothRound) return { outcome: 'rounded', how: 'rounded at both ends' }
  const overlap = !isLess(to, low) && !isLess(high, from)
  return { outcome: 'differs', how: overlap ? 'the ranges overlap' : 'outside the range' }
}

/** A printed figure with a hedge that the source does not have: whether it says what the source does. */
function hedged(beside: Beside, { low, from }: Values): Verdict {
  const hedge = beside.printed.hedge
  const isMore = isLess(low, from)
  const isEqual = isSame(low, from)
  const bears = {
    about: isNear(low, from),
    nearly: isLess(from, low) && isNear(low, from),
    over: isMore,
    'at least': isMore || isEqual,
    under: isLess(from, low),
    'at most': !isMore,
  }[hedge ?? 'about']
  if (hedge === 'about' && isEqual) return { outcome: 'equal', how: 'equal' }
  if (beside.found.hedge && beside.found.hedge !== hedge && isEqual)
    return { outcome: 'hedged', how: 'the same number, hedged otherwise' }
  const percent = percentChange(from, low)
  const apart =
    percent && percent.n !== 0n ? `${shownPercent(over(percent, ratio(100n)))} off, ` : ''
  if (!bears) return { outcome: 'differs', how: `which “${hedge && HEDGES[hedge]}” does not cover` }
  return hedge === 'about' || hedge === 'nearly'
    ? { outcome: 'rounded', how: `which “${hedge && HEDGES[hedge]}” covers` }
    : { outcome: 'contained', how: `${apart}which “${hedge && HEDGES[hedge]}” covers` }
}

/** “About” and “nearly” cover a tenth. */
const isNear = (low: Ratio, from: Ratio) => {
  const percent = percentChange(from, low)
  return percent !== null && !isLess(ratio(10n), size(percent))
}

function plain(beside: Beside, { low, from }: Values): Verdict {
  const { printed, found } = beside
  if (isSame(low, from)) {
    return printed.hedge === found.hedge
      ? { outcome: 'equal', how: 'equal' }
      : { outcome: 'hedged', how: 'the same number, hedged otherwise' }
  }
  const rounding = roundingOf(from, low, ratioOf(printed.step))
  if (printed.step === '0' && roundingOf(low, from, ratioOf(found.step))) {
    return { outcome: 'rounded', how: 'of which the source is a rounding' }
  }
  if (rounding) return { outcome: 'rounded', how: roundedHow(rounding, beside.unit) }
  return { outcome: 'differs', how: hintOf(beside, low, from) }
}

const roundedHow = ({ way, step }: Rounding, unit: string) =>
  `rounded ${way === 'nearest' ? 'to the nearest' : `${way} to a multiple of`} ${withUnit(shownInFull(step), unit)}`

/** What a correction would say of the fault: a wrong scale, unit or order of digits. */
function hintOf({ printed, found, unit, foundUnit }: Beside, low: Ratio, from: Ratio): string {
  if (unit !== foundUnit && printed.low === found.low) return 'the same number in another unit'
  if (low.n === 0n || from.n === 0n) return ''
  const factor = isLess(size(from), size(low)) ? over(low, from) : over(from, low)
  const many = written(factor)
  if (/^10+$/.test(many)) {
    const isMore = isLess(size(from), size(low))
    return isMore
      ? `exactly ${shownInFull(factor)} times as much`
      : `exactly 1/${shownInFull(factor)} of it`
  }
  const digits = (text: string) => [...text.replaceAll(/\D/g, '')].sort().join('')
  const isSwapped =
    written(low).length === written(from).length && digits(written(low)) === digits(written(from))
  return isSwapped ? 'the same digits in another order' : ''
}

function nearerEnd(value: Ratio, low: Ratio, high: Ratio): Ratio {
  return isLess(size(minus(high, value)), size(minus(low, value))) ? high : low
}
