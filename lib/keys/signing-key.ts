import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import {
  type Checkpoint,
  fingerprintOf,
  signatureOf,
  signCheckpoint,
} from '@/lib/domain/audit/checkpoint'

/**
 * Where a newsroom's log ends, signed with the installation's key, to be printed and kept elsewhere. Each call is a
 * new statement about the same head at a later moment; nothing is stored.
 */
export function signedCheckpoint(
  head: { newsroomId: string; seq: number; hash: string },
  at: Date = new Date(),
): Checkpoint {
  return signCheckpoint({ ...head, at }, privateKey())
}

/** The signature of a value's canonical JSON by the installation's key, base64url. */
export function signed(value: object): string {
  return signatureOf(value, privateKey())
}

/** The public half of the installation's key, in PEM (SPKI), and its fingerprint. */
export function signingKey(): { pem: string; fingerprint: string } {
  const publicKey = createPublicKey(privateKey())
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  return { pem, fingerprint: fingerprintOf(publicKey) }
}

let known: { pem: string; key: KeyObject } | undefined

function privateKey(): KeyObject {
  const pem = process.env.STET_SIGNING_KEY
  if (!pem) throw new Error('STET_SIGNING_KEY is missing; whatever starts the app has to give it')
  if (known?.pem !== pem) known = { pem, key: createPrivateKey(pem) }
  return known.key
}
