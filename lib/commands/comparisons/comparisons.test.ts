import { describe, expect, test } from 'vitest'
import { listEvents } from '@/lib/db/audit/log-events'
import { findClaim } from '@/lib/db/claims/claims'
import { db } from '@/lib/db/client'
import { findReport } from '@/lib/db/report/find-report'
import { sentenceOf } from '@/lib/domain/audit/sentences'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { reviseArticle } from '../revisions/revise'
import { detachEvidence } from '../sources/evidence'
import { addCalculation } from './calculations'
import { nameComparison } from './comparisons'

describe('comparing words', () => {
  test('keeps what was compared, what the machine showed and what the person calls it', async () => {
    const { tom, claimId, evidenceId, slug } = await aQuotation()
    const source = 'We will not close the bridge in May.'
    const note = 'He corrected himself on Monday.'
    const said = { claimId, evidenceId, kind: 'quote', printed: PRINTED, source, note }
    await nameComparison(tom, { ...said, reading: 'condensed-unmarked' })
    const kept = {
      ...{ kind: 'quote', printed: PRINTED, against: source, reading: 'condensed-unmarked', note },
      shown: expect.stringContaining('A negation differs'),
    }
    const claim = await findClaim(tom, { id: claimId })
    expect(claim?.evidence[0]?.comparisons).toMatchObject([{ ...kept, madeById: tom.userId }])

    const [line] = await listEvents(tom, { take: 1 })
    expect(line?.event).toMatchObject({ type: 'comparison.named', evidenceId, kind: 'quote' })
    expect(line && sentenceOf(line.event, () => 'Tom')).toBe(
      'compared the words of C-001 with “A ledger, volume 1”: words left out without a mark',
    )
    const report = await findReport(tom, slug)
    expect(report?.claims[0]?.evidence[0]?.comparisons).toMatchObject([{ ...kept, madeBy: 'Tom' }])
  })

  test('of a transcript keeps the passage and its time, and not the whole', async () => {
    const { tom, claimId, evidenceId } = await aQuotation()
    const before = Array.from({ length: 59 }, (_, second) => cue(second)).join('')
    const source = `WEBVTT\n\n${before}00:12:03.000 --> 00:12:08.000\nWe will close the bridge in May.`
    const said = { claimId, evidenceId, kind: 'quote', printed: PRINTED, source }
    await nameComparison(tom, { ...said, reading: 'verbatim' })
    const made = await db().comparison.findFirstOrThrow({ where: { evidenceId } })
    expect(made.shown).toMatch(/^Found at 00:12:03–00:12:08\n/)
    expect(made.against).toMatch(/^\[…\] .*We will close the bridge in May\.$/s)
    expect(made.against.length).toBeLessThan(500)
  })

  test('again stands before the first, which stays as it was', async () => {
    const { tom, claimId, evidenceId } = await aQuotation()
    const said = { claimId, evidenceId, kind: 'quote', printed: PRINTED, source: PRINTED }
    await nameComparison(tom, { ...said, reading: 'altered' })
    await nameComparison(tom, { ...said, reading: 'verbatim' })
    const claim = await findClaim(tom, { id: claimId })
    expect(claim?.evidence[0]?.comparisons.map(({ reading }) => reading)).toEqual([
      ...['verbatim', 'altered'],
    ])
    await expect(db().comparison.updateMany({ data: { note: 'No.' } })).rejects.toThrow()
  })

  test.each([
    ['no name for it', { reading: '' }, 'reading'],
    ['a name that figures have', { reading: 'rounded' }, 'reading'],
    ['no words of the source', { source: ' ' }, 'source'],
    ['words that the claim does not print', { printed: 'We will open it' }, 'printed'],
    ['no words of the claim', { printed: '' }, 'printed'],
    ['captions without words', { source: 'WEBVTT\n\nNOTE nobody speaks' }, 'transcript'],
  ])('is refused with %s', async (_what, change, field) => {
    const { tom, claimId, evidenceId } = await aQuotation()
    const said = { claimId, evidenceId, kind: 'quote', printed: PRINTED, source: PRINTED }
    const sent = { ...said, reading: 'verbatim', ...change }
    await expect(nameComparison(tom, sent)).rejects.toMatchObject({
      fields: { [field]: expect.any(String) },
    })
  })

  test('is refused once the words are others, and tells them', async () => {
    const { tom, claimId, evidenceId } = await aQuotation()
    const said = { claimId, evidenceId, kind: 'quote', printed: PRINTED, source: PRINTED }
    await expect(
      nameComparison(tom, { ...said, reading: 'verbatim', overWords: 'We may close the bridge' }),
    ).rejects.toMatchObject({ reason: 'conflict', fields: { reading: `Words now: “${PRINTED}”` } })
  })

  test('is refused where the claim has no place, and on evidence that was taken off', async () => {
    const { tom, claimId, evidenceId, articleId } = await aQuotation()
    const said = { claimId, evidenceId, kind: 'quote', printed: PRINTED, source: PRINTED }
    const sent = { ...said, reading: 'verbatim' }
    await detachEvidence(tom, { claimId, evidenceId, reason: 'Another mayor.' })
    await expect(nameComparison(tom, sent)).rejects.toMatchObject({ reason: 'not-found' })
    const blocks = [{ kind: 'paragraph', text: 'The bridge stays.' }]
    await reviseArticle(tom, { articleId, base: 1, blocks })
    await expect(nameComparison(tom, sent)).rejects.toMatchObject({ reason: 'conflict' })
  })
})

