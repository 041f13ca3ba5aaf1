import { createReadStream } from 'node:fs'
import { chmod, link, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline, type Readable } from 'node:stream'
import { explainDisk, isErrno, makeFolder, syncFolder } from './disk'
import { exactLength } from './exact-length'
import { type FileStore, lengthOf, type StoredFile } from './file-store'
import { namesIn, writeIncoming } from './incoming'
import {
  checkedKey,
  checkedNewsroom,
  type FileKey,
  FileProblem,
  type HashedFile,
  type KeptFile,
} from './kept-file'

/**
 * Files in a folder, as `newsroom/ab/abcd…`. What comes in is written under another name beside them, flushed, and only
 * then gets its own; a file that has its name is read-only.
 */
export function folderStore(folder: string): FileStore {
  const placeOf = (key: FileKey) => {
    const { newsroomId, sha256 } = checkedKey(key)
    return path.join(folder, newsroomId, sha256.slice(0, 2), sha256)
  }
  const take = async ({ path: from, sha256, bytes }: HashedFile, whose: { newsroomId: string }) => {
    const kept = { newsroomId: whose.newsroomId, sha256, bytes }
    await name(from, placeOf(kept), kept)
    await rm(from, { force: true })
    return kept
  }
  return {
    take,
    async put(stream, whose) {
      checkedNewsroom(whose.newsroomId)
      const file = await writeIncoming(stream, path.join(folder, INCOMING))
      return take(file, whose).finally(() => rm(file.path, { force: true }))
    },
    read: (file, range) => read(file, placeOf(file), range),
    has: async (key) => (await sizeOf(placeOf(key))) !== null,
    remove: (key) => rm(placeOf(key), { force: true }),
    list: (newsroomId) => list(folder, newsroomId),
  }
}

/** Where what comes in is written: no newsroom's id has a dot. */
export const INCOMING = '.incoming'

/** A second name, unlike a renaming, never takes the place of a file that has it already. */
async function name(from: string, to: string, kept: KeptFile): Promise<void> {
  try {
    await chmod(from, 0o400)
    await makeFolder(path.dirname(to))
    await link(from, to)
    await syncFolder(path.dirname(to))
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw explainDisk(error)
    if ((await sizeOf(to)) !== kept.bytes) throw new FileProblem('altered', kept)
  }
}

async function read(
  file: KeptFile,
  place: string,
  range?: { start: number; end: number },
): Promise<Readable> {
  const length = lengthOf(file, range)
  const size = await sizeOf(place)
  if (size === null) throw new FileProblem('gone', file)
  if (size !== file.bytes) throw new FileProblem('altered', file)
  const exact = exactLength(length, () => new FileProblem('altered', file))
  // Whoever reads hears of an error from what they read.
  return pipeline(createReadStream(place, { ...range, highWaterMark: CHUNK }), exact, () => {})
}

const CHUNK = 256 * 1024

async function* list(folder: string, newsroomId?: string): AsyncGenerator<StoredFile> {
  const newsrooms = newsroomId ? [checkedNewsroom(newsroomId)] : await namesIn(folder)
  for (const newsroom of newsrooms.filter((one) => !one.startsWith('.'))) {
    for (const shelf of await namesIn(path.join(folder, newsroom))) {
      for (const sha256 of await namesIn(path.join(folder, newsroom, shelf))) {
        const found = await stat(path.join(folder, newsroom, shelf, sha256)).catch(() => null)
        if (!found?.isFile()) continue
        yield { newsroomId: newsroom, sha256, bytes: found.size, storedAt: found.ctime }
      }
    }
  }
}

async function sizeOf(place: string): Promise<number | null> {
  const found = await stat(place).catch((error) => {
    if (isErrno(error, 'ENOENT')) return null
    throw error
  })
  return found?.size ?? null
}
