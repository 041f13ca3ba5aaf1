import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { verificationStatus } from '@/lib/domain/claims/status'
import { CLAIM_TYPES, claimNumber, RISKS } from '@/lib/domain/vocabulary'
import type { Filter } from '../desk/use-url-state'

/** The filter for claims that were checked while other words stood around them. */
export const FRAME = 'frame_changed'

/** The filter for claims about which a query was answered. */
export const ANSWERED = 'answered'

/** The claims that the filter lets through, in the order of the text; cut ones only when they are asked for. */
export function filterClaims(
  claims: ClaimShown[],
  { status, mine, words }: Filter,
  { me, revision, talk }: Desk,
): ClaimShown[] {
  const sought = words.trim().toLocaleLowerCase()
  const answers = new Set(talk.answered.map(({ claim }) => claim))
  return claims.filter((claim) => {
    const standing = verificationStatus(claim)
    const isSought =
      standing === status ||
      claim.second === status ||
      (status === FRAME && claim.frameAspects !== undefined) ||
      (status === ANSWERED && answers.has(claim.number))
    if (status ? !isSought : standing === 'cut') return false
    if (mine && claim.assigneeId !== me) return false
    return !sought || searchable(claim, revision.text).includes(sought)
  })
}

function searchable(claim: ClaimShown, text: string): string {
  return [
    claimNumber(claim.number),
    String(claim.number),
    text.slice(claim.start, claim.end),
    CLAIM_TYPES[claim.type],
    claim.claimant ?? '',
    ...claim.risks.map((risk) => RISKS[risk]),
  ]
    .join('\n')
    .toLocaleLowerCase()
}
