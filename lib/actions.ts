'use server'

/** Every way a browser can change anything. Each line lets forms use one command. */

import * as account from './commands/accounts/account'
import * as identity from './commands/accounts/confirm-identity'
import * as forgotten from './commands/accounts/forgotten-password'
import * as logIns from './commands/accounts/log-ins'
import * as openId from './commands/accounts/open-id'
import * as secondFactor from './commands/accounts/second-factor'
import * as archive from './commands/articles/archive'
import * as articles from './commands/articles/articles'
import * as copying from './commands/articles/copy'
import * as fetching from './commands/articles/fetch-article'
import * as views from './commands/articles/saved-views'
import * as hosts from './commands/captures/allowed-hosts'
import * as authorities from './commands/captures/authorities'
import * as fileChecks from './commands/captures/file-checks'
import * as files from './commands/captures/files'
import * as stamps from './commands/captures/time-stamps'
import * as manyClaims from './commands/claims/bulk-claims'
import * as candidates from './commands/claims/candidates'
import * as claims from './commands/claims/claims'
import * as earlierAnswers from './commands/claims/earlier-answers'
import * as frame from './commands/claims/frame'
import * as settling from './commands/claims/place-claims'
import * as secondChecks from './commands/claims/second-checks'
import * as verdicts from './commands/claims/verdicts'
import * as calculations from './commands/comparisons/calculations'
import * as comparisons from './commands/comparisons/comparisons'
import * as contradictions from './commands/contradictions/contradictions'
import * as coverage from './commands/coverage/coverage'
import * as applying from './commands/discussion/apply-suggestions'
import * as comments from './commands/discussion/comments'
import * as queries from './commands/discussion/queries'
import * as suggestions from './commands/discussion/suggestions'
import * as checks from './commands/documents/bring-checks'
import * as annotations from './commands/documents/take-annotations'
import * as notes from './commands/documents/take-notes'
import * as jobs from './commands/jobs/jobs'
import * as ledgerFacts from './commands/ledger/facts'
import * as ledger from './commands/ledger/ledger'
import * as mailChoices from './commands/newsroom/choose-mail'
import * as countProposals from './commands/newsroom/count-proposals-anew'
import * as people from './commands/newsroom/members'
import * as joining from './commands/newsroom/onboarding'
import * as personFigures from './commands/newsroom/person-figures'
import * as tokens from './commands/newsroom/tokens'
import * as corrections from './commands/publication/correct'
import * as publishing from './commands/publication/publish'
import * as readersBoxes from './commands/publication/readers-box'
import * as bundles from './commands/report/bundles'
import * as revisions from './commands/revisions/revise'
import * as signOffs from './commands/sign-off/sign-offs'
import * as manyEvidence from './commands/sources/bulk-evidence'
import * as earlierSources from './commands/sources/earlier-sources'
import * as evidence from './commands/sources/evidence'
import * as falls from './commands/sources/falls'
import * as merges from './commands/sources/merges'
import * as origins from './commands/sources/origins'
import * as pages from './commands/sources/pages'
import * as publishedChecks from './commands/sources/published-checks'
import * as sources from './commands/sources/sources'
import * as weighing from './commands/sources/weigh'
import * as watches from './commands/watches/watch-pages'
import * as webhooks from './commands/webhooks/webhooks'
import { formAction, formActionOfMember, leadingTo, publicFormAction } from './forms/form-action'

export const foundNewsroom = publicFormAction(joining.foundNewsroom)
export const acceptInvitation = publicFormAction(joining.acceptInvitation)
export const choosePassword = leadingTo(
  '/log-in?password=new',
  publicFormAction(joining.choosePassword),
)
export const askPasswordLink = leadingTo(
  '/forgotten-password?asked=yes',
  publicFormAction(forgotten.askPasswordLink),
  ['email'],
)

export const changePassword = formAction(account.changePassword)
export const logOutEverywhere = formAction(account.logOutEverywhere)
export const confirmIdentity = formAction(identity.confirmIdentity)
export const endLogIn = formAction(logIns.endLogIn)
export const endOtherLogIns = formAction(logIns.endOtherLogIns)
export const beginSecondFactor = formActionOfMember(secondFactor.beginSecondFactor)
export const confirmSecondFactor = formActionOfMember(secondFactor.confirmSecondFactor)
export const makeRecoveryCodes = formAction(secondFactor.makeRecoveryCodes)
export const turnOffSecondFactor = formAction(secondFactor.turnOffSecondFactor)
export const makeToken = formAction(tokens.makeToken)
export const makeNewsroomToken = formAction(tokens.makeNewsroomToken)
export const revokeToken = formAction(tokens.revokeToken)
export const chooseMail = formAction(mailChoices.chooseMail)

