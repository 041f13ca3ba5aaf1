import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'

/** The lengths, in bytes, of the newsroom's kept files with these hashes. */
export async function listStoredBytes(
  { newsroomId }: Actor,
  hashes: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db().storedFile.findMany({
    where: { newsroomId, sha256: { in: [...hashes] } },
    select: { sha256: true, bytes: true },
  })
  return new Map(rows.map(({ sha256, bytes }) => [sha256, Number(bytes)]))
}

/** A file that the newsroom keeps, by its hash; null where it keeps none such. */
export async function findStoredFile(actor: Actor, sha256: string) {
  const bytes = (await listStoredBytes(actor, [sha256])).get(sha256)
  return bytes === undefined ? null : { newsroomId: actor.newsroomId, sha256, bytes }
}
