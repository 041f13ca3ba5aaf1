import { judge } from '../comparisons/figures/comparing/judge'
import type { Judgement } from '../comparisons/figures/comparing/outcome'
import { said } from '../comparisons/figures/comparing/said'
import { type Figure, kindOf } from '../comparisons/figures/reading/figure'
import { isSameWord } from '../comparisons/figures/reading/nouns'
import { inWords, isDisplay, mayBeSame, sharedBy } from './same-matter'
import type { Told } from './told'

/** A quantity where a text says it. */
export interface QuantitySaid {
  figure: Figure
  told: Told
  /** Whether it is the end or the beginning of a change, a share of some whole, or denied: `to 450`, `three of the four`, `not 300`. */
  part: string
  /** The word right before it. */
  before: string
}

/** Reads what stands around a figure, whose span is in the text’s UTF-16 units; null for what is no quantity or is denied. */
export function quantitySaid(text: string, figure: Figure, told: Told): QuantitySaid | null {
  if (!isQuantity(figure)) return null
  const before = text.slice(Math.max(told.start, figure.start - LOOK), figure.start)
  if (DENIED.test(before)) return null
  const after = text.slice(figure.end, Math.min(told.end, figure.end + LOOK))
  const change = CHANGING.test(told.words)
    ? (/\b(?:to|from|by)\b(?= ?\D{0,12}$)/i.exec(before)?.[0] ?? '')
    : ''
  const part =
    PART_OF.test(after) && !/\ball (?:of )?(?:the )?$/i.test(before) ? 'of' : change.toLowerCase()
  const [, last = ''] = /(\p{L}+) $/u.exec(before) ?? []
  return { figure, told, part, before: last.toLowerCase() }
}

const LOOK = 40

const DENIED = /\b(?:not|rather than|instead of|nor|denied|never)\s(?:[\p{L}]+\s){0,3}\p{Sc}?$/iu
const PART_OF =
  /^ (?:\p{L}+ )?(?:out )?of (?:the|its|his|her|their|those|these|them|all|every|\d)/iu
const CHANGING =
  /\b(?:rose|risen|rises?|rising|grew|grown|grow(?:s|ing)|fell|fallen|falls?|dropped|increased?|decreased?|declined|went|jumped|climbed|cut|raised|lowered|up|down)\b/i

/** Dates, times, ages and how many times as much stand for too many things to say that two of them are of one. */
const isQuantity = ({ units, nouns }: Figure) =>
  !['date', 'clock', 'age', 'multiple', 'months', 'time'].includes(kindOf(units[0] ?? 'count')) ||
  (kindOf(units[0] ?? 'count') === 'time' && nouns.length > 0)

/** Why two quantities are thought to be one that is said differently, or null. */
export function quantitiesDiffer(
  one: QuantitySaid,
  other: QuantitySaid,
  strict = false,
): string | null {
  // Cheap questions first: in a long text most pairs end with one of them.
  if (one.part !== other.part || one.part === 'of' || isEqual(one.figure, other.figure)) return null
  if (!mayBeSame(one.told, other.told)) return null
  const noun = sharedNoun(one, other)
  if (noun === null) return null
  const shared = sharedBy(one.told, other.told, (term) => isSameWord(term, noun))
  const kind = kindOf(one.figure.units[0] ?? 'count')
  const isPlain = kind === 'count' || kind === 'share' || kind === 'points'
  const isBeside = !strict && (isDisplay(one.told) || isDisplay(other.told))
  if (isPlain && !isBeside && shared.isNamedOtherwise) return null
  const isVerb = noun === one.before && noun === other.before
  const isLoose = isBeside
    ? !isPlain || !isFew(one.figure, other.figure)
    : !isPlain && !isVerb && !strict
  const least = isLoose ? 1 : 2
  if (shared.terms.length < least || shared.share < (isBeside ? BESIDE : RUNNING)) return null
  if (!isSameTime(one.told, other.told) || (!strict && isContrast(one, other))) return null
  const difference = differenceOf(one.figure, other.figure)
  if (difference === null) return null
  return `${difference}. Both say it of “${noun}”, with ${inWords(one.told, shared.terms)}.`
}

/** Whether two figures are of one noun and differ, whatever else their sentences say. */
export const isOtherQuantity = (one: QuantitySaid, other: QuantitySaid) =>
  sharedNoun(one, other) !== null && differenceOf(one.figure, other.figure) !== null

