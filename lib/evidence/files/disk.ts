import { mkdir, open } from 'node:fs/promises'
import path from 'node:path'
import { Refusal } from '@/lib/domain/refusal'

/** Flushes a file to its disk. */
export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.sync().finally(() => handle.close())
}

/** Flushes a folder's list of names to its disk: a new name outlives a power cut only then. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Makes a folder that only we can read, and those around it, so that they outlive a power cut. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (!first) return
  const topmost = path.dirname(first)
  for (let made = path.dirname(folder); made.startsWith(topmost); made = path.dirname(made)) {
    await syncFolder(made)
    if (made === topmost) break
  }
}

/** What went wrong on a disk, in the reader's words where it is that there is no room. */
export function explainDisk(error: unknown): unknown {
  return isOutOfRoom(error) ? diskFull() : error
}

/** Whether a disk is full, somebody's share of it is, or one file may not be as long as that there. */
export const isOutOfRoom = (error: unknown) => isErrno(error, 'ENOSPC', 'EDQUOT', 'EFBIG')

/** There is no room on the disk. */
export function diskFull(): Refusal {
  const message =
    'The disk on which Stet keeps files is full. Nothing of this file was kept; ask whoever runs Stet for more room.'
  return new Refusal('unavailable', message, { file: message })
}

/** Whether an error is the operating system's, with one of these codes. */
export function isErrno(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
