import type { ClaimShown, Desk, UnplacedShown } from './desk'

/** The words of a claim as the page shows them; of one without a place in the text, those that it had last. */
export function wordsOfClaim({ revision }: Desk, claim: ClaimShown | UnplacedShown): string {
  return 'words' in claim ? claim.words : revision.text.slice(claim.start, claim.end)
}
