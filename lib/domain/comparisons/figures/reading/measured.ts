import type { Span } from '../../../text/blocks'
import {
  type Exact,
  ONE,
  plus,
  type Ratio,
  ratio,
  tenTo,
  times,
  written,
} from '../quantities/ratio'
import type { Hedge, Vocabulary } from './languages/vocabulary'
import { numberWordsAt } from './number-words'
import { type NumberRead, numeralAt } from './numerals'
import { fractionAt, multipleAt } from './parts'
import { currencyBefore, unitAt } from './unit-names'

/** A number with its unit, not yet with what stands around it. */
export interface Measured {
  start: number
  end: number
  units: readonly string[]
  low: Exact
  high: Exact
  step: Exact
  /** Has no unit of its own, and so can take that of the figure at the other end of a range. */
  isBare: boolean
  /** The scale that multiplied it (`million`), which the other end of a range may share. */
  scale?: Exact
  hedge: Hedge | null
}

interface Place {
  words: Vocabulary
  /** Where the figure before ends. */
  from: number
  /** The digit or word that stands at the offset. */
  beginning: string
}

/** The figure that begins with the digit or word at an offset, or null. */
export function measuredAt(
  text: string,
  at: number,
  { words, from, beginning }: Place,
): Measured | null {
  const isWord = /^\p{L}/u.test(beginning)
  if (isWord && !mayBegin(beginning, words)) return null
  if (isWord) {
    const part = fractionAt(text, at, words) ?? multipleAt(text, at, words)
    if (part) return { start: at, ...part, isBare: false, hedge: null }
  } else if (isPartOfName(text, at, from)) return null
  const number = isWord ? numberWordsAt(text, at, words) : numeralAt(text, at, words.decimal)
  if (!number) return null
  const part = fractionAt(text, at, words, number) ?? multipleAt(text, at, words, number)
  if (part) return { start: at, ...part, isBare: false, hedge: null }
  return withUnit(text, at, number, { words, from })
}

/** Almost every word is none that a figure begins with, so this is asked first. */
function mayBegin(word: string, words: Vocabulary): boolean {
  const lower = word.toLowerCase()
  if (words.numbers.has(lower) || words.ones.has(lower) || words.articles.has(lower)) return true
  if (words.scales.has(lower)) return /^(?:mil|mille|tausend|bin|тысяча|тысячи)$/.test(lower)
  if (words.multiples.has(lower) || words.parts.has(lower)) return true
  return (
    lower === 'quatre' ||
    (words.isCompounding && /hundert|tausend|und(?:zw|dr|vi|fü|se|si|ac|ne)/.test(lower))
  )
}

/** A digit behind a letter, a letter's hyphen or a mark of reference belongs to a name: `S-400`, `No. 5`, `Article 5`. */
function isPartOfName(text: string, at: number, from: number): boolean {
  const before = text.slice(Math.max(from, at - 12), at)
  return (
    /[\p{L}\p{M}_#№]$|\p{L}[-.]$|\p{N}[.,:/]$|(?:^|[^\p{L}])(?:No\.?|Nos\.?|Nr\.?|Art(?:icle|\.)|pp?\.|[Pp]age|[Cc]hapter|[Rr]oom|[Ff]light|[Vv]ersion|[Hh]ighway|[Rr]oute)[ \u00a0]?$/u.test(
      before.replace(/(?:US|NZ|HK|[CARS])\$$|\bRs\.$/, ''),
    ) && !/(?:^|[^\p{L}])(?:mid-|[A-Z]{3}|Rs|TL)$/u.test(before)
  )
}

function withUnit(
  text: string,
  at: number,
  number: NumberRead,
  { words, from }: Omit<Place, 'beginning'>,
): Measured | null {
  const currency = currencyBefore(text, { start: from, end: at })
  const scaled = scaledBy(text, number, words, currency !== null)
  const shareBefore = SHARE_BEFORE.exec(text.slice(Math.max(from, at - 8), at))
  const unit = currency ? null : unitAt(text, scaled.end)
  const end = unit?.end ?? scaled.end
  if (!unit && LETTER.test(text.slice(end, end + 1))) return null
  const sign = signBefore(text, { start: from, end: currency?.start ?? at })
  const value = times(scaled.value, times(unit?.factor ?? ONE, sign ? ratio(-1n) : ONE))
  const step = times(scaled.step, unit?.factor ?? ONE)
  const start = (currency?.start ?? at) - sign - (currency ? 0 : (shareBefore?.[0].length ?? 0))
  const units = currency?.units ?? (shareBefore ? ['%'] : unit?.units)
  const alone = 'alone' in number && scaled.end === number.end ? number.alone : null
  if (alone && (!units || (alone === 'article' && units[0] !== '%'))) return null
  const read = {
    start,
    end,
    low: written(value),
    high: written(value),
    step: written(step),
    scale: scaled.scale,
    hedge: null,
  }
  if (!units) return { ...read, ...asYearOrAge(text, read, words), isBare: true }
  const age = units.includes('yr') ? ageEnd(text, at, scaled.end, words) : null
  if (age) return { ...read, end: age, units: ['age'], isBare: false }
  return { ...read, units, isBare: false }
}

