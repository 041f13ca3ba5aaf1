import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { explainDisk, isErrno, makeFolder } from './disk'
import type { HashedFile } from './kept-file'

/** Writes a stream to a new file of this folder and flushes it. Where the stream or the disk fails, nothing stays. */
export async function writeIncoming(stream: Readable, folder: string): Promise<HashedFile> {
  await makeFolder(folder)
  const file = path.join(folder, randomUUID())
  const hash = createHash('sha256')
  let bytes = 0
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  try {
    await pipeline(
      stream,
      hashing,
      createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }),
    )
  } catch (error) {
    await rm(file, { force: true })
    throw explainDisk(error)
  }
  return { path: file, sha256: hash.digest('hex'), bytes }
}

/** The SHA-256 and the length of what is on disk under this path. */
export async function hashFile(file: string): Promise<HashedFile> {
  const hash = createHash('sha256')
  const reading = createReadStream(file, { highWaterMark: 1024 * 1024 })
  await pipeline(reading, hash)
  return { path: file, sha256: hash.digest('hex'), bytes: reading.bytesRead }
}

/** Removes from a folder what nobody has written to since then; files that share a stem go together. Says how many. */
export async function removeUntouched(folder: string, since: Date): Promise<number> {
  const touched = new Map<string, { files: string[]; at: number }>()
  for (const name of await namesIn(folder)) {
    const file = path.join(folder, name)
    const found = await stat(file).catch(() => null)
    const [stem = ''] = name.split('.')
    const { files, at } = touched.get(stem) ?? { files: [], at: 0 }
    touched.set(stem, { files: [...files, file], at: Math.max(at, found?.mtimeMs ?? 0) })
  }
  const left = [...touched.values()].filter(({ at }) => at < since.getTime())
  const files = left.flatMap((one) => one.files)
  await Promise.all(files.map((file) => rm(file, { force: true })))
  return files.length
}

/** The names in a folder; none if there is no such folder. */
export async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error) => {
    if (isErrno(error, 'ENOENT', 'ENOTDIR')) return []
    throw error
  })
}
