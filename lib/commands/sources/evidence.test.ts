import { describe, expect } from 'vitest'
import { listEvents } from '@/lib/db/audit/log-events'
import { findClaim } from '@/lib/db/claims/claims'
import { db } from '@/lib/db/client'
import { test, testEach } from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { setStatus } from '../claims/claims'
import { giveVerdict } from '../claims/verdicts'
import { attachEvidence, detachEvidence, editEvidence } from './evidence'

describe('attaching evidence', () => {
  test('puts a new source on file and says both in the log', async () => {
    const { newsroom, claim, checker } = await aClaim()
    await newsroom.evidence(claim, { title: 'The city ledger', locator: 'page 12' })
    const events = (await listEvents(checker, { take: 2 })).map(({ event }) => event.type)
    expect(events).toEqual(['evidence.attached', 'source.added'])
    expect(await findClaim(checker, { id: claim.claimId })).toMatchObject({
      evidence: [{ locator: 'page 12', aspect: null, source: { title: 'The city ledger' } }],
    })
  })

  testEach(
    [
      '',
      '   ',
      'the whole document',
      'Whole document.',
      'entire article',
      '(the full text)',
      'all of it',
      'All',
      'the whole film',
      'entire website',
      'throughout',
      'passim',
      'everything',
      '—',
      '???',
    ],
    (locator) => `refuses “${locator}” as a place in a source`,
    async (locator) => {
      const { newsroom, claim } = await aClaim()
      await expect(newsroom.evidence(claim, { locator })).rejects.toMatchObject({
        reason: 'invalid',
        fields: { locator: expect.any(String) },
      })
    },
  )

  testEach(
    ['page 4', '12:30', '§ 3', 'B17', 'whole of section 4', 'all rows of sheet 2', '第三页', '٣'],
    (locator) => `takes “${locator}” as a place in a source`,
    async (locator) => {
      const { newsroom, claim } = await aClaim()
      await newsroom.evidence(claim, { locator })
    },
  )

  test('refuses what the vocabularies do not know', async () => {
    const { claim, checker } = await aClaim()
    const raw = { claimId: claim.claimId, sourceId: 'new', title: 'A', kind: 'book' }
    const place = { locator: 'page 4', stance: 'supports', directness: 'primary' }
    for (const field of ['stance', 'directness', 'aspect', 'kind']) {
      await expect(
        attachEvidence(checker, { ...raw, ...place, [field]: 'sort of' }),
      ).rejects.toMatchObject({ fields: { [field]: expect.any(String) } })
    }
  })

  test('of a new source names all that needs another look at once', async () => {
    const { claim, checker } = await aClaim()
    const raw = { claimId: claim.claimId, published: '7/12/2020', url: 'nowhere' }
    await expect(attachEvidence(checker, { ...raw, sourceId: 'new' })).rejects.toMatchObject({
      fields: Object.fromEntries(
        ['title', 'kind', 'published', 'url', 'stance', 'directness', 'locator'].map((field) => [
          field,
          expect.any(String),
        ]),
      ),
    })
    await expect(attachEvidence(checker, { ...raw, sourceId: '' })).rejects.toMatchObject({
      fields: { sourceId: 'Choose a source from the list, or add a new one.' },
    })
  })

  test('names no aspect where a claim reports nobody’s words', async () => {
    const { newsroom, claim, checker } = await aClaim()
    await newsroom.evidence(claim, { aspect: 'said' })
    expect(await findClaim(checker, { id: claim.claimId })).toMatchObject({
      evidence: [{ aspect: null }],
    })
  })

  test('of a new source that is on file already is refused by its title', async () => {
    const { newsroom, claim } = await aClaim()
    await newsroom.evidence(claim, { title: 'The city ledger', publisher: 'City' })
    await expect(
      newsroom.evidence(claim, { title: 'the CITY ledger', publisher: 'city' }),
    ).rejects.toMatchObject({ fields: { title: expect.stringContaining('The city ledger') } })
  })

  test('gives a writer the sources of their own articles and no others', async () => {
    const { newsroom, claim, writer, editor } = await aClaim()
    const elsewhere = await newsroom.article({ by: editor, headline: 'Another' })
    const { sourceId: theirs } = await newsroom.evidence(claim)
    const { sourceId: hidden } = await newsroom.evidence(await newsroom.claim(elsewhere, 'in May'))

    await newsroom.evidence(claim, { by: writer, sourceId: theirs, locator: 'page 5' })
    await expect(
      newsroom.evidence(claim, { by: writer, sourceId: hidden, locator: 'page 5' }),
    ).rejects.toMatchObject({ fields: { sourceId: expect.any(String) } })
  })
})

