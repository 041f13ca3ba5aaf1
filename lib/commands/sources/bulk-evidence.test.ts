import { describe, expect } from 'vitest'
import { listEvents } from '@/lib/db/audit/log-events'
import { findClaim } from '@/lib/db/claims/claims'
import type { Actor } from '@/lib/domain/policy'
import { everythingOf } from '@/lib/testing/database/dump-newsroom'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { cutClaim } from '../claims/claims'
import { giveVerdict } from '../claims/verdicts'
import { attachToClaims, takeOffClaims } from './bulk-evidence'
import { editEvidence } from './evidence'

const NEW = { sourceId: 'new', kind: 'book', title: 'The city ledger' }
const SAID = { stance: 'supports', directness: 'primary', locator: 'page 12', aspect: 'said' }

describe('a source for several claims', () => {
  test('is put on file once and attached to each, with what it says of all', async () => {
    const { tom, articleId, ids, said } = await aDesk()
    const claims = JSON.stringify(ids.map((claimId) => ({ claimId })))
    await attachToClaims(tom, { articleId, claims, ...NEW, ...SAID })
    for (const claimId of ids) {
      expect((await findClaim(tom, { id: claimId }))?.evidence).toMatchObject([
        {
          locator: 'page 12',
          aspect: claimId === said ? 'said' : null,
          source: { title: 'The city ledger' },
        },
      ])
    }
    const events = await listEvents(tom, { take: 4 })
    expect(events.map(({ event }) => event.type)).toEqual([
      ...['evidence.attached', 'evidence.attached', 'evidence.attached', 'source.added'],
    ])
  })

  test('is attached to none where one was cut or reads otherwise now, and both are named', async () => {
    const { tom, articleId, ids } = await aDesk()
    const [first = '', second = '', third = ''] = ids
    await cutClaim(tom, { claimId: second, reason: 'Gone.' })
    const before = await everythingOf(tom)
    const claims = [
      { claimId: first, overWords: 'opened in 1931' },
      { claimId: second },
      { claimId: third, overWords: 'in May' },
    ]
    await expect(attachToClaims(tom, { articleId, claims, ...NEW, ...SAID })).rejects.toMatchObject(
      {
        reason: 'conflict',
        message:
          'Nothing was attached: C-001 was given other words since this page was loaded; C-002 is cut.',
      },
    )
    expect(await everythingOf(tom)).toEqual(before)
  })

  test('is taken off claim by claim: not where it was edited or a verdict rests on it', async () => {
    const { tom, articleId, ids } = await aDesk()
    const claims = ids.map((claimId) => ({ claimId }))
    const { attached } = await attachToClaims(tom, { articleId, claims, ...NEW, ...SAID })
    const [first, second] = attached
    await giveVerdict(tom, { claimId: first?.claimId, verdict: 'confirmed' })
    await editEvidence(tom, { ...second, version: 1, ...SAID, locator: 'page 13' })
    expect(await takeOffClaims(tom, { articleId, claims: attached })).toEqual({
      taken: 1,
      stays: 'C-001 is checked with it; C-002 was edited since then',
    })
    expect(await evidenceOf(tom, ids)).toEqual([1, 1, 0])
    await expect(takeOffClaims(tom, { articleId, claims: attached })).rejects.toMatchObject({
      message: expect.stringMatching(/^Nothing was taken off: .*C-003 is without it already\.$/),
    })
  })
})

const evidenceOf = (actor: Actor, ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await findClaim(actor, { id }))?.evidence.length))

/** Two plain claims and one of somebody's words. */
async function aDesk() {
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor', 'Ines')
  const tom = await newsroom.member('checker', 'Tom')
  const article = await newsroom.article({ by: ines, checkers: [tom] })
  const marked = [
    await newsroom.claim(article, 'opened in 1932'),
    await newsroom.claim(article, 'four million crowns'),
    await newsroom.claim(article, 'in May', { claimant: 'The mayor' }),
  ]
  const ids = marked.map(({ claimId }) => claimId)
  return { tom, articleId: article.articleId, ids, said: ids[2] }
}
