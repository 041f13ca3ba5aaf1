/** The log as it is read: lines that can be told, as far as somebody hears and may know them. */

import type { DeskEvent, OpenOnRecord, ToldEvent } from '@/lib/domain/audit/events'
import { HIDDEN_FINDING, isFinding } from '@/lib/domain/claims/finding'
import { type Actor, readsEverything } from '@/lib/domain/policy'
import { claimNumber, type OpenItemKind } from '@/lib/domain/vocabulary'
import { findHidden, type SecondChecks, tellsHidden } from '../claims/hidden-verdicts'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { heardBy } from '../visibility'

/** A line of the log that can be told as a sentence. */
export interface LoggedEvent {
  seq: number
  at: Date
  actorId: string
  hash: string
  event: ToldEvent
}

/** What lines of the log are about: a claim, an article, a source or evidence, and which of its events. */
export interface EventsAbout {
  claimId?: string
  articleId?: string
  sourceId?: string
  evidenceId?: string
  types?: readonly DeskEvent['type'][]
}

const TALK = ['query.', 'comment.']

/**
 * Lines of the log without what those who check say among themselves, for whoever does not hear it:
 * of those, a writer finds only what was asked of the writer.
 */
async function heardEvents(
  actor: Actor,
  about: Pick<EventsAbout, 'articleId' | 'claimId'>,
): Promise<Prisma.AuditEventWhereInput> {
  const heard = await heardArticles(actor, about)
  if (!heard || ((about.articleId || about.claimId) && heard.length > 0)) return {}
  return {
    OR: [
      { NOT: { OR: TALK.map((begins) => ({ type: { startsWith: begins } })) } },
      { type: { startsWith: 'query.' }, data: { path: ['to'], equals: 'writer' } },
      { articleId: { in: heard } },
    ],
  }
}

/** The articles, or the one, of which this person hears what is said among those who check; null for all that they see. */
async function heardArticles(
  actor: Actor,
  { articleId, claimId }: Pick<EventsAbout, 'articleId' | 'claimId'> = {},
): Promise<string[] | null> {
  if (readsEverything(actor)) return null
  const heard = await db().article.findMany({
    where: {
      ...heardBy(actor),
      ...(articleId && { id: articleId }),
      ...(claimId && { claims: { some: { id: claimId } } }),
    },
    select: { id: true },
  })
  return heard.map(({ id }) => id)
}

/** Lines of the log, newest first: of one claim, of one article, or of the newsroom. */
export async function listEvents(
  actor: Actor,
  about: EventsAbout & { before?: number; take?: number } = {},
): Promise<LoggedEvent[]> {
  const { claimId, articleId, sourceId, evidenceId, types, before, take = 100 } = about
  const rows = await db().auditEvent.findMany({
    where: {
      newsroomId: actor.newsroomId,
      ...(await heardEvents(actor, { articleId, claimId })),
      ...(claimId && { claimId }),
      ...(articleId && { articleId }),
      ...(sourceId && { seq: { in: await listPlaces(actor, 'sourceId', sourceId) } }),
      ...(evidenceId && { seq: { in: await listPlaces(actor, 'evidenceId', evidenceId) } }),
      ...(types && { type: { in: [...types] } }),
      ...(before && { seq: { lt: before } }),
    },
    orderBy: { seq: 'desc' },
    take,
  })
  return asKnownEvents(actor, rows)
}

/** Where the log tells of a source or a piece of evidence: its newest lines. */
async function listPlaces(
  actor: Actor,
  name: 'sourceId' | 'evidenceId',
  id: string,
): Promise<number[]> {
  const told =
    name === 'sourceId' ? Prisma.sql`data ->> 'sourceId'` : Prisma.sql`data ->> 'evidenceId'`
  const rows = await db().$queryRaw<{ seq: number }[]>`
    SELECT seq FROM "AuditEvent" WHERE ${told} = ${id} AND "newsroomId" = ${actor.newsroomId}
    ORDER BY seq DESC LIMIT 1000`
  return rows.map(({ seq }) => seq)
}

/**
 * What happened since a verdict was given, as far as it is about its claim, its article or the newsroom, oldest first, and who
 * was named then to give the second check. For commands: nothing of it is hidden.
 */
export async function listEventsSince(
  actor: Actor,
  about: {
    claim: { id: string; article: { id: string } }
    verdictId: string
    types: readonly DeskEvent['type'][]
  },
): Promise<{ events: DeskEvent[]; namedThen: string | null }> {
  const { claim, verdictId, types } = about
  const rows = await db().auditEvent.findMany({
    where: {
      newsroomId: actor.newsroomId,
      type: { in: [...types] },
      OR: [
        { claimId: claim.id },
        { claimId: null, articleId: claim.article.id },
        { articleId: null },
      ],
    },
    orderBy: { seq: 'asc' },
  })
  const events = rows.map((row) => eventOf(row))
  const at = events.findIndex(
    (event) => event.type === 'verdict.given' && event.verdictId === verdictId,
  )
  const names = events
    .slice(0, at)
    .flatMap((event) => (event.type === 'second-checker.named' ? event : []))
  return { events: events.slice(at + 1), namedThen: names.at(-1)?.userId ?? null }
}

