import { X509Certificate } from 'node:crypto'
import { momentInFull } from '@/lib/domain/times/moments'
import { readAnchors } from './certificates'
import type { TimeStamp } from './outcome'
import { verifyTimeStamp } from './response'

/** A time stamp that was kept, and what is known of the file that it dates. */
export interface Kept {
  response: Uint8Array
  /** In hex. */
  sha256: string
  /** PEM: the certificates that the newsroom named for this authority; empty for none. */
  anchors: string
  /** Whether the store holds the file as it was. */
  file: 'whole' | 'gone' | 'altered'
  /** A file name without its ending, under which stamp and certificates are saved. */
  name: string
}

export interface Verification {
  holds: boolean
  /** Sentences for a reader. */
  words: string[]
  /** What says the same without Stet; empty where the answer is no time stamp. */
  command: string
}

/**
 * Verifies a kept time stamp at `now` and says in words what holds. A certificate that ran out since is told apart from one
 * that was not valid when it signed: the first takes nothing from the time stamp, the second is a bad one.
 */
export async function verifyKept(kept: Kept, now = new Date()): Promise<Verification> {
  const { response, sha256, anchors, file } = kept
  const read = await verifyTimeStamp(response, sha256, anchors || undefined)
  if (read.outcome === 'failed') return { holds: false, words: [read.message], command: '' }
  return {
    holds: file === 'whole',
    words: [
      `The time stamp holds: ${read.authority} signed that the file with this hash was there on ${inFull(read.genTime)}.`,
      anchors ? TRUSTED : ANYBODY,
      ...(read.validUntil < now ? [ranOut(read)] : []),
      FILES[file],
    ],
    command: commandFor(kept, read, now),
  }
}

const TRUSTED = 'Its certificate leads back to those that the newsroom named for this authority.'
const ANYBODY =
  'Who that is, its own certificate says and nobody else: the newsroom named no certificates for this authority.'

const FILES: Record<Kept['file'], string> = {
  whole: 'The kept file still has this hash.',
  gone: 'But the file itself is gone from where Stet keeps files, so there is nothing to show for it.',
  altered: 'But the file that Stet keeps was altered since: it is not the one that was dated.',
}

function ranOut({ validUntil }: TimeStamp): string {
  return `The authority’s certificate has run out since, on ${inFull(validUntil)}. That takes nothing from what it signed before; a date from another authority proves it for longer.`
}

const inFull = (moment: Date) => `${momentInFull(moment, 'UTC')} UTC`

/** The certificates (PEM) that a kept time stamp is verified against: those that were named, or else those that came in it. */
export async function certificatesFor({
  response,
  sha256,
  anchors,
}: Omit<Kept, 'file' | 'name'>): Promise<string> {
  if (anchors) return `${anchors.trim()}\n`
  const read = await verifyTimeStamp(response, sha256)
  return read.outcome === 'failed' ? '' : read.certificates.map(pem).join('')
}

const pem = (certificate: Uint8Array) => new X509Certificate(certificate).toString()

/** Run beside both files. What openssl needs besides is added only where it is needed: not every openssl knows it. */
function commandFor({ sha256, anchors, name }: Kept, read: TimeStamp, now: Date): string {
  const roots = anchors ? readAnchors(anchors) : read.certificates
  const hasRoot = roots.map((one) => new X509Certificate(one)).some((one) => one.checkIssued(one))
  return [
    `openssl ts -verify -digest ${sha256} -in ${name}.tsr -CAfile ${name}.pem`,
    ...(hasRoot ? [] : ['-partial_chain']),
    ...(read.validUntil < now ? [`-attime ${Math.floor(read.genTime.getTime() / 1000)}`] : []),
  ].join(' ')
}
