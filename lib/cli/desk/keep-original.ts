import { createReadStream } from 'node:fs'
import { assertRoom, receiveFile } from '../../commands/captures/files'
import type { Actor } from '../../domain/policy'
import { openStore } from '../../evidence/files/open-store'
import { keepText, lookAt } from '../../evidence/keeping/what-arrived'
import type { ArticleFile } from './read-article'

/**
 * Keeps the file that an article was read from, as one that was uploaded: looked at, put where files are kept, and put on
 * record. Answers with the id by which the newsroom knows it.
 */
export async function keepOriginal(
  actor: Actor,
  { path, name }: ArticleFile,
  bytes: number,
): Promise<string> {
  await assertRoom(actor, bytes)
  const store = openStore()
  const { newsroomId } = actor
  const { mediaType, warnings, facts, text } = await lookAt(path, { name, mediaType: '' })
  const kept = await store.put(createReadStream(path), { newsroomId })
  const { arrivalId } = await receiveFile(actor, {
    ...{ file: kept, text: await keepText(store, newsroomId, text), mediaType, name, facts },
    warnings: warnings.map(({ sentence }) => sentence),
  })
  return arrivalId
}
