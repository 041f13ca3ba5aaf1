import { type EventsAbout, listEvents } from '@/lib/db/audit/log-events'
import { findNames } from '@/lib/db/newsroom/members'
import { sentenceOf } from '@/lib/domain/audit/sentences'
import type { Actor } from '@/lib/domain/policy'
import type { Page, Wanted } from './read'

/** A page of the log as it is told on the pages: who did what, in a sentence, and the event itself as far as it is known. */
export async function logPage(
  actor: Actor,
  about: EventsAbout,
  { after, take }: Pick<Wanted, 'after' | 'take'>,
): Promise<Page> {
  const before = Number(after) || undefined
  const [lines, names] = await Promise.all([
    listEvents(actor, { ...about, before, take: take + 1 }),
    findNames(actor),
  ])
  const nameOf = (userId: string) => names.get(userId) ?? 'Somebody'
  const page = lines.slice(0, take)
  return {
    items: page.map(({ seq, at, actorId, hash, event }) => ({
      ...{ seq, at, userId: actorId, who: nameOf(actorId), what: sentenceOf(event, nameOf) },
      ...{ hash, event },
    })),
    next: lines.length > take ? String(page.at(-1)?.seq) : null,
  }
}
