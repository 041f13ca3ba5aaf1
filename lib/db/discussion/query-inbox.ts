/** The queries that wait for somebody: what SQL finds here is what `isAskedOf` and `query.close` say of each. */

import { type Actor, can, type QueryCloseFacts } from '@/lib/domain/policy'
import { db } from '../client'
import type { Prisma } from '../generated/client'
import { queriesSeenBy, shownQueries } from './queries'

/** What is asked of this person, with what they answered and nobody has closed; or what they asked and was answered. */
export type QueryGroup = 'asked' | 'answered'

/** What waits for this person, oldest first; of what is asked of them, what they answered comes last. At most `take`, after a query. */
export function listQueriesFor(
  actor: Actor,
  group: QueryGroup,
  { after, take }: { after?: string | undefined; take: number },
) {
  return shownQueries(
    actor,
    {
      AND: [
        group === 'answered' ? dueTo(actor) : { OR: [askedOf(actor), toldBy(actor)] },
        NOT_ARCHIVED,
      ],
    },
    {
      orderBy: [{ state: 'asc' }, { askedAt: 'asc' }, { id: 'asc' }],
      take,
      ...(after && { cursor: { id: after }, skip: 1 }),
    },
  )
}

/** How many are asked of this person and not answered, or were asked by them and answered; no more than `most` of each. */
export async function countQueriesFor(actor: Actor, most: number) {
  const count = (where: Prisma.QueryWhereInput) =>
    db().query.count({ where: { AND: [where, NOT_ARCHIVED, queriesSeenBy(actor)] }, take: most })
  const [asked, answered] = await Promise.all([count(askedOf(actor)), count(dueTo(actor))])
  return { asked, answered }
}

/** What is put away waits for nobody. */
const NOT_ARCHIVED = { article: { archivedAt: null } }

/** How many queries ask this person in each of these articles, by the article's id; those without any are left out. */
export async function countAsked(actor: Actor, articleIds: readonly string[]) {
  const rows = await db().query.groupBy({
    by: ['articleId'],
    where: { AND: [askedOf(actor), queriesSeenBy(actor)], articleId: { in: [...articleIds] } },
    _count: true,
  })
  return new Map(rows.map(({ articleId, _count }) => [articleId, _count]))
}

const askedOf = (actor: Actor): Prisma.QueryWhereInput => ({ state: 'open', AND: [meaning(actor)] })

/** Asked by the actor, answered, and theirs to close. */
function dueTo(actor: Actor): Prisma.QueryWhereInput {
  const me = actor.userId
  const may = (facts: Partial<QueryCloseFacts>) =>
    can(actor, 'query.close', { writerIds: [], checkerIds: [me], answeredIds: [], ...facts })
  const article = {
    newsroomId: actor.newsroomId,
    ...(!may({ writerIds: [me] }) && {
      NOT: { people: { some: { userId: me, part: 'writer' as const } } },
    }),
    ...(!may({ checkerIds: [] }) && {
      people: { some: { userId: me, part: 'checker' as const } },
    }),
  }
  const byMe = { to: 'writer' as const, entries: { some: answeredBy(me) } }
  const mine = may({ answeredIds: [me] }) ? {} : { NOT: byMe }
  return may({}) ? { state: 'answered', askedById: me, article, ...mine } : NONE
}

const answeredBy = (writtenById: string) => ({ step: 'answered' as const, writtenById })

/** Answered by the actor, or asked by them, and still meant for them. */
function toldBy(actor: Actor): Prisma.QueryWhereInput {
  return {
    state: 'answered',
    AND: [
      meaning(actor),
      { OR: [{ askedById: actor.userId }, { entries: { some: answeredBy(actor.userId) } }] },
      { NOT: dueTo(actor) },
    ],
  }
}

/** The queries that mean this person: a writer of the article, its editor, or who is named in the lawyer's place. */
function meaning(actor: Actor): Prisma.QueryWhereInput {
  const me = actor.userId
  const nobody = { writerIds: [], checkerIds: [] }
  const mayAnswer = (to: 'writer' | 'lawyer', toUserId: string | null, writerIds: string[] = []) =>
    can(actor, 'query.answer', { ...nobody, writerIds, to, toUserId })
  const toWriter = { article: { people: { some: { userId: me, part: 'writer' as const } } } }
  const toMe = mayAnswer('lawyer', null)
    ? { OR: [{ toUserId: null }, { toUserId: me }] }
    : { toUserId: me }
  const toEditor = mayAnswer('lawyer', null) ? {} : { toUserId: me }
  const ways: Prisma.QueryWhereInput[] = [
    ...(mayAnswer('writer', null, [me]) ? [{ to: 'writer' as const, ...toWriter }] : []),
    ...(mayAnswer('lawyer', me)
      ? [
          { to: 'lawyer' as const, ...toMe },
          {
            to: 'editor' as const,
            ...toEditor,
            article: { OR: [{ editorId: null }, { editorId: me }] },
          },
        ]
      : []),
  ]
  // An empty list of ways would not be asked at all.
  return ways.length > 0 ? { OR: ways } : NONE
}

const NONE = { id: { in: [] } } satisfies Prisma.QueryWhereInput
