import { slugIn } from '@/lib/domain/articles/slug'
import type { Actor } from '@/lib/domain/policy'
import { type PlacedBlock, type Span, unstorable } from '@/lib/domain/text/blocks'
import type { SignOffEndKind } from '@/lib/domain/vocabulary'
import type { Article } from '../articles/articles'
import { db } from '../client'
import type { Mark } from '../coverage/coverage'
import { Prisma } from '../generated/client'
import type { Member } from '../newsroom/members'
import type { Revision } from '../revisions/revisions'
import { heardBySql, seenBySql, withPeople, worksOn } from '../visibility'
import { IS_UNSETTLED } from '../watches/page-news'

/**
 * What the workspace shows of an article besides its claims, in one statement, because each costs the page
 * more on its way than in the database; null where there is no such article for this person.
 */
export async function findDeskFacts(actor: Actor, address: string) {
  const slug = slugIn(address)
  if (unstorable(slug)) return null
  const [found] = await db().$queryRaw<{ facts: DeskRow }[]>`
    SELECT json_build_object(
      'article', json_build_object(
        'id', article.id, 'slug', article.slug, 'headline', article.headline,
        'language', article.language, 'state', article.state, 'isArchived', article."archivedAt" IS NOT NULL, 'worry', article.worry,
        'deadline', article.deadline, 'editorId', article."editorId",
        'coveredWords', article."coveredWords", 'people', ${PEOPLE}
      ),
      'revision', json_build_object(
        'id', revision.id, 'number', revision.number, 'sha256', revision.sha256,
        'text', revision.text, 'blocks', revision.blocks, 'words', revision.words
      ),
      'members', ${membersOf(actor)},
      'revisions', ${REVISIONS},
      'marks', ${MARKS},
      'dismissed', ${DISMISSED},
      'claimCount', (SELECT count(*) FROM "Claim" claim WHERE claim."articleId" = article.id),
      'queries', ${queriesOf(actor)},
      'hasSuggestions', ${HAS_SUGGESTIONS},
      'hasDocument', ${HAS_DOCUMENT},
      'signOff', ${LAST_SIGN_OFF},
      'lastChecked', ${LAST_CHECKED},
      'corrections', ${CORRECTIONS},
      'pageNews', ${PAGE_NEWS}
    ) AS facts
    FROM "Article" article
    JOIN "Revision" revision
      ON revision."articleId" = article.id AND revision.number = article."revisionNumber"
    WHERE article.slug = ${slug} AND ${seenBySql(actor)}`
  if (!found) return null
  const { article, ...facts } = found.facts
  return { ...facts, article: withPeople(article) }
}

export type DeskFacts = NonNullable<Awaited<ReturnType<typeof findDeskFacts>>>

/** A query that was answered and is not closed: the number of its claim, and whether the actor asked it. */
export interface AnsweredQuery {
  claim: number | null
  isMine: boolean
}

/** Moments are strings here, as JSON has them. */
interface DeskRow {
  article: Pick<
    Article,
    'id' | 'slug' | 'headline' | 'language' | 'state' | 'worry' | 'editorId' | 'coveredWords'
  > & { isArchived: boolean; deadline: string | null; people: { userId: string; part: string }[] }
  revision: Pick<Revision, 'id' | 'number' | 'sha256' | 'text' | 'words'> & {
    blocks: PlacedBlock[]
  }
  members: (Pick<Member, 'userId' | 'name' | 'role'> & { isPresent: boolean })[]
  revisions: (Pick<Revision, 'number' | 'sha256' | 'words' | 'createdById'> & {
    createdAt: string
  })[]
  marks: Pick<Mark, 'id' | 'kind' | 'start' | 'end'>[]
  dismissed: Span[]
  claimCount: number
  queries: { open: number; blocking: number; answered: AnsweredQuery[] }
  hasSuggestions: boolean
  hasDocument: boolean
  signOff: { emergency: boolean; revision: number; ended: SignOffEndKind | null } | null
  /** The number of the newest revision on which somebody gave a verdict. */
  lastChecked: number | null
  corrections: { count: number; last: string | null }
  /** How many cited pages changed or are gone since they were kept, and nobody has settled it. */
  pageNews: number
}

