import { slugIn } from '@/lib/domain/articles/slug'
import type { Actor } from '@/lib/domain/policy'
import type { Writing } from '@/lib/domain/revisions/writing'
import { type PlacedBlock, unstorable } from '@/lib/domain/text/blocks'
import { db } from '../client'
import type { Prisma } from '../generated/client'
import { seenBy, withPeople } from '../visibility'

export const facts = {
  id: true,
  slug: true,
  headline: true,
  language: true,
  state: true,
  deadline: true,
  worry: true,
  editorId: true,
  createdAt: true,
  version: true,
  archivedAt: true,
  revisionNumber: true,
  claimCount: true,
  coveredWords: true,
  people: { select: { userId: true, part: true } },
} satisfies Prisma.ArticleSelect

type FactsRow = Prisma.ArticleGetPayload<{ select: typeof facts }>

/** An article's details, with the people who work on it. */
export type Article = ReturnType<typeof withPeople<FactsRow>>

export async function findArticle(
  actor: Actor,
  which: { id: string } | { slug: string },
): Promise<Article | null> {
  const where = 'slug' in which ? { slug: slugIn(which.slug) } : which
  if ('slug' in where && unstorable(where.slug)) return null
  const row = await db().article.findFirst({ where: { ...where, ...seenBy(actor) }, select: facts })
  return row && withPeople(row)
}

/** How these articles are called and addressed, as far as the actor sees them, by id. */
export async function findArticleNames(actor: Actor, ids: readonly string[]) {
  const rows = await db().article.findMany({
    where: { id: { in: [...ids] }, ...seenBy(actor) },
    select: { id: true, slug: true, headline: true },
  })
  return new Map(rows.map(({ id, ...name }) => [id, name]))
}

export type ArticleNames = Awaited<ReturnType<typeof findArticleNames>>

/** Whether the actor sees any article, put away or not. */
export async function hasArticles(actor: Actor): Promise<boolean> {
  return (await db().article.findFirst({ where: seenBy(actor), select: { id: true } })) !== null
}

/** Whether another article of the newsroom has this slug. */
export async function hasSlug(actor: Actor, slug: string): Promise<boolean> {
  return (await db().article.count({ where: { newsroomId: actor.newsroomId, slug } })) > 0
}

export interface ArticleDetails {
  headline: string
  language: string
  deadline: Date | null
  worry: string
  editorId: string | null
  writerIds: readonly string[]
  checkerIds: readonly string[]
}

/** An article with its first revision. */
export async function insertArticle(
  actor: Actor,
  { writerIds, checkerIds, ...details }: ArticleDetails & { slug: string },
  revision: {
    text: string
    blocks: PlacedBlock[]
    sha256: string
    words: number
    written: Writing[]
  },
): Promise<string> {
  const { id } = await db().article.create({
    data: {
      ...details,
      newsroomId: actor.newsroomId,
      createdById: actor.userId,
      people: { create: people(writerIds, checkerIds) },
      revisions: {
        create: {
          ...revision,
          blocks: revision.blocks as unknown as Prisma.InputJsonValue,
          written: revision.written as unknown as Prisma.InputJsonValue,
          number: 1,
          createdById: actor.userId,
        },
      },
    },
    select: { id: true },
  })
  return id
}

export async function updateArticle(
  actor: Actor,
  id: string,
  { writerIds, checkerIds, ...details }: ArticleDetails,
): Promise<void> {
  const works = people(writerIds, checkerIds)
  await db().article.update({
    where: { id, newsroomId: actor.newsroomId },
    data: {
      ...details,
      version: { increment: 1 },
      // Whoever stays is not put on anew: the database asks of each who comes whether they signed.
      people: { deleteMany: { NOT: works }, createMany: { data: works, skipDuplicates: true } },
    },
  })
}

/** Changes what commands keep with an article: its state, the last claim number, the covered words. */
export async function updateArticleStanding(
  actor: Actor,
  id: string,
  data: { state?: Article['state']; claimCount?: number; coveredWords?: number },
): Promise<void> {
  await db().article.update({ where: { id, newsroomId: actor.newsroomId }, data })
}

/** Puts an article away, or takes it back to the desk. */
export async function updateArticleArchived(
  actor: Actor,
  id: string,
  archivedAt: Date | null,
): Promise<void> {
  await db().article.update({ where: { id, newsroomId: actor.newsroomId }, data: { archivedAt } })
}

function people(writerIds: readonly string[], checkerIds: readonly string[]) {
  return [
    ...writerIds.map((userId) => ({ userId, part: 'writer' as const })),
    ...checkerIds.map((userId) => ({ userId, part: 'checker' as const })),
  ]
}
