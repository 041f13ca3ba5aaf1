import type { PlacedBlock, Span } from '../text/blocks'
import type { Alignment } from '../text/diff/alignment'
import { type Reanchoring, reanchorIn } from './reanchor'

/** What has its place in one older text, and how that text became the new one. */
export interface From<Placed extends Span> {
  alignment: Alignment
  blocks: readonly PlacedBlock[]
  placed: readonly Placed[]
}

/** What becomes of something that has a place in an older text. */
export interface Carrying<Placed> {
  of: Placed
  outcome: Reanchoring
}

/** Says of all that has a place in older texts where it stands in the new one: an answer for each. */
export function carryInto<Placed extends Span>(
  now: readonly PlacedBlock[],
  from: readonly From<Placed>[],
): Carrying<Placed>[] {
  return from.flatMap(({ alignment, blocks, placed }) => {
    const outcomes = reanchorIn(alignment, { old: blocks, now }, placed)
    return placed.map((of, index) => ({ of, outcome: answered(outcomes[index]) }))
  })
}

function answered(outcome: Reanchoring | undefined): Reanchoring {
  if (!outcome) throw new Error('something that had a place was left without an answer')
  return outcome
}

export const OUTCOMES = {
  kept: 'Kept',
  moved: 'Moved',
  changed: 'Changed',
  ambiguous: 'Ambiguous',
  missing: 'Missing',
} as const satisfies Record<Reanchoring['what'], string>

export type Outcome = keyof typeof OUTCOMES

/** How many came out how; together they are all that was given. */
export function countOutcomes(carrying: readonly { outcome: { what: Outcome } }[]) {
  const counts: Record<Outcome, number> = {
    kept: 0,
    moved: 0,
    changed: 0,
    ambiguous: 0,
    missing: 0,
  }
  for (const { outcome } of carrying) counts[outcome.what]++
  return counts
}

/** Its place in the new text, where a program may say so without a person. */
export function carriedTo(outcome: Reanchoring): Span | null {
  return outcome.what === 'kept' || outcome.what === 'moved' ? outcome.at : null
}
