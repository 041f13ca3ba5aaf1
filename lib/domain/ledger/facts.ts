import { ageOn } from '../comparisons/figures/quantities/calendar'
import { type Day, isDay } from '../times/days'
import type { FactKind } from '../vocabulary'

/** What somebody is or was called besides their name, from and until a day; null where it is open. */
export type Title = {
  title: string
  from: Day | null
  /** The last day on which it held. */
  until: Day | null
}

/** What a fact says: of a kind, about a subject, which is the accepted spelling wherever spelling is what it is about. */
export type FactSaid = { subject: string; note: string } & (
  | { kind: 'name'; spellings: string[]; avoid: string[]; titles: Title[] }
  | { kind: 'birth'; born: Day }
  | { kind: 'place'; spellings: string[]; avoid: string[] }
  | { kind: 'figure'; value: string; unit: string; asOf: Day; staleAfter: Day | null }
  | { kind: 'house'; avoid: string[] }
)

/** A fact on file. */
export type Fact = FactSaid & { id: string }

export type FactOf<Kind extends FactKind> = Extract<Fact, { kind: Kind }>

/** Whether a fact is about how words are spelt. */
export const isSpelling = (fact: FactSaid): fact is FactSaid & { avoid: string[] } =>
  'avoid' in fact

/** Whether a figure is older than its keep on a day. */
export const isStale = (fact: FactSaid, on: Day): boolean =>
  fact.kind === 'figure' && fact.staleAfter !== null && fact.staleAfter < on

/** What a fact says, in a line. */
export function factInWords(fact: FactSaid): string {
  switch (fact.kind) {
    case 'name':
      return [
        ...fact.titles.map(titleInWords),
        ...(fact.spellings.length > 0 ? [`also ${fact.spellings.join(', ')}`] : []),
        ...(fact.avoid.length > 0 ? [`not ${fact.avoid.join(', ')}`] : []),
      ].join('; ')
    case 'birth':
      return `born ${fact.born}`
    case 'place':
      return [
        ...(fact.spellings.length > 0 ? [`also ${fact.spellings.join(', ')}`] : []),
        ...(fact.avoid.length > 0 ? [`not ${fact.avoid.join(', ')}`] : []),
      ].join('; ')
    case 'figure':
      return `${figureInWords(fact)} as of ${fact.asOf}${fact.staleAfter ? `, kept until ${fact.staleAfter}` : ''}`
    case 'house':
      return `not ${fact.avoid.join(', ')}`
  }
}

export const figureInWords = ({ value, unit }: { value: string; unit: string }) =>
  unit === '%' ? `${value} %` : `${value} ${unit}`.trim()

export const titleInWords = ({ title, from, until }: Title) =>
  from || until ? `${title} (${from ?? ''} – ${until ?? ''})`.replace('( –', '(–') : title

/** The age in whole years on a day; null before the birth, and where either is no day. */
export const ageInYears = (born: Day, on: Day): number | null =>
  isDay(born) && isDay(on) ? ageOn(born, on) : null
