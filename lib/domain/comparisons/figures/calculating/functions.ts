import type { Refusal } from '../../../refusal'
import { ageOn, daysBetween } from '../quantities/calendar'
import { percentChange } from '../quantities/percent-change'
import { over, ratio, tenTo, times, toNearest } from '../quantities/ratio'
import { isDegrees, isLike, numberOf, pure, type Quantity, quantityOf, symbolOf } from './quantity'

type Refuse = (what: string) => Refusal

const FUNCTIONS: Readonly<
  Record<string, (given: readonly Quantity[], refuse: Refuse) => Quantity>
> = {
  /** age(birth, day): whole years. */
  age: (given, refuse) => {
    const [birth, day] = twoDays(given, refuse, 'age')
    const years = ageOn(birth, day)
    if (years === null) throw refuse('the birth is after the day')
    return quantityOf(ratio(BigInt(years)), 'yr')
  },
  /** days(from, to): the last day counted, the first one not. */
  days: (given, refuse) => {
    const [from, to] = twoDays(given, refuse, 'days')
    return quantityOf(ratio(BigInt(daysBetween(from, to) ?? 0)), 'd')
  },
  /** change(from, to): the rise in per cent of the first. */
  change: (given, refuse) => {
    const [from, to] = given
    if (
      !from ||
      !to ||
      given.length !== 2 ||
      [from, to].some((one) => one.day || isDegrees(one)) ||
      !isLike(from, to)
    )
      throw refuse('change takes two values of one unit, from and to')
    const change = percentChange(from.value, to.value)
    if (!change) throw refuse('there is no per cent of zero')
    return quantityOf(change, '%')
  },
  /** round(value, places): in the value's own unit, halves away from zero. */
  round: (given, refuse) => {
    const [value, places = pure(ratio(0n))] = given
    const by = Number(places.value.n)
    const isPlaces =
      places.value.d === 1n && Math.abs(by) <= 30 && Object.keys(places.parts).length === 0
    if (!value || value.day || given.length > 2 || !isPlaces)
      throw refuse('round takes a value and a whole number of places')
    const number = numberOf(value)
    const rounded = toNearest(number, tenTo(-by))
    if (isDegrees(value)) return quantityOf(rounded, symbolOf(value))
    return number.n === 0n ? value : { ...value, value: times(value.value, over(rounded, number)) }
  },
}

export const isFunction = (name: string) => Object.hasOwn(FUNCTIONS, name)

/** Calls a function by its name; what it is given wrongly is refused. */
export function callFunction(name: string, given: readonly Quantity[], refuse: Refuse): Quantity {
  const found = FUNCTIONS[name]
  if (!found) throw refuse(`there is no function “${name}”`)
  return found(given, refuse)
}

function twoDays(given: readonly Quantity[], refuse: Refuse, name: string): [string, string] {
  const [from, to] = given.map(({ day }) => day)
  if (!from || !to || given.length !== 2)
    throw refuse(`${name} takes two dates, such as 2017-09-12`)
  return [from, to]
}
