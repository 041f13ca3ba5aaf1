/** The queries that wait for somebody: what SQL finds here is what `isAskedOf` and `query.close` say of each. */

import { type Actor, can, type QueryCloseFacts } from '@/lib/domain/policy'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { worksOn } from '../visibility'
import { type QueryShown, shownQueries } from './queries'
import { isHeard } from './query-rows'

/** What is asked of this person, with what they answered and nobody has closed; or what they asked and was answered. */
export type QueryGroup = 'asked' | 'answered'

/** What waits for this person, oldest first; of what is asked of them, what they answered comes last. At most `take`, after a query. */
export async function listQueriesFor(
  actor: Actor,
  group: QueryGroup,
  { after, take }: { after?: string | undefined; take: number },
): Promise<QueryShown[]> {
  const waiting = group === 'answered' ? dueTo(actor) : union([...askedOf(actor), ...toldBy(actor)])
  const isAfter = after
    ? Prisma.sql`(state, "askedAt", id) > (SELECT state, "askedAt", id FROM "Query" WHERE id = ${after})`
    : Prisma.sql`true`
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM (${waiting}) AS waiting WHERE ${isAfter}
    ORDER BY state, "askedAt", id LIMIT ${take}`
  if (rows.length === 0) return []
  return shownQueries(
    actor,
    Prisma.sql`query.id = ANY (${rows.map(({ id }) => id)})`,
    Prisma.sql`query.state, query."askedAt", query.id`,
  )
}

/** How many are asked of this person and not answered, or were asked by them and answered; no more than `most` of each. */
export async function countQueriesFor(actor: Actor, most: number) {
  const counted = (waiting: Prisma.Sql) =>
    Prisma.sql`(SELECT count(*)::int FROM (${waiting} LIMIT ${most}) AS counted)`
  const [counts] = await db().$queryRaw<{ asked: number; answered: number }[]>`
    SELECT ${counted(union(askedOf(actor)))} AS asked, ${counted(dueTo(actor))} AS answered`
  return counts ?? { asked: 0, answered: 0 }
}

/** How many queries ask this person in each of these articles, by the article's id; those without any are left out. */
export async function countAsked(actor: Actor, articleIds: readonly string[]) {
  const among = Prisma.sql`query."articleId" = ANY (${[...articleIds]})`
  const rows = await db().$queryRaw<{ articleId: string; count: number }[]>`
    SELECT "articleId", count(*)::int AS count
    FROM (${union(askedOf(actor, among))}) AS asked GROUP BY "articleId"`
  return new Map(rows.map(({ articleId, count }) => [articleId, count]))
}

/** Queries in articles that the actor sees, and of which they hear. */
function heard(actor: Actor, which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT query.id, query."articleId", query.state, query."askedAt"
    FROM "Query" query JOIN "Article" article ON article.id = query."articleId"
    WHERE ${which} AND ${isHeard(actor)}`
}

/** What is put away waits for nobody. */
const NOT_ARCHIVED = Prisma.sql`article."archivedAt" IS NULL`

/** What is asked of the actor, one way of being meant at a time; of the articles that are not put away, or as is said. */
const askedOf = (actor: Actor, which = NOT_ARCHIVED) =>
  ways(actor).map((meaning) =>
    heard(actor, Prisma.sql`query.state = 'open' AND ${meaning} AND ${which}`),
  )

/** Asked by the actor, answered, and theirs to close. */
const dueTo = (actor: Actor) => heard(actor, Prisma.sql`${isDueTo(actor)} AND ${NOT_ARCHIVED}`)

/** Answered by the actor, or asked by them, and still meant for them. */
const toldBy = (actor: Actor) =>
  ways(actor).map((meaning) =>
    heard(
      actor,
      Prisma.sql`query.state = 'answered' AND ${meaning} AND ${NOT_ARCHIVED}
        AND (query."askedById" = ${actor.userId} OR ${isAnsweredBy(actor)})
        AND NOT (${isDueTo(actor)})`,
    ),
  )

function isDueTo(actor: Actor): Prisma.Sql {
  const me = actor.userId
  const may = (facts: Partial<QueryCloseFacts>) =>
    can(actor, 'query.close', { writerIds: [], checkerIds: [me], answeredIds: [], ...facts })
  if (!may({})) return Prisma.sql`false`
  return Prisma.sql`query.state = 'answered' AND query."askedById" = ${me}
    ${may({ writerIds: [me] }) ? Prisma.empty : Prisma.sql`AND NOT ${worksOn(actor, 'writer')}`}
    ${may({ checkerIds: [] }) ? Prisma.empty : Prisma.sql`AND ${worksOn(actor, 'checker')}`}
    ${
      may({ answeredIds: [me] })
        ? Prisma.empty
        : Prisma.sql`AND NOT (query."to" = 'writer' AND ${isAnsweredBy(actor)})`
    }`
}

const isAnsweredBy = ({ userId }: Actor) => Prisma.sql`EXISTS (
  SELECT FROM "QueryEntry" entry WHERE entry."queryId" = query.id
    AND entry.step = 'answered' AND entry."writtenById" = ${userId})`

/** The ways in which a query means this person: as a writer of the article, its editor, or in the lawyer's place. */
function ways(actor: Actor): Prisma.Sql[] {
  const me = actor.userId
  const nobody = { writerIds: [], checkerIds: [] }
  const mayAnswer = (to: 'writer' | 'lawyer', toUserId: string | null, writerIds: string[] = []) =>
    can(actor, 'query.answer', { ...nobody, writerIds, to, toUserId })
  const toMe = Prisma.sql`query."toUserId" = ${me}`
  const toLawyer = mayAnswer('lawyer', null)
    ? Prisma.sql`(query."toUserId" IS NULL OR ${toMe})`
    : toMe
  const toEditor = mayAnswer('lawyer', null) ? Prisma.sql`true` : toMe
  return [
    ...(mayAnswer('writer', null, [me])
      ? [
          Prisma.sql`query."to" = 'writer' AND query."articleId" IN (
            SELECT person."articleId" FROM "ArticlePerson" person
            WHERE person."userId" = ${me} AND person.part = 'writer')`,
        ]
      : []),
    ...(mayAnswer('lawyer', me)
      ? [
          Prisma.sql`query."to" = 'lawyer' AND ${toLawyer}`,
          Prisma.sql`query."to" = 'editor' AND ${toEditor}
            AND (article."editorId" IS NULL OR article."editorId" = ${me})`,
        ]
      : []),
  ]
}

/** All of these, none of which has a row of another. */
const union = (some: readonly Prisma.Sql[]) =>
  some.length > 0
    ? Prisma.join(some, ' UNION ALL ')
    : Prisma.sql`SELECT id, "articleId", state, "askedAt" FROM "Query" WHERE false`
