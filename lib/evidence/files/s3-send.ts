import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import type { HashedFile } from './kept-file'
import { type Bucket, tag } from './s3-bucket'

/** Sends a file to a bucket under this name. It is there whole or not at all: parts are thrown away where one fails. */
export async function sendFile(bucket: Bucket, name: string, file: HashedFile): Promise<void> {
  const handle = await open(file.path)
  try {
    if (file.bytes > PART) await sendParts(bucket, name, { handle, bytes: file.bytes })
    else await bucket.ask('PUT', name, withHash(await readPart(handle, 0, file.bytes)))
  } finally {
    await handle.close()
  }
}

/** In bytes. Ten thousand parts are the most that S3 takes, so the largest file has 160 GB. */
const PART = 16 * 1024 * 1024

async function sendParts(
  bucket: Bucket,
  name: string,
  { handle, bytes }: { handle: FileHandle; bytes: number },
): Promise<void> {
  const begun = await bucket.ask('POST', name, { query: { uploads: '' } })
  const uploadId = tag(await begun.text(), 'UploadId')
  try {
    const parts: string[] = []
    for (let start = 0; start < bytes; start += PART) {
      const partNumber = String(parts.length + 1)
      const part = await readPart(handle, start, Math.min(PART, bytes - start))
      const query = { partNumber, uploadId }
      const answer = await bucket.ask('PUT', name, { ...withHash(part), query })
      const etag = answer.headers.get('etag') ?? ''
      parts.push(`<Part><PartNumber>${partNumber}</PartNumber><ETag>${etag}</ETag></Part>`)
    }
    const body = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`
    const answer = await bucket.ask('POST', name, { query: { uploadId }, body })
    // S3 may find out what is wrong after it has begun to answer 200.
    const said = await answer.text()
    if (said.includes('<Error>'))
      throw new Error(`S3 could not join the parts: ${tag(said, 'Code')}`)
  } catch (error) {
    await bucket.ask('DELETE', name, { query: { uploadId }, allow: [404] }).catch(() => {})
    throw error
  }
}

async function readPart(
  handle: FileHandle,
  start: number,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, start)
  if (bytesRead !== length) throw new Error('the file became shorter while it was sent')
  return buffer
}

/** The store compares what arrives with its SHA-256, which is part of the signature. */
function withHash(body: Uint8Array<ArrayBuffer>) {
  const hash = createHash('sha256').update(body).digest('hex')
  return { body, headers: { 'x-amz-content-sha256': hash } }
}
