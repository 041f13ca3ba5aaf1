import type { Actor } from '../domain/policy'
import type { ArticleHere } from './newest-text'

/** What a new text, or a person's answer to it, does to what was signed for. */
export interface Affected {
  /** The numbers of the claims that have to be checked or placed again. */
  claims: readonly number[]
}

/** Lets the signatures fall that no longer hold. There are none to fall yet. */
export async function signaturesFall(
  _actor: Actor,
  _article: ArticleHere,
  _affected: Affected,
): Promise<void> {}
