import { createHash } from 'node:crypto'
import { PassThrough, type Readable } from 'node:stream'
import { type Entry, open, type ZipFile } from 'yauzl'
import { Refusal } from '@/lib/domain/refusal'

const MOST_ENTRIES = 10_000

/** The most that the files of a ZIP may hold together, in bytes. */
const MOST_BYTES = 4 * 1024 ** 3

/** DEFLATE makes at most about a thousandth; text of pages makes a twentieth. */
const MOST_RATIO = 200

/** A ZIP file (PKWARE APPNOTE) on disk that is read entry by entry, never whole. */
export class OpenZip {
  readonly #zip: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip
    this.#entries = entries
  }

  /** Refuses what is no ZIP or was cut, has more than 10,000 files, is locked, or would unpack to more than it could hold. */
  static async open(path: string): Promise<OpenZip> {
    const zip = await opened(path).catch(() => {
      throw invalid('This is no ZIP file, or one that was cut: its list of files is missing.')
    })
    try {
      return new OpenZip(zip, await listed(zip))
    } catch (error) {
      zip.close()
      throw error instanceof Refusal ? error : invalid('The list of files in this ZIP is damaged.')
    }
  }

  get names(): string[] {
    return [...this.#entries.keys()]
  }

  /** The content of an entry; fails where it is damaged or longer or shorter than the list says. */
  async *read(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(name)
    if (!entry) throw invalid(`The file ${name} is missing.`)
    try {
      yield* await streamed(this.#zip, entry)
    } catch {
      throw invalid(`The file ${name} in it is damaged, or not as long as it says.`)
    }
  }

  /** A short entry as text; refuses one above `most` bytes. */
  async readText(name: string, most: number): Promise<string> {
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of this.read(name)) {
      size += chunk.length
      if (size > most) throw invalid(`The file ${name} in it is too long to be read.`)
      chunks.push(chunk)
    }
    return Buffer.concat(chunks).toString('utf8')
  }

  /** The digest of an entry's content, in hexadecimal. */
  async digest(name: string, algorithm: 'sha256' | 'md5'): Promise<string> {
    const hash = createHash(algorithm)
    for await (const chunk of this.read(name)) hash.update(chunk)
    return hash.digest('hex')
  }

  close(): void {
    this.#zip.close()
  }
}

function opened(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true }
    open(path, options, (error, zip) => (error ? reject(error) : resolve(zip)))
  })
}

function listed(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    let [size, packed] = [0, 0]
    zip.on('error', reject)
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry)
      size += entry.uncompressedSize
      packed += entry.compressedSize
      const problem = problemOf(entry, entries.size, size, packed)
      if (problem) reject(invalid(problem))
      else zip.readEntry()
    })
    zip.readEntry()
  })
}

function problemOf(entry: Entry, count: number, size: number, packed: number): string | null {
  if (count > MOST_ENTRIES) {
    return `This ZIP holds more than ${MOST_ENTRIES.toLocaleString('en')} files, more than are read.`
  }
  if ((entry.generalPurposeBitFlag & 1) !== 0)
    return `The file ${entry.fileName} in this ZIP is locked with a password.`
  if (size > MOST_BYTES || (size > 50_000_000 && size > packed * MOST_RATIO)) {
    return `This ZIP would unpack to far more than it holds; reading stopped at its file ${entry.fileName}.`
  }
  return null
}

function streamed(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error)
      // The library's own stream never says that it is closed, and so would be waited for in vain.
      const through = new PassThrough()
      stream.on('error', (broken) => through.destroy(broken))
      resolve(stream.pipe(through))
    })
  })
}

export const invalid = (message: string) => new Refusal('invalid', message, { file: message })
