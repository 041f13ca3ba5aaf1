/** What can be done with two quantities, and what is refused in the reader's words. */

import type { Refusal } from '../../../refusal'
import { dayNumber } from '../quantities/calendar'
import { type Ratio, ratio, times } from '../quantities/ratio'
import {
  add,
  isDegrees,
  isLike,
  isTemperature,
  isZero,
  multiply,
  numberOf,
  pure,
  type Quantity,
  quantityOf,
  raise,
  subtract,
  symbolOf,
} from './quantity'

type Refuse = (what: string) => Refusal

/** The sum, or the difference; of two days, how many lie between them. */
export function added(
  sign: string,
  [one, other]: readonly [Quantity, Quantity],
  refuse: Refuse,
): Quantity {
  if (sign === '-' && one.day !== undefined && other.day !== undefined) {
    return quantityOf(ratio(BigInt(dayOf(one.day, refuse) - dayOf(other.day, refuse))), 'd')
  }
  if (one.day !== undefined || other.day !== undefined || !isLike(one, other)) {
    const done = sign === '+' ? 'added' : 'subtracted'
    throw refuse(`${kindSaid(one)} and ${kindSaid(other)} cannot be ${done}`)
  }
  if ([one, other].some(isDegrees)) {
    throw refuse('temperatures in °C or °F cannot be added or subtracted; give them in K')
  }
  return kept(sign === '+' ? add(one, other) : subtract(one, other), refuse)
}

/** The product, or the quotient. */
export function multiplied(
  sign: string,
  [one, other]: readonly [Quantity, Quantity],
  refuse: Refuse,
): Quantity {
  if ([one, other].some((each) => each.day !== undefined || isDegrees(each))) {
    const done = sign === '*' ? 'multiplied' : 'divided'
    throw refuse(`${kindSaid(one)} and ${kindSaid(other)} cannot be ${done}`)
  }
  if (sign === '/' && isZero(other)) throw refuse('a division by zero')
  return kept(multiply(one, other, sign === '*' ? 1 : -1), refuse)
}

/** The same below zero. */
export function negated(value: Quantity, refuse: Refuse): Quantity {
  if (value.day !== undefined) throw refuse('a date cannot be below zero')
  const [unit = ''] = Object.keys(value.parts)
  if (isDegrees(value)) return quantityOf(times(numberOf(value), ratio(-1n)), unit)
  return multiply(value, pure(ratio(-1n)), 1)
}

/** A power by a whole number up to 100, which is below zero where `isBelow` says so. */
export function raisedTo(
  base: Quantity,
  { by, isBelow }: { by: number; isBelow: boolean },
  refuse: Refuse,
): Quantity {
  if (base.day !== undefined || isDegrees(base)) throw refuse(`${kindSaid(base)} has no powers`)
  if (isBelow && isZero(base)) throw refuse('a division by zero')
  if (size(base.value) * BigInt(by) > LONGEST) throw refuse(TOO_LONG)
  return raise(base, isBelow ? -by : by)
}

/** The same quantity in another unit; a bare number as per cent. */
export function convertedTo(value: Quantity, unit: string, refuse: Refuse): Quantity {
  const target = quantityOf(ratio(1n), unit)
  const [own] = Object.keys(value.parts)
  if (unit === '%' && own === undefined) return { ...value, parts: { '%': 1 } }
  if (value.day !== undefined || !isLike(value, target)) {
    throw refuse(`${kindSaid(value)} cannot be given in ${unit}`)
  }
  return isTemperature(own ?? '') || isTemperature(unit)
    ? { value: value.value, parts: { [unit]: 1 } }
    : { value: value.value, parts: target.parts }
}

/** The number of a day (ISO 8601), counted on; refuses one that is in no calendar. */
export function dayOf(day: string, refuse: Refuse): number {
  const number = dayNumber(day)
  if (number === null) throw refuse(`${day} is no day of the calendar`)
  return number
}

/** Refuses what has become too long a number. */
export function kept(quantity: Quantity, refuse: Refuse): Quantity {
  if (size(quantity.value) > LONGEST) throw refuse(TOO_LONG)
  return quantity
}

/** How many binary digits a number may have: some 1,200 decimal ones. */
const LONGEST = 4_000n

const TOO_LONG = 'a number comes out too long'

/** Binary digits of the longer of its two parts. */
const size = ({ n, d }: Ratio) => BigInt(Math.max(n.toString(16).length, d.toString(16).length) * 4)

const kindSaid = (quantity: Quantity) =>
  quantity.day ? 'a date' : symbolOf(quantity) || 'a number without a unit'
