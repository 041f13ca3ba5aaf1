import {
  findSecondFactor,
  updateRecoveryCodeUsed,
  updateSecondFactorTold,
  updateSecondFactorUsed,
} from '@/lib/db/newsroom/second-factors'
import { hashRecoveryCode } from '@/lib/domain/accounts/recovery-codes'
import { codeDigits, isRecoveryCode, judgeCode } from '@/lib/domain/accounts/second-factor'
import { stepsAway } from '@/lib/keys/authenticator'
import { unseal } from '@/lib/keys/sealed'

/** What is in the way of somebody whose password is right. */
export type CodeProblem = 'code-needed' | 'code-wrong' | 'code-used' | 'code-unreadable'

/** Thrown at the log-in where the password is right and the second factor is not; its message names why, and nothing else. */
export class SecondFactorNeeded extends Error {
  constructor(why: CodeProblem | `code-clock${number}`) {
    super(why)
  }
}

/** Returns once somebody has shown their second factor, if they have one; each code does it once. */
export async function assertSecondFactor(
  userId: string,
  typed: string,
  at: Date = new Date(),
): Promise<void> {
  const factor = await findSecondFactor(userId)
  if (!factor) return
  if (typed.trim() === '') throw new SecondFactorNeeded('code-needed')
  if (isRecoveryCode(typed)) {
    if (await updateRecoveryCodeUsed(userId, hashRecoveryCode(typed))) return
    throw new SecondFactorNeeded('code-wrong')
  }
  const secret = unseal(factor.sealedSecret, userId)
  if (secret === null) throw new SecondFactorNeeded('code-unreadable')
  const judged = judgeCode(stepsAway(secret, codeDigits(typed), at), at, factor)
  if (judged.says === 'clock') {
    // A code that was told to be of a time to come would be worth waiting for.
    if (judged.minutes > 0) await updateSecondFactorTold(userId, judged.step)
    throw new SecondFactorNeeded(`code-clock${judged.minutes}`)
  }
  if (judged.says === 'wrong') throw new SecondFactorNeeded('code-wrong')
  const isTaken = judged.says === 'right' && (await updateSecondFactorUsed(userId, judged.step))
  if (!isTaken) throw new SecondFactorNeeded('code-used')
}
