import { standingBlind } from '@/lib/domain/claims/blind-check'
import { MOST_COUNTED } from '@/lib/domain/counting'
import { type Actor, readsEverySource } from '@/lib/domain/policy'
import { keysOf, SOURCE_KINDS } from '@/lib/domain/vocabulary'
import { findHidden } from '../claims/hidden-verdicts'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { holdsWords, wordsIn } from '../search'
import { isSeen, seenBy } from '../visibility'
import { facts } from './sources'

/** A page of the sources that the actor sees, by title, of those whose title, publisher or kind hold all the words. */
export async function listSources(
  actor: Actor,
  { words = '', after = '', take = 30 }: { words?: string; after?: string; take?: number } = {},
) {
  const last = after ? await findTitle(actor, after) : null
  const places = await db().$queryRaw<{ id: string }[]>`
    SELECT source.id FROM ${visible(actor)} WHERE ${isNamed(actor, words)}
      AND ${last ? Prisma.sql`(source.title, source.id) > (${last.title}, ${last.id})` : Prisma.sql`true`}
    ORDER BY source.title, source.id LIMIT ${take + 1}`
  const ids = places.slice(0, take).map(({ id }) => id)
  const [rows, claims] = await Promise.all([
    db().source.findMany({
      where: { id: { in: ids }, newsroomId: actor.newsroomId },
      select: facts,
      orderBy: [{ title: 'asc' }, { id: 'asc' }],
    }),
    countEvidence(actor, ids),
  ])
  return {
    sources: rows.map((row) => ({ ...row, claims: claims.get(row.id) ?? 0 })),
    next: places.length > take ? (ids.at(-1) ?? null) : null,
  }
}

export type ListedSource = Awaited<ReturnType<typeof listSources>>['sources'][number]

