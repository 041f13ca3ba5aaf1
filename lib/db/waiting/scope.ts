/** Which part of what waits is asked for, and in which order it comes. */

import { type Actor, canBe } from '@/lib/domain/policy'
import type { Place } from '@/lib/domain/waiting/pressing'
import type { Colleague } from '@/lib/domain/waiting/whom'
import { Prisma } from '../generated/client'

/** What waits is looked for in all articles, from a place in their order on, or in some of them alone. */
export interface Scope {
  /** Of each kind no more things than these. */
  most: number
  /** After this article in the order of what is pressing. */
  after?: Place | null
  articleIds?: readonly string[]
  /** What is near its deadline at this moment counts as near. */
  now: Date
  /** Who is in the newsroom. */
  colleagues: readonly Colleague[]
}

export function cursorOf({ due, createdAt, id }: Place): string {
  return [due?.getTime() ?? '', createdAt.getTime(), id].join('_')
}

/** The place that an address names; null where it names none, so that the list begins anew. */
export function placeIn(cursor: string): Place | null {
  const [, due, createdAt, id] = cursor.match(/^(\d{0,14})_(\d{1,14})_([\w-]{1,64})$/) ?? []
  if (createdAt === undefined || id === undefined) return null
  return { due: due ? new Date(Number(due)) : null, createdAt: new Date(Number(createdAt)), id }
}

/** When it is due what waits in the `article` at hand, as `dueAt` says it. */
export const DUE = Prisma.sql`(CASE
  WHEN article.state IN ('draft', 'in_check', 'with_editor', 'signed_off') THEN article.deadline
  ELSE (
    SELECT out."signedAt" FROM "SignOff" out WHERE out."articleId" = article.id AND out.emergency
      AND NOT EXISTS (SELECT FROM "SignOffEnd" WHERE "signOffId" = out.id)
  ) END)`

/** Whether the `article` at hand is one of those that are asked for: not put away, and of this part of the list. */
export function isAskedFor(actor: Actor, { after, articleIds }: Scope): Prisma.Sql {
  const here = Prisma.sql`article."newsroomId" = ${actor.newsroomId} AND article."archivedAt" IS NULL`
  const named = articleIds ? Prisma.sql`AND article.id = ANY (${[...articleIds]})` : Prisma.empty
  return Prisma.sql`${here} ${named} ${after ? Prisma.sql`AND ${comesAfter(after)}` : Prisma.empty}`
}

function comesAfter({ due, createdAt, id }: Place): Prisma.Sql {
  const later = Prisma.sql`(article."createdAt", article.id) > (${createdAt}, ${id})`
  if (!due) return Prisma.sql`(${DUE} IS NULL AND ${later})`
  return Prisma.sql`(${DUE} > ${due} OR ${DUE} IS NULL OR ${DUE} = ${due} AND ${later})`
}

/** In the order of what is pressing; the things of one article in the order of their ids. */
export const inOrder = ({ most }: Scope, id: Prisma.Sql) =>
  Prisma.sql`ORDER BY ${DUE} NULLS LAST, article."createdAt", article.id, ${id} LIMIT ${most}`

/** The ids of those in the newsroom who may do more than read, and of those among them who edit. */
export function idsOf({ colleagues }: Scope) {
  const of = (part: 'writer' | 'editor') =>
    colleagues.filter(({ role }) => canBe(role, part)).map(({ userId }) => userId)
  return { working: of('writer'), editors: of('editor') }
}

/** Whether this person of the `article` at hand wrote words of its newest text, listed or by record. */
export function wrote(who: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${personIn(who, 'writer')} OR EXISTS (
    SELECT FROM "Revision" newest
    WHERE newest."articleId" = article.id AND newest.number = article."revisionNumber"
      AND jsonb_path_exists(newest.written, '$[*] ? (@.by[*] == $who || @.asked[*] == $who)',
        jsonb_build_object('who', ${who}))
    ${EACH}))`
}

/** Whether this is one of the people of the `article` at hand, or one of those with this part in it. */
export function personIn(who: Prisma.Sql, part?: 'checker' | 'writer'): Prisma.Sql {
  const has = part ? Prisma.sql`AND person.part = ${part}::"ArticlePart"` : Prisma.empty
  return Prisma.sql`EXISTS (SELECT FROM "ArticlePerson" person
    WHERE person."articleId" = article.id AND person."userId" = ${who} ${has} ${EACH})`
}

/** Keeps the database from reading a whole table to ask of each row what is asked of few. */
export const EACH = Prisma.sql`OFFSET 0`

/**
 * Whether the actor may be one of those who lead the `article` at hand: as its editor; or as any editor, where it has none,
 * or one who is gone, edits no more, or may not because they wrote it.
 */
export function mayLead(actor: Actor, scope: Scope): Prisma.Sql {
  const { editors } = idsOf(scope)
  if (!editors.includes(actor.userId)) return Prisma.sql`false`
  return Prisma.sql`(article."editorId" = ${actor.userId} OR article."editorId" IS NULL
    OR article."editorId" <> ALL (${editors}) ${
      actor.selfCheck ? Prisma.empty : Prisma.sql`OR ${wrote(Prisma.sql`article."editorId"`)}`
    })`
}

/** Whether the `article` at hand is to be signed: it is in work, or out without a signature that holds in full. */
const IS_UNSIGNED = Prisma.sql`(article.state IN ('draft', 'in_check', 'with_editor')
  OR article.state IN ('published', 'corrected') AND NOT EXISTS (
    SELECT FROM "SignOff" full_one WHERE full_one."articleId" = article.id AND NOT full_one.emergency
      AND NOT EXISTS (SELECT FROM "SignOffEnd" WHERE "signOffId" = full_one.id)))`

/**
 * The articles that are to be signed in which the actor checks, or which they may lead, with their newest texts: a table
 * `article`. Those that are out are looked for among the few that can lack a signature.
 */
export function unsignedArticles(actor: Actor, scope: Scope): Prisma.Sql {
  const me = Prisma.sql`${actor.userId}`
  const checks = actor.selfCheck ? personIn(me) : personIn(me, 'checker')
  const mine = Prisma.sql`(${checks} OR ${mayLead(actor, scope)}) AND ${isAskedFor(actor, scope)}`
  return Prisma.sql`(
    SELECT article.*, newest.id AS "newestId", newest.words AS "newestWords",
      newest."createdAt" AS "newestAt", ${checks} AS "isChecked", ${mayLead(actor, scope)} AS "isLed"
    FROM (
      SELECT article.* FROM "Article" article
      WHERE article.state IN ('draft', 'in_check', 'with_editor') AND ${mine}
      UNION ALL
      SELECT article.* FROM "Article" article
      WHERE article.state = 'corrected' AND ${IS_UNSIGNED} AND ${mine}
      UNION ALL
      SELECT article.* FROM "Article" article
      WHERE article.state = 'published' AND ${mine} AND ${IS_UNSIGNED} AND article.id IN (
        SELECT emergency."articleId" FROM "SignOff" emergency WHERE emergency.emergency)
    ) article
    JOIN "Revision" newest
      ON newest."articleId" = article.id AND newest.number = article."revisionNumber"
  )`
}
