import { describe, expect } from 'vitest'
import { listEvents } from '@/lib/db/audit/log-events'
import { findClaim } from '@/lib/db/claims/claims'
import { listOpenItems } from '@/lib/db/sign-off/open-items'
import { everythingOf } from '@/lib/testing/database/dump-newsroom'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { reviseArticle } from '../revisions/revise'
import { holdFrame } from './frame'
import { giveVerdict } from './verdicts'

const TEXT = 'The press secretary said on Monday: “All is paid.” The bridge, which is new, is safe.'
const DENIED = TEXT.replace('The press secretary said', 'An embassy spokesman denied')

describe('a check whose frame changed', () => {
  test('is a recheck of what was said, and whether it is so is put before a person', async () => {
    const { revise, standing, by, article } = await aCheckedClaim({ claimant: 'The secretary' })
    await revise(DENIED)
    expect(await standing()).toMatchObject({
      ...{ status: 'recheck', saidVerdict: null, soVerdict: 'confirmed' },
      frameAspects: ['said', 'so'],
      frameBefore: 'The press secretary said on Monday: “….”',
      frameAfter: 'An embassy spokesman denied on Monday: “….”',
    })
    const [last] = await listEvents(by, { articleId: article.articleId, take: 1 })
    expect(last?.event).toMatchObject({ type: 'revision.brought', recheck: [1], reframed: [1] })
  })

  test('of a plain claim stands, and is in the way of a signature', async () => {
    const { revise, standing, by, article } = await aCheckedClaim({})
    await revise(DENIED)
    expect(await standing()).toMatchObject({ status: 'checked', frameAspects: ['so'] })
    const items = await listOpenItems(by, { id: article.articleId, language: 'en' })
    expect(items).toContainEqual(
      expect.objectContaining({
        kind: 'frame_changed',
        what: 'C-001, “All is paid”, was checked with other words around it.',
      }),
    )
  })

  test('is as it was when the words around it are as they were', async () => {
    const { revise, standing } = await aCheckedClaim({ claimant: 'The secretary' })
    await revise(DENIED)
    await revise(DENIED.replace('which is new', 'which is old'))
    expect(await standing()).toMatchObject({ status: 'recheck', frameAspects: ['said', 'so'] })
    await revise(TEXT.replace('“All is paid.”', '‘All is paid.’'))
    expect(await standing()).toMatchObject({
      ...{ status: 'checked', saidVerdict: 'confirmed', frameAspects: [] },
    })
  })

  test('holds when somebody says so, by name, over the words that they read', async () => {
    const { revise, standing, by, claimId } = await aCheckedClaim({ claimant: 'The secretary' })
    await revise(DENIED)
    const before = await everythingOf(by)
    await expect(holdFrame(by, { claimId, after: 'Nobody said “….”' })).rejects.toMatchObject({
      reason: 'conflict',
      resend: { after: 'An embassy spokesman denied on Monday: “….”' },
    })
    expect(await everythingOf(by)).toEqual(before)

    const { frameAfter } = await standing()
    await holdFrame(by, { claimId, after: frameAfter })
    expect(await standing()).toMatchObject({
      ...{ status: 'checked', saidVerdict: 'confirmed', frameAspects: [] },
    })
    const [last] = await listEvents(by, { claimId, take: 1 })
    expect(last?.event).toMatchObject({ type: 'claim.frame-held', aspects: ['said', 'so'] })
    await expect(holdFrame(by, { claimId, after: frameAfter })).rejects.toMatchObject({
      reason: 'conflict',
    })
    await revise(DENIED.replace('Monday', 'Friday'))
    expect(await standing()).toMatchObject({ status: 'recheck', saidVerdict: null })
  })

  test('is settled for each question by a new verdict on it', async () => {
    const { revise, standing, by, claimId, newest } = await aCheckedClaim({
      claimant: 'The secretary',
    })
    await revise(DENIED)
    await giveVerdict(by, {
      ...{ claimId, aspect: 'said', verdict: 'confirmed', over: await newest('said') },
    })
    expect(await standing()).toMatchObject({
      ...{ status: 'checked', saidVerdict: 'confirmed', frameAspects: ['so'] },
    })
    await giveVerdict(by, {
      ...{ claimId, aspect: 'so', verdict: 'confirmed', over: await newest('so') },
    })
    expect(await standing()).toMatchObject({ frameAspects: [], frameBefore: '', frameAfter: '' })
  })

  test('does not come back with its words where others stand around them by then', async () => {
    const { revise, standing } = await aCheckedClaim({ claimant: 'The secretary' })
    await revise(TEXT.replace('All is paid', 'Half is paid'))
    await revise(DENIED)
    expect((await standing()).saidVerdict).toBeNull()
  })
})

async function aCheckedClaim({ claimant }: { claimant?: string }) {
  const newsroom = await aNewsroom()
  const by = await newsroom.member('editor', 'Ines')
  const article = await newsroom.article({ by, text: TEXT })
  const claim = await newsroom.claim(article, 'All is paid', { claimant })
  const { claimId } = claim
  const aspects = claimant ? (['said', 'so'] as const) : (['so'] as const)
  for (const aspect of aspects) {
    await newsroom.evidence(claim, { aspect })
    await giveVerdict(by, { claimId, aspect, verdict: 'confirmed' })
  }
  let base = 1
  const standing = async () => {
    const claim = await findClaim(by, { id: claimId })
    if (!claim) throw new Error('the claim is gone')
    return claim
  }
  return {
    ...{ by, article, claimId, standing },
    newest: async (aspect: 'said' | 'so') =>
      (await standing()).verdicts.find((one) => one.aspect === aspect)?.id ?? '',
    async revise(text: string) {
      const blocks = [{ kind: 'paragraph' as const, text }]
      await reviseArticle(by, { articleId: article.articleId, base: base++, blocks })
    },
  }
}
