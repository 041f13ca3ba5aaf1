import { ratio } from '../quantities/ratio'
import { amountOf, isConverting, moneyOf } from './amounts'
import { Cursor, textOf } from './cursor'
import { callFunction, isFunction } from './functions'
import { added, convertedTo, dayOf, multiplied, negated, raisedTo } from './operations'
import { pure, type Quantity } from './quantity'
import { type Token, unitNamed } from './tokens'

/**
 * The value of a line of arithmetic over named values: `+ - * / ^`, brackets, functions, and at its end `in` or `as` with
 * a unit. Computes as it reads, and calls nothing but the functions that it knows.
 */
export function evaluate(
  tokens: readonly Token[],
  line: number,
  values: ReadonlyMap<string, Quantity>,
): Quantity {
  const cursor = new Cursor(tokens, line)
  const at = (column: number) => (what: string) => cursor.refuse(column, what)
  const result = conversion()
  const left = cursor.peek()
  if (left) throw cursor.refuse(left.column, `“${textOf(left)}” is not expected here`)
  return result

  function conversion(): Quantity {
    const value = sum()
    const word = cursor.peek()
    if (!word || !isConverting(word)) return value
    cursor.take()
    const unit = cursor.take()
    const named = unit && 'text' in unit ? unitNamed(unit.text) : null
    if (!unit || !named) {
      throw cursor.refuse(unit?.column, `a unit is missing behind “${textOf(word)}”`)
    }
    return convertedTo(value, named, at(unit.column))
  }

  function sum(): Quantity {
    let value = product()
    for (let sign = cursor.sign('+-'); sign; sign = cursor.sign('+-')) {
      value = added(sign.text, [value, product()], at(sign.column))
    }
    return value
  }

  function product(): Quantity {
    let value = signed()
    for (let sign = cursor.sign('*/'); sign; sign = cursor.sign('*/')) {
      value = multiplied(sign.text, [value, signed()], at(sign.column))
    }
    return value
  }

  function signed(): Quantity {
    const sign = cursor.sign('-')
    if (!sign) return raised()
    return cursor.within(sign.column, () => negated(signed(), at(sign.column)))
  }

  function raised(): Quantity {
    const base = primary()
    const sign = cursor.sign('^')
    if (!sign) return base
    if (cursor.isUnit(-2)) {
      throw cursor.refuse(sign.column, 'is the number or the unit raised? Write (5 km)^2, or 5 km²')
    }
    const isBelow = cursor.sign('-') !== null
    const exponent = cursor.take()
    const isWhole = exponent?.kind === 'number' && exponent.value.d === 1n
    const by = isWhole ? Number(exponent.value.n) : Number.NaN
    if (!(by <= 100)) {
      throw cursor.refuse(exponent?.column, 'a power has to be a whole number up to 100')
    }
    return raisedTo(base, { by, isBelow }, at(sign.column))
  }

  function primary(): Quantity {
    const token = cursor.take()
    if (!token) throw cursor.refuse(undefined, 'something is missing at the end')
    if (token.kind === 'number') return amountOf(cursor, token)
    if (token.kind === 'date') {
      dayOf(token.day, at(token.column))
      return { ...pure(ratio(0n)), day: token.day }
    }
    if (token.kind === 'sign' && token.text === '(') {
      const inside = () => closed(token.column, [sum()])
      return cursor.within(token.column, inside)[0] ?? pure(ratio(0n))
    }
    if (token.kind === 'name') return valueOfName(token)
    // `days` is a unit and a function.
    if (token.kind === 'unit' && isFunction(token.text) && cursor.isSign('(')) {
      return valueOfName(token)
    }
    const money = moneyOf(cursor, token)
    if (money) return money
    throw cursor.refuse(
      token.column,
      token.kind === 'unit'
        ? `“${token.text}” is a unit, and stands behind a number`
        : `a number or a name is expected, not “${textOf(token)}”`,
    )
  }

  function valueOfName({ text, column }: { text: string; column: number }): Quantity {
    const opening = cursor.sign('(')
    if (opening) {
      if (!isFunction(text)) throw cursor.refuse(column, noFunction(text))
      const given = cursor.within(opening.column, () => {
        const list = [sum()]
        while (cursor.sign(',')) list.push(sum())
        return closed(opening.column, list)
      })
      return callFunction(text, given, at(column))
    }
    const value = values.get(text)
    if (!value) throw cursor.refuse(column, `“${text}” has no value yet`)
    return value
  }

  function closed(column: number, values: Quantity[]): Quantity[] {
    if (!cursor.sign(')')) throw cursor.refuse(column, 'this bracket is not closed')
    return values
  }
}

const noFunction = (name: string) =>
  `there is no function “${name}”; there are age, days, change and round`
