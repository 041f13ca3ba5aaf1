/** What is shown of each line beside its kind: the words that it is about, who is behind it, and what it takes to deal with it. */

import type { Actor } from '@/lib/domain/policy'
import type { Waiting, WaitingKind } from '@/lib/domain/waiting/kinds'
import { db } from '../client'
import { listCommentsById } from '../discussion/comments'
import { shownQueries } from '../discussion/queries'
import { Prisma } from '../generated/client'
import { findNames } from '../newsroom/members'
import { seenBy } from '../visibility'

const OF_CLAIMS: readonly WaitingKind[] = [
  ...(['differing', 'second', 'name_second', 'unsafe', 'secondary', 'frame'] as const),
  ...(['place', 'check', 'take', 'chase'] as const),
]

/** The details of these lines, by the kind and then by the id of each. */
export async function findLineDetails(actor: Actor, lines: readonly Waiting[]) {
  const ids = (...kinds: readonly WaitingKind[]) =>
    lines.flatMap(({ kind, id }) => (kinds.includes(kind) ? id : []))
  const [queries, comments, suggestions, claims] = await Promise.all([
    listed(ids('answer', 'close'), (some) =>
      shownQueries(actor, Prisma.sql`query.id = ANY (${some})`),
    ),
    listed(ids('mention'), (some) => listCommentsById(actor, some)),
    listed(ids('decide', 'apply'), (some) => findSuggestions(actor, some)),
    listed(ids(...OF_CLAIMS), (some) => findClaims(actor, some)),
  ])
  return {
    queries: byId(queries),
    comments: byId(comments),
    suggestions: byId(suggestions),
    claims: byId(claims),
  }
}

export type LineDetails = Awaited<ReturnType<typeof findLineDetails>>

function listed<Row>(ids: string[], read: (ids: string[]) => Promise<Row[]>): Promise<Row[]> {
  return ids.length > 0 ? read(ids) : Promise.resolve([])
}

const byId = <Row extends { id: string }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [row.id, row]))

async function findSuggestions(actor: Actor, ids: string[]) {
  const [rows, names] = await Promise.all([
    db().suggestion.findMany({
      where: { id: { in: ids }, article: seenBy(actor) },
      select: {
        ...{ id: true, exact: true, after: true, note: true, madeById: true },
        claim: { select: { number: true } },
        decisions: {
          select: { id: true },
          orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
          take: 1,
        },
      },
    }),
    findNames(actor),
  ])
  return rows.map(({ madeById, claim, decisions, ...row }) => ({
    ...row,
    claim: claim?.number ?? null,
    by: names.get(madeById) ?? 'Somebody',
    over: decisions[0]?.id ?? '',
  }))
}

/** Claims with the words where they stand now, or stood last. */
async function findClaims(actor: Actor, ids: string[]) {
  const [rows, names] = await Promise.all([
    db().claim.findMany({
      where: { id: { in: ids }, article: seenBy(actor) },
      select: {
        ...{ id: true, number: true, articleId: true, assigneeId: true, status: true },
        ...{ frameBefore: true, frameAfter: true },
        anchors: { select: { exact: true }, orderBy: { revision: { number: 'desc' } }, take: 1 },
      },
    }),
    findNames(actor),
  ])
  return rows.map(({ anchors, assigneeId, ...row }) => ({
    ...row,
    assigneeId,
    words: anchors[0]?.exact ?? '',
    assignee: assigneeId && (names.get(assigneeId) ?? 'Somebody'),
  }))
}
