import type { FileProblemKind } from '@/lib/domain/captures/file-problems'
import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'
import type { Prisma } from '../generated/client'

/** How many files the newsroom keeps, and how many bundles of theirs are held. */
export async function countStoredFiles({ newsroomId }: Actor): Promise<number> {
  const [files, bundles] = await Promise.all([
    db().storedFile.count({ where: { newsroomId } }),
    db().bundleFile.count({ where: { newsroomId, removedAt: null } }),
  ])
  return files + bundles
}

/** The bundles that are held. */
export async function listBundleFiles({ newsroomId }: Actor) {
  const rows = await db().bundleFile.findMany({
    where: { newsroomId, removedAt: null },
    select: { newsroomId: true, sha256: true, bytes: true },
    orderBy: { id: 'asc' },
  })
  return rows.map((row) => ({ ...row, bytes: Number(row.bytes) }))
}

/** A page of the newsroom's kept files, by their hashes: those after one. */
export async function listStoredFiles({ newsroomId }: Actor, after: string, take = 500) {
  const rows = await db().storedFile.findMany({
    where: { newsroomId, sha256: { gt: after } },
    select: { newsroomId: true, sha256: true, bytes: true },
    orderBy: { sha256: 'asc' },
    take,
  })
  return rows.map((row) => ({ ...row, bytes: Number(row.bytes) }))
}

export interface FileCheckFound {
  /** How many files were read. */
  files: number
  gone: string[]
  altered: string[]
  unclaimed: string[]
}

/** Puts on record what a check of all kept files found. */
export async function insertFileCheck(
  { newsroomId, userId }: Actor,
  found: FileCheckFound,
): Promise<void> {
  await db().fileCheck.create({ data: { ...found, newsroomId, checkedById: userId } })
}

/** What the last check of all kept files found. */
export function findLastFileCheck({ newsroomId }: Actor) {
  return db().fileCheck.findFirst({
    where: { newsroomId },
    orderBy: [{ checkedAt: 'desc' }, { id: 'desc' }],
  })
}

/** Where the files stand that the last check found gone or altered, for whoever looks after the newsroom. */
export async function listProblemPlaces({ newsroomId }: Actor, hashes: readonly string[]) {
  if (hashes.length === 0) return []
  return db().capturePart.findMany({
    where: { newsroomId, sha256: { in: [...hashes] } },
    select: {
      sha256: true,
      name: true,
      capture: { select: { takenAt: true, source: { select: { id: true, title: true } } } },
    },
    orderBy: [{ sha256: 'asc' }, { captureId: 'asc' }],
    take: MOST_PLACES,
  })
}

const MOST_PLACES = 200

/** Which of these captures have a file that the last check found gone or altered. */
export function listCaptureProblems(
  actor: Actor,
  captureIds: readonly string[],
): Promise<Map<string, FileProblemKind>> {
  return problemsOf(actor, { captureId: { in: [...captureIds] } })
}

/** The same of all captures of a source. */
export function listSourceProblems(
  actor: Actor,
  sourceId: string,
): Promise<Map<string, FileProblemKind>> {
  return problemsOf(actor, { capture: { sourceId } })
}

async function problemsOf(
  actor: Actor,
  which: Prisma.CapturePartWhereInput,
): Promise<Map<string, FileProblemKind>> {
  const last = await findLastFileCheck(actor)
  const hashes = [...(last?.gone ?? []), ...(last?.altered ?? [])]
  if (hashes.length === 0) return new Map()
  const gone = new Set(last?.gone)
  const parts = await db().capturePart.findMany({
    where: { AND: [which, { newsroomId: actor.newsroomId, sha256: { in: hashes } }] },
    select: { captureId: true, sha256: true },
  })
  return new Map(
    parts.map(({ captureId, sha256 }) => [captureId, gone.has(sha256) ? 'gone' : 'altered']),
  )
}
