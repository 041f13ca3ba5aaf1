import { standingBlind } from '@/lib/domain/claims/blind-check'
import type { ClaimStanding } from '@/lib/domain/claims/status'
import type { Actor } from '@/lib/domain/policy'
import type { SearchKind } from '@/lib/domain/search/search-query'
import { findHidden } from '../claims/hidden-verdicts'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { findNames } from '../newsroom/members'
import type { Hit } from './find-hits'

interface Row {
  kind: SearchKind
  id: string
  claimId: string | null
  personId: string
  facet: string
  /** What it says; of an article, its headline. */
  words: string
  at: Date
  slug: string | null
  headline: string | null
  language: string | null
  state: string | null
  /** The text of an article. */
  text: string | null
  claim: (ClaimStanding & { number: number }) | null
}

export type HitShown = Omit<Row, 'personId'> & { by: string }

/** Hits as they are shown, in their order, with where they stand. They were found for this actor just before. */
export async function showHits(actor: Actor, hits: readonly Hit[]): Promise<HitShown[]> {
  if (hits.length === 0) return []
  const rows = await db().$queryRaw<Row[]>`
    SELECT entry.kind::text AS kind, entry.id, entry."claimId", entry."personId", entry.facet, entry.words, entry.at,
      article.slug, article.headline, article.language, article.state::text AS state,
      CASE WHEN entry.kind = 'article' THEN (
        SELECT revision.text FROM "Revision" revision
        WHERE revision."articleId" = entry.id ORDER BY revision.number DESC LIMIT 1) END AS text,
      CASE WHEN claim.id IS NOT NULL THEN jsonb_build_object(
        'number', claim.number, 'status', claim.status, 'claimant', claim.claimant,
        'saidVerdict', claim."saidVerdict", 'soVerdict', claim."soVerdict") END AS claim
    FROM unnest(${hits.map(({ kind }) => kind)}::"SearchKind"[], ${hits.map(({ id }) => id)}::text[])
      WITH ORDINALITY AS hit (kind, id, place)
    JOIN "SearchEntry" entry ON entry.kind = hit.kind AND entry.id = hit.id AND entry."newsroomId" = ${actor.newsroomId}
    LEFT JOIN "Article" article ON article.id = entry."articleId"
    LEFT JOIN "Claim" claim ON claim.id = entry."claimId"
    ORDER BY hit.place`
  const claims = rows.flatMap(({ claimId }) => claimId ?? [])
  const [names, hidden] = await Promise.all([
    findNames(
      actor,
      rows.map(({ personId }) => personId),
    ),
    findHidden(actor, Prisma.sql`claim.id = ANY (${claims})`),
  ])
  return rows.map(({ personId, claim, ...row }) => ({
    ...row,
    claim: claim && {
      ...claim,
      ...standingBlind(claim, hidden.get(row.claimId ?? '')?.hidden ?? []),
    },
    by: names.get(personId) ?? 'Somebody',
  }))
}
