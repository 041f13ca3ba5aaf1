import { mainPart } from '@/lib/domain/captures/capture'
import type { Actor } from '@/lib/domain/policy'
import type { ReportCapture } from '@/lib/domain/report/schema'
import { listCaptures } from '../captures/captures'
import { listTimeStamps } from '../captures/time-stamps'

/** What is kept of the sources that claims rest on, newest first, each with the dates that authorities vouch for. */
export async function listReportCaptures(
  actor: Actor,
  claims: readonly { evidence: readonly { source: { id: string } }[] }[],
  names: ReadonlyMap<string, string>,
): Promise<ReportCapture[]> {
  const sources = claims.flatMap(({ evidence }) => evidence.map(({ source }) => source.id))
  const captures = await listCaptures(actor, [...new Set(sources)], MOST)
  const ids = captures.map(({ id }) => id)
  const stamps = await listTimeStamps(actor, ids)
  return captures.flatMap(({ id, sourceId, source, parts, takenAt, takenById, address }) => {
    const file = mainPart(parts)
    if (!file) return []
    const dates = stamps.filter(({ captureId }) => captureId === id)
    return {
      ...{ id, sourceId, sourceTitle: source.title, sha256: file.sha256, address },
      ...{ takenAt: takenAt.toISOString(), takenBy: names.get(takenById) ?? 'Somebody' },
      stamps: dates.flatMap(({ authority, datedAt }) =>
        datedAt ? { authority: authority.name, datedAt: datedAt.toISOString() } : [],
      ),
    }
  })
}

/** More than any report will ever name, so that none is left out in silence. */
const MOST = 100_000
