import type { Passage } from '@/lib/domain/captures/passage'
import { isSameWording } from '@/lib/domain/claims/standing'
import type { ComparisonKind, Reading } from '@/lib/domain/comparisons/benches/readings'
import type { Actor } from '@/lib/domain/policy'
import { type Writing, writersOf, writersOfClaim } from '@/lib/domain/revisions/writing'
import { db } from '../client'
import { Prisma, type SecondaryWaiver, type Verdict } from '../generated/client'
import { columns, type JsonRow } from '../json-row'
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
  shakenAt: true,
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
  claimId: true,
  sourceId: true,
  aspect: true,
  stance: true,
  directness: true,
  locator: true,
  excerpt: true,
  note: true,
  captureId: true,
  passage: true,
  version: true,
  addedById: true,
  addedAt: true,
} as const satisfies Prisma.EvidenceSelect

const comparison = {
  id: true,
  evidenceId: true,
  kind: true,
  printed: true,
  against: true,
  translated: true,
  reading: true,
  shown: true,
  note: true,
  madeById: true,
  madeAt: true,
} as const satisfies Prisma.ComparisonSelect

const source = {
  id: true,
  kind: true,
  title: true,
  publisher: true,
  published: true,
  url: true,
  origin: true,
  originGroupId: true,
  fellAt: true,
  fellReason: true,
  version: true,
} as const satisfies Prisma.SourceSelect

/**
 * A claim with its newest place and the words there, its evidence, the waivers given for these words, and all its
 * verdicts, newest first: what commands go by. Nobody is shown it but through `asKnownTo`.
 */
export type Claim = ReturnType<typeof joined>[number]

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
  const [found] = await db().$queryRaw<Tables[]>`
    WITH claim AS MATERIALIZED (
      SELECT claim.* FROM "Claim" claim
      JOIN "Article" article ON article.id = claim."articleId"
      WHERE article."newsroomId" = ${actor.newsroomId} AND ${which} ORDER BY claim.number ${limit}
    )
    SELECT (
      SELECT json_agg(one) FROM (
        SELECT ${ARTICLE}, (
          SELECT coalesce(json_agg(person), '[]')
          FROM "ArticlePerson" person WHERE person."articleId" = article.id
        ) AS people, (
          SELECT newest.written FROM "Revision" newest
          WHERE newest."articleId" = article.id AND newest.number = article."revisionNumber"
        ) AS written
        FROM "Article" article WHERE article.id IN (SELECT "articleId" FROM claim)
      ) one
    ) AS articles, (
      SELECT json_agg(one ORDER BY one.number) FROM (
        SELECT ${CLAIM}, anchor.* FROM claim LEFT JOIN LATERAL (
          SELECT anchor.start, anchor."end", anchor.exact, anchor."revisionId",
            revision.number AS "anchorNumber"
          FROM "Anchor" anchor JOIN "Revision" revision ON revision.id = anchor."revisionId"
          WHERE anchor."claimId" = claim.id ORDER BY revision.number DESC LIMIT 1
        ) anchor ON true
      ) one
    ) AS claims, (
      SELECT json_agg(one ORDER BY one."addedAt", one.id) FROM (
        SELECT ${EVIDENCE} FROM "Evidence" evidence JOIN claim ON claim.id = evidence."claimId"
        WHERE evidence."detachedAt" IS NULL
      ) one
    ) AS evidence, (
      SELECT json_agg(one) FROM (
        SELECT ${SOURCE} FROM "Source" source WHERE source.id IN (
          SELECT evidence."sourceId" FROM "Evidence" evidence JOIN claim ON claim.id = evidence."claimId"
          WHERE evidence."detachedAt" IS NULL
        )
      ) one
    ) AS sources, (
      SELECT json_agg(one ORDER BY one."madeAt" DESC, one.id DESC) FROM (
        SELECT ${COMPARISON} FROM "Comparison" comparison
        JOIN "Evidence" evidence ON evidence.id = comparison."evidenceId"
        JOIN claim ON claim.id = evidence."claimId" WHERE evidence."detachedAt" IS NULL
      ) one
    ) AS comparisons, (
      SELECT json_agg(given ORDER BY given."givenAt" DESC, given.id DESC)
      FROM "Verdict" given JOIN claim ON claim.id = given."claimId"
    ) AS verdicts, (
      SELECT json_agg(waiver ORDER BY waiver."givenAt" DESC)
      FROM "SecondaryWaiver" waiver JOIN claim ON claim.id = waiver."claimId"
    ) AS waivers`
  return found ? joined(found) : []
}

