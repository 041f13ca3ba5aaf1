import type { CaptureFacts } from '@/lib/domain/captures/capture'
import { captureFacts } from '@/lib/domain/captures/capture'
import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'

/** How many bytes the newsroom keeps, bundles among them, and how many it may. */
export async function findFileRoom(actor: Actor): Promise<{ kept: number; quota: number }> {
  const { newsroomId } = actor
  const { fileQuota } = await db().newsroom.findUniqueOrThrow({
    where: { id: newsroomId },
    select: { fileQuota: true },
  })
  const bytes = { _sum: { bytes: true } } as const
  const [files, bundles] = await Promise.all([
    db().storedFile.aggregate({ where: { newsroomId }, ...bytes }),
    db().bundleFile.aggregate({ where: { newsroomId, removedAt: null }, ...bytes }),
  ])
  const kept = Number(files._sum.bytes ?? 0) + Number(bundles._sum.bytes ?? 0)
  return { kept, quota: Number(fileQuota) }
}

/** Says how many bytes the newsroom may keep. */
export async function updateFileQuota({ newsroomId }: Actor, bytes: number): Promise<void> {
  await db().newsroom.update({ where: { id: newsroomId }, data: { fileQuota: BigInt(bytes) } })
}

/** A file that this person brought and that is not of any source yet. */
export async function findArrivedFile(actor: Actor, id: string) {
  const found = await db().arrivedFile.findFirst({
    where: { id, newsroomId: actor.newsroomId, arrivedById: actor.userId },
    select: { id: true, sha256: true, mediaType: true, name: true, textSha256: true, facts: true },
  })
  return found && { ...found, facts: captureFacts.parse(found.facts) }
}

export type ArrivedFile = NonNullable<Awaited<ReturnType<typeof findArrivedFile>>>

/** The newest of the files with this hash that this person brought, as it was answered when it arrived. */
export async function findArrival(actor: Actor, sha256: string) {
  const found = await db().arrivedFile.findFirst({
    where: { sha256, newsroomId: actor.newsroomId, arrivedById: actor.userId },
    select: { id: true, sha256: true, mediaType: true, name: true, facts: true, warnings: true },
    orderBy: [{ arrivedAt: 'desc' }, { id: 'desc' }],
  })
  if (!found) return null
  const { id: arrivalId, facts, ...rest } = found
  return { arrivalId, ...rest, facts: captureFacts.parse(facts) }
}

/** What a browser is told of a file that it sent. */
export type ArrivalTold = NonNullable<Awaited<ReturnType<typeof findArrival>>>

/** Puts bytes on record that the store holds; the same ones are on record once. */
export async function insertStoredFiles(
  { newsroomId }: Actor,
  files: readonly { sha256: string; bytes: number }[],
): Promise<void> {
  await db().storedFile.createMany({
    data: files.map(({ sha256, bytes }) => ({ newsroomId, sha256, bytes })),
    skipDuplicates: true,
  })
}

export interface Arrival {
  sha256: string
  mediaType: string
  name: string
  textSha256: string
  facts: CaptureFacts
  warnings: string[]
}

export async function insertArrivedFile(actor: Actor, arrival: Arrival): Promise<string> {
  const { id } = await db().arrivedFile.create({
    data: { ...arrival, newsroomId: actor.newsroomId, arrivedById: actor.userId },
    select: { id: true },
  })
  return id
}
