import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { refuseEicar } from './eicar'
import { type Bytes, refuse } from './foreign-file'
import { dataOf, type ZipEntry } from './zip-directory'

/**
 * Unpacks an entry in memory: how it begins, and, if wanted, all of it. Refuses one that has another length than the
 * directory says, as soon as it is longer.
 */
export async function expandEntry(
  file: Bytes,
  entry: ZipEntry,
  wanted: boolean,
): Promise<{ head: Buffer; content: Buffer | null }> {
  const start = await dataOf(file, entry)
  if (start === null || (entry.method === STORED && entry.compressed !== entry.expanded)) {
    throw refuse(LIES)
  }
  if (entry.method !== STORED && entry.method !== DEFLATED) return { head: EMPTY, content: null }
  const kept: Buffer[] = []
  let length = 0
  for await (const chunk of expanded(file, { start, entry })) {
    if (length < HEAD || wanted) kept.push(chunk)
    length += chunk.length
    if (length > entry.expanded) throw refuse(LIES)
  }
  if (length !== entry.expanded) throw refuse(LIES)
  const content = Buffer.concat(kept)
  const head = content.subarray(0, HEAD)
  refuseEicar(head)
  return { head, content: wanted ? content : null }
}

const [STORED, DEFLATED] = [0, 8]
const EMPTY = Buffer.alloc(0)
/** In bytes. */
const HEAD = 200
const CHUNK = 256 * 1024

export const LIES =
  'This archive holds something else than its list says. Stet does not keep it; save the document again.'

function expanded(file: Bytes, { start, entry }: { start: number; entry: ZipEntry }) {
  const stored = pieces(file, start, entry.compressed)
  return entry.method === STORED ? stored : inflated(stored)
}

async function* pieces(file: Bytes, start: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; at += CHUNK) {
    yield await file.read(start + at, Math.min(CHUNK, length - at))
  }
}

async function* inflated(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw()
  const feeding = Readable.from(source)
  try {
    for await (const chunk of feeding.pipe(inflate)) yield chunk
  } catch {
    // Broken, or cut off.
    throw refuse(LIES)
  } finally {
    feeding.destroy()
    inflate.destroy()
  }
}
