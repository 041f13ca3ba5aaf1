import { standingBlind } from '@/lib/domain/claims/blind-check'
import type { ClaimStanding } from '@/lib/domain/claims/status'
import { type Agreement, agreementOf } from '@/lib/domain/earlier-checks/agreement'
import {
  otherOf,
  type Standing,
  sameThrough,
  standingAnswers,
  trustIn,
} from '@/lib/domain/earlier-checks/answers'
import { queryTermsOf } from '@/lib/domain/earlier-checks/asked-terms'
import { LIKELY, rankEarlier } from '@/lib/domain/earlier-checks/rank'
import type { ClaimStatistics } from '@/lib/domain/earlier-checks/statistics'
import type { Actor } from '@/lib/domain/policy'
import type { Aspect, PairAnswer, VerdictKind } from '@/lib/domain/vocabulary'
import {
  type AnswerOnRecord,
  listAnswersAround,
  listAnswersToLearnFrom,
} from '../claims/earlier-answers'
import { findHidden } from '../claims/hidden-verdicts'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { findNames } from '../newsroom/members'
import { type Asked, findAskedWords, MOST_HELD } from './asked-words'
import { type Candidate, readCandidates, readOffered, readWordsNow } from './earlier-rows'

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
  /** What was found of each aspect, by whom and when (ISO 8601). */
  given: { aspect: Aspect; verdict: VerdictKind; by: string; at: string }[]
  /** What was answered of the two last, by whom and when; `isStale`: on words that one of them has no more. */
  answer: { kind: PairAnswer; by: string; at: string; isStale: boolean } | null
  /** Whether it is the same as another claim that was said to be the same as this one. */
  isThrough: boolean
}

/** So many are offered that nobody answered about, and so many at all. */
const OFFERED = 5
const MOST = 30

interface Looked {
  /** The claim that has these words; null where they are none yet. */
  claimId: string | null
  words: string
  language: string
}

/**
 * Claims that the actor sees, were checked, and likely say the same as these words or the contrary. What somebody said to be the
 * same comes first, then what follows from that, then the likeliest; what was said to be another comes last.
 */
export async function findEarlierChecks(actor: Actor, looked: Looked): Promise<EarlierCheck[]> {
  const { claimId, words, language } = looked
  const [asked, taught, claims, known] = await Promise.all([
    findAskedWords(actor, { words, language, kind: 'claim' }),
    listAnswersToLearnFrom(actor),
    countClaims(actor),
    findAnswered(actor, claimId, words),
  ])
  const named = [...known.direct.keys(), ...known.through]
  const candidates = await readCandidates(actor, { but: claimId ?? '', words, asked, named })
  const trust = trustIn(taught)
  const statistics = { ...statisticsOf(asked, candidates, { claims, language }), trust }
  const found = ordered(rankedOf(looked, candidates, statistics), known).slice(0, MOST)
  return show(actor, looked, { found, known })
}

/** What was answered of a claim, by the other of each pair, and what follows from it. */
interface Answered {
  direct: ReadonlyMap<string, Standing<AnswerOnRecord>>
  through: readonly string[]
}

async function findAnswered(
  actor: Actor,
  claimId: string | null,
  words: string,
): Promise<Answered> {
  const answers = claimId === null ? [] : await listAnswersAround(actor, claimId)
  if (claimId === null || answers.length === 0) return { direct: new Map(), through: [] }
  const ids = new Set(answers.flatMap((one) => [one.claimId, one.otherId]))
  const now = (await readWordsNow(actor, [...ids])).set(claimId, words)
  const standing = standingAnswers(answers, (id) => now.get(id) ?? null)
  const mine = standing.filter((one) => one.claimId === claimId || one.otherId === claimId)
  return {
    direct: new Map(mine.map((one) => [otherOf(one, claimId), one])),
    through: sameThrough(claimId, standing),
  }
}

