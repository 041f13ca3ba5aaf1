import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'
import { sourcesSeenBy } from './sources'

/** A source that has an address. */
export interface PageSource {
  id: string
  title: string
  url: string
}

/** The sources of an article that have an address and of which no page is kept yet, by title. */
export async function listUnkeptPages(actor: Actor, articleId: string): Promise<PageSource[]> {
  return db().source.findMany({
    where: {
      ...sourcesSeenBy(actor),
      url: { not: '' },
      evidence: { some: { detachedAt: null, claim: { articleId } } },
      captures: { none: { way: 'page' } },
    },
    select: { id: true, title: true, url: true },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    take: MOST_PAGES,
  })
}

/** So many pages are kept in one action at most. */
export const MOST_PAGES = 200
