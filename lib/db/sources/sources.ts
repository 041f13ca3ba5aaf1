import { standingBlind } from '@/lib/domain/claims/blind-check'
import { type Actor, readsEverySource } from '@/lib/domain/policy'
import type { Aspect, Directness, SourceKind, Stance } from '@/lib/domain/vocabulary'
import { findHidden } from '../claims/hidden-verdicts'
import { db } from '../client'
import type { Prisma } from '../generated/client'
import { seenBy } from '../visibility'

/** The sources that this person may see: all of the newsroom's, or a writer's own and those of their articles. */
function sourcesSeenBy(actor: Actor): Prisma.SourceWhereInput {
  if (readsEverySource(actor)) return { newsroomId: actor.newsroomId }
  return {
    newsroomId: actor.newsroomId,
    OR: [
      { addedById: actor.userId },
      { evidence: { some: { claim: { article: seenBy(actor) } } } },
    ],
  }
}

const facts = {
  id: true,
  kind: true,
  title: true,
  publisher: true,
  published: true,
  url: true,
  origin: true,
  note: true,
  version: true,
  addedById: true,
  addedAt: true,
} satisfies Prisma.SourceSelect

export type Source = Prisma.SourceGetPayload<{ select: typeof facts }>

export function findSource(actor: Actor, id: string): Promise<Source | null> {
  return db().source.findFirst({ where: { id, ...sourcesSeenBy(actor) }, select: facts })
}

/** Sources to choose from when evidence is attached, by title. */
export function listSourceChoices(actor: Actor) {
  return db().source.findMany({
    where: sourcesSeenBy(actor),
    select: { id: true, title: true, publisher: true, published: true },
    orderBy: { title: 'asc' },
  })
}

export type SourceChoice = Awaited<ReturnType<typeof listSourceChoices>>[number]

/** Sources with what each says of which claims, as far as the actor sees the articles. */
export async function listSources(actor: Actor) {
  const hidden = await findHidden(actor, {})
  const sources = await db().source.findMany({
    where: sourcesSeenBy(actor),
    select: {
      ...facts,
      evidence: {
        where: { detachedAt: null, claim: { article: seenBy(actor) } },
        select: {
          id: true,
          stance: true,
          directness: true,
          locator: true,
          claim: {
            select: {
              id: true,
              number: true,
              status: true,
              claimant: true,
              saidVerdict: true,
              soVerdict: true,
              article: { select: { slug: true, headline: true } },
              anchors: {
                select: { exact: true },
                orderBy: { revision: { number: 'desc' } },
                take: 1,
              },
            },
          },
        },
        orderBy: { addedAt: 'asc' },
      },
    },
    orderBy: { title: 'asc' },
  })
  return sources.map((source) => ({
    ...source,
    evidence: source.evidence.map(({ claim, ...evidence }) => ({
      ...evidence,
      claim: { ...claim, ...standingBlind(claim, hidden.get(claim.id)?.hidden ?? []) },
    })),
  }))
}

export type ListedSource = Awaited<ReturnType<typeof listSources>>[number]

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
export function findSameSource(
  actor: Actor,
  { title, publisher, published, url }: SourceDetails,
): Promise<Source | null> {
  // Asked with ILIKE, in which these would stand for anything.
  const literally = (value: string) => value.replace(/[\\%_]/g, '\\$&')
  const insensitive = (value: string) => ({
    equals: literally(value),
    mode: 'insensitive' as const,
  })
  return db().source.findFirst({
    where: {
      ...sourcesSeenBy(actor),
      AND: {
        OR: [
          ...(url ? [{ url }] : []),
          { title: insensitive(title), publisher: insensitive(publisher), published, url },
        ],
      },
    },
    select: facts,
  })
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
}

export async function insertEvidence(
  actor: Actor,
  evidence: EvidenceDetails & { claimId: string; sourceId: string },
): Promise<string> {
  const { id } = await db().evidence.create({
    data: { ...evidence, addedById: actor.userId },
    select: { id: true },
  })
  return id
}

export async function updateEvidence(
  actor: Actor,
  id: string,
  data: EvidenceDetails | { detachedAt: Date },
): Promise<void> {
  await db().evidence.update({
    where: { id, claim: { article: { newsroomId: actor.newsroomId } } },
    data: { ...data, version: { increment: 1 } },
  })
}
