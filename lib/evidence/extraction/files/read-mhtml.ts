import PostalMime from 'postal-mime'
import type { KeptText } from '../kept-text'
import { invalid, type MimePart, mimeParts } from './mime-parts'
import { readHtmlFile } from './read-text-file'

/**
 * Reads a page that a browser saved as MHTML (RFC 2557): its main document alone, not what it frames, and the address
 * that it was saved from. Refuses a file that was cut, naming the part, and one that holds no page.
 */
export async function readMhtml(bytes: Uint8Array): Promise<KeptText> {
  const { fields, parts } = mimeParts(bytes, 'saved page')
  const root = /;\s*start\s*=\s*"?([^";]+)/i.exec(fields.get('content-type') ?? '')?.[1]
  const isPage = ({ fields: own }: MimePart) =>
    /^(?:text\/html|application\/xhtml)/i.test(own.get('content-type') ?? '')
  const page =
    parts.find((part) => root && part.fields.get('content-id') === root) ??
    parts.find((part) => isPage(part))
  if (!page || !isPage(page))
    throw invalid('This is no page that a browser saved: it has no HTML part.')
  const url = page.fields.get('content-location') ?? fields.get('snapshot-content-location') ?? null
  return readHtmlFile(await decoded(page), { url: url && /^https?:/i.test(url) ? url : null })
}

/** The bytes of a part without the encoding that it was sent in. */
async function decoded({ fields, body }: MimePart): Promise<Uint8Array> {
  const encoding = fields.get('content-transfer-encoding') ?? '7bit'
  const header = `Content-Type: application/octet-stream\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`
  const { attachments } = await PostalMime.parse(Buffer.concat([Buffer.from(header), body]))
  const content = attachments[0]?.content
  if (!content || typeof content === 'string')
    throw invalid('The main part of this saved page is empty.')
  return new Uint8Array(content)
}
