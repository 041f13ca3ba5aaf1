import { type Checkpoint, checkpointSchema } from '@/lib/domain/audit/checkpoint'
import type { Actor } from '@/lib/domain/policy'
import type { OpenItem } from '@/lib/domain/sign-off/open-items'
import type { OpenItemKind, SignOffEndKind } from '@/lib/domain/vocabulary'
import { findHidden, tellsHidden } from '../claims/hidden-verdicts'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { findNames } from '../newsroom/members'
import { seenBy } from '../visibility'

const standing = {
  id: true,
  articleId: true,
  revisionId: true,
  sha256: true,
  emergency: true,
  signedById: true,
  signedAt: true,
  revision: { select: { number: true } },
  items: { select: { key: true, acceptanceId: true } },
  article: {
    select: {
      id: true,
      language: true,
      state: true,
      revisions: { select: { id: true, number: true }, orderBy: { number: 'desc' }, take: 1 },
    },
  },
} satisfies Prisma.SignOffSelect

/** The sign-offs of these articles that nothing has ended, whoever may see the articles. */
export async function listStandingSignOffs(actor: Actor, articleIds: readonly string[]) {
  const rows = await db().signOff.findMany({
    where: {
      articleId: { in: [...articleIds] },
      article: { newsroomId: actor.newsroomId },
      end: null,
    },
    select: standing,
  })
  return rows.map(({ article: { revisions, ...article }, ...row }) => {
    const [newest] = revisions
    if (!newest) throw new Error(`article ${row.articleId} has no revision`)
    return { ...row, article: { ...article, newest } }
  })
}

export type StandingSignOff = Awaited<ReturnType<typeof listStandingSignOffs>>[number]

/** What an editor accepted by name in an article and did not take back, oldest first. */
export async function listAcceptances(actor: Actor, articleId: string) {
  const rows = await db().acceptance.findMany({
    where: { articleId, withdrawnAt: null, article: seenBy(actor) },
    select: { id: true, key: true, reason: true, acceptedById: true, acceptedAt: true },
    orderBy: [{ acceptedAt: 'asc' }, { id: 'asc' }],
  })
  const names = rows.length > 0 ? await findNames(actor) : new Map<string, string>()
  return rows.map(({ acceptedById, acceptedAt, ...row }) => ({
    ...row,
    by: names.get(acceptedById) ?? 'Somebody',
    at: acceptedAt.toISOString(),
  }))
}

export type Acceptance = Awaited<ReturnType<typeof listAcceptances>>[number]

/** One acceptance, with what the policy has to know of its article. */
export async function findAcceptance(actor: Actor, id: string) {
  return db().acceptance.findFirst({
    where: { id, article: seenBy(actor) },
    select: {
      ...{ id: true, articleId: true, kind: true, what: true, withdrawnAt: true },
      claim: { select: { id: true, number: true } },
    },
  })
}

const whole = {
  ...standing,
  role: true,
  statement: true,
  reason: true,
  checkpoint: true,
  items: {
    select: {
      kind: true,
      key: true,
      what: true,
      claimId: true,
      start: true,
      end: true,
      acceptance: { select: { reason: true, acceptedById: true, acceptedAt: true } },
    },
    orderBy: { id: 'asc' },
  },
  end: {
    select: {
      kind: true,
      reason: true,
      claims: true,
      endedById: true,
      endedAt: true,
      revisionId: true,
    },
  },
} satisfies Prisma.SignOffSelect

