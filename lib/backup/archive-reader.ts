import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Decrypter } from 'age-encryption'
import tar from 'tar-stream'
import { Refusal } from '@/lib/domain/refusal'
import { FORMAT, MANIFEST, type Manifest, parseManifest } from './manifest'

/** A part of an archive, to be read to its end before the next. */
export interface Part {
  name: string
  bytes: Readable
}

/** The parts of the archive at this path in their order. Refuses what is cut off, altered, or closed without its key. */
export async function* readParts(path: string, identity?: string): AsyncGenerator<Part> {
  const extract = tar.extract()
  const clear = await opened(path, identity)
  const gunzip = createGunzip()
  for (const stream of [clear, gunzip]) stream.on('error', (error) => extract.destroy(error))
  clear.pipe(gunzip).pipe(extract)
  try {
    for await (const entry of extract) yield { name: entry.header.name, bytes: entry as never }
  } catch (error) {
    throw told(error)
  } finally {
    for (const stream of [clear, gunzip, extract]) stream.destroy()
  }
}

/**
 * Reads a whole archive and compares each part with what the archive says of itself. Refuses one that is damaged, cut, or
 * of a newer format; nothing of it has been used by then.
 */
export async function checkArchive(path: string, identity?: string): Promise<Manifest> {
  try {
    return await check(path, identity)
  } catch (error) {
    throw told(error)
  }
}

async function check(path: string, identity: string | undefined): Promise<Manifest> {
  const found: Manifest['entries'] = []
  let said = ''
  for await (const { name, bytes } of readParts(path, identity)) {
    const hash = createHash('sha256')
    const kept: Buffer[] = []
    let length = 0
    for await (const chunk of bytes) {
      hash.update(chunk)
      length += chunk.length
      if (name === MANIFEST) kept.push(chunk)
    }
    if (name === MANIFEST) said = Buffer.concat(kept).toString()
    else found.push({ name, bytes: length, sha256: hash.digest('hex') })
  }
  const manifest = parseManifest(said)
  if (!manifest) throw new Refusal('invalid', said && isNewer(said) ? NEWER : DAMAGED)
  if (manifest.format > FORMAT) throw new Refusal('invalid', NEWER)
  if (JSON.stringify(found) !== JSON.stringify(manifest.entries)) {
    throw new Refusal('invalid', DAMAGED)
  }
  return manifest
}

const DAMAGED =
  'This is no whole backup of Stet: it is cut off, or was altered. Nothing of it was used. Take another one.'
const NEWER =
  'This backup was made by a newer version of Stet. Nothing of it was used: restore it with that version.'
const LOCKED = 'This backup is encrypted. Give the file with the age identity that opens it.'
const WRONG_KEY = 'This age identity does not open the backup. Nothing of it was used.'

/** What cannot be unpacked is damaged; that the disk cannot be read is another matter. */
function told(error: unknown): unknown {
  const isOther = error instanceof Refusal || Object(error).syscall !== undefined
  return isOther ? error : new Refusal('invalid', DAMAGED)
}

const isNewer = (said: string) => {
  try {
    return Number(JSON.parse(said).format) > FORMAT
  } catch {
    return false
  }
}

async function opened(path: string, identity?: string): Promise<Readable> {
  if (!(await isEncrypted(path))) return createReadStream(path)
  if (!identity) throw new Refusal('invalid', LOCKED)
  const age = new Decrypter()
  try {
    for (const line of identity.split('\n').filter((one) => one.startsWith('AGE-'))) {
      age.addIdentity(line.trim())
    }
    const sealed = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array<ArrayBuffer>>
    return Readable.fromWeb((await age.decrypt(sealed)) as never)
  } catch {
    throw new Refusal('invalid', WRONG_KEY)
  }
}

/** By the first line of an age file (age-encryption.org/v1). */
async function isEncrypted(path: string): Promise<boolean> {
  const file = await open(path).catch(() => {
    throw new Refusal('not-found', `There is no backup at ${path}.`)
  })
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(21), 0, 21, 0)
    return buffer.subarray(0, bytesRead).toString() === 'age-encryption.org/v1'
  } finally {
    await file.close()
  }
}
