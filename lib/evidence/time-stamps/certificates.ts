import { X509Certificate } from 'node:crypto'
import { Certificate, CertificateChainValidationEngine, ExtKeyUsage } from 'pkijs'
import { certificatesIn } from '@/lib/domain/captures/certificates'
import { Refusal } from '@/lib/domain/refusal'
import { whole } from './token'

const EXTENDED_KEY_USAGE = '2.5.29.37'
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'

/** Whether a certificate is for time stamps and nothing else, and says so critically (RFC 3161 §2.3). */
export function isForTimeStamps(certificate: Uint8Array): boolean {
  const { extensions = [] } = parsed(certificate)
  const usage = extensions.filter(({ extnID }) => extnID === EXTENDED_KEY_USAGE)
  const [only] = usage
  return (
    usage.length === 1 &&
    only?.critical === true &&
    only.parsedValue instanceof ExtKeyUsage &&
    only.parsedValue.keyPurposes.join() === TIME_STAMPING
  )
}

/** Whether a certificate was valid at a time, its first and last second included. */
export function wasValidAt(certificate: Uint8Array, time: Date): boolean {
  const { notBefore, notAfter } = parsed(certificate)
  return notBefore.value <= time && time <= notAfter.value
}

/** The last second in which a certificate is valid. */
export function validUntil(certificate: Uint8Array): Date {
  return parsed(certificate).notAfter.value
}

/**
 * Whether a certificate can be led back, at a time and over the others at hand, to one of the trusted ones
 * (RFC 5280 §6). Revocation is not looked at: the lists would have to be fetched.
 */
export async function isTrusted(
  certificate: Uint8Array,
  chain: { others: readonly Uint8Array[]; anchors: readonly Uint8Array[]; at: Date },
): Promise<boolean> {
  const engine = new CertificateChainValidationEngine({
    trustedCerts: chain.anchors.map(parsed),
    certs: [...chain.others, certificate].map(parsed),
    checkDate: chain.at,
  })
  const { result } = await engine.verify({ passedWhenNotRevValues: true })
  return result
}

/** The certificates (DER) in a text of one or more PEM blocks; refuses a text with none, or with one that is damaged. */
export function readAnchors(pem: string): Uint8Array<ArrayBuffer>[] {
  const read = certificatesIn(pem)
  if (read) return read
  const words = 'These are not certificates in PEM form, or one of them is damaged.'
  throw new Refusal('invalid', words, { anchors: words })
}

/** By what people know the holder of a certificate: its common name, or else its organisation. */
export function holderOf(certificate: Uint8Array): string {
  const { subject } = new X509Certificate(certificate)
  const names = new Map(
    subject.split('\n').map((line) => {
      const at = line.indexOf('=')
      return [line.slice(0, at), line.slice(at + 1)] as const
    }),
  )
  return names.get('CN') ?? names.get('O') ?? subject.replaceAll('\n', ', ')
}

function parsed(certificate: Uint8Array): Certificate {
  return new Certificate({ schema: whole(certificate) })
}
