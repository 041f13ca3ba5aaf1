/** What was wrong and was changed, before it was printed and after. */

import {
  type AppliedChange,
  type ChangedWords,
  ERRING_VERDICTS,
} from '@/lib/domain/figures/error-causes'
import type { Period } from '@/lib/domain/figures/period'
import type { Actor } from '@/lib/domain/policy'
import type { CorrectionCause } from '@/lib/domain/vocabulary'
import { db } from '../client'
import { seenBySql } from '../visibility'

/** Which editor leads the article: null for none. */
interface OfDesk {
  editorId: string | null
}

/**
 * Words that a check found wanting and that stand otherwise in a text of the period, or were cut then. Texts that correct what is
 * out are not among them: what was printed was not caught.
 */
export async function listChangedWords(
  actor: Actor,
  { start, end }: Period,
  hidden: string[],
): Promise<(ChangedWords & OfDesk)[]> {
  const erring = [...ERRING_VERDICTS]
  const changed = await db().$queryRaw<(ChangedWords & OfDesk)[]>`
    SELECT DISTINCT ON (claim.id) claim.id AS "claimId", given.verdict, given.aspect, given.words,
      anchor.exact AS became, article."editorId"
    FROM "Revision" text JOIN "Article" article ON article.id = text."articleId"
    JOIN "Anchor" anchor ON anchor."revisionId" = text.id JOIN "Claim" claim ON claim.id = anchor."claimId"
    JOIN "Verdict" given ON given."claimId" = claim.id AND given."givenAt" < text."createdAt"
    WHERE text."createdAt" >= ${start} AND text."createdAt" < ${end} AND text.number > 1
      AND given.verdict = ANY (${erring}::"VerdictKind"[]) AND given."check" <> 'second'
      AND given.words <> anchor.exact AND ${seenBySql(actor)} AND claim.id <> ALL (${hidden})
      AND NOT EXISTS (SELECT FROM "Correction" made WHERE made."revisionId" = text.id)
    ORDER BY claim.id, given."givenAt"
    LIMIT ${MOST}`
  const cut = await db().$queryRaw<(ChangedWords & OfDesk)[]>`
    SELECT DISTINCT ON (claim.id) claim.id AS "claimId", given.verdict, given.aspect, given.words,
      NULL AS became, article."editorId"
    FROM "Verdict" given JOIN "Claim" claim ON claim.id = given."claimId"
    JOIN "Article" article ON article.id = claim."articleId"
    WHERE claim.status = 'cut' AND given."givenAt" >= ${start} AND given."givenAt" < ${end}
      AND given.verdict = ANY (${erring}::"VerdictKind"[]) AND given."check" <> 'second'
      AND ${seenBySql(actor)} AND claim.id <> ALL (${hidden})
      AND NOT EXISTS (SELECT FROM "Correction" made WHERE made."claimId" = claim.id)
    ORDER BY claim.id, given."givenAt"
    LIMIT ${MOST}`
  return [...changed, ...cut]
}

/** Suggestions that were carried out in a text of the period, before the article was out. */
export function listAppliedChanges(actor: Actor, { start, end }: Period) {
  return db().$queryRaw<(AppliedChange & OfDesk)[]>`
    SELECT made."claimId", made.reason, article."editorId"
    FROM "Revision" text JOIN "Article" article ON article.id = text."articleId"
    JOIN "Suggestion" made ON made."articleId" = article.id AND made."appliedIn" = text.id
    WHERE text."createdAt" >= ${start} AND text."createdAt" < ${end} AND made.state = 'applied'
      AND ${seenBySql(actor)}
      AND NOT EXISTS (SELECT FROM "Correction" later WHERE later."revisionId" = text.id)
    ORDER BY made."madeAt" LIMIT ${MOST}`
}

/** So many are looked at in one period at most. */
const MOST = 5_000

/** How many corrections were made in the period, by how the words came to be published. */
export function countCorrectionsBy(actor: Actor, { start, end }: Period) {
  return db().$queryRaw<{ cause: CorrectionCause; count: number }[]>`
    SELECT made.cause, count(*)::int AS count
    FROM "Correction" made JOIN "Article" article ON article.id = made."articleId"
    WHERE made."correctedAt" >= ${start} AND made."correctedAt" < ${end} AND ${seenBySql(actor)}
    GROUP BY 1`
}
