import { standingBlind } from '@/lib/domain/claims/blind-check'
import { type ClaimStanding, needsWork } from '@/lib/domain/claims/status'
import type { Actor } from '@/lib/domain/policy'
import { findHidden } from '../claims/hidden-verdicts'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { holdsWords, wordsIn } from '../search'
import { isSeen, seenBy, withPeople } from '../visibility'
import { facts } from './articles'

/** In this order the list shows: what one works on oneself, what others do, and what is out. */
const GROUPS = ['mine', 'others', 'out'] as const
export type ArticleGroup = (typeof GROUPS)[number]

/** Claims that stand alike: how many there are, and how many of them the actor can go on checking now. */
export interface AlikeClaims extends ClaimStanding {
  count: number
  todo: number
}

/**
 * A page of the articles that the actor sees: those in work by their deadline, theirs first, then those that are out,
 * newest first; with `next`, from which the following page is asked for, if there is one. Those in the archive are
 * listed when they are asked for, and then alone.
 */
export async function listArticles(
  actor: Actor,
  {
    words = '',
    after = '',
    take = 30,
    archived = false,
  }: { words?: string; after?: string; take?: number; archived?: boolean } = {},
) {
  const places = await listPlaces(actor, { words, after, take: take + 1, archived })
  const shown = places.slice(0, take)
  const ids = shown.map(({ id }) => id)
  const [rows, claims] = await Promise.all([
    db().article.findMany({
      where: { id: { in: ids }, ...seenBy(actor) },
      select: {
        ...facts,
        revisions: { select: { words: true }, orderBy: { number: 'desc' }, take: 1 },
        signOffs: { where: { end: null, emergency: true }, select: { id: true } },
        _count: {
          select: { corrections: true, suggestions: { where: { state: 'undecided' } } },
        },
      },
    }),
    countClaims(actor, ids),
  ])
  const found = new Map(rows.map((row) => [row.id, row]))
  const last = shown.at(-1)
  return {
    articles: shown.flatMap(({ id, group }) => {
      const row = found.get(id)
      if (!row) return []
      const { revisions, signOffs, _count, ...article } = row
      return {
        ...withPeople(article),
        group,
        claims: claims.get(id) ?? [],
        words: revisions[0]?.words ?? 0,
        /** Published before its check was done, and not signed off in full since. */
        isEmergency: signOffs.length > 0,
        corrections: _count.corrections,
        /** Suggestions that no editor decided. */
        undecided: _count.suggestions,
      }
    }),
    next: last && places.length > take ? cursorOf(last) : null,
  }
}

export type ListedArticle = Awaited<ReturnType<typeof listArticles>>['articles'][number]

/** Where an article stands in the list: all that its place depends on, since a deadline moves. */
interface Place {
  group: ArticleGroup
  deadline: Date | null
  createdAt: Date
  id: string
}

async function listPlaces(
  actor: Actor,
  {
    words,
    after,
    take,
    archived,
  }: { words: string; after: string; take: number; archived: boolean },
): Promise<Place[]> {
  const from = placeIn(after)
  const places: Place[] = []
  for (const group of GROUPS.slice(from ? GROUPS.indexOf(from.group) : 0)) {
    const isBegun = from?.group === group
    const rows = await db().$queryRaw<Omit<Place, 'group'>[]>`
      SELECT article.id, article.deadline, article."createdAt" FROM "Article" article
      WHERE article."newsroomId" = ${actor.newsroomId} AND ${isIn(actor, group)}
        AND article."archivedAt" IS ${archived ? Prisma.sql`NOT NULL` : Prisma.sql`NULL`}
        AND ${holdsWords(Prisma.sql`"searched"(headline)`, wordsIn(words))}
        AND ${isBegun ? comesAfter(from) : Prisma.sql`true`}
      ORDER BY ${group === 'out' ? Prisma.empty : Prisma.sql`article.deadline,`}
        article."createdAt" DESC, article.id
      LIMIT ${take - places.length}`
    places.push(...rows.map((row) => ({ ...row, group })))
    if (places.length === take) break
  }
  return places
}

