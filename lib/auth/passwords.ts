import { hash, verify } from '@node-rs/argon2'

/** A password as it is stored: Argon2id (RFC 9106) with 19 MiB and two passes, in PHC string format. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
}

/** Whether this is the password behind the stored hash. */
export function isPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password)
}

/** A hash that no password opens, to spend the same time on an address that nobody has. */
export const NOBODYS_HASH = hashPassword(crypto.randomUUID())
