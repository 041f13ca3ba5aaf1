import { type ContentInfo, type MessageImprint, TimeStampResp } from 'pkijs'
import { SHA_256 } from './algorithms'
import {
  holderOf,
  isForTimeStamps,
  isTrusted,
  readAnchors,
  validUntil,
  wasValidAt,
} from './certificates'
import { failed, type NoTimeStamp, type TimeStamp } from './outcome'
import { bytesOfHash } from './request'
import { signerOf } from './signed'
import { refusalOf } from './status'
import { readToken, type Token, whole } from './token'

/** What a time stamp has to be about. */
export interface Expected {
  /** In hex. */
  sha256: string
  /** The request's, in hex; left out where it was not kept. */
  nonce?: string
  /** PEM: the certificates that are trusted. Without them any authority is taken. */
  anchors?: string
}

/**
 * Reads an authority's answer (RFC 3161, TimeStampResp in DER) and checks it: that it was granted, is of this hash and
 * this request, is signed, by a certificate for time stamps that was valid at the time it names and leads back to a
 * trusted one. What comes from outside never throws; an expected hash or anchors that are none are refused.
 */
export async function readTimeStampResponse(
  der: Uint8Array,
  { sha256, nonce, anchors }: Expected,
): Promise<TimeStamp | NoTimeStamp> {
  const hash = bytesOfHash(sha256)
  const trusted = anchors === undefined ? null : readAnchors(anchors)
  try {
    const { status, timeStampToken } = new TimeStampResp({ schema: whole(der) })
    const refusal = refusalOf(status)
    if (refusal) return refusal
    const token = timeStampToken ? readToken(timeStampToken) : null
    if (!timeStampToken || !token) return failed('not-a-time-stamp')
    if (!isImprintOf(token.info.messageImprint, hash)) return failed('other-hash')
    if (nonce !== undefined && nonceOf(token) !== plain(nonce)) return failed('other-nonce')
    return await checked(token, { raw: tokenBytes(timeStampToken), trusted })
  } catch {
    return failed('not-a-time-stamp')
  }
}

/** A time stamp that was kept, looked at again: whether it still says that this hash existed at its time. */
export async function verifyTimeStamp(
  responseDer: Uint8Array,
  sha256: string,
  anchors?: string,
): Promise<TimeStamp | NoTimeStamp> {
  return readTimeStampResponse(responseDer, { sha256, anchors })
}

async function checked(
  token: Token,
  { raw, trusted }: { raw: Uint8Array<ArrayBuffer>; trusted: Uint8Array[] | null },
): Promise<TimeStamp | NoTimeStamp> {
  const { info, certificates } = token
  const signer = signerOf(token)
  if (!signer) return failed('bad-signature')
  if (!isForTimeStamps(signer)) return failed('wrong-certificate')
  if (!wasValidAt(signer, info.genTime)) return failed('expired-certificate')
  const others = certificates.filter((one) => one !== signer)
  if (trusted && !(await isTrusted(signer, { others, anchors: trusted, at: info.genTime }))) {
    return failed('unknown-authority')
  }
  return {
    outcome: 'granted',
    genTime: info.genTime,
    serial: plain(hex(info.serialNumber.valueBlock.valueHexView)),
    policy: info.policy,
    authority: holderOf(signer),
    validUntil: validUntil(signer),
    token: raw,
    certificates,
  }
}

function isImprintOf({ hashAlgorithm, hashedMessage }: MessageImprint, hash: Uint8Array): boolean {
  return (
    hashAlgorithm.algorithmId === SHA_256 &&
    hex(hashedMessage.valueBlock.valueHexView) === hex(hash)
  )
}

function nonceOf({ info: { nonce } }: Token): string | null {
  return nonce ? plain(hex(nonce.valueBlock.valueHexView)) : null
}

function tokenBytes(token: ContentInfo): Uint8Array<ArrayBuffer> {
  return new Uint8Array(token.toSchema().toBER())
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** A number in hex as one would write it, whatever zeros stood before it. */
const plain = (number: string) => number.toLowerCase().replace(/^(00)+(?=..)/, '')
