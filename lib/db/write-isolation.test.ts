import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/policy'
import { withClient } from '@/lib/server/postgres/access'
import { everythingOf } from '@/lib/testing/database/dump-newsroom'
import { databaseUrls } from '@/lib/testing/database/isolated-database'
import { rolledBack } from '@/lib/testing/database/rollback'
import { aScene, type Scene } from '@/lib/testing/fixtures/scene'
import {
  insertArticle,
  updateArticle,
  updateArticleArchived,
  updateArticleStanding,
} from './articles/articles'
import { insertDocument, insertDocumentNotes } from './articles/documents'
import { insertItemVersion } from './articles/item-versions'
import { updateSavedView } from './articles/saved-views'
import { appendEvents, lockChain } from './audit/log'
import { updateAllowedHostRemoved } from './captures/allowed-hosts'
import { updateAuthorityRemoved } from './captures/authorities'
import { insertCapture } from './captures/captures'
import {
  insertTimeStamp,
  updateTimeStampFailed,
  updateTimeStampGranted,
  updateTimeStampPending,
} from './captures/time-stamps'
import { deleteAnchor, insertAnchors, insertUnplaced } from './claims/anchors'
import {
  insertCarriedDismissals,
  insertDecision,
  updateDecisionWithdrawn,
  updateTaking,
} from './claims/candidates'
import { insertClaim, updateClaim, updateClaims } from './claims/claims'
import { insertEarlierAnswer } from './claims/earlier-answers'
import { insertVerdict, insertWaiver } from './claims/verdicts'
import { db } from './client'
import { insertComparison } from './comparisons/comparisons'
import { insertReply, updateReplyWithdrawn } from './contradictions/replies'
import { insertCarriedMarks, insertMarks, updateMarksRemoved } from './coverage/coverage'
import { insertComment, updateCommentResolved } from './discussion/comments'
import { updateDocumentNote } from './discussion/document-notes'
import { insertQuery, insertQueryEntry } from './discussion/queries'
import {
  insertDissent,
  insertSuggestion,
  insertSuggestionDecision,
  updateSuggestionsApplied,
} from './discussion/suggestions'
import { insertTalkPlaces } from './discussion/word-places'
import { insertJob, updateJobAgain, updateJobCancelled, updateStampJobNow } from './jobs/jobs'
import { updateLooksCancelled } from './jobs/looks'
import { insertDismissal, updateDismissalWithdrawn } from './ledger/dismissals'
import { insertFact, updateFact, updateFactRetired } from './ledger/facts'
import { insertRuling } from './ledger/rulings'
import { insertTestDelivery, updateDeliveryAgain } from './newsroom/deliveries'
import { updateInvitationsWithdrawn } from './newsroom/invitations'
import { updateRemoved, updateRole, updateSessionsOfMember } from './newsroom/members'
import { insertMembership } from './newsroom/onboarding'
import { insertPasswordLink, updatePasswordLinksClosed } from './newsroom/password-links'
import { deleteSecondFactor } from './newsroom/second-factor-setup'
import { insertToken, updateTokenRevoked } from './newsroom/tokens'
import { updateWebhook, updateWebhookRemoved, updateWebhookSecret } from './newsroom/webhooks'
import { insertCorrection } from './publication/corrections'
import { insertReadersBox, insertReadersBoxEnd } from './publication/readers-boxes'
import { insertBundleFile, updateBundlesLetGo } from './report/bundle-files'
import { insertRevision } from './revisions/revisions'
import {
  insertAcceptances,
  insertSignOff,
  insertSignOffEnd,
  updateAcceptanceWithdrawn,
} from './sign-off/sign-offs'
import { updateMergedInto, updateMergeUndone } from './sources/merges'
import { insertOriginJudgements, updateOriginGroup } from './sources/origins'
import { updatePublishedCheck } from './sources/published-checks'
import { insertEvidence, updateEvidence, updateSource } from './sources/sources'
import { insertSourceNote, updateFallen } from './sources/trust'
import { insertLook, insertWatch, updateWatches } from './watches/watches'

