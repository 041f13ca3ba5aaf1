/** What of that which waits for somebody comes to them by mail, and when. */

import { dayOf } from '../times/days'
import { calendarOf } from '../times/moments'
import { keyOf, type ReadLines, type Waiting, type WaitingKind } from './kinds'

/** What waits, in three parts, of which each person chooses how they hear by mail. */
export const MAIL_GROUPS = {
  blocks: 'What blocks an article',
  asked: 'What colleagues ask of you',
  work: 'Your work in articles',
} as const

export type MailGroup = keyof typeof MAIL_GROUPS

export const MAIL_TIMINGS = {
  at_once: 'At once',
  digest: 'In the digest',
  never: 'Not by mail',
} as const

export type MailTiming = keyof typeof MAIL_TIMINGS

/** What somebody chose for each part, and the hour of the digest, in the newsroom’s time zone. */
export type MailChoices = Record<MailGroup, MailTiming> & { digestHour: number }

const GROUP_OF: Record<WaitingKind, MailGroup> = {
  ...{ emergency: 'blocks', fallen: 'blocks', deadline: 'blocks' },
  ...{ answer: 'asked', close: 'asked', mention: 'asked', differing: 'asked', sign: 'asked' },
  ...{ second: 'asked', name_second: 'asked', decide: 'asked' },
  ...{ apply: 'work', unsafe: 'work', secondary: 'work', frame: 'work', place: 'work' },
  ...{ check: 'work', take: 'work', chase: 'work', uncovered: 'work', hand: 'work' },
  ...{ pages: 'work', notes: 'work' },
}

/** To which part a line belongs: a query that keeps an article from its signature blocks it, whoever asks. */
export function mailGroupOf({ kind, blocking }: Pick<Waiting, 'kind' | 'blocking'>): MailGroup {
  return blocking ? 'blocks' : GROUP_OF[kind]
}

/** The lines in which something stands that was neither read nor told by mail. */
export function untold(
  lines: readonly Waiting[],
  { read, told }: { read: ReadLines; told: ReadLines },
): Waiting[] {
  return lines.filter((line) => {
    const known = [...(read[keyOf(line)] ?? []), ...(told[keyOf(line)] ?? [])]
    return line.parts.some((part) => !known.includes(part))
  })
}

/** What has been told once these lines are, without what waits no more. */
export function toldWith(
  told: ReadLines,
  lines: readonly Waiting[],
  waiting: readonly Waiting[],
): ReadLines {
  const now = new Set(lines.map(keyOf))
  return Object.fromEntries(
    waiting.flatMap((line) => {
      const key = keyOf(line)
      const before = told[key] ?? []
      const parts = line.parts.filter((part) => now.has(key) || before.includes(part))
      return parts.length > 0 ? [[key, parts]] : []
    }),
  )
}

/** What was told, but for what mails held that did not get through. */
export function toldWithout(told: ReadLines, failed: readonly ReadLines[]): ReadLines {
  const lost = failed.flatMap((lines) =>
    Object.entries(lines).flatMap(([key, parts]) => parts.map((part) => `${key} ${part}`)),
  )
  return Object.fromEntries(
    Object.entries(told).map(([key, parts]) => [
      key,
      parts.filter((part) => !lost.includes(`${key} ${part}`)),
    ]),
  )
}

/**
 * The calendar day of the newsroom for which a digest is due now; null where it came already, or its hour has not. An hour
 * that clocks leave out is over as soon as the next one begins.
 */
export function digestDue(
  now: Date,
  timeZone: string,
  { digestHour, digestedOn }: { digestHour: number; digestedOn: string },
): string | null {
  const today = dayOf(now, timeZone)
  return digestedOn < today && calendarOf(now, timeZone).hour >= digestHour ? today : null
}
