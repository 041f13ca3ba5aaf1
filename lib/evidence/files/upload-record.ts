import { randomUUID } from 'node:crypto'
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { Refusal } from '@/lib/domain/refusal'
import { isErrno, makeFolder } from './disk'

/** Whose an upload is; an actor is one. */
export interface Uploader {
  newsroomId: string
  userId: string
}

const recordSchema = z.object({
  id: z.string(),
  newsroomId: z.string(),
  userId: z.string(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int().positive(),
  /** Set once the file is in the store, so that asking again gives the same answer. */
  sha256: z.string().nullable(),
})

/** What is known of an upload, beside the bytes that have arrived. */
export type UploadRecord = z.infer<typeof recordSchema>

/** Uploads on their way, in a folder: what is known of each, and what has arrived of it. */
export interface UploadFolder {
  path: string
}

/** Where the bytes of an upload are. */
export function bytesOf({ path: folder }: UploadFolder, { id }: { id: string }): string {
  return path.join(folder, `${id}.part`)
}

/** The record of an upload of this person's. Refuses any other as if there were none. */
export async function findRecord(
  by: Uploader,
  folder: UploadFolder,
  id: string,
): Promise<UploadRecord> {
  const file = recordOf(folder, { id })
  const text = UUID.test(id) ? await readFile(file, 'utf8').catch(ifMissing('')) : ''
  const record = text ? recordSchema.parse(JSON.parse(text)) : null
  if (record?.newsroomId !== by.newsroomId || record.userId !== by.userId) throw unknownUpload()
  return record
}

/** How many bytes have arrived. */
export async function arrivedOf(folder: UploadFolder, record: UploadRecord): Promise<number> {
  if (record.sha256) return record.bytes
  const found = await stat(bytesOf(folder, record)).catch(ifMissing(null))
  return found?.size ?? 0
}

/** Writes what is known of a new upload. */
export async function makeRecord(
  folder: UploadFolder,
  known: Omit<UploadRecord, 'id' | 'sha256'>,
): Promise<UploadRecord> {
  const record = { ...known, id: randomUUID(), sha256: null }
  await makeFolder(folder.path)
  await writeFile(bytesOf(folder, record), '', { mode: 0o600, flag: 'wx' })
  await writeRecord(folder, record)
  return record
}

/** Writes what is known of an upload: whole, or as it was. */
export async function writeRecord(folder: UploadFolder, record: UploadRecord): Promise<void> {
  const file = recordOf(folder, record)
  await writeFile(`${file}.new`, JSON.stringify(record), { mode: 0o600 })
  await rename(`${file}.new`, file)
}

/** Forgets an upload and what arrived of it. */
export async function removeRecord(folder: UploadFolder, record: UploadRecord): Promise<void> {
  await rm(recordOf(folder, record), { force: true })
  await rm(bytesOf(folder, record), { force: true })
}

/** An upload that is nobody's, somebody else's or too old. */
export function unknownUpload(): Refusal {
  const message = 'This upload is not known any more. Choose the file again.'
  return new Refusal('not-found', message, { file: message })
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function recordOf({ path: folder }: UploadFolder, { id }: { id: string }): string {
  return path.join(folder, `${id}.json`)
}

function ifMissing<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (isErrno(error, 'ENOENT')) return value
    throw error
  }
}
