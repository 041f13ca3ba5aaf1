import { createHash } from 'node:crypto'
import type { NamedForm } from '../db/idempotency-keys'
import type { Actor } from '../domain/policy'
import { Problem } from './answers/problems'

/**
 * What a request is known by when it is sent again: made of its Idempotency-Key and of whoever sends it, so that nobody meets a
 * key of somebody else; and of what it is sent for, the operation and its body, so that one key does one thing.
 *
 * Two that come at once are carried out one after the other, as all commands of a newsroom are, so the second is answered as
 * the first was.
 */
export function sentAs(
  header: string | null,
  { userId, newsroomId }: Pick<Actor, 'userId' | 'newsroomId'>,
  { name, body }: { name: string; body: unknown },
): NamedForm | undefined {
  if (header === null) return undefined
  const key = header.trim().replace(/^"(.*)"$/, '$1')
  if (!/^[\x20-\x7e]{1,255}$/.test(key)) {
    throw new Problem('bad-request', 'An Idempotency-Key has 1 to 255 letters, such as a UUID.')
  }
  const id = asUuid(sha256(JSON.stringify([newsroomId, userId, key])))
  return { id, command: `${name} ${sha256(JSON.stringify(body))}` }
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** The first bits of a hash as a UUID of version 8 (RFC 9562, 5.8). */
function asUuid(hex: string): string {
  const [a, b, c, d, e] = [
    ...[hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`],
    ...[`8${hex.slice(17, 20)}`, hex.slice(20, 32)],
  ]
  return [a, b, c, d, e].join('-')
}
