import { plus, type Ratio, ratio, tenTo, ZERO } from '../quantities/ratio'

/** A number in a text: where it ends, what it is, and what one more in its last digit would add. */
export interface NumberRead {
  end: number
  value: Ratio
  step: Ratio
}

/**
 * The number that begins with the digit or fraction at an offset. Of a point and a comma the last one parts the
 * decimals; one that stands alone parts thousands where three digits follow it and it is not the decimal
 * sign of the language. Spaces (thin and narrow ones too) and apostrophes part thousands. Null for
 * what is no number, such as `1.2.3`.
 */
export function numeralAt(text: string, at: number, decimal: '.' | ','): NumberRead | null {
  NUMERAL.lastIndex = at
  const [all = '', digits = '', fraction = ''] = NUMERAL.exec(text) ?? []
  if (all === '') return null
  const number = digits === '' ? { value: ZERO, step: ratio(1n) } : readDigits(digits, decimal)
  if (!number) return null
  const part = FRACTIONS[fraction]
  if (!part) return { end: at + all.length, ...number }
  return { end: at + all.length, value: plus(number.value, part), step: ratio(1n, part.d) }
}

const NUMERAL =
  /(\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,9}(?!\d)(?:[.,]\d{1,12}(?!\d))?|\.\d{1,12}|\d{1,30}(?:[.,·'’]\d{1,30}){0,12}|)([¼-¾⅐-⅞]?)/uy

const FRACTIONS: Readonly<Record<string, Ratio>> = {
  ...{ '¼': ratio(1n, 4n), '½': ratio(1n, 2n), '¾': ratio(3n, 4n), '⅐': ratio(1n, 7n) },
  ...{ '⅑': ratio(1n, 9n), '⅒': ratio(1n, 10n), '⅓': ratio(1n, 3n), '⅔': ratio(2n, 3n) },
  ...{ '⅕': ratio(1n, 5n), '⅖': ratio(2n, 5n), '⅗': ratio(3n, 5n), '⅘': ratio(4n, 5n) },
  ...{ '⅙': ratio(1n, 6n), '⅚': ratio(5n, 6n), '⅛': ratio(1n, 8n), '⅜': ratio(3n, 8n) },
  ...{ '⅝': ratio(5n, 8n), '⅞': ratio(7n, 8n) },
}

function readDigits(digits: string, decimal: '.' | ','): Omit<NumberRead, 'end'> | null {
  const plain = digits.replaceAll(/[ \u00a0\u2009\u202f'’]/g, '').replaceAll('·', '.')
  const point = decimalPoint(plain, decimal)
  if (point === null) return null
  const [whole, part] = [plain.slice(0, point), plain.slice(point + 1)]
  const value = ratio(BigInt(whole.replaceAll(/\D/g, '') + part), 10n ** BigInt(part.length))
  return { value, step: tenTo(-part.length) }
}

/** Where the decimals begin, the length of the text if it has none, null if its signs make no sense. */
function decimalPoint(text: string, decimal: '.' | ','): number | null {
  const signs = [...text.matchAll(/[.,]/g)]
  const last = signs.at(-1)
  if (!last) return text.length
  const isAlone = signs.filter(([sign]) => sign === last[0]).length === 1
  const others = signs.filter(([sign]) => sign !== last[0])
  if (others.length > 0) {
    const whole = text.slice(0, last.index)
    return isAlone && isGrouped(whole) ? last.index : null
  }
  if (!isAlone) return isGrouped(text) ? text.length : null
  return last[0] !== decimal && isGrouped(text) ? text.length : last.index
}

/** Thousands by threes, or by twos before the last three as in India (`12,34,567`). */
const isGrouped = (text: string) =>
  /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$|^\d{1,2}(?:,\d\d)+,\d{3}$/.test(text)
