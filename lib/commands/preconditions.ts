import { z } from 'zod'
import type { StandingSignOff } from '@/lib/db/sign-off/sign-offs'
import { isSameWording } from '@/lib/domain/claims/standing'
import { Conflict, Refusal } from '@/lib/domain/refusal'
import type { Actor } from '../domain/policy'
import { nameOf } from './edit-conflicts'

/**
 * Refuses what was written over words that are not the claim's any more, unless only their typography
 * differs. The field of that name tells the words as they are now.
 *
 * @param seen undefined where nobody read them on a page
 */
export function assertWordsSeen(
  { anchor: { exact } }: { anchor: { exact: string } },
  seen: string | undefined,
  field: string,
): void {
  if (seen === undefined || isSameWording(seen, exact)) return
  throw new Conflict(
    `The words changed while you had this open: “${seen}” became “${exact}”. Send again if this holds for the words as they are now.`,
    { [field]: `Words now: “${exact}”` },
    { overWords: exact },
  )
}

/** Says that an article is put away, so that it goes no further before it is restored. */
export function inArchive(): Refusal {
  return new Refusal('conflict', 'The article is in the archive. Restore it first.')
}

/** The sign-off that the page showed; left out where nobody read one on a page. */
export const signOffSeen = z.string().max(64).optional()

/** Refuses what was meant for another signature than the one that holds; sending again means to do it, `so`, to that. */
export async function assertSignOffSeen(
  actor: Actor,
  { id, signedById, revision }: StandingSignOff,
  seen: string | undefined,
  so: string,
): Promise<void> {
  if (seen === undefined || seen === id) return
  const who = await nameOf(actor, signedById)
  throw new Conflict(
    `${who} signed off revision ${revision.number} since this page was loaded. Look at what is signed now, or send again to ${so}.`,
    {},
    { signOffId: id },
  )
}
