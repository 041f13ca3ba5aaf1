import { z } from 'zod'
import { findClaim } from '@/lib/db/claims/claims'
import { Refusal } from '@/lib/domain/refusal'
import { assertNotCut, claimForArticle } from '../claims/claim-subject'
import { command } from '../command'
import { id, wordsSeen } from '../fields'
import { assertWordsSeen } from '../preconditions'
import { attach } from './evidence'

/**
 * Attaches to a claim what an earlier one was checked by: its sources with their places, as they are there. What is attached
 * already is left as it is. The verdict is not taken over.
 */
export const takeEarlierSources = command('takeEarlierSources', {
  permission: 'evidence.attach',
  input: z.object({ claimId: id, fromClaimId: id, overWords: wordsSeen }),
  subject: claimForArticle,

  async run({ actor, input: { fromClaimId, overWords }, subject: { claim }, record }) {
    assertNotCut(claim)
    assertWordsSeen(claim, overWords, 'stance')
    const earlier = fromClaimId === claim.id ? null : await findClaim(actor, { id: fromClaimId })
    if (!earlier) throw new Refusal('not-found', 'The earlier claim is not here, or no longer.')
    const has = new Set(claim.evidence.map(placeOf))
    const missing = earlier.evidence.filter((one) => !has.has(placeOf(one)))
    if (missing.length === 0) {
      throw new Refusal('conflict', 'All that this claim was checked by is attached already.')
    }
    const evidenceIds = []
    for (const {
      source,
      aspect,
      stance,
      directness,
      locator,
      excerpt,
      note,
      captureId,
      passage,
    } of missing) {
      const input = { aspect, stance, directness, locator, excerpt, note, captureId, passage }
      evidenceIds.push(await attach(actor, { claim, input, source, record }))
    }
    return { evidenceIds }
  },
})

const placeOf = ({
  source,
  locator,
  stance,
}: {
  source: { id: string }
  locator: string
  stance: string
}) => JSON.stringify([source.id, locator, stance])