export const changeNewsroom = formAction(people.changeNewsroom)
export const allowHost = formAction(hosts.allowHost)
export const forbidHost = formAction(hosts.forbidHost)
export const addWebhook = formAction(webhooks.addWebhook)
export const changeWebhook = formAction(webhooks.changeWebhook)
export const rotateWebhookSecret = formAction(webhooks.rotateWebhookSecret)
export const removeWebhook = formAction(webhooks.removeWebhook)
export const testWebhook = formAction(webhooks.testWebhook)
export const resendDelivery = formAction(webhooks.resendDelivery)
export const setFileQuota = formAction(fileChecks.setFileQuota)
export const invite = formAction(people.invite)
export const withdrawInvitation = formAction(people.withdrawInvitation)
export const makePasswordLink = formAction(people.makePasswordLink)
export const setRole = formAction(people.setRole)
export const endLogInsOf = formAction(logIns.endLogInsOf)
export const resetSecondFactor = formAction(secondFactor.resetSecondFactor)
export const requireSecondFactor = formAction(secondFactor.requireSecondFactor)
export const allowOpenId = formAction(openId.allowOpenId)
export const removeMember = formAction(people.removeMember)

export const bringArticle = formAction(articles.bringArticle)
export const editArticle = formAction(articles.editArticle)
export const moveArticle = formAction(articles.moveArticle)
export const archiveArticle = formAction(archive.archiveArticle)
export const restoreArticle = formAction(archive.restoreArticle)
export const copyArticle = formAction(copying.copyArticle)
export const fetchArticle = formAction(fetching.fetchArticle)

export const keepFact = formAction(ledgerFacts.keepFact)
export const addFact = formAction(ledgerFacts.addFact)
export const changeFact = formAction(ledgerFacts.changeFact)
export const retireFact = formAction(ledgerFacts.retireFact)
export const restoreFact = formAction(ledgerFacts.restoreFact)
export const ruleFacts = formAction(ledger.ruleFacts)
export const importFacts = formAction(ledger.importFacts)
export const dismissDifference = formAction(ledger.dismissDifference)
export const restoreDifference = formAction(ledger.restoreDifference)

export const saveView = formAction(views.saveView)
export const renameView = formAction(views.renameView)
export const shareView = formAction(views.shareView)
export const keepViewBack = formAction(views.keepViewBack)
export const deleteView = formAction(views.deleteView)

export const reviseArticle = formAction(revisions.reviseArticle)

export const takeNote = formAction(notes.takeNote)
export const takeNotes = formAction(notes.takeNotes)
export const leaveNotes = formAction(notes.leaveNotes)
export const reopenNotes = formAction(notes.reopenNotes)
export const bringChecks = formAction(checks.bringChecks)

export const acceptOpenItems = formAction(signOffs.acceptOpenItems)
export const withdrawAcceptance = formAction(signOffs.withdrawAcceptance)
export const signOff = formAction(signOffs.signOff)
export const revokeSignOff = formAction(signOffs.revokeSignOff)
export const publishInEmergency = formAction(signOffs.publishInEmergency)
export const signReadersBox = formAction(readersBoxes.signReadersBox)
export const revokeReadersBox = formAction(readersBoxes.revokeReadersBox)
export const publishArticle = formAction(publishing.publishArticle)
export const takeBackPublishing = formAction(publishing.takeBackPublishing)
export const withdrawArticle = formAction(publishing.withdrawArticle)
export const reinstateArticle = formAction(publishing.reinstateArticle)
export const correctArticle = formAction(corrections.correctArticle)

export const markClaim = formAction(claims.markClaim)
export const takeAnnotations = formAction(annotations.takeAnnotations)
export const editClaim = formAction(claims.editClaim)
export const holdFrame = formAction(frame.holdFrame)
export const setStatus = formAction(claims.setStatus)
export const cutClaim = formAction(claims.cutClaim)
export const restoreClaim = formAction(claims.restoreClaim)

