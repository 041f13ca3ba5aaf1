/** What a person may see of their newsroom's articles, and who works on them: every read asks here. */

import { type Actor, hearsCheck, readsEverything } from '@/lib/domain/policy'
import { Prisma } from './generated/client'

/** The articles that this person may see: those of their newsroom, or those of them that they work on. */
export function seenBy(actor: Actor): Prisma.ArticleWhereInput {
  return {
    newsroomId: actor.newsroomId,
    ...(!readsEverything(actor) && { people: { some: { userId: actor.userId } } }),
  }
}

/** The articles of which this person hears what those who check them say among themselves. */
export function heardBy(actor: Actor): Prisma.ArticleWhereInput {
  if (hearsCheck(actor, { writerIds: [], checkerIds: [] })) return seenBy(actor)
  const parts = actor.selfCheck ? (['checker', 'writer'] as const) : (['checker'] as const)
  return {
    newsroomId: actor.newsroomId,
    people: { some: { userId: actor.userId, part: { in: [...parts] } } },
  }
}

/** The same as `seenBy` in SQL, of the table or alias `article`. */
export function seenBySql(actor: Actor): Prisma.Sql {
  const here = Prisma.sql`article."newsroomId" = ${actor.newsroomId}`
  return readsEverything(actor) ? here : Prisma.sql`${here} AND ${worksOn(actor)}`
}

/** The same as `heardBy` in SQL, of an article that is seen. */
export function heardBySql(actor: Actor): Prisma.Sql {
  if (hearsCheck(actor, { writerIds: [], checkerIds: [] })) return Prisma.sql`true`
  return actor.selfCheck ? worksOn(actor) : worksOn(actor, 'checker')
}

/** Whether the actor is one of an article's people, or one of those with this part in it. */
export function worksOn({ userId }: Actor, part?: 'checker' | 'writer'): Prisma.Sql {
  const has = part ? Prisma.sql`AND person.part = ${part}::"ArticlePart"` : Prisma.empty
  return Prisma.sql`EXISTS (
    SELECT FROM "ArticlePerson" person
    WHERE person."articleId" = article.id AND person."userId" = ${userId} ${has})`
}

/** What is needed of an article to say who may do what to something in it, and where that is. */
export const articleHere = {
  id: true,
  slug: true,
  headline: true,
  language: true,
  editorId: true,
  revisionNumber: true,
  people: { select: { userId: true, part: true } },
} satisfies Prisma.ArticleSelect

/** Splits the people of an article by their part. */
export function withPeople<Row extends { people: { userId: string; part: string }[] }>({
  people,
  ...article
}: Row) {
  const ids = (part: string) => people.filter((one) => one.part === part).map((one) => one.userId)
  return { ...article, writerIds: ids('writer'), checkerIds: ids('checker') }
}

/** As `seenBy`, in SQL: of an article of the actor's newsroom by its id, or of the article of the claim at hand. */
export function isSeen(actor: Actor, articleId = Prisma.sql`claim."articleId"`): Prisma.Sql {
  if (readsEverything(actor)) return Prisma.sql`true`
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "ArticlePerson" person
    WHERE person."articleId" = ${articleId} AND person."userId" = ${actor.userId})`
}
