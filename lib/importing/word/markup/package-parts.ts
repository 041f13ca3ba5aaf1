import type { Readable } from 'node:stream'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { Refusal } from '@/lib/domain/refusal'
import { readingPart } from '../../place/reading-place'
import { typeOfRelationship } from './names'
import { childrenOf, readXml } from './xml'

/** The most that all parts that are read may have together, unpacked, in bytes. */
const MOST_BYTES = 96 * 1024 * 1024
const MOST_ENTRIES = 10_000

/** A part as it stands in its archive, packed (APPNOTE.TXT 4.3.12). */
export interface PackedPart {
  name: string
  /** Its name as the archive writes it, and whether that is UTF-8. */
  written: { bytes: Buffer; isUtf8: boolean }
  /** 0: stored, 8: deflated. */
  method: number
  crc32: number
  /** Unpacked, in bytes. */
  size: number
  /** When it was last changed, as MS-DOS writes times and dates. */
  time: number
  date: number
  attributes: number
  packed: Buffer
}

export interface Relationship {
  /** The last word of its type, as `hyperlink`. */
  type: string
  /** A part's name, or an address outside. */
  target: string
  isOutside: boolean
}

/** What is said of files that are no package. */
export interface Unopened {
  /** One in the form that came before. */
  old: string
  /** No ZIP at all, or half of one. */
  cut: string
}

/** The parts of an Open Packaging document (ECMA-376 part 2) by their names, unpacked when they are asked for. */
export class PackageParts {
  readonly names: readonly string[]
  readonly #file: Buffer
  readonly #zip: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>
  #left = MOST_BYTES

  private constructor(file: Buffer, zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#file = file
    this.#zip = zip
    this.#entries = entries
    this.names = [...entries.values()].map(({ fileName }) => fileName)
  }

  /** Refuses what is no ZIP, an old `.doc`, one with a password, and one whose list of parts is not to be trusted. */
  static async open(bytes: Buffer, { old, cut }: Unopened = NO_DOCUMENT): Promise<PackageParts> {
    if (bytes.subarray(0, 8).equals(COMPOUND))
      throw refused(bytes.includes(ENCRYPTED) ? LOCKED : old)
    const zip = await opened(bytes, cut)
    return new PackageParts(bytes, zip, await listed(zip))
  }

  has(name: string): boolean {
    return this.#entries.has(keyOf(name))
  }

  /** A part's bytes; fails where it is damaged, or is longer or shorter than the list says. */
  async bytes(name: string): Promise<Buffer> {
    const entry = this.#entries.get(keyOf(name))
    if (!entry) throw refused(`Its part ${name} is missing, so this is no whole document.`)
    readingPart(name)
    this.#take(entry.uncompressedSize, name)
    return unpacked(this.#zip, entry).catch(() => {
      throw refused(`This document is damaged. Reading stopped in ${name}.`)
    })
  }

  /** A part's bytes as they are unpacked, for whoever does not need all of them; fails as `bytes` does. */
  async *stream(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(keyOf(name))
    if (!entry) throw refused(`Its part ${name} is missing, so this is no whole document.`)
    readingPart(name)
    const damaged = refused(`This document is damaged. Reading stopped in ${name}.`)
    const stream = await reading(this.#zip, entry).catch(() => {
      throw damaged
    })
    try {
      for await (const chunk of stream) {
        this.#take(chunk.length, name)
        yield chunk
      }
    } catch (error) {
      throw error instanceof Refusal ? error : damaged
    } finally {
      stream.destroy()
    }
  }

  /** Counts what is unpacked. */
  #take(bytes: number, name: string): void {
    this.#left -= bytes
    if (this.#left < 0)
      throw refused(`Unpacked, this document is larger than is read. Reading stopped in ${name}.`)
  }

  /** All parts in their order as they are packed, to stand in another archive: nothing of them is unpacked or looked at. */
  packed(): PackedPart[] {
    return [...this.#entries.values()].map((entry) => {
      const { fileName: name, compressionMethod: method, crc32, uncompressedSize: size } = entry
      const { lastModFileTime: time, lastModFileDate: date } = entry
      const attributes = entry.externalFileAttributes
      return { name, method, crc32, size, time, date, attributes, ...asPacked(this.#file, entry) }
    })
  }

  /** A part's text, in the encoding that its first bytes tell (XML 1.0, appendix F). */
  async text(name: string): Promise<string> {
    const bytes = await this.bytes(name)
    const encoding =
      bytes[0] === 0xff && bytes[1] === 0xfe
        ? 'utf-16le'
        : bytes[0] === 0xfe && bytes[1] === 0xff
          ? 'utf-16be'
          : 'utf-8'
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      throw refused(`This document is damaged: its part ${name} is not ${encoding.toUpperCase()}.`)
    }
  }

  /** What a part leads to, by the ids that it uses. */
  async relationships(part: string): Promise<ReadonlyMap<string, Relationship>> {
    const name = relationshipsOf(part)
    if (!this.has(name)) return new Map()
    const root = readXml(name, await this.text(name))
    return new Map(
      childrenOf(root).map(({ attributes }) => {
        const isOutside = attributes.get('TargetMode') === 'External'
        const target = attributes.get('Target') ?? ''
        return [
          attributes.get('Id') ?? '',
          {
            type: typeOfRelationship(attributes.get('Type') ?? ''),
            target: isOutside ? target : resolved(part, target),
            isOutside,
          },
        ] as const
      }),
    )
  }
}