function isIn(actor: Actor, group: ArticleGroup): Prisma.Sql {
  const seen = isSeen(actor, Prisma.sql`article.id`)
  // Written out, as the indexes have it.
  if (group === 'out') {
    return Prisma.sql`article.state IN ('published', 'corrected', 'withdrawn') AND ${seen}`
  }
  const mine = Prisma.sql`(article."editorId" IS NOT DISTINCT FROM ${actor.userId} OR EXISTS (
    SELECT 1 FROM "ArticlePerson" person
    WHERE person."articleId" = article.id AND person."userId" = ${actor.userId}))`
  return Prisma.sql`article.state IN ('draft', 'in_check', 'with_editor', 'signed_off') AND ${seen}
    AND ${group === 'mine' ? mine : Prisma.sql`NOT ${mine}`}`
}

function comesAfter({ group, deadline, createdAt, id }: Place): Prisma.Sql {
  const later = Prisma.sql`(article."createdAt" < ${createdAt}
    OR article."createdAt" = ${createdAt} AND article.id > ${id})`
  if (group === 'out') return Prisma.sql`(article."createdAt" <= ${createdAt} AND ${later})`
  if (!deadline) return Prisma.sql`(article.deadline IS NULL AND ${later})`
  return Prisma.sql`(article.deadline > ${deadline} OR article.deadline IS NULL
    OR article.deadline = ${deadline} AND ${later})`
}

function cursorOf({ group, deadline, createdAt, id }: Place): string {
  return [group, deadline?.getTime() ?? '', createdAt.getTime(), id].join('_')
}

/** The place that an address names; null where it names none, so that the list begins anew. */
function placeIn(cursor: string): Place | null {
  const [, name, deadline, createdAt, id] =
    cursor.match(/^([a-z]+)_(\d{0,14})_(\d{1,14})_([\w-]{1,64})$/) ?? []
  const group = GROUPS.find((one) => one === name)
  if (!group || createdAt === undefined || id === undefined) return null
  const moment = deadline ? new Date(Number(deadline)) : null
  return { group, deadline: moment, createdAt: new Date(Number(createdAt)), id }
}

/** How many claims of each article stand how, as far as the actor may know; those that were cut are not counted. */
async function countClaims(
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, AlikeClaims[]>> {
  const hidden = await findHidden(actor, Prisma.sql`claim."articleId" = ANY (${[...ids]})`)
  const blind = [...hidden].flatMap(([id, claim]) => (claim.hidden.length > 0 ? id : []))
  const rows = await db().$queryRaw<(AlikeClaims & { articleId: string })[]>`
    SELECT "articleId", status, CASE WHEN claimant IS NOT NULL THEN '' END AS claimant,
      "saidVerdict", "soVerdict", count(*)::int AS count,
      count(*) FILTER (
        WHERE "assigneeId" = ${actor.userId} AND status IN ('unchecked', 'in_progress', 'recheck')
      )::int AS todo
    FROM "Claim" WHERE "articleId" = ANY (${[...ids]}) AND status <> 'cut' AND id <> ALL (${blind})
    GROUP BY "articleId", status, claimant IS NOT NULL, "saidVerdict", "soVerdict"`
  const others = await db().claim.findMany({
    where: { id: { in: blind }, status: { not: 'cut' }, article: seenBy(actor) },
    select: {
      ...{ id: true, articleId: true, assigneeId: true, claimant: true },
      ...{ status: true, saidVerdict: true, soVerdict: true },
    },
  })
  const known = others.map(({ id, articleId, assigneeId, ...claim }) => {
    const standing = standingBlind(claim, hidden.get(id)?.hidden ?? [])
    const isTodo = assigneeId === actor.userId && needsWork(standing)
    return { ...standing, articleId, count: 1, todo: Number(isTodo) }
  })
  const counts = new Map<string, AlikeClaims[]>(ids.map((id) => [id, []]))
  for (const { articleId, ...alike } of [...rows, ...known]) counts.get(articleId)?.push(alike)
  return counts
}