/** The ids of a newsroom’s things, as a command that forgot to look would hand them on. */
type Ids = Awaited<ReturnType<typeof idsOf>>

async function idsOf(scene: Scene) {
  const newestOf = (articleId: string) =>
    db().revision.findFirstOrThrow({ where: { articleId }, orderBy: { number: 'desc' } })
  const { articleId } = scene.article
  const publishedId = scene.published.articleId
  const signOff = { articleId: scene.signed.articleId }
  const { newsroomId, userId } = scene.people.editor
  const { claimId } = scene.claim
  return {
    ...{ newsroomId, userId, articleId, claimId, publishedId, settledId: scene.settled.claimId },
    revisionId: (await newestOf(articleId)).id,
    settledInId: (await newestOf(scene.settled.articleId)).id,
    publishedRevisionId: (await newestOf(publishedId)).id,
    signOffId: (await db().signOff.findFirstOrThrow({ where: signOff })).id,
    ...{ otherSourceId: scene.grouped[0], mergeId: scene.merged.mergeId },
    ...{ sourceId: scene.sourceId, evidenceId: scene.evidenceId, queryId: scene.queryId },
    ...{ suggestionId: scene.suggestionId, appliedId: scene.accepted.suggestionId },
    ...{ commentId: scene.commentId, acceptanceId: scene.acceptanceId, stetId: scene.stetId },
    ...{ invitationId: scene.invitationId, markId: scene.markIds[0] ?? '' },
    ...{ decisionId: scene.decisionId, replyId: scene.replyId },
    ...{ jobId: scene.jobId, calledOffId: scene.calledOffId, hostId: scene.hostId },
    ...{ captureId: scene.captureId, authorityId: scene.authorityId, stampId: scene.stampId },
    ...{ otherAuthorityId: scene.otherAuthorityId, watchId: scene.watchId },
    ...{
      typedId: scene.typed.articleId,
      documentId: scene.typed.documentId,
      noteId: scene.typed.noteId,
    },
    typedRevisionId: (await newestOf(scene.typed.articleId)).id,
    boxId: scene.told.boxId,
    viewId: scene.viewId,
    ...{ webhookId: scene.webhookId, deliveryId: scene.deliveryId },
    ...{ factId: scene.factId, otherFactId: scene.otherFactId, dismissalId: scene.dismissalId },
    publishedCheckId: scene.publishedCheckId,
    tokenId: scene.tokenId,
  }
}

/**
 * Every function of `lib/db` that writes and takes ids. Each is called with ids of one's own, and goes through; then
 * once for each of the ids, with that one of another newsroom.
 */
