import { type Actor, can, canAnswerForLawyer, canBeAssigned, hearsCheck } from '@/lib/domain/policy'
import { isCorrectable, isOut } from '@/lib/domain/publication/publication'
import type { Span } from '@/lib/domain/text/blocks'
import { type Article, findArticle } from '../articles/articles'
import { listUnplacedClaims, type UnplacedClaim } from '../claims/anchors'
import { listDismissed } from '../claims/candidates'
import { type ListedClaim, listClaims } from '../claims/claims'
import { findLastChecked } from '../claims/verdicts'
import { listMarks, type Mark } from '../coverage/coverage'
import { listOpenQueries } from '../discussion/queries'
import { countSuggestions } from '../discussion/suggestions'
import { listMembers, type Member } from '../newsroom/members'
import { type Corrected, findCorrected } from '../publication/corrections'
import {
  findRevision,
  type ListedRevision,
  listRevisions,
  type Revision,
} from '../revisions/revisions'
import { findLastSignOff, type LastSignOff } from '../sign-off/sign-offs'
import { type Dossier, findDossier } from './dossiers'

/** Everything that the workspace shows of an article, with what is on file about one claim; null where there is no such article for this person. */
export async function findDesk(actor: Actor, { slug, claim }: { slug: string; claim: number }) {
  const article = await findArticle(actor, { slug })
  if (!article) return null
  const [revision, members, dossier] = await Promise.all([
    findRevision(actor, article.id),
    listMembers(actor),
    claim > 0 && claim < 1e6 ? findDossier(actor, article.id, Math.trunc(claim)) : null,
  ])
  if (!revision) return null
  const [claims, marks, dismissed, unplaced, revisions, talk, signOff, lastChecked] =
    await Promise.all([
      listClaims(actor, article.id, revision.id),
      listMarks(actor, revision.id),
      listDismissed(actor, revision.id),
      listUnplacedClaims(actor, article.id, revision.id),
      listRevisions(actor, article.id),
      countTalk(actor, article.id),
      findLastSignOff(actor, article.id),
      findLastChecked(actor, article.id),
    ])
  const corrected = isOut(article.state) ? await findCorrected(actor, article.id) : null
  const found = { article, revision, claims, marks, dismissed, members, dossier, talk, corrected }
  return deskOf(actor, { ...found, unplaced, revisions, signOff, lastChecked })
}

/** What is open between people: queries that nobody closed, suggestions that no editor decided, accepted ones that wait to be applied. */
export async function countTalk(actor: Actor, articleId: string) {
  const [queries, suggestions] = await Promise.all([
    listOpenQueries(actor, articleId),
    countSuggestions(actor, articleId),
  ])
  const blocking = queries.filter((query) => query.blocking).length
  return { queries: queries.length, blocking, ...suggestions }
}

/** Everything that the workspace shows, as the server sends it. */
export type Desk = NonNullable<Awaited<ReturnType<typeof findDesk>>>

function deskOf(
  actor: Actor,
  {
    article,
    revision,
    claims,
    marks,
    dismissed,
    unplaced,
    revisions,
    members,
    dossier,
    talk,
    signOff,
    lastChecked,
    corrected,
  }: {
    article: Article
    revision: Revision
    claims: ListedClaim[]
    marks: Mark[]
    dismissed: Span[]
    unplaced: UnplacedClaim[]
    revisions: ListedRevision[]
    members: Member[]
    dossier: Dossier | null
    talk: { queries: number; blocking: number; undecided: number; accepted: number }
    signOff: LastSignOff
    lastChecked: number | null
    corrected: Corrected | null
  },
) {
  const { id, slug, headline, language, state, worry, deadline, coveredWords } = article
  const { number, sha256, text, blocks, words } = revision
  const present = members.filter(({ removedAt }) => removedAt === null)
  return {
    newsroom: actor.newsroomSlug,
    me: actor.userId,
    /** Where the newsroom’s log ended when this was read: what is here is at least as new. */
    seq: actor.seenSeq,
    article: {
      ...{ id, slug, headline, language, state, worry },
      deadline: deadline?.toISOString() ?? null,
    },
    /** The newest signature, if there ever was one. */
    signOff,
    revision: { number, sha256, text, blocks },
    coverage: { words, covered: coveredWords },
    claims: claims.map(asShown),
    unplaced,
    /** How often what is published was corrected, and when last; null where it was not. */
    corrected,
    revisions: revisions.map(({ createdAt, ...one }) => ({
      ...one,
      createdAt: createdAt.toISOString(),
    })),
    marks: marks.map(asMarked),
    /** Proposals that somebody dismissed. */
    dismissed: dismissed.map(asSpan),
    names: Object.fromEntries(members.map(({ userId, name }) => [userId, name])) satisfies Record<
      string,
      string
    >,
    assignable: present.filter((one) => canBeAssigned(actor, one, article)).map(named),
    may: {
      mark: can(actor, 'claim.mark', article),
      waiveWords: can(actor, 'coverage.waive', article),
      edit: can(actor, 'claim.edit', article),
      rate: can(actor, 'claim.rate', article),
      waive: can(actor, 'claim.waive', article),
      attach: can(actor, 'evidence.attach', article),
      move: can(actor, 'article.move', article),
      details: can(actor, 'article.edit', article),
      ask: can(actor, 'query.ask', article),
      suggest: can(actor, 'suggestion.make', article),
      comment: can(actor, 'claim.comment', article),
      revise: can(actor, 'article.revise', article) && !isOut(state),
      sign: can(actor, 'sign-off.give', article),
      apply: can(actor, 'suggestion.apply', article) && !isOut(state),
      correct: can(actor, 'article.correct', article) && isCorrectable(state),
    },
    talk,
    /** The number of the newest revision on which somebody gave a verdict. */
    lastChecked,
    /** Who can answer in the lawyer's place. */
    lawyers: present.filter((one) => canAnswerForLawyer(actor, one, article)).map(named),
    /** Who can be called by name in a comment. */
    mentionable: present
      .filter((one) => hearsCheck({ ...one, selfCheck: actor.selfCheck }, article))
      .map(({ name }) => name),
    /** The claim that the address names, so that it is there at first paint. */
    dossier,
  }
}

function named({ userId, name }: Member): [userId: string, name: string] {
  return [userId, name]
}

/** How a second check stands; left out where a claim needs none, as most do. */
type SecondCheckShown = Pick<ListedClaim, 'second' | 'secondCheckAsked' | 'secondCheckerId'>

/** A claim as the list and the marks show it. */
export type ClaimShown = Omit<ListedClaim, 'createdAt' | 'createdById' | keyof SecondCheckShown> &
  Partial<SecondCheckShown>

export const asMarked = ({ id, kind, start, end }: Mark) => ({ id, kind, start, end })

export const asSpan = ({ start, end }: Span) => ({ start, end })

export function asShown({ createdAt: _, createdById: __, ...claim }: ListedClaim): ClaimShown {
  if (claim.second !== 'not_needed') return claim
  const { second: ___, secondCheckAsked: ____, secondCheckerId: _____, ...rest } = claim
  return rest
}

/** The same as the page asks for it again; text and blocks only where it does not have this text yet. */
export type DeskNews = Omit<Desk, 'revision'> & {
  revision: Pick<Desk['revision'], 'number' | 'sha256'> & Partial<Desk['revision']>
}
