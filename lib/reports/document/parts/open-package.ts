import { mainPart } from '@/lib/importing/word/import-docx'
import { PackageParts, type PackedPart } from '@/lib/importing/word/markup/package-parts'
import { readXml, type XmlElement } from '@/lib/importing/word/markup/xml'
import { appending, type Splice, spliced } from './splices'
import { packedPart, writeZip } from './write-zip'

/** A part that was read, and is written again where something is put into it. */
export interface OpenPart {
  name: string
  text: string
  root: XmlElement
}

/** A Word document that is changed in place: parts that nothing is put into stay as they are, packed. */
export class OpenPackage {
  readonly #parts: PackageParts
  readonly #main: string
  readonly #written = new Map<string, Buffer>()

  private constructor(parts: PackageParts, main: string) {
    this.#parts = parts
    this.#main = main
  }

  static async open(bytes: Buffer): Promise<OpenPackage> {
    const parts = await PackageParts.open(bytes)
    return new OpenPackage(parts, await mainPart(parts))
  }

  /** The part that the document is. */
  main(): Promise<OpenPart> {
    return this.#read(this.#main)
  }

  /** The part that the document leads to by a relationship of this type, if it has one. */
  async related(type: string): Promise<OpenPart | null> {
    const all = await this.#parts.relationships(this.#main)
    const found = [...all.values()].find((one) => one.type === type && !one.isOutside)
    return found && this.#parts.has(found.target) ? this.#read(found.target) : null
  }

  /** Writes a part anew with what is put into it. */
  async put({ name, text }: OpenPart, splices: readonly Splice[]): Promise<void> {
    const original = await this.#parts.bytes(name)
    this.#written.set(name, encodedLike(original, spliced(text, splices)))
  }

  /** Adds a part beside the document, which leads to it, and says what it is. */
  async add(part: {
    file: string
    text: string
    type: string
    relationship: string
  }): Promise<void> {
    const folder = this.#main.slice(0, this.#main.lastIndexOf('/') + 1)
    const isTaken = (file: string) => this.#parts.has(folder + file)
    const file = isTaken(part.file) ? `stet-${part.file}` : part.file
    this.#written.set(folder + file, Buffer.from(part.text))
    await this.#append(
      '[Content_Types].xml',
      (prefix) => `<${prefix}Override PartName="/${folder}${file}" ContentType="${part.type}"/>`,
    )
    await this.#append(relationshipsOf(this.#main), (prefix, text) => {
      const id = freshId(text)
      return `<${prefix}Relationship Id="${id}" Type="${part.relationship}" Target="${file}"/>`
    })
  }

  bytes(): Buffer {
    const left = new Map(this.#written)
    const parts: PackedPart[] = this.#parts.packed().map((packed) => {
      const content = left.get(packed.name)
      if (!content) return packed
      left.delete(packed.name)
      return packedPart(packed.name, content, packed)
    })
    for (const [name, content] of left) parts.push(packedPart(name, content))
    return writeZip(parts)
  }

  async #append(name: string, markup: (prefix: string, text: string) => string): Promise<void> {
    const real = this.#nameOf(name)
    // A document need not lead anywhere yet, but it has to say what its parts are.
    const isNew = name.endsWith('.rels') && !this.#parts.has(name)
    const original = isNew ? Buffer.from(NO_RELATIONSHIPS) : await this.#parts.bytes(name)
    const text = decoded(this.#written.get(real) ?? original)
    const root = readXml(name, text)
    const prefix = /^<([^\s/>:]+:)/.exec(text.slice(root.start))?.[1] ?? ''
    const put = appending(text, root, markup(prefix, text))
    this.#written.set(real, encodedLike(original, spliced(text, [put])))
  }

  async #read(name: string): Promise<OpenPart> {
    const text = await this.#parts.text(name)
    return { name: this.#nameOf(name), text, root: readXml(name, text) }
  }

  /** A part's name as the archive writes it. */
  #nameOf(name: string): string {
    const key = name.toLowerCase()
    return this.#parts.names.find((one) => one.replace(/^\//, '').toLowerCase() === key) ?? name
  }
}

const NO_RELATIONSHIPS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'

function relationshipsOf(part: string): string {
  const at = part.lastIndexOf('/') + 1
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`
}

function freshId(text: string): string {
  let number = 1
  while (text.includes(`"rIdStet${number}"`)) number++
  return `rIdStet${number}`
}

/** Text in the encoding of these bytes, with the byte order mark that they begin with. */
function encodedLike(original: Buffer, text: string): Buffer {
  if (original[0] === 0xff && original[1] === 0xfe) return Buffer.from(`\ufeff${text}`, 'utf16le')
  if (original[0] === 0xfe && original[1] === 0xff)
    return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  const hasMark = original[0] === 0xef && original[1] === 0xbb && original[2] === 0xbf
  return Buffer.from(hasMark ? `\ufeff${text}` : text)
}

function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder().decode(bytes)
}
