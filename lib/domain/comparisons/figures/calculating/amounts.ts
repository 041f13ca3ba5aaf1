import { type Ratio, ratio, times } from '../quantities/ratio'
import type { Cursor } from './cursor'
import { kept } from './operations'
import { multiply, pure, type Quantity, quantityOf } from './quantity'
import { type Token, unitNamed } from './tokens'

/** A number that was just taken, with its scale and its unit, which is read with what divides it (`5 EUR/kg`). */
export function amountOf(
  cursor: Cursor,
  { value, column }: { value: Ratio; column: number },
): Quantity {
  const refuse = (what: string) => cursor.refuse(column, what)
  const number = scaled(cursor, value)
  const unit = cursor.peek()
  const isConversion =
    unit !== undefined && isConverting(unit) && cursor.isUnit(1) && !cursor.isUnit(2)
  const named = unit?.kind === 'unit' && !isConversion ? unitNamed(unit.text) : null
  if (!named) return kept(pure(number), refuse)
  cursor.take()
  let quantity = quantityOf(number, named)
  while (cursor.isSign('/') && cursor.isUnit(1)) {
    cursor.take()
    const below = cursor.take()
    const name = below?.kind === 'unit' ? unitNamed(below.text) : null
    quantity = multiply(quantity, quantityOf(ratio(1n), name ?? ''), -1)
  }
  return kept(quantity, refuse)
}

/** An amount whose currency, which was just taken, stands before its number; null where it is none. */
export function moneyOf(cursor: Cursor, sign: Token): Quantity | null {
  if (sign.kind !== 'unit' || !/^(?:[€£]|[A-Z]{3})$/.test(sign.text)) return null
  const [money, amount] = [unitNamed(sign.text), cursor.peek()]
  if (!money || amount?.kind !== 'number') return null
  cursor.take()
  return quantityOf(scaled(cursor, amount.value), money)
}

/** `in` stands for inches too, but not before a unit. */
export const isConverting = (token: Token) =>
  (token.kind === 'name' || token.kind === 'unit') && /^(?:in|as|to)$/.test(token.text)

function scaled(cursor: Cursor, value: Ratio): Ratio {
  const scale = cursor.peek()
  const by = scale?.kind === 'name' ? SCALES[scale.text] : undefined
  if (by === undefined) return value
  cursor.take()
  return times(value, ratio(by))
}

const SCALES: Readonly<Record<string, bigint>> = {
  ...{ hundred: 100n, thousand: 1000n, million: 1_000_000n, billion: 1_000_000_000n },
  ...{ trillion: 1_000_000_000_000n, lakh: 100_000n, crore: 10_000_000n },
}
