import type { Span } from '../../../text/blocks'
import { isCurrency, MONEY_SIGNS, MONEY_WORDS } from '../quantities/currencies'
import { ONE, type Ratio, ratio } from '../quantities/ratio'
import { UNIT_SYMBOLS, UNIT_WORDS } from './unit-words'

/** A unit as a text names it: what it can mean, and how many of that it is (a penny is a hundredth of a pound). */
export interface UnitNamed {
  end: number
  units: readonly string[]
  factor: Ratio
}

/** The unit that stands behind a number that ends at an offset, over a space or a hyphen at most: the longest that fits. */
export function unitAt(text: string, at: number): UnitNamed | null {
  let longest: UnitNamed | null = null
  for (const { pattern, units, factor } of namesFrom(text, at)) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (!found || pattern.lastIndex <= (longest?.end ?? 0)) continue
    longest = { end: pattern.lastIndex, units, factor }
  }
  return longest ?? codeAt(text, at)
}

/** The currencies whose sign or code stands before a number, in the span that ends there, and where it begins. */
export function currencyBefore(
  text: string,
  { start, end }: Span,
): { start: number; units: readonly string[] } | null {
  const [all = '', sign = ''] = BEFORE.exec(text.slice(Math.max(start, end - 6), end)) ?? []
  if (sign === '') return null
  const units = isCurrency(sign) ? [sign] : (MONEY_SIGNS[sign] ?? MONEY_WORDS[sign.toLowerCase()])
  return units ? { start: end - all.length, units } : null
}

const BEFORE = /(?<![\p{L}\p{N}])((?:US|C|A|NZ|HK|S|R)?\p{Sc}|[A-Z]{3}|Rs|TL)\.?[ \u00a0\u202f]?$/u

const CODE = /[ \u00a0\u202f]?([A-Z]{3})(?![\p{L}\p{N}])/uy

function codeAt(text: string, at: number): UnitNamed | null {
  CODE.lastIndex = at
  const code = CODE.exec(text)?.[1] ?? ''
  return isCurrency(code) ? { end: CODE.lastIndex, units: [code], factor: ONE } : null
}

const HUNDREDTH = ratio(1n, 100n)

interface UnitName extends Omit<UnitNamed, 'end'> {
  /** The ways to write it, as a pattern. */
  names: string
  pattern: RegExp
}

const NAMES: readonly UnitName[] = [
  ...UNIT_WORDS.map(([names, units]) => name(names, units.split(','), 'iuy')),
  ...UNIT_SYMBOLS.map(([symbols, units]) => name(symbols, units.split(','), 'uy')),
  ...Object.entries(MONEY_WORDS).map(([word, units]) => name(escaped(word), units, 'iuy')),
  ...Object.entries(MONEY_SIGNS).map(([sign, units]) => name(escaped(sign), units, 'uy')),
  name('basis points?', ['pp'], 'iuy', HUNDREDTH),
  name('cents?', ['USD', 'EUR', 'CAD', 'AUD'], 'iuy', HUNDREDTH),
  name('pence', ['GBP'], 'iuy', HUNDREDTH),
  name('‰', ['%'], 'uy', ratio(1n, 10n)),
  { names: 'p', pattern: /p(?![\p{L}\p{N}])/uy, units: ['GBP'], factor: HUNDREDTH },
]

/** The names that can begin as the text goes on behind a number: most figures have no unit, and each name asked costs. */
function namesFrom(text: string, at: number): readonly UnitName[] {
  BEGINNING.lastIndex = at
  const [, behind = '', first = ''] = BEGINNING.exec(text) ?? []
  const names = BY_LETTER.get(first.toLowerCase()) ?? NONE
  return behind === '' ? names : [...names, ...(BY_LETTER.get(behind.toLowerCase()) ?? NONE)]
}

/** The first sign behind a space or hyphen, and the one behind “de” where that stands there. */
const BEGINNING = /[ \u00a0\u202f-]?(?:(?=(?:de |d[’'])(.))|)(.)/isuy
const NONE: readonly UnitName[] = []

/** The names by the signs that they, or what could be taken for a way to write them, begin with. */
const BY_LETTER: ReadonlyMap<string, readonly UnitName[]> = byLetter()

function byLetter() {
  const names = new Map<string, UnitName[]>()
  for (const one of NAMES) {
    const letters = one.names
      .split('|')
      .map((way) => /[^\\()[?:]/u.exec(way)?.[0].toLowerCase() ?? '')
    for (const letter of new Set(letters)) names.set(letter, [...(names.get(letter) ?? []), one])
  }
  return names
}

function name(names: string, units: readonly string[], flags: string, factor = ONE): UnitName {
  const behind = /[\p{L}\p{N}]\??$/u.test(names) ? '(?![\\p{L}\\p{N}\\p{M}])' : ''
  return {
    names,
    pattern: new RegExp(`[ \\u00a0\\u202f-]?(?:de |d[’'])?(?:${names})${behind}`, flags),
    units,
    factor,
  }
}

function escaped(text: string) {
  return text.replaceAll(/[.$]/g, '\\$&')
}
