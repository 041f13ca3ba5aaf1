import { dayNumber } from '../quantities/calendar'
import { type Ratio, ratio, times } from '../quantities/ratio'
import { callFunction, isFunction } from './functions'
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
import { refuse } from './refuse'
import { type Token, unitNamed } from './tokens'

/** How deep brackets may stand in each other. */
const DEEPEST = 30
/** How many binary digits a number may have: some 1,200 decimal ones. */
const LONGEST = 4_000n

/**
 * The value of a line of arithmetic over named values: `+ - * / ^`, brackets, functions, and at its end `in` or `as` with
 * a unit. Computes as it reads, and calls nothing but the functions that it knows.
 */
export function evaluate(
  tokens: readonly Token[],
  line: number,
  values: ReadonlyMap<string, Quantity>,
): Quantity {
  let at = 0
  let depth = 0
  const result = conversion()
  const left = tokens[at]
  if (left) throw refuse(line, left.column, `“${textOf(left)}” is not expected here`)
  return result

  function conversion(): Quantity {
    const value = sum()
    const word = tokens[at]
    if (!word || !isConverting(word)) return value
    at++
    const unit = tokens[at++]
    const named = unit && 'text' in unit ? unitNamed(unit.text) : null
    if (!unit || !named)
      throw refuse(line, unit?.column ?? endColumn(), `a unit is missing behind “${textOf(word)}”`)
    return convertedTo(value, named, unit.column)
  }

  function convertedTo(value: Quantity, unit: string, column: number): Quantity {
    const target = quantityOf(ratio(1n), unit)
    if (unit === '%' && Object.keys(value.parts).length === 0)
      return { ...value, parts: { '%': 1 } }
    const [own = ''] = Object.keys(value.parts)
    const isAlike = value.day === undefined && isLike(value, target)
    if (!isAlike) throw refuse(line, column, `${kindSaid(value)} cannot be given in ${unit}`)
    return isTemperature(own) || isTemperature(unit)
      ? { value: value.value, parts: { [unit]: 1 } }
      : { value: value.value, parts: target.parts }
  }

  function sum(): Quantity {
    let value = product()
    for (let sign = signIn('+-'); sign; sign = signIn('+-')) value = added(value, product(), sign)
    return value
  }

  function added(one: Quantity, other: Quantity, { text, column }: Sign): Quantity {
    if (text === '-' && one.day !== undefined && other.day !== undefined) {
      return quantityOf(ratio(BigInt(dayOf(one.day, column) - dayOf(other.day, column))), 'd')
    }
    if (one.day !== undefined || other.day !== undefined || !isLike(one, other)) {
      throw refuse(
        line,
        column,
        `${kindSaid(one)} and ${kindSaid(other)} cannot be ${text === '+' ? 'added' : 'subtracted'}`,
      )
    }
    if ([one, other].some(isDegrees))
      throw refuse(
        line,
        column,
        'temperatures in °C or °F cannot be added or subtracted; give them in K',
      )
    return kept(text === '+' ? add(one, other) : subtract(one, other), column)
  }

  function product(): Quantity {
    let value = signed()
    for (let sign = signIn('*/'); sign; sign = signIn('*/')) {
      const other = signed()
      if ([value, other].some((one) => one.day !== undefined || isDegrees(one)))
        throw refuse(
          line,
          sign.column,
          `${kindSaid(value)} and ${kindSaid(other)} cannot be ${sign.text === '*' ? 'multiplied' : 'divided'}`,
        )
      if (sign.text === '/' && isZero(other)) throw refuse(line, sign.column, 'a division by zero')
      value = kept(multiply(value, other, sign.text === '*' ? 1 : -1), sign.column)
    }
    return value
  }

  function signed(): Quantity {
    const sign = signIn('-')
    if (!sign) return raised()
    return nested(sign.column, () => {
      const value = signed()
      if (value.day !== undefined) throw refuse(line, sign.column, 'a date cannot be below zero')
      if (isDegrees(value))
        return quantityOf(times(numberOf(value), ratio(-1n)), Object.keys(value.parts)[0] ?? '')
      return multiply(value, pure(ratio(-1n)), 1)
    })
  }

  function raised(): Quantity {
    const base = primary()
    const sign = signIn('^')
    if (!sign) return base
    if (tokens[at - 2]?.kind === 'unit') {
      throw refuse(line, sign.column, 'is the number or the unit raised? Write (5 km)^2, or 5 km²')
    }
    const minus = signIn('-')
    const exponent = tokens[at++]
    const by =
      exponent?.kind === 'number' && exponent.value.d === 1n ? Number(exponent.value.n) : Number.NaN
    if (!(by <= 100))
      throw refuse(
        line,
        exponent?.column ?? endColumn(),
        'a power has to be a whole number up to 100',
      )
    if (base.day !== undefined || isDegrees(base))
      throw refuse(line, sign.column, `${kindSaid(base)} has no powers`)
    if (minus && isZero(base)) throw refuse(line, sign.column, 'a division by zero')
    if (size(base.value) * BigInt(by) > LONGEST) throw refuse(line, sign.column, TOO_LONG)
    return raise(base, minus ? -by : by)
  }

  function primary(): Quantity {
    const token = tokens[at++]
    if (!token) throw refuse(line, endColumn(), 'something is missing at the end')
    if (token.kind === 'number') return withUnit(token)
    if (token.kind === 'date') {
      dayOf(token.day, token.column)
      return { ...pure(ratio(0n)), day: token.day }
    }
    if (token.kind === 'sign' && token.text === '(')
      return nested(token.column, () => closed(token.column, [sum()])[0] ?? pure(ratio(0n)))
    if (token.kind === 'name') return valueOfName(token)
    if (token.kind === 'unit' && isCall(token.text)) return valueOfName(token)
    const money =
      token.kind === 'unit' && /^(?:[€£]|[A-Z]{3})$/.test(token.text) && unitNamed(token.text)
    const amount = tokens[at]
    if (money && amount?.kind === 'number') {
      at++
      return quantityOf(scaled(amount.value), money)
    }
    throw refuse(
      line,
      token.column,
      token.kind === 'unit'
        ? `“${token.text}” is a unit, and stands behind a number`
        : `a number or a name is expected, not “${textOf(token)}”`,
    )
  }

  /** A number, its scale, and its unit, which is read with what divides it (`5 EUR/kg`). */
  function withUnit({ value, column }: { value: Ratio; column: number }): Quantity {
    const number = scaled(value)
    const unit = tokens[at]
    const isConversion =
      unit !== undefined && isConverting(unit) && isUnitAt(at + 1) && !isUnitAt(at + 2)
    const named = unit?.kind === 'unit' && !isConversion ? unitNamed(unit.text) : null
    if (!named) return kept(pure(number), column)
    at++
    let quantity = quantityOf(number, named)
    for (
      let slash = tokens[at], below = tokens[at + 1];
      slash?.kind === 'sign' && slash.text === '/' && below?.kind === 'unit';
      slash = tokens[at], below = tokens[at + 1]
    ) {
      at += 2
      quantity = multiply(quantity, quantityOf(ratio(1n), unitNamed(below.text) ?? ''), -1)
    }
    return kept(quantity, column)
  }

  function scaled(value: Ratio): Ratio {
    const scale = tokens[at]
    const by = scale?.kind === 'name' ? SCALES[scale.text] : undefined
    if (by === undefined) return value
    at++
    return times(value, ratio(by))
  }

  /** `days` is a unit and a function. */
  function isCall(text: string): boolean {
    const opening = tokens[at]
    return isFunction(text) && opening?.kind === 'sign' && opening.text === '('
  }

  function valueOfName({ text, column }: { text: string; column: number }): Quantity {
    const opening = tokens[at]
    if (opening?.kind === 'sign' && opening.text === '(') {
      if (!isFunction(text))
        throw refuse(
          line,
          column,
          `there is no function “${text}”; there are age, days, change and round`,
        )
      at++
      const given = nested(opening.column, () => {
        const list = [sum()]
        while (signIn(',')) list.push(sum())
        return closed(opening.column, list)
      })
      return callFunction(text, given, (what) => refuse(line, column, what))
    }
    const value = values.get(text)
    if (!value) throw refuse(line, column, `“${text}” has no value yet`)
    return value
  }

  function closed(column: number, values: Quantity[]): Quantity[] {
    if (!signIn(')')) throw refuse(line, column, 'this bracket is not closed')
    return values
  }

  function nested<T>(column: number, inner: () => T): T {
    if (++depth > DEEPEST)
      throw refuse(line, column, `more than ${DEEPEST} brackets or signs in each other`)
    const value = inner()
    depth--
    return value
  }

  function isUnitAt(place: number): boolean {
    return tokens[place]?.kind === 'unit'
  }

  function signIn(signs: string): Sign | null {
    const token = tokens[at]
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return null
    at++
    return token
  }

  function kept(quantity: Quantity, column: number): Quantity {
    if (size(quantity.value) > LONGEST) throw refuse(line, column, TOO_LONG)
    return quantity
  }

  function dayOf(day: string, column: number): number {
    const number = dayNumber(day)
    if (number === null) throw refuse(line, column, `${day} is no day of the calendar`)
    return number
  }

  function endColumn(): number {
    return (tokens.at(-1)?.column ?? 0) + 1
  }
}

/** `in` stands for inches too, but not before a unit. */
const isConverting = (token: Token) =>
  (token.kind === 'name' || token.kind === 'unit') && /^(?:in|as|to)$/.test(token.text)

interface Sign {
  text: string
  column: number
}

const TOO_LONG = 'a number comes out too long'

const SCALES: Readonly<Record<string, bigint>> = {
  ...{ hundred: 100n, thousand: 1000n, million: 1_000_000n, billion: 1_000_000_000n },
  ...{ trillion: 1_000_000_000_000n, lakh: 100_000n, crore: 10_000_000n },
}

/** Binary digits of the longer of its two parts. */
const size = ({ n, d }: Ratio) => BigInt(Math.max(n.toString(16).length, d.toString(16).length) * 4)

const kindSaid = (quantity: Quantity) =>
  quantity.day ? 'a date' : symbolOf(quantity) || 'a number without a unit'

const textOf = (token: Token) =>
  'text' in token ? token.text : token.kind === 'date' ? token.day : 'a number'
