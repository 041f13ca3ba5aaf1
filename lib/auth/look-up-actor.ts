import { findPlace } from '@/lib/db/newsroom/sessions'
import type { Actor } from '@/lib/domain/policy'
import { unstorable } from '@/lib/domain/text/blocks'

/** The actor whom a log-in makes in a newsroom; null once the log-in or the membership has ended. */
export async function actorOf(sessionId: string, newsroomSlug: string): Promise<Actor | null> {
  if (unstorable(newsroomSlug)) return null
  const place = await findPlace(sessionId, newsroomSlug)
  if (!place) return null
  const { role, user, newsroom } = place
  const secondCheckRisks: Actor['secondCheckRisks'] = newsroom.secondCheckRisks
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    sessionId,
    newsroomId: newsroom.id,
    newsroomSlug: newsroom.slug,
    newsroomName: newsroom.name,
    selfCheck: newsroom.selfCheck,
    timeZone: newsroom.timeZone,
    secondCheck: newsroom.secondCheck,
    secondCheckRisks,
    seenSeq: newsroom.auditSeq,
    role,
  } as Actor
}
