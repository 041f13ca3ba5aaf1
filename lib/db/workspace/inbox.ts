import { MOST_COUNTED } from '@/lib/domain/counting'
import type { Actor } from '@/lib/domain/policy'
import { listSecondChecksFor } from '../claims/second-checks'
import { countMentions, listMentions } from '../discussion/comments'
import { countQueriesFor, listQueriesFor } from '../discussion/query-inbox'

/** The kinds of things that wait for somebody, in the order in which they are shown. */
export const INBOX_GROUPS = ['asked', 'answered', 'differing', 'waiting', 'mentions'] as const
export type InboxGroup = (typeof INBOX_GROUPS)[number]

/**
 * How much waits for this person: questions to answer or to close, second checks, and comments that call them; no more
 * than `MOST_COUNTED`.
 */
export async function countWaiting(actor: Actor): Promise<number> {
  const [queries, mentions, ...checks] = await Promise.all([
    countQueriesFor(actor, MOST_COUNTED),
    countMentions(actor, MOST_COUNTED),
    listSecondChecksFor(actor, 'differing', { take: MOST_COUNTED }),
    listSecondChecksFor(actor, 'waiting', { take: MOST_COUNTED }),
  ])
  const second = checks.reduce((sum, { length }) => sum + length, 0)
  return Math.min(MOST_COUNTED, queries.asked + queries.answered + second + mentions)
}

/** What waits for this person, kind by kind: `take` of each, or of only one kind, after one of its things. */
export async function findInbox(
  actor: Actor,
  { only, after, take }: { only: InboxGroup | undefined; after: string; take: number },
) {
  const page = { take: take + 1, ...(after && { after }) }
  const wanted = (group: InboxGroup) => !only || only === group
  const [queries, mentioned, asked, answered, differing, waiting, mentions] = await Promise.all([
    countQueriesFor(actor, MOST_COUNTED),
    countMentions(actor, MOST_COUNTED),
    wanted('asked') ? listQueriesFor(actor, 'asked', page) : [],
    wanted('answered') ? listQueriesFor(actor, 'answered', page) : [],
    wanted('differing')
      ? listSecondChecksFor(actor, 'differing', { ...page, take: MOST_COUNTED })
      : [],
    wanted('waiting') ? listSecondChecksFor(actor, 'waiting', { ...page, take: MOST_COUNTED }) : [],
    wanted('mentions') ? listMentions(actor, page) : [],
  ])
  const sections = [
    { group: 'asked' as const, count: queries.asked, ...cut(asked, take) },
    { group: 'answered' as const, count: queries.answered, ...cut(answered, take) },
    { group: 'differing' as const, count: differing.length, ...cut(differing, take) },
    { group: 'waiting' as const, count: waiting.length, ...cut(waiting, take) },
    { group: 'mentions' as const, count: mentioned, ...cut(mentions, take) },
  ]
  return sections.filter(({ items }) => items.length > 0)
}

export type InboxSection = Awaited<ReturnType<typeof findInbox>>[number]

function cut<Item extends { id: string }>(items: readonly Item[], take: number) {
  const shown = items.slice(0, take)
  return { items: shown, next: items.length > take ? (shown.at(-1)?.id ?? null) : null }
}
