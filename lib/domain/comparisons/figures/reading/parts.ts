import { type Exact, over, ratio, ratioOf, times, written } from '../quantities/ratio'
import type { Vocabulary } from './languages/vocabulary'
import { numberWordsAt } from './number-words'
import { type NumberRead, numeralAt } from './numerals'

interface PartRead {
  end: number
  units: readonly string[]
  low: Exact
  high: Exact
  step: Exact
}

/**
 * A part of a whole: `two-thirds`, `half of`, `a third of`, `one in three`, `2 out of 5`. With a scale behind it a half is a
 * number (`half a million`).
 */
export function fractionAt(
  text: string,
  at: number,
  words: Vocabulary,
  number?: NumberRead,
): PartRead | null {
  const first = number ?? numberWordsAt(text, at, words)
  const out = first && OUT_OF.exec(text.slice(first.end, first.end + 8))?.[0]
  if (first && out) {
    const from = first.end + out.length
    const whole = numeralAt(text, from, words.decimal) ?? numberWordsAt(text, from, words)
    if (whole && whole.value.n > first.value.n && whole.value.d === 1n && first.value.d === 1n)
      return part(whole.end, written(over(first.value, whole.value)))
  }
  const named = partWord(text, first ? first.end : at, first !== null, words)
  if (!named) return null
  const many = first?.value ?? ratio(1n)
  const share = over(many, ratio(named.of))
  const scale = named.of === 2n ? HALF_OF_SCALE.exec(text.slice(named.end))?.[1] : undefined
  const by = scale && words.scales.get(scale.toLowerCase())
  if (scale && by) {
    const end = named.end + text.slice(named.end).indexOf(scale) + scale.length
    const value = written(times(share, ratio(by)))
    return { end, units: ['count'], low: value, high: value, step: value }
  }
  const isPlain = many.d === 1n && many.n > 0n && many.n <= named.of
  return isPlain ? part(named.end, written(share)) : null
}

const OUT_OF = /^ (?:in|out of|von|sur|de cada|из) /iu
const HALF_OF_SCALE = /^ (?:an? )?(\p{L}+)/u

const part = (end: number, share: Exact): PartRead => {
  const percent = written(times(ratioOf(share), ratio(100n)))
  return { end, units: ['%'], low: percent, high: percent, step: '0' }
}

/** A word for a part, at once or behind a number; what can be an ordinal or a quarter of the year has to be said to be a part of something. */
function partWord(
  text: string,
  at: number,
  isBehindNumber: boolean,
  words: Vocabulary,
): { end: number; of: bigint } | null {
  PART.lastIndex = at
  const [all = '', gap = '', word = ''] = PART.exec(text) ?? []
  const of = words.parts.get(word.toLowerCase())
  if (of === undefined || (gap === '') === isBehindNumber) return null
  const end = at + all.length
  const isSaid = PART_OF.test(text.slice(end, end + 12))
  if (isBehindNumber)
    return /s$/i.test(word) ||
      isSaid ||
      gap === '-' ||
      !/^(?:third|quarter|fifth|sixth|seventh|eighth|tenth|cuarto|quinto)$/i.test(word)
      ? { end, of }
      : null
  const isWholeWord = of === 2n || /^(?:треть|четверть|трети|четверти)$/i.test(word)
  return isWholeWord &&
    (isSaid ||
      (of === 2n && HALF_OF_SCALE.test(text.slice(end)) && isHalfScale(text.slice(end), words)))
    ? { end, of }
    : null
}

const isHalfScale = (behind: string, words: Vocabulary) =>
  words.scales.has(HALF_OF_SCALE.exec(behind)?.[1]?.toLowerCase() ?? '')

const PART = /([ -]?)(\p{L}+)/uy
const PART_OF =
  /^(?: of | (?:the|its|their|all|his|her) | der | des | aller | de | du | des | всех | \p{Ll}*ов|[.,;:!?)]|$)/u

/** How many times as much: `doubled`, `threefold`, `three times as many`. */
export function multipleAt(
  text: string,
  at: number,
  words: Vocabulary,
  number?: NumberRead,
): PartRead | null {
  if (number) {
    words.times.lastIndex = number.end
    if (!words.times.test(text)) return null
    const value = written(number.value)
    return {
      end: words.times.lastIndex,
      units: ['×'],
      low: value,
      high: value,
      step: written(number.step),
    }
  }
  WORD.lastIndex = at
  const word = WORD.exec(text)?.[0] ?? ''
  const value = words.multiples.get(word.toLowerCase())
  if (value === undefined) return null
  const exact = written(ratioOf(value))
  return { end: at + word.length, units: ['×'], low: exact, high: exact, step: '0' }
}

const WORD = /\p{L}[\p{L}\p{M}]*/uy
