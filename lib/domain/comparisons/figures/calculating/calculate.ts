import { type Exact, type Ratio, ratio, written } from '../quantities/ratio'
import { shown, shownInFull } from '../quantities/shown'
import { evaluate } from './evaluate'
import { isFunction } from './functions'
import { numberOf, type Quantity, symbolOf } from './quantity'
import { refuse } from './refuse'
import { type Token, tokensOf } from './tokens'

/** A line of a calculation and what it comes to, to be kept as it is. */
export interface CalculatedLine {
  /** From 1, as the person counts them. */
  line: number
  /** What the value was called, if it was. */
  name: string | null
  /** The line as it was written. */
  text: string
  /** Exactly; a day as `2017-09-12`. */
  value: Exact
  /** The unit's symbol, `%`, a code of ISO 4217, `date`, or nothing. */
  unit: string
  /** As a report prints it: `402.336 km`. */
  shown: string
}

/** How long a calculation may be, in UTF-16 units and in lines. */
const MOST_UNITS = 4_000
const MOST_LINES = 100

/**
 * Works out lines of arithmetic over named values, in exact numbers and with their units:
 *
 *     range = 250 mi in km
 *     share = 45 / 120 as %
 *     growth = (b - a) / a
 *
 * There are `+ - * / ^`, brackets, scales (`2.5 million EUR`), dates (`2017-09-12`) and the functions `age(birth, day)`,
 * `days(from, to)`, `change(from, to)` and `round(value, places)`. A point parts decimals, a comma thousands. Refuses
 * what does not fit together, by line and column, and a calculation of more than 4,000 UTF-16 units or 100 lines.
 */
export function calculate(lines: string): CalculatedLine[] {
  if (lines.length > MOST_UNITS)
    throw refuse(null, null, `A calculation has at most ${MOST_UNITS} characters`)
  const each = lines.split(/\r\n|\r|\n/)
  if (each.length > MOST_LINES)
    throw refuse(null, null, `A calculation has at most ${MOST_LINES} lines`)
  const values = new Map<string, Quantity>()
  const calculated = each.flatMap((text, index) => {
    const tokens = tokensOf(text, index + 1)
    return tokens.length === 0 ? [] : calculateLine(text, tokens, index + 1, values)
  })
  if (calculated.length === 0) throw refuse(null, null, 'A calculation needs a line of arithmetic')
  return calculated
}

function calculateLine(
  text: string,
  tokens: readonly Token[],
  line: number,
  values: Map<string, Quantity>,
): CalculatedLine {
  const name = nameIn(tokens, line, values)
  const value = evaluate(name === null ? tokens : tokens.slice(2), line, values)
  if (name !== null) values.set(name, value)
  if (value.day !== undefined)
    return { line, name, text, value: value.day, unit: 'date', shown: value.day }
  const [number, unit] = [numberOf(value), symbolOf(value)]
  return {
    line,
    name,
    text,
    value: written(number),
    unit,
    shown: `${shownNumber(number)} ${unit}`.trim(),
  }
}

/** The name before `=`; each is given once, and none that means something else. */
function nameIn(
  [first, equals]: readonly Token[],
  line: number,
  values: ReadonlyMap<string, Quantity>,
): string | null {
  if (equals?.kind !== 'sign' || equals.text !== '=' || !first) return null
  if (first.kind === 'unit')
    throw refuse(line, first.column, `“${first.text}” is a unit, and cannot be a name`)
  if (first.kind !== 'name') throw refuse(line, first.column, 'a name is expected before “=”')
  if (isFunction(first.text) || /^(?:in|as|to)$/.test(first.text))
    throw refuse(line, first.column, `“${first.text}” cannot be a name`)
  if (values.has(first.text))
    throw refuse(line, first.column, `“${first.text}” has a value already`)
  return first.text
}

/** All digits while they are few; else twelve, and said so. */
function shownNumber(number: Ratio): string {
  const exact = shownInFull(number)
  return exact.length <= 20 || isWhole(number) ? exact : `≈ ${shown(number, 12)}`
}

const isWhole = ({ d }: Ratio) => d === ratio(1n).d
