/** How a time stamp stands, as printed. */
export const STAMP_STATES = {
  pending: 'Asked for',
  granted: 'Dated',
  failed: 'Not dated',
} as const

export type StampState = keyof typeof STAMP_STATES

/** In minutes after each try that failed; then somebody has to ask anew. */
const ASK_AGAIN_AFTER = [1, 10, 60, 6 * 60, 24 * 60]

/** When an authority is asked again that did not answer `tries` times, the last time at `now`; null: not by itself. */
export function nextTry(tries: number, now: Date): Date | null {
  const minutes = ASK_AGAIN_AFTER[tries - 1]
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000)
}
