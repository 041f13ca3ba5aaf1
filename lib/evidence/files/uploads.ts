import { createWriteStream } from 'node:fs'
import { statfs, truncate } from 'node:fs/promises'
import path from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '@/lib/domain/refusal'
import { diskFull, explainDisk, isOutOfRoom, makeFolder, syncFile } from './disk'
import type { FileStore } from './file-store'
import { INCOMING } from './folder-store'
import { hashFile, removeUntouched } from './incoming'
import { checkedNewsroom, type KeptFile } from './kept-file'
import { filesFolder } from './open-store'
import { digesting, forgetDigest, takeDigest } from './upload-digests'
import {
  arrivedOf,
  bytesOf,
  findRecord,
  makeRecord,
  removeRecord,
  type Uploader,
  type UploadFolder,
  type UploadRecord,
  writeRecord,
} from './upload-record'
import { takeTurn } from './upload-turns'

/** What a browser says of a file that it is about to send. `bytes` is its length. */
export interface Announced {
  name: string
  /** What the browser takes it for, or ''. */
  mediaType: string
  bytes: number
}

/** An upload on its way, and how many of its bytes have arrived: there the browser goes on. */
export interface Upload extends Announced {
  id: string
  arrived: number
}

/** The browser would go on at another place than where the upload stands, which is `arrived`. */
export class WrongOffset extends Refusal {
  constructor(readonly arrived: number) {
    const message = `Of this file ${arrived} bytes have arrived. The upload goes on from there.`
    super('conflict', message, { offset: message })
  }
}

/**
 * Begins an upload. `allow` refuses what is too large for a file or for the newsroom's quota; what has no name, no bytes
 * or more than the disk has room for is refused here.
 */
export async function beginUpload(
  by: Uploader,
  file: Announced,
  allow: (file: Announced) => Promise<void> | void,
): Promise<Upload> {
  checkedNewsroom(by.newsroomId)
  const announced = { name: baseName(file.name), mediaType: file.mediaType, bytes: file.bytes }
  refuseUnlikely(announced)
  await allow(announced)
  const folder = uploadFolder()
  await makeFolder(folder.path)
  const { bavail, bsize } = await statfs(folder.path)
  if (bavail * bsize < announced.bytes) throw diskFull()
  const { newsroomId, userId } = by
  const record = await makeRecord(folder, { newsroomId, userId, ...announced })
  return { id: record.id, ...announced, arrived: 0 }
}

/** How far this person's upload has come. Refuses one that is somebody else's, or was left for a day. */
export async function findUpload(by: Uploader, id: string): Promise<Upload> {
  const folder = uploadFolder()
  const record = await findRecord(by, folder, id)
  const { name, mediaType, bytes } = record
  return { id, name, mediaType, bytes, arrived: await arrivedOf(folder, record) }
}

/**
 * Adds what the stream holds from this offset on, and answers how many bytes have arrived. Of a stream that breaks off,
 * what arrived stays. Refuses another offset than the right one, which the refusal names, and more bytes than announced.
 */
export async function appendUpload(
  by: Uploader,
  id: string,
  { offset, stream }: { offset: number; stream: Readable },
): Promise<number> {
  const folder = uploadFolder()
  await findRecord(by, folder, id)
  return takeTurn(id, async (stopped) => {
    const record = await findRecord(by, folder, id)
    const arrived = await arrivedOf(folder, record)
    if (offset !== arrived) throw new WrongOffset(arrived)
    await write(folder, record, { offset, stream, stopped })
    return arrivedOf(folder, record)
  })
}

/** How a browser ends an upload: with the digest that it computed itself, and what looks at the file before it is kept. */
export interface Finishing {
  sha256: string
  store: FileStore
  /** Refuses a file for what is in it. */
  inspect?: (file: string, announced: Announced) => Promise<void>
}

/**
 * Moves a file that has arrived whole into the store. Refuses one whose bytes have another digest, here, than the browser's, and what `inspect` refuses as invalid; nothing of it stays then. Asked again, it gives the same answer.
 */
