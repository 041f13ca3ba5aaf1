export type Family =
  | 'pdf'
  | 'image'
  | 'sound'
  | 'video'
  | 'office'
  | 'old office'
  | 'archive'
  | 'mail'
  | 'text'

/** A type of file that Stet keeps. Of its media types the first is the one that Stet calls it by (IANA). */
export interface FileType {
  mediaType: string
  aliases: string[]
  extensions: string[]
  /** As in "This is …". */
  what: string
  family: Family
}

/** Every type of file that Stet keeps. */
export const FILE_TYPES: FileType[] = [
  type('pdf', 'a PDF', 'pdf', ['application/pdf', 'application/x-pdf']),
  type('image', 'a PNG image', 'png', ['image/png', 'image/apng']),
  type('image', 'a JPEG image', 'jpg jpeg jpe jfif', ['image/jpeg', 'image/jpg', 'image/pjpeg']),
  type('image', 'a GIF image', 'gif', ['image/gif']),
  type('image', 'a WebP image', 'webp', ['image/webp']),
  type('image', 'an AVIF image', 'avif', ['image/avif']),
  type('image', 'a TIFF image', 'tif tiff', ['image/tiff']),
  type('image', 'an SVG image', 'svg', ['image/svg+xml']),
  type('sound', 'an MP3 recording', 'mp3', ['audio/mpeg', 'audio/mp3']),
  type('sound', 'an MPEG-4 recording', 'm4a', ['audio/mp4', 'audio/x-m4a', 'audio/m4a']),
  type('sound', 'a WAV recording', 'wav', [
    'audio/wav',
    'audio/x-wav',
    'audio/wave',
    'audio/vnd.wave',
  ]),
  type('sound', 'an Ogg recording', 'ogg oga opus', [
    'audio/ogg',
    'audio/ogg; codecs=opus',
    'audio/opus',
    'application/ogg',
  ]),
  type('sound', 'a FLAC recording', 'flac', ['audio/flac', 'audio/x-flac']),
  type('sound', 'an AAC recording', 'aac', ['audio/aac']),
  type('video', 'an MPEG-4 video', 'mp4 m4v', ['video/mp4', 'video/x-m4v']),
  type('video', 'a QuickTime video', 'mov', ['video/quicktime']),
  type('video', 'a WebM video', 'webm', ['video/webm', 'audio/webm']),
  type('video', 'a Matroska video', 'mkv', ['video/matroska', 'video/x-matroska']),
  type('video', 'an AVI video', 'avi', ['video/vnd.avi', 'video/x-msvideo']),
  type('office', 'a Word document', 'docx docm', [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.ms-word.document.macroenabled.12',
  ]),
  type('office', 'an Excel workbook', 'xlsx xlsm', [
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.ms-excel.sheet.macroenabled.12',
  ]),
  type('office', 'a PowerPoint presentation', 'pptx pptm', [
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    'application/vnd.ms-powerpoint.presentation.macroenabled.12',
  ]),
  type('office', 'an OpenDocument text', 'odt', ['application/vnd.oasis.opendocument.text']),
  type('office', 'an OpenDocument spreadsheet', 'ods', [
    'application/vnd.oasis.opendocument.spreadsheet',
  ]),
  type('office', 'an OpenDocument presentation', 'odp', [
    'application/vnd.oasis.opendocument.presentation',
  ]),
  type('old office', 'an old Office document', 'doc xls ppt msg', [
    'application/x-cfb',
    'application/msword',
    'application/vnd.ms-excel',
    'application/vnd.ms-powerpoint',
    'application/vnd.ms-outlook',
  ]),
  type('office', 'an EPUB book', 'epub', ['application/epub+zip']),
  type('archive', 'a kept page (WACZ)', 'wacz', ['application/wacz', 'application/x-wacz']),
  type('archive', 'a ZIP archive', 'zip', [
    'application/zip',
    'application/x-zip-compressed',
    'application/x-zip',
  ]),
  type('mail', 'a message', 'eml', ['message/rfc822']),
  type('text', 'a page saved with its parts (MHTML)', 'mhtml mht', [
    'multipart/related',
    'application/x-mimearchive',
  ]),
  type('text', 'a web page', 'html htm xhtml', ['text/html', 'application/xhtml+xml']),
  type('text', 'an XML document', 'xml', ['application/xml', 'text/xml']),
  type('text', 'a rich text', 'rtf', ['application/rtf', 'text/rtf']),
  type('text', 'a table (CSV)', 'csv tsv', ['text/csv', 'text/tab-separated-values']),
  type('text', 'a transcript (SRT)', 'srt', ['application/x-subrip']),
  type('text', 'a transcript (WebVTT)', 'vtt', ['text/vtt']),
  type('text', 'a JSON document', 'json jsonl', ['application/json']),
  type('text', 'a Markdown text', 'md markdown', ['text/markdown', 'text/x-markdown']),
  type('text', 'a text', 'txt text log', ['text/plain']),
]

/** The type that a media type names; null for one that says nothing, or that Stet does not know. */
export function typeOfMedia(mediaType: string): FileType | null {
  const plain = mediaType.toLowerCase().trim()
  const bare = plain.split(';')[0]?.trim() ?? ''
  const named = (name: string) => FILE_TYPES.find(({ aliases }) => aliases.includes(name))
  return named(plain) ?? named(bare) ?? null
}

/** The type that a file's name says it has; null where it says nothing that Stet knows. */
export function typeOfName(name: string): FileType | null {
  const extension = extensionOf(name)
  return FILE_TYPES.find(({ extensions }) => extensions.includes(extension)) ?? null
}

/** What follows the last dot of a file's name, in lower case; '' if there is none. */
export function extensionOf(name: string): string {
  return /\.([^.\s]+)$/.exec(name.trim().toLowerCase())?.[1] ?? ''
}

function type(family: Family, what: string, extensions: string, aliases: string[]): FileType {
  const [mediaType = ''] = aliases
  return { family, what, extensions: extensions.split(' '), mediaType, aliases }
}
