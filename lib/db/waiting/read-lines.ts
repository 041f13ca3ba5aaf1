import { z } from 'zod'
import type { Actor } from '@/lib/domain/policy'
import type { ReadLines } from '@/lib/domain/waiting/kinds'
import { db } from '../client'

const readLines = z.record(z.string(), z.array(z.string()))

/** What the actor has read of what waits for them. */
export async function findReadLines({ userId, newsroomId }: Actor): Promise<ReadLines> {
  const row = await db().membership.findUnique({
    where: { userId_newsroomId: { userId, newsroomId } },
    select: { readLines: true },
  })
  return readLines.parse(row?.readLines ?? {})
}

/**
 * Notes that the actor has read these lines as they stand, or has not; and forgets all lines but those that wait, so that
 * it stays small. Whatever comes into a line later is unread.
 */
export async function updateReadLines(
  { userId, newsroomId }: Actor,
  {
    read,
    unread,
    waiting,
  }: { read: ReadLines; unread: readonly string[]; waiting: readonly string[] },
): Promise<void> {
  await db().$executeRaw`
    UPDATE "Membership" SET "readLines" = (
      SELECT coalesce(jsonb_object_agg(key, value), '{}')
      FROM jsonb_each("readLines" || ${JSON.stringify(read)}::jsonb)
      WHERE key = ANY (${[...waiting]}) AND key <> ALL (${[...unread]})
    )
    WHERE "userId" = ${userId} AND "newsroomId" = ${newsroomId}`
}
