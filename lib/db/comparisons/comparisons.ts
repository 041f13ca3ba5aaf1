import type { ComparisonKind, Reading } from '@/lib/domain/comparisons/benches/readings'
import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'

export interface NewComparison {
  evidenceId: string
  kind: ComparisonKind
  printed: string
  against: string
  translated: string
  reading: Reading
  /** What the machine showed, a line each. */
  shown: string
  note: string
}

/** Comparisons are never edited: a newer one of the same evidence stands before the last, which stays on record. */
export async function insertComparison(actor: Actor, comparison: NewComparison): Promise<string> {
  const { id } = await db().comparison.create({
    data: { ...comparison, newsroomId: actor.newsroomId, madeById: actor.userId },
    select: { id: true },
  })
  return id
}
