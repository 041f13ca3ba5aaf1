/** Where the words of queries and suggestions stand in which text. */

import type { Actor } from '@/lib/domain/policy'
import type { Span } from '@/lib/domain/text/blocks'
import { excerptAround } from '@/lib/domain/text/excerpt'
import { db } from '../client'
import type { Prisma } from '../generated/client'
import { findRevision } from '../revisions/revisions'
import { seenBy } from '../visibility'

const place = {
  start: true,
  end: true,
  revision: { select: { id: true, number: true } },
} as const

const last = {
  select: place,
  orderBy: { revision: { number: 'desc' } },
  take: 1,
} as const

/**
 * The queries and suggestions of an article that have something to do with its words, whoever hears of them, each with the
 * newest place that its words have. What was withdrawn or applied has none any more.
 */
export async function listTalkPlaces(actor: Actor, articleId: string): Promise<TalkPlace[]> {
  const here = { articleId, article: seenBy(actor) }
  const queries = await db().query.findMany({
    where: here,
    select: { id: true, state: true, ...place, places: last },
  })
  const suggestions = await db().suggestion.findMany({
    where: { ...here, state: { in: ['undecided', 'accepted', 'stet'] } },
    select: { id: true, state: true, ...place, places: last },
  })
  return [
    ...queries.map((row) => placed('query', row, row.state !== 'closed')),
    ...suggestions.map((row) => placed('suggestion', row, row.state !== 'stet')),
  ]
}

/** The newest place of a query or a suggestion. */
export interface TalkPlace extends Span {
  what: 'query' | 'suggestion'
  id: string
  revision: { id: string; number: number }
  /** Whether somebody has still to answer or decide it. */
  waits: boolean
}

type Place = Omit<TalkPlace, 'what' | 'id' | 'waits'>

function placed(
  what: TalkPlace['what'],
  { id, places: [later], ...asked }: Place & { id: string; places: Place[] },
  waits: boolean,
): TalkPlace {
  const { start, end, revision } = later ?? asked
  return { what, id, start, end, revision, waits }
}

/** Where queries and suggestions stand in a text that they were carried into, by their ids. */
export async function listPlacesOn(actor: Actor, revisionId: string): Promise<Map<string, Span>> {
  const where = { revisionId, revision: { article: seenBy(actor) } }
  const queries = await db().queryPlace.findMany({ where })
  const suggestions = await db().suggestionPlace.findMany({ where })
  return new Map([
    ...queries.map(({ queryId, start, end }) => [queryId, { start, end }] as const),
    ...suggestions.map(({ suggestionId, start, end }) => [suggestionId, { start, end }] as const),
  ])
}

export async function insertTalkPlaces(
  actor: Actor,
  revisionId: string,
  places: readonly (Span & Pick<TalkPlace, 'what' | 'id'>)[],
): Promise<void> {
  const of = (which: TalkPlace['what']) => places.filter(({ what }) => what === which)
  const data = {
    queryPlaces: {
      createMany: { data: of('query').map(({ id, start, end }) => ({ queryId: id, start, end })) },
    },
    suggestionPlaces: {
      createMany: {
        data: of('suggestion').map(({ id, start, end }) => ({ suggestionId: id, start, end })),
      },
    },
  } satisfies Prisma.RevisionUpdateInput
  await db().revision.update({
    where: { id: revisionId, article: { newsroomId: actor.newsroomId } },
    data,
  })
}

/** Words that something is about, as they were when it was written. */
interface WordsThen {
  id: string
  revisionId: string
  start: number
  end: number
}

/** Where the words of a query or suggestion stand in the newest text of its article, if they do, and what stands around them. */
export async function newestPlaces(actor: Actor, articleId: string) {
  const newest = await findRevision(actor, articleId)
  const places = newest && (await listPlacesOn(actor, newest.id))
  return function place(then: WordsThen) {
    if (!newest) return null
    const here = newest.id === then.revisionId ? then : places?.get(then.id)
    if (!here) return null
    const { start, end } = here
    return { start, end, ...excerptAround(newest.text, newest.blocks, { start, end }) }
  }
}
