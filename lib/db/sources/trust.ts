import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'
import { sourcesSeenBy } from './sources'

/** What was written on how far a source can be trusted, the newest first. */
export function listSourceNotes(actor: Actor, sourceId: string) {
  return db().sourceNote.findMany({
    where: { sourceId, source: sourcesSeenBy(actor) },
    select: { id: true, text: true, writtenById: true, writtenAt: true },
    orderBy: [{ writtenAt: 'desc' }, { id: 'desc' }],
    take: MOST_NOTES,
  })
}

export type SourceNote = Awaited<ReturnType<typeof listSourceNotes>>[number]

const MOST_NOTES = 100

export async function insertSourceNote(
  { newsroomId, userId }: Actor,
  note: { sourceId: string; text: string },
): Promise<void> {
  await db().sourceNote.create({ data: { ...note, newsroomId, writtenById: userId } })
}

/** Puts on a source that it fell, and why; or, with nothing, that it stands. */
export async function updateFallen(
  { newsroomId, userId }: Actor,
  sourceId: string,
  fell: { at: Date; reason: string } | null,
): Promise<void> {
  await db().source.update({
    where: { id: sourceId, newsroomId },
    data: {
      fellAt: fell?.at ?? null,
      fellById: fell ? userId : null,
      fellReason: fell?.reason ?? '',
      version: { increment: 1 },
    },
  })
}
