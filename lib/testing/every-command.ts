import { bringArticle, editArticle, moveArticle } from '@/lib/commands/articles/articles'
import {
  assignClaims,
  putClaimsBack,
  setStatuses,
  typeClaims,
} from '@/lib/commands/claims/bulk-claims'
import { dismissCandidate, restoreCandidate } from '@/lib/commands/claims/candidates'
import {
  cutClaim,
  editClaim,
  markClaim,
  restoreClaim,
  setStatus,
} from '@/lib/commands/claims/claims'
import { settleClaim, unsettleClaim } from '@/lib/commands/claims/place-claims'
import {
  askSecondCheck,
  nameSecondChecker,
  withdrawSecondCheck,
} from '@/lib/commands/claims/second-checks'
import { decideVerdict, giveVerdict, waiveSecondary } from '@/lib/commands/claims/verdicts'
import type { Command } from '@/lib/commands/command'
import { markCoverage, unmarkCoverage, waiveWords } from '@/lib/commands/coverage/coverage'
import { applyAccepted } from '@/lib/commands/discussion/apply-suggestions'
import { reopenComment, resolveComment, writeComment } from '@/lib/commands/discussion/comments'
import { answerQuery, askQuery, closeQuery, reopenQuery } from '@/lib/commands/discussion/queries'
import {
  acceptSuggestion,
  dissent,
  stetSuggestion,
  suggestChange,
  withdrawSuggestion,
} from '@/lib/commands/discussion/suggestions'
import { changePassword, logOutEverywhere } from '@/lib/commands/newsroom/account'
import {
  changeNewsroom,
  invite,
  removeMember,
  setRole,
  withdrawInvitation,
} from '@/lib/commands/newsroom/members'
import { correctArticle } from '@/lib/commands/publication/correct'
import {
  publishArticle,
  reinstateArticle,
  takeBackPublishing,
  withdrawArticle,
} from '@/lib/commands/publication/publish'
import { reviseArticle } from '@/lib/commands/revisions/revise'
import {
  acceptOpenItems,
  publishInEmergency,
  revokeSignOff,
  signOff,
  withdrawAcceptance,
} from '@/lib/commands/sign-off/sign-offs'
import { attachEvidence, detachEvidence, editEvidence } from '@/lib/commands/sources/evidence'
import { addSource, editSource } from '@/lib/commands/sources/sources'
import { findChainHead } from '@/lib/db/audit/log'
import { listOpenItems } from '@/lib/db/sign-off/open-items'
import { db } from '../db/client'
import { aNewsroom, spanOf, TEST_PASSWORD } from './newsroom'

export type Scene = Awaited<ReturnType<typeof aScene>>
export type Person = keyof Scene['people']

