import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { signatureOf, signCheckpoint } from '@/lib/domain/audit/checkpoint'
import { type AuditEntry, GENESIS, type SealedEntry, seal } from '@/lib/domain/audit/hash-chain'
import { logFile } from '@/lib/reports/log-file'

/** The newsroom whose log this is. */
export const DESK = '0198c1de-7a10-7c11-9e2b-5f0f5d3c2a11'

/** The installation's keys, and those of somebody else. */
export const ours = generateKeyPairSync('ed25519')
export const foreign = generateKeyPairSync('ed25519')

/** A whole log; from an entry on by somebody else, if so asked. */
export function chain(
  count: number,
  { forgedFrom = count + 1, newsroomId = DESK } = {},
): SealedEntry[] {
  const entries: SealedEntry[] = []
  for (let seq = 1; seq <= count; seq++) {
    const by = seq >= forgedFrom ? 'eve' : 'ada'
    entries.push(sealedAfter(entries.at(-1), { seq, by, newsroomId }))
  }
  return entries
}

/** An entry that follows another in every respect but perhaps its number. */
export function sealedAfter(
  before: SealedEntry | undefined,
  { seq, by = 'eve', newsroomId = DESK }: { seq: number; by?: string; newsroomId?: string },
): SealedEntry {
  const entry: AuditEntry = {
    newsroomId,
    seq,
    actorId: by,
    articleId: `a${seq}`,
    claimId: null,
    type: 'claim.marked',
    data: { words: `“page 4 of ${seq}”\u2028 👍`, '10': 1, '9': seq, ...FILLER },
    at: `2026-11-22T10:00:${String(seq % 60).padStart(2, '0')}.000Z`,
  }
  const previous = before?.hash ?? GENESIS
  return { ...entry, previous, hash: seal(previous, entry) }
}

/** As much as an event of an ordinary day says. */
const FILLER = {
  articleId: '0198c1de-7a10-7c11-9e2b-5f0f5d3c2a12',
  claimId: '0198c1de-7a10-7c11-9e2b-5f0f5d3c2a13',
  rationale: 'Two ledgers of the harbour office give the same sum, each with its own date.',
}

/** The checkpoint of a log at one of its entries, and the key that signed it. */
export function at(entries: readonly SealedEntry[], seq: number, { privateKey, publicKey } = ours) {
  const hash = entries[seq - 1]?.hash ?? GENESIS
  const head = { newsroomId: DESK, seq, hash, at: new Date('2026-11-22T12:00:00Z') }
  return { checkpoint: signCheckpoint(head, privateKey), key: pem(publicKey) }
}

/** The log as it is exported, in pages of four entries unless told otherwise. */
export function exported(
  entries: readonly SealedEntry[],
  { key = ours, page = 4 } = {},
): ReadableStream<Uint8Array> {
  const header = { newsroom: { id: DESK, name: 'The Desk' }, generatedBy: 'Ada' }
  async function* pages() {
    for (let first = 0; first < entries.length; first += page) {
      yield entries.slice(first, first + page)
    }
  }
  const sign = (value: object) => signatureOf(value, key.privateKey)
  return logFile({ ...header, ...at(entries, entries.length, key), sign }, pages())
}

export function pem(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'pem' }).toString()
}
