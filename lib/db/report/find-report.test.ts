import type pg from 'pg'
import { test as committed, describe, expect } from 'vitest'
import { addAuthority } from '@/lib/commands/captures/authorities'
import { keepTimeStamp, stampCapture } from '@/lib/commands/captures/time-stamps'
import { giveVerdict } from '@/lib/commands/claims/verdicts'
import { askQuery } from '@/lib/commands/discussion/queries'
import { suggestChange } from '@/lib/commands/discussion/suggestions'
import { correctArticle } from '@/lib/commands/publication/correct'
import { publishArticle } from '@/lib/commands/publication/publish'
import { acceptOpenItems, publishInEmergency, signOff } from '@/lib/commands/sign-off/sign-offs'
import { attachEvidence } from '@/lib/commands/sources/evidence'
import type { Actor } from '@/lib/domain/policy'
import { reportSchema } from '@/lib/domain/report/schema'
import { withClient } from '@/lib/server/postgres/access'
import { databaseUrls } from '@/lib/testing/database/isolated-database'
import { test } from '@/lib/testing/database/rollback'
import { keptFile } from '@/lib/testing/fixtures/captures'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { findChainHead } from '../audit/log'
import { listTimeStamps } from '../captures/time-stamps'
import { snapshot } from '../client'
import { findNames } from '../newsroom/members'
import { listOpenItems } from '../sign-off/open-items'
import { findReport } from './find-report'

const TEXT = 'The old bridge opened in 1932 and cost four million crowns.'

committed('a report tells one moment, whatever is saved while it is read', async () => {
  const { ines, article, report } = await aDesk()
  const { entries } = (await report()).audit
  const suggestion = { articleId: article.articleId, revision: 1, after: 'A', reason: 'spelling' }

  let read: ReturnType<typeof report> | undefined
  await withClient(databaseUrls().owner, async (owner) => {
    await owner.query('BEGIN')
    // The report waits for this where it reads the claims, with its other reads before and behind.
    await owner.query('LOCK TABLE "Evidence" IN ACCESS EXCLUSIVE MODE')
    read = report()
    await expect.poll(() => waitingFor(owner, 'Evidence'), { timeout: 10_000 }).toBe(1)
    await suggestChange(ines, { ...suggestion, start: 0, end: 3 })
    await owner.query('COMMIT')
  })

  expect(await read).toMatchObject({ audit: { entries }, suggestions: [] })
  expect(await report()).toMatchObject({
    audit: { entries: entries + 1 },
    suggestions: [{ after: 'A' }],
  })
})

async function waitingFor(owner: pg.Client, table: string): Promise<number> {
  const { rowCount } = await owner.query(
    'SELECT 1 FROM pg_locks WHERE NOT granted AND relation = $1::regclass',
    [`"${table}"`],
  )
  return rowCount ?? 0
}

test('names are asked for once in a snapshot, and anew outside', async () => {
  const { ines } = await aDesk()
  await snapshot(async () => {
    expect(await findNames(ines)).toBe(await findNames(ines))
  })
  expect(await findNames(ines)).not.toBe(await findNames(ines))
})

describe('the report of an article', () => {
  test('says that its text is not signed off', async () => {
    const { report } = await aDesk()
    expect(await report()).toMatchObject({ signOffs: [], corrections: [] })
    expect((await report()).limits.at(-1)).toBe(
      'This text is not signed off, and this report is no sign-off. It shows where the check stood at the moment given above.',
    )
  })

  test('that is signed off prints the statement, and every open item with who accepted it and why', async () => {
    const { ines, article, report, acceptAll } = await aDesk()
    const items = await acceptAll('The ledger comes tomorrow.')
    expect(items.length).toBeGreaterThan(3)
    await signOff(ines, { articleId: article.articleId, seen: (await findChainHead(ines)).seq })
    const { signOffs = [], revision, limits, audit } = await report()
    expect(signOffs).toHaveLength(1)
    expect(signOffs[0]).toMatchObject({
      ...{ state: 'holds', emergency: false, signedBy: 'Ines', role: 'editor', end: null },
      ...{ revision: 1, sha256: revision.sha256 },
      statement: expect.stringContaining(revision.sha256),
      checkpoint: { key: audit.checkpoint?.key },
    })
    const accepted = { by: 'Ines', reason: 'The ledger comes tomorrow.' }
    expect(signOffs[0]?.items).toMatchObject(
      items.map(({ kind, what }) => ({ kind, what, accepted, isOpen: null })),
    )
    expect(signOffs[0]?.items.map(({ claim }) => claim)).toContain('C-002')
    expect(limits.at(-1)).toMatch(/^Ines, editor, signed this text off, and the signature holds/)
  })

  test('that was published in an emergency says what of it still has to be done', async () => {
    const { newsroom, ines, article, claims, report, acceptAll } = await aDesk()
    const { seq: seen } = await findChainHead(ines)
    await publishInEmergency(ines, {
      ...{ articleId: article.articleId, seen, reason: 'The dam breaks.' },
    })
    for (const claim of claims.slice(0, 1)) {
      await newsroom.evidence(claim)
      await giveVerdict(ines, { claimId: claim.claimId, verdict: 'confirmed' })
    }
    const { signOffs: [signature] = [], limits } = await report()
    expect(signature).toMatchObject({ state: 'emergency', reason: 'The dam breaks.' })
    const isOpen = (number: string) =>
      signature?.items.find(({ claim }) => claim === number)?.isOpen
    expect([isOpen('C-001'), isOpen('C-002')]).toEqual([false, true])
    expect(limits.at(-1)).toContain('published this text in an emergency')

    await acceptAll('It comes tomorrow.')
    await signOff(ines, { articleId: article.articleId, seen: (await findChainHead(ines)).seq })
    const { signOffs: [, completed] = [] } = await report()
    expect(completed).toMatchObject({ state: 'completed', emergency: true })
    expect(completed?.items.filter(({ isOpen }) => isOpen)).toEqual([])
  })

  test('that was corrected carries the correction, the signature it ended and the claim named', async () => {
    const { ines, article, claims, report, acceptAll } = await aDesk()
    const { articleId } = article
    await acceptAll('It comes tomorrow.')
    await signOff(ines, { articleId, seen: (await findChainHead(ines)).seq })
    await publishArticle(ines, { articleId })
    await correctArticle(ines, {
      ...{ articleId, base: 1, claimId: claims[0]?.claimId, after: 'opened in 1933' },
      ...{ cause: 'translation', notice: 'It opened in 1933.' },
    })
    const { signOffs, corrections, limits, article: printed } = await report()
    expect(printed.state).toBe('corrected')
    expect(corrections).toMatchObject([
      {
        ...{ number: 1, claim: 'C-001', cause: 'translation', notice: 'It opened in 1933.' },
        published: { revision: 1, words: 'opened in 1932' },
        corrected: { revision: 2, words: 'opened in 1933' },
        ...{ correctedBy: 'Ines', signed: null },
      },
    ])
    expect(signOffs).toMatchObject([{ state: 'superseded', end: { revision: 2, by: 'Ines' } }])
    expect(limits.at(-1)).toMatch(/^This text is not signed off/)
  })
})

