import { rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline, Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { exactLength } from './exact-length'
import { type ByteRange, type FileStore, lengthOf, type StoredFile } from './file-store'
import { INCOMING } from './folder-store'
import { writeIncoming } from './incoming'
import {
  checkedKey,
  checkedNewsroom,
  type FileKey,
  FileProblem,
  type HashedFile,
  type KeptFile,
} from './kept-file'
import { type Bucket, openBucket, type S3Options } from './s3-bucket'
import { sendFile } from './s3-send'

/**
 * Files in a bucket of a store that speaks S3, as `newsroom/abcd…`. A file's name is its hash, so what comes in waits on
 * our own disk, in `incoming`, until its hash is known; from there it is sent in parts, which become a file all at once.
 */
export function s3Store({ incoming, ...options }: S3Options & { incoming: string }): FileStore {
  const bucket = openBucket(options)
  const take = async (file: HashedFile, whose: { newsroomId: string }) => {
    const kept = { newsroomId: whose.newsroomId, sha256: file.sha256, bytes: file.bytes }
    await send(bucket, file, kept)
    await rm(file.path, { force: true })
    return kept
  }
  return {
    take,
    async put(stream, whose) {
      checkedNewsroom(whose.newsroomId)
      const file = await writeIncoming(stream, path.join(incoming, INCOMING))
      return take(file, whose).finally(() => rm(file.path, { force: true }))
    },
    read: (file, range) => read(bucket, file, range),
    has: async (key) => (await sizeOf(bucket, key)) !== null,
    async remove(key) {
      await bucket.ask('DELETE', nameOf(key), { allow: [404] })
    },
    list: (newsroomId) => list(bucket, newsroomId),
  }
}

async function send(bucket: Bucket, file: HashedFile, kept: KeptFile): Promise<void> {
  const before = await sizeOf(bucket, kept)
  if (before === null) await sendFile(bucket, nameOf(kept), file)
  const size = before ?? (await sizeOf(bucket, kept))
  if (size !== kept.bytes) throw new FileProblem('altered', kept)
}

async function read(bucket: Bucket, file: KeptFile, range?: ByteRange): Promise<Readable> {
  const length = lengthOf(file, range)
  const size = await sizeOf(bucket, file)
  if (size === null) throw new FileProblem('gone', file)
  if (size !== file.bytes) throw new FileProblem('altered', file)
  const headers = range ? { range: `bytes=${range.start}-${range.end}` } : undefined
  const { body } = await bucket.ask('GET', nameOf(file), { headers })
  const exact = exactLength(length, () => new FileProblem('altered', file))
  const bytes = body ? Readable.fromWeb(body as ReadableStream) : Readable.from([])
  return pipeline(bytes, exact, () => {})
}

async function sizeOf(bucket: Bucket, key: FileKey): Promise<number | null> {
  const answer = await bucket.ask('HEAD', nameOf(key), { allow: [404] })
  return answer.status === 404 ? null : Number(answer.headers.get('content-length'))
}

async function* list(bucket: Bucket, newsroomId?: string): AsyncGenerator<StoredFile> {
  const prefix = newsroomId ? `${checkedNewsroom(newsroomId)}/` : ''
  for await (const { name, bytes, changedAt } of bucket.list(prefix)) {
    const [newsroom = '', sha256 = '', ...more] = name.split('/')
    if (!sha256 || more.length > 0) continue
    yield { newsroomId: newsroom, sha256, bytes, storedAt: changedAt }
  }
}

function nameOf(key: FileKey): string {
  const { newsroomId, sha256 } = checkedKey(key)
  return `${newsroomId}/${sha256}`
}
