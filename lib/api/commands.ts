/** Every command as a program can give it: `POST /api/v1/<room>/<command>`, both derived from where it stands in `lib/commands`. */

import * as identity from '../commands/accounts/confirm-identity'
import * as logIns from '../commands/accounts/log-ins'
import * as openId from '../commands/accounts/open-id'
import * as secondFactor from '../commands/accounts/second-factor'
import * as archive from '../commands/articles/archive'
import * as articles from '../commands/articles/articles'
import * as copying from '../commands/articles/copy'
import * as fetching from '../commands/articles/fetch-article'
import * as views from '../commands/articles/saved-views'
import * as hosts from '../commands/captures/allowed-hosts'
import * as authorities from '../commands/captures/authorities'
import * as fileChecks from '../commands/captures/file-checks'
import * as files from '../commands/captures/files'
import * as stamps from '../commands/captures/time-stamps'
import * as manyClaims from '../commands/claims/bulk-claims'
import * as candidates from '../commands/claims/candidates'
import * as claims from '../commands/claims/claims'
import * as earlierAnswers from '../commands/claims/earlier-answers'
import * as frame from '../commands/claims/frame'
import * as settling from '../commands/claims/place-claims'
import * as secondChecks from '../commands/claims/second-checks'
import * as verdicts from '../commands/claims/verdicts'
import { type Command, isCommand } from '../commands/command'
import * as calculations from '../commands/comparisons/calculations'
import * as comparisons from '../commands/comparisons/comparisons'
import * as contradictions from '../commands/contradictions/contradictions'
import * as coverage from '../commands/coverage/coverage'
import * as applying from '../commands/discussion/apply-suggestions'
import * as comments from '../commands/discussion/comments'
import * as queries from '../commands/discussion/queries'
import * as suggestions from '../commands/discussion/suggestions'
import * as checks from '../commands/documents/bring-checks'
import * as annotations from '../commands/documents/take-annotations'
import * as notes from '../commands/documents/take-notes'
import * as jobs from '../commands/jobs/jobs'
import * as facts from '../commands/ledger/facts'
import * as ledger from '../commands/ledger/ledger'
import * as mailChoices from '../commands/newsroom/choose-mail'
import * as proposals from '../commands/newsroom/count-proposals-anew'
import * as people from '../commands/newsroom/members'
import * as personFigures from '../commands/newsroom/person-figures'
import * as tokens from '../commands/newsroom/tokens'
import * as corrections from '../commands/publication/correct'
import * as publishing from '../commands/publication/publish'
import * as readersBoxes from '../commands/publication/readers-box'
import * as bundles from '../commands/report/bundles'
import * as revisions from '../commands/revisions/revise'
import * as signOffs from '../commands/sign-off/sign-offs'
import * as manyEvidence from '../commands/sources/bulk-evidence'
import * as earlierSources from '../commands/sources/earlier-sources'
import * as evidence from '../commands/sources/evidence'
import * as falls from '../commands/sources/falls'
import * as merges from '../commands/sources/merges'
import * as origins from '../commands/sources/origins'
import * as pages from '../commands/sources/pages'
import * as publishedChecks from '../commands/sources/published-checks'
import * as sources from '../commands/sources/sources'
import * as weighing from '../commands/sources/weigh'
import * as watches from '../commands/watches/watch-pages'
import * as webhooks from '../commands/webhooks/webhooks'
import type { Permission } from '../domain/policy'
import type { ApiScope } from '../domain/vocabulary'

const ROOMS = {
  articles: [archive, articles, copying, fetching, views],
  revisions: [revisions],
  claims: [
    ...[claims, manyClaims, settling, candidates, frame, verdicts, secondChecks],
    earlierAnswers,
  ],
  coverage: [coverage],
  sources: [
    ...[sources, evidence, manyEvidence, origins, merges, falls, weighing, pages],
    ...[earlierSources, publishedChecks],
  ],
  comparisons: [comparisons, calculations],
  contradictions: [contradictions],
  discussion: [queries, suggestions, applying, comments],
  documents: [checks, annotations, notes],
  'sign-off': [signOffs],
  publication: [publishing, corrections, readersBoxes],
  report: [bundles],
  captures: [files, stamps, authorities, hosts, fileChecks],
  watches: [watches],
  ledger: [facts, ledger],
  jobs: [jobs],
  newsroom: [
    people,
    identity,
    openId,
    personFigures,
    proposals,
    tokens,
    logIns,
    secondFactor,
    webhooks,
    mailChoices,
  ],
} as const satisfies Record<string, readonly object[]>

const OF_LOG_INS = 'It is about log-ins and passwords, of which a token has none.'
const OF_JOBS = 'A job or an upload of Stet itself ends in it.'

/** What no program does, and why. */
export const NOT_FOR_PROGRAMS: Readonly<Record<string, string>> = {
  changePassword: OF_LOG_INS,
  logOutEverywhere: OF_LOG_INS,
  confirmIdentity: OF_LOG_INS,
  allowOpenId: OF_LOG_INS,
  endLogIn: OF_LOG_INS,
  endOtherLogIns: OF_LOG_INS,
  endLogInsOf: OF_LOG_INS,
  beginSecondFactor: OF_LOG_INS,
  confirmSecondFactor: OF_LOG_INS,
  makeRecoveryCodes: OF_LOG_INS,
  turnOffSecondFactor: OF_LOG_INS,
  resetSecondFactor: OF_LOG_INS,
  requireSecondFactor: OF_LOG_INS,
  makePasswordLink: 'It opens the account of somebody else, so an admin does it on the page.',
  makeToken: 'A token that makes tokens could not be revoked.',
  makeNewsroomToken: 'A token that makes tokens could not be revoked.',
  receiveFile: OF_JOBS,
  recordFileCheck: OF_JOBS,
  keepCapture: OF_JOBS,
  keepTimeStamp: OF_JOBS,
  failTimeStamp: OF_JOBS,
  proposeNotes: OF_JOBS,
  keepBundle: OF_JOBS,
  recordLook: OF_JOBS,
}

/** A command as a program gives it. */
export interface CommandOperation {
  /** Its name in the code, the log of forms and as `operationId`. */
  name: string
  room: string
  /** Below `/api/v1`. */
  path: string
  scope: ApiScope
  command: Command
}

export const COMMANDS: readonly CommandOperation[] = Object.entries(ROOMS).flatMap(
  ([room, modules]) =>
    modules.flatMap((module) =>
      Object.entries(module).flatMap(([name, one]) => {
        if (!isCommand(one) || Object.hasOwn(NOT_FOR_PROGRAMS, name)) return []
        const path = `/${room}/${kebab(name)}`
        return { name, room, path, scope: scopeOf(one.permission), command: one }
      }),
    ),
)

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function scopeOf(permission: Permission): ApiScope {
  return permission === 'newsroom.manage' ? 'administer' : 'write'
}
