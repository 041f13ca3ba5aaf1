import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/vocabulary'
import { db } from '../client'

/** Invitations that can still be accepted, newest first. */
export function listOpenInvitations(actor: Actor) {
  return db().invitation.findMany({
    where: {
      newsroomId: actor.newsroomId,
      acceptedAt: null,
      withdrawnAt: null,
      expiresAt: { gt: new Date() },
    },
    select: { id: true, email: true, role: true, createdAt: true, expiresAt: true },
    orderBy: { createdAt: 'desc' },
  })
}

export function findOpenInvitation(actor: Actor, id: string) {
  return db().invitation.findFirst({
    where: { id, newsroomId: actor.newsroomId, acceptedAt: null, withdrawnAt: null },
    select: { id: true, email: true },
  })
}

export async function insertInvitation(
  actor: Actor,
  data: { email: string; role: Role; tokenHash: string; expiresAt: Date },
): Promise<void> {
  await db().invitation.create({
    data: { ...data, newsroomId: actor.newsroomId, invitedById: actor.userId },
  })
}

/** Withdraws what is still open for this address, so that only the newest link works. */
export async function updateInvitationsWithdrawn(
  actor: Actor,
  which: { id: string } | { email: string },
): Promise<void> {
  await db().invitation.updateMany({
    where: { ...which, newsroomId: actor.newsroomId, acceptedAt: null, withdrawnAt: null },
    data: { withdrawnAt: new Date() },
  })
}
