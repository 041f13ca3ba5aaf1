import type { Mapping } from '@/lib/domain/sheets/checks'
import { readStored, writeStored } from '../browser/use-stored'
import type { SheetFile, SheetReading } from './read-sheet'

/** What is kept in this browser of a sheet that is being brought: the file if it is short, and all that was chosen. */
export interface KeptSheet {
  name: string
  /** A character for each byte; null where the file is too long to be kept. */
  content: string | null
  wishes: SheetReading
  mapping: Mapping
  /** By row: where the place begins that a person chose. */
  chosen: Record<number, number>
  /** The rows that are not to be brought. */
  left: number[]
}

/** The longest file that is kept over a reload, in bytes: a browser keeps five million characters of all. */
const LONGEST = 500_000

const nameOf = (me: string, articleId: string) => `stet:checks:${me}:${articleId}`

export const keptSheet = (me: string, articleId: string): KeptSheet | null =>
  readStored<KeptSheet>(nameOf(me, articleId))

export function keepSheet(
  me: string,
  articleId: string,
  sheet: (Omit<KeptSheet, 'name' | 'content'> & { file: SheetFile }) | null,
): void {
  if (!sheet) {
    writeStored(nameOf(me, articleId), null)
    return
  }
  const { file, ...chosen } = sheet
  const { name, bytes } = file
  const content =
    bytes.length > LONGEST ? null : Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  writeStored(nameOf(me, articleId), { name, content, ...chosen } satisfies KeptSheet)
}

/** The file that was kept; null where it was too long. */
export function fileOf({ name, content }: KeptSheet): SheetFile | null {
  if (content === null) return null
  return { name, bytes: Uint8Array.from(content, (one) => one.charCodeAt(0)) }
}