const [ARTICLE, CLAIM] = [columns(article, 'article'), columns(claim, 'claim')]
const [EVIDENCE, SOURCE] = [columns(evidence, 'evidence'), columns(source, 'source')]
const COMPARISON = columns(comparison, 'comparison')

/** What the database answers with, table by table: a row in another is found by its id, so that it is sent once. */
interface Tables {
  articles: ArticleRow[] | null
  claims: ClaimRow[] | null
  evidence: JsonRow<Prisma.EvidenceGetPayload<{ select: typeof evidence }>>[] | null
  sources: JsonRow<Prisma.SourceGetPayload<{ select: typeof source }>>[] | null
  comparisons: JsonRow<Prisma.ComparisonGetPayload<{ select: typeof comparison }>>[] | null
  verdicts: JsonRow<Verdict>[] | null
  waivers: JsonRow<SecondaryWaiver>[] | null
}

type ArticleRow = JsonRow<
  Prisma.ArticleGetPayload<{
    select: typeof article & { people: { select: { userId: true; part: true } } }
  }>
> & { written: Writing[] }

type ClaimRow = JsonRow<Prisma.ClaimGetPayload<{ select: typeof claim }>> & {
  start: number | null
  end: number
  exact: string
  revisionId: string
  anchorNumber: number
}

function joined(tables: Tables) {
  const articles = new Map(tables.articles?.map((row) => [row.id, withPeople(row)]))
  const sources = new Map(
    tables.sources?.map((row) => [row.id, { ...row, fellAt: moment(row.fellAt) }]),
  )
  const evidence = grouped(tables.evidence, ({ claimId }) => claimId)
  const comparisons = grouped(tables.comparisons, ({ evidenceId }) => evidenceId)
  const verdicts = grouped(tables.verdicts, ({ claimId }) => claimId)
  const waivers = grouped(tables.waivers, ({ claimId }) => claimId)
  return (tables.claims ?? []).map(({ articleId, ...claim }) => {
    const { written, ...article } = there(articles, articleId)
    const {
      start,
      end,
      exact,
      revisionId,
      anchorNumber: number,
      createdAt,
      ...rest
    } = {
      ...claim,
      shakenAt: moment(claim.shakenAt),
    }
    if (start === null) throw new Error(`claim ${claim.id} has no anchor`)
    const anchor = { start, end, exact, revisionId, revision: { number } }
    const given = (verdicts.get(claim.id) ?? []).map((one) => ({
      ...one,
      givenAt: new Date(one.givenAt),
    }))
    const isPlaced = number === article.revisionNumber
    const wroteIds = isPlaced
      ? writersOfClaim(written, { anchor, verdicts: given })
      : writersOf(written)
    return {
      ...rest,
      createdAt: new Date(createdAt),
      article: { ...article, wroteIds },
      anchor,
      evidence: (evidence.get(claim.id) ?? []).map(({ claimId: _, sourceId, passage, ...one }) => ({
        ...one,
        passage: passage as Passage | null,
        addedAt: new Date(one.addedAt),
        source: there(sources, sourceId),
        comparisons: (comparisons.get(one.id) ?? []).map(({ evidenceId: _, ...made }) => ({
          ...made,
          kind: made.kind as ComparisonKind,
          reading: made.reading as Reading,
          madeAt: new Date(made.madeAt),
        })),
      })),
      verdicts: given,
      waivers: (waivers.get(claim.id) ?? [])
        .filter(({ words }) => isSameWording(words, exact))
        .map((one) => ({ ...one, givenAt: new Date(one.givenAt) })),
    }
  })
}

const moment = (at: string | null) => (at === null ? null : new Date(at))

function grouped<Row>(rows: readonly Row[] | null, by: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows ?? []) {
    const others = groups.get(by(row))
    if (others) others.push(row)
    else groups.set(by(row), [row])
  }
  return groups
}

function there<Row>(rows: ReadonlyMap<string, Row>, id: string): Row {
  const row = rows.get(id)
  if (!row) throw new Error(`nothing has the id ${id}`)
  return row
}