/** How many sources the actor sees of which title, publisher or kind hold all the words; no more than `MOST_COUNTED`. */
export async function countSources(actor: Actor, words: string): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM ${visible(actor)} WHERE ${isNamed(actor, words)} LIMIT ${MOST_COUNTED}
    ) AS counted`
  return row?.count ?? 0
}

/** How many sources are offered at most when evidence is attached. */
const MOST_CHOICES = 20

/**
 * Sources to choose from when evidence is attached, by title: of those that hold the words, or without words those of the
 * article and the newest; and whether there are more. One can be named to be among them in any case.
 */
export async function listSourceChoices(
  actor: Actor,
  { words, article, also }: { words: string; article: string; also: string },
) {
  const limit = MOST_CHOICES + 1
  const places = words.trim()
    ? await db().$queryRaw<{ id: string }[]>`
        SELECT source.id FROM ${visible(actor)} WHERE ${isNamed(actor, words)}
        ORDER BY source.title, source.id LIMIT ${limit}`
    : await db().$queryRaw<{ id: string }[]>`
        (SELECT source.id FROM "Article" article
          JOIN "ArticleSource" used ON used."articleId" = article.id
          JOIN "Source" source ON source.id = used."sourceId"
          WHERE article.slug = ${article} AND article."newsroomId" = ${actor.newsroomId}
            AND ${isSeen(actor, Prisma.sql`article.id`)}
          ORDER BY source."addedAt" DESC LIMIT ${limit})
        UNION ALL
        (SELECT source.id FROM ${visible(actor)}
          ORDER BY source."addedAt" DESC LIMIT ${limit})`
  const ids = [...new Set(places.map(({ id }) => id))]
  const offered = [...ids.slice(0, MOST_CHOICES), also]
  const choices = await db().$queryRaw<SourceChoice[]>`
    SELECT source.id, source.title, source.publisher, source.published,
      source."fellAt" IS NOT NULL AS fell
    FROM ${visible(actor, offered)} ORDER BY source.title, source.id`
  return { choices, more: ids.length > MOST_CHOICES }
}

export type SourceChoices = Awaited<ReturnType<typeof listSourceChoices>>

interface SourceChoice {
  id: string
  title: string
  publisher: string
  published: string
  /** Whether it fell: nothing may rest on it alone. */
  fell: boolean
}

/** What a source says of which claims, as far as the actor sees the articles, in the order in which it was attached: a page. */
export async function listSourceClaims(
  actor: Actor,
  sourceId: string,
  { after, take = 30 }: { after?: string; take?: number } = {},
) {
  const rows = await db().evidence.findMany({
    where: { sourceId, detachedAt: null, claim: { article: seenBy(actor) } },
    select: {
      id: true,
      stance: true,
      directness: true,
      locator: true,
      captureId: true,
      passage: true,
      claim: {
        select: {
          ...{ id: true, number: true, status: true, claimant: true },
          ...{ saidVerdict: true, soVerdict: true },
          article: { select: { slug: true, headline: true, language: true } },
          anchors: {
            select: { exact: true },
            orderBy: { revision: { number: 'desc' } },
            take: 1,
          },
        },
      },
    },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
    take: take + 1,
    ...(after && { cursor: { id: after }, skip: 1 }),
  })
  const shown = rows.slice(0, take)
  const ids = shown.map(({ claim }) => claim.id)
  const hidden = await findHidden(actor, Prisma.sql`claim.id = ANY (${ids})`)
  return {
    evidence: shown.map(({ claim, ...evidence }) => ({
      ...evidence,
      claim: { ...claim, ...standingBlind(claim, hidden.get(claim.id)?.hidden ?? []) },
    })),
    next: rows.length > take ? (shown.at(-1)?.id ?? null) : null,
  }
}

export type SourceEvidence = Awaited<ReturnType<typeof listSourceClaims>>['evidence'][number]

/** As `sourcesSeenBy`, in SQL, of those that became no other: the sources to select from, or some of them. Those of a writer are found one by one, since they are few. */
function visible(actor: Actor, ids?: readonly string[]): Prisma.Sql {
  const among = (id: Prisma.Sql) => (ids ? Prisma.sql`AND ${id} = ANY (${[...ids]})` : Prisma.empty)
  if (readsEverySource(actor)) {
    return Prisma.sql`(
      SELECT * FROM "Source" WHERE "newsroomId" = ${actor.newsroomId} AND "mergedIntoId" IS NULL ${among(Prisma.sql`id`)}
    ) AS source`
  }
  return Prisma.sql`(
    SELECT coalesce("mergedIntoId", id) AS id FROM "Source"
    WHERE "addedById" = ${actor.userId} ${among(Prisma.sql`coalesce("mergedIntoId", id)`)}
    UNION
    SELECT used."sourceId" FROM "ArticlePerson" person
    JOIN "ArticleSource" used ON used."articleId" = person."articleId"
    WHERE person."userId" = ${actor.userId} ${among(Prisma.sql`used."sourceId"`)}
  ) AS seen CROSS JOIN LATERAL (
    SELECT * FROM "Source"
    WHERE id = seen.id AND "newsroomId" = ${actor.newsroomId} AND "mergedIntoId" IS NULL LIMIT 1
  ) AS source`
}

/** Whether the source at hand has these words in its title, its publisher or the name of its kind. */
function isNamed(actor: Actor, words: string): Prisma.Sql {
  const conditions = wordsIn(words).map((word) => {
    const kinds = keysOf(SOURCE_KINDS).filter((kind) =>
      SOURCE_KINDS[kind].toLowerCase().includes(word.toLowerCase()),
    )
    const byIndex = readsEverySource(actor)
    const named = holdsWords(Prisma.sql`source."searchText"`, [word], { byIndex })
    return kinds.length > 0
      ? Prisma.sql`(source.kind = ANY (${kinds}::"SourceKind"[]) OR ${named})`
      : named
  })
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`true`
}

async function findTitle(actor: Actor, id: string) {
  return db().source.findFirst({
    where: { id, newsroomId: actor.newsroomId },
    select: { id: true, title: true },
  })
}

async function countEvidence(actor: Actor, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await db().$queryRaw<{ id: string; count: number }[]>`
    SELECT source.id, few.count FROM unnest(${[...ids]}::text[]) AS source (id)
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS count FROM (
        SELECT 1 FROM "Evidence" evidence JOIN "Claim" claim ON claim.id = evidence."claimId"
        WHERE evidence."sourceId" = source.id AND evidence."detachedAt" IS NULL AND ${isSeen(actor)}
        LIMIT ${MOST_COUNTED}
      ) AS counted
    ) AS few`
  return new Map(rows.map(({ id, count }) => [id, count]))
}
