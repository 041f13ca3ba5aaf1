import type { Passage } from '@/lib/domain/captures/passage'
import { type Actor, readsEverySource } from '@/lib/domain/policy'
import type { Aspect, Directness, SourceKind, Stance } from '@/lib/domain/vocabulary'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { seenBy } from '../visibility'

/** The sources that this person may see: all of the newsroom's, or a writer's own, what these became, and those of their articles. */
export function sourcesSeenBy(actor: Actor): Prisma.SourceWhereInput {
  if (readsEverySource(actor)) return { newsroomId: actor.newsroomId }
  return {
    newsroomId: actor.newsroomId,
    OR: [
      { addedById: actor.userId },
      { mergedFrom: { some: { addedById: actor.userId } } },
      { articles: { some: { article: seenBy(actor) } } },
    ],
  }
}

export const facts = {
  id: true,
  kind: true,
  title: true,
  publisher: true,
  published: true,
  url: true,
  origin: true,
  originGroupId: true,
  note: true,
  version: true,
  addedById: true,
  addedAt: true,
  mergedIntoId: true,
  fellAt: true,
  fellById: true,
  fellReason: true,
} satisfies Prisma.SourceSelect

export type Source = Prisma.SourceGetPayload<{ select: typeof facts }>

export function findSource(actor: Actor, id: string): Promise<Source | null> {
  return db().source.findFirst({ where: { id, ...sourcesSeenBy(actor) }, select: facts })
}

/** The same, and in place of one that was merged into another, that other one: what hangs on it goes there. */
export async function findStandingSource(actor: Actor, id: string): Promise<Source | null> {
  const found = await findSource(actor, id)
  if (!found?.mergedIntoId) return found
  const became = { id: found.mergedIntoId, newsroomId: actor.newsroomId }
  return db().source.findFirst({ where: became, select: facts })
}

export interface SourceDetails {
  kind: SourceKind
  title: string
  publisher: string
  published: string
  url: string
  origin: string
  note: string
}

/** A source that is on file already under the same address, or the same title, publisher and date. */
export async function findSameSource(
  actor: Actor,
  { title, publisher, published, url }: SourceDetails,
): Promise<Source | null> {
  const same = await db().$queryRaw<{ id: string }[]>`
    SELECT coalesce("mergedIntoId", id) AS id FROM "Source" WHERE "newsroomId" = ${actor.newsroomId} AND (
      url <> '' AND md5(url) = md5(${url}) AND url = ${url}
      OR lower(title) = lower(${title}) AND lower(publisher) = lower(${publisher})
        AND published = ${published} AND url = ${url})`
  return db().source.findFirst({
    where: { id: { in: same.map(({ id }) => id) }, ...sourcesSeenBy(actor) },
    select: facts,
  })
}

/**
 * The source on file that a list cites: of this address, or, where it gives none, the only one of this very title; of
 * several with the title, the one of which nothing else is known.
 */
export async function findCitedSource(
  actor: Actor,
  { title, url }: Pick<SourceDetails, 'title' | 'url'>,
): Promise<Source | null> {
  const same = await db().$queryRaw<{ id: string }[]>`
    SELECT coalesce("mergedIntoId", id) AS id FROM "Source" WHERE "newsroomId" = ${actor.newsroomId} AND (
      ${url} <> '' AND md5(url) = md5(${url}) AND url = ${url}
      OR ${url} = '' AND lower(title) = lower(${title}) AND title = ${title})`
  const found = await db().source.findMany({
    where: { id: { in: same.map(({ id }) => id) }, ...sourcesSeenBy(actor) },
    select: facts,
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
  })
  if (url !== '' || found.length === 1) return found[0] ?? null
  return found.find((one) => one.url + one.publisher + one.published === '') ?? null
}

export async function insertSource(actor: Actor, source: SourceDetails): Promise<string> {
  const { id } = await db().source.create({
    data: { ...source, newsroomId: actor.newsroomId, addedById: actor.userId },
    select: { id: true },
  })
  return id
}

export async function updateSource(actor: Actor, id: string, source: SourceDetails): Promise<void> {
  await db().source.update({
    where: { id, newsroomId: actor.newsroomId },
    data: { ...source, version: { increment: 1 } },
  })
}

export interface EvidenceDetails {
  aspect: Aspect | null
  stance: Stance
  directness: Directness
  locator: string
  excerpt: string
  note: string
  captureId: string | null
  passage: Passage | null
}

export async function insertEvidence(
  actor: Actor,
  evidence: EvidenceDetails & { claimId: string; sourceId: string },
): Promise<string> {
  const { id } = await db().evidence.create({
    data: { ...evidence, passage: evidence.passage ?? Prisma.DbNull, addedById: actor.userId },
    select: { id: true },
  })
  return id
}

export async function updateEvidence(
  actor: Actor,
  id: string,
  change: EvidenceDetails | { detachedAt: Date },
): Promise<void> {
  const data =
    'passage' in change ? { ...change, passage: change.passage ?? Prisma.DbNull } : change
  await db().evidence.update({
    where: { id, claim: { article: { newsroomId: actor.newsroomId } } },
    data: { ...data, version: { increment: 1 } },
  })
}
