import { z } from 'zod'
import {
  deleteAnchor,
  hasLostPlace,
  insertAnchors,
  type LastPlace,
  listLastPlaces,
} from '@/lib/db/claims/anchors'
import { updateClaim } from '@/lib/db/claims/claims'
import type { Claim } from '@/lib/db/claims/whole-claims'
import { findRevision } from '@/lib/db/revisions/revisions'
import { anchorAt } from '@/lib/domain/anchoring/anchor'
import { standingOn } from '@/lib/domain/claims/standing'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { command } from '../command'
import { lastToChange } from '../edit-conflicts'
import { id } from '../fields'
import { framesInto, standingIn } from '../revisions/carry-claims'
import { findNewest, recount } from '../revisions/newest-revision'
import {
  aboutClaim,
  assertNotCut,
  claimForArticle,
  isPlaced,
  unsupportedVerdicts,
} from './claim-subject'

const offset = z.coerce.number('Select the words where the claim stands now.').int()

/** Says where a claim stands in the newest text whose place was lost. On other words it has to be checked again. */
export const settleClaim = command('settleClaim', {
  permission: 'claim.edit',
  input: z.object({
    claimId: id,
    revision: z.coerce.number().int().positive(),
    start: offset,
    end: offset,
  }),
  subject: claimForArticle,

  async run({ actor, input: { claimId, revision: number, ...place }, subject, record }) {
    const { claim, ...article } = subject
    assertNotCut(claim)
    const revision = await findNewest(actor, article, number)
    if (isPlaced(claim)) {
      const who = await lastToChange(actor, { claimId, types: ['claim.placed'] })
      throw new Refusal(
        'conflict',
        `${who} placed this claim on “${claim.anchor.exact}” in the meantime.`,
      )
    }
    const anchor = anchorAt(revision.text, place)
    const last = await lastPlace(actor, claim)
    const from = await findRevision(actor, article.id, last.anchor.revision.number)
    const frames = from && framesInto(revision, article.language)(from, last.anchor, anchor)
    await insertAnchors(actor, revision.id, [{ ...anchor, claimId }])
    await updateClaim(actor, claimId, standingAt(claim, anchor, standingIn(last, anchor, frames)))
    await recount(actor, article, revision)
    const { exact: words, start, end } = anchor
    record({
      type: 'claim.placed',
      ...aboutClaim(claim),
      from: claim.anchor.exact,
      ...{ words, start, end, revision: number },
      how: isProposed(last, anchor) ? 'proposed' : 'by hand',
    })
    return { number: claim.number }
  },
})

/** Takes back where a claim was placed by a person: it waits again to be placed. */
export const unsettleClaim = command('unsettleClaim', {
  permission: 'claim.edit',
  input: z.object({ claimId: id }),
  subject: claimForArticle,

  async run({ actor, input: { claimId }, subject: { claim, ...article }, record }) {
    assertNotCut(claim)
    const revision = await findNewest(actor, article, article.revisionNumber)
    const here = { claimId, revisionId: revision.id }
    if (!isPlaced(claim) || !(await hasLostPlace(actor, here))) {
      throw new Refusal(
        'conflict',
        'This claim was not placed by hand, or waits to be placed again.',
      )
    }
    await deleteAnchor(actor, here)
    const last = await lastPlace(actor, claim)
    const { status, saidVerdict, soVerdict } = standingOn(claim, last.anchor.exact)
    await updateClaim(actor, claimId, {
      ...{ saidVerdict, soVerdict },
      status: status === 'checked' ? 'recheck' : status,
    })
    await recount(actor, article, revision)
    const words = claim.anchor.exact
    record({ type: 'claim.displaced', ...aboutClaim(claim), words, revision: revision.number })
    return { number: claim.number }
  },
})

async function lastPlace(actor: Actor, { id, article }: Claim): Promise<LastPlace> {
  const [last] = await listLastPlaces(actor, { articleId: article.id, id })
  if (!last) throw new Error(`claim ${id} has no place`)
  return last
}

/** A verdict that was made on the same words stands again, if what is on file still carries it. */
function standingAt(
  claim: Claim,
  anchor: { start: number; end: number; exact: string },
  standing: ReturnType<typeof standingIn>,
) {
  const here = { ...claim, ...standing, anchor: { ...claim.anchor, ...anchor } }
  const isLacking = standing.status === 'checked' && unsupportedVerdicts(here).length > 0
  return isLacking ? { ...standing, status: 'in_progress' as const } : standing
}

function isProposed({ lost }: LastPlace, { start, end }: { start: number; end: number }): boolean {
  if (!lost) return false
  return [{ start: lost.start, end: lost.end }, ...lost.places].some(
    (place) => place.start === start && place.end === end,
  )
}
