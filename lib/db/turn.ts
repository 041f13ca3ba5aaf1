import type { Actor } from '../domain/policy'
import { db } from './client'
import type { FormSent, NamedForm } from './idempotency-keys'

/** What a command learns when its newsroom's turn to write has come. */
export interface Turn {
  /** Where the newsroom's log ends. */
  head: { seq: number; hash: string }
  /** Whether the actor's log-in, membership, role and newsroom still are what they were when the actor was made. */
  isStillThere: boolean
  /** What is known of the form if it was carried out before; undefined when it was not. */
  receipt?: FormSent
}

/**
 * Takes the newsroom's turn to write, which is held until the transaction closes, so the commands of one newsroom run
 * one after another: no rule is checked against facts that a colleague is changing at that moment. Until then the database
 * refuses to write into another newsroom, or about anything of another.
 */
export async function takeTurn(actor: Actor, form: NamedForm | null): Promise<Turn> {
  const { newsroomId, userId, sessionId } = actor
  const [turn] = await db().$queryRaw<TurnRow[]>`
    SELECT seq, hash, place, receipt
    FROM "take_turn"(${newsroomId}, ${userId}, ${sessionId}, ${form?.id}, ${form?.command})
    WHERE set_config('stet.newsroom', ${newsroomId}, true) <> ''`
  if (!turn) throw new Error(`newsroom ${newsroomId} has no audit chain`)
  const { place, receipt, ...head } = turn
  return { head, isStillThere: isSame(actor, place), receipt: receipt ?? undefined }
}

type Place = Pick<Actor, 'role' | 'selfCheck' | 'secondCheck' | 'secondCheckRisks'>

interface TurnRow {
  seq: number
  hash: string
  place: Place | null
  receipt: FormSent | null
}

function isSame(actor: Actor, place: Place | null): boolean {
  return (
    place !== null &&
    place.role === actor.role &&
    place.selfCheck === actor.selfCheck &&
    place.secondCheck === actor.secondCheck &&
    place.secondCheckRisks.join() === actor.secondCheckRisks.join()
  )
}
