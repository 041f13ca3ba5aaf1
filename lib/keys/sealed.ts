import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/**
 * Seals words with the installation's secret (AES-256-GCM, a key of its own by HKDF-SHA-256), so that the database alone
 * cannot read them. What they are `about` is sealed with them: copied to another row they do not open.
 */
export function seal(words: string, about: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(), nonce).setAAD(Buffer.from(about))
  const sealed = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** What was sealed; null where it was sealed with another secret, about something else, or not by us. */
export function unseal(sealed: string, about: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  const [nonce, tag, words] = [bytes.subarray(0, 12), bytes.subarray(12, 28), bytes.subarray(28)]
  try {
    const options = { authTagLength: 16 }
    const decipher = createDecipheriv('aes-256-gcm', sealingKey(), nonce, options)
    decipher.setAAD(Buffer.from(about)).setAuthTag(tag)
    return Buffer.concat([decipher.update(words), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

function sealingKey(): Buffer {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is missing; whatever starts the app has to give it')
  return Buffer.from(hkdfSync('sha256', secret, '', 'Stet: secrets at rest', 32))
}
