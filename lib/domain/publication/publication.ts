import type { Span } from '../text/blocks'
import type { ArticleState, WorkStatus } from '../vocabulary'

/** Whether an article's text is out: then it stays as it is, also where it was withdrawn. */
export function isOut(state: ArticleState): boolean {
  return isCorrectable(state) || state === 'withdrawn'
}

/** Whether an article's text is out and not withdrawn: then its words change by corrections only. */
export function isCorrectable(state: ArticleState): boolean {
  return state === 'published' || state === 'corrected'
}

/** Whether an article is worked on, neither signed off nor out: such a one can be moved by hand, and put away. */
export function isInWork(state: ArticleState): boolean {
  return state === 'draft' || state === 'in_check' || state === 'with_editor'
}

/** The claim that words are of: the narrowest around them that is not cut; null where they are in none. */
export function claimAround<Claim extends Span & { status: WorkStatus }>(
  claims: readonly Claim[],
  words: Span,
): Claim | null {
  const around = claims.filter(
    ({ start, end, status }) => status !== 'cut' && start <= words.start && words.end <= end,
  )
  const length = ({ start, end }: Span) => end - start
  return around.sort((a, b) => length(a) - length(b))[0] ?? null
}
