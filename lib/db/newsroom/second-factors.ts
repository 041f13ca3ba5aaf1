/** Second factors as they are asked for at the log-in, before there is an actor. */

import { db } from '../client'

/** The confirmed authenticator of somebody; null where they have none. */
export function findSecondFactor(userId: string) {
  return db().secondFactor.findFirst({
    where: { userId, confirmedAt: { not: null } },
    select: { sealedSecret: true, lastStep: true, toldSteps: true },
  })
}

/** Takes the code of a step, once: answers false where it, or a later one, was taken meanwhile. */
export async function updateSecondFactorUsed(userId: string, step: number): Promise<boolean> {
  const { count } = await db().secondFactor.updateMany({
    where: { userId, lastStep: { lt: step } },
    data: { lastStep: step, toldSteps: [] },
  })
  return count === 1
}

/** Notes that somebody was told that a code is of a step to come. */
export async function updateSecondFactorTold(userId: string, step: number): Promise<void> {
  await db().secondFactor.updateMany({ where: { userId }, data: { toldSteps: { push: step } } })
}

/** Takes a recovery code, once; answers false for one that is none, or was used. */
export async function updateRecoveryCodeUsed(userId: string, codeHash: string): Promise<boolean> {
  const { count } = await db().recoveryCode.updateMany({
    where: { userId, codeHash, usedAt: null },
    data: { usedAt: new Date() },
  })
  return count === 1
}
