import { X509Certificate } from 'node:crypto'

/** The certificates (DER) in a text of PEM blocks (RFC 7468 §5); null where there are none, or one of them is damaged. */
export function certificatesIn(pem: string): Uint8Array<ArrayBuffer>[] | null {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? []
  try {
    const read = blocks.map((block) => Uint8Array.from(new X509Certificate(block).raw))
    return read.length > 0 ? read : null
  } catch {
    return null
  }
}