/** An article with two claims that nobody checked, and words in none. */
async function aDesk() {
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor', 'Ines')
  const article = await newsroom.article({ by: ines, text: TEXT })
  const claims = [
    await newsroom.claim(article, 'opened in 1932'),
    await newsroom.claim(article, 'four million crowns'),
  ]

  return {
    ...{ newsroom, ines, article, claims },
    report: async () => reportSchema.parse(await findReport(ines, article.slug)),
    acceptAll: (reason: string) => acceptAll(ines, article.articleId, reason),
  }
}

/** Accepts all that is open, and answers with it. */
async function acceptAll(actor: Actor, articleId: string, reason: string) {
  const items = await listOpenItems(actor, { id: articleId, language: 'en' })
  await acceptOpenItems(actor, { articleId, items: items.map(({ key }) => key), reason })
  return items
}

test('queries and suggestions stand at their words', async () => {
  const { ines, article, report } = await aDesk()
  const { articleId } = article
  const on = (words: string) => {
    const start = TEXT.indexOf(words)
    return { articleId, revision: 1, start, end: start + words.length }
  }
  await askQuery(ines, { ...on('four million'), to: 'editor', question: 'Who counted?' })
  await suggestChange(ines, { ...on('crowns'), after: 'korunas', reason: 'spelling' })
  const { text, queries, suggestions } = await report()
  const wordsOf = ({ place }: { place?: { start: number; end: number } | undefined }) =>
    place && text.slice(place.start, place.end)
  expect([...queries, ...suggestions].map(wordsOf)).toEqual(['four million', 'crowns'])
})

test('what is kept of a source stands in the report, with the dates that were given and no others', async () => {
  const { newsroom, ines, claims, report } = await aDesk()
  const ada = await newsroom.member('admin', 'Ada')
  const [claim] = claims
  if (!claim) throw new Error('this desk has no claim')
  const { sourceId } = await newsroom.evidence(claim)
  expect((await report()).captures).toEqual([])
  const { captureId, sha256 } = await keptFile(ines, sourceId)
  await addAuthority(ada, { name: 'The Clock', address: 'https://clock.example/' })
  await stampCapture(ines, { captureId })
  const kept = { id: captureId, sourceId, sha256, takenBy: 'Ines', address: '' }
  expect((await report()).captures).toMatchObject([{ ...kept, stamps: [] }])

  const [stamp] = await listTimeStamps(ines, [captureId])
  const datedAt = new Date('2026-03-01T12:00:00Z')
  const granted = { stampId: stamp?.id, response: new Uint8Array(9), datedAt }
  await keepTimeStamp(ines, granted)
  const { captures } = reportSchema.parse(await report())
  expect(captures).toMatchObject([
    { ...kept, stamps: [{ authority: 'The Clock', datedAt: datedAt.toISOString() }] },
  ])
})

test('evidence that was read in a kept copy says where it opens: there, and back to its claim', async () => {
  const { newsroom, ines, article, claims, report } = await aDesk()
  const [claim] = claims
  if (!claim) throw new Error('this desk has no claim')
  const { sourceId } = await newsroom.evidence(claim)
  const { captureId } = await keptFile(ines, sourceId)
  const said = { claimId: claim.claimId, sourceId, captureId, stance: 'context' }
  const read = { ...said, directness: 'primary', locator: 'page 4' }
  const { evidenceId } = await attachEvidence(ines, read)
  const printed = (await report()).claims.flatMap(({ evidence }) => evidence)
  const about = new URLSearchParams({
    evidence: evidenceId,
    claim: `${article.slug}/${claim.number}`,
  })
  expect(printed.map(({ opensAt }) => opensAt).filter(Boolean)).toEqual([
    `/${newsroom.slug}/captures/${captureId}?${about}`,
  ])
})
