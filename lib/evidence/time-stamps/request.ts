import { randomBytes } from 'node:crypto'
import * as asn1js from 'asn1js'
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs'
import { Refusal } from '@/lib/domain/refusal'
import { SHA_256 } from './algorithms'

/** A question to a time-stamping authority: its bytes, and the number that the answer has to repeat. */
export interface TimeStampRequest {
  der: Uint8Array<ArrayBuffer>
  /** In hex, 16 bytes. */
  nonce: string
}

/**
 * The question (RFC 3161, TimeStampReq in DER) that asks an authority to date a SHA-256, with a fresh nonce, and to send
 * its certificates along. Refuses what is no SHA-256 in lower-case hex.
 */
export function makeTimeStampRequest(sha256: string): TimeStampRequest {
  const nonce = freshNonce()
  const question = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({
        algorithmId: SHA_256,
        algorithmParams: new asn1js.Null(),
      }),
      hashedMessage: new asn1js.OctetString({ valueHex: bytesOfHash(sha256) }),
    }),
    nonce: new asn1js.Integer({ valueHex: nonce }),
    certReq: true,
  })
  return {
    der: new Uint8Array(question.toSchema().toBER()),
    nonce: Buffer.from(nonce).toString('hex'),
  }
}

/** The 32 bytes of a SHA-256 in hex; refuses anything else. */
export function bytesOfHash(sha256: string): Uint8Array<ArrayBuffer> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) {
    const words = 'This is not a SHA-256: 64 digits and letters from a to f are needed.'
    throw new Refusal('invalid', words, { sha256: words })
  }
  return Uint8Array.from(Buffer.from(sha256, 'hex'))
}

/** Positive, and with no zero in front that an authority could leave out. */
function freshNonce(): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(randomBytes(16))
  bytes[0] = 0x40 | ((bytes[0] ?? 0) & 0x3f)
  return bytes
}
