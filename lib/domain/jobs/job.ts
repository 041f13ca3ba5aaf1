/** Work that takes a while, and what the person who asked for it would call it. */
export const JOB_KINDS = {
  keep_page: 'Keep a page',
  time_stamp: 'Date a capture',
  look_again: 'Look at a page again',
  make_bundle: 'Make an evidence bundle',
  find_notes: 'Find what a document says',
  fetch_article: 'Fetch a page as an article',
  send_mail: 'Send a mail',
} as const

export type JobKind = keyof typeof JOB_KINDS

export const JOB_STATES = {
  waiting: 'Waiting',
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
} as const

export type JobState = keyof typeof JOB_STATES

/** Milliseconds before each attempt after the first, where a failure may pass; after the last, it is taken for final. */
const PAUSES = [5_000, 30_000]

/** A mail server may be away for a night: its mail is tried for most of a day. */
const MAIL_PAUSES = [5_000, 30_000, 300_000, 1_800_000, 7_200_000, 18_000_000, 36_000_000]

export const pausesOf = (kind: JobKind): readonly number[] =>
  kind === 'send_mail' ? MAIL_PAUSES : PAUSES

/** How often a job is begun before a failure that may pass is taken for final. */
export const mostAttempts = (kind: JobKind): number => pausesOf(kind).length + 1

/** Whether a job still waits or runs, so that it can be cancelled and may change by itself. */
export const isUnderWay = (state: JobState) => state === 'waiting' || state === 'running'

/** Whether a person can have a job begun anew. */
export const canRetry = (state: JobState) => state === 'failed' || state === 'cancelled'

/** What a job is about, in a line for whoever reads of it; empty where nobody said. */
export function aboutOf(input: unknown): string {
  const about = typeof input === 'object' && input !== null && Reflect.get(input, 'about')
  return typeof about === 'string' ? about : ''
}

/** What a job was asked to do, or what came of it, as its row keeps it (RFC 8259). */
export type JobFacts = { [name: string]: JsonValue }

type JsonValue = string | number | boolean | null | JsonValue[] | JobFacts
