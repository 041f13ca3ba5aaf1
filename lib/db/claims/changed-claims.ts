import type { DeskEvent } from '@/lib/domain/audit/events'
import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'

interface Since {
  articleId: string
  /** A place in the newsroom's log. */
  since: number
}

/**
 * Which claims of an article are not any more what they were at a place in the newsroom's log, by
 * their ids; null where that cannot be told claim by claim and all have to be read again: from the
 * beginning, after very much, or after something that changes what the actor may see.
 */
export async function listChangedClaims(actor: Actor, about: Since): Promise<string[] | null> {
  return (await findChanges(actor, about))?.claimIds ?? null
}

/** The same, with the kinds of all that happened in the article, or in no article, since then. */
export async function findChanges(actor: Actor, { articleId, since }: Since) {
  if (since <= 0 || since > actor.seenSeq) return null
  const events = await db().auditEvent.findMany({
    where: {
      newsroomId: actor.newsroomId,
      seq: { gt: since },
      OR: [{ articleId }, { articleId: null }],
    },
    select: { type: true, claimId: true, data: true },
    take: MOST + 1,
  })
  if (events.length > MOST || events.some((event) => changesSight(actor, event))) return null

  const claims = events.flatMap(({ claimId }) => claimId ?? [])
  const sources = events.flatMap(({ type, data }) =>
    ABOUT_SOURCES.has(type) ? ABOUT.flatMap((name) => field(data, name)) : [],
  )
  const resting = await claimsWithEvidenceFrom(actor, articleId, sources)
  return {
    types: new Set(events.map(({ type }) => type)),
    claimIds: [...new Set([...claims, ...resting])],
  }
}

/** By what an event names sources. What was merged is where it went, or went back. */
const ABOUT = ['sourceId', 'sourceIds', 'intoId']

/** What changes the claims that rest on a source, or on several. */
const ABOUT_SOURCES = new Set<string>([
  'source.changed',
  'source.merged',
  'source.merge-undone',
  'source.fell',
  'source.stood-again',
  'capture.kept',
  'job.asked',
  'job.cancelled',
  'job.retried',
  'origins.grouped',
  'origins.kept-apart',
  'origin.parted',
] satisfies DeskEvent['type'][])

/** After more lines of the log than this, everything is read again. */
const MOST = 2_000

/** Whether it may have changed which claims the actor sees, or how much of them. */
function changesSight(actor: Actor, { type, data }: { type: string; data: unknown }): boolean {
  if (type === 'member.role-changed') return field(data, 'userId').includes(actor.userId)
  return type === 'article.changed' || type === 'newsroom.changed'
}

function field(data: unknown, name: string): string[] {
  const value = typeof data === 'object' && data !== null && Reflect.get(data, name)
  return [value].flat().filter((one) => typeof one === 'string')
}

async function claimsWithEvidenceFrom(
  actor: Actor,
  articleId: string,
  sourceIds: readonly string[],
): Promise<string[]> {
  if (sourceIds.length === 0) return []
  const rows = await db().evidence.findMany({
    where: {
      sourceId: { in: [...sourceIds] },
      detachedAt: null,
      claim: { articleId, article: { newsroomId: actor.newsroomId } },
    },
    select: { claimId: true },
  })
  return rows.map(({ claimId }) => claimId)
}
