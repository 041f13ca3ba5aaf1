import type { Anchor } from '@/lib/domain/anchoring/anchor'
import { isSettable } from '@/lib/domain/claims/status'
import { type Actor, can } from '@/lib/domain/policy'
import type { QueryState, QueryTo } from '@/lib/domain/vocabulary'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { findNames } from '../newsroom/members'
import { heardBy, seenBy } from '../visibility'
import { type Query, readQueries, shaped, wholeQuery } from './query-rows'

/** The queries that this person may see: all that they hear of, and a writer what is asked of the writer. */
export function queriesSeenBy(actor: Actor): Prisma.QueryWhereInput {
  const article = { people: { some: { userId: actor.userId, part: 'writer' as const } } }
  return {
    article: seenBy(actor),
    OR: [{ article: heardBy(actor) }, { to: 'writer', article }],
  }
}

export async function findQuery(actor: Actor, id: string): Promise<Query | null> {
  const row = await db().query.findFirst({
    where: { id, ...queriesSeenBy(actor) },
    select: wholeQuery,
  })
  return row && shaped(row)
}

/** Queries that stand open in an article until a person closes them, blocking ones first. An editor sees all there are. */
export function listOpenQueries(actor: Actor, articleId: string) {
  return db().query.findMany({
    where: { articleId, state: { not: 'closed' }, ...queriesSeenBy(actor) },
    select: {
      ...{ id: true, to: true, question: true, blocking: true, state: true, exact: true },
      askedById: true,
      claim: { select: { number: true } },
    },
    orderBy: [{ blocking: 'desc' }, { askedAt: 'asc' }],
  })
}

/** What stands between people in an article: questions without an answer, and answers that wait for whoever asked. */
export interface QueryCounts {
  open: number
  /** How many of the open ones keep the article from its signature. */
  blocking: number
  answered: number
  /** How many of the answered ones the actor asked. */
  toRead: number
}

/** How the queries stand that nobody closed in each of these articles, by the article's id. */
export async function countOpenQueries(actor: Actor, articleIds: readonly string[]) {
  const rows = await db().query.groupBy({
    by: ['articleId', 'blocking', 'state', 'askedById'],
    where: {
      articleId: { in: [...articleIds] },
      state: { not: 'closed' },
      ...queriesSeenBy(actor),
    },
    _count: true,
  })
  const counts = new Map<string, QueryCounts>()
  for (const { articleId, blocking, state, askedById, _count } of rows) {
    const before = counts.get(articleId) ?? { open: 0, blocking: 0, answered: 0, toRead: 0 }
    const when = (is: boolean) => (is ? _count : 0)
    counts.set(articleId, {
      open: before.open + when(state === 'open'),
      blocking: before.blocking + when(state === 'open' && blocking),
      answered: before.answered + when(state === 'answered'),
      toRead: before.toRead + when(state === 'answered' && askedById === actor.userId),
    })
  }
  return counts
}

export type OpenQueries = Awaited<ReturnType<typeof countOpenQueries>>

/** Who answered a query as the writer whom it asks. */
export function answeredBy({ to, entries }: Pick<Query, 'to' | 'entries'>): string[] {
  if (to !== 'writer') return []
  return entries.filter(({ step }) => step === 'answered').map(({ writtenById }) => writtenById)
}

/** The queries of an article, or of one claim in it, oldest first, ready to be shown. */
export function listQueries(
  actor: Actor,
  { articleId, claimId }: { articleId: string; claimId?: string },
): Promise<QueryShown[]> {
  const ofClaim = claimId ? Prisma.sql`AND query."claimId" = ${claimId}` : Prisma.empty
  return shownQueries(actor, Prisma.sql`query."articleId" = ${articleId} ${ofClaim}`)
}

/** Queries as they are shown, as far as the actor sees them. Condition and order are about `query` and its `article`. */
export async function shownQueries(actor: Actor, which: Prisma.Sql, order?: Prisma.Sql) {
  const rows = await readQueries(actor, which, order)
  if (rows.length === 0) return []
  const names = await findNames(actor)
  const nameOf = (id: string) => names.get(id) ?? 'Somebody'
  return rows.map(({ place, ...row }) => shown(actor, row, nameOf, place))
}

function shown(
  actor: Actor,
  { article, entries, claim, ...query }: Query,
  nameOf: (id: string) => string,
  place: { start: number; end: number; before: string; words: string; after: string } | null,
) {
  const { id, to, toUserId, question, blocking, state, exact, askedById, askedAt } = query
  const facts = { ...article, to, toUserId }
  return {
    ...{ id, to, question, blocking, state, words: exact },
    toName: toUserId && nameOf(toUserId),
    askedBy: nameOf(askedById),
    askedAt: askedAt.toISOString(),
    claimId: query.claimId,
    claim: claim?.number ?? null,
    /** Whether the claim waits for the answer, and whether it can be made to. */
    isWaiting: claim?.status === 'waiting_writer',
    mayWait:
      to === 'writer' &&
      claim !== null &&
      claim.status !== 'waiting_writer' &&
      isSettable(claim.status),
    /** Where its words stand in the newest text, in UTF-16 units. */
    place: place && { start: place.start, end: place.end },
    around: place && { before: place.before, words: place.words, after: place.after },
    article: { slug: article.slug, headline: article.headline, language: article.language },
    isMine: askedById === actor.userId,
    may: {
      answer: can(actor, 'query.answer', facts),
      close: can(actor, 'query.close', { ...article, answeredIds: answeredBy({ to, entries }) }),
    },
    entries: entries.map(({ id, step, text, writersWord, writtenById, writtenAt }) => ({
      ...{ id, step, text, writersWord },
      by: nameOf(writtenById),
      at: writtenAt.toISOString(),
    })),
  }
}

export type QueryShown = Awaited<ReturnType<typeof shownQueries>>[number]

/** Of these queries those that are not closed, by the claims that they are about. */
export async function listClaimsAsked(
  actor: Actor,
  queryIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db().query.findMany({
    where: {
      id: { in: [...queryIds] },
      state: { not: 'closed' },
      article: { newsroomId: actor.newsroomId },
    },
    select: { id: true, claimId: true },
  })
  return new Map(rows.flatMap(({ id, claimId }) => (claimId ? [[claimId, id]] : [])))
}

export interface QueryAsked {
  articleId: string
  claimId: string | null
  revisionId: string
  to: QueryTo
  toUserId: string | null
  question: string
  blocking: boolean
}

export async function insertQuery(
  actor: Actor,
  query: QueryAsked,
  { start, end, exact, prefix, suffix }: Anchor,
): Promise<string> {
  const { id } = await db().query.create({
    data: { ...query, start, end, exact, prefix, suffix, askedById: actor.userId },
    select: { id: true },
  })
  return id
}

const STATE_AFTER = { answered: 'answered', closed: 'closed', reopened: 'open' } as const

/** Adds a step to a query's thread; the query then stands where the step leaves it. */
export async function insertQueryEntry(
  actor: Actor,
  queryId: string,
  entry: { step: keyof typeof STATE_AFTER; text: string; writersWord?: string },
): Promise<void> {
  const state: QueryState = STATE_AFTER[entry.step]
  await db().query.update({
    where: { id: queryId, article: { newsroomId: actor.newsroomId } },
    data: { state, entries: { create: { ...entry, writtenById: actor.userId } } },
  })
}