const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

const LOCKED = 'This document is locked with a password. Save it without one and open that.'
const NO_DOCUMENT: Unopened = {
  old: 'This is a document of an old Word (.doc), whatever its name says. Save it as .docx and open that.',
  cut: 'This is no Word document and no OpenDocument text, or one that was cut off: the list of its parts is missing.',
}

/** Names of parts are compared without regard to case (ECMA-376 part 2, §6.2.2.3). */
const keyOf = (name: string) => name.replace(/^\//, '').toLowerCase()

function relationshipsOf(part: string): string {
  const at = part.lastIndexOf('/') + 1
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`
}

/** A target as a part's name: from the root, or beside the part that names it. */
function resolved(part: string, target: string): string {
  const steps = target.startsWith('/') ? [] : part.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

function opened(bytes: Buffer, cut: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true }
    fromBuffer(bytes, options, (error, zip) => (error ? reject(refused(cut)) : resolve(zip)))
  })
}

function listed(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    zip.on('error', () => reject(refused('The list of parts of this document is damaged.')))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      const key = keyOf(entry.fileName)
      if (entry.generalPurposeBitFlag & 1) return reject(refused(LOCKED))
      if (entries.has(key))
        return reject(refused(`This document has its part ${entry.fileName} twice.`))
      if (entries.size >= MOST_ENTRIES)
        return reject(
          refused(`This document has more than ${MOST_ENTRIES.toLocaleString('en')} parts.`),
        )
      entries.set(key, entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

function asPacked(file: Buffer, entry: Entry): Pick<PackedPart, 'packed' | 'written'> {
  const { relativeOffsetOfLocalHeader: at, compressedSize, generalPurposeBitFlag } = entry
  const isThere = at + 30 <= file.length && file.readUInt32LE(at) === LOCAL_ENTRY
  const name = isThere ? at + 30 + file.readUInt16LE(at + 26) : 0
  const start = isThere ? name + file.readUInt16LE(at + 28) : 0
  if (!isThere || start + compressedSize > file.length)
    throw refused(`This document is damaged. Reading stopped in ${entry.fileName}.`)
  return {
    packed: file.subarray(start, start + compressedSize),
    written: {
      bytes: file.subarray(at + 30, name),
      isUtf8: (generalPurposeBitFlag & UTF_8_NAME) !== 0,
    },
  }
}

const UTF_8_NAME = 0x0800
const LOCAL_ENTRY = 0x0403_4b50

async function unpacked(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await reading(zip, entry)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function reading(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  })
}

const refused = (message: string) => new Refusal('invalid', message)
