import { z } from 'zod'
import {
  type CaptureAnswer,
  type CaptureFacts,
  type CapturePart,
  captureAnswer,
} from '@/lib/domain/captures/capture'
import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'
import type { CaptureWay, Prisma } from '../generated/client'
import { sourcesSeenBy } from '../sources/sources'

const shown = {
  id: true,
  sourceId: true,
  way: true,
  address: true,
  answers: true,
  title: true,
  byline: true,
  publisher: true,
  published: true,
  language: true,
  lacks: true,
  takenById: true,
  takenAt: true,
  source: { select: { id: true, title: true, kind: true } },
  looks: { select: { id: true }, take: 1 },
  parts: {
    select: {
      role: true,
      sha256: true,
      mediaType: true,
      name: true,
      file: { select: { bytes: true } },
    },
    orderBy: { role: 'asc' },
  },
} satisfies Prisma.CaptureSelect

/** A capture of a source that this person may see, with its files. */
export async function findCapture(actor: Actor, id: string) {
  const found = await db().capture.findFirst({
    where: { id, newsroomId: actor.newsroomId, source: sourcesSeenBy(actor) },
    select: shown,
  })
  return found && asShown(found)
}

export type Capture = NonNullable<Awaited<ReturnType<typeof findCapture>>>

/** The captures of some sources, newest first. */
export async function listCaptures(
  actor: Actor,
  sourceIds: readonly string[],
  take = 50,
): Promise<Capture[]> {
  if (sourceIds.length === 0) return []
  const found = await db().capture.findMany({
    where: { sourceId: { in: [...sourceIds] }, source: sourcesSeenBy(actor) },
    select: shown,
    orderBy: [{ takenAt: 'desc' }, { id: 'desc' }],
    take,
  })
  return found.map(asShown)
}

/** The newest capture of each of these sources that somebody had kept, by the source's id; none that a look kept. */
export async function listNewestCaptures(
  { newsroomId }: Actor,
  sourceIds: readonly string[],
): Promise<Map<string, string>> {
  if (sourceIds.length === 0) return new Map()
  const rows = await db().$queryRaw<{ sourceId: string; id: string }[]>`
    SELECT DISTINCT ON ("sourceId") "sourceId", id FROM "Capture"
    WHERE "newsroomId" = ${newsroomId} AND "sourceId" = ANY (${[...new Set(sourceIds)]})
      AND NOT EXISTS (SELECT FROM "PageLook" look WHERE look."captureId" = "Capture".id)
    ORDER BY "sourceId", "takenAt" DESC, id DESC`
  return new Map(rows.map(({ sourceId, id }) => [sourceId, id]))
}

export interface NewCapture extends CaptureFacts {
  sourceId: string
  way: CaptureWay
  address: string
  answers: readonly CaptureAnswer[]
  lacks: string
  parts: readonly CapturePart[]
}

/** Puts a capture on record, whose files the store holds. */
export async function insertCapture(
  actor: Actor,
  { parts, answers, ...capture }: NewCapture,
): Promise<string> {
  const { newsroomId } = actor
  const { id } = await db().capture.create({
    data: { ...capture, answers: [...answers], newsroomId, takenById: actor.userId },
    select: { id: true },
  })
  await db().capturePart.createMany({
    data: parts.map(({ bytes: _, ...part }) => ({ ...part, newsroomId, captureId: id })),
  })
  return id
}

function asShown({
  parts,
  answers,
  looks,
  ...capture
}: Prisma.CaptureGetPayload<{ select: typeof shown }>) {
  return {
    ...capture,
    /** Whether it was kept because the page was found changed when it was looked at again. */
    isOfLook: looks.length > 0,
    answers: z.array(captureAnswer).parse(answers),
    parts: parts.map(({ file, ...part }): CapturePart => ({ ...part, bytes: Number(file.bytes) })),
  }
}
