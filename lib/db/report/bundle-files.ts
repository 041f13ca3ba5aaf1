import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'

/** A file that the store holds. `bytes` is its length. */
interface HeldFile {
  sha256: string
  bytes: number
}

/** Puts a bundle on record that the store holds. */
export async function insertBundleFile(
  { newsroomId, userId }: Actor,
  { articleId, sha256, bytes }: HeldFile & { articleId: string },
): Promise<void> {
  await db().bundleFile.create({
    data: { newsroomId, articleId, sha256, bytes, madeForId: userId },
  })
}

/**
 * Lets all but the newest of the bundles go that an article has for this person, and says whose bytes nothing else on
 * record names: those the store can remove.
 */
export async function updateBundlesLetGo(
  { newsroomId, userId }: Actor,
  articleId: string,
  keep: number,
): Promise<HeldFile[]> {
  const old = await db().bundleFile.findMany({
    where: { newsroomId, articleId, madeForId: userId, removedAt: null },
    select: { id: true, sha256: true, bytes: true },
    orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
    skip: keep,
  })
  if (old.length === 0) return []
  await db().bundleFile.updateMany({
    where: { newsroomId, id: { in: old.map(({ id }) => id) } },
    data: { removedAt: new Date() },
  })
  const hashes = old.map(({ sha256 }) => sha256)
  const named = new Set([
    ...(await namedAsFiles(newsroomId, hashes)),
    ...(await listHeldBundles({ newsroomId }, hashes)),
  ])
  return old
    .filter(({ sha256 }) => !named.has(sha256))
    .map(({ sha256, bytes }) => ({ sha256, bytes: Number(bytes) }))
}

/** Those of these hashes that are of bundles which are held still. */
export async function listHeldBundles(
  { newsroomId }: Pick<Actor, 'newsroomId'>,
  hashes: readonly string[],
): Promise<Set<string>> {
  const rows = await db().bundleFile.findMany({
    where: { newsroomId, sha256: { in: [...hashes] }, removedAt: null },
    select: { sha256: true },
  })
  return new Set(rows.map(({ sha256 }) => sha256))
}

async function namedAsFiles(newsroomId: string, hashes: readonly string[]): Promise<string[]> {
  const rows = await db().storedFile.findMany({
    where: { newsroomId, sha256: { in: [...hashes] } },
    select: { sha256: true },
  })
  return rows.map(({ sha256 }) => sha256)
}
