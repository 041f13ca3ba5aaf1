import { createHash } from 'node:crypto'

/** The hash that stands before the first entry. */
export const GENESIS = '0'.repeat(64)

/** What is sealed of an entry; every value must survive a round trip through JSON. */
export interface AuditEntry {
  newsroomId: string
  seq: number
  actorId: string
  articleId: string | null
  claimId: string | null
  type: string
  data: unknown
  /** ISO 8601 in UTC with milliseconds. */
  at: string
}

export interface SealedEntry extends AuditEntry {
  previous: string
  hash: string
}

/** The hash that seals an entry, SHA-256 in hex: it covers the entry and, through `previous`, everything before it. */
export function seal(previous: string, entry: AuditEntry): string {
  return createHash('sha256')
    .update(`${previous}\n${canonicalJson(entry)}`, 'utf8')
    .digest('hex')
}

/** JSON with sorted keys and no white space (RFC 8785 for the values used here), so equal values give equal bytes. */
export function canonicalJson(value: unknown): string {
  return written(JSON.parse(JSON.stringify(value)))
}

/** By hand: a sorted object would still put keys that look like numbers first, in their own order. */
function written(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(written).join()}]`
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, inner]) => `${JSON.stringify(key)}:${written(inner)}`).join()}}`
}

export type ChainCheck =
  | { whole: true; entries: number; head: string }
  | { whole: false; brokenAt: number; why: string }

/** Walks a chain from its beginning and tells where it first fails to hold. */
export function checkChain(
  entries: readonly SealedEntry[],
  expected: { seq: number; hash: string },
): ChainCheck {
  let head = GENESIS
  for (const [index, { previous, hash, ...entry }] of entries.entries()) {
    const seq = index + 1
    if (entry.seq !== seq) return { whole: false, brokenAt: seq, why: 'An entry is missing.' }
    if (previous !== head) {
      return { whole: false, brokenAt: seq, why: 'The entry does not follow the one before it.' }
    }
    if (seal(previous, entry) !== hash) {
      return { whole: false, brokenAt: seq, why: 'The entry was changed after it was sealed.' }
    }
    head = hash
  }
  if (entries.length !== expected.seq || head !== expected.hash) {
    return { whole: false, brokenAt: entries.length + 1, why: 'Entries are missing at the end.' }
  }
  return { whole: true, entries: entries.length, head }
}
