import { cutClaim, markClaim, restoreClaim, setStatus } from '@/lib/commands/claims/claims'
import { settleClaim } from '@/lib/commands/claims/place-claims'
import { giveVerdict } from '@/lib/commands/claims/verdicts'
import type { Command } from '@/lib/commands/command'
import { markCoverage, unmarkCoverage } from '@/lib/commands/coverage/coverage'
import { askQuery, closeQuery } from '@/lib/commands/discussion/queries'
import { stetSuggestion, suggestChange } from '@/lib/commands/discussion/suggestions'
import { removeMember, setRole } from '@/lib/commands/newsroom/members'
import { publishArticle, takeBackPublishing } from '@/lib/commands/publication/publish'
import { reviseArticle } from '@/lib/commands/revisions/revise'
import {
  publishInEmergency,
  revokeSignOff,
  signOff,
  withdrawAcceptance,
} from '@/lib/commands/sign-off/sign-offs'
import { db } from '@/lib/db/client'

export type Part = 'signer' | 'editor' | 'admin' | 'checker' | 'another checker'

/** Something that somebody does to an article at the moment in which it is signed. */
interface Rival {
  by: Part
  command: Command
  /** The event that says that it was done. */
  event: string
  input: (now: RaceMoment) => object
}

export type RaceMoment = Awaited<ReturnType<typeof momentOf>>

/** How an article stands before a race, as each page would show it. */
export async function momentOf(
  { articleId, seen, signer }: { articleId: string; seen: number; signer: string },
  nth: number,
) {
  const article = await db().article.findUniqueOrThrow({ where: { id: articleId } })
  const revision = await db().revision.findFirstOrThrow({
    where: { articleId },
    orderBy: { number: 'desc' },
    include: { marks: { where: { removedAt: null } }, anchors: true },
  })
  const claims = await db().claim.findMany({
    where: { articleId },
    orderBy: { number: 'asc' },
    include: { verdicts: { orderBy: [{ givenAt: 'desc' }, { id: 'desc' }], take: 1 } },
  })
  const query = await db().query.findFirst({ where: { articleId, state: { not: 'closed' } } })
  const suggestion = await db().suggestion.findFirst({ where: { articleId, state: 'undecided' } })
  const acceptance = await db().acceptance.findFirst({ where: { articleId, withdrawnAt: null } })
  const standing = claims.filter(({ status }) => status !== 'cut')
  const [claim] = standing
  const cut = claims.find(({ status }) => status === 'cut')
  const lost = standing.find(({ id }) => !revision.anchors.some(({ claimId }) => claimId === id))
  const on = { articleId, revision: revision.number }
  return {
    ...{ articleId, seen, signer, nth, on, state: article.state, number: revision.number },
    ...{ text: revision.text, markIds: revision.marks.slice(0, 1).map(({ id }) => id) },
    ...{ claimId: claim?.id ?? '', status: claim?.status, over: claim?.verdicts[0]?.id ?? '' },
    ...{ cutId: cut?.id ?? '', lostId: lost?.id ?? '' },
    ...{ queryId: query?.id ?? '', suggestionId: suggestion?.id ?? '' },
    acceptanceId: acceptance?.id ?? '',
  }
}

const paragraph = (text: string) => [{ kind: 'paragraph', text }]
const year = ({ nth }: RaceMoment) => String(1900 + (nth % 97))
const words = { start: 0, end: 14 }

