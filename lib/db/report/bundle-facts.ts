import { type Actor, can } from '@/lib/domain/policy'
import type { BundleEvidence, BundleFacts, GrantedStamp } from '@/lib/domain/report/bundle'
import { claimNumber } from '@/lib/domain/vocabulary'
import { findArticle } from '../articles/articles'
import { type Capture, listCaptures } from '../captures/captures'
import { listWholeClaims } from '../claims/claims'
import { asKnownTo } from '../claims/known-claims'
import { listHiddenClaims } from '../claims/second-checks'
import { db, snapshot } from '../client'
import { findNames } from '../newsroom/members'
import { sourcesSeenBy } from '../sources/sources'
import { seenBy } from '../visibility'
import { findReport } from './find-report'
import { printedEvidence } from './printed-evidence'

/** What goes into the evidence bundle of an article, as this person may see it, all of one moment. */
export function findBundleFacts(actor: Actor, articleId: string): Promise<BundleFacts | null> {
  return snapshot(async () => {
    const article = await findArticle(actor, { id: articleId })
    const report = article && (await findReport(actor, article.slug))
    if (!report) return null
    const names = await findNames(actor)
    const nameOf = (id: string) => names.get(id) ?? 'Somebody'
    const evidence = await listEvidence(actor, articleId, nameOf)
    const captures = await listCaptures(actor, sourcesOf(evidence), ALL)
    const stamps = await listGrantedStamps(actor, captures)
    return {
      ...{ report, evidence, logWithheld: await logWithheldFrom(actor) },
      captures: captures.map(({ takenById, takenAt, source: _, ...capture }) => ({
        ...capture,
        ...{ takenBy: nameOf(takenById), takenAt: takenAt.toISOString() },
        timeStamps: stamps.get(capture.id) ?? [],
      })),
    }
  })
}

/** How many bytes the captures of an article have that this person sees; the same file counts once. */
export async function findBundleBytes(actor: Actor, articleId: string): Promise<number> {
  const { newsroomId } = actor
  const ofArticle = { claim: { articleId, article: seenBy(actor) }, detachedAt: null }
  const source = { AND: [sourcesSeenBy(actor), { evidence: { some: ofArticle } }] }
  const sum = await db().storedFile.aggregate({
    where: { newsroomId, parts: { some: { capture: { source } } } },
    _sum: { bytes: true },
  })
  return Number(sum._sum.bytes ?? 0)
}

/** In numbers that PostgreSQL takes for a limit. */
const ALL = 2 ** 31 - 1

async function listEvidence(
  actor: Actor,
  articleId: string,
  nameOf: (id: string) => string,
): Promise<BundleEvidence[]> {
  const claims = await listWholeClaims(actor, articleId)
  return claims
    .map((claim) => asKnownTo(actor, claim))
    .flatMap(({ number, evidence }) =>
      evidence.map((one) => ({
        ...{ ...printedEvidence(one, nameOf), claim: claimNumber(number) },
        ...{ captureId: one.captureId, passage: one.passage },
      })),
    )
}

function sourcesOf(evidence: readonly BundleEvidence[]): string[] {
  return [...new Set(evidence.map(({ source }) => source.id))]
}

async function listGrantedStamps(
  { newsroomId }: Actor,
  captures: readonly Capture[],
): Promise<Map<string, GrantedStamp[]>> {
  const rows = await db().timeStamp.findMany({
    where: {
      ...{ newsroomId, state: 'granted' },
      captureId: { in: captures.map(({ id }) => id) },
    },
    select: {
      ...{ captureId: true, sha256: true, datedAt: true, response: true },
      authority: { select: { name: true, address: true } },
    },
    orderBy: [{ datedAt: 'asc' }, { id: 'asc' }],
  })
  const stamps = new Map<string, GrantedStamp[]>()
  for (const { captureId, sha256, datedAt, response, authority } of rows) {
    if (!datedAt || !response) continue
    const { name, address } = authority
    const stamp = { authority: name, address, sha256, datedAt: datedAt.toISOString(), response }
    stamps.set(captureId, [...(stamps.get(captureId) ?? []), stamp])
  }
  return stamps
}

/** The same rule as for exporting the log by itself: all of it, or nothing. */
async function logWithheldFrom(actor: Actor): Promise<string | null> {
  if (!can(actor, 'newsroom.read-log', {})) return NOT_THEIRS
  const hidden = await listHiddenClaims(actor, 5)
  return hidden.length > 0 ? `${TELLS_HIDDEN} ${LIST.format(hidden)}.` : null
}

const NOT_THEIRS =
  'It tells of all articles of the newsroom, and whoever made this bundle may not read it. An editor can make one that holds it.'
const TELLS_HIDDEN =
  'It tells verdicts that were hidden from whoever made this bundle, until their own second check is saved:'
const LIST = new Intl.ListFormat('en-GB')
