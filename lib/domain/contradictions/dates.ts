import { type Figure, kindOf } from '../comparisons/figures/reading/figure'
import { differenceOf } from './quantities'
import { inWords, isDisplay, mayBeSame, sharedBy } from './same-matter'
import type { Told } from './told'

/** A date or a time of day, and the verb that says what happened then. */
export interface DateSaid {
  figure: Figure
  told: Told
  verb: string
}

/** Reads the verb nearest to a date in its clause, in English; null for what is no date or has none. */
export function dateSaid(text: string, figure: Figure, told: Told): DateSaid | null {
  const kind = kindOf(figure.units[0] ?? 'count')
  if ((kind !== 'date' && kind !== 'clock') || figure.low !== figure.high) return null
  const before = text.slice(told.start, figure.start)
  if (OTHER_TIME.test(before.slice(-LOOK))) return null
  const verb =
    lastVerb(before.slice(-NEAR)) ??
    firstVerb(text.slice(figure.end, Math.min(told.end, figure.end + NEAR)))
  return verb ? { figure, told, verb } : null
}

const LOOK = 24
const NEAR = 90

/** A date that bounds or compares is not the one of the event. */
const OTHER_TIME =
  /\b(?:before|after|until|till|by|than|not|like|unlike|compared (?:with|to)|between|from|to)\s(?:\p{L}+\s)?$/iu

const IRREGULAR: Readonly<Record<string, string>> = Object.fromEntries(
  'sink:sank,sunk,sinks begin:began,begun,begins build:built buy:bought,buys sell:sold,sells win:won,wins lose:lost,loses hold:held,holds leave:left,leaves come:came take:took,taken give:gave,given go:went,gone meet:met fall:fell,fallen rise:rose,risen break:broke,broken strike:struck shoot:shot find:found die:died,dies bear:born crash:crashes,crashed open:opens,opened sign:signs,signed close:closes,closed start:starts,started end:ends,ended make:made write:wrote,written pay:paid send:sent draw:drew,drawn become:became enter:entered,enters'
    .split(' ')
    .flatMap((line) => {
      const [base = '', forms = ''] = line.split(':')
      return [base, ...forms.split(',')].map((form) => [form, base] as const)
    }),
)

/** A service that something stands in begins as an event does. */
const VERB = /\b(?:\p{Ll}{2,}ed|service|[\p{Ll}]{2,12})\b/gu

function verbsIn(words: string): string[] {
  return [...words.matchAll(VERB)].flatMap(([word]) => {
    const base = IRREGULAR[word]
    if (base) return [base]
    if (word === 'service') return [word]
    return /..ed$/.test(word) &&
      !/^(?:said|need|red|hundred|speed|indeed|united)$/.test(word) &&
      !SAYING.test(word)
      ? [word]
      : []
  })
}

const SAYING =
  /^(?:announced|reported|stated|claimed|added|confirmed|denied|acknowledged|admitted|alleged|estimated|warned|testified|suggested|called|named)$/

const lastVerb = (words: string) => verbsIn(words).at(-1) ?? null
const firstVerb = (words: string) => verbsIn(words)[0] ?? null

/** Why two dates are thought to be of one event, or null. */
export function datesDiffer(one: DateSaid, other: DateSaid, strict = false): string | null {
  if (one.verb !== other.verb || one.figure.units[0] !== other.figure.units[0]) return null
  if (one.figure.low === other.figure.low || !mayBeSame(one.told, other.told)) return null
  const shared = sharedBy(one.told, other.told, (term) => isVerb(term, one.verb))
  const others = shared.terms
  const isBeside = !strict && (isDisplay(one.told) || isDisplay(other.told))
  if (others.length < (strict ? 2 : 1) || shared.share < (isBeside ? 0.3 : 0.4)) return null
  const difference = differenceOf(one.figure, other.figure)
  if (difference === null) return null
  return `${difference}. Both say when something was “${one.verb}”, with ${inWords(one.told, others)}.`
}

const isVerb = (term: string, verb: string) => verb.startsWith(term) || term.startsWith(verb)
