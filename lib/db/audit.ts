import { type AuditEntry, type SealedEntry, seal } from '../domain/audit-chain'
import type { DeskEvent, ToldEvent } from '../domain/events'
import { type Actor, readsEverything } from '../domain/policy'
import { claimNumber } from '../domain/vocabulary'
import { findHidden, type SecondChecks } from './blind'
import { db } from './client'
import type { Prisma } from './generated/client'
import { heardBy } from './talk'

export interface ChainHead {
  seq: number
  hash: string
}

/** Whoever does something in a newsroom: an actor, or a person in the moment of joining. */
export type Doer = Pick<Actor, 'userId' | 'newsroomId'>

/**
 * Takes the newsroom's turn to write and returns where its audit log ends.
 *
 * Held until the transaction closes, so the commands of one newsroom run one after another:
 * no rule is checked against facts that a colleague is changing at that moment.
 */
export async function lockChain(actor: Pick<Doer, 'newsroomId'>): Promise<ChainHead> {
  const [head] = await db().$queryRaw<ChainHead[]>`
    SELECT "auditSeq" AS seq, "auditHash" AS hash FROM "Newsroom"
    WHERE id = ${actor.newsroomId} FOR UPDATE`
  if (!head) throw new Error(`newsroom ${actor.newsroomId} has no audit chain`)
  return head
}

/**
 * Adds events to the end of the chain and, once the transaction commits, tells everyone who is listening. The
 * database itself moves the newsroom's end of the log with each entry, and refuses one that does not follow it.
 */
export async function appendEvents(
  actor: Doer,
  head: ChainHead,
  events: readonly DeskEvent[],
): Promise<void> {
  const at = new Date().toISOString()
  const entries: SealedEntry[] = []
  let { seq, hash } = head
  for (const event of events) {
    const entry: AuditEntry = { ...unsealed(actor, event), seq: ++seq, at }
    const previous = hash
    hash = seal(previous, entry)
    entries.push({ ...entry, previous, hash })
  }

  await db().$executeRaw`
    WITH entry AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS entry (
        "newsroomId" text, seq int, "actorId" text, "articleId" text, "claimId" text,
        type text, data jsonb, at timestamptz(3), previous text, hash text)
    ), added AS (
      INSERT INTO "AuditEvent" (
        "newsroomId", seq, "actorId", "articleId", "claimId", type, data, at, previous, hash)
      SELECT "newsroomId", seq, "actorId", "articleId", "claimId", type, data, at, previous, hash
      FROM entry ORDER BY seq
      RETURNING "articleId"
    )
    SELECT pg_notify('desk', ${`${actor.newsroomId} ${seq} `} || article)
    FROM (SELECT DISTINCT coalesce("articleId", '') AS article FROM added) AS touched`
}

function unsealed(actor: Doer, event: DeskEvent): Omit<AuditEntry, 'seq' | 'at'> {
  const { type, ...data } = event
  return {
    newsroomId: actor.newsroomId,
    actorId: actor.userId,
    articleId: 'articleId' in event ? event.articleId : null,
    claimId: ('claimId' in event && event.claimId) || null,
    type,
    data,
  }
}

/** The whole log, oldest first, as it was sealed. */
export async function listAuditEntries(actor: Actor): Promise<SealedEntry[]> {
  const rows = await db().auditEvent.findMany({
    where: { newsroomId: actor.newsroomId },
    orderBy: { seq: 'asc' },
  })
  return rows.map(sealedOf)
}

function sealedOf(row: AuditRow): SealedEntry {
  return { ...row, at: row.at.toISOString() }
}

/** The log up to an entry, oldest first, a thousand entries at a time, so that a long one never fills the memory. */
export async function* listAuditPages(actor: Actor, upTo: number): AsyncGenerator<SealedEntry[]> {
  for (let after = 0; after < upTo; after += PAGE) {
    const rows = await db().auditEvent.findMany({
      where: {
        newsroomId: actor.newsroomId,
        seq: { gt: after, lte: Math.min(after + PAGE, upTo) },
      },
      orderBy: { seq: 'asc' },
    })
    yield rows.map(sealedOf)
  }
}

const PAGE = 1_000

