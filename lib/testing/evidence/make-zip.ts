import { crc32, deflateRawSync } from 'node:zlib'

/** A file to be put into an archive; `says` is the length that the archive gives it, if that is not the truth. */
export interface Packed {
  name: string
  content: Buffer | string
  says?: number
  stored?: boolean
  /** The local entry's own name, if it is another. */
  localName?: string
}

/** An archive of these files (APPNOTE.TXT 6.3), true or not. */
export function makeZip(files: readonly Packed[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const content = Buffer.from(file.content)
    const packed = file.stored ? content : deflateRawSync(content)
    const sizes = { packed: packed.length, says: file.says ?? content.length }
    const sum = crc32(content)
    const local = record(LOCAL, { ...sizes, sum, name: file.localName ?? file.name, ...kind(file) })
    directory.push(record(ENTRY, { ...sizes, sum, name: file.name, ...kind(file), offset }))
    parts.push(local, packed)
    offset += local.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x0605_4b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, list, end])
}

/** An archive with the parts by which a Word document is known, and these. */
export function makeDocx(files: readonly Packed[] = []): Buffer {
  return makeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: '<w:document/>' },
    ...files,
  ])
}

const [LOCAL, ENTRY] = [0x0403_4b50, 0x0201_4b50]

const kind = ({ stored }: Packed) => ({ method: stored ? 0 : 8 })

interface Fields {
  packed: number
  says: number
  sum: number
  name: string
  method: number
  offset?: number
}

function record(signature: number, { packed, says, sum, name, method, offset }: Fields): Buffer {
  const isEntry = signature === ENTRY
  const shift = isEntry ? 2 : 0
  const bytes = Buffer.alloc(isEntry ? 46 : 30)
  bytes.writeUInt32LE(signature, 0)
  bytes.writeUInt16LE(20, 4)
  bytes.writeUInt16LE(method, 8 + shift)
  bytes.writeUInt32LE(sum, 14 + shift)
  bytes.writeUInt32LE(packed, 18 + shift)
  bytes.writeUInt32LE(says, 22 + shift)
  bytes.writeUInt16LE(Buffer.byteLength(name), 26 + shift)
  if (isEntry) bytes.writeUInt32LE(offset ?? 0, 42)
  return Buffer.concat([bytes, Buffer.from(name)])
}