const WRITES: Record<string, (actor: Actor, ids: Ids) => Promise<unknown>> = {
  insertJob: (actor, { articleId, sourceId }) =>
    insertJob(actor, { kind: 'keep_page', articleId, sourceId }),
  updateStampJobNow: (actor, { captureId, stampId }) =>
    updateStampJobNow(actor, { captureId, stampId }),
  updateJobCancelled: (actor, { jobId }) => updateJobCancelled(actor, jobId),
  updateJobAgain: (actor, { calledOffId }) => updateJobAgain(actor, calledOffId),
  updateAllowedHostRemoved: (actor, { hostId }) => updateAllowedHostRemoved(actor, hostId),
  updateWebhook: (actor, { webhookId }) => updateWebhook(actor, webhookId, { isOn: false }),
  updateWebhookSecret: (actor, { webhookId }) =>
    updateWebhookSecret(actor, webhookId, { seed: 'other', oldUntil: new Date() }),
  updateWebhookRemoved: (actor, { webhookId }) => updateWebhookRemoved(actor, webhookId),
  insertTestDelivery: (actor, { webhookId }) => insertTestDelivery(actor, webhookId),
  updateDeliveryAgain: (actor, { deliveryId }) => updateDeliveryAgain(actor, deliveryId),
  insertFact: (actor, { claimId }) => insertFact(actor, FACT, { claimId, words: 'opened in 1932' }),
  updateFact: (actor, { factId }) => updateFact(actor, factId, FACT),
  updateFactRetired: (actor, { factId }) => updateFactRetired(actor, factId, 'So.'),
  insertRuling: (actor, { factId, otherFactId }) =>
    insertRuling(actor, {
      ...{ oneId: factId, oneVersion: 1, otherId: otherFactId, otherVersion: 1 },
      ...{ holdsId: null, reason: 'So.' },
    }),
  insertDismissal: (actor, { articleId, factId }) =>
    insertDismissal(actor, { articleId, factId, factVersion: 1, why: 'house', words: 'The' }),
  updateDismissalWithdrawn: (actor, { dismissalId }) =>
    updateDismissalWithdrawn(actor, dismissalId),
  updateSavedView: (actor, { viewId }) => updateSavedView(actor, viewId, { name: 'Ours' }),
  insertArticle: (actor, { userId }) =>
    insertArticle(
      actor,
      { ...ARTICLE, slug: 'new', editorId: userId, writerIds: [userId], checkerIds: [userId] },
      TEXT,
    ),
  updateArticle: (actor, { articleId, userId }) =>
    updateArticle(actor, articleId, { ...ARTICLE, editorId: userId, writerIds: [userId] }),
  updateArticleStanding: (actor, { articleId }) =>
    updateArticleStanding(actor, articleId, { coveredWords: 1 }),
  updateArticleArchived: (actor, { articleId }) =>
    updateArticleArchived(actor, articleId, new Date()),
  insertRevision: (actor, { articleId }) =>
    insertRevision(actor, { ...TEXT, articleId, number: 2 }),

  insertClaim: (actor, { articleId, revisionId, userId }) =>
    insertClaim(
      actor,
      { articleId, revisionId, number: 99, anchor: PLACE },
      { ...CLAIM, assigneeId: userId },
    ),
  updateClaim: (actor, { claimId, userId }) =>
    updateClaim(actor, claimId, { assigneeId: userId, secondCheckerId: userId }),
  updateClaims: (actor, { claimId, userId }) =>
    updateClaims(actor, [claimId], { assigneeId: userId }),
  insertAnchors: async (actor, { settledInId, claimId }) =>
    insertAnchors(actor, settledInId, [{ ...PLACE, claimId }]),
  insertUnplaced: (actor, { revisionId, claimId }) =>
    insertUnplaced(actor, revisionId, [{ ...LOST, claimId }]),
  deleteAnchor: (actor, { settledInId, settledId }) =>
    deleteAnchor(actor, { claimId: settledId, revisionId: settledInId }),
  insertEarlierAnswer: (actor, { claimId, settledId }) =>
    insertEarlierAnswer(actor, {
      ...{ claimId, otherId: settledId, answer: 'same' },
      ...{ words: 'The', otherWords: 'The', shared: [] },
    }),
  insertVerdict: (actor, { claimId, revisionId }) =>
    insertVerdict(actor, { ...VERDICT, claimId, revisionId }),
  insertWaiver: (actor, { claimId }) =>
    insertWaiver(actor, { claimId, aspect: 'so', words: 'The', reason: 'So.' }),

  insertMarks: (actor, { revisionId }) =>
    insertMarks(actor, { revisionId, kind: 'opinion', reason: '' }, [PLACE]),
  insertCarriedMarks: (actor, { revisionId, userId }) =>
    insertCarriedMarks(actor, revisionId, [{ ...MARK, createdById: userId }]),
  updateMarksRemoved: (actor, { markId }) => updateMarksRemoved(actor, [markId]),
  updateTaking: (actor, { revisionId }) => updateTaking(actor, { ...PLACE, revisionId }, false),
  insertDecision: (actor, { revisionId }) =>
    insertDecision(actor, 'dismissed', { revisionId, rule: 'figure', score: 1 }, PLACE),
  insertCarriedDismissals: (actor, { revisionId, userId }) =>
    insertCarriedDismissals(actor, revisionId, [{ ...DISMISSED, decidedById: userId }]),
  updateDecisionWithdrawn: (actor, { decisionId }) => updateDecisionWithdrawn(actor, decisionId),

  insertReply: (actor, { articleId, claimId }) =>
    insertReply(actor, { ...REPLY, articleId, otherClaimId: claimId }),
  updateReplyWithdrawn: (actor, { replyId }) => updateReplyWithdrawn(actor, replyId),

  insertCapture: (actor, { sourceId }) => insertCapture(actor, { ...CAPTURE, sourceId }),
  updateOriginGroup: (actor, { sourceId }) => updateOriginGroup(actor, [sourceId], 'a group'),
  insertOriginJudgements: (actor, { sourceId, otherSourceId }) =>
    insertOriginJudgements(actor, [[sourceId, otherSourceId]], true),
  updateMergedInto: (actor, { sourceId, otherSourceId }) =>
    updateMergedInto(actor, { sourceId, intoId: otherSourceId }),
  updateMergeUndone: (actor, { mergeId }) => updateMergeUndone(actor, mergeId),
  insertSourceNote: (actor, { sourceId }) => insertSourceNote(actor, { sourceId, text: 'Good.' }),
  updateFallen: (actor, { sourceId }) =>
    updateFallen(actor, sourceId, { at: new Date(), reason: 'Forged.' }),
  updatePublishedCheck: (actor, { publishedCheckId }) =>
    updatePublishedCheck(actor, publishedCheckId, PUBLISHED),
  updateSource: (actor, { sourceId }) => updateSource(actor, sourceId, SOURCE),
  insertEvidence: (actor, { claimId, sourceId }) =>
    insertEvidence(actor, { ...EVIDENCE, claimId, sourceId }),
  updateEvidence: (actor, { evidenceId }) => updateEvidence(actor, evidenceId, EVIDENCE),

  insertComparison: (actor, { evidenceId }) =>
    insertComparison(actor, { ...COMPARISON, evidenceId }),

  insertQuery: (actor, { articleId, claimId, revisionId, userId }) =>
    insertQuery(actor, { ...QUERY, articleId, claimId, revisionId, toUserId: userId }, PLACE),
  insertQueryEntry: (actor, { queryId }) =>
    insertQueryEntry(actor, queryId, { step: 'closed', text: '' }),
  insertSuggestion: (actor, { articleId, claimId, revisionId }) =>
    insertSuggestion(actor, { ...SUGGESTION, articleId, claimId, revisionId }, PLACE),
  insertSuggestionDecision: (actor, { suggestionId }) =>
    insertSuggestionDecision(actor, suggestionId, { kind: 'stet', reason: 'So.' }),
  insertDissent: (actor, { stetId }) => insertDissent(actor, { suggestionId: stetId, text: 'No.' }),
  updateSuggestionsApplied: (actor, { appliedId, revisionId }) =>
    updateSuggestionsApplied(actor, [appliedId], revisionId),
  insertTalkPlaces: (actor, { settledInId, queryId, suggestionId }) =>
    insertTalkPlaces(actor, settledInId, [
      { what: 'query', id: queryId, start: 0, end: 3 },
      { what: 'suggestion', id: suggestionId, start: 0, end: 3 },
    ]),
  insertDocument: (actor, { articleId, revisionId }) =>
    insertDocument(actor, { articleId, revisionId, sha256: SHA256, name: 'a.docx', choices: {} }),
  insertItemVersion: (actor, { articleId, revisionId }) =>
    insertItemVersion(actor, { ...ITEM_VERSION, articleId, revisionId }),
  insertDocumentNotes: (actor, { typedId, documentId, typedRevisionId }) =>
    insertDocumentNotes(
      actor,
      { id: documentId, articleId: typedId, revisionId: typedRevisionId },
      [{ ...NOTE, anchor: PLACE }],
    ),
  updateDocumentNote: (actor, { noteId, claimId, queryId }) =>
    updateDocumentNote(actor, noteId, { state: 'taken', claimId, queryId }),
  insertComment: (actor, { claimId, userId }) =>
    insertComment(actor, { claimId, text: 'See.', mentioned: [userId] }),
  updateCommentResolved: (actor, { commentId }) => updateCommentResolved(actor, commentId, true),

  insertAcceptances: (actor, { articleId, claimId }) =>
    insertAcceptances(actor, articleId, 'So.', [
      { kind: 'recheck', key: 'a', what: 'A.', claim: { id: claimId, number: 1 } },
    ]),
  updateAcceptanceWithdrawn: (actor, { acceptanceId }) =>
    updateAcceptanceWithdrawn(actor, acceptanceId),
  insertSignOff: async (actor, { articleId, revisionId, claimId, queryId, suggestionId }) => {
    const { sha256 } = await db().revision.findUniqueOrThrow({ where: { id: revisionId } })
    const item = { ...ITEM, claim: { id: claimId, number: 1 }, queryId, suggestionId }
    return insertSignOff(actor, { ...SIGNED, articleId, revisionId, sha256 }, [item])
  },
  insertSignOffEnd: (actor, { signOffId, revisionId }) =>
    insertSignOffEnd(actor, { signOffId, kind: 'fallen', revisionId }),
  insertReadersBox: async (actor, { articleId, revisionId }) => {
    const { sha256 } = await db().revision.findUniqueOrThrow({ where: { id: revisionId } })
    return insertReadersBox(actor, { ...BOX, articleId, revisionId, sha256 })
  },
  insertReadersBoxEnd: (actor, { boxId }) =>
    insertReadersBoxEnd(actor, { boxId, kind: 'revoked', reason: 'So.' }),
  insertCorrection: async (actor, { publishedId, publishedRevisionId, claimId }) => {
    const articleId = publishedId
    const revision = await insertRevision(actor, { ...TEXT, articleId, number: 2 })
    const texts = { publishedRevisionId, revisionId: revision.id }
    return insertCorrection(actor, { ...CORRECTION, ...texts, articleId, claimId })
  },

  updateLooksCancelled: (actor, { articleId, captureId }) =>
    updateLooksCancelled(actor, { articleId, captureIds: [captureId] }),
  insertWatch: (actor, { articleId, captureId }) =>
    insertWatch(actor, { articleId, captureId, everyHours: 24, nextAt: new Date() }),
  updateWatches: (actor, { watchId }) => updateWatches(actor, [watchId], { everyHours: 24 }),
  insertLook: (actor, { watchId, captureId }) =>
    insertLook(actor, { watchId, captureId, found: 'changed', says: '', queryIds: [] }),

  updateAuthorityRemoved: (actor, { authorityId }) => updateAuthorityRemoved(actor, authorityId),
  insertTimeStamp: (actor, { captureId, otherAuthorityId: authorityId }) =>
    insertTimeStamp(actor, { captureId, authorityId, sha256: SHA256 }),
  updateTimeStampGranted: (actor, { stampId }) =>
    updateTimeStampGranted(actor, stampId, { response: new Uint8Array(9), datedAt: new Date() }),
  updateTimeStampFailed: (actor, { stampId }) =>
    updateTimeStampFailed(actor, stampId, { says: 'It is down.', isLast: true }),
  updateTimeStampPending: (actor, { stampId }) => updateTimeStampPending(actor, stampId),

  insertBundleFile: (actor, { articleId }) =>
    insertBundleFile(actor, { articleId, sha256: SHA256, bytes: 1 }),
  updateBundlesLetGo: (actor, { articleId }) => updateBundlesLetGo(actor, articleId, 0),

  updateRole: (actor, { userId }) => updateRole(actor, userId, 'checker'),
  updateSessionsOfMember: (actor, { userId }) => updateSessionsOfMember(actor, userId),
  deleteSecondFactor: (actor, { userId }) => deleteSecondFactor(actor, userId),
  updateRemoved: (actor, { userId }) => updateRemoved(actor, userId),
  insertMembership: (_, { newsroomId, userId }) =>
    insertMembership({ newsroomId, userId }, 'editor'),
  updateInvitationsWithdrawn: (actor, { invitationId }) =>
    updateInvitationsWithdrawn(actor, { id: invitationId }),
  insertPasswordLink: (actor, { userId }) =>
    insertPasswordLink(actor, { userId, tokenHash: SHA256, expiresAt: new Date() }),
  updatePasswordLinksClosed: (actor, { userId }) => updatePasswordLinksClosed(actor, userId),
  insertToken: (actor, { userId }) => insertToken(actor, { userId, ...TOKEN }),
  updateTokenRevoked: (actor, { tokenId }) => updateTokenRevoked(actor, tokenId),
  appendEvents: async (actor, { newsroomId, articleId, claimId }) => {
    const { auditSeq: seq, auditHash: hash } = await db().newsroom.findUniqueOrThrow({
      where: { id: newsroomId },
    })
    const event = { type: 'claim.restored', articleId, claimId, number: 1 } as const
    return appendEvents({ userId: actor.userId, newsroomId }, { seq, hash }, [event])
  },
}

