/** Where articles stand in the list: which ones, in which order, and from where on. Each order has its index. */

import type { Between } from '@/lib/domain/articles/deadline-groups'
import type { Sort } from '@/lib/domain/articles/list-filter'
import type { Actor } from '@/lib/domain/policy'
import { isOut } from '@/lib/domain/publication/publication'
import { ARTICLE_STATES, type ArticleState, keysOf } from '@/lib/domain/vocabulary'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { holdsWords, wordsIn } from '../search'
import { isSeen } from '../visibility'

/** Which articles are asked for; what is left out leaves nothing out, but for those in the archive. */
export interface Wanted {
  words?: string
  states?: readonly ArticleState[]
  /** The user id of somebody who takes part in them. */
  person?: string | null
  /** By the moments of their deadlines; null asks for those that have none. */
  deadlines?: Between | null
  /** Those alone in which the actor takes part. */
  mine?: boolean
  /** Those that were put away, in place of all others. */
  archived?: boolean
}

/** The groups that a sort goes through, one after the other: what is out comes after what is worked on, where deadlines order it. */
const GROUPS = {
  mine: ['mine', 'others', 'out'],
  deadline: ['work', 'out'],
  newest: ['all'],
  changed: ['all'],
  headline: ['all'],
} as const satisfies Record<Sort, readonly string[]>

export type ArticleGroup = (typeof GROUPS)[Sort][number]

export interface Place {
  id: string
  group: ArticleGroup
}

/** Articles of the group `all` are ordered by what was asked for, others by what is looked for among them. */
type Order = 'deadline' | 'newest' | 'changed' | 'headline'

interface Row {
  id: string
  deadline: Date | null
  createdAt: Date
  /** By which it is ordered, where neither of these is. */
  key: Date | string | null
}

/** A page of articles in their order, and from where the next one is asked for, if there is one. */
export async function listPlaces(
  actor: Actor,
  { sort, after, take, ...wanted }: Wanted & { sort: Sort; after: string; take: number },
): Promise<{ places: Place[]; next: string | null }> {
  const groups: readonly ArticleGroup[] = GROUPS[sort]
  const from = cursorIn(after, groups)
  const found: (Row & Place)[] = []
  for (const group of groups.slice(from ? groups.indexOf(from.group) : 0)) {
    const order = orderOf(group, sort)
    const states = statesIn(group, wanted.states)
    if (states.length === 0) continue
    const rows = await db().$queryRaw<Row[]>`
      SELECT article.id, article.deadline, article."createdAt", ${KEY[order]} AS key
      FROM "Article" article ${order === 'changed' ? WITH_ACTIVITY : Prisma.empty}
      WHERE ${isWanted(actor, { ...wanted, states })} AND ${isOfGroup(actor, group)}
        AND ${from?.group === group ? comesAfter(order, from) : Prisma.sql`true`}
      ORDER BY ${ORDER[order]} LIMIT ${take + 1 - found.length}`
    found.push(...rows.map((row) => ({ ...row, group })))
    if (found.length > take) break
  }
  const places = found.slice(0, take)
  const last = places.at(-1)
  const next = last && found.length > take ? cursorOf(last, orderOf(last.group, sort)) : null
  return { places, next }
}

/** In SQL: whether an article is one of those that are wanted and that the actor sees. */
export function isWanted(
  actor: Actor,
  { words = '', states, person = null, deadlines, mine = false, archived = false }: Wanted,
): Prisma.Sql {
  return Prisma.join(
    [
      Prisma.sql`article."newsroomId" = ${actor.newsroomId}`,
      Prisma.sql`article."archivedAt" IS ${archived ? Prisma.sql`NOT NULL` : Prisma.sql`NULL`}`,
      isSeen(actor, Prisma.sql`article.id`),
      holdsWords(Prisma.sql`"searched"(headline)`, wordsIn(words)),
      ...(person ? [takesPart(actor, person)] : []),
      ...(mine ? [takesPart(actor, actor.userId)] : []),
      ...(deadlines === undefined ? [] : [isDue(deadlines)]),
      ...(states && states.length > 0 ? [isOfStates(states)] : []),
    ],
    ' AND ',
  )
}

/** Written out, as the indexes have it. */
function isOfStates(states: readonly ArticleState[]): Prisma.Sql {
  if (states.length === ALL.length) return Prisma.sql`true`
  const known = ALL.filter((state) => states.includes(state))
  return Prisma.sql`article.state IN (${Prisma.raw(known.map((state) => `'${state}'`).join(', '))})`
}

const ALL = keysOf(ARTICLE_STATES)
function statesIn(group: ArticleGroup, chosen: readonly ArticleState[] = []): ArticleState[] {
  const isChosen = (state: ArticleState) => chosen.length === 0 || chosen.includes(state)
  const isHere = (state: ArticleState) => group === 'all' || isOut(state) === (group === 'out')
  return ALL.filter((state) => isChosen(state) && isHere(state))
}

