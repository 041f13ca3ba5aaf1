const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000]

/** Milliseconds before each try after the first; when the last has failed too, a delivery is given up. */
const PAUSES = [
  ...[5 * SECOND, 5 * MINUTE, 30 * MINUTE],
  ...[2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR],
]

/** How long an address may fail at everything before it is switched off, in milliseconds. */
const PATIENCE = 5 * DAY

/** How long whoever receives a delivery may take for an answer, in milliseconds. */
export const TIME_LIMIT = 15 * SECOND

/** How long the secret before the newest one signs too, in milliseconds. */
export const OLD_SECRET_LASTS = DAY

/** What somebody’s server answered to one try, or why there is no answer. */
export interface DeliveryAnswer {
  /** ISO 8601. */
  at: string
  /** Milliseconds. */
  took: number
  status: number | null
  /** Why there is no status, in a sentence; else empty. */
  says: string
  /** The first kilobytes of what it said. */
  body: string
}

/** Any status of 200 and something says that it arrived; a redirect is not followed, and so is none. */
export const hasArrived = ({ status }: Pick<DeliveryAnswer, 'status'>) =>
  status !== null && status >= 200 && status < 300

/** When a delivery is tried next that failed for this time; null where it is given up. */
export function nextTry(attempts: number, now: Date): Date | null {
  const pause = PAUSES[attempts - 1]
  return pause === undefined ? null : new Date(now.getTime() + pause)
}

/** Why an address is switched off after a failure, in a sentence; null where it is not. */
export function whySwitchedOff(
  { status }: Pick<DeliveryAnswer, 'status'>,
  failingSince: Date,
  now: Date,
): string | null {
  if (status === 410) return 'It answered 410 (gone).'
  const days = (now.getTime() - failingSince.getTime()) / DAY
  return days * DAY >= PATIENCE ? `It took nothing for ${Math.floor(days)} days.` : null
}

/** How long an address rests after a failure before something else is tried there, in milliseconds. */
export const restAfterFailure = (failingSince: Date, now: Date) =>
  now.getTime() - failingSince.getTime() > 5 * MINUTE ? MINUTE : 2 * SECOND
