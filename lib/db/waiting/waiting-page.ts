import type { Actor } from '@/lib/domain/policy'
import { isRead, keyOf, type Waiting, type WaitingKind } from '@/lib/domain/waiting/kinds'
import { comparePlaces, dueAt, isPressing, placeOf } from '@/lib/domain/waiting/pressing'
import type { ArticleWaited } from './articles'
import type { WaitingFound } from './find-waiting'
import { findLineDetails } from './line-details'
import { findReadLines } from './read-lines'
import { cursorOf } from './scope'

/** About so many lines stand on a page, and of one article no more than so many. */
const LINES = 40
const LINES_OF_ARTICLE = 15

/** A page of what waits, article by article, or of one kind of it. */
export async function findWaitingPage(
  actor: Actor,
  found: WaitingFound,
  { only, now = new Date() }: { only?: WaitingKind | undefined; now?: Date } = {},
) {
  const read = await findReadLines(actor)
  const { shown, next } = cut(found, only)
  const lines = shown.flatMap((group) => group.lines)
  const details = await findLineDetails(actor, lines)
  return {
    details,
    next,
    groups: shown.map(({ article, lines, left }) => ({
      article,
      left,
      due: dueAt(article),
      isPressing: isPressing(dueAt(article), now),
      lines: lines.map((line) => ({ ...line, key: keyOf(line), isRead: isRead(read, line) })),
    })),
    /** How many lines there are of each kind, as far as they were looked for. */
    counts: countKinds(found.lines),
    unread: found.lines.filter((line) => !isRead(read, line)),
  }
}

export type WaitingPage = Awaited<ReturnType<typeof findWaitingPage>>
export type WaitingGroup = WaitingPage['groups'][number]
export type WaitingLine = WaitingGroup['lines'][number]

/** The first articles, as many as have room; but none of which not all may have been found, unless it is the only one. */
function cut({ lines, articles, horizon }: WaitingFound, only: WaitingKind | undefined) {
  const groups = grouped(lines, articles, only)
  const shown: ReturnType<typeof grouped> = []
  let room = LINES
  for (const group of groups) {
    const isBeyond = horizon && comparePlaces(placeOf(group.article), horizon) >= 0
    if (shown.length > 0 && (room <= 0 || isBeyond)) break
    const some = group.lines.slice(0, LINES_OF_ARTICLE)
    shown.push({ ...group, lines: some, left: group.lines.length - some.length })
    room -= some.length
  }
  const last = shown.at(-1)
  const isMore = shown.length < groups.length || horizon !== null
  return { shown, next: last && isMore ? cursorOf(placeOf(last.article)) : null }
}

function grouped(
  lines: readonly Waiting[],
  articles: ReadonlyMap<string, ArticleWaited>,
  only: WaitingKind | undefined,
) {
  const groups = new Map<string, { article: ArticleWaited; lines: Waiting[]; left: number }>()
  for (const line of lines) {
    const article = articles.get(line.articleId)
    if (!article || (only && line.kind !== only)) continue
    const group = groups.get(article.id) ?? { article, lines: [], left: 0 }
    group.lines.push(line)
    groups.set(article.id, group)
  }
  return [...groups.values()].sort((one, other) =>
    comparePlaces(placeOf(one.article), placeOf(other.article)),
  )
}

function countKinds(lines: readonly Waiting[]): Map<WaitingKind, number> {
  const counts = new Map<WaitingKind, number>()
  for (const { kind } of lines) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}
