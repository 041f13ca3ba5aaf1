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
  const walk = walkChain()
  walk.on(entries)
  return walk.end(expected)
}

/** The same walk in steps, so that a long chain need not be at hand as a whole. */
export function walkChain() {
  let head = GENESIS
  let walked = 0
  let broken: ChainCheck | null = null

  return {
    /** Goes on over the entries that come next, and tells where the chain is broken, once it is. */
    on(entries: readonly SealedEntry[]): ChainCheck | null {
      for (const entry of entries) {
        const why = broken ? null : whyBroken(entry, { seq: walked + 1, head })
        if (why) broken = { whole: false, brokenAt: walked + 1, why }
        if (broken) break
        head = entry.hash
        walked++
      }
      return broken
    },

    /** What the walk came to, where the chain is said to end. */
    end(expected: { seq: number; hash: string }): ChainCheck {
      if (broken) return broken
      if (walked !== expected.seq || head !== expected.hash) {
        return { whole: false, brokenAt: walked + 1, why: 'Entries are missing at the end.' }
      }
      return { whole: true, entries: walked, head }
    },
  }
}

function whyBroken(
  { previous, hash, ...entry }: SealedEntry,
  expected: { seq: number; head: string },
): string | null {
  if (entry.seq !== expected.seq) return 'An entry is missing.'
  if (previous !== expected.head) return 'The entry does not follow the one before it.'
  return seal(previous, entry) === hash ? null : 'The entry was changed after it was sealed.'
}
