import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { Duplex, Transform } from 'node:stream'
import * as zlib from 'node:zlib'
import { inMegabytes } from './limits'
import { OutgoingRefusal } from './outgoing-refusal'

/** As many codings, one around the other, as an honest site could use. */
const MOST_CODINGS = 2

/** What a request may say that it understands (RFC 9110, 12.5.3). */
export const ACCEPT_ENCODING =
  'createZstdDecompress' in zlib ? 'gzip, deflate, br, zstd' : 'gzip, deflate, br'

/**
 * The stages through which a body goes to be read as it was meant, each counted against the limit in bytes: what comes
 * over the wire, and what it becomes. Refuses a coding that it does not know.
 */
export async function decodingStages(
  response: IncomingMessage,
  most: { bytes: number },
): Promise<Duplex[]> {
  const codings = (response.headers['content-encoding'] ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity')
  if (codings.length > MOST_CODINGS) throw new OutgoingRefusal('bad-answer')
  const stages: Duplex[] = [counted(most.bytes)]
  for (const [index, coding] of codings.reverse().entries()) {
    stages.push(await decoder(coding, index === 0 ? response : null), counted(most.bytes))
  }
  return stages
}

function counted(limit: number): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length
      if (bytes <= limit) done(null, chunk)
      else done(new OutgoingRefusal('too-large', inMegabytes(limit)))
    },
  })
}

async function decoder(coding: string, response: IncomingMessage | null): Promise<Duplex> {
  if (coding === 'gzip' || coding === 'x-gzip') return zlib.createGunzip()
  if (coding === 'br') return zlib.createBrotliDecompress()
  if (coding === 'deflate') {
    const bare = response !== null && (await isBareDeflate(response))
    return bare ? zlib.createInflateRaw() : zlib.createInflate()
  }
  const zstd = coding === 'zstd' ? zstdDecoder() : null
  if (!zstd) throw new OutgoingRefusal('bad-answer')
  return zstd
}

/** Node has it from 22.15 on. */
function zstdDecoder(): Duplex | null {
  const create: unknown = Reflect.get(zlib, 'createZstdDecompress')
  const made: unknown = typeof create === 'function' ? create() : null
  return made instanceof Duplex ? made : null
}

/** Some servers send deflate without the zlib header that RFC 1950 asks for; its first four bits say 8. */
async function isBareDeflate(response: IncomingMessage): Promise<boolean> {
  if (response.readableLength === 0 && !response.readableEnded) await once(response, 'readable')
  const first: Buffer | null = response.read()
  if (!first) return false
  response.unshift(first)
  return ((first[0] ?? 0) & 15) !== 8
}
