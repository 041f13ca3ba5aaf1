import { type FileType, typeOfMedia, typeOfName } from './file-types'

/** What kind of text a file is, by how it begins; null if it is no text. Between kinds that look alike its name decides. */
export function textType(head: Buffer, name: string): FileType | null {
  if (!isText(head)) return null
  const text = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (/^\{\\rtf/.test(text)) return typeOfMedia('application/rtf')
  if (/^WEBVTT\b/.test(text)) return typeOfMedia('text/vtt')
  if (isSvg(text)) return typeOfMedia('image/svg+xml')
  if (/^(<!--[\s\S]{0,2000}?-->\s*)?<(!doctype html|html|head|body)\b/i.test(text)) {
    return typeOfMedia('text/html')
  }
  if (/^<\?xml\b/i.test(text)) return typeOfMedia(/<html\b/i.test(text) ? 'text/html' : 'text/xml')
  if (isMessage(text)) {
    const isPage = /^content-type:\s*multipart\/related/im.test(headOf(text))
    return typeOfMedia(isPage ? 'multipart/related' : 'message/rfc822')
  }
  const byName = typeOfName(name)
  return byName && NAMED.has(byName.mediaType) ? byName : typeOfMedia('text/plain')
}

/** Texts without a mark of their own. */
const NAMED = new Set([
  ...['text/csv', 'application/x-subrip', 'application/json', 'text/markdown', 'text/html'],
])

/** UTF-16 says so by its first two bytes; any other text has no byte of zero, and hardly a control character. */
function isText(head: Buffer): boolean {
  if (head.length >= 2 && ['fffe', 'feff'].includes(head.toString('hex', 0, 2))) return true
  if (head.includes(0)) return false
  const controls = head.filter((byte) => byte < 32 && !SPACES.has(byte)).length
  return controls * 200 < head.length && (isUtf8(head) || isEightBit(head))
}

/** Tab, line feed, form feed, carriage return, escape. */
const SPACES = new Set([9, 10, 12, 13, 27])

/** The end may be cut within a character. */
function isUtf8(head: Buffer): boolean {
  const bad = head.toString('utf8').indexOf('\uFFFD')
  return bad < 0 || Buffer.byteLength(head.toString('utf8').slice(0, bad)) >= head.length - 4
}

/** An older encoding: mostly letters, and in its other half few besides. */
function isEightBit(head: Buffer): boolean {
  const high = head.filter((byte) => byte >= 0x80 && byte < 0xa0).length
  return high * 10 < head.length
}

function isSvg(text: string): boolean {
  return /^(<\?xml[^>]*>\s*)?(<!--[\s\S]{0,5000}?-->\s*)*(<!doctype svg[\s\S]{0,5000}?>\s*)?(<!--[\s\S]{0,5000}?-->\s*)*<(svg:)?svg[\s>]/i.test(
    text,
  )
}

/** Fields as of a letter (RFC 5322), of which at least one is its own. */
function isMessage(text: string): boolean {
  return (
    /^[\w-]+:[^\r\n]*\r?\n/.test(text) && /^(from|message-id|mime-version):/im.test(headOf(text))
  )
}

const headOf = (text: string) => text.split(/\r?\n\r?\n/, 1)[0] ?? ''
