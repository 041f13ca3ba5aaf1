import { Refusal } from '@/lib/domain/refusal'

/** What names a kept file: whose it is, and the SHA-256 of its bytes in lower-case hexadecimal. */
export interface FileKey {
  newsroomId: string
  sha256: string
}

/** A kept file as its row knows it: `bytes` is its length. */
export interface KeptFile extends FileKey {
  bytes: number
}

/** A file on our own disk that nobody else writes: flushed, and its SHA-256 just taken. */
export interface HashedFile {
  path: string
  sha256: string
  bytes: number
}

/** A kept file that is not there any more, or not as it was kept. It is shown as such and never passed off as fine. */
export class FileProblem extends Refusal {
  constructor(
    readonly problem: 'gone' | 'altered',
    readonly file: FileKey,
  ) {
    super('unavailable', SENTENCES[problem])
  }
}

/** Makes sure that a key can be part of a path: what it holds comes from rows, and is checked all the same. */
export function checkedKey<Key extends FileKey>(key: Key): Key {
  checkedNewsroom(key.newsroomId)
  if (!/^[0-9a-f]{64}$/.test(key.sha256)) throw new Error('not a SHA-256 in hexadecimal')
  return key
}

/** Makes sure that a newsroom's id can be the name of a folder. */
export function checkedNewsroom(newsroomId: string): string {
  if (!/^[\w-]{1,100}$/.test(newsroomId)) throw new Error('not the id of a newsroom')
  return newsroomId
}

const SENTENCES = {
  gone: 'The kept file is gone from the place where Stet keeps files. Restore it from a backup; its hash is on record.',
  altered:
    'The kept file is not what was kept: its bytes no longer have the hash on record. Restore it from a backup.',
}
