import type { IncomingMessage } from 'node:http'
import { Duplex, Transform } from 'node:stream'
import * as zlib from 'node:zlib'
import { inMegabytes } from './limits'
import { OutgoingRefusal } from './outgoing-refusal'

/** As many codings, one around the other, as an honest site could use. */
const MOST_CODINGS = 2

/** They have a body neither coded nor plain (RFC 9110, 6.4.1). */
const WITHOUT_BODY = [204, 304]

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
  if (WITHOUT_BODY.includes(response.statusCode ?? 0)) return [counted(most.bytes)]
  const codings = (response.headers['content-encoding'] ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity')
  if (codings.length > MOST_CODINGS) throw new OutgoingRefusal('bad-answer')
  const stages: Duplex[] = [counted(most.bytes)]
  if (codings.length === 0) return stages
  const first = await firstByte(response)
  if (first === null) return stages
  for (const [index, coding] of codings.reverse().entries()) {
    stages.push(decoder(coding, index === 0 ? first : null), counted(most.bytes))
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

/** @param first the first byte, where it is known */
function decoder(coding: string, first: number | null): Duplex {
  if (coding === 'gzip' || coding === 'x-gzip') return zlib.createGunzip()
  if (coding === 'br') return zlib.createBrotliDecompress()
  if (coding === 'deflate') return isZlib(first) ? zlib.createInflate() : zlib.createInflateRaw()
  const zstd = coding === 'zstd' ? zstdDecoder() : null
  if (!zstd) throw new OutgoingRefusal('bad-answer')
  return zstd
}

/** Some servers send deflate without the header that RFC 1950 asks for, whose first four bits say 8. */
const isZlib = (first: number | null) => first === null || (first & 15) === 8

/** Node has it from 22.15 on. */
function zstdDecoder(): Duplex | null {
  const create: unknown = Reflect.get(zlib, 'createZstdDecompress')
  const made: unknown = typeof create === 'function' ? create() : null
  return made instanceof Duplex ? made : null
}

/** The byte that a body begins with, which it keeps; null where it has none, and needs no decoder. */
async function firstByte(response: IncomingMessage): Promise<number | null> {
  if (response.readableLength === 0 && !response.complete) await somethingOf(response)
  const piece: Buffer | null = response.read()
  if (piece) response.unshift(piece)
  return piece?.[0] ?? null
}

function somethingOf(response: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const events = ['readable', 'end', 'close']
    const come = () => {
      for (const event of events) response.off(event, come)
      resolve()
    }
    for (const event of events) response.on(event, come)
  })
}