const PEOPLE = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('userId', person."userId", 'part', person.part)), '[]')
  FROM "ArticlePerson" person WHERE person."articleId" = article.id)`

const membersOf = ({ newsroomId }: Actor) => Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object(
    'userId', member."userId", 'name', person.name, 'role', member.role,
    'isPresent', member."removedAt" IS NULL AND NOT person."isProgram"
  ) ORDER BY member."removedAt" IS NOT NULL, person.name), '[]')
  FROM "Membership" member JOIN "User" person ON person.id = member."userId"
  WHERE member."newsroomId" = ${newsroomId})`

const REVISIONS = Prisma.sql`(
  SELECT json_agg(json_build_object(
    'number', one.number, 'sha256', one.sha256, 'words', one.words,
    'createdById', one."createdById", 'createdAt', one."createdAt"
  ) ORDER BY one.number DESC)
  FROM "Revision" one WHERE one."articleId" = article.id)`

const MARKS = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object(
    'id', mark.id, 'kind', mark.kind, 'start', mark.start, 'end', mark."end"
  ) ORDER BY mark.start, mark."end"), '[]')
  FROM "CoverageMark" mark WHERE mark."revisionId" = revision.id AND mark."removedAt" IS NULL)`

const DISMISSED = Prisma.sql`(
  SELECT coalesce(json_agg(
    json_build_object('start', one.start, 'end', one."end") ORDER BY one.start), '[]')
  FROM "CandidateDecision" one
  WHERE one."revisionId" = revision.id AND one.fate = 'dismissed' AND one."withdrawnAt" IS NULL)`

const queriesOf = (actor: Actor) => Prisma.sql`(
  SELECT json_build_object(
    'open', count(*) FILTER (WHERE query.state = 'open'),
    'blocking', count(*) FILTER (WHERE query.state = 'open' AND query.blocking),
    'answered', coalesce(json_agg(json_build_object(
      'claim', asked.number, 'isMine', query."askedById" = ${actor.userId}
    ) ORDER BY query.blocking DESC, query."askedAt") FILTER (WHERE query.state = 'answered'), '[]'))
  FROM "Query" query LEFT JOIN "Claim" asked ON asked.id = query."claimId"
  WHERE query."articleId" = article.id AND query.state <> 'closed'
    AND (${heardBySql(actor)} OR (query."to" = 'writer' AND ${worksOn(actor, 'writer')})))`

const HAS_SUGGESTIONS = Prisma.sql`EXISTS (
  SELECT FROM "Suggestion" one
  WHERE one."articleId" = article.id AND one.state IN ('undecided', 'accepted'))`

const HAS_DOCUMENT = Prisma.sql`EXISTS (
  SELECT FROM "Document" one WHERE one."articleId" = article.id)`

const LAST_SIGN_OFF = Prisma.sql`(
  SELECT json_build_object(
    'emergency', one.emergency, 'revision', signed.number, 'ended', ending.kind)
  FROM "SignOff" one
  JOIN "Revision" signed ON signed.id = one."revisionId"
  LEFT JOIN "SignOffEnd" ending ON ending."signOffId" = one.id
  WHERE one."articleId" = article.id
  ORDER BY one."signedAt" DESC, one.id DESC LIMIT 1)`

const LAST_CHECKED = Prisma.sql`(
  SELECT max(checked.number)
  FROM "Claim" claim
  JOIN "Verdict" verdict ON verdict."claimId" = claim.id
  JOIN "Revision" checked ON checked.id = verdict."revisionId"
  WHERE claim."articleId" = article.id)`

const CORRECTIONS = Prisma.sql`(
  SELECT json_build_object('count', count(*), 'last', max(one."correctedAt"))
  FROM "Correction" one WHERE one."articleId" = article.id)`

const PAGE_NEWS = Prisma.sql`(
  SELECT count(*) FROM "PageWatch" watch WHERE watch."articleId" = article.id AND ${IS_UNSETTLED})`
