import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'

/** A set-up that nobody confirmed in this time is over, in milliseconds. */
const SETUP_OPEN = 3600_000

/** How the actor's own second factor stands: since when it is on, or what they are setting up. */
export async function findOwnSecondFactor(actor: Actor) {
  const [factor, codesLeft] = await Promise.all([
    db().secondFactor.findUnique({
      where: { userId: actor.userId },
      select: { sealedSecret: true, begunAt: true, confirmedAt: true },
    }),
    db().recoveryCode.count({ where: { userId: actor.userId, usedAt: null } }),
  ])
  const isOpen = factor && !factor.confirmedAt && Date.now() - factor.begunAt.getTime() < SETUP_OPEN
  return {
    since: factor?.confirmedAt ?? null,
    /** The sealed secret of a set-up that is open. */
    begun: isOpen ? factor.sealedSecret : null,
    codesLeft,
  }
}

/** Begins a set-up of the actor's, in place of one that was not confirmed. */
export async function insertSecondFactor(actor: Actor, sealedSecret: string): Promise<void> {
  const row = { sealedSecret, begunAt: new Date(), confirmedAt: null, lastStep: 0, toldSteps: [] }
  await db().secondFactor.upsert({
    where: { userId: actor.userId },
    create: { userId: actor.userId, ...row },
    update: row,
  })
}

/** Turns the actor's second factor on; the code that confirmed it is used. */
export async function updateSecondFactorConfirmed(actor: Actor, step: number): Promise<void> {
  await db().secondFactor.update({
    where: { userId: actor.userId },
    data: { confirmedAt: new Date(), lastStep: step },
  })
}

/** Puts the actor's recovery codes in place of older ones. */
export async function insertRecoveryCodes(actor: Actor, hashes: readonly string[]): Promise<void> {
  const { userId } = actor
  await db().recoveryCode.deleteMany({ where: { userId } })
  await db().recoveryCode.createMany({ data: hashes.map((codeHash) => ({ userId, codeHash })) })
}

/** Forgets the second factor of a present member of the actor's newsroom, with its recovery codes. */
export async function deleteSecondFactor(
  actor: Pick<Actor, 'newsroomId'>,
  userId: string,
): Promise<void> {
  const here = { some: { newsroomId: actor.newsroomId, removedAt: null } }
  const where = { userId, user: { memberships: here } }
  await db().recoveryCode.deleteMany({ where })
  await db().secondFactor.deleteMany({ where })
}

/** Whether a member has a second factor. */
export async function hasSecondFactor(
  actor: Pick<Actor, 'newsroomId'>,
  userId: string,
): Promise<boolean> {
  const here = { some: { newsroomId: actor.newsroomId } }
  const where = { userId, confirmedAt: { not: null }, user: { memberships: here } }
  return (await db().secondFactor.count({ where })) === 1
}

/** Whether everybody in the newsroom needs a second factor. */
export async function isSecondFactorRequired({ newsroomId }: Actor): Promise<boolean> {
  const { secondFactorRequired } = await db().newsroom.findUniqueOrThrow({
    where: { id: newsroomId },
    select: { secondFactorRequired: true },
  })
  return secondFactorRequired
}

export async function updateSecondFactorRequired(
  { newsroomId }: Actor,
  secondFactorRequired: boolean,
): Promise<void> {
  await db().newsroom.update({ where: { id: newsroomId }, data: { secondFactorRequired } })
}
