import type { Span } from '../text/blocks'
import type { Reanchoring } from './reanchor'

/** What can become of words in the next text, in the words of the page. */
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
