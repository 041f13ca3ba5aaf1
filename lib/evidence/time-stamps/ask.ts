import { Refusal } from '@/lib/domain/refusal'
import { failed, type NoTimeStamp, type TimeStamp } from './outcome'
import { makeTimeStampRequest } from './request'
import { readTimeStampResponse } from './response'

/** The longest answer that is read, in bytes: a token with a long chain takes ten thousand. */
const LONGEST_ANSWER = 64 * 1024

/** The one way out to the network; throws a `Refusal` where there is no answer. */
export type FetchOutside = (
  url: string,
  request: {
    method: string
    headers: Record<string, string>
    body: Uint8Array
    limits: { bytes: number }
  },
) => Promise<{
  status: number
  headers: Record<string, string | undefined>
  body: AsyncIterable<Uint8Array>
}>

/** A time stamp with the authority's whole answer (DER), which is what is kept: `openssl ts -verify` takes it as a `.tsr`. */
export type KeptTimeStamp = TimeStamp & { response: Uint8Array<ArrayBuffer> }

/**
 * Asks a time-stamping authority over HTTP (RFC 3161 §3.4) to date a SHA-256, and checks what it answers, against the
 * trusted certificates (PEM) too if there are any. Every failure of the other side is an outcome with a name.
 */
export async function requestTimeStamp(
  authorityUrl: string,
  sha256: string,
  { fetchOutside, anchors }: { fetchOutside: FetchOutside; anchors?: string },
): Promise<KeptTimeStamp | NoTimeStamp> {
  const { der, nonce } = makeTimeStampRequest(sha256)
  const answer = await askFor(authorityUrl, { der, fetchOutside })
  if ('outcome' in answer) return answer
  const read = await readTimeStampResponse(answer.response, { sha256, nonce, anchors })
  return read.outcome === 'granted' ? { ...read, ...answer } : read
}

async function askFor(
  url: string,
  { der, fetchOutside }: { der: Uint8Array; fetchOutside: FetchOutside },
): Promise<{ response: Uint8Array<ArrayBuffer> } | NoTimeStamp> {
  try {
    const { status, headers, body } = await fetchOutside(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: REPLY },
      body: der,
      limits: { bytes: LONGEST_ANSWER },
    })
    if (status !== 200) return failed('down', `It answered with the status ${status}.`)
    const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
    if (type !== REPLY) return failed('not-a-time-stamp')
    return await readAll(body)
  } catch (error) {
    if (error instanceof Refusal) return failed('down', error.message)
    throw error
  }
}

const REPLY = 'application/timestamp-reply'

async function readAll(body: AsyncIterable<Uint8Array>) {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of body) {
    length += piece.length
    if (length > LONGEST_ANSWER) {
      return failed('not-a-time-stamp', 'It is longer than 64 kB.')
    }
    pieces.push(piece)
  }
  return { response: Uint8Array.from(Buffer.concat(pieces)) }
}
