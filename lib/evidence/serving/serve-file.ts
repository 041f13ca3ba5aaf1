import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ByteRange, FileStore } from '../files/file-store'
import type { KeptFile } from '../files/kept-file'
import { readVerified } from '../files/read-verified'
import { parsedOrRefuse, parseForeign } from '../parsing/parse-foreign'
import { rangeOf } from './byte-range'

interface Asked {
  file: KeptFile
  part: { mediaType: string; name: string }
  /** To be shown in a page of ours, and not saved. */
  view: boolean
  /** The `Range` field of the request. */
  range: string | null
}

/**
 * A kept file as the answer to a request: foreign, and so as something that no browser runs in our name. Images to be shown
 * are drawn anew; text is plain text; recordings, films and PDF come as they are, with byte ranges; all else is saved.
 */
export async function serveFile(store: FileStore, asked: Asked): Promise<Response> {
  const { part, view } = asked
  if (view && part.mediaType.startsWith('image/')) return drawnAnew(store, asked.file)
  const shown = view && shownAsItIs(part.mediaType)
  const headers: Record<string, string> = {
    ...SAFE,
    'content-type': shown ? shownType(part.mediaType) : 'application/octet-stream',
    'content-disposition': shown ? 'inline' : savedAs(part.name),
    'accept-ranges': 'bytes',
  }
  return inPart(store, asked, headers)
}

/** Whatever it is, it runs nothing, reads nothing of ours, and is in no page of others. */
const SAFE = {
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
}

async function inPart(
  store: FileStore,
  { file, range: field }: Asked,
  headers: Record<string, string>,
): Promise<Response> {
  const range = rangeOf(field, file.bytes)
  if (range === 'unsatisfiable') {
    const size = { 'content-range': `bytes */${file.bytes}` }
    return new Response(null, { status: 416, headers: { ...headers, ...size } })
  }
  const stream = range ? await store.read(file, range) : await readVerified(store, file)
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    status: range ? 206 : 200,
    headers: { ...headers, ...lengthOf(file, range) },
  })
}

function lengthOf({ bytes }: KeptFile, range: ByteRange | null): Record<string, string> {
  if (!range) return { 'content-length': String(bytes) }
  const { start, end } = range
  return {
    'content-length': String(end - start + 1),
    'content-range': `bytes ${start}-${end}/${bytes}`,
  }
}

const shownAsItIs = (mediaType: string) =>
  /^(?:audio|video|text)\/|^application\/pdf$/.test(mediaType)

const shownType = (mediaType: string) =>
  mediaType.startsWith('text/') ? 'text/plain; charset=utf-8' : mediaType

/** A file to keep under this name: in ASCII for what reads no more, and in full (RFC 6266 §4.3, RFC 8187). */
function savedAs(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]+|["\\]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`
}

/** In pixels: more than any screen shows at once. */
const DRAWN = { width: 4_000, height: 12_000 }

async function drawnAnew(store: FileStore, file: KeptFile): Promise<Response> {
  const folder = await mkdtemp(path.join(tmpdir(), 'stet-view-'))
  try {
    const copy = path.join(folder, 'image')
    await pipeline(await readVerified(store, file), createWriteStream(copy, { mode: 0o600 }))
    const parsed = await parseForeign('raster', copy, { format: 'webp', ...DRAWN })
    const { value, bytes } = parsedOrRefuse(parsed)
    return new Response(Buffer.from(bytes), {
      headers: { ...SAFE, 'content-type': value.mediaType, 'content-disposition': 'inline' },
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
