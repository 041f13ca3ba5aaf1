import { listCheckedClaims } from '@/lib/db/claims/claims'
import { hiddenFrom } from '@/lib/domain/claims/blind-check'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { OriginFacts } from '@/lib/domain/sources/origins'
import { claimNumber } from '@/lib/domain/vocabulary'
import { checksOf } from '../claims/check-rules'
import { unsupportedVerdicts } from '../claims/claim-subject'

/** What would be said of where sources come from, by their ids. */
export type OriginChanges = ReadonlyMap<string, Partial<Omit<OriginFacts, 'id'>>>

/** Refuses to make a source a copy of another while a verdict counts both as independent reports; `field` asked for it. */
export async function assertStillIndependent(
  actor: Actor,
  changes: OriginChanges,
  field: string,
): Promise<void> {
  const seen = new Set<string>()
  for (const sourceId of changes.keys()) {
    for (const claim of await listCheckedClaims(actor, sourceId)) {
      if (seen.has(claim.id)) continue
      seen.add(claim.id)
      const evidence = claim.evidence.map((one) => ({
        ...one,
        source: { ...one.source, ...changes.get(one.source.id) },
      }))
      // Whether a verdict that is hidden rests on it would tell what that verdict is.
      const isHidden = hiddenFrom(actor, checksOf(claim)).length > 0
      const were = unsupportedVerdicts(claim).map(({ aspect }) => aspect)
      const would = unsupportedVerdicts(claim, evidence).filter(
        ({ aspect }) => !were.includes(aspect),
      )
      if (!isHidden && would.length === 0) continue
      const isKnown = can(actor, 'article.read', claim.article)
      const which = isKnown
        ? `${claimNumber(claim.number)} (${claim.article.slug})`
        : 'another article'
      const message = isHidden
        ? `${which} has a verdict that you see once your own check is saved. Until then its sources stay as they are.`
        : `The verdict on ${which} counts this as an independent report. That claim has to be set to In progress first.`
      throw new Refusal('invalid', message, { [field]: message })
    }
  }
}