/** Whether the database keeps the app from changing what it recorded of the actor's newsroom. */
export async function isRecordGuarded(actor: Actor): Promise<boolean> {
  const [row] = await db().$queryRaw<{ guarded: boolean }[]>`
    SELECT "record_is_guarded"() AS guarded FROM "Newsroom" WHERE id = ${actor.newsroomId}`
  return row?.guarded ?? false
}

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
async function heardEvents(actor: Actor): Promise<Prisma.AuditEventWhereInput> {
  const heard = await heardArticles(actor)
  if (!heard) return {}
  return {
    OR: [
      { NOT: { OR: TALK.map((begins) => ({ type: { startsWith: begins } })) } },
      { type: { startsWith: 'query.' }, data: { path: ['to'], equals: 'writer' } },
      { articleId: { in: heard } },
    ],
  }
}

/** The articles of which this person hears what is said among those who check; null for all that they see. */
async function heardArticles(actor: Actor): Promise<string[] | null> {
  if (readsEverything(actor)) return null
  const heard = await db().article.findMany({ where: heardBy(actor), select: { id: true } })
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
      ...(await heardEvents(actor)),
      ...(claimId && { claimId }),
      ...(articleId && { articleId }),
      ...(sourceId && { data: { path: ['sourceId'], equals: sourceId } }),
      ...(evidenceId && { data: { path: ['evidenceId'], equals: evidenceId } }),
      ...(types && { type: { in: [...types] } }),
      ...(before && { seq: { lt: before } }),
    },
    orderBy: { seq: 'desc' },
    take,
  })
  return asKnownEvents(actor, rows)
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

/** Lines of the log as this person may know them: of a verdict that is hidden from them, that there is one. */
async function asKnownEvents(actor: Actor, rows: readonly AuditRow[]): Promise<LoggedEvent[]> {
  const lines = rows.map(asEvent)
  const claims = lines.flatMap(({ event }) => (event.type === 'verdict.given' ? event.claimId : []))
  const articles = lines.flatMap(({ event }) => (tells(event) ? event.articleId : []))
  if (claims.length + articles.length === 0) return lines
  const found = await findHidden(actor, {
    OR: [{ id: { in: [...new Set(claims)] } }, { articleId: { in: [...new Set(articles)] } }],
  })
  const isHidden = (verdictId: string) =>
    [...found.values()].some(({ hidden }) => hidden.some(({ id }) => id === verdictId))
  return lines.map(({ event, ...line }) => {
    if (event.type === 'verdict.given' && isHidden(event.verdictId)) {
      const { articleId, claimId, number } = event
      return { ...line, event: { type: 'verdict.hidden', articleId, claimId, number } }
    }
    return { ...line, event: tells(event) ? withoutHidden(event, found) : event }
  })
}

/** The events that say of claims in sentences how they were found. */
const TELLING = [
  'open-item.accepted',
  'open-item.acceptance-withdrawn',
  'article.signed-off',
  'article.published-in-emergency',
] as const
type Telling = Extract<DeskEvent, { type: (typeof TELLING)[number] }>

const tells = (event: DeskEvent): event is Telling => TELLING.some((type) => type === event.type)

/** A sentence about a claim begins with its number. */
function withoutHidden(event: Telling, found: SecondChecks): DeskEvent {
  const numbers = [...found.values()].flatMap(({ articleId, hidden, number }) =>
    articleId === event.articleId && hidden.length > 0 ? claimNumber(number) : [],
  )
  const known = (sentence: string) => {
    const hidden = numbers.find((number) => sentence.startsWith(`${number}, `))
    return hidden ? `${hidden}, hidden until your own check is saved.` : sentence
  }
  switch (event.type) {
    case 'open-item.accepted':
    case 'open-item.acceptance-withdrawn':
      return { ...event, what: known(event.what) }
    case 'article.signed-off':
      return { ...event, accepted: event.accepted.map(known) }
    case 'article.published-in-emergency':
      return { ...event, open: event.open.map(known) }
  }
}

function asEvent(row: AuditRow) {
  const { seq, at, actorId, hash } = row
  return { seq, at, actorId, hash, event: eventOf(row) }
}

const eventOf = ({ type, data }: AuditRow) => ({ type, ...(data as object) }) as DeskEvent

/** Where the newsroom's chain ends now. */
export async function findChainHead(actor: Actor): Promise<ChainHead> {
  const { auditSeq, auditHash } = await db().newsroom.findUniqueOrThrow({
    where: { id: actor.newsroomId },
    select: { auditSeq: true, auditHash: true },
  })
  return { seq: auditSeq, hash: auditHash }
}