const FACT = { kind: 'house' as const, subject: 'a', avoid: ['b'], note: '' }

const TOKEN = {
  ...{ name: 'The CMS', scopes: ['read' as const], tokenHash: 'a', ending: 'a' },
  expiresAt: new Date(),
}

const NOTE = {
  ...{ kind: 'footnote' as const, text: 'Ledger.', addresses: [], author: '', at: '' },
  ...{ resolved: false, replies: [] },
}

/** Of these a caller chooses nothing but what is stored: the row is the actor’s own, or of their newsroom. */
const WITHOUT_IDS = [
  ...[
    'insertStoredFiles',
    'insertArrivedFile',
    'insertSource',
    'insertInvitation',
    'insertAllowedHost',
    'insertWebhook',
    'insertSavedView',
    'insertFacts',
    'insertPublishedChecks',
    'updatePublishedRemoved',
    'updateNewsroom',
    'lockChain',
  ],
  ...['insertTextSketch', 'insertFileCheck', 'updateFileQuota'],
  ...['insertAuthority', 'updateDateCaptures', 'updatePersonFigures'],
  ...['updateProposalAnswers', 'deleteProposalAnswers'],
  ...['updateSessionsRevoked', 'updatePassword', 'updateReadLines'],
  ...['updateTold', 'updateMailChoices'],
  ...['insertSecondFactor', 'updateSecondFactorConfirmed', 'insertRecoveryCodes'],
  'updateSessionConfirmed',
  ...['updateSecondFactorRequired', 'updateOpenIdAllowed', 'deleteOpenIdLinks'],
]

