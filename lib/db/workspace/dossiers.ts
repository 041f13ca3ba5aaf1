import { sentenceOf } from '@/lib/domain/audit/sentences'
import { checkToGive } from '@/lib/domain/claims/blind-check'
import { aboutOf } from '@/lib/domain/jobs/job'
import { type Actor, can, keptByWriting } from '@/lib/domain/policy'
import { ASPECTS, type Aspect, type Check, keysOf } from '@/lib/domain/vocabulary'
import { type LoggedEvent, listEvents, listEventsOfClaims } from '../audit/log-events'
import { listNewestCaptures } from '../captures/captures'
import { listCaptureProblems } from '../captures/file-checks'
import { findClaim, listWholeClaims } from '../claims/claims'
import { asKnownTo } from '../claims/known-claims'
import type { Claim } from '../claims/whole-claims'
import { listComments } from '../discussion/comments'
import { listQueries } from '../discussion/queries'
import { listSuggestions } from '../discussion/suggestions'
import { listNewestJobs } from '../jobs/jobs'
import { findNames } from '../newsroom/members'
import { listPageNews } from '../watches/page-news'
import { findSameWords } from './same-words'

/** All that is on file about one claim, ready to be sent to the browser. */
export async function findDossier(actor: Actor, articleId: string, number: number) {
  const claim = await findClaim(actor, { articleId, number })
  if (!claim) return null
  const [names, events, talk, kept] = await Promise.all([
    findNames(actor),
    listEvents(actor, { claimId: claim.id, take: HISTORY }),
    findTalk(actor, { articleId, claimId: claim.id }),
    findKept(actor, articleId, [claim]),
  ])
  return dossierOf(actor, claim, { events, names, talk, kept })
}

/**
 * The dossiers of an article whose claims' numbers come after one, in the order of the numbers: of all claims, or of
 * some; and the number after which the next page begins, null on the last one.
 */
export async function listDossiers(
  actor: Actor,
  { articleId, claimIds, after = 0 }: { articleId: string; claimIds?: string[]; after?: number },
): Promise<Pick<DossierPage, 'dossiers' | 'next'>> {
  if (claimIds?.length === 0) return { dossiers: [], next: null }
  const [names, talk, claims] = await Promise.all([
    findNames(actor),
    findTalk(actor, { articleId }),
    listWholeClaims(actor, articleId, { ids: claimIds, after, take: PAGE }),
  ])
  const ids = claims.map(({ id }) => id)
  const [events, kept] = await Promise.all([
    listEventsOfClaims(actor, ids, HISTORY),
    findKept(actor, articleId, claims),
  ])
  return {
    dossiers: claims.map((claim) =>
      dossierOf(actor, claim, { events: events.get(claim.id) ?? [], names, talk, kept }),
    ),
    next: claims.length < PAGE ? null : (claims.at(-1)?.number ?? null),
  }
}

/** How many lines of its history a claim shows. */
const HISTORY = 200

const PAGE = 50

function dossierOf(
  actor: Actor,
  whole: Claim,
  {
    events,
    names,
    talk,
    kept,
  }: {
    events: readonly LoggedEvent[]
    names: ReadonlyMap<string, string>
    talk: Talk
    kept: Kept
  },
) {
  const nameOf = (userId: string) => names.get(userId) ?? 'Somebody'
  const claim = asKnownTo(actor, whole)
  const isAbout = (said: { claim: number | null }) => said.claim === claim.number
  return {
    id: claim.id,
    number: claim.number,
    /** What this says is no older than that place in the newsroom's log. */
    seq: actor.seenSeq,
    second: claim.second,
    /** The questions that somebody answered, which is hidden until this person has. */
    hidden: keysOf(ASPECTS).filter((one) => claim.hidden.some(({ aspect }) => aspect === one)),
    /** Which check of each question this person may give. */
    checks: checksOpenTo(actor, whole),
    /** Why this person gives none, where that is because they wrote the words; null otherwise. */
    kept: keptByWriting(actor, 'claim.rate', whole.article),
    verdicts: claim.verdicts.map((verdict) => ({
      ...verdict,
      givenAt: verdict.givenAt.toISOString(),
      givenBy: nameOf(verdict.givenById),
    })),
    evidence: claim.evidence.map((evidence) => ({
      ...evidenceShown(evidence, nameOf),
      /** What the last check of kept files found of its copy; null where nothing. */
      fileProblem: kept.fileProblems.get(evidence.captureId ?? '') ?? null,
      /** The newest kept copy of its source; null where there is none. */
      newestCapture: kept.captures.get(evidence.source.id) ?? null,
      /** The newest job that was to keep the page of its source, unless it did. */
      job: kept.jobs.get(evidence.source.id) ?? null,
      /** That its page changed since it was kept, or is gone; null where nothing of the kind was found. */
      pageNews: kept.pageNews.get(evidence.source.id) ?? null,
    })),
    /** Sources of it that say the same words, and that nobody judged yet. */
    sameWords: kept.sameWords(whole),
    waivers: claim.waivers.map(({ id, aspect, reason, givenById, givenAt }) => ({
      id,
      aspect,
      reason,
      givenBy: nameOf(givenById),
      givenAt: givenAt.toISOString(),
    })),
    queries: talk.queries.filter(isAbout),
    suggestions: talk.suggestions.filter(isAbout),
    comments: talk.comments.filter(isAbout),
    /** Who cut it, and why, in a sentence; null unless it is cut. */
    cut: claim.status === 'cut' ? cutSentence(events, nameOf) : null,
    history: events.map(({ seq, at, actorId, event }) => ({
      seq,
      at: at.toISOString(),
      who: nameOf(actorId),
      what: sentenceOf(event, nameOf),
    })),
  }
}

