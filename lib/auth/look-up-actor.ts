import {
  findPlace,
  findPlaceOfJob,
  findPlaceOfMember,
  findPlaceOfToken,
  insertSession,
  listPlacesOfAddress,
  updateSessionRevoked,
} from '@/lib/db/newsroom/sessions'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { unstorable } from '@/lib/domain/text/blocks'

/** The actor whom a log-in makes in a newsroom; null once the log-in or the membership has ended. */
export async function actorOf(sessionId: string, newsroomSlug: string): Promise<Actor | null> {
  if (unstorable(newsroomSlug)) return null
  const place = await findPlace(sessionId, newsroomSlug)
  return place && actorAt(place, sessionId)
}

/** The actor in whose name a running job is done: whoever asked for it; null once they are no member any more. */
export async function actorOfJob(jobId: string): Promise<Actor | null> {
  const place = await findPlaceOfJob(jobId)
  return place && actorAt(place, `job:${jobId}`)
}

/** The actor in whose name a token acts; null once it opens nothing, or once they are no member any more. */
export async function actorOfToken(tokenId: string): Promise<Actor | null> {
  const place = await findPlaceOfToken(tokenId)
  return place && actorAt(place, `token:${tokenId}`)
}

/** The actor as whom it is asked what waits for somebody, to tell them by mail; null where they are no member. */
export async function actorToTell(member: {
  userId: string
  newsroomId: string
}): Promise<Actor | null> {
  const place = await findPlaceOfMember(member)
  return place && actorAt(place, `mail:${member.userId}`)
}

/**
 * Whoever has this email address, in every newsroom of theirs, for whoever looks after the installation from its command
 * line and could read all of the database: asked as one person, it shows what that person sees. They change nothing so;
 * see `withLogIn`.
 */
export async function actorsOfAddress(email: string): Promise<Actor[]> {
  const places = await listPlacesOfAddress(email.trim().toLowerCase())
  return places.map((place) => actorAt(place, `command-line:${place.user.id}`))
}

/**
 * Has something done in the name of a member for whom the command line acts, by a log-in of its own, which stands among
 * theirs for as long as it takes.
 */
export async function withLogIn<T>(
  { userId, newsroomSlug }: Actor,
  work: (actor: Actor) => Promise<T>,
): Promise<T> {
  const sessionId = await insertSession(userId, { device: 'The command line', address: '' })
  try {
    const actor = await actorOf(sessionId, newsroomSlug)
    if (!actor) throw new Refusal('not-allowed', 'They are no member of this newsroom any more.')
    return await work(actor)
  } finally {
    await updateSessionRevoked(sessionId)
  }
}

function actorAt(
  {
    role,
    user,
    newsroom,
    lacksSecondFactor,
    confirmedAt,
  }: NonNullable<Awaited<ReturnType<typeof findPlace>>>,
  sessionId: string,
): Actor {
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
    lacksSecondFactor,
    isProgram: user.isProgram,
    confirmedAt: confirmedAt === null ? null : new Date(confirmedAt),
  } as Actor
}
