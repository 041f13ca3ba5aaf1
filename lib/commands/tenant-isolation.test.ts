import { beforeAll, describe, expect, test } from 'vitest'
import { everythingOf } from '@/lib/testing/database/dump-newsroom'
import { rolledBack } from '@/lib/testing/database/rollback'
import { EVERY_COMMAND } from '@/lib/testing/fixtures/every-command'
import { aScene, type Scene } from '@/lib/testing/fixtures/scene'
import { bringArticle, editArticle } from './articles/articles'
import { editClaim, markClaim } from './claims/claims'
import { attachEvidence, detachEvidence, editEvidence } from './sources/evidence'

let ours: Scene
let theirs: Scene

beforeAll(async () => {
  ours = await aScene()
  theirs = await aScene()
})

const WITHOUT_IDS = [
  'changeNewsroom',
  'setFileQuota',
  'showPersonFigures',
  'countProposalsAnew',
  'recordFileCheck',
  'invite',
  'saveView',
  'addFact',
  'importFacts',
  'bringArticle',
  'fetchArticle',
  'addSource',
  'bringPublishedChecks',
  'removePublishedChecks',
  'receiveFile',
  'allowHost',
  'addWebhook',
  'addAuthority',
  'dateCaptures',
  'changePassword',
  'logOutEverywhere',
  'confirmIdentity',
  'endOtherLogIns',
  'beginSecondFactor',
  'confirmSecondFactor',
  'makeRecoveryCodes',
  'turnOffSecondFactor',
  'requireSecondFactor',
  'makeToken',
  'makeNewsroomToken',
  'chooseMail',
  'allowOpenId',
]

describe('nothing of another newsroom can be reached', () => {
  test.each(Object.keys(EVERY_COMMAND).filter((name) => !WITHOUT_IDS.includes(name)))(
    'by %s',
    async (name) => {
      const { run, input } = EVERY_COMMAND[name] ?? {}
      await unchanged(async () => {
        await expect(run?.(ours.people.admin, input?.(theirs) ?? {})).rejects.toMatchObject({
          reason: 'not-found',
        })
      })
    },
  )

  test('by the evidence of one of our own claims', async () => {
    const { claimId } = ours.claim
    await unchanged(async () => {
      for (const command of [editEvidence, detachEvidence]) {
        const raw = { ...EVIDENCE, claimId, evidenceId: theirs.evidenceId, reason: 'No.' }
        await expect(command(ours.people.admin, raw)).rejects.toMatchObject({ reason: 'not-found' })
      }
    })
  })

  test('by their source for our claim', async () => {
    const raw = { ...EVIDENCE, claimId: ours.claim.claimId, sourceId: theirs.sourceId }
    await unchanged(async () => {
      await expect(attachEvidence(ours.people.admin, raw)).rejects.toMatchObject({
        fields: { sourceId: expect.any(String) },
      })
    })
  })

  test.each(['editorId', 'writerIds', 'checkerIds'])('by their people as %s', async (field) => {
    const { articleId } = ours.article
    const raw = { headline: 'Ours', blocks: BLOCKS, [field]: theirs.people.editor.userId }
    await unchanged(async () => {
      for (const attempt of [
        () => bringArticle(ours.people.admin, raw),
        () => editArticle(ours.people.admin, { ...raw, articleId, version: 1 }),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ fields: { [field]: expect.any(String) } })
      }
    })
  })

  test('by their people as assignee', async () => {
    const assigneeId = theirs.people.editor.userId
    const { articleId } = ours.article
    const place = { articleId, revision: 1, start: 0, end: 7 }
    await unchanged(async () => {
      for (const attempt of [
        () => markClaim(ours.people.admin, { ...place, type: 'name', assigneeId }),
        () => editClaim(ours.people.admin, { ...ours.claim, type: 'name', assigneeId, version: 1 }),
      ]) {
        await expect(attempt()).rejects.toMatchObject({
          fields: { assigneeId: expect.any(String) },
        })
      }
    })
  })
})

test('evidence of another claim in the same newsroom is not this claim’s', async () => {
  await rolledBack(async () => {
    const { newsroom, people } = ours
    const article = await newsroom.article({ by: people.editor, checkers: [people.checker] })
    const other = await newsroom.claim(article, 'welded throughout')
    const { evidenceId } = await newsroom.evidence(other)

    for (const command of [editEvidence, detachEvidence]) {
      const raw = { ...EVIDENCE, claimId: ours.claim.claimId, evidenceId, reason: 'No.' }
      await expect(command(people.checker, raw)).rejects.toMatchObject({ reason: 'not-found' })
    }
  })
})

const BLOCKS = [{ kind: 'paragraph', text: 'Words.' }]
const EVIDENCE = { stance: 'context', directness: 'primary', locator: 'page 7', version: 1 }

async function unchanged(attempt: () => Promise<void>): Promise<void> {
  const both = async () => [
    await everythingOf(ours.people.admin),
    await everythingOf(theirs.people.admin),
  ]
  const before = await both()
  await attempt()
  expect(await both()).toEqual(before)
}