describe('evidence that a verdict rests on', () => {
  test('is not taken off while the claim is checked', async () => {
    const { claimId, evidenceId, checker } = await aConfirmedClaim()
    await expect(
      detachEvidence(checker, { claimId, evidenceId, reason: 'Another bridge.' }),
    ).rejects.toMatchObject({ reason: 'invalid', message: expect.stringContaining('Confirmed') })
    expect(await findClaim(checker, { id: claimId })).toMatchObject({ evidence: [{}] })
  })

  test('is not turned into evidence against, or made secondary, either', async () => {
    const { claimId, evidenceId, checker } = await aConfirmedClaim()
    const evidence = { stance: 'supports', directness: 'primary', locator: 'page 4' }
    for (const change of [{ stance: 'contradicts' }, { directness: 'secondary' }]) {
      await expect(
        editEvidence(checker, { claimId, evidenceId, version: 1, ...evidence, ...change }),
      ).rejects.toMatchObject({ message: expect.stringContaining('rests on this') })
    }
    await editEvidence(checker, { claimId, evidenceId, version: 1, ...evidence, note: 'Seen.' })
  })

  test('can go once other evidence carries the verdict', async () => {
    const { newsroom, claimId, evidenceId, checker } = await aConfirmedClaim()
    await newsroom.evidence({ claimId, by: checker })
    await detachEvidence(checker, { claimId, evidenceId, reason: 'The other is better.' })
    const claim = await findClaim(checker, { id: claimId })
    expect(claim?.evidence).toHaveLength(1)
    expect(await db().evidence.findUniqueOrThrow({ where: { id: evidenceId } })).toMatchObject({
      detachedAt: expect.any(Date),
    })
  })

  test('can go once the claim is in progress again, and cannot go twice', async () => {
    const { claimId, evidenceId, checker } = await aConfirmedClaim()
    await setStatus(checker, { claimId, from: 'checked', status: 'in_progress' })
    await detachEvidence(checker, { claimId, evidenceId, reason: 'Another bridge.' })
    await expect(
      detachEvidence(checker, { claimId, evidenceId, reason: 'Another bridge.' }),
    ).rejects.toMatchObject({ reason: 'not-found' })
  })

  test('of one aspect is not given up by a new verdict on the other', async () => {
    const { newsroom, claim, checker } = await aClaim({ claimant: 'The mayor' })
    const { claimId } = claim
    const { evidenceId } = await newsroom.evidence(claim, { aspect: 'so' })
    await newsroom.evidence(claim, { aspect: 'said' })
    await giveVerdict(checker, { claimId, aspect: 'so', verdict: 'confirmed' })
    const given = { claimId, aspect: 'said', verdict: 'confirmed' }
    await giveVerdict(checker, given)
    await setStatus(checker, { claimId, from: 'checked', status: 'in_progress' })
    await detachEvidence(checker, { claimId, evidenceId, reason: 'Another bridge.' })

    const { verdicts } = (await findClaim(checker, { id: claimId })) ?? {}
    await giveVerdict(checker, { ...given, over: verdicts?.[0]?.id })
    expect(await findClaim(checker, { id: claimId })).toMatchObject({ status: 'in_progress' })
  })
})

async function aClaim(details: { claimant?: string } = {}) {
  const newsroom = await aNewsroom()
  const editor = await newsroom.member('editor', 'Ines')
  const checker = await newsroom.member('checker', 'Tom')
  const writer = await newsroom.member('writer', 'Lena')
  const article = await newsroom.article({ by: editor, writers: [writer], checkers: [checker] })
  const claim = await newsroom.claim({ ...article, by: checker }, 'opened in 1932', details)
  return { newsroom, editor, checker, writer, claim }
}

async function aConfirmedClaim() {
  const { newsroom, checker, claim } = await aClaim()
  const { evidenceId } = await newsroom.evidence(claim)
  await giveVerdict(checker, { claimId: claim.claimId, verdict: 'confirmed' })
  return { newsroom, checker, claimId: claim.claimId, evidenceId }
}