function isOfGroup(actor: Actor, group: ArticleGroup): Prisma.Sql {
  if (group === 'mine') return takesPart(actor, actor.userId)
  if (group !== 'others') return Prisma.sql`true`
  return Prisma.sql`article."editorId" IS DISTINCT FROM ${actor.userId} AND NOT EXISTS (
    SELECT 1 FROM "ArticlePerson" person
    WHERE person."articleId" = article.id AND person."userId" = ${actor.userId})`
}

/** Looked up from the person, who takes part in few of a newsroom's articles. */
function takesPart({ newsroomId }: Actor, userId: string): Prisma.Sql {
  return Prisma.sql`article.id IN (
    SELECT "articleId" FROM "ArticlePerson" WHERE "userId" = ${userId}
    UNION ALL SELECT id FROM "Article" WHERE "newsroomId" = ${newsroomId} AND "editorId" = ${userId})`
}

function isDue(deadlines: Between | null): Prisma.Sql {
  if (!deadlines) return Prisma.sql`article.deadline IS NULL`
  const { from, before } = deadlines
  return Prisma.join(
    [
      from ? Prisma.sql`article.deadline >= ${from}` : Prisma.sql`article.deadline IS NOT NULL`,
      ...(before ? [Prisma.sql`article.deadline < ${before}`] : []),
    ],
    ' AND ',
  )
}

function orderOf(group: ArticleGroup, sort: Sort): Order {
  if (group === 'out') return 'newest'
  return group === 'all' && sort !== 'mine' ? sort : 'deadline'
}

const HEADLINE = Prisma.sql`left("searched"(article.headline), 80)`

const KEY: Record<Order, Prisma.Sql> = {
  deadline: Prisma.sql`NULL`,
  newest: Prisma.sql`NULL`,
  changed: Prisma.sql`activity."changedAt"`,
  headline: HEADLINE,
}

const WITH_ACTIVITY = Prisma.sql`JOIN "ArticleActivity" activity
  ON activity."articleId" = article.id AND activity."newsroomId" = article."newsroomId"`

export const ORDER: Record<Order, Prisma.Sql> = {
  deadline: Prisma.sql`article.deadline, article."createdAt" DESC, article.id`,
  newest: Prisma.sql`article."createdAt" DESC, article.id`,
  changed: Prisma.sql`activity."changedAt" DESC, activity."articleId"`,
  headline: Prisma.sql`${HEADLINE}, article.id`,
}

/** All that a place depends on, since a deadline moves; the key stands last, and may hold anything. */
function cursorOf({ group, id, deadline, createdAt, key }: Row & Place, order: Order): string {
  const keys: Record<Order, string | number> = {
    deadline: `${deadline?.getTime() ?? ''}.${createdAt.getTime()}`,
    newest: createdAt.getTime(),
    changed: key instanceof Date ? key.getTime() : '',
    headline: typeof key === 'string' ? key : '',
  }
  return [group, id, keys[order]].join('~')
}

interface Cursor extends Place {
  key: string
}

/** The place that an address names; null where it names none of these groups, so that the list begins anew. */
function cursorIn(after: string, groups: readonly ArticleGroup[]): Cursor | null {
  const [, name, id, key] = after.match(/^([a-z]+)~([\w-]{1,64})~(.{0,200})$/s) ?? []
  const group = groups.find((one) => one === name)
  if (!group || id === undefined || key === undefined) return null
  const isMoment = MOMENTS.test(key)
  return isMoment || group === 'all' ? { group, id, key } : null
}

/** A moment in milliseconds, after a deadline where it is ordered by that. */
const MOMENTS = /^((-?\d{1,15})?\.)?-?\d{1,15}$/

function comesAfter(order: Order, { id, key }: Cursor): Prisma.Sql {
  if (order === 'headline') return Prisma.sql`(${HEADLINE}, article.id) > (${key}, ${id})`
  const [moment, due = ''] = MOMENTS.test(key) ? key.split('.').reverse() : []
  const at = new Date(Number(moment ?? 0))
  if (order === 'changed') return comesBefore(Prisma.sql`activity."changedAt"`, at, id)
  const later = comesBefore(Prisma.sql`article."createdAt"`, at, id)
  if (order === 'newest') return later
  if (due === '') return Prisma.sql`(article.deadline IS NULL AND ${later})`
  const deadline = new Date(Number(due))
  return Prisma.sql`(article.deadline > ${deadline} OR article.deadline IS NULL
    OR article.deadline = ${deadline} AND ${later})`
}

/** Of two of one moment the one with the greater id comes later. */
const comesBefore = (moment: Prisma.Sql, at: Date, id: string) =>
  Prisma.sql`(${moment} <= ${at} AND (${moment} < ${at} OR article.id > ${id}))`