/** What is kept, or being kept, of the sources of these claims. */
async function findKept(actor: Actor, articleId: string, claims: readonly Claim[]) {
  const [sameWords, fileProblems, captures, jobs, pageNews] = await Promise.all([
    findSameWords(actor, claims),
    listCaptureProblems(actor, capturesOf(claims)),
    listNewestCaptures(actor, sourcesOf(claims)),
    listNewestJobs(actor, sourcesOf(claims)),
    listPageNews(actor, articleId),
  ])
  const shown = jobs.flatMap(({ sourceId, input, ...job }) => {
    if (!sourceId || job.kind !== 'keep_page' || job.state === 'done') return []
    const { id, kind, state, progress, says } = job
    const told = { id, kind, state, progress, says, about: aboutOf(input) }
    return [[sourceId, { ...told, mayManage: can(actor, 'job.manage', job) }] as const]
  })
  return { sameWords, fileProblems, captures, jobs: new Map(shown), pageNews }
}

type Kept = Awaited<ReturnType<typeof findKept>>

function capturesOf(claims: readonly Claim[]): string[] {
  return claims.flatMap(({ evidence }) => evidence.flatMap(({ captureId }) => captureId ?? []))
}
const sourcesOf = (claims: readonly Claim[]) =>
  claims.flatMap(({ evidence }) => evidence.map(({ source }) => source.id))

function cutSentence(events: readonly LoggedEvent[], nameOf: (userId: string) => string) {
  const line = events.find(({ event }) => event.type === 'claim.cut')
  return line ? `${nameOf(line.actorId)} ${sentenceOf(line.event, nameOf)}` : null
}

function checksOpenTo(actor: Actor, claim: Claim): Record<Aspect, Check | null> {
  const checks = { ...claim, words: claim.anchor.exact }
  return { said: checkToGive(actor, checks, 'said'), so: checkToGive(actor, checks, 'so') }
}

/** What is asked, suggested and noted on the claims of an article, or on one of them. */
async function findTalk(actor: Actor, about: { articleId: string; claimId?: string }) {
  const { articleId, ...claim } = about
  const [queries, suggestions, comments] = await Promise.all([
    listQueries(actor, about),
    listSuggestions(actor, articleId, claim),
    listComments(actor, about),
  ])
  return { queries, suggestions, comments }
}

type Talk = Awaited<ReturnType<typeof findTalk>>

export type Dossier = ReturnType<typeof dossierOf>

/** What is on file about some claims of an article, and how to ask for the rest. */
export interface DossierPage {
  /** Whether it is of all claims, and not only of those that changed since the asked place in the log. */
  whole: boolean
  dossiers: Dossier[]
  /** The number of the claim after which the next page begins; null on the last one. */
  next: number | null
  /** The place in the log that this is no older than. */
  upTo: number
}

export type EvidenceShown = Dossier['evidence'][number]
export type ComparisonShown = EvidenceShown['comparisons'][number]
export type VerdictShown = Dossier['verdicts'][number]

function evidenceShown(evidence: Claim['evidence'][number], nameOf: (userId: string) => string) {
  const { addedAt, addedById, comparisons, ...rest } = evidence
  return {
    ...rest,
    addedAt: addedAt.toISOString(),
    addedBy: nameOf(addedById),
    /** What people concluded from laying the printed words beside it, newest first. */
    comparisons: comparisons.map(({ madeById, madeAt, ...made }) => ({
      ...made,
      madeBy: nameOf(madeById),
      madeAt: madeAt.toISOString(),
    })),
  }
}
