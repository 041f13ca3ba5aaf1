import { isLess, over, type Ratio, ratioOf, size, tenTo, written } from '../quantities/ratio'
import { shown, shownInFull } from '../quantities/shown'
import type { Figure } from '../reading/figure'

/** A figure's value as a sentence of arithmetic says it: `300–400 km`, `2.5 million USD`, `more than 300`. */
export function said({ low, high, hedge }: Figure, unit: string): string {
  const word = hedge ? `${HEDGES[hedge]} ` : ''
  const ends = low === high ? [low] : [low, high]
  if (unit === 'date') return word + ends.join('–')
  if (unit === 'clock') return ends.map(clock).join('–')
  return word + withUnit(ends.map((end) => scaled(ratioOf(end))).join('–'), unit)
}

/** A converted value, with as many digits as it takes to tell it from the printed one. */
export function saidConverted(value: Ratio, unit: string, printed: Ratio): string {
  const digits = [3, 4, 5, 6, 7, 8].find((many) => shown(value, many) !== shown(printed, many))
  return withUnit(digits ? shown(value, digits) : shownInFull(value), unit)
}

/** A number of some unit. */
export function withUnit(number: string, unit: string): string {
  if (unit === 'count') return number
  if (unit === 'pp') return `${number} percentage points`
  if (unit === '×') return `${number} times as much`
  if (unit === 'age') return `${number} years of age`
  return `${number} ${unit}`
}

export const HEDGES = {
  ...{ about: 'about', nearly: 'nearly', over: 'more than' },
  ...{ 'at least': 'at least', under: 'less than', 'at most': 'at most' },
} as const

/** In millions and billions (10⁹) where that is as exact in fewer digits. */
function scaled(value: Ratio): string {
  for (const [exponent, name] of [
    [12, 'trillion'],
    [9, 'billion'],
    [6, 'million'],
  ] as const) {
    if (isLess(size(value), tenTo(exponent))) continue
    const part = over(value, tenTo(exponent))
    if (/^-?\d+(?:\.\d{1,3})?$/.test(written(part))) return `${shownInFull(part)} ${name}`
  }
  return written(value).includes('/') ? shown(value) : shownInFull(value)
}

const clock = (minutes: string) =>
  `${Math.floor(Number(minutes) / 60)}:${String(Number(minutes) % 60).padStart(2, '0')}`
