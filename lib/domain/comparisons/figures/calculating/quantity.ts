import { isCurrency } from '../quantities/currencies'
import {
  isSame,
  minus,
  ONE,
  over,
  plus,
  power,
  type Ratio,
  ratio,
  times,
  ZERO,
} from '../quantities/ratio'
import { findUnit } from '../quantities/units'

/** A value in the base units, what it measures, and the units it is to be shown in; a day stands for itself. */
export interface Quantity {
  value: Ratio
  /** Powers of simple units or currencies; `%` is one of a pure number. */
  parts: Readonly<Record<string, number>>
  /** A day of the calendar instead, `2017-09-12`. */
  day?: string
}

export const pure = (value: Ratio): Quantity => ({ value, parts: {} })

/** A number of a unit that `unitNamed` knows. */
export function quantityOf(number: Ratio, unit: string): Quantity {
  const known = findUnit(unit)
  if (known && isTemperature(unit))
    return { value: plus(times(number, known.factor), known.zero), parts: { [unit]: 1 } }
  const parts = known?.parts ?? { [unit]: 1 }
  return { value: times(number, factorOf(parts)), parts }
}

/** How many of its own units it is. */
export function numberOf({ value, parts }: Quantity): Ratio {
  const [unit = ''] = Object.keys(parts)
  const known = isTemperature(unit) ? findUnit(unit) : null
  return known ? over(minus(value, known.zero), known.factor) : over(value, factorOf(parts))
}

/** Whether two can be added, compared and converted into each other. */
export function isLike(one: Quantity, other: Quantity): boolean {
  const [mine, theirs] = [dimensionsOf(one.parts), dimensionsOf(other.parts)]
  return [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].every(
    (name) => (mine[name] ?? 0) === (theirs[name] ?? 0),
  )
}

export const add = (one: Quantity, other: Quantity): Quantity => ({
  ...one,
  value: plus(one.value, other.value),
})
export const subtract = (one: Quantity, other: Quantity): Quantity => ({
  ...one,
  value: minus(one.value, other.value),
})

/** The product, or the quotient where the exponent is -1; units that cancel out leave a pure number. */
export function multiply(one: Quantity, other: Quantity, exponent: 1 | -1): Quantity {
  const value = times(one.value, power(other.value, exponent))
  const parts: Record<string, number> = { ...one.parts }
  for (const [unit, by] of Object.entries(other.parts))
    parts[unit] = (parts[unit] ?? 0) + by * exponent
  return { value, parts: tidy(parts, exponent === -1) }
}

export function raise({ value, parts }: Quantity, exponent: number): Quantity {
  const raised = Object.entries(parts).map(([unit, by]) => [unit, by * exponent] as const)
  return { value: power(value, exponent), parts: tidy(Object.fromEntries(raised), false) }
}

/** The unit's symbol: `km/h`, `EUR`, `kg·m/s²`; empty for a pure number. */
export function symbolOf({ parts }: Quantity): string {
  const named = NAMED.find((unit) => isSameParts(findUnit(unit)?.parts ?? {}, parts))
  if (named) return named
  const side = (sign: 1 | -1) =>
    Object.entries(parts)
      .filter(([, by]) => by * sign > 0)
      .map(([unit, by]) => unit + (POWERS[Math.abs(by)] ?? `^${Math.abs(by)}`))
  const [above, below] = [side(1).join('·'), side(-1)]
  if (below.length === 0) return above
  return `${above === '' ? '1' : above}/${below.length > 1 ? `(${below.join('·')})` : below[0]}`
}

export const isTemperature = (unit: string) => unit === '°C' || unit === '°F'

/** Whether it is a temperature whose zero is not that of nature. */
export const isDegrees = ({ parts }: Quantity) => Object.keys(parts).some(isTemperature)

const NAMED = ['mph', 'kn', 'sq ft', 'sq yd', 'sq mi', 'Wh', 'kWh', 'MWh', 'GWh']
const POWERS: Readonly<Record<number, string>> = { 1: '', 2: '²', 3: '³' }

const isSameParts = (
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
) =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([unit, by]) => other[unit] === by)

/** Without what has cancelled out: a unit of power zero, all if no dimension is left, and per cent but where they are only divided. */
function tidy(parts: Record<string, number>, keepsPercent: boolean): Record<string, number> {
  const left = Object.entries(parts).filter(([, by]) => by !== 0)
  if (keepsPercent && left.length === 1 && parts['%'] === 1) return { '%': 1 }
  const kept = Object.fromEntries(left.filter(([unit]) => unit !== '%'))
  return Object.values(dimensionsOf(kept)).every((by) => by === 0) ? {} : kept
}

function factorOf(parts: Readonly<Record<string, number>>): Ratio {
  return Object.entries(parts).reduce(
    (sum, [unit, by]) => times(sum, power(factorOfUnit(unit), by)),
    ONE,
  )
}

function factorOfUnit(unit: string): Ratio {
  return unit === '%' ? ratio(1n, 100n) : (findUnit(unit)?.factor ?? ONE)
}

/** Lengths, masses and so on by their powers; areas and volumes are lengths, and each currency is its own. */
function dimensionsOf(parts: Readonly<Record<string, number>>): Record<string, number> {
  const sum: Record<string, number> = {}
  for (const [unit, by] of Object.entries(parts)) {
    const [name, times] = dimensionOf(unit)
    sum[name] = (sum[name] ?? 0) + by * times
  }
  return sum
}

function dimensionOf(unit: string): [name: string, power: number] {
  if (unit === '%' || isCurrency(unit)) return [unit, 1]
  const dimension = findUnit(unit)?.dimension ?? unit
  if (dimension === 'area') return ['length', 2]
  return dimension === 'volume' ? ['length', 3] : [dimension, 1]
}

export const isZero = ({ value }: Quantity) => isSame(value, ZERO)
