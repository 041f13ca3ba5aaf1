import type { UnplacedClaim } from '@/lib/db/claims/anchors'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'

/** The words of a claim as the page shows them; of one without a place in the text, those that it had last. */
export function wordsOfClaim({ revision }: Desk, claim: ClaimShown | UnplacedClaim): string {
  return 'words' in claim ? claim.words : revision.text.slice(claim.start, claim.end)
}
