import { Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { FileStore } from '../files/file-store'
import { FileProblem, type KeptFile } from '../files/kept-file'
import { readVerified } from '../files/read-verified'

/** In bytes: so much of a file is hashed again whenever it is shown. */
export const HASHED_WHEN_SHOWN = 64 * 1024 ** 2

/**
 * How a kept file stands: as it was kept, by its hash; there in its length, its hash not compared because the file is
 * longer than that; or, in a sentence for the reader, gone or altered.
 */
export type KeptState = { is: 'whole' | 'there' } | { is: 'problem'; says: string }

export async function stateOf(store: FileStore, file: KeptFile): Promise<KeptState> {
  const isLong = file.bytes > HASHED_WHEN_SHOWN
  try {
    const stream = isLong
      ? await store.read(file, { start: 0, end: 0 })
      : await readVerified(store, file)
    await pipeline(stream, new Writable({ write: (_chunk, _encoding, done) => done() }))
    return { is: isLong ? 'there' : 'whole' }
  } catch (error) {
    if (error instanceof FileProblem) return { is: 'problem', says: error.message }
    throw error
  }
}

/** A kept text, once its hash was compared: refuses one that is gone or altered. */
export async function readKeptText(store: FileStore, file: KeptFile): Promise<string> {
  return (await buffer(await readVerified(store, file))).toString('utf8')
}
