import { viewerAddress } from '@/lib/domain/captures/view'
import type { Actor } from '@/lib/domain/policy'
import { compileReport } from '@/lib/domain/report/compile'
import type { ClaimOnFile } from '@/lib/domain/report/facts'
import type { Report, ReportQuery, ReportSuggestion } from '@/lib/domain/report/schema'
import { writersOf } from '@/lib/domain/revisions/writing'
import { claimNumber } from '@/lib/domain/vocabulary'
import { signedCheckpoint } from '@/lib/keys/signing-key'
import { findArticle } from '../articles/articles'
import { findChainHead } from '../audit/log'
import { listWholeClaims } from '../claims/claims'
import { asKnownTo, type KnownClaim } from '../claims/known-claims'
import { snapshot } from '../client'
import { listMarks } from '../coverage/coverage'
import { listQueries, type QueryShown } from '../discussion/queries'
import { listSuggestions, type SuggestionShown } from '../discussion/suggestions'
import { findNames } from '../newsroom/members'
import { listCorrections } from '../publication/corrections'
import { findRevision } from '../revisions/revisions'
import { listSignOffs } from '../sign-off/sign-offs'
import { whileUnchanged } from '../while-unchanged'
import { listReportCaptures } from './captures'
import { printedEvidence } from './printed-evidence'
import { printedCorrection, printedSignOff, stillOpenOf } from './signatures'

/** The fact-check report of the newest revision of an article, as things stand at one moment. */
export function findReport(actor: Actor, address: string): Promise<Report | null> {
  return snapshot(() => readReport(actor, address))
}

/** The same for those who look at it again or take it along: read once for as long as nothing changed, of this moment each time. */
export async function findKnownReport(actor: Actor, address: string): Promise<Report | null> {
  const known = await knownReport(actor, address)
  if (!known) return null
  const generatedAt = new Date()
  const { entries: seq, head: hash } = known.audit
  const checkpoint = signedCheckpoint({ newsroomId: actor.newsroomId, seq, hash }, generatedAt)
  return {
    ...known,
    generatedAt: generatedAt.toISOString(),
    audit: { ...known.audit, checkpoint },
  }
}

const knownReport = whileUnchanged(8, String, findReport)

async function readReport(actor: Actor, address: string): Promise<Report | null> {
  const article = await findArticle(actor, { slug: address })
  if (!article) return null
  const [revision, whole, names, head] = await Promise.all([
    findRevision(actor, article.id),
    listWholeClaims(actor, article.id),
    findNames(actor),
    findChainHead(actor),
  ])
  if (!revision) return null
  const [captures, marks, queries, suggestions, signOffs, corrections] = await Promise.all([
    listReportCaptures(actor, whole, names),
    listMarks(actor, revision.id),
    listQueries(actor, { articleId: article.id }),
    listSuggestions(actor, article.id),
    listSignOffs(actor, article.id),
    listCorrections(actor, article.id),
  ])
  const isOpen = await stillOpenOf(actor, article, signOffs)

  const generatedAt = new Date()
  const claims = whole.map((claim) => asKnownTo(actor, claim))
  const isElsewhere = ({ anchor }: KnownClaim) => anchor.revisionId !== revision.id
  const nameOf = (id: string) => names.get(id) ?? 'Somebody'
  const named = (part: Report['people'][number]['part'], ids: readonly (string | null)[]) =>
    ids.flatMap((id) => (id ? [{ name: nameOf(id), part }] : []))
  const { headline, slug, language, state, deadline, worry, writerIds, checkerIds, editorId } =
    article
  const wroteIds = writersOf(revision.written)
  return compileReport({
    newsroom: actor.newsroomName,
    timeZone: actor.timeZone,
    article: {
      ...{ headline, slug, language, state, worry },
      deadline: deadline?.toISOString() ?? null,
    },
    writerIds,
    wrote: {
      writers: wroteIds.map(nameOf).sort(),
      signers: signOffs
        .filter(({ end, signedById }) => end === null && wroteIds.includes(signedById))
        .map(({ signedBy }) => signedBy),
    },
    policy: actor,
    people: [
      ...named('editor', [editorId]),
      ...named('checker', checkerIds),
      ...named('writer', writerIds),
    ],
    revision: {
      number: revision.number,
      sha256: revision.sha256,
      text: revision.text,
      blocks: revision.blocks,
      words: revision.words,
      createdAt: revision.createdAt.toISOString(),
      createdBy: nameOf(revision.createdById),
    },
    coveredWords: article.coveredWords,
    unplaced: claims.filter(isElsewhere).map((claim) => {
      const { start: _, end: __, ...rest } = onFile(claim, { nameOf, newsroom: actor.newsroomSlug })
      return { ...rest, words: claim.anchor.exact, revision: claim.anchor.revision.number }
    }),
    claims: claims
      .filter((claim) => !isElsewhere(claim))
      .map((claim) => onFile(claim, { nameOf, newsroom: actor.newsroomSlug }))
      .sort((a, b) => a.start - b.start || a.number - b.number),
    captures,
    marks: marks.map(({ kind, start, end, exact, reason, createdById, createdAt }) => ({
      ...{ kind, start, end, reason },
      words: exact,
      markedBy: nameOf(createdById),
      markedAt: createdAt.toISOString(),
    })),
    queries: queries.map(printedQuery),
    suggestions: suggestions.map(printedSuggestion),
    signOffs: signOffs.map((signOff) => printedSignOff(signOff, isOpen)),
    corrections: corrections.map(printedCorrection),
    audit: {
      entries: head.seq,
      head: head.hash,
      checkpoint: signedCheckpoint({ newsroomId: actor.newsroomId, ...head }, generatedAt),
    },
    generatedAt,
    generatedBy: actor.name,
  })
}