/** The newest lines of the log about each of some claims, newest first; at most `take` of each. */
export async function listEventsOfClaims(
  actor: Actor,
  claimIds: readonly string[],
  take: number,
): Promise<Map<string, LoggedEvent[]>> {
  const rows = await db().$queryRaw<AuditRow[]>`
    SELECT event.* FROM unnest(${claimIds}::text[]) AS claim (id)
    CROSS JOIN LATERAL (
      SELECT * FROM "AuditEvent"
      WHERE "claimId" = claim.id AND "newsroomId" = ${actor.newsroomId}
      ORDER BY seq DESC LIMIT ${take}
    ) AS event`
  const heard = await heardArticles(actor)
  const isHeard = ({ type, data, articleId }: AuditRow) =>
    !heard ||
    !TALK.some((begins) => type.startsWith(begins)) ||
    (type.startsWith('query.') && (data as { to?: string }).to === 'writer') ||
    heard.includes(articleId ?? '')
  const ofClaim = new Map(claimIds.map((id): [string, LoggedEvent[]] => [id, []]))
  for (const line of await asKnownEvents(actor, rows.filter(isHeard))) {
    if ('claimId' in line.event) ofClaim.get(line.event.claimId ?? '')?.push(line)
  }
  return ofClaim
}

type AuditRow = Prisma.AuditEventGetPayload<object>

/** Lines of the log as this person may know them: of a verdict that is hidden from them, or a finding, that there is one. */
async function asKnownEvents(actor: Actor, rows: readonly AuditRow[]): Promise<LoggedEvent[]> {
  const lines = rows.map(asEvent)
  const claims = lines.flatMap(({ event }) => (isOnOneClaim(event) ? event.claimId : []))
  const articles = lines.flatMap(({ event }) => (tells(event) ? event.articleId : []))
  if (claims.length + articles.length === 0) return lines
  const found = await findHidden(
    actor,
    Prisma.sql`(claim.id = ANY (${[...new Set(claims)]}) OR claim."articleId" = ANY (${[...new Set(articles)]}))`,
  )
  const isHidden = (verdictId: string) =>
    [...found.values()].some(({ hidden }) => hidden.some(({ id }) => id === verdictId))
  return lines.map(({ event, ...line }) => {
    if (event.type === 'verdict.given' && isHidden(event.verdictId)) {
      const { articleId, claimId, number } = event
      return { ...line, event: { type: 'verdict.hidden', articleId, claimId, number } }
    }
    if (event.type === 'comment.written' && isOnOneClaim(event)) {
      const isHidden = (found.get(event.claimId)?.hidden.length ?? 0) > 0
      return { ...line, event: isHidden ? { ...event, text: HIDDEN_FINDING } : event }
    }
    return { ...line, event: tells(event) ? withoutHidden(event, found) : event }
  })
}

type OnOneClaim = Extract<DeskEvent, { type: 'verdict.given' | 'comment.written' }>

/** The events that tell how one claim was found: a verdict, or a comment with what was found elsewhere. */
const isOnOneClaim = (event: DeskEvent): event is OnOneClaim =>
  event.type === 'verdict.given' || (event.type === 'comment.written' && isFinding(event.text))

/** The events that say of claims in sentences how they were found. */
const EVENTS_WITH_SENTENCES = [
  'open-item.accepted',
  'open-item.acceptance-withdrawn',
  'article.signed-off',
  'article.published-in-emergency',
] as const
type Telling = Extract<DeskEvent, { type: (typeof EVENTS_WITH_SENTENCES)[number] }>

const tells = (event: DeskEvent): event is Telling =>
  EVENTS_WITH_SENTENCES.some((type) => type === event.type)

function withoutHidden(event: Telling, found: SecondChecks): DeskEvent {
  const known = (what: string, item?: { kind: OpenItemKind; claimId: string | null }) => {
    const number = item ? hiddenNumber(item, found) : numberInSentence(what, event, found)
    return number ? `${claimNumber(number)}, hidden until your own check is saved.` : what
  }
  const each = (item: OpenOnRecord) =>
    typeof item === 'string' ? known(item) : { ...item, what: known(item.what, item) }
  switch (event.type) {
    case 'open-item.accepted':
    case 'open-item.acceptance-withdrawn': {
      const { kind, claimId = null, what } = event
      return { ...event, what: known(what, kind && { kind, claimId }) }
    }
    case 'article.signed-off':
      return { ...event, accepted: event.accepted.map(each) }
    case 'article.published-in-emergency':
      return { ...event, open: event.open.map(each) }
  }
}

const hiddenNumber = (item: { kind: OpenItemKind; claimId: string | null }, found: SecondChecks) =>
  tellsHidden(item, found) ? found.get(item.claimId ?? '')?.number : undefined

/** Entries that were sealed before they named the claim: there a sentence about a claim begins with `C-004, `. */
function numberInSentence(sentence: string, { articleId }: Telling, found: SecondChecks) {
  return [...found.values()].find(
    (claim) =>
      claim.articleId === articleId &&
      claim.hidden.length > 0 &&
      sentence.startsWith(`${claimNumber(claim.number)}, `),
  )?.number
}

function asEvent(row: AuditRow) {
  const { seq, at, actorId, hash } = row
  return { seq, at, actorId, hash, event: eventOf(row) }
}

const eventOf = ({ type, data }: AuditRow) => ({ type, ...(data as object) }) as DeskEvent
