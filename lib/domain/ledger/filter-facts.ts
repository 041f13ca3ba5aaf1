import type { Day } from '../times/days'
import { FACT_KINDS } from '../vocabulary'
import { type Fact, factInWords, isStale } from './facts'
import { folded } from './spelling/words'

/** What the list of facts can be narrowed to, besides by words. */
export const FACT_FILTERS = { ...FACT_KINDS, stale: 'Stale', retired: 'Retired' } as const

export type FactFilter = keyof typeof FACT_FILTERS

export const isFactFilter = (kind: string): kind is FactFilter => Object.hasOwn(FACT_FILTERS, kind)

/** The facts that hold all the words, stale ones first, and then by what they are about; those that were retired only where they are asked for. */
export function filterFacts<One extends Fact & { basis: string; retiredAt: Date | null }>(
  facts: readonly One[],
  { words, filter, today }: { words: string; filter: FactFilter | null; today: Day },
): One[] {
  const sought = folded(words).split(/\s+/).filter(Boolean)
  const found = facts.filter((fact) => {
    if ((fact.retiredAt !== null) !== (filter === 'retired')) return false
    if (filter === 'stale' && !isStale(fact, today)) return false
    if (filter && filter !== 'stale' && filter !== 'retired' && fact.kind !== filter) return false
    const said = folded([fact.subject, factInWords(fact), fact.note, fact.basis].join(' '))
    return sought.every((word) => said.includes(word))
  })
  const rank = (fact: One) => (isStale(fact, today) ? 0 : 1)
  const byName = (one: One, other: One) => one.subject.localeCompare(other.subject, 'en')
  return found.sort((one, other) => rank(one) - rank(other) || byName(one, other))
}
