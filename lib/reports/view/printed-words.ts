import { VERIFICATION_STATUSES, type VerificationStatus } from '@/lib/domain/claims/status'
import type { ReportVerdict } from '@/lib/domain/report/schema'
import { escapeInvisible } from '@/lib/domain/text/invisible-characters'
import { momentBesideUtc } from '@/lib/domain/times/moments'
import type { ASPECTS } from '@/lib/domain/vocabulary'

/** Something a person wrote, fit to be printed: nothing invisible in it can change how it reads. */
export interface Words {
  text: string
  /** The direction of its first strong character, as `dir="auto"` has it. */
  dir: 'ltr' | 'rtl'
}

export function words(text: string): Words {
  return { text: escapeInvisible(text), dir: directionOf(text) }
}

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

function directionOf(text: string): Words['dir'] {
  const first = /\p{L}/u.exec(text)?.[0] ?? ''
  return RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr'
}

/** How a report prints an instant: in full, in the newsroom’s time zone with UTC beside it. */
export type Clock = (instant: string) => string

export function clockIn(timeZone: string): Clock {
  return (instant) => momentBesideUtc(new Date(instant), timeZone)
}

/** How many, with its noun: `1 claim`, `1,204 words`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}

/** A verification status with the word that is printed for it. */
export interface Standing {
  status: VerificationStatus
  word: string
}

export function standing(status: VerificationStatus): Standing {
  return { status, word: VERIFICATION_STATUSES[status] }
}

/** What an aspect asks, for a reader who has not met the two words before. */
export const ASPECT_QUESTIONS: Record<keyof typeof ASPECTS, string> = {
  said: 'Were these words said?',
  so: 'Is what the words say so?',
}

/** The verdict of one aspect in a word, also where there is none yet. */
export function verdictWord(verdict: ReportVerdict | null): string {
  return verdict ? VERIFICATION_STATUSES[verdict.verdict] : NOT_YET
}

export const NOT_YET = 'Not yet checked'
