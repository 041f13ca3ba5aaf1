import { isSameWording } from '@/lib/domain/claims/standing'
import type { Actor } from '@/lib/domain/policy'
import { type Writing, writersOf, writersOfClaim } from '@/lib/domain/revisions/writing'
import { db } from '../client'
import { Prisma, type SecondaryWaiver, type Verdict } from '../generated/client'
import { type JsonRow, jsonPairs } from '../json-row'
import { withPeople } from '../visibility'

/** What every list of claims shows of each. */
export const listed = {
  id: true,
  number: true,
  type: true,
  risks: true,
  claimant: true,
  assigneeId: true,
  status: true,
  saidVerdict: true,
  soVerdict: true,
  secondCheckAsked: true,
  secondCheckerId: true,
  frameAspects: true,
  frameBefore: true,
  frameAfter: true,
  version: true,
} as const satisfies Prisma.ClaimSelect

const claim = {
  ...listed,
  articleId: true,
  createdById: true,
  createdAt: true,
} as const satisfies Prisma.ClaimSelect

const article = {
  id: true,
  slug: true,
  language: true,
  state: true,
  revisionNumber: true,
} as const satisfies Prisma.ArticleSelect

const evidence = {
  id: true,
  aspect: true,
  stance: true,
  directness: true,
  locator: true,
  excerpt: true,
  note: true,
  version: true,
  addedById: true,
  addedAt: true,
} as const satisfies Prisma.EvidenceSelect

const source = {
  id: true,
  kind: true,
  title: true,
  publisher: true,
  published: true,
  url: true,
  origin: true,
  version: true,
} as const satisfies Prisma.SourceSelect

/**
 * A claim with its newest place and the words there, its evidence, the waivers given for these words, and all its
 * verdicts, newest first: what commands go by. Nobody is shown it but through `asKnownTo`.
 */
export type Claim = ReturnType<typeof shaped>

/**
 * Claims of the actor's newsroom with all that is on file about them, in the order of the numbers, in one statement. The
 * condition is about `claim` and its `article`; without one on the article, it may be one that the actor does not see.
 */
export async function readWholeClaims(
  actor: Actor,
  which: Prisma.Sql,
  take?: number,
): Promise<Claim[]> {
  const limit = take === undefined ? Prisma.empty : Prisma.sql`LIMIT ${take}`
  const [found] = await db().$queryRaw<{ articles: Record<string, ArticleRow>; claims: Row[] }[]>`
    WITH claim AS MATERIALIZED (
      SELECT claim.* FROM "Claim" claim
      JOIN "Article" article ON article.id = claim."articleId"
      WHERE article."newsroomId" = ${actor.newsroomId} AND ${which} ORDER BY claim.number ${limit}
    )
    SELECT (
      SELECT coalesce(json_object_agg(article.id, json_build_object(${ARTICLE}, 'people', (
        SELECT coalesce(json_agg(person), '[]')
        FROM "ArticlePerson" person WHERE person."articleId" = article.id
      ), 'written', (
        SELECT newest.written FROM "Revision" newest
        WHERE newest."articleId" = article.id AND newest.number = article."revisionNumber"
      ))), '{}')
      FROM "Article" article WHERE article.id IN (SELECT "articleId" FROM claim)
    ) AS articles, (
      SELECT coalesce(json_agg(json_build_object(${CLAIM}, 'anchor', (
        SELECT json_build_object(
          'start', anchor.start, 'end', anchor."end", 'exact', anchor.exact,
          'revisionId', revision.id, 'revision', json_build_object('number', revision.number))
        FROM "Anchor" anchor JOIN "Revision" revision ON revision.id = anchor."revisionId"
        WHERE anchor."claimId" = claim.id ORDER BY revision.number DESC LIMIT 1
      ), 'evidence', (
        SELECT coalesce(json_agg(json_build_object(
          ${EVIDENCE}, 'source', json_build_object(${SOURCE})
        ) ORDER BY evidence."addedAt", evidence.id), '[]')
        FROM "Evidence" evidence JOIN "Source" source ON source.id = evidence."sourceId"
        WHERE evidence."claimId" = claim.id AND evidence."detachedAt" IS NULL
      ), 'verdicts', (
        SELECT coalesce(json_agg(given ORDER BY given."givenAt" DESC, given.id DESC), '[]')
        FROM "Verdict" given WHERE given."claimId" = claim.id
      ), 'waivers', (
        SELECT coalesce(json_agg(waiver ORDER BY waiver."givenAt" DESC), '[]')
        FROM "SecondaryWaiver" waiver WHERE waiver."claimId" = claim.id
      )) ORDER BY claim.number), '[]')
      FROM claim
    ) AS claims`
  const rows = Object.values(found?.articles ?? {})
  const articles = new Map(rows.map((article) => [article.id, withPeople(article)]))
  return found?.claims.map((row) => shaped(row, articles.get(row.articleId))) ?? []
}

const [ARTICLE, CLAIM] = [jsonPairs(article, 'article'), jsonPairs(claim, 'claim')]
const [EVIDENCE, SOURCE] = [jsonPairs(evidence, 'evidence'), jsonPairs(source, 'source')]

type ArticleRow = JsonRow<
  Prisma.ArticleGetPayload<{
    select: typeof article & { people: { select: { userId: true; part: true } } }
  }>
> & { written: Writing[] }

type Row = JsonRow<
  Prisma.ClaimGetPayload<{ select: typeof claim }> & {
    anchor: { start: number; end: number; exact: string; revisionId: string } & {
      revision: { number: number }
    }
    evidence: Prisma.EvidenceGetPayload<{
      select: typeof evidence & { source: { select: typeof source } }
    }>[]
    verdicts: Verdict[]
    waivers: SecondaryWaiver[]
  }
>

function shaped(row: Row, found: ReturnType<typeof withPeople<ArticleRow>> | undefined) {
  const { articleId: _, createdAt, anchor, evidence, verdicts, waivers, ...rest } = row
  if (!anchor || !found) throw new Error(`claim ${rest.id} has no anchor`)
  const { written, ...here } = found
  const isPlaced = anchor.revision.number === here.revisionNumber
  const wroteIds = isPlaced ? writersOfClaim(written, { anchor, verdicts }) : writersOf(written)
  const article = { ...here, wroteIds }
  return {
    ...rest,
    createdAt: new Date(createdAt),
    article,
    anchor,
    evidence: evidence.map((one) => ({ ...one, addedAt: new Date(one.addedAt) })),
    verdicts: verdicts.map((one) => ({ ...one, givenAt: new Date(one.givenAt) })),
    waivers: waivers
      .filter(({ words }) => isSameWording(words, anchor.exact))
      .map((one) => ({ ...one, givenAt: new Date(one.givenAt) })),
  }
}
