/** How long a code of an authenticator app is shown, in seconds (RFC 6238). */
const STEP_SECONDS = 30

/** How many steps a clock may be off, either way. */
const DRIFT_STEPS = 1

/** Up to here, a clock that is off is told from a wrong code: a quarter of an hour. */
export const FARTHEST_STEPS = 30

/** What is known of the codes that an authenticator gave before. */
export interface CodesBefore {
  /** The step of the code that was taken last. */
  lastStep: number
  /** Steps still to come whose codes were typed too early, and told so: they open nothing any more. */
  toldSteps: readonly number[]
}

export type CodeJudged =
  | { says: 'right'; step: number }
  | { says: 'used' }
  | { says: 'clock'; step: number; minutes: number }
  | { says: 'wrong' }

/**
 * Judges a code that is right `away` steps from now; null for one that is right nowhere near. Taken is one of this step
 * or of the one before or after, once: no code again, and none that is older than the last.
 */
export function judgeCode(away: number | null, at: Date, before: CodesBefore): CodeJudged {
  if (away === null) return { says: 'wrong' }
  const step = stepAt(at) + away
  if (Math.abs(away) > DRIFT_STEPS) {
    return { says: 'clock', step, minutes: Math.round((away * STEP_SECONDS) / 60) }
  }
  if (step <= before.lastStep || before.toldSteps.includes(step)) return { says: 'used' }
  return { says: 'right', step }
}

export const stepAt = (at: Date) => Math.floor(at.getTime() / 1000 / STEP_SECONDS)

/** That the clock of an authenticator is off, and which way; `minutes` is negative where it is behind. */
export function clockInWords(minutes: number): string {
  const far = Math.abs(minutes)
  const by = `${far} ${far === 1 ? 'minute' : 'minutes'}`
  return `This code is of another time: the clock of your phone is about ${by} ${minutes > 0 ? 'ahead' : 'behind'}. Let it set its clock by the network, then type the code that it shows.`
}

/** Digits alone, as an app may group them. */
export const codeDigits = (typed: string) => typed.replace(/[\s-]/g, '')

/** Whether this is more likely a recovery code than one of an app. */
export const isRecoveryCode = (typed: string) => codeDigits(typed).length > 8
