'use server'

/** Every way a browser can change anything. Each line lets forms use one command. */

import * as account from './commands/account'
import * as applying from './commands/applying'
import * as articles from './commands/articles'
import * as candidates from './commands/candidates'
import * as claims from './commands/claims'
import * as comments from './commands/comments'
import * as corrections from './commands/corrections'
import * as coverage from './commands/coverage'
import * as evidence from './commands/evidence'
import * as joining from './commands/joining'
import * as manyClaims from './commands/many-claims'
import * as people from './commands/people'
import * as publishing from './commands/publishing'
import * as queries from './commands/queries'
import * as revisions from './commands/revisions'
import * as secondChecks from './commands/second-checks'
import * as settling from './commands/settling'
import * as signOffs from './commands/sign-offs'
import * as sources from './commands/sources'
import * as suggestions from './commands/suggestions'
import * as verdicts from './commands/verdicts'
import { formAction, publicFormAction } from './form-action'

export const foundNewsroom = publicFormAction(joining.foundNewsroom)
export const acceptInvitation = publicFormAction(joining.acceptInvitation)

export const changePassword = formAction(account.changePassword)
export const logOutEverywhere = formAction(account.logOutEverywhere)

export const changeNewsroom = formAction(people.changeNewsroom)
export const invite = formAction(people.invite)
export const withdrawInvitation = formAction(people.withdrawInvitation)
export const setRole = formAction(people.setRole)
export const removeMember = formAction(people.removeMember)

export const bringArticle = formAction(articles.bringArticle)
export const editArticle = formAction(articles.editArticle)
export const moveArticle = formAction(articles.moveArticle)

export const reviseArticle = formAction(revisions.reviseArticle)

export const acceptOpenItems = formAction(signOffs.acceptOpenItems)
export const withdrawAcceptance = formAction(signOffs.withdrawAcceptance)
export const signOff = formAction(signOffs.signOff)
export const revokeSignOff = formAction(signOffs.revokeSignOff)
export const publishInEmergency = formAction(signOffs.publishInEmergency)
export const publishArticle = formAction(publishing.publishArticle)
export const takeBackPublishing = formAction(publishing.takeBackPublishing)
export const withdrawArticle = formAction(publishing.withdrawArticle)
export const reinstateArticle = formAction(publishing.reinstateArticle)
export const correctArticle = formAction(corrections.correctArticle)

export const markClaim = formAction(claims.markClaim)
export const editClaim = formAction(claims.editClaim)
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

export const addSource = formAction(sources.addSource)
export const editSource = formAction(sources.editSource)

export const attachEvidence = formAction(evidence.attachEvidence)
export const editEvidence = formAction(evidence.editEvidence)
export const detachEvidence = formAction(evidence.detachEvidence)