/** These stand before there is an actor. */
const WITHOUT_ACTOR = [
  ...['insertNewsroom', 'insertUser', 'updateInvitationAccepted', 'lockSetupCode'],
  ...['updateSecondFactorUsed', 'updateSecondFactorTold', 'updateRecoveryCodeUsed'],
  ...['insertOpenIdLink', 'deleteSetupCode', 'insertSession', 'updateSessionRevoked', 'countTry'],
  ...['deleteLoginFailures', 'updatePasswordLinkUsed', 'lockPasswordHash', 'updatePasswordOf'],
  ...[
    'updateTokenUsed',
    'updateJobRunning',
    'updateJobProgress',
    'updateJobDone',
    'updateJobFailed',
  ],
  ...['updateJobWaiting', 'updateJobsLeftRunning', 'updateJobHandedOver'],
  ...['updateDelivery', 'updateDeliveriesWoken', 'updateAllDeliveriesWoken'],
  'deleteOldDeliveries',
]

/** Ids that a row may hold of anybody: who did it in the text before. */
const OF_ANYBODY: Record<string, string[]> = {
  insertCarriedMarks: ['userId'],
  insertCarriedDismissals: ['userId'],
  insertMembership: ['userId'],
}

let ours: Scene
let own: Ids
let theirs: { scene: Scene; ids: Ids }