export const assignClaims = formAction(manyClaims.assignClaims)
export const typeClaims = formAction(manyClaims.typeClaims)
export const setStatuses = formAction(manyClaims.setStatuses)
export const putClaimsBack = formAction(manyClaims.putClaimsBack)
export const settleClaim = formAction(settling.settleClaim)
export const unsettleClaim = formAction(settling.unsettleClaim)

export const markCoverage = formAction(coverage.markCoverage)
export const waiveWords = formAction(coverage.waiveWords)
export const unmarkCoverage = formAction(coverage.unmarkCoverage)

export const dismissCandidate = formAction(candidates.dismissCandidate)
export const restoreCandidate = formAction(candidates.restoreCandidate)

export const answerContradiction = formAction(contradictions.answerContradiction)
export const reopenContradiction = formAction(contradictions.reopenContradiction)

export const giveVerdict = formAction(verdicts.giveVerdict)
export const decideVerdict = formAction(verdicts.decideVerdict)
export const askSecondCheck = formAction(secondChecks.askSecondCheck)
export const withdrawSecondCheck = formAction(secondChecks.withdrawSecondCheck)
export const nameSecondChecker = formAction(secondChecks.nameSecondChecker)
export const waiveSecondary = formAction(verdicts.waiveSecondary)

export const askQuery = formAction(queries.askQuery)
export const answerQuery = formAction(queries.answerQuery)
export const closeQuery = formAction(queries.closeQuery)
export const reopenQuery = formAction(queries.reopenQuery)

export const writeComment = formAction(comments.writeComment)
export const resolveComment = formAction(comments.resolveComment)
export const reopenComment = formAction(comments.reopenComment)

export const suggestChange = formAction(suggestions.suggestChange)
export const acceptSuggestion = formAction(suggestions.acceptSuggestion)
export const stetSuggestion = formAction(suggestions.stetSuggestion)
export const withdrawSuggestion = formAction(suggestions.withdrawSuggestion)
export const applyAccepted = formAction(applying.applyAccepted)
export const dissent = formAction(suggestions.dissent)

export const makeBundle = formAction(bundles.makeBundle)
export const cancelJob = formAction(jobs.cancelJob)

export const addSource = formAction(sources.addSource)
export const editSource = formAction(sources.editSource)
export const countProposalsAnew = formAction(countProposals.countProposalsAnew)
export const showPersonFigures = formAction(personFigures.showPersonFigures)

export const mergeSource = formAction(merges.mergeSource)
export const undoMerge = formAction(merges.undoMerge)
export const weighSource = formAction(weighing.weighSource)
export const dropSource = formAction(falls.dropSource)
export const restoreSource = formAction(falls.restoreSource)
export const groupOrigins = formAction(origins.groupOrigins)
export const keepOriginsApart = formAction(origins.keepOriginsApart)
export const partOrigin = formAction(origins.partOrigin)
export const keepPage = formAction(pages.keepPage)
export const keepLinks = formAction(pages.keepLinks)

export const watchPages = formAction(watches.watchPages)
export const lookAgain = formAction(watches.lookAgain)

export const retryJob = formAction(jobs.retryJob)

export const keepFile = formAction(files.keepFile)
export const addAuthority = formAction(authorities.addAuthority)
export const removeAuthority = formAction(authorities.removeAuthority)
export const dateCaptures = formAction(authorities.dateCaptures)
export const stampCapture = formAction(stamps.stampCapture)

export const attachEvidence = formAction(evidence.attachEvidence)
export const editEvidence = formAction(evidence.editEvidence)
export const nameComparison = formAction(comparisons.nameComparison)
export const addCalculation = formAction(calculations.addCalculation)
export const detachEvidence = formAction(evidence.detachEvidence)
export const answerEarlierCheck = formAction(earlierAnswers.answerEarlierCheck)
export const bringPublishedChecks = formAction(publishedChecks.bringPublishedChecks)
export const removePublishedChecks = formAction(publishedChecks.removePublishedChecks)
export const citePublishedCheck = formAction(publishedChecks.citePublishedCheck)
export const takeEarlierSources = formAction(earlierSources.takeEarlierSources)
export const attachToClaims = formAction(manyEvidence.attachToClaims)
export const takeOffClaims = formAction(manyEvidence.takeOffClaims)
