import { MOST_COUNTED } from '@/lib/domain/counting'
import type { Actor } from '@/lib/domain/policy'
import { listSecondChecksFor } from '../claims/second-checks'
import { countMentions, listMentions } from '../discussion/comments'
import { countQueriesFor, listQueriesFor } from '../discussion/query-inbox'

/** The kinds of things that wait for somebody, in the order in which they are shown. */
export const INBOX_GROUPS = ['asked', 'answered', 'differing', 'waiting', 'mentions'] as const
export type InboxGroup = (typeof INBOX_GROUPS)[number]

/**
 * What waits for this person, in numbers: questions to answer or to close, and comments that call them; and the second
 * checks, which nobody can count without looking at them. No more than `MOST_COUNTED` of each, and in all.
 */
export async function findWaiting(actor: Actor) {
  const [queries, mentions, differing, waiting] = await Promise.all([
    countQueriesFor(actor, MOST_COUNTED),
    countMentions(actor, MOST_COUNTED),
    listSecondChecksFor(actor, 'differing', { take: MOST_COUNTED }),
    listSecondChecksFor(actor, 'waiting', { take: MOST_COUNTED }),
  ])
  const all = queries.asked + queries.answered + mentions + differing.length + waiting.length
  return { ...queries, mentions, differing, waiting, all: Math.min(MOST_COUNTED, all) }
}

export type Waiting = Awaited<ReturnType<typeof findWaiting>>

/** Of what waits for this person: `take` of each kind, or of only one kind, after one of its things. */
export async function findInbox(
  actor: Actor,
  all: Waiting,
  { only, after, take }: { only: InboxGroup | undefined; after: string; take: number },
) {
  const page = { take: take + 1, ...(after && { after }) }
  const wanted = (group: InboxGroup) => !only || only === group
  const checks = (group: 'differing' | 'waiting') =>
    after ? listSecondChecksFor(actor, group, page) : all[group]
  const [asked, answered, differing, waiting, mentions] = await Promise.all([
    wanted('asked') ? listQueriesFor(actor, 'asked', page) : [],
    wanted('answered') && all.answered > 0 ? listQueriesFor(actor, 'answered', page) : [],
    wanted('differing') ? checks('differing') : [],
    wanted('waiting') ? checks('waiting') : [],
    wanted('mentions') && all.mentions > 0 ? listMentions(actor, page) : [],
  ])
  const sections = [
    { group: 'asked' as const, count: all.asked, ...cut(asked, take) },
    { group: 'answered' as const, count: all.answered, ...cut(answered, take) },
    { group: 'differing' as const, count: all.differing.length, ...cut(differing, take) },
    { group: 'waiting' as const, count: all.waiting.length, ...cut(waiting, take) },
    { group: 'mentions' as const, count: all.mentions, ...cut(mentions, take) },
  ]
  return sections.filter(({ items }) => items.length > 0)
}

export type InboxSection = Awaited<ReturnType<typeof findInbox>>[number]

function cut<Item extends { id: string }>(items: readonly Item[], take: number) {
  const shown = items.slice(0, take)
  return { items: shown, next: items.length > take ? (shown.at(-1)?.id ?? null) : null }
}