/** Every sign-off that an article ever had, newest first: what was signed, what was open, and what ended it. */
export async function listSignOffs(actor: Actor, articleId: string) {
  const rows = await db().signOff.findMany({
    where: { articleId, article: seenBy(actor) },
    select: whole,
    orderBy: [{ signedAt: 'desc' }, { id: 'desc' }],
  })
  if (rows.length === 0) return []
  const hidden = await findHidden(actor, Prisma.sql`claim."articleId" = ${articleId}`)
  const names = await findNames(actor)
  const numbers = await revisionNumbers(actor, articleId)
  const claims = await claimNumbers(actor, articleId)
  const nameOf = (id: string) => names.get(id) ?? 'Somebody'
  return rows.map(({ id, sha256, role, statement, emergency, reason, ...row }) => ({
    ...{ id, sha256, role, statement, emergency, reason },
    revision: row.revision.number,
    signedById: row.signedById,
    signedBy: nameOf(row.signedById),
    signedAt: row.signedAt.toISOString(),
    checkpoint: checkpointSchema.parse(row.checkpoint) as Checkpoint,
    items: row.items
      .filter((item) => !tellsHidden(item, hidden))
      .map(({ kind, key, what, claimId, start, end, acceptance }) => ({
        ...{ kind, key, what },
        claim: claimId === null ? null : (claims.get(claimId) ?? null),
        place: start === null || end === null ? null : { start, end },
        accepted: acceptance && {
          reason: acceptance.reason,
          by: nameOf(acceptance.acceptedById),
          at: acceptance.acceptedAt.toISOString(),
        },
      })),
    end: row.end && {
      kind: row.end.kind,
      reason: row.end.reason,
      claims: row.end.claims,
      revision: row.end.revisionId === null ? null : (numbers.get(row.end.revisionId) ?? null),
      by: nameOf(row.end.endedById),
      at: row.end.endedAt.toISOString(),
    },
  }))
}

export type SignOffShown = Awaited<ReturnType<typeof listSignOffs>>[number]

async function revisionNumbers(actor: Actor, articleId: string): Promise<Map<string, number>> {
  const rows = await db().revision.findMany({
    where: { articleId, article: seenBy(actor) },
    select: { id: true, number: true },
  })
  return new Map(rows.map(({ id, number }) => [id, number]))
}

async function claimNumbers(actor: Actor, articleId: string): Promise<Map<string, number>> {
  const rows = await db().claim.findMany({
    where: { articleId, article: seenBy(actor) },
    select: { id: true, number: true },
  })
  return new Map(rows.map(({ id, number }) => [id, number]))
}

export async function insertAcceptances(
  actor: Actor,
  articleId: string,
  reason: string,
  items: readonly Pick<OpenItem, 'kind' | 'key' | 'what' | 'claim'>[],
): Promise<void> {
  await db().acceptance.createMany({
    data: items.map(({ kind, key, what, claim }) => ({
      ...{ articleId, reason, kind, key, what, claimId: claim?.id ?? null },
      acceptedById: actor.userId,
    })),
  })
}

/** Takes an acceptance back; it stays on record. */
export async function updateAcceptanceWithdrawn(actor: Actor, id: string): Promise<void> {
  await db().acceptance.update({
    where: { id, article: { newsroomId: actor.newsroomId } },
    data: { withdrawnById: actor.userId, withdrawnAt: new Date() },
  })
}

export interface Signed {
  articleId: string
  revisionId: string
  sha256: string
  statement: string
  emergency: boolean
  reason: string
  checkpoint: Checkpoint
}

/** Something that is open, with the acceptance that an editor gave, if one did. */
export type NamedItem = OpenItem & { acceptanceId: string | null }

/** Puts a signature on record, with all that was open then. */
export async function insertSignOff(
  actor: Actor,
  signed: Signed,
  items: readonly NamedItem[],
): Promise<string> {
  const { id } = await db().signOff.create({
    data: {
      ...signed,
      checkpoint: signed.checkpoint as unknown as Prisma.InputJsonValue,
      signedById: actor.userId,
      role: actor.role,
    },
    select: { id: true },
  })
  await db().signOffItem.createMany({
    data: items.map(({ kind, key, what, claim, queryId, suggestionId, place, acceptanceId }) => ({
      ...{ signOffId: id, kind: kind satisfies OpenItemKind, key, what },
      ...{ claimId: claim?.id ?? null, queryId, suggestionId, acceptanceId },
      ...{ start: place?.start ?? null, end: place?.end ?? null },
    })),
  })
  return id
}

export async function insertSignOffEnd(
  actor: Actor,
  end: {
    signOffId: string
    kind: SignOffEndKind
    reason?: string
    revisionId?: string
    claims?: readonly number[]
  },
): Promise<void> {
  await db().signOffEnd.create({
    data: { ...end, claims: [...(end.claims ?? [])], endedById: actor.userId },
  })
}
