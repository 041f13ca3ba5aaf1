import type { Readable } from 'node:stream'
import type { FileKey, HashedFile, KeptFile } from './kept-file'

/**
 * Where kept files are: each newsroom's apart, each file under the SHA-256 of its bytes. A file is whole or not there
 * at all; it is never overwritten, and the same bytes put twice, even at once, are one file.
 */
export interface FileStore {
  /** Keeps what the stream holds. Refuses with nothing kept where the stream breaks off or there is no room. */
  put(stream: Readable, whose: { newsroomId: string }): Promise<KeptFile>
  /** Keeps a file of our own disk, which is gone from its path once it is kept, and still there if it could not be. */
  take(file: HashedFile, whose: { newsroomId: string }): Promise<KeptFile>
  /** The file's bytes, or some of them. Refuses a file that is gone or has another length; errors if it ends early. */
  read(file: KeptFile, range?: ByteRange): Promise<Readable>
  has(key: FileKey): Promise<boolean>
  /** Removes a file; one that is gone already is no error. */
  remove(key: FileKey): Promise<void>
  /** Every file of every newsroom, or of one, in no promised order. */
  list(newsroomId?: string): AsyncIterable<StoredFile>
}

/** Bytes `start` up to and with `end`, counted from 0, as in HTTP (RFC 9110 §14.1.2). */
export interface ByteRange {
  start: number
  end: number
}

/** A file as its store knows it. */
export interface StoredFile extends KeptFile {
  storedAt: Date
}

/** How many bytes a range has. Refuses to read outside of the file. */
export function lengthOf({ bytes }: KeptFile, range?: ByteRange): number {
  if (!range) return bytes
  const { start, end } = range
  const isInside = Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0
  if (!isInside || end < start || end >= bytes) throw new RangeError('outside of the file')
  return end - start + 1
}
