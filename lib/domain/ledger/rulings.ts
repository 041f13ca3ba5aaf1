import { conflictsAmong, type FactConflict } from './conflicts'
import type { Fact } from './facts'

/** What a person said of two facts in the versions that they had. */
export interface Ruling {
  oneId: string
  oneVersion: number
  otherId: string
  otherVersion: number
  /** Null where both hold. */
  holdsId: string | null
}

/** Facts as they stand to each other. */
export interface LedgerStanding<One> {
  /** Those that texts are read against: all but those of which somebody said that another holds. */
  holding: One[]
  /** By the id of a fact: that of the one that holds in its place. */
  overruled: ReadonlyMap<string, string>
  /** Those that exclude each other while nobody has said which holds. */
  open: FactConflict<One>[]
}

/**
 * How facts stand to each other by what was ruled, the newest ruling first. A ruling is about two facts as they were: once either of
 * them is changed or retired, it says nothing more.
 */
export function ledgerStanding<One extends Fact & { version: number }>(
  facts: readonly One[],
  rulings: readonly Ruling[],
): LedgerStanding<One> {
  const versions = new Map(facts.map(({ id, version }) => [id, version]))
  const newest = new Map<string, Ruling>()
  for (const ruling of rulings) {
    const { oneId, oneVersion, otherId, otherVersion } = ruling
    const isAbout = versions.get(oneId) === oneVersion && versions.get(otherId) === otherVersion
    const key = pairOf(oneId, otherId)
    if (isAbout && !newest.has(key)) newest.set(key, ruling)
  }
  const overruled = new Map(
    [...newest.values()].flatMap(({ oneId, otherId, holdsId }) =>
      holdsId === null ? [] : [[holdsId === oneId ? otherId : oneId, holdsId] as const],
    ),
  )
  return {
    holding: facts.filter(({ id }) => !overruled.has(id)),
    overruled,
    open: conflictsAmong(facts).filter(({ one, other }) => !newest.has(pairOf(one.id, other.id))),
  }
}

const pairOf = (one: string, other: string) => [one, other].sort().join()