function printedQuery({ entries, toName, claim, place, ...query }: QueryShown): ReportQuery {
  const { words, to, question, blocking, state, askedBy, askedAt } = query
  return {
    claim: claim === null ? null : claimNumber(claim),
    addressee: toName,
    ...{ words, to, question, blocking, state, askedBy, askedAt },
    ...(place && { place }),
    thread: entries.map(({ step, text, writersWord, by, at }) => ({
      ...{ step, text, writersWord, by, at },
    })),
  }
}

function printedSuggestion({
  claim,
  before,
  place,
  ...suggestion
}: SuggestionShown): ReportSuggestion {
  const { after, reason, note, state, madeBy, madeAt, decision, dissents } = suggestion
  return {
    claim: claim === null ? null : claimNumber(claim),
    words: before,
    ...{ after, reason, note, state, madeBy, madeAt },
    ...(place && { place: { start: place.start, end: place.end } }),
    decision: decision && {
      kind: decision.kind,
      after: decision.after,
      reason: decision.reason,
      by: decision.by,
      at: decision.at,
    },
    dissents: dissents.map(({ text, by, at }) => ({ text, by, at })),
  }
}

function onFile(
  claim: KnownClaim,
  { nameOf, newsroom }: { nameOf: (id: string) => string; newsroom: string },
): ClaimOnFile {
  const { number, type, risks, claimant, assigneeId, status, saidVerdict, soVerdict } = claim
  return {
    ...{ number, type, risks, claimant, status, saidVerdict, soVerdict },
    start: claim.anchor.start,
    end: claim.anchor.end,
    assignee: assigneeId && nameOf(assigneeId),
    verdicts: claim.verdicts.map((one) => ({
      aspect: one.aspect,
      verdict: one.verdict,
      words: one.words,
      rationale: one.rationale,
      searched: one.searched,
      change: one.change,
      writersWord: one.writersWord,
      givenById: one.givenById,
      givenBy: nameOf(one.givenById),
      givenAt: one.givenAt.toISOString(),
      check: one.check,
      blind: one.blind,
    })),
    secondCheckAsked: claim.secondCheckAsked,
    frameAfter: claim.frameAfter,
    wroteIds: claim.article.wroteIds,
    hiddenBy: claim.hidden.map(({ givenById }) => givenById),
    waivers: claim.waivers.map(({ aspect, reason, givenById, givenAt }) => ({
      aspect,
      reason,
      givenBy: nameOf(givenById),
      givenAt: givenAt.toISOString(),
    })),
    evidence: claim.evidence.map((one) => ({
      ...printedEvidence(one, nameOf),
      ...(one.captureId && {
        opensAt: viewerAddress(newsroom, one.captureId, {
          evidence: one.id,
          claim: `${claim.article.slug}/${number}`,
        }),
      }),
    })),
  }
}