/** A newsroom with somebody of every kind, and something of everything that a command can be about. */
export async function aScene() {
  const newsroom = await aNewsroom()
  const people = {
    admin: await newsroom.member('admin', 'Ada'),
    editor: await newsroom.member('editor', 'Ines'),
    checker: await newsroom.member('checker', 'Tom'),
    writer: await newsroom.member('writer', 'Lena'),
    'another checker': await newsroom.member('checker', 'Olu'),
    'another writer': await newsroom.member('writer', 'Pia'),
    auditor: await newsroom.member('auditor', 'Bo'),
  }
  const { admin, editor, checker, writer } = people
  const article = await newsroom.article({ by: editor, writers: [writer], checkers: [checker] })
  const claim = await newsroom.claim({ ...article, by: checker }, 'opened in 1932')
  const cut = await newsroom.claim({ ...article, by: checker }, 'in May')
  await cutClaim(checker, { claimId: cut.claimId, reason: 'It will be cut.' })
  const { evidenceId, sourceId } = await newsroom.evidence(claim)
  await invite(admin, { email: 'new@example.org', role: 'checker' })
  const { id: invitationId } = await db().invitation.findFirstOrThrow({
    where: { newsroomId: admin.newsroomId },
  })
  const place = { articleId: article.articleId, revision: 1 }
  const { markIds } = await markCoverage(checker, {
    ...place,
    kind: 'opinion',
    places: [{ start: 0, end: 3 }],
  })
  const { decisionId } = await dismissCandidate(checker, {
    articleId: article.articleId,
    revision: 1,
    rule: 'figure',
    score: 0.5,
    start: 0,
    end: 7,
  })
  const ask = { ...place, claimId: claim.claimId, to: 'writer', question: 'Who says so?' }
  const { queryId } = await askQuery(checker, ask)
  const answered = await askQuery(checker, ask)
  await answerQuery(writer, { queryId: answered.queryId, text: 'The mayor does.' })
  const suggest = { ...place, claimId: claim.claimId, after: 'opened in 1933', reason: 'date' }
  const { suggestionId } = await suggestChange(checker, suggest)
  const stet = await suggestChange(checker, suggest)
  await stetSuggestion(editor, { suggestionId: stet.suggestionId, reason: 'It is right.' })
  const accepted = await suggestChange(checker, suggest)
  await acceptSuggestion(editor, { ...accepted, after: 'opened in 1933' })
  const { id: over } = await db().suggestionDecision.findFirstOrThrow({ where: accepted })
  const { commentId } = await writeComment(checker, { claimId: claim.claimId, text: 'Look.' })
  const resolved = await writeComment(checker, { claimId: claim.claimId, text: 'Seen.' })
  await resolveComment(checker, { commentId: resolved.commentId })
  const revised = await newsroom.article({ by: editor, writers: [writer], checkers: [checker] })
  const unplaced = await newsroom.claim({ ...revised, by: checker }, 'opened in 1932')
  const settled = await newsroom.claim({ ...revised, by: checker }, 'four million crowns')
  const changed = revised.text.replace('1932', '1933').replace('four', 'five')
  await reviseArticle(editor, {
    articleId: revised.articleId,
    base: 1,
    blocks: [{ kind: 'paragraph', text: changed }],
  })
  await settleClaim(checker, {
    claimId: settled.claimId,
    revision: 2,
    ...spanOf(changed, 'five million'),
  })
  const on = { by: editor, writers: [writer], checkers: [checker] }
  const signed = await newsroom.signed(on)
  const published = await newsroom.signed(on)
  await publishArticle(editor, published)
  const withdrawn = await newsroom.signed(on)
  await publishArticle(editor, withdrawn)
  await withdrawArticle(editor, { ...withdrawn, reason: 'It was a joke.' })
  const coming = await newsroom.article({ ...on, text: 'Hello. Goodbye.' })
  const [item] = await listOpenItems(editor, { id: coming.articleId, language: 'en' })
  await acceptOpenItems(editor, { ...coming, items: item?.key, reason: 'A greeting.' })
  const { id: acceptanceId } = await db().acceptance.findFirstOrThrow({
    where: { articleId: coming.articleId },
  })
  const greeting = await newsroom.article({ ...on, text: 'Hello.' })
  const [open] = await listOpenItems(editor, { id: greeting.articleId, language: 'en' })
  const second = await newsroom.member('checker')
  const twice = await newsroom.article({
    by: editor,
    writers: [writer],
    checkers: [checker, second],
  })
  const asked = await newsroom.claim({ ...twice, by: checker }, 'opened in 1932')
  await askSecondCheck(editor, { claimId: asked.claimId })
  await giveVerdict(checker, { ...asked, verdict: 'disputed', rationale: 'Two ledgers.' })
  const differing = { ...asked, check: 'second', verdict: 'not_checkable', rationale: 'No.' }
  await giveVerdict(second, differing)
  const newestVerdict = await db().verdict.findFirstOrThrow({
    where: { claimId: asked.claimId, check: 'second' },
  })
  const { seq: seen } = await findChainHead(admin)
  const memberId = people['another writer'].userId
  return {
    newsroom,
    people,
    article,
    claim,
    cut,
    unplaced,
    settled,
    evidenceId,
    sourceId,
    invitationId,
    memberId,
    markIds,
    decisionId,
    queryId,
    answeredId: answered.queryId,
    suggestionId,
    stetId: stet.suggestionId,
    accepted: { ...accepted, over },
    commentId,
    resolvedId: resolved.commentId,
    signed,
    published,
    withdrawn,
    coming,
    acceptanceId,
    greeting,
    openKey: open?.key,
    seen,
    asked,
    newestVerdictId: newestVerdict.id,
  }
}

/** A use of a command that goes through. */
interface Use {
  run: Command
  input: (scene: Scene) => object
  /** Who gives it, where an admin may not. */
  by?: Person
}

