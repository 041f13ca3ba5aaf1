import { partAround, type TextPart } from '@/lib/domain/captures/text-part'
import type { Span } from '@/lib/domain/text/blocks'
import type { FileStore } from '../files/file-store'
import type { KeptFile } from '../files/kept-file'
import { readKeptText } from './kept-state'

/**
 * A kept text as a page shows it, with the place of a passage in that part; null where it has none.
 *
 * @param find finds the passage in the whole text, in UTF-16 units
 */
export async function openText(
  store: FileStore,
  file: KeptFile,
  find: (text: string) => Span | null,
): Promise<{ part: TextPart; place: Span | null }> {
  const text = await readKeptText(store, file)
  const found = find(text)
  const part = partAround(text, found)
  const place = found && { start: found.start - part.start, end: found.end - part.start }
  return { part, place }
}
