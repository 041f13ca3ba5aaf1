import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { findChainHead } from '@/lib/db/audit/log'
import { commandsIn } from '@/lib/testing/architecture/rules'
import { rolledBack } from '@/lib/testing/database/rollback'
import { EVERY_COMMAND } from '@/lib/testing/fixtures/every-command'
import { aScene, type Person, type Scene } from '@/lib/testing/fixtures/scene'

const MANAGERS: Person[] = ['admin']
const EDITORS: Person[] = ['admin', 'editor']
const DESK: Person[] = ['admin', 'editor', 'checker']
/** Whoever checks, in whichever article: they see every source. */
const CHECKERS: Person[] = [...DESK, 'another checker']
const WRITER: Person[] = ['writer']
const MAKER: Person[] = ['checker']
const ARTICLE: Person[] = ['admin', 'editor', 'checker', 'writer']
const SEES_SOURCE: Person[] = [...ARTICLE, 'another checker']
const ASKER: Person[] = ['admin', 'checker']
const READERS: Person[] = [...ARTICLE, 'auditor']
const ANYBODY: Person[] = [...ARTICLE, 'another checker', 'another writer']

/** Who may do what in an article of one writer and one checker. Everybody else is refused. */
const MAY: Record<string, Person[]> = {
  changeNewsroom: MANAGERS,
  invite: MANAGERS,
  withdrawInvitation: MANAGERS,
  makePasswordLink: MANAGERS,
  makeNewsroomToken: MANAGERS,
  makeToken: [...ANYBODY, 'auditor'],
  // The checker's own.
  revokeToken: ['admin', 'checker'],
  setRole: MANAGERS,
  removeMember: MANAGERS,
  setFileQuota: MANAGERS,
  showPersonFigures: MANAGERS,
  countProposalsAnew: MANAGERS,
  recordFileCheck: MANAGERS,
  addAuthority: MANAGERS,
  removeAuthority: MANAGERS,
  dateCaptures: MANAGERS,
  stampCapture: SEES_SOURCE,
  keepTimeStamp: SEES_SOURCE,
  failTimeStamp: SEES_SOURCE,
  // Whoever may check the claim that it comes from.
  keepFact: DESK,
  addFact: [...EDITORS],
  confirmIdentity: [...ANYBODY, 'auditor'],
  // The checker's own.
  changeFact: [...DESK],
  retireFact: [...EDITORS],
  restoreFact: [...EDITORS],
  ruleFacts: CHECKERS,
  importFacts: [...EDITORS],
  dismissDifference: DESK,
  restoreDifference: DESK,
  saveView: [...ANYBODY, 'auditor'],
  // The checker shared it when they were an editor.
  renameView: [...DESK],
  // The admin's own.
  shareView: MANAGERS,
  keepViewBack: [...DESK],
  deleteView: [...DESK],
  bringArticle: ANYBODY,
  editArticle: EDITORS,
  moveArticle: DESK,
  archiveArticle: EDITORS,
  restoreArticle: EDITORS,
  copyArticle: EDITORS,
  reviseArticle: ARTICLE,
  acceptOpenItems: EDITORS,
  withdrawAcceptance: EDITORS,
  signOff: EDITORS,
  revokeSignOff: EDITORS,
  publishInEmergency: EDITORS,
  publishArticle: EDITORS,
  takeBackPublishing: EDITORS,
  withdrawArticle: EDITORS,
  reinstateArticle: EDITORS,
  correctArticle: EDITORS,
  signReadersBox: EDITORS,
  revokeReadersBox: EDITORS,
  markClaim: DESK,
  takeAnnotations: DESK,
  editClaim: DESK,
  setStatus: DESK,
  cutClaim: DESK,
  restoreClaim: DESK,
  assignClaims: DESK,
  typeClaims: DESK,
  setStatuses: DESK,
  putClaimsBack: DESK,
  settleClaim: DESK,
  unsettleClaim: DESK,
  dismissCandidate: DESK,
  restoreCandidate: DESK,
  answerContradiction: DESK,
  reopenContradiction: DESK,
  markCoverage: DESK,
  waiveWords: EDITORS,
  unmarkCoverage: DESK,
  giveVerdict: DESK,
  holdFrame: DESK,
  decideVerdict: EDITORS,
  askSecondCheck: DESK,
  withdrawSecondCheck: DESK,
  nameSecondChecker: DESK,
  waiveSecondary: EDITORS,
  askQuery: DESK,
  // It asks the writer.
  answerQuery: WRITER,
  closeQuery: DESK,
  reopenQuery: DESK,
  suggestChange: DESK,
  acceptSuggestion: EDITORS,
  stetSuggestion: EDITORS,
  applyAccepted: EDITORS,
  withdrawSuggestion: MAKER,
  dissent: DESK,
  writeComment: DESK,
  resolveComment: DESK,
  reopenComment: DESK,
  addSource: ANYBODY,
  // The checker's own source.
  editSource: DESK,
  receiveFile: ANYBODY,
  // The admin brought it.
  keepFile: MANAGERS,
  keepPage: SEES_SOURCE,
  keepLinks: ARTICLE,
  keepCapture: SEES_SOURCE,
  watchPages: ARTICLE,
  lookAgain: ARTICLE,
  recordLook: ARTICLE,
  // The checker asked for it.
  cancelJob: ASKER,
  retryJob: ASKER,
  fetchArticle: ANYBODY,
  proposeNotes: ARTICLE,
  takeNote: DESK,
  takeNotes: DESK,
  leaveNotes: DESK,
  reopenNotes: DESK,
  bringChecks: DESK,
  allowHost: MANAGERS,
  forbidHost: MANAGERS,
  addWebhook: MANAGERS,
  changeWebhook: MANAGERS,
  rotateWebhookSecret: MANAGERS,
  removeWebhook: MANAGERS,
  testWebhook: MANAGERS,
  resendDelivery: MANAGERS,
  mergeSource: [...EDITORS],
  undoMerge: [...EDITORS],
  weighSource: CHECKERS,
  dropSource: [...EDITORS],
  restoreSource: [...EDITORS],
  groupOrigins: CHECKERS,
  keepOriginsApart: CHECKERS,
  partOrigin: CHECKERS,
  attachEvidence: ARTICLE,
  editEvidence: ARTICLE,
  detachEvidence: ARTICLE,
  answerEarlierCheck: DESK,
  bringPublishedChecks: CHECKERS,
  removePublishedChecks: CHECKERS,
  citePublishedCheck: ARTICLE,
  takeEarlierSources: ARTICLE,
  nameComparison: ARTICLE,
  addCalculation: ARTICLE,
  attachToClaims: ARTICLE,
  takeOffClaims: ARTICLE,
  makeBundle: READERS,
  keepBundle: READERS,
  changePassword: [...ANYBODY, 'auditor'],
  logOutEverywhere: [...ANYBODY, 'auditor'],
  // The checker's own.
  endLogIn: ['checker'],
  beginSecondFactor: [...ANYBODY, 'auditor'],
  confirmSecondFactor: [...ANYBODY, 'auditor'],
  makeRecoveryCodes: [...ANYBODY, 'auditor'],
  turnOffSecondFactor: [...ANYBODY, 'auditor'],
  resetSecondFactor: MANAGERS,
  requireSecondFactor: MANAGERS,
  allowOpenId: MANAGERS,
  endOtherLogIns: [...ANYBODY, 'auditor'],
  endLogInsOf: MANAGERS,
  chooseMail: [...ANYBODY, 'auditor'],
}

