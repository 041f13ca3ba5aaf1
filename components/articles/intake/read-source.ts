import { Refusal } from '@/lib/domain/refusal'
import type { Reading, Wishes } from '@/lib/importing/import-article'
import { importBeside } from '@/lib/importing/import-beside'
import type { Source } from '@/lib/importing/read-file'

/** Reads a source: a text in this browser, a document or a page where the newsroom keeps it. Refuses what cannot be read, in words. */
export async function readSource(
  newsroom: string,
  source: Source,
  wishes: Wishes,
): Promise<Reading> {
  if (!('arrivalId' in source)) return importBeside(source, wishes)
  const answer = await fetch(`/${newsroom}/documents/${source.arrivalId}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...wishes, choices: wishes.choices ?? {}, from: source.from }),
  }).catch(() => null)
  if (answer?.ok) return answer.json()
  const { message } = (await answer?.json().catch(() => null)) ?? {}
  throw new Refusal('unavailable', message ?? UNREACHED)
}

const UNREACHED = 'It could not be read, because the newsroom was not reached. Try it again.'
