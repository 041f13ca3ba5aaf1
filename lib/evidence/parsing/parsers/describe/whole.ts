import type { FileType } from './file-types'
import { type Bytes, refuse } from './foreign-file'

/** Refuses what was cut off on its way, as far as its type says where it ends. Images and archives say so themselves. */
export async function refuseCutOff(file: Bytes, { mediaType, what }: FileType): Promise<void> {
  const isWhole = ENDS[mediaType] ?? (() => true)
  if (await isWhole(file)) return
  throw refuse(
    `This is ${what} that ends too early: it was cut off on its way. Save or send it again.`,
  )
}

const ENDS: Record<string, (file: Bytes) => Promise<boolean>> = {
  'application/pdf': endsLikePdf,
  'audio/wav': holdsItsChunks,
  'video/vnd.avi': holdsItsChunks,
  'audio/mp4': holdsItsBoxes,
  'video/mp4': holdsItsBoxes,
  'video/quicktime': holdsItsBoxes,
}

/** Readers look for the last mark in the last kilobyte (ISO 32000-1, annex H); some programs write more after it. */
async function endsLikePdf(file: Bytes): Promise<boolean> {
  const tail = await file.read(Math.max(0, file.size - TAIL), TAIL)
  return tail.includes('%%EOF') && tail.includes('startxref')
}

const TAIL = 8 * 1024

/** RIFF: the length of the whole, less eight bytes, is in its head. A recorder that was switched off wrote none. */
async function holdsItsChunks(file: Bytes): Promise<boolean> {
  const head = await file.read(0, 8)
  const length = head.length === 8 ? head.readUInt32LE(4) : 0
  return length === 0xffff_ffff || file.size >= length + 8
}

/** Boxes follow one another, each with its length before it (ISO/IEC 14496-12 §4.2). */
async function holdsItsBoxes(file: Bytes): Promise<boolean> {
  for (let at = 0, boxes = 0; at < file.size; boxes++) {
    const head = await file.read(at, 16)
    if (head.length < 8 || boxes > 100_000) return false
    const short = head.readUInt32BE(0)
    if (short === 0) return true
    const length = short === 1 && head.length === 16 ? Number(head.readBigUInt64BE(8)) : short
    if (length < 8 || at + length > file.size) return false
    at += length
  }
  return true
}