/** All candidates, the likeliest first: those that share nothing to rank by come last, and are there only because they are named. */
function rankedOf(
  { words, language }: Looked,
  candidates: readonly Candidate[],
  statistics: ClaimStatistics,
) {
  const claims = candidates.map(({ headline, ...claim }) => ({ ...claim, title: headline }))
  const scores = new Map(
    rankEarlier(words, claims, { language, statistics }).map(({ claim, score }) => [
      claim.id,
      score,
    ]),
  )
  return candidates
    .map((row) => ({ row, score: isSame(row.words, words) ? 1 : (scores.get(row.id) ?? 0) }))
    .sort((one, other) => other.score - one.score || (one.row.id < other.row.id ? -1 : 1))
}

/** The very same is likely the same, even of three short words: a score is told by rare ones. */
const isSame = (one: string, other: string) =>
  one.trim().toLowerCase() === other.trim().toLowerCase()

/** Those that are likely or were answered about, in the order in which they are offered. */
function ordered(ranked: ReturnType<typeof rankedOf>, { direct, through }: Answered): Candidate[] {
  const placeOf = (id: string) => {
    const answer = direct.get(id)
    if (answer && !answer.isStale && answer.answer !== 'related') {
      return answer.answer === 'same' ? 0 : 3
    }
    return through.includes(id) ? 1 : 2
  }
  return ranked
    .filter(({ row: { id }, score }) => score >= LIKELY || direct.has(id) || through.includes(id))
    .map(({ row }) => ({ row, place: placeOf(row.id) }))
    .sort((one, other) => one.place - other.place)
    .map(({ row }) => row)
}

async function show(
  actor: Actor,
  { words, language }: Looked,
  { found, known: { direct, through } }: { found: readonly Candidate[]; known: Answered },
): Promise<EarlierCheck[]> {
  if (found.length === 0) return []
  const ids = found.map(({ id }) => id)
  const [rows, hidden] = await Promise.all([
    readOffered(actor, ids),
    findHidden(actor, Prisma.sql`claim.id = ANY (${ids})`),
  ])
  const people = [
    ...rows.flatMap(({ given }) => given.map(({ givenById }) => givenById)),
    ...[...direct.values()].map(({ answeredById }) => answeredById),
  ]
  const names = await findNames(actor, people)
  const nameOf = (userId: string) => names.get(userId) ?? 'Somebody'
  const byId = new Map(rows.map((row) => [row.id, row]))
  let unanswered = 0
  return found.flatMap(({ id, words: said, headline, language: spoken }) => {
    const row = byId.get(id)
    const answered = direct.get(id)
    // Whoever gives the second check of it may not know yet that it was checked.
    if (!row || (hidden.get(id)?.hidden.length ?? 0) > 0) return []
    const isThrough = !answered && through.includes(id)
    if (!answered && !isThrough) unanswered += 1
    if (unanswered > OFFERED && !answered && !isThrough) return []
    const { slug, given, ...facts } = row
    return {
      ...standingBlind(facts, []),
      words: said,
      article: { slug, headline, language: spoken },
      checkedAt: asTime(given[0]?.givenAt),
      agreement: agreementOf({ words, language }, { words: said, language: spoken }),
      given: given
        .filter(({ aspect }) => facts[aspect === 'said' ? 'saidVerdict' : 'soVerdict'] !== null)
        .map(({ aspect, verdict, givenById, givenAt }) => ({
          ...{ aspect, verdict, by: nameOf(givenById), at: asTime(givenAt) },
        })),
      answer: answered
        ? {
            ...{ kind: answered.answer, isStale: answered.isStale },
            ...{ by: nameOf(answered.answeredById), at: answered.answeredAt.toISOString() },
          }
        : null,
      isThrough,
    }
  })
}

const asTime = (at: string | undefined) => new Date(at ?? 0).toISOString()

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
  { rare, common }: Asked,
  found: readonly Candidate[],
  { claims, language }: { claims: number; language: string },
): ClaimStatistics {
  const held = new Map(
    [...rare, ...common].flatMap(({ word, held }) =>
      queryTermsOf(word, language).map((term) => [term, held] as const),
    ),
  )
  const lengths = found.map(({ words, language }) => queryTermsOf(words, language).length)
  const meanTerms = lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, lengths.length) || 1
  return { claims, meanTerms, holding: (term) => held.get(term) ?? Math.min(claims, MOST_HELD) }
}
