import type { DeskEvent } from '@/lib/domain/audit/events'
import { type AuditEntry, type SealedEntry, seal } from '@/lib/domain/audit/hash-chain'
import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'
import type { Prisma } from '../generated/client'
import type { NamedForm } from '../idempotency-keys'

export interface ChainHead {
  seq: number
  hash: string
}

/** Whoever does something in a newsroom: an actor, or a person in the moment of joining. */
export type EventAuthor = Pick<Actor, 'userId' | 'newsroomId'>

/**
 * Takes the newsroom's turn to write and returns where its audit log ends.
 *
 * Held until the transaction closes, so the commands of one newsroom run one after another:
 * no rule is checked against facts that a colleague is changing at that moment. Until then the database
 * refuses to write anything into another newsroom, or about anything of another.
 */
export async function lockChain(actor: Pick<EventAuthor, 'newsroomId'>): Promise<ChainHead> {
  const [head] = await db().$queryRaw<ChainHead[]>`
    SELECT "auditSeq" AS seq, "auditHash" AS hash, set_config('stet.newsroom', id, true)
    FROM "Newsroom" WHERE id = ${actor.newsroomId} FOR UPDATE`
  if (!head) throw new Error(`newsroom ${actor.newsroomId} has no audit chain`)
  return { seq: head.seq, hash: head.hash }
}

/** What adding to the log tells: where it ends now, and which of the articles that were touched are signed, or have a reader's box. */
export interface Sealed {
  head: ChainHead
  signed: string[]
  /** Those of which readers are told something that is signed for. */
  boxed: string[]
}

/**
 * Adds events to the end of the chain, with the receipt of the form that brought them, and, once the transaction
 * commits, tells everyone who is listening. The database itself moves the newsroom's end of the log with each entry,
 * and refuses one that does not follow it.
 */
export async function appendEvents(
  actor: EventAuthor,
  head: ChainHead,
  events: readonly DeskEvent[],
  receipt: Receipt | null = null,
): Promise<Sealed> {
  const { entries, ...end } = sealedAfter(head, actor, events)
  const touched = await db().$queryRaw<{ id: string; signed: boolean; boxed: boolean }[]>`
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
    ), kept AS (
      INSERT INTO "FormReceipt" (id, command, "newsroomId", "userId", output)
      SELECT id, command, ${actor.newsroomId}, ${actor.userId}, ${outputOf(receipt)}::jsonb
      FROM (SELECT ${receipt?.form.id}::text AS id, ${receipt?.form.command}::text AS command) AS form
      WHERE id IS NOT NULL
    ), touched AS (
      SELECT DISTINCT coalesce("articleId", '') AS id FROM added
    )
    SELECT id, pg_notify('desk', ${`${actor.newsroomId} ${end.seq} `} || id)::text, EXISTS (
      SELECT 1 FROM "SignOff" given WHERE given."articleId" = touched.id
        AND NOT EXISTS (SELECT 1 FROM "SignOffEnd" WHERE "signOffId" = given.id)
    ) AS signed, EXISTS (
      SELECT 1 FROM "ReadersBox" given WHERE given."articleId" = touched.id
        AND NOT EXISTS (SELECT 1 FROM "ReadersBoxEnd" WHERE "boxId" = given.id)
    ) AS boxed
    FROM touched`
  return {
    head: end,
    signed: touched.flatMap(({ id, signed }) => (signed ? id : [])),
    boxed: touched.flatMap(({ id, boxed }) => (boxed ? id : [])),
  }
}

/** That a form was carried out, and what it answered; undefined where that is a secret. */
export interface Receipt {
  form: NamedForm
  output: unknown
}

const outputOf = (receipt: Receipt | null) =>
  receipt?.output === undefined ? null : JSON.stringify(receipt.output)

function sealedAfter(head: ChainHead, actor: EventAuthor, events: readonly DeskEvent[]) {
  const at = new Date().toISOString()
  const entries: SealedEntry[] = []
  let { seq, hash } = head
  for (const event of events) {
    const entry: AuditEntry = { ...unsealed(actor, event), seq: ++seq, at }
    const previous = hash
    hash = seal(previous, entry)
    entries.push({ ...entry, previous, hash })
  }
  return { entries, seq, hash }
}

function unsealed(actor: EventAuthor, event: DeskEvent): Omit<AuditEntry, 'seq' | 'at'> {
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

function sealedOf(row: Prisma.AuditEventGetPayload<object>): SealedEntry {
  return { ...row, at: row.at.toISOString() }
}

/** The log up to an entry, oldest first, five hundred entries at a time, so that a long one never fills the memory. */
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

const PAGE = 500

/** Whether the database keeps the app from changing what it recorded of the actor's newsroom. */
export async function isRecordGuarded(actor: Actor): Promise<boolean> {
  const [row] = await db().$queryRaw<{ guarded: boolean }[]>`
    SELECT "record_is_guarded"() AS guarded FROM "Newsroom" WHERE id = ${actor.newsroomId}`
  return row?.guarded ?? false
}

/** Where the newsroom's chain ends now. */
export async function findChainHead(actor: Actor): Promise<ChainHead> {
  const { auditSeq, auditHash } = await db().newsroom.findUniqueOrThrow({
    where: { id: actor.newsroomId },
    select: { auditSeq: true, auditHash: true },
  })
  return { seq: auditSeq, hash: auditHash }
}
