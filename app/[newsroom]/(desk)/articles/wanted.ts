import type { Wanted } from '@/lib/db/articles/article-places'
import { deadlinesOf } from '@/lib/domain/articles/deadline-groups'
import type { ArticleFilter } from '@/lib/domain/articles/list-filter'
import type { Actor } from '@/lib/domain/policy'

/** What a filter asks the database for, by the newsroom's own days. */
export function wantedBy(filter: ArticleFilter, { timeZone }: Actor, now: Date): Wanted {
  const { words, states, person, deadline, mine, archived } = filter
  const wanted = { words, states, person, mine, archived }
  return deadline ? { ...wanted, deadlines: deadlinesOf(deadline, now, timeZone) } : wanted
}
