import { createDecipheriv, hkdfSync } from 'node:crypto'

/**
 * Whether a Cookie header shows a log-in that this installation sealed and whose time is not over. Costs some
 * microseconds and asks nobody: whether the log-in was ended since is for the database to say.
 */
export function showsOwnLogIn(cookie: string): boolean {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) return false
  return NAMES.some((name) => {
    const sealed = name.exec(cookie)?.[1]
    if (!sealed || sealed.length > LONGEST) return false
    const { exp } = opened(sealed, secret) ?? {}
    return typeof exp === 'number' && exp * 1000 > Date.now()
  })
}

/** The cookie of next-auth, with and without TLS: a browser may still have one of the other kind. */
const NAMES = [
  /(?:^|;\s*)__Secure-next-auth\.session-token=([\w.-]+)/,
  /(?:^|;\s*)next-auth\.session-token=([\w.-]+)/,
]

/** Ours have some 300 characters. */
const LONGEST = 2_000

/** What an encrypted token says: JWE in its compact form with `dir` and A256GCM (RFC 7516, 7518), as next-auth writes it. */
function opened(token: string, secret: string): Record<string, unknown> | null {
  const [header, key, ...rest] = token.split('.')
  const [iv, words, tag] = rest.map((part) => Buffer.from(part, 'base64url'))
  if (!header || key !== '' || !iv || !words || !tag || rest.length !== 3) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), iv, { authTagLength: 16 })
    decipher.setAAD(Buffer.from(header)).setAuthTag(tag)
    return JSON.parse(Buffer.concat([decipher.update(words), decipher.final()]).toString())
  } catch {
    return null
  }
}

const keys = new Map<string, Buffer>()

/** The key that next-auth derives from its secret. */
function keyOf(secret: string): Buffer {
  const known = keys.get(secret)
  if (known) return known
  const info = 'NextAuth.js Generated Encryption Key'
  const key = Buffer.from(hkdfSync('sha256', secret, '', info, 32))
  keys.set(secret, key)
  return key
}
