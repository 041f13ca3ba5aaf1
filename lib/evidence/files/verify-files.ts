import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FileStore } from './file-store'
import { type FileKey, FileProblem, type KeptFile } from './kept-file'
import { readVerified } from './read-verified'

/** Something that a check of all files found; `unclaimed` is a file that no row names. */
export interface Finding {
  problem: 'gone' | 'altered' | 'unclaimed'
  file: KeptFile
}

/**
 * Reads every file that a row names and compares its hash, then names every file that no row names. A file may stand a
 * while before its row does, so one that came in the last hour before the check, or since, is not called unclaimed.
 */
export async function* verifyFiles(
  store: FileStore,
  rows: AsyncIterable<KeptFile>,
  { patience = HOUR, now = new Date() } = {},
): AsyncGenerator<Finding> {
  const named = new Set<string>()
  for await (const file of rows) {
    const key = nameOf(file)
    if (named.has(key)) continue
    named.add(key)
    const problem = await problemOf(store, file)
    if (problem) yield { problem, file }
  }
  for await (const { storedAt, ...file } of store.list()) {
    const isOld = storedAt.getTime() < now.getTime() - patience
    if (isOld && !named.has(nameOf(file))) yield { problem: 'unclaimed', file }
  }
}

/** In milliseconds. */
const HOUR = 3_600_000

/** Reads a whole file and says what is wrong with it; null where it is as it was kept. */
export async function problemOf(
  store: FileStore,
  file: KeptFile,
): Promise<'gone' | 'altered' | null> {
  try {
    await pipeline(await readVerified(store, file), nowhere())
    return null
  } catch (error) {
    if (error instanceof FileProblem) return error.problem
    throw error
  }
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })

const nameOf = ({ newsroomId, sha256 }: FileKey) => `${newsroomId}/${sha256}`
