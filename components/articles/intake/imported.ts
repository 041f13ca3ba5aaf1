import type { Reading, Wishes } from '@/lib/importing/import-article'
import type { KeptSource, Source, SourceKind } from '@/lib/importing/read-file'

/** A text as it was read, and from what: only with its source it can be read otherwise. */
export interface Imported {
  /** Tells one import from another, whatever is chosen for it later. */
  key: string
  reading: Reading
  wishes: Wishes
  source: Source | null
  /** By what the newsroom knows the file, once it has it; null where a text says something beside and cannot be sent. */
  arrivalId?: string | null
}

export const newKey = () => `${Date.now()} ${Math.random()}`

/** A text's source as it is kept in the browser. */
interface KeptText {
  kind: SourceKind
  content: string
  isBytes: boolean
}

/** An import as it is kept in the browser. */
export type KeptImport = Omit<Imported, 'source'> & {
  source: KeptText | KeptSource | null
}

/** The longest source that is kept over a reload, in UTF-16 units or bytes: a browser keeps five million of all. */
const LONGEST_KEPT = 500_000

/** The most letters of an account that are kept over a reload. */
const LONGEST_LINES = 500_000

/** What is kept of an import over a reload: its source only where it is not too long, its account likewise. */
export function keptImport({ source, reading, ...imported }: Imported): KeptImport {
  const told = reading.lines.reduce((sum, { words }) => sum + words.length, 0)
  const lines = told > LONGEST_LINES ? reading.lines.slice(0, 100) : reading.lines
  const kept = source && keptSource(source)
  // What was read is asked for only when it is read again.
  return {
    ...imported,
    reading: { ...reading, lines, blocks: kept ? reading.blocks : [] },
    source: kept,
  }
}

function keptSource(source: Source): KeptImport['source'] {
  if ('arrivalId' in source) return source
  const { kind } = source
  if ('content' in source) {
    const { content } = source
    return content.length > LONGEST_KEPT ? null : { kind, content, isBytes: false }
  }
  const { bytes } = source
  if (bytes.length > LONGEST_KEPT) return null
  const content = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return { kind, content, isBytes: true }
}

/** The import that was kept. */
export function importOf(kept: KeptImport): Imported {
  const { source } = kept
  if (!source || 'arrivalId' in source || !source.isBytes) return { ...kept, source }
  const bytes = Uint8Array.from(source.content, (one) => one.charCodeAt(0))
  return { ...kept, source: { kind: source.kind, bytes } }
}

/** The document that a text was read from, as its form sends it; empty where it was read from none. */
export function documentOf(imported: Imported | null): string {
  if (!imported?.arrivalId) return ''
  const { arrivalId, wishes, source } = imported
  const encoding = wishes.encoding && { encoding: wishes.encoding }
  const from = source?.kind === 'page' && { from: source.from ?? '' }
  return JSON.stringify({ arrivalId, choices: { ...wishes.choices, ...encoding, ...from } })
}

/** The version of an item that a text was read from, as its form sends it; empty where it was read from none. */
export function itemOf(imported: Imported | null): string {
  const item = imported?.reading.item
  if (!item?.uri) return ''
  const { kind, uri, version, versionCreated, byline, published } = item
  const arrivalId = imported?.source?.kind === 'page' ? imported.source.arrivalId : ''
  return JSON.stringify({ kind, uri, version, versionCreated, byline, published, arrivalId })
}

/** Whether a text says something beside that has not come to the newsroom yet. */
export const isToBeSent = ({ reading, arrivalId }: Imported) =>
  arrivalId === undefined && Object.keys(reading.beside ?? {}).length > 0

/** Whether there are notes or comments beside the text that will be proposed. */
export const hasNotes = ({ reading, arrivalId }: Imported) =>
  arrivalId !== null && Object.keys(reading.beside ?? {}).some((kind) => kind !== 'link')
