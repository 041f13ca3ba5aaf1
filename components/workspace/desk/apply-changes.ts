import type { Desk } from '@/lib/db/workspace/find-desk'
import type { DeskChanges } from '@/lib/db/workspace/find-desk-changes'

/** The article as it was known, with what changed on it since: the same as if all of it had been asked for again. */
export function applyChanges(known: Desk, changes: DeskChanges): Desk {
  const { seq, me, covered, marks, dismissed, talk, lastChecked } = changes
  const dossier = known.dossier && { ...known.dossier, seq }
  return {
    ...known,
    ...{ seq, me },
    coverage: { ...known.coverage, covered },
    claims: merged(known.claims, changes.claims, changes.changed).sort(inTheText),
    unplaced: merged(known.unplaced, changes.unplaced, changes.changed).sort(byNumber),
    marks: marks ?? known.marks,
    dismissed: dismissed ?? known.dismissed,
    talk: talk ?? known.talk,
    lastChecked: lastChecked === undefined ? known.lastChecked : lastChecked,
    dossier: changes.dossier ?? dossier,
  }
}

function merged<Row extends { id: string }>(
  known: readonly Row[],
  now: readonly Row[],
  changed: readonly string[],
): Row[] {
  const gone = new Set(changed)
  return [...known.filter(({ id }) => !gone.has(id)), ...now]
}

const inTheText = (one: Desk['claims'][number], other: Desk['claims'][number]) =>
  one.start - other.start || other.end - one.end || one.number - other.number

const byNumber = (one: { number: number }, other: { number: number }) => one.number - other.number
