import type { Reading, Wishes } from '@/lib/importing/import-article'
import type { DocumentSource, Source, SourceKind } from '@/lib/importing/read-file'

/** A text as it was read, and from what: only with its source it can be read otherwise. */
export interface Imported {
  reading: Reading
  wishes: Wishes
  source: Source | null
}

/** A text's source as it is kept in the browser. */
interface KeptText {
  kind: SourceKind
  content: string
  isBytes: boolean
}

/** An import as it is kept in the browser. */
export type KeptImport = Omit<Imported, 'source'> & {
  source: KeptText | DocumentSource | null
}

/** The longest source that is kept over a reload, in UTF-16 units or bytes: a browser keeps five million of all. */
const LONGEST_KEPT = 500_000

/** The most letters of an account that are kept over a reload. */
const LONGEST_LINES = 500_000

/** What is kept of an import over a reload: its source only where it is not too long, its account likewise. */
export function keptImport({ source, reading, wishes }: Imported): KeptImport {
  const told = reading.lines.reduce((sum, { words }) => sum + words.length, 0)
  const lines = told > LONGEST_LINES ? reading.lines.slice(0, 100) : reading.lines
  const kept = source && keptSource(source)
  // What was read is asked for only when it is read again.
  return {
    wishes,
    reading: { ...reading, lines, blocks: kept ? reading.blocks : [] },
    source: kept,
  }
}

function keptSource(source: Source): KeptImport['source'] {
  if (source.kind === 'document') return source
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
export function importOf({ source, reading, wishes }: KeptImport): Imported {
  if (!source || source.kind === 'document' || !source.isBytes) return { source, reading, wishes }
  const bytes = Uint8Array.from(source.content, (one) => one.charCodeAt(0))
  return { source: { kind: source.kind, bytes }, reading, wishes }
}

/** The document that a text was read from, as its form sends it; empty where it was read from none. */
export function documentOf(imported: Imported | null): string {
  if (imported?.source?.kind !== 'document') return ''
  const { arrivalId } = imported.source
  return JSON.stringify({ arrivalId, choices: imported.wishes.choices ?? {} })
}

/** Whether a document says something beside the text that was read from it. */
export const hasNotes = (imported: Imported | null) =>
  Object.keys(imported?.reading.beside ?? {}).length > 0
