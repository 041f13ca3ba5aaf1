import type { Actor } from '@/lib/domain/policy'
import { type Writing, writersOf, writersOfClaim } from '@/lib/domain/revisions/writing'
import type { Aspect, Check, Risk, VerdictKind } from '@/lib/domain/vocabulary'
import { db } from '../client'
import type { Prisma } from '../generated/client'
import { withPeople } from '../visibility'

/**
 * Claims of the actor's newsroom with what the rules of the second check go by, in one statement that answers in JSON:
 * their verdicts, newest first, their newest place, and the people of their articles. The condition is about `claim`.
 */
export async function readChecks(actor: Actor, which: Prisma.Sql) {
  const [found] = await db().$queryRaw<Tables[]>`
    WITH claim AS MATERIALIZED (
      SELECT claim.* FROM "Claim" claim
      JOIN "Article" article ON article.id = claim."articleId"
      WHERE article."newsroomId" = ${actor.newsroomId} AND ${which}
    )
    SELECT (
      SELECT json_agg(json_build_object(
        'id', article.id, 'slug', article.slug, 'headline', article.headline,
        'language', article.language, 'revisionNumber', article."revisionNumber",
        'people', (
          SELECT coalesce(json_agg(person), '[]')
          FROM "ArticlePerson" person WHERE person."articleId" = article.id
        ),
        'written', (
          SELECT newest.written FROM "Revision" newest
          WHERE newest."articleId" = article.id ORDER BY newest.number DESC LIMIT 1
        )
      ))
      FROM "Article" article WHERE article.id IN (SELECT "articleId" FROM claim)
    ) AS articles, (
      SELECT json_agg(json_build_object(
        'id', claim.id, 'number', claim.number, 'articleId', claim."articleId",
        'risks', claim.risks, 'claimant', claim.claimant,
        'secondCheckAsked', claim."secondCheckAsked", 'secondCheckerId', claim."secondCheckerId",
        'verdicts', (
          SELECT coalesce(json_agg(json_build_object(
            'id', given.id, 'aspect', given.aspect, 'verdict', given.verdict,
            'check', given."check", 'words', given.words, 'change', given.change,
            'givenById', given."givenById"
          ) ORDER BY given."givenAt" DESC, given.id DESC), '[]')
          FROM "Verdict" given WHERE given."claimId" = claim.id
        ),
        'anchor', (
          SELECT json_build_object(
            'start', anchor.start, 'end', anchor."end", 'exact', anchor.exact,
            'revision', revision.number)
          FROM "Anchor" anchor JOIN "Revision" revision ON revision.id = anchor."revisionId"
          WHERE anchor."claimId" = claim.id ORDER BY revision.number DESC LIMIT 1
        )
      ))
      FROM claim
    ) AS claims`
  const articles = new Map(found?.articles?.map((row) => [row.id, row]))
  return (found?.claims ?? []).flatMap(({ anchor, ...claim }) => {
    const article = articles.get(claim.articleId)
    if (!article) return []
    const { written, revisionNumber, ...here } = article
    const isPlaced = anchor?.revision === revisionNumber
    const wroteIds =
      anchor && isPlaced
        ? writersOfClaim(written ?? [], { anchor, verdicts: claim.verdicts })
        : writersOf(written ?? [])
    const words = anchor?.exact ?? ''
    return [{ ...claim, article: { ...withPeople(here), wroteIds }, words, isPlaced }]
  })
}

interface Tables {
  articles:
    | {
        id: string
        slug: string
        headline: string
        language: string
        revisionNumber: number
        people: { userId: string; part: string }[]
        written: Writing[] | null
      }[]
    | null
  claims: ChecksRow[] | null
}

interface ChecksRow {
  id: string
  number: number
  articleId: string
  risks: Risk[]
  claimant: string | null
  secondCheckAsked: boolean
  secondCheckerId: string | null
  verdicts: {
    id: string
    aspect: Aspect
    verdict: VerdictKind
    check: Check
    words: string
    change: string
    givenById: string
  }[]
  anchor: { start: number; end: number; exact: string; revision: number } | null
}
