import type { Actor } from '@/lib/domain/policy'
import type { CapturedText } from '@/lib/domain/sources/same-words'
import type { TextSketch } from '@/lib/domain/sources/text-sketch'
import { db } from '../client'
import { sourcesSeenBy } from '../sources/sources'

/** Puts on record what of a kept text is compared with others; of the same text once. */
export async function insertTextSketch(
  { newsroomId }: Actor,
  sha256: string,
  { halved, runs }: TextSketch,
): Promise<void> {
  const bytes = new Uint8Array(runs.length * 4)
  const view = new DataView(bytes.buffer)
  runs.forEach((run, at) => {
    view.setUint32(at * 4, run, true)
  })
  await db().textSketch.createMany({
    data: { newsroomId, sha256, halved, runs: bytes },
    skipDuplicates: true,
  })
}

/** What is compared of the captured texts of some sources that this person may see. */
export async function listCapturedTexts(
  actor: Actor,
  sourceIds: readonly string[],
): Promise<CapturedText[]> {
  if (sourceIds.length < 2) return []
  const texts = await db().capturePart.findMany({
    where: {
      role: 'text',
      capture: { sourceId: { in: [...sourceIds] }, source: sourcesSeenBy(actor) },
    },
    select: {
      capture: { select: { sourceId: true } },
      file: { select: { sketch: { select: { halved: true, runs: true } } } },
    },
    orderBy: { captureId: 'asc' },
  })
  return texts.flatMap(({ capture: { sourceId }, file: { sketch } }) =>
    sketch ? [{ sourceId, sketch: { halved: sketch.halved, runs: runsIn(sketch.runs) } }] : [],
  )
}

function runsIn(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Uint32Array.from({ length: bytes.byteLength / 4 }, (_, at) => view.getUint32(at * 4, true))
}