/** Who may get in the way of a signature, and how. */
export const CONCURRENT_CHANGES = {
  'a text with another digit': {
    by: 'checker',
    command: reviseArticle,
    event: 'revision.brought',
    input: (now) => ({
      articleId: now.articleId,
      base: now.number,
      blocks: paragraph(now.text.replace(/in \d+/, `in ${year(now)}`)),
    }),
  },
  'a text with another end': {
    by: 'another checker',
    command: reviseArticle,
    event: 'revision.brought',
    input: (now) => ({
      articleId: now.articleId,
      base: now.number,
      blocks: paragraph(now.text.replace(/crowns.*$/, `crowns${'!'.repeat(1 + (now.nth % 5))}`)),
    }),
  },
  'a lost claim that finds its place': {
    by: 'checker',
    command: settleClaim,
    event: 'claim.placed',
    input: ({ lostId, number, text }) => {
      const start = text.indexOf('opened')
      return { claimId: lostId, revision: number, start, end: start + 14 }
    },
  },
  'a verdict that it is disputed': {
    by: 'checker',
    command: giveVerdict,
    event: 'verdict.given',
    input: ({ claimId, over }) => ({
      claimId,
      over,
      verdict: 'disputed',
      rationale: 'Two say so.',
    }),
  },
  'a verdict that there is nothing to check': {
    by: 'another checker',
    command: giveVerdict,
    event: 'verdict.given',
    input: ({ claimId, over }) => ({
      claimId,
      over,
      verdict: 'not_checkable',
      rationale: 'A view.',
    }),
  },
  'a claim that is set back': {
    by: 'checker',
    command: setStatus,
    event: 'claim.status-set',
    input: ({ claimId, status }) => ({ claimId, from: status, status: 'in_progress' }),
  },
  'a blocking query': {
    by: 'another checker',
    command: askQuery,
    event: 'query.asked',
    input: ({ on }) => ({ ...on, ...words, to: 'editor', question: 'Sure?', blocking: 'on' }),
  },
  'a query that is closed': {
    by: 'checker',
    command: closeQuery,
    event: 'query.closed',
    input: ({ queryId }) => ({ queryId, text: 'Never mind.' }),
  },
  'a suggestion': {
    by: 'checker',
    command: suggestChange,
    event: 'suggestion.made',
    input: ({ on, nth }) => ({ ...on, ...words, after: `The ${nth}th`, reason: 'spelling' }),
  },
  'a stet': {
    by: 'editor',
    command: stetSuggestion,
    event: 'suggestion.stet',
    input: ({ suggestionId }) => ({ suggestionId, reason: 'It is right.' }),
  },
  'a new claim': {
    by: 'another checker',
    command: markClaim,
    event: 'claim.marked',
    input: ({ on }) => ({ ...on, ...words, type: 'event' }),
  },
  'a cut': {
    by: 'checker',
    command: cutClaim,
    event: 'claim.cut',
    input: ({ claimId }) => ({ claimId, reason: 'Too small.' }),
  },
  'a cut that is taken back': {
    by: 'another checker',
    command: restoreClaim,
    event: 'claim.restored',
    input: ({ cutId }) => ({ claimId: cutId }),
  },
  'a mark': {
    by: 'checker',
    command: markCoverage,
    event: 'coverage.marked',
    input: ({ on }) => ({ ...on, kind: 'opinion', places: [words] }),
  },
  'a mark that is taken back': {
    by: 'another checker',
    command: unmarkCoverage,
    event: 'coverage.unmarked',
    input: ({ articleId, markIds }) => ({ articleId, markIds }),
  },
  'a second signer': {
    by: 'editor',
    command: signOff,
    event: 'article.signed-off',
    input: ({ articleId, seen }) => ({ articleId, seen }),
  },
  'a revocation': {
    by: 'editor',
    command: revokeSignOff,
    event: 'sign-off.revoked',
    input: ({ articleId }) => ({ articleId, reason: 'Too early.' }),
  },
  'a publication': {
    by: 'editor',
    command: publishArticle,
    event: 'article.published',
    input: ({ articleId }) => ({ articleId }),
  },
  'a publication that is taken back': {
    by: 'editor',
    command: takeBackPublishing,
    event: 'article.publishing-taken-back',
    input: ({ articleId }) => ({ articleId, reason: 'The printer stopped.' }),
  },
  'an emergency': {
    by: 'editor',
    command: publishInEmergency,
    event: 'article.published-in-emergency',
    input: ({ articleId, seen }) => ({ articleId, seen, reason: 'The dam breaks.' }),
  },
  'an acceptance that is taken back': {
    by: 'editor',
    command: withdrawAcceptance,
    event: 'open-item.acceptance-withdrawn',
    input: ({ acceptanceId }) => ({ acceptanceId }),
  },
  'another role for the signer': {
    by: 'admin',
    command: setRole,
    event: 'member.role-changed',
    input: ({ signer }) => ({ userId: signer, role: 'checker' }),
  },
  'the end of the signer’s place': {
    by: 'admin',
    command: removeMember,
    event: 'member.removed',
    input: ({ signer }) => ({ userId: signer }),
  },
} satisfies Record<string, Rival>

export type RivalName = keyof typeof CONCURRENT_CHANGES

/** The signature itself. */
export const SIGNATURE: Rival = {
  by: 'signer',
  command: signOff,
  event: 'article.signed-off',
  input: ({ articleId, seen }) => ({ articleId, seen }),
}