describe('comparing figures', () => {
  test('keeps the arithmetic, with the rate and who gives it', async () => {
    const { tom, claimId, evidenceId } = await aSum()
    const source = 'The works cost 3.4 million euros.'
    const said = { claimId, evidenceId, kind: 'figures', printed: SUM, source, reading: 'rounded' }
    await nameComparison(tom, { ...said, rates: '1 EUR = 1.19 USD, ECB, 12 September 2017' })
    const { shown } = await db().comparison.findFirstOrThrow({ where: { evidenceId } })
    expect(shown).toMatch(/^3\.4 million EUR = 4,046,000 USD at 1\.19 USD a EUR \(ECB, 12/)
  })

  test.each([
    ['a rate that nobody gives', { rates: '1 EUR = 1.19 USD' }, 'rates'],
    ['more than a passage', { source: 'It cost 3 euros. '.repeat(900) }, 'source'],
    ['a name that words have', { reading: 'verbatim' }, 'reading'],
  ])('is refused with %s', async (_what, change, field) => {
    const { tom, claimId, evidenceId } = await aSum()
    const said = { claimId, evidenceId, kind: 'figures', printed: SUM, source: SUM }
    await expect(
      nameComparison(tom, { ...said, reading: 'equal', ...change }),
    ).rejects.toMatchObject({ fields: { [field]: expect.any(String) } })
  })
})

describe('a calculation', () => {
  const LINES = 'range = 250 mi in km\nshare = 45 / 120 as %'

  test('is attached as a source of its own, with its lines and results', async () => {
    const { tom, claimId } = await aSum()
    const about = { claimId, title: 'Miles in kilometres', calculation: LINES }
    await addCalculation(tom, { ...about, stance: 'supports', directness: 'secondary' })
    const claim = await findClaim(tom, { id: claimId })
    expect(claim?.evidence[1]).toMatchObject({
      source: { kind: 'calculation', title: 'Miles in kilometres' },
      locator: 'lines 1–2',
      excerpt: 'range = 250 mi in km → 402.336 km\nshare = 45 / 120 as % → 37.5 %',
    })
    const events = (await listEvents(tom, { take: 2 })).map(({ event }) => event.type)
    expect(events).toEqual(['evidence.attached', 'source.added'])
  })

  test.each([
    ['two units that do not fit', { calculation: 'x = 5 km + 3 kg' }, /^Line 1, column \d+: /],
    ['nothing to work out', { calculation: ' ' }, /needs a line of arithmetic/],
  ])('is refused with %s, by line and column', async (_what, change, message) => {
    const { tom, claimId } = await aSum()
    const about = { claimId, title: 'A sum', stance: 'supports', directness: 'secondary' }
    await expect(addCalculation(tom, { ...about, ...change })).rejects.toMatchObject({
      fields: { calculation: expect.stringMatching(message) },
    })
    expect(await db().source.count({ where: { newsroomId: tom.newsroomId } })).toBe(1)
  })
})

const cue = (second: number) => {
  const time = `00:00:${String(second).padStart(2, '0')}`
  return `${time}.000 --> ${time}.900\nNobody asked for it in week ${second}, nor later on.\n\n`
}

const PRINTED = 'We will close the bridge in May'
const SUM = 'cost 4 million dollars'

async function aQuotation() {
  return aClaim(`“${PRINTED},” the mayor said.`, PRINTED, { claimant: 'The mayor' })
}

const aSum = () => aClaim(`The works ${SUM}.`, SUM)

async function aClaim(text: string, words: string, details: { claimant?: string } = {}) {
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor', 'Ines')
  const tom = await newsroom.member('checker', 'Tom')
  const article = await newsroom.article({ by: ines, checkers: [tom], text })
  const claim = await newsroom.claim({ ...article, by: tom }, words, details)
  const { evidenceId } = await newsroom.evidence(claim)
  return { tom, ...article, ...claim, evidenceId }
}
