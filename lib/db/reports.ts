import { compileReport } from '../domain/compile-report'
import type { Actor } from '../domain/policy'
import type { Report } from '../domain/report'
import type { ClaimOnFile } from '../domain/report-facts'
import { signedCheckpoint } from '../signing'
import { findArticle, findRevision } from './articles'
import { findChainHead } from './audit'
import { type Claim, listWholeClaims } from './claims'
import { listMarks } from './coverage'
import { findNames } from './members'

/** The fact-check report of the newest revision of an article, as things stand now. */
export async function findReport(actor: Actor, slug: string): Promise<Report | null> {
  const article = await findArticle(actor, { slug })
  if (!article) return null
  const [revision, claims, names, head] = await Promise.all([
    findRevision(actor, article.id),
    listWholeClaims(actor, article.id),
    findNames(actor),
    findChainHead(actor),
  ])
  if (!revision) return null
  const marks = await listMarks(actor, revision.id)

  const generatedAt = new Date()
  const nameOf = (id: string) => names.get(id) ?? 'Somebody'
  const named = (part: Report['people'][number]['part'], ids: readonly (string | null)[]) =>
    ids.flatMap((id) => (id ? [{ name: nameOf(id), part }] : []))
  const { headline, language, state, deadline, worry, writerIds, checkerIds, editorId } = article
  return compileReport({
    newsroom: actor.newsroomName,
    article: {
      ...{ headline, slug, language, state, worry },
      deadline: deadline?.toISOString() ?? null,
    },
    writerIds,
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
    claims: claims
      .map((claim) => onFile(claim, nameOf))
      .sort((a, b) => a.start - b.start || a.number - b.number),
    marks: marks.map(({ kind, start, end, exact, reason, createdById, createdAt }) => ({
      ...{ kind, start, end, reason },
      words: exact,
      markedBy: nameOf(createdById),
      markedAt: createdAt.toISOString(),
    })),
    audit: {
      entries: head.seq,
      head: head.hash,
      checkpoint: signedCheckpoint({ newsroomId: actor.newsroomId, ...head }, generatedAt),
    },
    generatedAt,
    generatedBy: actor.name,
  })
}

function onFile(claim: Claim, nameOf: (id: string) => string): ClaimOnFile {
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
    })),
    waivers: claim.waivers.map(({ aspect, reason, givenById, givenAt }) => ({
      aspect,
      reason,
      givenBy: nameOf(givenById),
      givenAt: givenAt.toISOString(),
    })),
    evidence: claim.evidence.map(
      ({ aspect, stance, directness, locator, excerpt, note, addedById, addedAt, source }) => ({
        ...{ aspect, stance, directness, locator, excerpt, note },
        source: {
          id: source.id,
          kind: source.kind,
          title: source.title,
          publisher: source.publisher,
          published: source.published,
          url: source.url,
          origin: source.origin,
        },
        addedBy: nameOf(addedById),
        addedAt: addedAt.toISOString(),
      }),
    ),
  }
}
