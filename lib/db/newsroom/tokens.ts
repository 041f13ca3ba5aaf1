import type { Actor } from '@/lib/domain/policy'
import type { ApiScope } from '@/lib/domain/vocabulary'
import { db } from '../client'
import type { Prisma } from '../generated/client'

const shown = {
  ...{ id: true, name: true, scopes: true, ending: true, userId: true, madeById: true },
  ...{ createdAt: true, expiresAt: true, lastUsedAt: true },
  user: { select: { name: true, isProgram: true } },
} satisfies Prisma.ApiTokenSelect

/** The actor's own tokens that nobody revoked, newest first, those that ran out too. */
export function listOwnTokens(actor: Actor) {
  return db().apiToken.findMany({
    where: { newsroomId: actor.newsroomId, userId: actor.userId, revokedAt: null },
    select: shown,
    orderBy: { createdAt: 'desc' },
  })
}

/** The same of everybody in the newsroom, and of its programs. */
export function listTokens(actor: Actor) {
  return db().apiToken.findMany({
    where: { newsroomId: actor.newsroomId, revokedAt: null },
    select: shown,
    orderBy: { createdAt: 'desc' },
  })
}

export type TokenShown = Awaited<ReturnType<typeof listTokens>>[number]

/** A token of the actor's newsroom that nobody revoked. */
export function findToken(actor: Actor, id: string): Promise<TokenShown | null> {
  return db().apiToken.findFirst({
    where: { id, newsroomId: actor.newsroomId, revokedAt: null },
    select: shown,
  })
}

export async function insertToken(
  actor: Actor,
  token: {
    userId: string
    name: string
    scopes: readonly ApiScope[]
    tokenHash: string
    ending: string
    expiresAt: Date
  },
): Promise<string> {
  const { id } = await db().apiToken.create({
    data: {
      ...token,
      scopes: [...token.scopes],
      newsroomId: actor.newsroomId,
      madeById: actor.userId,
    },
    select: { id: true },
  })
  return id
}

export async function updateTokenRevoked(actor: Actor, id: string): Promise<void> {
  await db().apiToken.updateMany({
    where: { id, newsroomId: actor.newsroomId, revokedAt: null },
    data: { revokedAt: new Date() },
  })
}
