import { type EventsAbout, listEvents } from '@/lib/db/audit/log-events'
import { findNames } from '@/lib/db/newsroom/members'
import type { Changes } from '@/lib/domain/audit/events'
import type { Actor } from '@/lib/domain/policy'
import { Conflict, Refusal } from '@/lib/domain/refusal'

/** A field of a form: its name there, how it is called on the page, and how its value is printed. */
export interface Field<Details> {
  name: string
  label: string
  printed: (details: Details) => string
}

/** What an edit changes, as printed; refuses an edit that changes nothing. */
export function changesBetween<Details>(
  fields: readonly Field<Details>[],
  stored: Details,
  sent: Details,
): Changes {
  const changes: Changes = {}
  for (const { label, printed } of fields) {
    const [from, to] = [printed(stored), printed(sent)]
    if (from !== to) changes[label] = { from, to }
  }
  if (Object.keys(changes).length === 0) {
    throw new Refusal('invalid', 'Nothing was changed, so nothing was stored.')
  }
  return changes
}

/**
 * Refuses an edit that was begun on an older state than the stored one, and shows both: the form
 * keeps what was typed, and each field that differs tells what a colleague stored there.
 */
export async function assertNewestVersion<Details>(
  actor: Actor,
  about: EventsAbout,
  fields: readonly Field<Details>[],
  stored: Details & { version: number },
  sent: Details & { version: number },
): Promise<void> {
  if (stored.version === sent.version) return

  const differing = fields.filter(({ printed }) => printed(stored) !== printed(sent))
  throw new Conflict(
    `${await lastToChange(actor, about)} changed this while you had it open. What is stored now stands beside each field that differs; what you typed is still here. Send it again to replace theirs.`,
    Object.fromEntries(
      differing.map(({ name, printed }) => [name, `Stored now: ${printed(stored) || 'nothing'}`]),
    ),
    { version: String(stored.version) },
  )
}

/** The name of whoever changed something last, for the beginning of a sentence. */
export async function lastToChange(actor: Actor, about: EventsAbout): Promise<string> {
  const [last] = await listEvents(actor, { ...about, take: 1 })
  return last ? nameOf(actor, last.actorId) : 'Somebody'
}

/** The name of a colleague, for the beginning of a sentence; “You” for the actor. */
export async function nameOf(actor: Actor, userId: string): Promise<string> {
  if (userId === actor.userId) return 'You'
  return (await findNames(actor)).get(userId) ?? 'Somebody'
}
