import type { Actor } from '@/lib/domain/policy'
import { proposeOrigins } from '@/lib/domain/sources/propose-origins'
import type { SameWords } from '@/lib/domain/sources/same-words'
import { listCapturedTexts } from '../captures/text-sketches'
import type { Claim } from '../claims/whole-claims'
import { findToldApart } from '../sources/origins'

/** Tells of each of these claims which of its sources say the same words and wait for somebody to judge them. */
export async function findSameWords(
  actor: Actor,
  claims: readonly Claim[],
): Promise<(claim: Claim) => SameWords[]> {
  const several = claims.map(sourcesOf).filter(({ length }) => length > 1)
  const ids = [...new Set(several.flatMap((sources) => sources.map(({ id }) => id)))]
  const texts = await listCapturedTexts(actor, ids)
  if (texts.length < 2) return () => []
  const isToldApart = await findToldApart(actor, [...new Set(texts.map((one) => one.sourceId))])
  return (claim) => proposeOrigins(sourcesOf(claim), texts, isToldApart)
}

const sourcesOf = ({ evidence }: Claim) => [
  ...new Map(evidence.map(({ source }) => [source.id, source])).values(),
]
