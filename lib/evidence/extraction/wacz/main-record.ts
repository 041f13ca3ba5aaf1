import { createHash } from 'node:crypto'
import { brotliDecompressSync } from 'node:zlib'
import { WARCParser, type WARCRecord } from 'warcio'
import { parseAddress } from '@/lib/domain/web-address'
import { invalid, type OpenZip } from './zip-file'

/** How a page was answered, and with what. */
export interface MainRecord {
  url: string
  at: string | null
  status: number
  headers: [string, string][]
  content: Uint8Array
}

const MOST_RECORDS = 100_000
const MOST_BYTES = 16_000_000
const MOST_REDIRECTS = 10

/**
 * Finds what the server answered for an address in a web archive (WARC 1.1, ISO 28500), through its redirects. Refuses an
 * archive without that answer, one that was cut, and an answer that does not have its payload's digest.
 */
export async function mainRecord(zip: OpenZip, address: string): Promise<MainRecord> {
  let url = withoutFragment(address)
  for (let step = 0; step <= MOST_REDIRECTS; step++) {
    const found = await findRecord(zip, url)
    if (!found) throw invalid(`This web archive holds no answer of ${url}.`)
    const target = found.headers.find(([name]) => name.toLowerCase() === 'location')?.[1]
    if (found.status < 300 || found.status > 399 || !target) return found
    const next = parseAddress(target, url)
    if (!next) break
    url = withoutFragment(next.href)
  }
  throw invalid(`The page ${address} in this web archive leads on without an end.`)
}

const withoutFragment = (url: string) => url.replace(/#.*$/s, '')

async function findRecord(zip: OpenZip, url: string): Promise<MainRecord | null> {
  let count = 0
  for (const name of zip.names.filter((one) => /^archive\/.+\.warc(\.gz)?$/.test(one))) {
    try {
      for await (const record of new WARCParser(zip.read(name))) {
        if (++count > MOST_RECORDS) break
        if (record.warcType === 'response' && withoutFragment(record.warcTargetURI ?? '') === url) {
          return await answerOf(record, url)
        }
        await record.skipFully()
      }
    } catch (error) {
      if (error instanceof Error && error.name === 'Refusal') throw error
      throw invalid(`The file ${name} in this web archive is damaged at its record ${count + 1}.`)
    }
    if (count > MOST_RECORDS)
      throw invalid(`This web archive has more than ${MOST_RECORDS.toLocaleString('en')} records.`)
  }
  return null
}

async function answerOf(record: WARCRecord, url: string): Promise<MainRecord> {
  if (record.warcContentLength > MOST_BYTES)
    throw invalid(`The page ${url} in this web archive is too long to be read.`)
  const payload = await record.readFully(false)
  checkDigest(payload, record.warcPayloadDigest ?? '', url)
  const content = await limited(record)
  if (content.length > MOST_BYTES)
    throw invalid(`The page ${url} in this web archive is too long to be read.`)
  const { status, headers } = record.getResponseInfo() ?? { status: 0, headers: new Map() }
  return {
    url,
    at: record.warcDate ?? null,
    status: Number(status),
    headers: [...headers],
    content,
  }
}

function checkDigest(payload: Uint8Array, said: string, url: string): void {
  const [, algorithm = '', digest = ''] =
    /^(sha1|sha256|sha-1|sha-256|md5):(\S+)$/i.exec(said) ?? []
  if (!algorithm) return
  const hash = createHash(algorithm.toLowerCase().replace('-', '')).update(payload).digest()
  if (digest.toLowerCase() !== hash.toString('hex') && digest.replace(/=+$/, '') !== base32(hash)) {
    throw invalid(`The page ${url} in this web archive was altered: it does not have its digest.`)
  }
}

/** RFC 4648 §6, without padding. */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}

/** An answer's content without the encodings that it was sent in, no more of it than is read. */
async function limited(record: WARCRecord): Promise<Uint8Array> {
  const payload = record.payload ?? new Uint8Array()
  if (!record.httpHeaders) return payload
  const { headers } = record.httpHeaders
  if (headers.get('Content-Encoding') === 'br') {
    return brotliDecompressSync(payload, { maxOutputLength: MOST_BYTES + 1 })
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of record._createDecodingReader([payload])) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MOST_BYTES) break
  }
  return Buffer.concat(chunks)
}
