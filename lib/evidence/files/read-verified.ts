import { createHash } from 'node:crypto'
import { pipeline, type Readable, Transform } from 'node:stream'
import type { FileStore } from './file-store'
import { FileProblem, type KeptFile } from './kept-file'

/** A whole file, hashed again as it is read: ends with a {@link FileProblem} after its last byte if it was altered. */
export async function readVerified(store: FileStore, file: KeptFile): Promise<Readable> {
  const hash = createHash('sha256')
  const verifying = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
    flush(done) {
      done(hash.digest('hex') === file.sha256 ? null : new FileProblem('altered', file))
    },
  })
  return pipeline(await store.read(file), verifying, () => {})
}
