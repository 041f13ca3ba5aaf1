import { standingBlind } from '@/lib/domain/claims/blind-check'
import type { ClaimStanding } from '@/lib/domain/claims/status'
import { type Agreement, agreementOf } from '@/lib/domain/earlier-checks/agreement'
import { CANDIDATES, queryTermsOf } from '@/lib/domain/earlier-checks/asked-terms'
import { LIKELY, rankEarlier } from '@/lib/domain/earlier-checks/rank'
import type { ClaimStatistics } from '@/lib/domain/earlier-checks/statistics'
import type { Actor } from '@/lib/domain/policy'
import { findHidden } from '../claims/hidden-verdicts'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { isSeen } from '../visibility'

/** A claim of the newsroom that says much the same, and was checked. */
export interface EarlierCheck extends ClaimStanding {
  id: string
  number: number
  words: string
  article: { slug: string; headline: string; language: string }
  /** How its words agree with those that are looked for. */
  agreement: Agreement
  /** When it was last checked, as ISO 8601. */
  checkedAt: string
  /** How many pieces of evidence it has. */
  evidence: number
}

/** So many words are asked for, the rarest of the claim, and so many entries of the index are looked at. */
const MOST_WORDS = 8
const MOST_HELD = 3_000

/** So many are offered. */
const OFFERED = 5

/** Claims that the actor sees, were checked, and likely say the same as these words or the contrary, the likeliest first. */
export async function findEarlierChecks(
  actor: Actor,
  { claimId, words, language }: { claimId: string; words: string; language: string },
): Promise<EarlierCheck[]> {
  const asked = await findAsked(actor, words, language)
  if (asked.length === 0) return []
  const [rows, claims] = await Promise.all([
    readCandidates(actor, claimId, asked),
    countClaims(actor),
  ])
  const hidden = await findHidden(actor, Prisma.sql`claim.id = ANY (${rows.map(({ id }) => id)})`)
  const known = rows.filter(({ id }) => (hidden.get(id)?.hidden.length ?? 0) === 0)
  const statistics = statisticsOf(asked, known, { claims, language })
  const candidates = known.map(({ id, words, headline, language }) => ({
    id,
    words,
    title: headline,
    language,
  }))
  const byId = new Map(known.map((row) => [row.id, row]))
  return rankEarlier(words, candidates, { language, statistics })
    .filter(({ score }) => score >= LIKELY)
    .slice(0, OFFERED)
    .flatMap(({ claim }) => {
      const row = byId.get(claim.id)
      if (!row) return []
      const { slug, headline, checkedAt, weight: _, ...facts } = row
      const said = { words: row.words, language: row.language }
      return {
        ...standingBlind(facts, []),
        article: { slug, headline, language: row.language },
        checkedAt: checkedAt.toISOString(),
        agreement: agreementOf({ words, language }, said),
      }
    })
}

interface Asked {
  word: string
  forms: string[]
  /** How many claims hold it, as far as they were counted. */
  held: number
}

/** The rarest words of a claim, in the forms that the index has of them. */
async function findAsked(actor: Actor, words: string, language: string): Promise<Asked[]> {
  return db().$queryRaw<Asked[]>`
    WITH asked AS (
      SELECT word, ARRAY(SELECT "search_forms"(word, ${language})) AS forms FROM "search_words"(${words}) AS word LIMIT 60
    )
    SELECT word, forms, held FROM asked CROSS JOIN LATERAL (
      SELECT count(*)::int AS held FROM (
        SELECT 1 FROM "SearchEntry" entry
        WHERE entry.terms && asked.forms AND entry.kind = 'claim' AND entry."newsroomId" = ${actor.newsroomId}
        LIMIT ${MOST_HELD}) AS counted
    ) AS holding
    WHERE held > 0 ORDER BY held, word LIMIT ${MOST_WORDS}`
}

interface Candidate extends ClaimStanding {
  id: string
  number: number
  words: string
  slug: string
  headline: string
  language: string
  checkedAt: Date
  evidence: number
  weight: number
}

/** Checked claims that hold some of the words: those that hold the most and rarest of them. */
function readCandidates(
  actor: Actor,
  claimId: string,
  asked: readonly Asked[],
): Promise<Candidate[]> {
  const forms = [...new Set(asked.flatMap((one) => one.forms))]
  const holds = asked.map(
    (one) =>
      Prisma.sql`CASE WHEN entry.terms && ${one.forms}::text[] THEN ${1 / (1 + Math.log1p(one.held))}::float8 ELSE 0 END`,
  )
  return db().$queryRaw<Candidate[]>`
    WITH found AS MATERIALIZED (
      SELECT entry.id, entry.words, entry."articleId", ${Prisma.join(holds, ' + ')} AS weight FROM "SearchEntry" entry
      WHERE entry.terms && ${forms}::text[] AND entry.kind = 'claim' AND entry."newsroomId" = ${actor.newsroomId}
        AND entry.id <> ${claimId} AND ${isSeen(actor, Prisma.sql`entry."articleId"`)}
      ORDER BY weight DESC LIMIT ${CANDIDATES}
    )
    SELECT claim.id, claim.number, found.words, claim.status, claim.claimant, claim."saidVerdict", claim."soVerdict",
      article.slug, article.headline, article.language, found.weight,
      (SELECT max(verdict."givenAt") FROM "Verdict" verdict WHERE verdict."claimId" = claim.id) AS "checkedAt",
      (SELECT count(*)::int FROM "Evidence" evidence
        WHERE evidence."claimId" = claim.id AND evidence."detachedAt" IS NULL) AS evidence
    FROM found JOIN "Claim" claim ON claim.id = found.id JOIN "Article" article ON article.id = claim."articleId"
    WHERE claim.status <> 'cut' AND (claim."saidVerdict" IS NOT NULL OR claim."soVerdict" IS NOT NULL)`
}

/** How many claims the newsroom has marked; those that were cut are among them. */
async function countClaims({ newsroomId }: Actor): Promise<number> {
  const { _sum } = await db().article.aggregate({
    where: { newsroomId },
    _sum: { claimCount: true },
  })
  return _sum.claimCount ?? 0
}

/** What is known of the claims as a whole: how rare a word is, from the index; a term that was not asked for is common. */
function statisticsOf(
  asked: readonly Asked[],
  found: readonly Candidate[],
  { claims, language }: { claims: number; language: string },
): ClaimStatistics {
  const held = new Map(
    asked.flatMap(({ word, held }) =>
      queryTermsOf(word, language).map((term) => [term, held] as const),
    ),
  )
  const lengths = found.map(({ words, language }) => queryTermsOf(words, language).length)
  const meanTerms = lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, lengths.length) || 1
  return { claims, meanTerms, holding: (term) => held.get(term) ?? Math.min(claims, MOST_HELD) }
}
