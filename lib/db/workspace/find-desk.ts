import type { FrameOnFile } from '@/lib/domain/claims/frame'
import { type Actor, can, canAnswerForLawyer, canBeAssigned, hearsCheck } from '@/lib/domain/policy'
import { isCorrectable, isOut } from '@/lib/domain/publication/publication'
import { listUnplacedClaims, type UnplacedClaim } from '../claims/anchors'
import { type ListedClaim, listClaims } from '../claims/claims'
import { countSuggestions } from '../discussion/suggestions'
import { type DeskFacts, findDeskFacts } from './desk-facts'
import { type Dossier, findDossier } from './dossiers'

/** Everything that the workspace shows of an article, with what is on file about one claim; null where there is no such article for this person. */
export async function findDesk(actor: Actor, { slug, claim }: { slug: string; claim: number }) {
  const facts = await findDeskFacts(actor, slug)
  if (!facts) return null
  const { article, revision, hasSuggestions, claimCount } = facts
  const [claims, dossier, suggestions] = await Promise.all([
    listClaims(actor, article.id, revision.id),
    claim > 0 && claim < 1e6 ? findDossier(actor, article.id, Math.trunc(claim)) : null,
    hasSuggestions ? countSuggestions(actor, article.id) : { undecided: 0, accepted: 0 },
  ])
  const isWhole = claims.length >= claimCount
  const unplaced = isWhole ? [] : await listUnplacedClaims(actor, article.id, revision.id)
  return deskOf(actor, facts, { claims, unplaced, dossier, suggestions })
}

/** Everything that the workspace shows, as the server sends it. */
export type Desk = NonNullable<Awaited<ReturnType<typeof findDesk>>>

function deskOf(
  actor: Actor,
  facts: DeskFacts,
  {
    claims,
    unplaced,
    dossier,
    suggestions,
  }: {
    claims: ListedClaim[]
    unplaced: UnplacedClaim[]
    dossier: Dossier | null
    suggestions: { undecided: number; accepted: number }
  },
) {
  const { article, revision, revisions, marks, dismissed, members, signOff, lastChecked } = facts
  const { queries, corrections, hasDocument, pageNews } = facts
  const { id, slug, headline, language, state, isArchived, worry, deadline, coveredWords } = article
  const { number, sha256, text, blocks, words } = revision
  // What somebody wrote is asked of each claim and at the gate; here, whether they check and sign in this article at all.
  const unwritten = { ...article, wroteIds: [] }
  const present = members.filter(({ isPresent }) => isPresent)
  return {
    newsroom: actor.newsroomSlug,
    me: actor.userId,
    /** Where the newsroom’s log ended when this was read: what is here is at least as new. */
    seq: actor.seenSeq,
    article: {
      ...{ id, slug, headline, language, state, isArchived, worry },
      deadline: deadline && moment(deadline),
    },
    /** The newest signature, if there ever was one. */
    signOff,
    revision: { number, sha256, text, blocks },
    coverage: { words, covered: coveredWords },
    claims: claims.map(asShown),
    unplaced,
    hasDocument,
    /** How often what is published was corrected, and when last; null where it was not. */
    corrected:
      isOut(state) && corrections.last
        ? { count: corrections.count, at: moment(corrections.last) }
        : null,
    /** How many of the pages that it cites changed or are gone while it is out, and nobody has settled it. */
    pageNews: isCorrectable(state) ? pageNews : 0,
    revisions: revisions.map((one) => ({ ...one, createdAt: moment(one.createdAt) })),
    marks,
    /** Proposals that somebody dismissed. */
    dismissed,
    names: Object.fromEntries(members.map(({ userId, name }) => [userId, name])) satisfies Record<
      string,
      string
    >,
    assignable: present.filter((one) => canBeAssigned(actor, one, article)).map(named),
    may: {
      mark: can(actor, 'claim.mark', article),
      waiveWords: can(actor, 'coverage.waive', unwritten),
      edit: can(actor, 'claim.edit', article),
      rate: can(actor, 'claim.rate', unwritten),
      waive: can(actor, 'claim.waive', unwritten),
      attach: can(actor, 'evidence.attach', article),
      judgeOrigins: can(actor, 'source.judge-origin', {}),
      move: can(actor, 'article.move', article),
      details: can(actor, 'article.edit', article),
      ask: can(actor, 'query.ask', article),
      suggest: can(actor, 'suggestion.make', article),
      comment: can(actor, 'claim.comment', article),
      revise: can(actor, 'article.revise', article) && !isOut(state),
      sign: can(actor, 'sign-off.give', unwritten),
      apply: can(actor, 'suggestion.apply', article) && !isOut(state),
      correct: can(actor, 'article.correct', article) && isCorrectable(state),
    },
    /** What is open between people: queries without an answer, answers that nobody closed, suggestions that no editor decided, accepted ones that wait to be applied. */
    talk: {
      ...{ queries: queries.open, blocking: queries.blocking, answered: queries.answered },
      ...suggestions,
    },
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

function named({ userId, name }: { userId: string; name: string }): [id: string, name: string] {
  return [userId, name]
}

/** A moment of the database's JSON as every part of Stet writes it (ISO 8601, in UTC, milliseconds). */
const moment = (at: string) => new Date(at).toISOString()

/** How a second check stands; left out where a claim needs none, as most do. */
type SecondCheckShown = Pick<ListedClaim, 'second' | 'secondCheckAsked' | 'secondCheckerId'>

/** A claim as the list and the marks show it. */
export type ClaimShown = Omit<ListedClaim, keyof SecondCheckShown | keyof FrameOnFile> &
  Partial<SecondCheckShown> &
  Partial<FrameOnFile>

/** A claim without what most claims do not have. */
export function asShown(claim: ListedClaim): ClaimShown {
  const { second, secondCheckAsked, secondCheckerId, ...others } = claim
  const { frameAspects, frameBefore, frameAfter, ...rest } = others
  return {
    ...rest,
    ...(second !== 'not_needed' && { second, secondCheckAsked, secondCheckerId }),
    ...(frameAspects.length > 0 && { frameAspects, frameBefore, frameAfter }),
  }
}

/** The same as the page asks for it again; text and blocks only where it does not have this text yet. */
export type DeskNews = Omit<Desk, 'revision'> & {
  revision: Pick<Desk['revision'], 'number' | 'sha256'> & Partial<Desk['revision']>
}