beforeAll(async () => {
  ours = await aScene()
  own = await idsOf(ours)
  const scene = await aScene()
  theirs = { scene, ids: await idsOf(scene) }
}, 180_000)

describe('with an id of another newsroom nothing is written:', () => {
  test.each(Object.entries(WRITES))('%s', async (name, write) => {
    const { admin } = ours.people
    const asked = new Set<keyof Ids>()
    const noting = new Proxy(own, {
      get: (ids, key: keyof Ids) => {
        asked.add(key)
        return ids[key]
      },
    })
    await rolledBack(async () => {
      await lockChain(admin)
      await write(admin, noting)
    })
    const foreign = [...asked].filter((key) => !OF_ANYBODY[name]?.includes(key))
    expect(foreign).not.toEqual([])
    for (const key of foreign) {
      await rolledBack(async () => {
        const before = await everythingOf(theirs.scene.people.admin)
        await lockChain(admin)
        const refused = await refusalOf(write(admin, { ...own, [key]: theirs.ids[key] }))
        if (refused) return
        expect(name, `${name} takes their ${key}`).toMatch(/^(update|delete)/)
        expect(await everythingOf(theirs.scene.people.admin)).toEqual(before)
      })
    }
  })
})

const refusalOf = (written: Promise<unknown>) =>
  written.then(
    () => null,
    (error: unknown) => error,
  )

