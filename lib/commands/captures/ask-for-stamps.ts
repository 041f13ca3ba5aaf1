import { isDatingCaptures, listAuthorities } from '@/lib/db/captures/authorities'
import { findCapture } from '@/lib/db/captures/captures'
import {
  insertTimeStamp,
  listTimeStamps,
  type TimeStamp,
  updateTimeStampPending,
} from '@/lib/db/captures/time-stamps'
import { insertJob, updateStampJobNow } from '@/lib/db/jobs/jobs'
import type { DeskEvent } from '@/lib/domain/audit/events'
import { type CapturePart, mainPart } from '@/lib/domain/captures/capture'
import type { Actor } from '@/lib/domain/policy'

type Record = (event: DeskEvent) => void

/** Has a capture that was just kept dated at every authority, where the newsroom dates each; for commands that keep one. */
export async function askForStamps(actor: Actor, captureId: string, record: Record): Promise<void> {
  if (!(await isDatingCaptures(actor))) return
  const authorities = await listAuthorities(actor)
  const capture = authorities.length > 0 && (await findCapture(actor, captureId))
  if (capture) await askAt(actor, { capture, authorities, record })
}

interface Asking {
  capture: { id: string; source: { id: string; title: string }; parts: readonly CapturePart[] }
  authorities: readonly { id: string; name: string }[]
  record: Record
}

/**
 * Has the main file of a capture dated at these authorities, each by one job; what failed before begins anew. Answers with
 * how many are asked: none that has given its date already.
 */
export async function askAt(
  actor: Actor,
  { capture, authorities, record }: Asking,
): Promise<number> {
  const file = mainPart(capture.parts)
  if (!file) return 0
  const there = await listTimeStamps(actor, [capture.id])
  const stampOf = (id: string) => there.find(({ authority }) => authority.id === id)
  const asked = authorities.filter(({ id }) => stampOf(id)?.state !== 'granted')
  if (asked.length === 0) return 0
  for (const { id } of asked) {
    const stampId = await pending(actor, stampOf(id), {
      ...{ captureId: capture.id, sha256: file.sha256, authorityId: id },
    })
    const captureId = capture.id
    if (await updateStampJobNow(actor, { captureId, stampId })) continue
    await insertJob(actor, { kind: 'time_stamp', input: { stampId }, captureId })
  }
  record({
    type: 'time-stamp.asked',
    captureId: capture.id,
    sourceId: capture.source.id,
    title: capture.source.title,
    sha256: file.sha256,
    authorities: asked.map(({ name }) => name),
  })
  return asked.length
}

async function pending(
  actor: Actor,
  stamp: TimeStamp | undefined,
  about: { captureId: string; sha256: string; authorityId: string },
): Promise<string> {
  if (!stamp) return insertTimeStamp(actor, about)
  await updateTimeStampPending(actor, stamp.id)
  return stamp.id
}
