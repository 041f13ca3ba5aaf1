import { z } from 'zod'
import type { StandingSignOff } from '@/lib/db/sign-off/sign-offs'
import type { Actor } from '../domain/policy'
import { Conflict } from '../domain/refusal'
import { nameOf } from './edit-conflicts'

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
