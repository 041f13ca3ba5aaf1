import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Refusal } from '@/lib/domain/refusal'
import { type DataFolder, keep } from './data-folder'

/** What log-ins are signed with: made once and kept, so that a restart signs nobody out. */
export async function keepSecret(folder: DataFolder): Promise<string> {
  const make = () => `${randomBytes(32).toString('base64url')}\n`
  return process.env.NEXTAUTH_SECRET || (await keep(folder, 'nextauth-secret', make)).trim()
}

/**
 * What checkpoints of the log are signed with, as PEM: the key in STET_SIGNING_KEY or in the file that it names, or one
 * that is made once and kept. Refuses what is no Ed25519 private key; it never goes into the database.
 */
export async function keepSigningKey(folder: DataFolder): Promise<string> {
  const given = process.env.STET_SIGNING_KEY
  if (!given) {
    const kept = await keep(folder, KEY_FILE, makeSigningKey)
    return checked(kept, path.join(folder.path, KEY_FILE))
  }
  if (given.includes('-----BEGIN')) return checked(given, 'STET_SIGNING_KEY')
  const read = await readFile(given, 'utf8').catch(() => {
    throw new Refusal(
      'invalid',
      `STET_SIGNING_KEY is no key, and no file that can be read: ${given}`,
    )
  })
  return checked(read, given)
}

/** A new Ed25519 key pair, as PEM (PKCS #8) of its private half. */
export function makeSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

const KEY_FILE = 'signing-key.pem'

function checked(pem: string, where: string): string {
  if (typeOf(pem) === 'ed25519') return pem
  throw new Refusal('invalid', `${where} holds no Ed25519 private key (PEM, PKCS #8).`)
}

function typeOf(pem: string) {
  try {
    return createPrivateKey(pem).asymmetricKeyType
  } catch {
    return null
  }
}
