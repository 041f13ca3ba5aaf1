import { crc32, deflateRawSync } from 'node:zlib'
import type { PackedPart } from '@/lib/importing/word/markup/package-parts'

/** A part that is packed anew. */
export function packedPart(name: string, content: Buffer, like?: PackedPart): PackedPart {
  const { time, date, attributes, written } = like ?? {
    ...{ time: 0, date: FIRST_DAY, attributes: 0 },
    written: { bytes: Buffer.from(name), isUtf8: true },
  }
  return {
    ...{ name, time, date, attributes, written, method: 8 },
    crc32: crc32(content),
    size: content.length,
    packed: deflateRawSync(content),
  }
}

/** 1 January 1980, the first day that an archive can name: every writing gives the same bytes. */
const FIRST_DAY = 0x0021

/**
 * An archive of packed parts in their order (APPNOTE.TXT 6.3). What stays packed is copied as it is: nothing of it is
 * unpacked, which spares the time and sets off no bomb that hides beside the text.
 */
export function writeZip(parts: readonly PackedPart[]): Buffer {
  const chunks: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const name = part.written.bytes
    const facts = factsOf(part)
    const local = Buffer.concat([LOCAL, facts, name])
    list.push(Buffer.concat([ENTRY, facts, placeOf(part, offset), name]))
    chunks.push(local, part.packed)
    offset += local.length + part.packed.length
  }
  const directory = Buffer.concat(list)
  return Buffer.concat([...chunks, directory, endOf(parts.length, directory.length, offset)])
}

const LOCAL = Buffer.from('504b0304', 'hex')
/** With the version that made it: 2.0, as on MS-DOS. */
const ENTRY = Buffer.from('504b01021400', 'hex')

/** What stands in the local header and in the list alike, from the version that is needed to the lengths. */
function factsOf(part: PackedPart): Buffer {
  const { method, time, date, crc32, size, packed, written } = part
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(20, 0)
  facts.writeUInt16LE(written.isUtf8 ? UTF_8 : 0, 2)
  facts.writeUInt16LE(method, 4)
  facts.writeUInt16LE(time, 6)
  facts.writeUInt16LE(date, 8)
  facts.writeUInt32LE(crc32, 10)
  facts.writeUInt32LE(packed.length, 14)
  facts.writeUInt32LE(size, 18)
  facts.writeUInt16LE(written.bytes.length, 22)
  return facts
}

const UTF_8 = 0x0800

function placeOf({ attributes }: PackedPart, offset: number): Buffer {
  const place = Buffer.alloc(14)
  place.writeUInt32LE(attributes, 6)
  place.writeUInt32LE(offset, 10)
  return place
}

function endOf(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x0605_4b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