test('no function that writes is forgotten here', () => {
  const named = [...Object.keys(WRITES), ...WITHOUT_IDS, ...WITHOUT_ACTOR]
  expect(new Set(writers())).toEqual(new Set(named))
})

/** The exported functions of `lib/db` that change something. */
function writers(): string[] {
  const files = readdirSync('lib/db', { recursive: true, encoding: 'utf8' }).filter(
    (name) => /(?<!\.test)\.ts$/.test(name) && !/^(generated|client)/.test(name),
  )
  return files.flatMap((file) => {
    const parts = readFileSync(`lib/db/${file}`, 'utf8').split(/^(?=export )/m)
    return parts.flatMap((part) => {
      const [, name] = /^export (?:async )?(?:function\*?|const) (\w+)/.exec(part) ?? []
      return name && (NAMED.test(name) || WRITING.test(part)) ? name : []
    })
  })
}

const NAMED = /^(insert|update|delete|append|lock)[A-Z]/
const WRITING =
  /\bdb\(\)\s*\.(\w+\s*\.(create|update|delete|upsert)|\$executeRaw)|\bFOR UPDATE\b|\b(INSERT INTO|DELETE FROM) "/

test('the database watches every column that leads to a newsroom', async () => {
  const { rows } = await withClient(databaseUrls().owner, (client) =>
    client.query<{ table: string; columns: string[]; watched: string | null }>(`
      SELECT relname AS table, array_agg(attname::text ORDER BY attnum) AS columns,
        (SELECT pg_get_functiondef(tgfoid) FROM pg_trigger WHERE tgrelid = pg_class.oid AND tgname = 'within_newsroom') AS watched
      FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
        AND attname ~ '(Id|In)$' AND attname !~ 'ById$'
      GROUP BY pg_class.oid`),
  )
  const forgotten = rows.flatMap(({ table, columns, watched }) =>
    columns
      .filter(
        (column) =>
          !watched?.includes(`NEW."${column}"`) && !UNWATCHED.includes(`${table}.${column}`),
      )
      .map((column) => `${table}.${column}`),
  )
  expect(forgotten).toEqual([])
})

/**
 * Whoever does something joins a newsroom, or is gone from it: these people may be of none. And a group of origins is only a
 * name that its sources have in common.
 */
