import type { FileStore } from '../files/file-store'
import type { KeptFile } from '../files/kept-file'
import { verifyFiles } from '../files/verify-files'

/** What a check of a newsroom's files found, by their SHA-256. */
export interface FilesFound {
  /** How many files were read. */
  files: number
  gone: string[]
  altered: string[]
  unclaimed: string[]
}

/**
 * Checks the files of one newsroom, and says before each how many were read. Ends with the signal's reason once it is
 * aborted.
 */
export async function checkKeptFiles(
  store: FileStore,
  {
    newsroomId,
    rows,
    onRead,
    signal,
  }: {
    newsroomId: string
    rows: AsyncIterable<KeptFile>
    onRead: (read: number) => void
    signal?: AbortSignal
  },
): Promise<FilesFound> {
  const found: FilesFound = { files: 0, gone: [], altered: [], unclaimed: [] }
  const ofThisNewsroom = { ...store, list: () => store.list(newsroomId) }
  async function* counted() {
    for await (const row of rows) {
      signal?.throwIfAborted()
      onRead(found.files)
      yield row
      found.files++
    }
  }
  for await (const { problem, file } of verifyFiles(ofThisNewsroom, counted())) {
    found[problem].push(file.sha256)
  }
  return found
}