/** Whether a sentence leaves the time open, or both say the same one as far as they go. */
export function isSameTime(
  { dates: mine, when }: Told,
  { dates: theirs, when: then }: Told,
): boolean {
  if (when.size > 0 && then.size > 0 && ![...when].some((one) => then.has(one))) return false
  if (mine.length === 0 || theirs.length === 0) return true
  return mine.some((date) => theirs.some((other) => isWithin(date.low, other.low)))
}

const isEqual = (one: Figure, other: Figure) =>
  one.low === other.low && one.high === other.high && one.units[0] === other.units[0]

/** Whether one date is the other, or says less of it: `2017`, `--05-12`. */
const isWithin = (one: string, other: string) =>
  one.startsWith(other) ||
  other.startsWith(one) ||
  one.slice(4) === other.slice(1) ||
  other.slice(4) === one.slice(1)

/** Two sentences that say the same up to the figure, one after the other, tell what differs: `by train`, `by bus`. */
function isContrast(one: QuantitySaid, other: QuantitySaid): boolean {
  const [first, second] = one.told.start < other.told.start ? [one, other] : [other, one]
  if (second.told.start - first.told.end > 1) return false
  const upTo = ({ told, figure }: QuantitySaid) => told.words.slice(0, figure.start - told.start)
  const behind = ({ told, figure }: QuantitySaid) => told.words.slice(figure.end - told.start)
  return upTo(first) === upTo(second) && behind(first) !== behind(second)
}

/** How much of the shorter sentence’s terms has to be in the other: of a headline or caption and of running text. */
const BESIDE = 0.3
const RUNNING = 0.45

/** Small groups of people and things come often, and are often others. */
const isFew = (one: Figure, other: Figure) => Math.max(Number(one.low), Number(other.low)) <= 12

/**
 * The noun that two figures are of. What stands before it tells groups apart (`300 wounded soldiers`, `20 dead soldiers`),
 * so it has to be the same.
 */
function sharedNoun(one: QuantitySaid, other: QuantitySaid): string | null {
  const [mine, theirs] = [one.figure.nouns, other.figure.nouns]
  for (const [at, noun] of mine.entries()) {
    if (CHANGING.test(noun)) continue
    const there = theirs.findIndex((word) => isSameWord(noun, word))
    if (there === -1) continue
    const isAlike =
      saysAll(other.told, mine.slice(0, at)) && saysAll(one.told, theirs.slice(0, there))
    return isAlike ? noun : null
  }
  // A measure may say only in which way: “is 12 metres long”. A headline leaves the noun out: “Flood kills 41”.
  const measured = [one, other].find(({ figure }) =>
    figure.nouns.every((noun) => LINKING.test(noun)),
  )
  const named = measured === one ? other : one
  const noun =
    measured &&
    named.figure.nouns.find((word) =>
      [...measured.told.terms].some((term) => isSameWord(term, word)),
    )
  if (noun && !LINKING.test(noun)) return noun
  const isElided = [one, other].some(
    ({ told, before, figure }) => told.kind === 'headline' && figure.nouns[0] === before,
  )
  return isElided && isSameWord(one.before, other.before) ? one.before : null
}

const saysAll = ({ words }: Told, nouns: readonly string[]) =>
  nouns.every((noun) => LINKING.test(noun) || words.toLowerCase().includes(noun.slice(0, 5)))

const LINKING = /^(?:square|cubic|long|wide|tall|high|deep|worth|U\.?S\.?)$/i

/** How two figures of one kind differ, in words; null where they agree, one rounds the other, or they cannot be told apart. */
export function differenceOf(one: Figure, other: Figure): string | null {
  const judged = judge(one, other, {})
  const back = judge(other, one, {})
  if (!judged || !back || isSettled(judged) || isSettled(back)) return null
  return `${tailOf(judged, one)}`
}

const isSettled = ({ outcome }: Judgement) => outcome !== 'differs'

/** The end of the arithmetic’s sentence, where it says how far apart they are. */
function tailOf({ sentence }: Judgement, { units, ...figure }: Figure): string {
  const printed = `printed ${said({ ...figure, units }, units[0] ?? 'count')}`
  const tail = sentence.slice(sentence.indexOf(printed) + printed.length).replace(/^, /, '')
  return tail === '' ? 'They differ' : capital(tail.replace(/ off(?=,|$)/, ' apart'))
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
