import { kindOf } from '../comparisons/figures/reading/figure'
import type { PlacedBlock, Span } from '../text/blocks'
import type { Contradiction, ContradictionKind, SaidPlace } from './contradiction'
import { type DateSaid, datesDiffer } from './dates'
import { namesSpeltTwice } from './name-pairs'
import { nameKey } from './names'
import { personKey } from './people'
import { factsDiffer } from './person-facts'
import { isOtherQuantity, type QuantitySaid, quantitiesDiffer } from './quantities'
import { readStatements, type Statements } from './statements'
import type { Told } from './told'

/**
 * What a text says differently in two places: a quantity, the date of an event, a name’s spelling, somebody’s office or age.
 * Few rather than many; each thing once, however often it is said; in the order of the text.
 */
export const contradictionsIn = (
  text: string,
  blocks: readonly PlacedBlock[],
  language: string,
): Contradiction[] => contradictionsOf(text, readStatements(text, blocks, language))

/** The same of a text that was read. */
export function contradictionsOf(text: string, said: Statements): Contradiction[] {
  const within = bySentence(said.quantities)
  const all = [
    ...quantitiesIn(said, within),
    ...datesIn(said, within),
    ...factsIn(said),
    ...namesSpeltTwice(said.full, said.single).map(({ one, other, why }) =>
      found('name', one, other, [one.sentence, other.sentence], why),
    ),
  ]
  return withoutSeries(once(all.map((one) => placed(text, one)))).sort(
    (a, b) => a.one.start - b.one.start || a.other.start - b.other.start,
  )
}

/** So many places that say it differently, each against another of them, say it of as many things. */
const MANY = 6

/** A list or a table says one thing of each of many: what hangs together in so many figures is a series, no contradiction. */
function withoutSeries(all: readonly Contradiction[]): Contradiction[] {
  const group = new Map<string, Set<string>>()
  for (const pair of all) {
    const ends = [pair.one, pair.other].map(({ words }) => `${pair.kind} ${words}`)
    const joined = new Set(ends.flatMap((end) => [end, ...(group.get(end) ?? [])]))
    for (const key of joined) group.set(key, joined)
  }
  return all.filter(({ kind, one }) => (group.get(`${kind} ${one.words}`)?.size ?? 0) < MANY)
}

export interface Found {
  kind: ContradictionKind
  one: Span
  other: Span
  sentences: readonly [Span, Span]
  why: string
}

export function found(
  kind: ContradictionKind,
  one: Span,
  other: Span,
  sentences: readonly [Span, Span],
  why: string,
): Found {
  return { kind, one, other, sentences, why }
}

function quantitiesIn({ quantities }: Statements, within: InSentence): Found[] {
  const byStem = new Map<string, number[]>()
  const known = new Set<string>()
  return quantities.flatMap((other, at) => {
    const before = new Set<number>()
    const keys = other.figure.nouns.map((noun) => noun.slice(0, 4))
    for (const stem of [...keys, `before ${other.before.slice(0, 4)}`, ...measureOf(other)]) {
      const places = byStem.get(stem) ?? []
      for (const place of places) before.add(place)
      byStem.set(stem, [...places, at])
    }
    return [...before].flatMap((index) => {
      const one = quantities[index]
      if (!one || one.told === other.told) return []
      const words = `${one.figure.text} ${other.figure.text}`
      if (known.has(words)) return []
      const why = quantitiesDiffer(one, other)
      if (why === null || isSaidAlike(within, one, other)) return []
      known.add(words)
      return [found('quantity', one.figure, other.figure, [one.told, other.told], why)]
    })
  })
}

/** Measures are held against each other whatever words stand beside them: “a runway of 2 km”, “is 2 km long”. */
const measureOf = ({ figure: { units } }: QuantitySaid) => {
  const kind = kindOf(units[0] ?? 'count')
  return ['count', 'money', 'share', 'points'].includes(kind) ? [] : [`in ${kind}`]
}

/** The quantities of each sentence. */
function bySentence(all: readonly QuantitySaid[]): (told: Told) => readonly QuantitySaid[] {
  const sentences = new Map<Told, QuantitySaid[]>()
  for (const one of all) {
    const known = sentences.get(one.told)
    if (known) known.push(one)
    else sentences.set(one.told, [one])
  }
  return (told) => sentences.get(told) ?? []
}

type InSentence = ReturnType<typeof bySentence>

/** Whether the sentence of one says the quantity as the other does too, by another figure. */
function isSaidAlike(within: InSentence, one: QuantitySaid, other: QuantitySaid): boolean {
  const says = (told: Told, { figure }: QuantitySaid) =>
    within(told).some(
      (third) => third.figure.low === figure.low && third.figure.units[0] === figure.units[0],
    )
  return says(other.told, one) || says(one.told, other)
}

function datesIn({ dates }: Statements, within: InSentence): Found[] {
  const byVerb = new Map<string, DateSaid[]>()
  return dates.flatMap((other) => {
    const before = byVerb.get(other.verb) ?? []
    byVerb.set(other.verb, [...before, other])
    return before.flatMap((one) => {
      if (one.told === other.told) return []
      const why = datesDiffer(one, other)
      if (why === null || isSeries(within, one.told, other.told)) return []
      return [found('date', one.figure, other.figure, [one.told, other.told], why)]
    })
  })
}

/** Whether two sentences each say a quantity of one thing, so that their dates are of different years of it. */
const isSeries = (within: InSentence, one: Told, other: Told) =>
  within(one).some((mine) => within(other).some((theirs) => isOtherQuantity(mine, theirs)))

function factsIn({ facts, full }: Statements): Found[] {
  const persons = new Map<string, Set<string>>()
  for (const one of full) {
    const family = nameKey(one.family)
    persons.set(family, (persons.get(family) ?? new Set()).add(personKey(one)))
  }
  // A family name alone tells who is meant where one person has it.
  const told = facts.filter(({ given, family }) => given || persons.get(family)?.size === 1)
  return told.flatMap((other, at) =>
    told.slice(0, at).flatMap((one) => {
      const why = factsDiffer(one, other)
      if (why === null) return []
      return [found(one.kind, one, other, [one.told, other.told], why)]
    }),
  )
}

export function placed(
  text: string,
  { kind, one, other, sentences: [first, second], why }: Found,
): Contradiction {
  const [a, b] = [
    placeAt(text, withoutStop(text, one, kind), first),
    placeAt(text, withoutStop(text, other, kind), second),
  ]
  return a.start <= b.start ? { kind, one: a, other: b, why } : { kind, one: b, other: a, why }
}

/** A date at the end of a sentence is read with its full stop, as an abbreviated month has one. */
const withoutStop = (text: string, { start, end }: Span, kind: ContradictionKind): Span =>
  kind === 'date' && /\p{Ll}{3}\.$/u.test(text.slice(start, end))
    ? { start, end: end - 1 }
    : { start, end }

export const placeAt = (text: string, { start, end }: Span, sentence: Span): SaidPlace => ({
  ...{ start, end, words: text.slice(start, end) },
  sentence: {
    start: sentence.start,
    end: sentence.end,
    words: text.slice(sentence.start, sentence.end),
  },
})

/** One pair of words once, the one whose places are nearest to the text’s beginning. */
function once(found: readonly Contradiction[]): Contradiction[] {
  const seen = new Set<string>()
  return found.filter(({ kind, one, other }) => {
    const key = [kind, ...[one.words, other.words].map((words) => words.toLowerCase()).sort()].join(
      '\n',
    )
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
