import { ratio } from '../quantities/ratio'
import type { Vocabulary } from './languages/vocabulary'
import type { NumberRead } from './numerals'

/** A number in words, and whether it is only the word for one, or an article. */
export interface WordsRead extends NumberRead {
  alone: 'one' | 'article' | null
}

/** The longest number that begins with the word at an offset (`three hundred and twelve thousand`), or null if it is no number word. */
export function numberWordsAt(text: string, at: number, words: Vocabulary): WordsRead | null {
  let sum: Sum = { total: 0n, below: 0n, step: 1n }
  let end = at
  for (let next = wordAt(text, at, words); next; next = nextWord(text, end, sum, words)) {
    const longer = added(sum, next.value)
    if (!longer) break
    sum = longer
    end = next.end
    if (next.alone && !nextWord(text, end, sum, words)) {
      if (sum.total + sum.below === 1n) return { ...read(sum, end), alone: next.alone }
    }
  }
  if (end === at) return null
  return { ...read(sum, end), alone: null }
}

interface Sum {
  /** What is finished with a scale. */
  total: bigint
  /** What stands below a thousand, and waits for its scale. */
  below: bigint
  step: bigint
}

interface Word {
  end: number
  value: bigint
  alone: WordsRead['alone']
}

const read = ({ total, below, step }: Sum, end: number): NumberRead => ({
  end,
  value: ratio(total + below),
  step: ratio(step),
})

const WORD = /\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)?/uy

function wordAt(text: string, at: number, words: Vocabulary): Word | null {
  WORD.lastIndex = at
  const long = WORD.exec(text)?.[0].toLowerCase()
  if (!long) return null
  for (const word of new Set([long, long.replace(/-.*/u, '')])) {
    const value = words.numbers.get(word) ?? words.scales.get(word)
    const alone = words.ones.has(word) ? 'one' : words.articles.has(word) ? 'article' : null
    if (alone) return { end: at + word.length, value: 1n, alone }
    if (value !== undefined) return { end: at + word.length, value, alone: null }
    const compound = words.isCompounding ? compoundValue(word, words) : null
    if (compound !== null) return { end: at + word.length, value: compound, alone: null }
  }
  return null
}

/** The number word that goes on behind one, over a space, a hyphen or a joining word. */
function nextWord(text: string, end: number, sum: Sum, words: Vocabulary): Word | null {
  GAP.lastIndex = end
  const gap = GAP.exec(text)?.[0] ?? ''
  if (gap === '') return null
  const next = wordAt(text, end + gap.length, words)
  if (next)
    return next.alone === 'article' && /^an?$/i.test(text.slice(end + gap.length, next.end))
      ? null
      : next
  JOINED.lastIndex = end
  const [joined = '', joiner = ''] = JOINED.exec(text) ?? []
  if (!words.joiners.has(joiner.toLowerCase()) || !mayJoin(sum, joiner.toLowerCase())) return null
  const behind = wordAt(text, end + joined.length, words)
  return behind && behind.value < 100n ? behind : null
}

const GAP = /[ \u00a0\u202f-]/y
const JOINED = /[ \u00a0-](\p{L}+)[ \u00a0-]/uy

/** English joins behind hundreds (`three hundred and two`), others behind tens (`treinta y uno`). */
const mayJoin = ({ total, below }: Sum, joiner: string) =>
  joiner === 'and'
    ? below % 100n === 0n && (below > 0n || total >= 1000n)
    : below % 10n === 0n && below % 100n >= 20n

/** A sum with one more word, or null where that word begins another number. */
function added({ total, below }: Sum, value: bigint): Sum | null {
  if (value >= 1000n) {
    if (value > total)
      return { total: (total + below || 1n) * value, below: 0n, step: isScale(value) ? value : 1n }
    return below === 0n ? null : { total: total + below * value, below: 0n, step: value }
  }
  if (value === 100n && below > 0n)
    return below < 100n ? { total, below: below * 100n, step: 1n } : null
  return fits(below, value) ? { total, below: below + value, step: 1n } : null
}

/** Tens take ones, hundreds what is below them, and French sixty and eighty the teens. */
function fits(below: bigint, value: bigint): boolean {
  if (below === 0n) return true
  const tens = below % 100n
  if (tens === 0n) return value < 100n
  if (tens < 20n || tens % 10n !== 0n) return false
  return value < 10n || (value < 20n && (tens === 60n || tens === 80n))
}

/** A German number in one word (`dreihundertfünfundzwanzigtausend`). */
function compoundValue(word: string, words: Vocabulary): bigint | null {
  const [, thousands, rest] = /^(.*?)tausend(?:und)?(.*)$/u.exec(word) ?? [null, null, word]
  if (thousands === null || thousands === undefined) return belowThousand(rest ?? '', words)
  const [many, few] = [
    thousands === '' ? 1n : belowThousand(thousands, words),
    rest === '' ? 0n : belowThousand(rest ?? '', words),
  ]
  return many === null || few === null ? null : many * 1000n + few
}

function belowThousand(word: string, words: Vocabulary): bigint | null {
  const [, hundreds, rest] = /^(.*?)hundert(?:und)?(.*)$/u.exec(word) ?? []
  if (hundreds === undefined || rest === undefined) return belowHundred(word, words)
  const many = hundreds === '' ? 1n : (words.numbers.get(hundreds) ?? null)
  const few = rest === '' ? 0n : belowHundred(rest, words)
  return many === null || few === null ? null : many * 100n + few
}

function belowHundred(word: string, words: Vocabulary): bigint | null {
  const whole = words.numbers.get(word)
  if (whole !== undefined) return whole
  const [, ones = '', tens = ''] = /^(.+?)und(.+)$/u.exec(word) ?? []
  const [one, ten] = [words.numbers.get(ones), words.numbers.get(tens)]
  return one !== undefined && ten !== undefined && one < 10n && ten >= 20n && ten < 100n
    ? one + ten
    : null
}

/** Whether a value is a power of ten, as each scale is. */
const isScale = (value: bigint) => /^10+$/.test(String(value))
