import { isCurrency } from '../quantities/currencies'
import { type Ratio, ratioOf } from '../quantities/ratio'
import { findUnit } from '../quantities/units'
import { refuse } from './refuse'

/** A piece of a line of arithmetic, with its column from 1 in UTF-16 units. */
export type Token = { column: number } & (
  | { kind: 'number'; value: Ratio }
  | { kind: 'date'; day: string }
  | { kind: 'unit' | 'name' | 'sign'; text: string }
)

/** Cuts a line into pieces; `#` begins a remark. Refuses a sign that is none of arithmetic. */
export function tokensOf(text: string, line: number): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length && text[at] !== '#') {
    PIECE.lastIndex = at
    const found = PIECE.exec(text)
    const column = at + 1
    if (!found)
      throw refuse(
        line,
        column,
        `“${String.fromCodePoint(text.codePointAt(at) ?? 0)}” is no sign of arithmetic`,
      )
    at = PIECE.lastIndex
    const token = tokenOf(found.groups ?? {}, column)
    if (token) tokens.push(token)
  }
  return tokens
}

/** The units that can be written, longest first, so that `km/h` is one. */
const SPELLED: Readonly<Record<string, string>> = {
  ...{
    km2: 'km²',
    m2: 'm²',
    m3: 'm³',
    miles: 'mi',
    mile: 'mi',
    feet: 'ft',
    hours: 'h',
    hour: 'h',
    days: 'd',
    day: 'd',
  },
  ...{
    weeks: 'wk',
    years: 'yr',
    year: 'yr',
    months: 'mo',
    acres: 'acre',
    tonnes: 't',
    pp: 'pp',
    '€': 'EUR',
    '£': 'GBP',
    L: 'l',
  },
}

/** A unit as it is written in a calculation, or null; a sign of money that can mean several currencies is none. */
export function unitNamed(text: string): string | null {
  const unit = SPELLED[text] ?? text
  return unit === '%' || isCurrency(unit) || findUnit(unit) ? unit : null
}

const PIECE =
  /(?<space>[ \t\u00a0]+)|(?<date>\d{4}-\d\d-\d\d(?!\d))|(?<number>(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+)|(?<unit>[%€£]|(?:US gal|imp gal|short ton|long ton|sq (?:ft|yd|mi)|km\/h|m\/s|°[CF]|(?:km|cm|m)²|m³|(?:km|m)2|m3)(?![\p{L}\p{N}_]))|(?<name>\p{L}[\p{L}\p{M}\p{N}_]*)|(?<sign>[-−–+*/×·÷^()=,])/uy

function tokenOf(found: Record<string, string | undefined>, column: number): Token | null {
  const { date, number, unit, name, sign } = found
  if (date) return { kind: 'date', day: date, column }
  if (number)
    return {
      kind: 'number',
      value: ratioOf(number.replaceAll(',', '').replace(/^\./, '0.')),
      column,
    }
  if (unit) return { kind: 'unit', text: unit, column }
  if (name) return { kind: unitNamed(name) ? 'unit' : 'name', text: name, column }
  if (sign) return { kind: 'sign', text: SIGNS[sign] ?? sign, column }
  return null
}

const SIGNS: Readonly<Record<string, string>> = { '−': '-', '–': '-', '×': '*', '·': '*', '÷': '/' }