/** About sources of which a writer does not see all. */
const JUDGING = [
  ...['groupOrigins', 'keepOriginsApart', 'partOrigin'],
  ...['mergeSource', 'undoMerge', 'restoreSource'],
]

/** About an article that the writer did not write. */
const BOXED = ['signReadersBox', 'revokeReadersBox']

/** What is as if it were not there, for somebody who does not work on the article. */
const UNSEEN: Partial<Record<Person, string[]>> = {
  editor: ['keepFile', 'shareView'],
  checker: ['keepFile', 'shareView'],
  auditor: ['keepFile', 'shareView'],
  writer: [
    'keepFile',
    'shareView',
    'resolveComment',
    'reopenComment',
    'cancelJob',
    'retryJob',
    ...JUDGING,
    ...BOXED,
  ],
  'another checker': [...aboutArticles(), 'keepFile', 'shareView'],
  'another writer': [
    ...[...aboutArticles(), 'editSource', 'keepFile', 'shareView'],
    ...['keepPage', 'keepCapture', 'cancelJob', 'retryJob', ...JUDGING],
    ...['weighSource', 'dropSource'],
    ...['stampCapture', 'keepTimeStamp', 'failTimeStamp'],
  ],
}

let scene: Scene

beforeAll(async () => {
  scene = await aScene()
})

test('the table speaks of every command', () => {
  const commands = readdirSync('lib/commands', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/.test(name) && !/test|onboarding/.test(name))
    .flatMap((name) => commandsIn(name, readFileSync(`lib/commands/${name}`, 'utf8')))
  expect(Object.keys(MAY).sort()).toEqual(commands.sort())
  expect(Object.keys(EVERY_COMMAND).sort()).toEqual(commands.sort())
})

describe.each(Object.entries(EVERY_COMMAND))('%s', (name, { run, input }) => {
  test.each([...ANYBODY, 'auditor'] as const)('%s', async (person) => {
    const actor = scene.people[person]
    await rolledBack(async () => {
      const { seq } = await findChainHead(actor)
      const attempt = run(actor, input(scene))

      if (MAY[name]?.includes(person)) {
        await attempt
        expect((await findChainHead(actor)).seq).toBeGreaterThan(seq)
      } else {
        const isUnseen = name === 'endLogIn' || UNSEEN[person]?.includes(name)
        const reason = isUnseen ? 'not-found' : 'not-allowed'
        await expect(attempt).rejects.toMatchObject({ name: 'Refusal', reason })
        expect((await findChainHead(actor)).seq).toBe(seq)
      }
    })
  })
})

function aboutArticles(): string[] {
  return Object.keys(MAY).filter(
    (name) =>
      [EDITORS, DESK, ARTICLE, READERS, WRITER, MAKER].includes(MAY[name] ?? []) &&
      name !== 'editSource',
  )
}
