import type { Suggestion } from '@/lib/db/discussion/suggestions'
import type { Actor } from '@/lib/domain/policy'
import { nameOf } from '../edit-conflicts'
import { about } from './selected-words'

/** What every event about a suggestion says of it. */
export const aboutSuggestion = ({ id, exact, article, claimId, claim }: Suggestion) => ({
  ...about(article.id, claimId && claim ? { id: claimId, number: claim.number } : null),
  suggestionId: id,
  before: exact,
})

/** What became of a suggestion, and by whom, in a sentence. */
export async function decided(actor: Actor, { state, decisions }: Suggestion): Promise<string> {
  const [last] = decisions
  if (!last) return 'Nobody has decided this.'
  const who = await nameOf(actor, last.decidedById)
  if (state === 'applied') return `${who} accepted this, and a new text was made with it.`
  if (state === 'withdrawn') return `${who} withdrew this suggestion.`
  if (state === 'stet')
    return `${who} let the words stand while you had this open: “${last.reason}”.`
  return `${who} accepted this while you had it open: “${last.after}”.`
}