export async function finishUpload(
  by: Uploader,
  id: string,
  { sha256, store, inspect }: Finishing,
): Promise<KeptFile> {
  const folder = uploadFolder()
  return takeTurn(id, async () => {
    const record = await findRecord(by, folder, id)
    const { newsroomId, bytes } = record
    const length = await arrivedOf(folder, record)
    if (length !== bytes) throw new WrongOffset(length)
    if (record.sha256) return { newsroomId, sha256: record.sha256, bytes }
    const file = bytesOf(folder, record)
    try {
      const digest = takeDigest(id, bytes)
      const arrived = digest ? { path: file, sha256: digest, bytes } : hashFile(file)
      const [hashed] = await Promise.all([arrived, syncFile(file)])
      if (hashed.sha256 !== sha256.toLowerCase() || hashed.bytes !== bytes) throw otherDigest()
      await inspect?.(file, record)
      const kept = await store.take(hashed, { newsroomId })
      await writeRecord(folder, { ...record, sha256: kept.sha256 })
      return kept
    } catch (error) {
      // A store that does not answer costs nobody a second upload.
      if (error instanceof Refusal && error.reason === 'invalid') await removeRecord(folder, record)
      throw error
    }
  })
}

/** Gives an upload up, and what arrived of it. */
export async function cancelUpload(by: Uploader, id: string): Promise<void> {
  const folder = uploadFolder()
  await takeTurn(id, async () => removeRecord(folder, await findRecord(by, folder, id)))
}

/** Removes what nobody has added to for a day, and what a crash left of files on their way. Says how many files. */
export async function sweepUploads(now: Date = new Date()): Promise<number> {
  const since = new Date(now.getTime() - DAY)
  const incoming = path.join(filesFolder(), INCOMING)
  return (
    (await removeUntouched(uploadFolder().path, since)) + (await removeUntouched(incoming, since))
  )
}

/** In milliseconds. */
const DAY = 24 * 3_600_000

/** Beside the kept files, and so on their disk: what has arrived is moved, not copied. */
function uploadFolder(): UploadFolder {
  return { path: path.join(filesFolder(), '.uploads') }
}

const baseName = (name: string) => name.split(/[/\\]/).at(-1)?.trim() ?? ''

function refuseUnlikely({ name, bytes }: Announced): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
  if (!name || name.length > 255 || /[\u0000-\u001f\u007f]/.test(name)) {
    throw refusedFile('A file has a name of 1 to 255 characters, without line breaks.')
  }
  if (!Number.isSafeInteger(bytes) || bytes < 0) throw refusedFile('This file has no length.')
  if (bytes === 0) throw refusedFile('This file is empty. Choose one that has something in it.')
}

/** How many bytes wait to be written together: a request hands them over in much smaller chunks. */
const AT_ONCE = 1024 * 1024

async function write(
  folder: UploadFolder,
  record: UploadRecord,
  { offset, stream, stopped }: { offset: number; stream: Readable; stopped: AbortSignal },
): Promise<void> {
  const file = bytesOf(folder, record)
  const limit = noMoreThan(record.bytes - offset)
  try {
    const writing = createWriteStream(file, { flags: 'r+', start: offset, highWaterMark: AT_ONCE })
    await pipeline(stream, limit, digesting(record.id, offset), writing, { signal: stopped })
  } catch (error) {
    forgetDigest(record.id)
    // What is left of it would keep the disk full.
    if (isOutOfRoom(error)) await removeRecord(folder, record)
    if (error instanceof Refusal) await truncate(file, offset)
    throw explainDisk(error)
  }
}

function noMoreThan(bytes: number): Transform {
  let left = bytes
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      left -= chunk.length
      done(left < 0 ? refusedFile(LONGER) : null, chunk)
    },
  })
}

const LONGER = 'More arrived than the file was said to hold. Choose the file again.'

function otherDigest(): Refusal {
  return refusedFile(
    'What arrived is not the file that was sent: its SHA-256 is another. Nothing was kept; choose the file again.',
  )
}

function refusedFile(message: string): Refusal {
  return new Refusal('invalid', message, { file: message })
}
