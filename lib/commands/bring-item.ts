import { z } from 'zod'
import { insertItemVersion } from '@/lib/db/articles/item-versions'
import { findArrivedFile } from '@/lib/db/captures/files'
import { ITEM_KINDS } from '@/lib/domain/articles/item-version'
import type { DeskEvent } from '@/lib/domain/audit/events'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { keysOf } from '@/lib/domain/vocabulary'
import { line, moment, needed, optionalId, parsedJson } from './fields'

/** The version of an item that a text was read from; a page that the newsroom fetched or was sent is named by its arrival. */
export const itemField = z
  .preprocess(
    (sent) => (sent === undefined || sent === '' ? null : parsedJson(sent)),
    z
      .object({
        kind: z.enum(keysOf(ITEM_KINDS)),
        uri: needed('The item has no address.', 2_000),
        version: line(100),
        versionCreated: moment,
        byline: line(),
        published: line(60),
        arrivalId: optionalId,
      })
      .nullable(),
  )
  .default(null)

/** Keeps with a new revision which version of an item it was read from, so that a later one is known for the same. */
export async function bringItem(
  actor: Actor,
  { articleId, revisionId, revision }: { articleId: string; revisionId: string; revision: number },
  item: z.output<typeof itemField>,
  record: (event: DeskEvent) => void,
): Promise<void> {
  if (item === null) return
  const { arrivalId, versionCreated, ...said } = item
  const arrived = arrivalId === null ? null : await findArrivedFile(actor, arrivalId)
  if (arrivalId !== null && !arrived) {
    const message = 'The page that this text was read from is not here any more. Fetch it again.'
    throw new Refusal('invalid', message, { blocks: message })
  }
  await insertItemVersion(actor, {
    ...{ articleId, revisionId, ...said },
    versionCreated: versionCreated?.toISOString() ?? '',
    sha256: arrived?.sha256 ?? '',
  })
  const { kind, uri, version } = item
  record({ type: 'item.brought', articleId, kind, uri, version, revision })
}
