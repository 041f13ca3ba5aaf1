import { createHash } from 'node:crypto'
import { findTokenByHash, updateTokenUsed } from '@/lib/db/newsroom/sessions'
import type { Actor } from '@/lib/domain/policy'
import type { ApiScope } from '@/lib/domain/vocabulary'
import { actorOfToken } from './look-up-actor'

/** Whoever acts by a token, and what it lets them do. */
export interface Bearer {
  actor: Actor
  token: { id: string; name: string; scopes: readonly ApiScope[]; expiresAt: Date }
}

/** Why a token opens nothing. Only who holds it learns more than that it is unknown. */
export type NotABearer = 'missing' | 'unknown' | 'expired' | 'revoked'

/**
 * Whoever an Authorization header speaks for (RFC 6750, 2.1). Cookies count for nothing here. That the token is used is noted
 * once a minute.
 */
export async function findBearer(authorization: string | null): Promise<Bearer | NotABearer> {
  const [, given] = /^bearer +(\S+) *$/i.exec(authorization ?? '') ?? []
  if (!given) return 'missing'
  if (!TOKEN.test(given)) return 'unknown'
  const token = await findTokenByHash(createHash('sha256').update(given, 'utf8').digest('hex'))
  if (!token) return 'unknown'
  const { revokedAt, lastUsedAt, ...known } = token
  if (revokedAt) return 'revoked'
  if (known.expiresAt.getTime() <= Date.now()) return 'expired'
  const actor = await actorOfToken(known.id)
  if (!actor) return 'revoked'
  if ((lastUsedAt?.getTime() ?? 0) < Date.now() - A_MINUTE) await updateTokenUsed(known.id)
  return { actor, token: known }
}

const TOKEN = /^stet_[\w-]{43}$/
const A_MINUTE = 60_000