const SHARE_BEFORE = /(?:(?<![\d])%\s?|(?<!\p{L})yüzde\s|百分之)$/iu
const LETTER = /[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{N}]/u

/** How many UTF-16 units before a number make it one below zero. */
function signBefore(text: string, { start, end }: Span): number {
  if (end > start && SIGN.test(text.slice(Math.max(0, end - 2), end))) return 1
  return MINUS.exec(text.slice(Math.max(start, end - 7), end))?.[0].length ?? 0
}

const SIGN = /(?<![\p{L}\p{N})\]%.–-])[-–]$/u
const MINUS = /(?<!\p{L})(?:minus|moins|menos|минус|eksi) $/iu

type Scaled = NumberRead & { scale?: Exact }

/** A number times the scales that stand behind it, each over a space at most. */
function scaledBy(text: string, number: NumberRead, words: Vocabulary, isMoney: boolean): Scaled {
  const half = HALF.exec(text.slice(number.end, number.end + 16))?.[0]
  let { end, value, step } = half
    ? {
        end: number.end + half.length,
        value: plus(number.value, ratio(1n, 2n)),
        step: ratio(1n, 2n),
      }
    : number
  let scale = ONE
  for (
    let next = scaleAt(text, end, words, isMoney);
    next;
    next = scaleAt(text, end, words, isMoney)
  ) {
    end = next.end
    scale = times(scale, next.by)
  }
  value = times(value, scale)
  step = times(step, scale)
  if (half && scale === ONE && !unitAt(text, end)) return number
  return scale === ONE ? { end, value, step } : { end, value, step, scale: written(scale) }
}

const HALF = /^(?: and a half(?=[ -]\p{L})| ?½)/iu

function scaleAt(
  text: string,
  at: number,
  words: Vocabulary,
  isMoney: boolean,
): { end: number; by: Ratio } | null {
  SCALE.lastIndex = at
  const [all = '', gap = '', word = '', dot = ''] = SCALE.exec(text) ?? []
  const end = at + all.length - (/^(?:mio|mrd|тыс|млн|млрд)$/i.test(word) ? 0 : dot.length)
  const isAttached = gap === ''
  if (
    (isAttached || isMoney) &&
    /^[mMB]$/.test(word) &&
    (isMoney || word !== 'm' || PEOPLE.test(text.slice(end)))
  )
    return { end, by: tenTo(word === 'B' ? 9 : 6) }
  if (/^k$/i.test(word)) return isAttached ? { end, by: tenTo(3) } : null
  if (/^(?:万|亿|億)$/.test(word)) return { end, by: tenTo(word === '万' ? 4 : 8) }
  const by = word.toLowerCase() === 'hundred' ? 100n : words.scales.get(word.toLowerCase())
  return by === undefined ? null : { end, by: ratio(by) }
}

const SCALE = /([ \u00a0\u202f-]?)(万|亿|億|\p{L}[\p{L}\p{M}]*)(\.?)/uy

/** What newspapers count by `12m`; other words behind it leave metres. */
const PEOPLE =
  /^ (?:people|users|voters|jobs|homes|households|customers|workers|children|passengers|barrels|tonnes|viewers|followers|residents|refugees|cases|doses|votes|pounds|dollars|euros)(?!\p{L})/u

/** A bare number of four digits is a year where its words say so, or nothing that is counted follows; a bare one behind `aged` is an age. */
function asYearOrAge(
  text: string,
  { start, end, low }: { start: number; end: number; low: Exact },
  words: Vocabulary,
): { units: readonly string[] } & Partial<Pick<Measured, 'end' | 'step'>> {
  const before = text.slice(Math.max(0, start - 16), start)
  const age = ageEnd(text, start, end, words)
  if (age && Number(low) < 130) return { units: ['age'], end: age }
  if (
    !/^(?:1[1-9]|20)\d\d$/.test(text.slice(start, end)) ||
    /^[-–]?\p{L}/u.test(text.slice(end, end + 2))
  )
    return { units: ['count'] }
  const isYear =
    words.beforeYear.test(before) || !/^ \p{Ll}+s(?!\p{L})/u.test(text.slice(end, end + 24))
  return isYear ? { units: ['date'], step: '0' } : { units: ['count'] }
}

/** Where an age ends that is said by the words behind or before a number, or stands between commas behind a name; or null. */
function ageEnd(text: string, start: number, end: number, words: Vocabulary): number | null {
  words.ageAfter.lastIndex = end
  if (words.ageAfter.test(text)) return words.ageAfter.lastIndex
  const before = text.slice(Math.max(0, start - 24), start)
  const unit = unitAt(text, end)
  if (words.ageBefore.test(before)) return unit?.units[0] === 'yr' ? unit.end : end
  const isBesideName =
    /\p{Lu}[\p{L}'’-]+(?:, | \()$/u.test(before) && /^(?:, |\))/.test(text.slice(end))
  return isBesideName && /^\d\d$/.test(text.slice(start, end)) && unit === null ? end : null
}
