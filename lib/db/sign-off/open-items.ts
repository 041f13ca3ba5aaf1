import { anchorAt } from '@/lib/domain/anchoring/anchor'
import {
  type CheckGiven,
  checksOn,
  type SecondCheckPolicy,
  secondCheckStanding,
} from '@/lib/domain/claims/second-check'
import { holding, waivedOn } from '@/lib/domain/claims/standing'
import { aspectsOf } from '@/lib/domain/claims/status'
import { secondaryOnly } from '@/lib/domain/claims/verdict'
import { gapsOf } from '@/lib/domain/coverage/coverage'
import type { Actor } from '@/lib/domain/policy'
import { type OpenClaim, type OpenItem, openItems } from '@/lib/domain/sign-off/open-items'
import type { Span } from '@/lib/domain/text/blocks'
import type { Article } from '../articles/articles'
import { type Claim, readWholeClaims } from '../claims/whole-claims'
import { db } from '../client'
import { listCovered } from '../coverage/coverage'
import { listPlacesOn } from '../discussion/word-places'
import { Prisma } from '../generated/client'
import { knownWords } from '../revisions/known-words'
import { findRevision, type Revision } from '../revisions/revisions'

const words = {
  id: true,
  revisionId: true,
  start: true,
  end: true,
  exact: true,
  claim: { select: { id: true, number: true } },
} satisfies Prisma.QuerySelect

/**
 * All that stands between the newest text of an article and its signature, whoever asks: a signature rests on what is
 * on file, not on what somebody may see of it.
 */
export async function listOpenItems(
  actor: Actor,
  article: Pick<Article, 'id' | 'language'>,
): Promise<OpenItem[]> {
  const revision = await findRevision(actor, article.id)
  if (!revision) return []
  const here = { articleId: article.id, article: { newsroomId: actor.newsroomId } }
  // One after the other: commands ask this inside a transaction, which is one connection.
  const covered = await listCovered(actor, revision.id)
  const claims = await readWholeClaims(
    actor,
    Prisma.sql`claim."articleId" = ${article.id} AND claim.status <> 'cut'`,
  )
  const queries = await db().query.findMany({
    where: { ...here, blocking: true, state: { not: 'closed' } },
    select: { ...words, to: true, question: true, state: true },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
  })
  const suggestions = await db().suggestion.findMany({
    where: { ...here, state: { in: ['undecided', 'accepted'] } },
    select: {
      ...words,
      after: true,
      state: true,
      decisions: { orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }], take: 1 },
    },
    orderBy: [{ madeAt: 'asc' }, { id: 'asc' }],
  })

  const places = await listPlacesOn(actor, revision.id)

  const all = await knownWords(revision, article.language)
  return openItems({
    gaps: gapsOf(all, covered, revision.blocks).map((gap) => ({
      ...anchorAt(revision.text, gap),
      words: gap.words,
    })),
    claims: claims
      .map((one) => openClaim(one, revision, actor))
      .sort((a, b) => (a.place?.start ?? -1) - (b.place?.start ?? -1) || a.number - b.number),
    queries: queries.map(({ to, question, state, ...query }) => ({
      ...onWords(query, revision, places),
      ...{ to, question, isAnswered: state === 'answered' },
    })),
    suggestions: suggestions.map(({ decisions, after, state, ...suggestion }) => ({
      ...onWords(suggestion, revision, places),
      after: state === 'accepted' ? (decisions[0]?.after ?? after) : after,
      state: state === 'accepted' ? 'accepted' : 'undecided',
    })),
  })
}

function openClaim(
  { anchor, verdicts, waivers, evidence, ...standing }: Claim,
  revision: Revision,
  policy: SecondCheckPolicy,
): OpenClaim {
  const asked = aspectsOf(standing)
  const counting = holding({ ...standing, verdicts }, anchor.exact).filter(({ aspect }) =>
    asked.includes(aspect),
  )
  const supported = counting.filter(
    ({ verdict }) => verdict === 'confirmed' || verdict === 'ok_with_change',
  )
  return {
    ...standing,
    words: anchor.exact,
    place: anchor.revisionId === revision.id ? { start: anchor.start, end: anchor.end } : null,
    verdictIds: verdictIds(counting, verdicts, anchor.exact),
    secondCheck: secondCheckStanding(policy, { ...standing, words: anchor.exact, verdicts }),
    secondaryOnly: secondaryOnly(
      { ...standing, evidence, waivedAspects: waivedOn(waivers, anchor.exact) },
      supported.map(({ aspect }) => aspect),
    ),
  }
}

/** Of two checks that differ, both: where one of the two changes, it is another standing. */
function verdictIds<Given extends CheckGiven & { id: string }>(
  counting: readonly Given[],
  verdicts: readonly Given[],
  words: string,
): string[] {
  const seconds = counting.flatMap(
    ({ aspect }) => checksOn({ verdicts, words }, aspect).second ?? [],
  )
  return [...counting, ...seconds].map(({ id }) => id)
}

interface Worded {
  id: string
  claim: { id: string; number: number } | null
  revisionId: string
  start: number
  end: number
  exact: string
}

function onWords(
  { id, claim, exact, ...then }: Worded,
  revision: Revision,
  places: ReadonlyMap<string, Span>,
) {
  const here = then.revisionId === revision.id ? then : places.get(id)
  return { id, claim, words: exact, place: here ? { start: here.start, end: here.end } : null }
}
