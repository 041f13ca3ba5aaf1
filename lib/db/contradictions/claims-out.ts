import type { ClaimOut } from '@/lib/domain/contradictions/against'
import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { isSeen, seenBy } from '../visibility'

/** A claim of an article that is out, and where it is. */
export interface ClaimPrinted extends ClaimOut {
  number: number
  slug: string
  headline: string
}

/** So many of the rarest names are asked for, so many entries counted for each, and so many articles and claims of each looked at. */
const MOST_WORDS = 12
const MOST_HELD = 3_000
const MOST_ARTICLES = 8
const MOST_CLAIMS = 40

/**
 * Claims with a figure, a name or an office, of other articles that are out and that the actor sees: those that have most of some
 * names, the rarest of which weigh most. A claim alone often does not say whose figure it is, so articles are looked for.
 */
export async function listClaimsOut(
  actor: Actor,
  { articleId, names, language }: { articleId: string; names: readonly string[]; language: string },
): Promise<ClaimPrinted[]> {
  if (names.length === 0) return []
  const asked = await db().$queryRaw<{ forms: string[]; held: number }[]>`
    WITH asked AS (
      SELECT word, ARRAY(SELECT "search_forms"(word, ${language})) AS forms
      FROM "search_words"(${names.join(' ')}) AS word LIMIT 60
    )
    SELECT forms, held FROM asked CROSS JOIN LATERAL (
      SELECT count(*)::int AS held FROM (
        SELECT 1 FROM "SearchEntry" entry
        WHERE entry.terms && asked.forms AND entry.kind = 'article' AND entry."newsroomId" = ${actor.newsroomId}
        LIMIT ${MOST_HELD}) AS counted
    ) AS holding
    WHERE held > 0 ORDER BY held, word LIMIT ${MOST_WORDS}`
  if (asked.length === 0) return []
  const forms = [...new Set(asked.flatMap((one) => one.forms))]
  const holds = asked.map(
    (one) =>
      Prisma.sql`CASE WHEN entry.terms && ${one.forms}::text[] THEN ${1 / (1 + Math.log1p(one.held))}::float8 ELSE 0 END`,
  )
  return db().$queryRaw<ClaimPrinted[]>`
    WITH found AS MATERIALIZED (
      SELECT article.id, article.slug, article.headline, article.language, article."revisionNumber",
        ${Prisma.join(holds, ' + ')} AS weight
      FROM "SearchEntry" entry JOIN "Article" article ON article.id = entry."articleId"
      WHERE entry.terms && ${forms}::text[] AND entry.kind = 'article' AND entry."newsroomId" = ${actor.newsroomId}
        AND article.state IN ('published', 'corrected') AND article.id <> ${articleId}
        AND ${isSeen(actor, Prisma.sql`article.id`)}
      ORDER BY weight DESC, article.id LIMIT ${MOST_ARTICLES}
    )
    SELECT claim.id, claim.number, claim.exact, claim.prefix, claim.suffix, found.slug, found.headline, found.language
    FROM found JOIN LATERAL (
      SELECT claim.id, claim.number, anchor.exact, anchor.prefix, anchor.suffix
      FROM "Revision" revision JOIN "Anchor" anchor ON anchor."revisionId" = revision.id
        JOIN "Claim" claim ON claim.id = anchor."claimId"
      WHERE revision."articleId" = found.id AND revision.number = found."revisionNumber" AND claim.status <> 'cut'
        AND (anchor.exact ~ '[0-9]' OR claim.type IN ('name', 'title_or_affiliation', 'number', 'date_or_time', 'money'))
      ORDER BY claim.number LIMIT ${MOST_CLAIMS}
    ) AS claim ON true
    ORDER BY found.weight DESC, claim.number`
}

/** A claim of an article that is out and that the actor sees, as it stands in the newest text there. */
export async function findClaimOut(actor: Actor, id: string) {
  const anchor = await db().anchor.findFirst({
    where: {
      claimId: id,
      claim: { status: { not: 'cut' } },
      revision: { article: { ...seenBy(actor), state: { in: ['published', 'corrected'] } } },
    },
    select: { exact: true, prefix: true, suffix: true },
    orderBy: { revision: { number: 'desc' } },
  })
  return anchor
}