/** Every command with an input that it takes from whoever may give it. */
export const EVERY_COMMAND: Record<string, Use> = {
  changeNewsroom: { run: changeNewsroom, input: () => ({ name: 'The Other Desk' }) },
  invite: { run: invite, input: () => ({ email: 'one@example.org', role: 'writer' }) },
  withdrawInvitation: { run: withdrawInvitation, input: ({ invitationId }) => ({ invitationId }) },
  setRole: { run: setRole, input: ({ memberId }) => ({ userId: memberId, role: 'checker' }) },
  removeMember: { run: removeMember, input: ({ memberId }) => ({ userId: memberId }) },

  bringArticle: {
    run: bringArticle,
    input: () => ({ headline: 'Next', blocks: [{ kind: 'paragraph', text: 'Words.' }] }),
  },
  editArticle: {
    run: editArticle,
    input: ({ article: { articleId } }) => ({ articleId, headline: 'The old bridge', version: 1 }),
  },
  moveArticle: {
    run: moveArticle,
    input: ({ article: { articleId } }) => ({ articleId, from: 'draft', to: 'in_check' }),
  },

  acceptOpenItems: {
    run: acceptOpenItems,
    input: ({ greeting: { articleId }, openKey }) => ({
      articleId,
      items: openKey,
      reason: 'A greeting.',
    }),
  },
  withdrawAcceptance: { run: withdrawAcceptance, input: ({ acceptanceId }) => ({ acceptanceId }) },
  signOff: { run: signOff, input: ({ coming: { articleId }, seen }) => ({ articleId, seen }) },
  revokeSignOff: {
    run: revokeSignOff,
    input: ({ signed: { articleId } }) => ({ articleId, reason: 'Too early.' }),
  },
  publishInEmergency: {
    run: publishInEmergency,
    input: ({ greeting: { articleId }, seen }) => ({ articleId, seen, reason: 'It is news.' }),
  },
  publishArticle: { run: publishArticle, input: ({ signed: { articleId } }) => ({ articleId }) },
  takeBackPublishing: {
    run: takeBackPublishing,
    input: ({ published: { articleId } }) => ({ articleId, reason: 'Not yet.' }),
  },
  withdrawArticle: {
    run: withdrawArticle,
    input: ({ published: { articleId } }) => ({ articleId, reason: 'It was wrong.' }),
  },
  reinstateArticle: {
    run: reinstateArticle,
    input: ({ withdrawn: { articleId } }) => ({ articleId, reason: 'It was right.' }),
  },
  correctArticle: {
    run: correctArticle,
    input: ({ published: { articleId } }) => ({
      articleId,
      base: 1,
      start: 0,
      end: 4,
      after: 'Bad',
      cause: 'writer',
      notice: 'The morning was not good.',
    }),
  },

  markClaim: {
    run: markClaim,
    input: ({ article: { articleId } }) => ({
      articleId,
      revision: 1,
      start: 0,
      end: 14,
      type: 'name',
    }),
  },
  editClaim: {
    run: editClaim,
    input: ({ claim: { claimId } }) => ({ claimId, type: 'date_or_time', version: 1 }),
  },
  setStatus: {
    run: setStatus,
    input: ({ claim: { claimId } }) => ({ claimId, from: 'unchecked', status: 'in_progress' }),
  },
  cutClaim: {
    run: cutClaim,
    input: ({ claim: { claimId } }) => ({ claimId, reason: 'The sentence went.' }),
  },
  reviseArticle: {
    run: reviseArticle,
    input: ({ article: { articleId } }) => ({
      articleId,
      base: 1,
      blocks: [{ kind: 'paragraph', text: 'The old bridge opened in 1932.' }],
    }),
  },
  settleClaim: {
    run: settleClaim,
    input: ({ unplaced: { claimId } }) => ({ claimId, revision: 2, start: 0, end: 14 }),
  },
  unsettleClaim: { run: unsettleClaim, input: ({ settled: { claimId } }) => ({ claimId }) },
  restoreClaim: { run: restoreClaim, input: ({ cut: { claimId } }) => ({ claimId }) },
  assignClaims: {
    run: assignClaims,
    input: ({ article: { articleId }, claim: { claimId }, people }) => ({
      articleId,
      assigneeId: people.editor.userId,
      claims: [{ claimId, from: null }],
    }),
  },
  typeClaims: {
    run: typeClaims,
    input: ({ article: { articleId }, claim: { claimId } }) => ({
      articleId,
      type: 'date_or_time',
      claims: [{ claimId, from: 'event' }],
    }),
  },
  setStatuses: {
    run: setStatuses,
    input: ({ article: { articleId }, claim: { claimId } }) => ({
      articleId,
      status: 'in_progress',
      claims: [{ claimId, from: 'unchecked' }],
    }),
  },
  putClaimsBack: {
    run: putClaimsBack,
    input: ({ article: { articleId }, claim: { claimId } }) => ({
      articleId,
      what: 'type',
      claims: [{ claimId, left: 'event', was: 'number' }],
    }),
  },
  dismissCandidate: {
    run: dismissCandidate,
    input: ({ article: { articleId } }) => ({
      articleId,
      revision: 1,
      rule: 'figure',
      score: 0.5,
      start: 4,
      end: 7,
    }),
  },
  restoreCandidate: {
    run: restoreCandidate,
    input: ({ article: { articleId }, decisionId }) => ({ articleId, decisionId }),
  },
  markCoverage: {
    run: markCoverage,
    input: ({ article: { articleId } }) => ({
      articleId,
      revision: 1,
      kind: 'nothing_to_check',
      places: [{ start: 4, end: 7 }],
    }),
  },
  waiveWords: {
    run: waiveWords,
    input: ({ article: { articleId } }) => ({
      articleId,
      revision: 1,
      reason: 'A greeting.',
      places: [{ start: 4, end: 7 }],
    }),
  },
  unmarkCoverage: {
    run: unmarkCoverage,
    input: ({ article: { articleId }, markIds }) => ({ articleId, markIds }),
  },
  giveVerdict: {
    run: giveVerdict,
    input: ({ claim: { claimId } }) => ({ claimId, verdict: 'confirmed' }),
  },
  decideVerdict: {
    run: decideVerdict,
    input: ({ asked: { claimId }, newestVerdictId }) => ({
      claimId,
      verdict: 'disputed',
      rationale: 'Both ledgers are genuine.',
      over: newestVerdictId,
    }),
  },
  askSecondCheck: { run: askSecondCheck, input: ({ claim: { claimId } }) => ({ claimId }) },
  withdrawSecondCheck: {
    run: withdrawSecondCheck,
    input: ({ asked: { claimId } }) => ({ claimId }),
  },
  nameSecondChecker: {
    run: nameSecondChecker,
    input: ({ claim: { claimId }, people }) => ({
      claimId,
      secondCheckerId: people.editor.userId,
    }),
  },
  waiveSecondary: {
    run: waiveSecondary,
    input: ({ claim: { claimId } }) => ({ claimId, reason: 'They were there.' }),
  },

  askQuery: {
    run: askQuery,
    input: ({ article: { articleId } }) => ({
      articleId,
      revision: 1,
      start: 0,
      end: 14,
      to: 'editor',
      question: 'Is it old?',
    }),
  },
  answerQuery: {
    run: answerQuery,
    input: ({ queryId }) => ({ queryId, text: 'The mayor.' }),
    by: 'writer',
  },
  closeQuery: { run: closeQuery, input: ({ queryId }) => ({ queryId, text: 'Found it.' }) },
  reopenQuery: {
    run: reopenQuery,
    input: ({ answeredId }) => ({ queryId: answeredId, text: 'Which mayor?' }),
  },

  suggestChange: {
    run: suggestChange,
    input: ({ article: { articleId }, claim: { claimId } }) => ({
      articleId,
      claimId,
      revision: 1,
      after: 'opened in 1931',
      reason: 'date',
    }),
  },
  acceptSuggestion: {
    run: acceptSuggestion,
    input: ({ suggestionId }) => ({ suggestionId, after: 'opened in 1933' }),
  },
  stetSuggestion: {
    run: stetSuggestion,
    input: ({ suggestionId }) => ({ suggestionId, reason: 'The ledger says so.' }),
  },
  applyAccepted: {
    run: applyAccepted,
    input: ({ article: { articleId }, accepted }) => ({
      articleId,
      base: 1,
      suggestions: [accepted],
    }),
  },
  withdrawSuggestion: {
    run: withdrawSuggestion,
    input: ({ suggestionId }) => ({ suggestionId }),
    by: 'checker',
  },
  dissent: { run: dissent, input: ({ stetId }) => ({ suggestionId: stetId, text: 'It is not.' }) },

  writeComment: {
    run: writeComment,
    input: ({ claim: { claimId } }) => ({ claimId, text: 'See page 4.' }),
  },
  resolveComment: { run: resolveComment, input: ({ commentId }) => ({ commentId }) },
  reopenComment: { run: reopenComment, input: ({ resolvedId }) => ({ commentId: resolvedId }) },

  addSource: { run: addSource, input: () => ({ kind: 'book', title: 'Bridges' }) },
  editSource: {
    run: editSource,
    input: ({ sourceId }) => ({ sourceId, kind: 'book', title: 'Old bridges', version: 1 }),
  },
  attachEvidence: {
    run: attachEvidence,
    input: ({ claim: { claimId }, sourceId }) => ({
      claimId,
      sourceId,
      stance: 'context',
      directness: 'tertiary',
      locator: 'page 9',
    }),
  },
  editEvidence: {
    run: editEvidence,
    input: ({ claim: { claimId }, evidenceId }) => ({
      claimId,
      evidenceId,
      stance: 'limits',
      directness: 'primary',
      locator: 'page 5',
      version: 1,
    }),
  },
  detachEvidence: {
    run: detachEvidence,
    input: ({ claim: { claimId }, evidenceId }) => ({ claimId, evidenceId, reason: 'Not this.' }),
  },

  changePassword: {
    run: changePassword,
    input: () => ({ current: TEST_PASSWORD, next: 'another horse', again: 'another horse' }),
  },
  logOutEverywhere: { run: logOutEverywhere, input: () => ({}) },
}
