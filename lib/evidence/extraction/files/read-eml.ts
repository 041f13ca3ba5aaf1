import { createHash } from 'node:crypto'
import PostalMime, { type Address, type Attachment } from 'postal-mime'
import { type KeptAttachment, type KeptText, keptText } from '../kept-text'
import { extractArticle } from '../page/extract-article'
import { invalid, mimeParts } from './mime-parts'

const MOST_ATTACHMENTS = 1_000

/**
 * Reads a mail (RFC 5322): subject, sender, date, its text, or the words of its HTML where it has no other, and the names
 * and hashes of what is attached. Refuses one that was cut, naming the part, one of too many parts or of parts nested
 * too deep, and what is no mail.
 */
export async function readEml(bytes: Uint8Array): Promise<KeptText> {
  const { fields } = mimeParts(bytes, 'mail')
  if (!fields.has('from') && !fields.has('date') && !fields.has('subject')) {
    throw invalid('This is no mail: it has no sender, no date and no subject.')
  }
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 50 }).catch((error: Error) => {
    throw invalid(`This mail cannot be read: ${error.message.replace(/\.$/, '')}.`)
  })
  if (mail.attachments.length > MOST_ATTACHMENTS) {
    throw invalid(
      `This mail has ${mail.attachments.length.toLocaleString('en')} attachments; up to 1,000 are read.`,
    )
  }
  const text = mail.text ?? (mail.html ? extractArticle(mail.html).text : '')
  return {
    ...keptText('mail', text.replace(/\r\n?/g, '\n').trim()),
    title: mail.subject?.trim() || null,
    byline: mail.from ? nameOf(mail.from) : null,
    published: mail.date ?? null,
    attachments: mail.attachments.map((one) => attachmentOf(one)),
  }
}

function nameOf({ name, address }: Address): string | null {
  return [name, address && `<${address}>`].filter(Boolean).join(' ') || null
}

function attachmentOf({ filename, mimeType, content }: Attachment): KeptAttachment {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { name: filename, type: mimeType, size: bytes.byteLength, sha256 }
}
