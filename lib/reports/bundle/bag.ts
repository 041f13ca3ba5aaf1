import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import type { ZipFile } from 'yazl'
import { Refusal } from '@/lib/domain/refusal'

/** What was put into a bag so far. */
export interface Done {
  files: number
  /** Of the files, not of the ZIP. */
  bytes: number
}

interface Packing {
  name: string
  at: Date
  onProgress?: (done: Done) => void
}

/** What is put into a ZIP one file after the other, in one folder, with a list of its hashes. */
export class Bag {
  /** SHA-256 in hex, by path, in the order in which the files were put in. */
  readonly hashes = new Map<string, string>()
  readonly #payload: Done = { files: 0, bytes: 0 }
  readonly #folded = new Set<string>()
  #current: Readable | undefined

  constructor(
    private readonly zip: ZipFile,
    private readonly packing: Packing,
  ) {}

  /** How much of the payload is in. */
  get payload(): Done {
    return { ...this.#payload }
  }

  /** Puts a file in and waits until it has been read; refuses one that is not what its hash says. */
  async put(
    path: string,
    { content, sha256 }: { content: Uint8Array | Readable; sha256?: string },
  ): Promise<void> {
    const folded = path.normalize('NFC').toLowerCase()
    if (this.#folded.has(folded)) throw new Error(`${path} is put in twice`)
    this.#folded.add(folded)
    const hash = createHash('sha256')
    const read = Readable.from(this.#watched(path, { content, hash }), { objectMode: false })
    this.#current = read
    const ended = once(read, 'end')
    this.zip.addReadStream(read, `${this.packing.name}/${path}`, this.#options(content))
    await ended
    const found = hash.digest('hex')
    if (sha256 !== undefined && found !== sha256) throw notAsKept(path)
    this.hashes.set(path, found)
    if (path.startsWith('data/')) this.#payload.files += 1
    this.packing.onProgress?.(this.payload)
  }

  /** Lets go of what is being read. */
  stop(why: Error): void {
    this.#current?.destroy(why)
  }

  async *#watched(
    path: string,
    { content, hash }: { content: Uint8Array | Readable; hash: ReturnType<typeof createHash> },
  ) {
    for await (const piece of content instanceof Readable ? content : [content]) {
      hash.update(piece)
      if (path.startsWith('data/')) {
        this.#payload.bytes += piece.length
        this.packing.onProgress?.(this.payload)
      }
      yield piece
    }
  }

  /** Stored as it is: captures are packed already, and what a deflater writes differs from one version to the next. */
  #options(content: Uint8Array | Readable) {
    return {
      mtime: inEveryZone(this.packing.at),
      forceDosTimestamp: true,
      mode: 0o100644,
      compress: false,
      // A stream may turn out to have more than 4 GB, when it is too late to say so.
      ...(content instanceof Readable ? { forceZip64Format: true } : { size: content.length }),
    }
  }
}

/** A ZIP keeps the time on the clock, so the zone of the machine would show: the clock's time is taken to be UTC's. */
function inEveryZone(at: Date): Date {
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()]
  return new Date(year, month, day, at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds())
}

function notAsKept(path: string): Refusal {
  const words = `The file ${path} was altered since it was kept: its hash is another. The bundle was not made.`
  return new Refusal('conflict', words, { [path]: words })
}
