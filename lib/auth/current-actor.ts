import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { findLogin } from '@/lib/db/newsroom/sessions'
import type { Actor } from '@/lib/domain/policy'
import { actorOf } from './look-up-actor'
import { authOptions } from './next-auth-options'

/**
 * Whoever is asking, if they belong to this newsroom.
 *
 * The cookie only says which log-in it is. Whether that still holds, and the person's role, is read
 * from the database on every request, so a changed role or a removed member takes effect at once.
 */
export async function findActor(newsroom: string): Promise<Actor | null> {
  const actor = await findMember(newsroom)
  return actor?.lacksSecondFactor ? null : actor
}

/** The same, also of somebody who has yet to set up the second factor that the newsroom requires. */
const findMember = cache(async (newsroom: string): Promise<Actor | null> => {
  const sessionId = await findSessionId()
  return sessionId ? actorOf(sessionId, newsroom) : null
})

/** As `findActor`, for pages: strangers log in and come back, and outsiders do not learn that the newsroom exists. */
export async function requireActor(newsroom: string): Promise<Actor> {
  const actor = await requireMember(newsroom)
  if (!actor.lacksSecondFactor) return actor
  redirect(`/${newsroom}/second-factor?to=${encodeURIComponent(await whereTo())}`)
}

/** As `requireActor`, for the one page that sets up a second factor, and what it sends. */
export async function requireMember(newsroom: string): Promise<Actor> {
  const actor = await findMember(newsroom)
  if (actor) return actor
  if (await findPerson()) notFound()
  redirect(`/log-in?to=${encodeURIComponent(await whereTo())}`)
}

/** Who is logged in and where they belong, whatever the newsroom. */
export const findPerson = cache(async () => {
  const sessionId = await findSessionId()
  return sessionId ? ((await findLogin(sessionId))?.user ?? null) : null
})

/** The same person in the same newsroom, asked anew: for streams that outlive the request they began with. */
export async function stillThere({ sessionId, newsroomSlug }: Actor): Promise<Actor | null> {
  const actor = await actorOf(sessionId, newsroomSlug)
  return actor?.lacksSecondFactor ? null : actor
}

const findSessionId = cache(async (): Promise<string | null> => {
  const session = await getServerSession(authOptions)
  return session?.sessionId || null
})

/** The page that was asked for, which the proxy passes on in a header. */
async function whereTo(): Promise<string> {
  return (await headers()).get('x-stet-address') ?? '/'
}
