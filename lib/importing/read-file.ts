import { Refusal } from '../domain/refusal'

export type SourceKind = 'text' | 'markdown' | 'html' | 'ninjs'

/** A text as it was pasted or typed, or a file as it was opened, before it is read as blocks. */
export type TextSource = { kind: SourceKind; content: string } | OpenedFile

/** A word processor's document or a page that came to the newsroom, where it is read. */
export interface KeptSource {
  kind: 'document' | 'page'
  arrivalId: string
  name: string
  /** Where a page came from, if it was fetched. */
  from?: string
}

export type Source = TextSource | KeptSource

export interface OpenedFile {
  kind: SourceKind
  /** As whoever opened it calls it. */
  name?: string
  bytes: Uint8Array
}

/** The largest file that is opened, in bytes. */
export const LARGEST_FILE = 5_000_000

/** Opens a .txt, .md, .html or .json file. Refuses others, empty ones and those over 5 MB. */
export async function readArticleFile(file: File): Promise<OpenedFile> {
  const kind = sourceKindOf(file.name)
  if (!kind) {
    throw new Refusal(
      'invalid',
      'Stet opens .docx, .odt, .rtf, .txt, .md, .html and .json (ninjs) files. Save the text as one of these, or paste it.',
    )
  }
  if (file.size > LARGEST_FILE) {
    throw new Refusal(
      'invalid',
      'This file is larger than 5 MB. Save the text alone, without pictures, or paste it.',
    )
  }
  return { kind, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}

/** Whether a file is a word processor's document by its name. One of an old Word is told so when it is read. */
export const isDocument = ({ name }: { name: string }) =>
  /\.(?:docx|docm|doc|odt|ott|rtf)$/i.test(name)

/**
 * Whether a file is a page of a site, with more around its article than that: by what its first characters say of it. What
 * a word processor saved as HTML is none, and is read whole.
 */
export async function isWebPage(file: File): Promise<boolean> {
  if (sourceKindOf(file.name) !== 'html' || file.size > LARGEST_FILE) return false
  const beginning = await file.slice(0, 200_000).text()
  return SITE.test(beginning) && !WORD_PROCESSOR.test(beginning)
}

const SITE =
  /<link\b[^>]*\brel=["']?canonical|<meta\b[^>]*["'](?:og|article):|application\/ld\+json|<(?:article|main)\b/i
const WORD_PROCESSOR =
  /<meta\b[^>]*\bgenerator\b[^>]*(?:Microsoft Word|LibreOffice|OpenOffice)|urn:schemas-microsoft-com:office/i

/** What kind of text a file is by its name; null for none that is opened here. */
export function sourceKindOf(name: string): SourceKind | null {
  if (/\.txt$/i.test(name)) return 'text'
  if (/\.(?:md|markdown)$/i.test(name)) return 'markdown'
  if (/\.json$/i.test(name)) return 'ninjs'
  return /\.html?$/i.test(name) ? 'html' : null
}

/** What was pasted or typed, by how it begins: a text, or JSON as agencies send it. */
export const kindOfText = (content: string): SourceKind =>
  /^\s*(?:\[\s*)?\{\s*"(?:[^"\\]|\\.){1,80}"\s*:/.test(content) ? 'ninjs' : 'text'
