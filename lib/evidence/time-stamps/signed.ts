import { createHash, timingSafeEqual, X509Certificate } from 'node:crypto'
import * as asn1js from 'asn1js'
import { AlgorithmIdentifier, Certificate, IssuerAndSerialNumber, type SignerInfo } from 'pkijs'
import { hashNamed, isSignatureBy } from './algorithms'
import { partsOf, type Token, whole } from './token'

const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'
const TST_INFO = '1.2.840.113549.1.9.16.1.4'

/**
 * The certificate that signed a token, or null where the signature does not hold: the signed attributes name the content
 * by type and hash (RFC 5652 §5.4) and the certificate by hash (RFC 5035, ESSCertID or ESSCertIDv2), the signer is that
 * certificate, and its key made the signature over them.
 */
export function signerOf(token: Token): Uint8Array<ArrayBuffer> | null {
  const { signer, content, certificates } = token
  const digest = hashNamed(signer.digestAlgorithm)
  const type = attribute(signer, CONTENT_TYPE)
  const hash = attribute(signer, MESSAGE_DIGEST)
  const isAboutContent =
    digest !== undefined &&
    type instanceof asn1js.ObjectIdentifier &&
    type.getValue() === TST_INFO &&
    hash instanceof asn1js.OctetString &&
    isHashOf(content, digest, hash)
  const certificate = certificates.find((one) => isNamedIn(signer, one) && isSigner(signer, one))
  if (!isAboutContent || !certificate || !signer.signedAttrs) return null
  const isSigned = isSignatureBy(
    new X509Certificate(certificate).publicKey,
    new Uint8Array(signer.signedAttrs.encodedValue),
    {
      signature: signer.signature.valueBlock.valueHexView,
      algorithm: signer.signatureAlgorithm,
      digest: signer.digestAlgorithm,
    },
  )
  return isSigned ? certificate : null
}

/** The value of a signed attribute; undefined where it is missing, or there are two. */
function attribute({ signedAttrs }: SignerInfo, type: string): unknown {
  const found = (signedAttrs?.attributes ?? []).filter((one) => one.type === type)
  return found.length === 1 && found[0]?.values.length === 1 ? found[0].values[0] : undefined
}

function isNamedIn(signer: SignerInfo, certificate: Uint8Array): boolean {
  const [v2] = namesIn(attribute(signer, SIGNING_CERTIFICATE_V2))
  const [v1] = namesIn(attribute(signer, SIGNING_CERTIFICATE))
  if (!v1 && !v2) return false
  return (
    (!v2 || isNamedBy(v2, certificate, 'sha256')) && (!v1 || isNamedBy(v1, certificate, 'sha1'))
  )
}

/** The first name is the signer's; others may follow for its chain. */
function namesIn(value: unknown): asn1js.AsnType[] {
  return partsOf(partsOf(value)[0])
}

/** ESSCertID: the hash of the certificate, in the second version perhaps with the algorithm before it. */
function isNamedBy(name: asn1js.AsnType, certificate: Uint8Array, byDefault: string): boolean {
  const [first, second] = partsOf(name)
  if (first instanceof asn1js.OctetString) return isHashOf(certificate, byDefault, first)
  const algorithm = hashNamed(new AlgorithmIdentifier({ schema: first }))
  return (
    algorithm !== undefined &&
    second instanceof asn1js.OctetString &&
    isHashOf(certificate, algorithm, second)
  )
}

function isSigner({ sid }: SignerInfo, certificate: Uint8Array): boolean {
  if (!(sid instanceof IssuerAndSerialNumber)) return true
  const { issuer, serialNumber } = new Certificate({ schema: whole(certificate) })
  return sid.issuer.isEqual(issuer) && sid.serialNumber.isEqual(serialNumber)
}

function isHashOf(content: Uint8Array, algorithm: string, claimed: asn1js.OctetString): boolean {
  const hash = createHash(algorithm).update(content).digest()
  const bytes = claimed.valueBlock.valueHexView
  return bytes.length === hash.length && timingSafeEqual(bytes, hash)
}