const UNWATCHED = [
  ...['AuditEvent.actorId', 'Membership.userId', 'Source.originGroupId'],
  // The database makes entries itself, of rows that are watched.
  ...['newsroomId', 'articleId', 'claimId', 'personId'].map((column) => `SearchEntry.${column}`),
]

const PUBLISHED = {
  ...{ url: 'https://a.example', claim: 'A.', claimant: '', rating: 'B', title: '' },
  ...{ publisher: 'C', published: '', language: '' },
}

const PLACE = { start: 0, end: 3, exact: 'The', prefix: '', suffix: '' }
const SHA256 = createHash('sha256').update('A.').digest('hex')
const TEXT = { text: 'A.', blocks: [], sha256: SHA256, words: 1, written: [] }
const ARTICLE = {
  ...{ headline: 'A', language: 'en', deadline: null, worry: '', editorId: null },
  ...{ writerIds: [], checkerIds: [] },
}
const CLAIM = { type: 'name' as const, risks: [], claimant: null }
const LOST = {
  ...{ what: 'missing' as const, start: null, end: null, likeness: null, places: [], stood: null },
  ...{ status: 'unchecked' as const, claimant: null },
}
const VERDICT = {
  ...{ aspect: 'so' as const, verdict: 'disputed' as const, words: 'The', check: 'first' as const },
  ...{ blind: false, rationale: '', searched: '', change: '', writersWord: '' },
}
const MARK = { ...PLACE, kind: 'opinion' as const, reason: '', createdAt: new Date() }
const SAID = { words: 'A', sentence: { words: 'A.' } }
const REPLY = {
  pair: { kind: 'quantity' as const, one: SAID, other: SAID },
  ...{ answer: 'both' as const, why: '' },
}
const DISMISSED = {
  ...{ start: 0, end: 3, exact: 'The', rule: 'figure', score: 1, decidedAt: new Date() },
}
const SOURCE = {
  ...{ kind: 'book' as const, title: 'A', publisher: '', published: '', url: '' },
  ...{ origin: '', note: '' },
}
const EVIDENCE = {
  ...{ aspect: null, stance: 'context' as const, directness: 'primary' as const },
  ...{ locator: 'page 1', excerpt: '', note: '', captureId: null, passage: null },
}
const SAYS_NOTHING = {
  ...{ title: '', byline: '', publisher: '', published: '', language: '' },
}
const CAPTURE = {
  ...{ ...SAYS_NOTHING, way: 'upload' as const, address: '', answers: [], lacks: '', parts: [] },
}
const COMPARISON = {
  ...{ kind: 'quote' as const, printed: 'The', against: 'The', translated: '' },
  ...{ reading: 'verbatim' as const, shown: '', note: '' },
}
const QUERY = { to: 'editor' as const, question: 'Who?', blocking: false }
const SUGGESTION = { after: 'A', reason: 'spelling' as const, note: '' }
const ITEM_VERSION = {
  ...{ kind: 'ninjs' as const, uri: 'urn:a', version: '1', versionCreated: '' },
  ...{ byline: '', published: '', sha256: '' },
}
const ITEM = {
  ...{ kind: 'recheck' as const, key: 'a', what: 'A.', brief: '', note: '', place: null },
  acceptanceId: null,
}
const SIGNED = {
  ...{ statement: '', emergency: true, reason: '' },
  checkpoint: {
    ...{ format: 'stet-checkpoint/1' as const, newsroom: 'a', entries: 0, head: '', at: '' },
    ...{ key: '', signature: '' },
  },
}
const BOX = {
  ...{ claims: [1], standings: [''] },
  box: {
    ...{ format: 'stet-readers-box/1' as const, newsroom: 'A', headline: 'A', language: 'en' },
    ...{ revision: 1, sha256: SHA256, checked: 0, claims: [], sources: [], corrections: [] },
  },
}
const CORRECTION = {
  ...{ number: 1, start: 0, end: 2, publishedWords: 'Go', correctedWords: 'A' },
  ...{ cause: 'writer' as const, notice: 'A.' },
}
