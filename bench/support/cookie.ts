import { encode } from 'next-auth/jwt'
import type { Actor } from '@/lib/domain/policy'

export const COOKIE = 'next-auth.session-token'

/** The log-in of somebody as the browser sends it. */
export async function tokenOf({ userId, sessionId }: Actor): Promise<string> {
  return encode({ token: { sub: userId, sessionId }, secret: process.env.NEXTAUTH_SECRET ?? '' })
}

export async function cookieOf(actor: Actor): Promise<string> {
  return `${COOKIE}=${await tokenOf(actor)}`
}
