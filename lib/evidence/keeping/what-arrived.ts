import { Readable } from 'node:stream'
import type { CaptureFacts } from '@/lib/domain/captures/capture'
import { Refusal } from '@/lib/domain/refusal'
import { sketchOf, type TextSketch } from '@/lib/domain/sources/text-sketch'
import type { FileStore } from '../files/file-store'
import type { KeptFile } from '../files/kept-file'
import { parsedOrRefuse, parseForeign } from '../parsing/parse-foreign'
import type { Description } from '../parsing/parser-kinds'

/** What a file that arrived is, its readable text where it has one, and what it says of itself. */
export interface Arrived extends Description {
  text: string | null
  facts: CaptureFacts
}

/** Long documents take a while, and machines are busy. */
const READING = { timeoutMs: 30_000 }

const SAYS_NOTHING: CaptureFacts = {
  ...{ title: '', byline: '', publisher: '', published: '', language: '' },
}

/**
 * Looks at a file that somebody brought, in a process apart. Refuses one that lies about what it is, or would harm or burst
 * whatever opens it; one whose words alone cannot be read is kept without them.
 *
 * @param file its path; `url`: where a page came from, if from anywhere
 */
export async function lookAt(
  file: string,
  announced: { name: string; mediaType: string; url?: string },
): Promise<Arrived> {
  const { name, mediaType, url } = announced
  const { value: found } = parsedOrRefuse(await parseForeign('describe', file, { name, mediaType }))
  const { unread, ...read } = await readWords(file, { name, mediaType: found.mediaType, url })
  if (unread === null) return { ...found, ...read }
  const warning = { kind: 'outside' as const, sentence: unread }
  return { ...found, ...read, warnings: [...found.warnings, warning] }
}

/** The readable text of a file and what it says of itself; `unread` says in a sentence why neither could be had. */
export async function readWords(
  file: string,
  what: { name: string; mediaType: string; url?: string },
): Promise<Pick<Arrived, 'text' | 'facts'> & { unread: string | null }> {
  const read = await parseForeign('text', file, what, READING)
  if (read.ok) return { text: read.value.text || null, facts: read.value.facts, unread: null }
  const unread = `Its words cannot be read: ${read.sentence}`
  return { text: null, facts: SAYS_NOTHING, unread }
}

/** Keeps a readable text, and tells what of it is compared with others; nothing for none. */
export async function keepText(
  store: FileStore,
  newsroomId: string,
  text: string | null,
): Promise<(KeptFile & { sketch: TextSketch }) | null> {
  if (text === null) return null
  const kept = await store.put(Readable.from([Buffer.from(text, 'utf8')]), { newsroomId })
  return { ...kept, sketch: sketchOf(text) }
}

/** In bytes: the largest file that is taken. */
export const LARGEST_FILE = 4 * 1024 ** 3

/** Refuses what is larger than any file may be. */
export function refuseTooLarge(bytes: number): void {
  if (bytes <= LARGEST_FILE) return
  const message = 'A file may have 4 GB at most. Keep the part that the evidence rests on.'
  throw new Refusal('invalid', message, { file: message })
}
