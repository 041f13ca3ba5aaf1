/** For how long somebody who showed who they are is not asked again, in minutes. */
export const CONFIRMED_MINUTES = 10

/** Whether somebody showed who they are lately enough for what is risky; of a time to come nobody can have. */
export function isConfirmedLately(confirmedAt: Date | null, now: Date): boolean {
  if (!confirmedAt) return false
  const minutes = (now.getTime() - confirmedAt.getTime()) / 60_000
  // A clock of the database's machine may be a little ahead of ours.
  return minutes > -1 && minutes < CONFIRMED_MINUTES
}
