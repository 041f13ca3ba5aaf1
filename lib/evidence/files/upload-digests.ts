import { createHash, type Hash } from 'node:crypto'
import { Transform } from 'node:stream'

/** Digests of uploads as far as this process has seen them arrive without a gap, the newest last. */
const digests = new Map<string, { hash: Hash; upTo: number }>()

/** A digest takes a kilobyte. An upload whose digest is forgotten is read again from the disk in the end. */
const MOST_KEPT = 1_000

/** Passes on what arrives from this offset on, and takes it into the upload's digest if that has come so far. */
export function digesting(id: string, offset: number): Transform {
  const known = offset === 0 ? { hash: createHash('sha256'), upTo: 0 } : digests.get(id)
  digests.delete(id)
  if (known?.upTo === offset) remember(id, known)
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const digest = digests.get(id)
      digest?.hash.update(chunk)
      if (digest) digest.upTo += chunk.length
      done(null, chunk)
    },
  })
}

/** The SHA-256 of an upload of so many bytes, if this process saw all of them arrive and reach the disk; once. */
export function takeDigest(id: string, bytes: number): string | null {
  const digest = digests.get(id)
  digests.delete(id)
  return digest?.upTo === bytes ? digest.hash.digest('hex') : null
}

/** Forgets the digest of an upload of which not all that was seen has reached the disk. */
export function forgetDigest(id: string): void {
  digests.delete(id)
}

function remember(id: string, digest: { hash: Hash; upTo: number }): void {
  digests.set(id, digest)
  const [oldest] = digests.keys()
  if (digests.size > MOST_KEPT && oldest) digests.delete(oldest)
}
