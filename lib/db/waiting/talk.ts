import type { Actor } from '@/lib/domain/policy'
/** What people asked each other, and what they suggest: each thing by itself. SQL may find too much here, never too little. */

import type { QueryState, QueryTo } from '@/lib/domain/vocabulary'
import { db } from '../client'
import { isHeard } from '../discussion/query-rows'
import { Prisma } from '../generated/client'
import { heardBySql, seenBySql } from '../visibility'
import {
  EACH,
  idsOf,
  inOrder,
  isAskedFor,
  mayLead,
  personIn,
  type Scope,
  unsignedArticles,
} from './scope'

export interface OpenQuery {
  id: string
  articleId: string
  to: QueryTo
  toUserId: string | null
  state: QueryState
  blocking: boolean
  askedById: string
  answeredIds: string[]
  /** What was said to it last, by its id; empty where nothing was. */
  lastId: string
  since: Date
}

/** Queries without an answer that may ask the actor. What is open is little in any newsroom; only then is it asked whose it is. */
export const listQueriesAsked = (actor: Actor, scope: Scope) =>
  listQueries(actor, 'open', isAsked(actor, scope), scope)

/** Queries with an answer that may be the actor’s to close. */
export const listQueriesAnswered = (actor: Actor, scope: Scope) =>
  listQueries(actor, 'answered', isTheirsToClose(actor, scope), scope)

function listQueries(
  actor: Actor,
  state: 'open' | 'answered',
  which: Prisma.Sql,
  scope: Scope,
): Promise<OpenQuery[]> {
  return db().$queryRaw<OpenQuery[]>`
    WITH query AS MATERIALIZED (SELECT * FROM "Query" WHERE state = ${state}::"QueryState")
    SELECT query.id, query."articleId", query."to", query."toUserId", query.state, query.blocking,
      query."askedById", ARRAY(
        SELECT entry."writtenById" FROM "QueryEntry" entry
        WHERE entry."queryId" = query.id AND entry.step = 'answered'
      ) AS "answeredIds", coalesce(last.id, '') AS "lastId",
      coalesce(last."writtenAt", query."askedAt") AS since
    FROM query JOIN "Article" article ON article.id = query."articleId"
    LEFT JOIN LATERAL (
      SELECT entry.id, entry."writtenAt" FROM "QueryEntry" entry WHERE entry."queryId" = query.id
      ORDER BY entry."writtenAt" DESC, entry.id DESC LIMIT 1
    ) last ON true
    WHERE ${which} AND ${isAskedFor(actor, scope)}
      AND ${isHeard(actor)}
    ${inOrder(scope, Prisma.sql`query.id`)}`
}

/** By the ways of being asked; where nobody who was asked is here any more, whoever leads the article. */
function isAsked(actor: Actor, scope: Scope): Prisma.Sql {
  const { working, editors } = idsOf(scope)
  const isEditor = editors.includes(actor.userId)
  const lead = mayLead(actor, scope)
  return Prisma.sql`(
    query."to" = 'writer' AND (${personIn(Prisma.sql`${actor.userId}`, 'writer')} OR ${lead} AND NOT EXISTS (
      SELECT FROM "ArticlePerson" asked WHERE asked."articleId" = article.id
        AND asked.part = 'writer' AND asked."userId" = ANY (${working}) ${EACH}))
    OR query."to" = 'editor' AND ${lead}
    OR query."to" = 'lawyer' AND (query."toUserId" = ${actor.userId}
      ${isEditor ? Prisma.sql`OR query."toUserId" IS NULL OR query."toUserId" <> ALL (${working})` : Prisma.empty}))`
}

/** Asked by the actor; or by somebody who cannot close it any more, for whoever leads the article. */
function isTheirsToClose(actor: Actor, scope: Scope): Prisma.Sql {
  const { editors, working } = idsOf(scope)
  const person = (part: 'checker' | 'writer') => personIn(Prisma.sql`query."askedById"`, part)
  return Prisma.sql`(query."askedById" = ${actor.userId} OR ${mayLead(actor, scope)} AND (
    query."askedById" <> ALL (${working}) OR ${person('writer')}
    OR query."askedById" <> ALL (${editors}) AND NOT ${person('checker')}
    OR EXISTS (SELECT FROM "QueryEntry" entry WHERE entry."queryId" = query.id
      AND entry.step = 'answered' AND entry."writtenById" = query."askedById" ${EACH})))`
}

/** Comments that call the actor by name and that nobody resolved. What calls somebody and is open is little; only then is it asked who hears it. */
export function listOpenMentionsFor(actor: Actor, scope: Scope) {
  return db().$queryRaw<{ id: string; articleId: string; since: Date }[]>`
    WITH calling AS MATERIALIZED (
      SELECT comment.id, comment."claimId", comment."writtenAt" FROM "Mention" mention
      JOIN "Comment" comment ON comment.id = mention."commentId" AND comment."resolvedAt" IS NULL
      WHERE mention."userId" = ${actor.userId}
    )
    SELECT calling.id, claim."articleId", calling."writtenAt" AS since FROM calling
    JOIN "Claim" claim ON claim.id = calling."claimId"
    JOIN "Article" article ON article.id = claim."articleId"
    WHERE ${isAskedFor(actor, scope)} AND ${seenBySql(actor)} AND ${heardBySql(actor)}
    ${inOrder(scope, Prisma.sql`calling.id`)}`
}

export interface OpenSuggestion {
  id: string
  articleId: string
  state: 'undecided' | 'accepted'
  since: Date
}

/** Suggestions that no editor decided, or that were accepted and are in no text yet, in articles that the actor may lead. */
export function listOpenSuggestionsFor(actor: Actor, scope: Scope): Promise<OpenSuggestion[]> {
  if (!idsOf(scope).editors.includes(actor.userId)) return Promise.resolve([])
  return db().$queryRaw<OpenSuggestion[]>`
    WITH article AS MATERIALIZED ${unsignedArticles(actor, scope)}
    SELECT suggestion.id, suggestion."articleId", suggestion.state, suggestion."madeAt" AS since
    FROM article JOIN "Suggestion" suggestion ON suggestion."articleId" = article.id
    WHERE article."isLed" AND suggestion.state IN ('undecided', 'accepted')
    ${inOrder(scope, Prisma.sql`suggestion.id`)}`
}
