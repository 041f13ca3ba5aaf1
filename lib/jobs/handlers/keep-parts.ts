import { createReadStream } from 'node:fs'
import { assertRoom } from '@/lib/commands/captures/files'
import type { CaptureFacts, CapturePart } from '@/lib/domain/captures/capture'
import type { Actor } from '@/lib/domain/policy'
import { sketchOf, type TextSketch } from '@/lib/domain/sources/text-sketch'
import type { FileStore } from '@/lib/evidence/files/file-store'
import { openStore } from '@/lib/evidence/files/open-store'
import type { MadeFile, SeenPage } from '@/lib/evidence/keeping/see-page'
import { keepText } from '@/lib/evidence/keeping/what-arrived'

/** What a command puts on record of a page, once its files are in the store. */
export interface StoredPage {
  parts: CapturePart[]
  /** Of its text, which is compared with others; null for none. */
  sketch: TextSketch | null
  facts: CaptureFacts
}

/** Puts the files of a page into the store, where there is room for all of them. */
export async function keepParts(actor: Actor, page: SeenPage): Promise<StoredPage> {
  const { original, browser, mediaType, name, text } = page
  const made = [browser?.archive, browser?.screenshot].flatMap((file) => file ?? [])
  const room = [original, ...made].reduce((sum, { bytes }) => sum + bytes, 0)
  await assertRoom(actor, room + Buffer.byteLength(text ?? ''))
  const store = openStore()
  const { newsroomId } = actor
  const parts: CapturePart[] = [
    { role: 'original', ...keptAs(await store.take(original, { newsroomId })), mediaType, name },
  ]
  if (browser) {
    const archive = await keepMade(store, newsroomId, browser.archive)
    parts.push({ role: 'archive', ...archive, mediaType: 'application/wacz', name: `${name}.wacz` })
  }
  const words = await keepText(store, newsroomId, text)
  if (words) {
    const plain = 'text/plain; charset=utf-8'
    parts.push({ role: 'text', ...keptAs(words), mediaType: plain, name: `${name}.txt` })
  }
  if (browser?.screenshot) {
    const picture = await keepMade(store, newsroomId, browser.screenshot)
    parts.push({ role: 'screenshot', ...picture, mediaType: 'image/png', name: `${name}.png` })
  }
  return {
    parts,
    sketch: text === null ? null : sketchOf(text),
    facts: storableFacts(page.facts),
  }
}

/** Copied, because it may stand on another disk than the store. */
async function keepMade(store: FileStore, newsroomId: string, { path }: MadeFile) {
  return keptAs(await store.put(createReadStream(path), { newsroomId }))
}

const keptAs = ({ sha256, bytes }: { sha256: string; bytes: number }) => ({ sha256, bytes })

/** What a page says of itself, as a row can hold it: whole characters (no lone half of one), no NUL, not endless. */
export function storableFacts(facts: CaptureFacts): CaptureFacts {
  const line = (text: string) =>
    Buffer.from(text.replaceAll('\0', '').replace(/\s+/g, ' ').trim()).toString().slice(0, 500)
  return {
    title: line(facts.title),
    byline: line(facts.byline),
    publisher: line(facts.publisher),
    published: line(facts.published),
    language: line(facts.language),
  }
}
