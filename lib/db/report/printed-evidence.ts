import type { ReportEvidence } from '@/lib/domain/report/schema'
import type { KnownClaim } from '../claims/known-claims'

/** What bears on a claim, with the names of people in place of their ids, as it leaves in a report or bundle. */
export function printedEvidence(
  evidence: KnownClaim['evidence'][number],
  nameOf: (id: string) => string,
) {
  const { aspect, stance, directness, locator, excerpt, note, source, comparisons } = evidence
  const { version: _, fellAt, fellReason, ...printedSource } = source
  return {
    ...{ aspect, stance, directness, locator, excerpt, note },
    ...(evidence.captureId && { captureId: evidence.captureId }),
    source: { ...printedSource, ...(fellAt && { fell: fellReason }) },
    addedBy: nameOf(evidence.addedById),
    addedAt: evidence.addedAt.toISOString(),
    ...(comparisons.length > 0 && {
      comparisons: comparisons.map(({ id: _, madeById, madeAt, ...made }) => ({
        ...made,
        madeBy: nameOf(madeById),
        madeAt: madeAt.toISOString(),
      })),
    }),
  } satisfies ReportEvidence
}
