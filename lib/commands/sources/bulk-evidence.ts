import { z } from 'zod'
import { findArticle } from '@/lib/db/articles/articles'
import type { Claim } from '@/lib/db/claims/whole-claims'
import { updateEvidence } from '@/lib/db/sources/sources'
import { isSameWording } from '@/lib/domain/claims/standing'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { inOneLine, isCut, type Problem } from '../claims/bulk-refusals'
import { chosen, namedClaims } from '../claims/chosen-claims'
import { aboutClaim } from '../claims/claim-subject'
import { command } from '../command'
import { id, wordsSeen } from '../fields'
import { attach } from './evidence'
import { evidenceDetails, sourceField, sourceFor } from './evidence-fields'
import { isHeld } from './evidence-rules'

/** Attaches one source to claims of one article, with the same to say of each: to all of them, or to none. */
export const attachToClaims = command('attachToClaims', {
  permission: 'evidence.attach',
  input: z.intersection(
    evidenceDetails.extend({
      articleId: id,
      claims: chosen(z.object({ claimId: id, overWords: wordsSeen })),
    }),
    sourceField,
  ),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input, subject: { id: articleId }, record }) {
    const seen = new Map(input.claims.map(({ claimId, overWords }) => [claimId, overWords]))
    const claims = await namedClaims(actor, articleId, [...seen.keys()])
    const problems = claims.flatMap((claim) => inTheWay(claim, seen.get(claim.id)))
    if (problems.length > 0) {
      throw new Refusal('conflict', `Nothing was attached: ${inOneLine(problems)}.`)
    }
    const source = await sourceFor(actor, input.source, record)
    const attached = []
    for (const claim of claims) {
      const evidenceId = await attach(actor, { claim, input, source, record })
      attached.push({ claimId: claim.id, evidenceId })
    }
    return { attached }
  },
})

/**
 * Takes such evidence off again, claim by claim: only where it is as it was attached and no verdict rests on it. Answers
 * where it stays, in a sentence for each reason, and refuses where it stays everywhere.
 */
export const takeOffClaims = command('takeOffClaims', {
  permission: 'evidence.attach',
  input: z.object({
    articleId: id,
    claims: chosen(z.object({ claimId: id, evidenceId: id })),
  }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input, subject: { id: articleId }, record }) {
    const sought = new Map(input.claims.map(({ claimId, evidenceId }) => [claimId, evidenceId]))
    const claims = await namedClaims(actor, articleId, [...sought.keys()])
    const all = claims.map((claim) => {
      const evidence = claim.evidence.find((one) => one.id === sought.get(claim.id))
      return { claim, evidence, barred: barred(actor, claim, evidence) }
    })
    const stays = inOneLine(all.flatMap(({ barred }) => barred ?? []))
    const going = all.flatMap(({ claim, evidence, barred }) =>
      evidence && !barred ? [{ claim, evidence }] : [],
    )
    if (going.length === 0) throw new Refusal('conflict', `Nothing was taken off: ${stays}.`)
    for (const { claim, evidence } of going) {
      await updateEvidence(actor, evidence.id, { detachedAt: new Date() })
      const what = { evidenceId: evidence.id, title: evidence.source.title, reason: UNDONE }
      record({ type: 'evidence.detached', ...aboutClaim(claim), ...what })
    }
    return { taken: going.length, stays }
  },
})

const UNDONE = 'Attached to several claims at once, and taken back.'

function inTheWay(claim: Claim, seen: string | undefined): Problem[] {
  if (isCut(claim)) return [{ claim, is: 'is', barred: 'cut' }]
  const isSame = seen === undefined || isSameWording(seen, claim.anchor.exact)
  return isSame
    ? []
    : [{ claim, is: 'was', barred: 'given other words since this page was loaded' }]
}

function barred(
  actor: Actor,
  claim: Claim,
  evidence: Claim['evidence'][number] | undefined,
): Problem | null {
  if (isCut(claim)) return { claim, is: 'is', barred: 'cut' }
  if (!evidence) return { claim, is: 'is', barred: 'without it already' }
  if (evidence.version > 1) return { claim, is: 'was', barred: 'edited since then' }
  return isHeld(actor, claim, evidence) ? { claim, is: 'is', barred: 'checked with it' } : null
}
