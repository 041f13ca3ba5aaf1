import type { Bytes } from './foreign-file'

/** One entry of an archive, as its central directory gives it. Sizes and offset are in bytes. */
export interface ZipEntry {
  name: string
  method: number
  isEncrypted: boolean
  compressed: number
  expanded: number
  offset: number
}

/** The entries of an archive by its central directory (APPNOTE.TXT 6.3 §4.3.12), or null if it has no whole one. */
export async function readDirectory(file: Bytes): Promise<ZipEntry[] | null> {
  const end = await findEnd(file)
  if (!end || end.start + end.length > file.size || end.length > MOST_DIRECTORY) return null
  const directory = await file.read(end.start, end.length)
  const entries: ZipEntry[] = []
  for (let at = 0; at + 46 <= directory.length && entries.length < end.count; ) {
    if (directory.readUInt32LE(at) !== ENTRY) return null
    const next = at + 46 + sum(directory, at + 28, at + 30, at + 32)
    if (next > directory.length) return null
    entries.push(entryAt(directory, at))
    at = next
  }
  return entries.length === end.count ? entries : null
}

/** Where the bytes of an entry begin; null where the entry itself has another name than the directory says. */
export async function dataOf(file: Bytes, entry: ZipEntry): Promise<number | null> {
  const head = await file.read(entry.offset, 30)
  if (head.length < 30 || head.readUInt32LE(0) !== LOCAL) return null
  const name = (await file.read(entry.offset + 30, head.readUInt16LE(26))).toString('utf8')
  return name === entry.name ? entry.offset + 30 + sum(head, 26, 28) : null
}

/** In bytes: a hundred thousand entries with names of usual length. */
const MOST_DIRECTORY = 32 * 1024 * 1024

const [ENTRY, LOCAL, END, END_64] = [0x0201_4b50, 0x0403_4b50, 0x0605_4b50, 0x0606_4b50]
const UNKNOWN = 0xffff_ffff

interface End {
  count: number
  length: number
  start: number
}

/** The record stands at the end, before a comment of up to 64 KiB. */
async function findEnd(file: Bytes): Promise<End | null> {
  const start = Math.max(0, file.size - 65_557)
  const tail = await file.read(start, file.size - start)
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END) continue
    const count = tail.readUInt16LE(at + 10)
    const end = { count, length: tail.readUInt32LE(at + 12), start: tail.readUInt32LE(at + 16) }
    const isLarge = count === 0xffff || end.length === UNKNOWN || end.start === UNKNOWN
    return isLarge && at >= 20 ? largeEnd(file, Number(tail.readBigUInt64LE(at - 12))) : end
  }
  return null
}

async function largeEnd(file: Bytes, at: number): Promise<End | null> {
  const record = at + 56 <= file.size ? await file.read(at, 56) : Buffer.alloc(0)
  if (record.length < 56 || record.readUInt32LE(0) !== END_64) return null
  const [count, length, start] = [32, 40, 48].map((place) => Number(record.readBigUInt64LE(place)))
  return { count: count ?? 0, length: length ?? 0, start: start ?? 0 }
}

function entryAt(directory: Buffer, at: number): ZipEntry {
  const nameEnd = at + 46 + directory.readUInt16LE(at + 28)
  const extra = directory.subarray(nameEnd, nameEnd + directory.readUInt16LE(at + 30))
  const short = [24, 20, 42].map((place) => directory.readUInt32LE(at + place))
  const [expanded = 0, compressed = 0, offset = 0] = withLarge(short, extra)
  return {
    name: directory.toString('utf8', at + 46, nameEnd),
    method: directory.readUInt16LE(at + 10),
    isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
    ...{ compressed, expanded, offset },
  }
}

/** Numbers that do not fit into 32 bits stand in the extra field 1, in this order (§4.5.3). */
function withLarge(numbers: number[], extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let place = at + 4
    return numbers.map((number) => {
      if (number !== UNKNOWN || place + 8 > extra.length) return number
      place += 8
      return Number(extra.readBigUInt64LE(place - 8))
    })
  }
  return numbers
}

function sum(bytes: Buffer, ...places: number[]): number {
  return places.reduce((total, place) => total + bytes.readUInt16LE(place), 0)
}
