import * as asn1js from 'asn1js'
import { ContentInfo, SignedData, type SignerInfo, TSTInfo } from 'pkijs'

/** A time stamp taken apart, nothing of it checked yet. */
export interface Token {
  info: TSTInfo
  /** The bytes of `info` as they were signed. */
  content: Uint8Array
  signer: SignerInfo
  /** DER, in the order of the token. */
  certificates: Uint8Array<ArrayBuffer>[]
}

const TST_INFO = '1.2.840.113549.1.9.16.1.4'

/**
 * The parts of a time-stamp token (RFC 3161 §2.4.2): a CMS signed-data with one signer over a TSTInfo. Null for what has
 * another form. Throws for what is no ASN.1.
 */
export function readToken(token: ContentInfo): Token | null {
  if (token.contentType !== ContentInfo.SIGNED_DATA) return null
  const signed = new SignedData({ schema: token.content })
  const [signer] = signed.signerInfos
  const { eContent, eContentType } = signed.encapContentInfo
  if (!signer || signed.signerInfos.length !== 1 || !eContent || eContentType !== TST_INFO) {
    return null
  }
  const content = new Uint8Array(eContent.getValue())
  const info = new TSTInfo({ schema: whole(content) })
  return { info, content, signer, certificates: certificatesIn(token.content) }
}

/** What the bytes say in ASN.1; throws where they say something else, or more. */
export function whole(bytes: Uint8Array): asn1js.AsnType {
  const { offset, result } = asn1js.fromBER(bytes)
  if (offset !== bytes.length) throw new Error(result.error || 'more bytes than were announced')
  return result
}

/** The certificates byte for byte, because they are known by the hash of their bytes. */
function certificatesIn(signedData: unknown): Uint8Array<ArrayBuffer>[] {
  const parts = partsOf(signedData)
  const set = parts.find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0)
  return partsOf(set)
    .filter((part) => part instanceof asn1js.Sequence)
    .map((part) => Uint8Array.from(part.valueBeforeDecodeView))
}

/** What stands within something that is put together; nothing in anything else. */
export function partsOf(value: unknown): asn1js.AsnType[] {
  return value instanceof asn1js.Constructed ? value.valueBlock.value : []
}
