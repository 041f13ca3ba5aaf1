import { z } from 'zod'
import type { Actor } from '@/lib/domain/policy'
import { dayOf } from '@/lib/domain/times/days'
import type { MailChoices } from '@/lib/domain/waiting/by-mail'
import type { ReadLines } from '@/lib/domain/waiting/kinds'
import { db } from '../client'

const lines = z.record(z.string(), z.array(z.string()))

/** How the actor hears by mail of what waits for them, and what they have read and were told of it. */
export async function findMailState({ userId, newsroomId, timeZone }: Actor) {
  const row = await db().membership.findUniqueOrThrow({
    where: { userId_newsroomId: { userId, newsroomId } },
    select: {
      ...{ mailBlocks: true, mailAsked: true, mailWork: true, digestHour: true },
      ...{ createdAt: true, digestedOn: true, readLines: true, toldLines: true },
    },
  })
  const { mailBlocks: blocks, mailAsked: asked, mailWork: work, digestHour } = row
  // Whoever joins sees what waits: their first digest comes the day after.
  const digestedOn = row.digestedOn || dayOf(row.createdAt, timeZone)
  const choices: MailChoices = { blocks, asked, work, digestHour }
  return { choices, digestedOn, read: lines.parse(row.readLines), told: lines.parse(row.toldLines) }
}

export async function updateMailChoices(
  { userId, newsroomId }: Actor,
  { blocks, asked, work, digestHour }: MailChoices,
): Promise<void> {
  await db().membership.update({
    where: { userId_newsroomId: { userId, newsroomId } },
    data: { mailBlocks: blocks, mailAsked: asked, mailWork: work, digestHour },
  })
}

/** Notes what the actor was told, and the day of their newest digest. */
export async function updateTold(
  { userId, newsroomId }: Actor,
  { told, digestedOn }: { told: ReadLines; digestedOn: string },
): Promise<void> {
  await db().membership.update({
    where: { userId_newsroomId: { userId, newsroomId } },
    data: { toldLines: told, digestedOn },
  })
}

/** What stood in mails to the actor that were asked for since then and did not get through. */
export async function listLinesLost({ userId, newsroomId }: Actor, since: Date) {
  const rows = await db().$queryRaw<{ lines: unknown }[]>`
    SELECT input -> 'lines' AS lines FROM "Job"
    WHERE "newsroomId" = ${newsroomId} AND kind = 'send_mail' AND state = 'failed'
      AND input ->> 'userId' = ${userId} AND "askedAt" > ${since}`
  return rows.map((row) => lines.parse(row.lines ?? {}))
}
