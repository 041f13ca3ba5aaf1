import { constants, type VerifyKeyObjectInput, verify } from 'node:crypto'
import { type AlgorithmIdentifier, RSASSAPSSParams } from 'pkijs'

export const SHA_256 = '2.16.840.1.101.3.4.2.1'

/** Hash functions by object identifier. SHA-1 and MD5 are left out: what they sign can be forged. */
const HASHES: Record<string, string> = {
  [SHA_256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

/** The hash within a signature algorithm; null where the algorithm hashes by itself (Ed25519, RFC 8032). */
const SIGNATURES: Record<string, string | null> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
  '1.3.101.112': null,
}

const RSA = '1.2.840.113549.1.1.1'
const RSA_PSS = '1.2.840.113549.1.1.10'

/** The name by which Node knows a hash function; undefined for one that is not trusted. */
export function hashNamed({ algorithmId }: AlgorithmIdentifier): string | undefined {
  return HASHES[algorithmId]
}

/**
 * Whether a signature over these bytes is by this key: RSA (PKCS #1 v1.5 and PSS), ECDSA and Ed25519, with SHA-256 or
 * longer. An algorithm that is not among these answers no.
 */
export function isSignatureBy(
  key: VerifyKeyObjectInput['key'],
  data: Uint8Array,
  signed: { signature: Uint8Array; algorithm: AlgorithmIdentifier; digest: AlgorithmIdentifier },
): boolean {
  const { signature, algorithm, digest } = signed
  if (algorithm.algorithmId === RSA_PSS) {
    const params = new RSASSAPSSParams({ schema: algorithm.algorithmParams })
    const hash = hashNamed(params.hashAlgorithm)
    const padding = constants.RSA_PKCS1_PSS_PADDING
    return (
      hash !== undefined &&
      verify(hash, data, { key, padding, saltLength: params.saltLength }, signature)
    )
  }
  const hash = algorithm.algorithmId === RSA ? hashNamed(digest) : SIGNATURES[algorithm.algorithmId]
  return hash !== undefined && verify(hash, data, { key }, signature)
}
