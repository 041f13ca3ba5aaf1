import type { Actor } from '../domain/policy'
import { seenBy } from './articles'
import { db } from './client'

/** How often an article was corrected after it was published. */
export function countCorrections(actor: Actor, articleId: string): Promise<number> {
  return db().correction.count({ where: { articleId, article: seenBy(actor) } })
}
