import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '../refusal'
import { canonicalJson } from './hash-chain'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * Where a newsroom's log ended at one moment, signed by the installation. Kept outside, it proves later that nothing
 * before it was changed: a log that is whole and has this entry with this hash is the log that was there.
 */
export const checkpointSchema = z.strictObject({
  format: z.literal('stet-checkpoint/1'),
  newsroom: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .describe('The newsroom’s id'),
  entries: z.int().nonnegative().describe('How many entries the log had'),
  head: sha256.describe('The hash of the last of them'),
  at: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    .refine((at) => !Number.isNaN(Date.parse(at)))
    .describe('When it was signed: ISO 8601, UTC, whole seconds'),
  key: sha256.describe('Fingerprint of the key: SHA-256 of its public half (SPKI, DER)'),
  signature: z
    .string()
    .regex(/^[\w-]{86}$/)
    .refine((text) => Buffer.from(text, 'base64url').toString('base64url') === text)
    .describe('Ed25519 (RFC 8032) over the canonical JSON of all the rest, base64url'),
})

export type Checkpoint = z.infer<typeof checkpointSchema>

/** Signs where a log ends, with an Ed25519 key. The time is kept to the second. */
export function signCheckpoint(
  { newsroomId, seq, hash, at }: { newsroomId: string; seq: number; hash: string; at: Date },
  privateKey: KeyObject,
): Checkpoint {
  const unsigned = {
    format: 'stet-checkpoint/1' as const,
    newsroom: newsroomId,
    entries: seq,
    head: hash,
    at: at.toISOString().replace(/\.\d+Z$/, 'Z'),
    key: fingerprintOf(createPublicKey(privateKey)),
  }
  return checkpointSchema.parse({ ...unsigned, signature: signatureOf(unsigned, privateKey) })
}

/** The Ed25519 signature (RFC 8032) of a value's canonical JSON, base64url. */
export function signatureOf(value: unknown, privateKey: KeyObject): string {
  return sign(null, Buffer.from(canonicalJson(value)), privateKey).toString('base64url')
}

/** Whether a checkpoint is what the holder of this key signed. */
export function isSignedBy({ signature, ...unsigned }: Checkpoint, publicKey: KeyObject): boolean {
  return (
    unsigned.key === fingerprintOf(publicKey) &&
    verify(
      null,
      Buffer.from(canonicalJson(unsigned)),
      publicKey,
      Buffer.from(signature, 'base64url'),
    )
  )
}

/** By what people know a public key: the SHA-256 of its SPKI form (DER), in hex. */
export function fingerprintOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
}

/**
 * A checkpoint in one line, to be printed: its parts with spaces between them, the signature in hex, and no hyphen
 * where a line of print may end, because programs that copy from a PDF take those for hyphenation.
 */
export function printCheckpoint(checkpoint: Checkpoint): string {
  const { format, newsroom, entries, at, head, key, signature } = checkpoint
  const signed = Buffer.from(signature, 'base64url').toString('hex')
  return [format, newsroom, entries, at.replace(/[-:]/g, ''), head, key, signed].join(' ')
}

/** A checkpoint from its JSON or from its line, however that was wrapped; refuses what is neither. */
export function parseCheckpoint(text: string): Checkpoint {
  const parsed = checkpointSchema.safeParse(
    text.trim().startsWith('{') ? fromJson(text) : fromLine(text),
  )
  if (parsed.success) return parsed.data
  throw new Refusal('invalid', 'This is not a checkpoint of a Stet log, or part of it is missing.')
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function fromLine(text: string): unknown {
  const [format, newsroom, entries = '', at = '', ...rest] = text
    .replaceAll('\u200b', '')
    .trim()
    .split(/\s+/)
  const hashes = /^([0-9a-f]{64})([0-9a-f]{64})([0-9a-f]{128})$/.exec(rest.join(''))
  const time = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(at)
  if (!hashes || !time || !/^\d{1,15}$/.test(entries)) return null
  const [, year, month, day, hours, minutes, seconds] = time
  return {
    ...{ format, newsroom, entries: Number(entries), head: hashes[1], key: hashes[2] },
    at: `${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`,
    signature: Buffer.from(hashes[3] ?? '', 'hex').toString('base64url'),
  }
}
