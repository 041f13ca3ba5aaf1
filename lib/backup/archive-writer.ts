import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createGzip } from 'node:zlib'
import { Encrypter } from 'age-encryption'
import tar from 'tar-stream'
import { MANIFEST, type Manifest } from './manifest'

/** One part after the other goes into a tar (POSIX ustar), packed by gzip, encrypted by age where recipients are given. */
export interface ArchiveWriter {
  /** Adds a part whose bytes are at hand. */
  add(name: string, bytes: Buffer): Promise<void>
  /** Adds a part of so many bytes, and gives the SHA-256 of what it was. Rejects where the stream breaks off. */
  addStream(name: string, bytes: number, stream: Readable): Promise<string>
  /** Ends it with what it says of itself. Until then there is no file of that name. */
  end(manifest: Omit<Manifest, 'entries'>): Promise<void>
  /** Leaves nothing of it. */
  abandon(): Promise<void>
}

/** Begins an archive at this path, readable for its owner alone. */
export function writeArchive(path: string, recipients: readonly string[] = []): ArchiveWriter {
  const draft = `${path}.${process.pid}.part`
  const pack = tar.pack()
  const gzip = createGzip({ level: constants.Z_BEST_SPEED })
  const entries: Manifest['entries'] = []
  const written = store(pack as never, gzip)
  // It is waited for at the end; until then each part tells of what goes wrong.
  written.catch((error) => pack.destroy(error))

  async function store(packed: Readable, through: Transform) {
    const out = createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true })
    if (recipients.length === 0) return pipeline(packed, through, out)
    const age = new Encrypter()
    for (const recipient of recipients) age.addRecipient(recipient)
    const clear = Readable.toWeb(packed.pipe(through)) as ReadableStream<Uint8Array<ArrayBuffer>>
    return pipeline(Readable.fromWeb((await age.encrypt(clear)) as never), out)
  }

  const add = (name: string, bytes: Buffer) =>
    new Promise<void>((resolve, reject) => {
      entries.push({ name, bytes: bytes.length, sha256: hashOf(bytes) })
      pack.entry({ name, mode: 0o600 }, bytes, (error) => (error ? reject(error) : resolve()))
    })

  return {
    add,
    async addStream(name, bytes, stream) {
      const hash = createHash('sha256')
      const hashing = new Transform({
        transform(chunk, _encoding, done) {
          hash.update(chunk)
          done(null, chunk)
        },
      })
      await pipeline(stream, hashing, pack.entry({ name, size: bytes, mode: 0o600 }) as never)
      const sha256 = hash.digest('hex')
      entries.push({ name, bytes, sha256 })
      return sha256
    },
    async end(manifest) {
      const said = JSON.stringify({ ...manifest, entries: [...entries] })
      await add(MANIFEST, Buffer.from(said))
      pack.finalize()
      await written
      await rename(draft, path)
    },
    async abandon() {
      pack.destroy()
      await written.catch(() => undefined)
      await rm(draft, { force: true })
    },
  }
}

export const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
