import { describe, expect } from 'vitest'
import { detachEvidence } from '@/lib/commands/sources/evidence'
import type { Actor } from '@/lib/domain/policy'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { findPointing } from './pointing'

describe('a kept copy is opened for', () => {
  test('evidence, or a claim, of an article that the person sees', async () => {
    const { ines, ofEvidence, ofClaim } = await aDesk()
    expect(await findPointing(ines, ofEvidence)).toMatchObject({
      claim: { number: 1, words: 'opened in 1932' },
      evidence: { id: ofEvidence.evidence, locator: 'page 4' },
      mayPoint: true,
    })
    expect(await findPointing(ines, ofClaim)).toMatchObject({ evidence: null, mayPoint: true })
  })

  test('nothing to those who do not see the article, or are not of the newsroom', async () => {
    const { newsroom, ofEvidence, ofClaim } = await aDesk()
    const stranger = await (await aNewsroom()).member('admin')
    const nothing = async (actor: Actor) => {
      expect(await findPointing(actor, ofEvidence)).toBeNull()
      expect(await findPointing(actor, ofClaim)).toBeNull()
    }
    await nothing(stranger)
    await nothing(await newsroom.member('writer', 'Lena'))
  })

  test('evidence that an auditor reads, and may not point anew', async () => {
    const { newsroom, ofEvidence } = await aDesk()
    const audit = await newsroom.member('auditor', 'Otto')
    expect(await findPointing(audit, ofEvidence)).toMatchObject({ mayPoint: false })
  })

  test('no evidence that was taken off, and nothing that has no such name', async () => {
    const { ines, ofEvidence, claimId } = await aDesk()
    await detachEvidence(ines, { claimId, evidenceId: ofEvidence.evidence, reason: 'A mistake.' })
    for (const asked of [
      ofEvidence,
      { evidence: '', claim: 'the-bridge' },
      { evidence: '', claim: 'the-bridge/0' },
      { evidence: '', claim: '' },
      { evidence: 'no\0thing', claim: '' },
    ]) {
      expect(await findPointing(ines, asked)).toBeNull()
    }
  })

  test('the claim, where the evidence that is named with it was taken off', async () => {
    const { ines, ofEvidence, ofClaim, claimId } = await aDesk()
    const both = { ...ofEvidence, claim: ofClaim.claim }
    expect(await findPointing(ines, both)).toMatchObject({ evidence: { id: both.evidence } })
    await detachEvidence(ines, { claimId, evidenceId: both.evidence, reason: 'A mistake.' })
    expect(await findPointing(ines, both)).toMatchObject({
      ...{ claim: { number: 1 }, evidence: null },
    })
    const stranger = await (await aNewsroom()).member('admin')
    expect(await findPointing(stranger, both)).toBeNull()
  })
})

async function aDesk() {
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor', 'Ines')
  const article = await newsroom.article({ by: ines })
  const claim = await newsroom.claim(article, 'opened in 1932')
  const { evidenceId } = await newsroom.evidence(claim)
  return {
    ...{ newsroom, ines, claimId: claim.claimId },
    ofEvidence: { evidence: evidenceId, claim: '' },
    ofClaim: { evidence: '', claim: `${article.slug}/1` },
  }
}
