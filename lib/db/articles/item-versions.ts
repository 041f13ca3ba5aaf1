import type { ItemKind, ItemVersion } from '@/lib/domain/articles/item-version'
import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'
import { seenBy } from '../visibility'

const shown = {
  articleId: true,
  kind: true,
  uri: true,
  version: true,
  versionCreated: true,
  byline: true,
  published: true,
  revision: { select: { number: true } },
} as const

type Row = Omit<ItemVersion, 'versionCreated'> & {
  articleId: string
  versionCreated: Date | null
  revision: { number: number }
}

/** A version of an item as an article's revision was read from it. */
export interface VersionOnFile extends ItemVersion {
  articleId: string
  /** The number of the revision. */
  revision: number
}

const asOnFile = ({ revision, versionCreated, ...row }: Row): VersionOnFile => ({
  ...row,
  versionCreated: versionCreated?.toISOString() ?? '',
  revision: revision.number,
})

/**
 * The version of an item that was brought in last, into whichever article that the actor sees; null where none was. An
 * item of another newsroom, or of an article that is not theirs, is as if it were not there.
 */
export async function findItemOnDesk(
  actor: Actor,
  { kind, uri }: { kind: ItemKind; uri: string },
): Promise<VersionOnFile | null> {
  const row = await db().itemVersion.findFirst({
    where: { kind, uri, article: seenBy(actor) },
    select: shown,
    orderBy: [{ broughtAt: 'desc' }, { id: 'desc' }],
  })
  return row && asOnFile(row)
}

/** The version of an item that an article was last read from; null where it was read from none. */
export async function findNewestItem(
  actor: Actor,
  articleId: string,
): Promise<VersionOnFile | null> {
  const row = await db().itemVersion.findFirst({
    where: { articleId, article: seenBy(actor) },
    select: shown,
    orderBy: { revision: { number: 'desc' } },
  })
  return row && asOnFile(row)
}

export async function insertItemVersion(
  actor: Actor,
  {
    versionCreated,
    ...item
  }: ItemVersion & { articleId: string; revisionId: string; sha256: string },
): Promise<void> {
  await db().itemVersion.create({
    data: {
      ...item,
      versionCreated: versionCreated === '' ? null : new Date(versionCreated),
      broughtById: actor.userId,
    },
  })
}
