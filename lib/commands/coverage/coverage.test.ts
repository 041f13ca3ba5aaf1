import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listArticles } from '@/lib/db/articles/article-list'
import { db } from '@/lib/db/client'
import { findRevision } from '@/lib/db/revisions/revisions'
import { coverageOf } from '@/lib/domain/coverage/coverage'
import type { Actor } from '@/lib/domain/policy'
import { splitsPair } from '@/lib/domain/text/blocks'
import { wordsOf } from '@/lib/domain/text/words'
import { rolledBack } from '@/lib/testing/database/rollback'
import { aNewsroom, type TestArticle } from '@/lib/testing/fixtures/newsroom'
import { cutClaim, editClaim, markClaim, restoreClaim, setStatus } from '../claims/claims'
import { giveVerdict } from '../claims/verdicts'
import { markCoverage, unmarkCoverage, waiveWords } from './coverage'

const TEXTS = [
  'The old bridge opened in 1932, and cost 4.5 million crowns.\n\nIt was “welded” throughout.',
  'गंगा पुल १९३२ में खुला। 大桥于一九三二年通车。\n\nสะพานเปิดในปี 2475 👩‍👩‍👧 o’clock e-mail',
  'a b c d e f g h i j k l m n o p q r s t u v w x y z',
]

const mark = fc.record({ do: fc.constant('mark' as const), from: fc.nat(120), to: fc.nat(120) })
const note = fc.record({ do: fc.constant('note' as const), from: fc.nat(120), to: fc.nat(120) })
const takeBack = fc.record({ do: fc.constant('take back' as const), which: fc.nat(20) })
const other = fc.record({
  do: fc.constantFrom(
    'cut' as const,
    'restore' as const,
    'verdict' as const,
    'status' as const,
    'edit' as const,
  ),
  which: fc.nat(20),
})

describe('the covered words that are kept with an article', () => {
  test('are those that counting from the beginning gives, whatever was done', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...TEXTS),
        fc.array(fc.oneof(mark, note, takeBack, other), { minLength: 1, maxLength: 12 }),
        (text, steps) =>
          rolledBack(async () => {
            const newsroom = await aNewsroom()
            const by = await newsroom.member('editor')
            const article = await newsroom.article({ by, text, language: 'th' })
            for (const step of steps) {
              await carryOut(by, article, step).catch(onlyRefusals)
              expect(await kept(by)).toBe(await counted(by, article))
            }
          }),
      ),
      { numRuns: 12 },
    )
  }, 120_000)
})

test('words are waived by name and with a reason, or not at all', async () => {
  await rolledBack(async () => {
    const newsroom = await aNewsroom()
    const by = await newsroom.member('editor')
    const { articleId } = await newsroom.article({ by })
    const places = JSON.stringify([{ start: 0, end: 7 }])

    await expect(waiveWords(by, { articleId, revision: 1, places, reason: ' ' })).rejects.toThrow(
      'needs another look',
    )
    await waiveWords(by, { articleId, revision: 1, places, reason: 'A place line.' })

    expect(await db().coverageMark.findMany({ where: { revision: { articleId } } })).toMatchObject([
      { kind: 'waived', reason: 'A place line.', createdById: by.userId, start: 0, end: 7 },
    ])
  })
})

test('many places are swept at once, and taken back at once', async () => {
  await rolledBack(async () => {
    const newsroom = await aNewsroom()
    const by = await newsroom.member('editor')
    const article = await newsroom.article({ by, text: 'One two three four.' })
    const { articleId } = article
    const sweep = { articleId, revision: 1, kind: 'nothing_to_check' }

    const { markIds } = await markCoverage(by, {
      ...sweep,
      places: [
        { start: 0, end: 3 },
        { start: 8, end: 13 },
      ],
    })
    expect(await kept(by)).toBe(2)
    await unmarkCoverage(by, { articleId, markIds })
    expect(await kept(by)).toBe(0)
    await expect(unmarkCoverage(by, { articleId, markIds })).rejects.toThrow('already')
  })
})

type Step =
  | Parameters<Parameters<typeof mark.map>[0]>[0]
  | Parameters<Parameters<typeof note.map>[0]>[0]
  | Parameters<Parameters<typeof takeBack.map>[0]>[0]
  | Parameters<Parameters<typeof other.map>[0]>[0]

async function carryOut(by: Actor, { articleId, text }: TestArticle, step: Step): Promise<unknown> {
  if (step.do === 'mark' || step.do === 'note') {
    const [start = 0, end = 0] = [step.from, step.to].sort((a, b) => a - b)
    if (splitsPair(text, start) || splitsPair(text, end)) return
    const place = { articleId, revision: 1 }
    if (step.do === 'mark') return markClaim(by, { ...place, start, end, type: 'event' })
    return markCoverage(by, { ...place, kind: 'opinion', places: [{ start, end }] })
  }
  if (step.do === 'take back') {
    const marks = await db().coverageMark.findMany({ where: { revision: { articleId } } })
    const mark = marks[step.which % Math.max(1, marks.length)]
    return mark && unmarkCoverage(by, { articleId, markIds: mark.id })
  }
  const claims = await db().claim.findMany({ where: { articleId }, orderBy: { number: 'asc' } })
  const claim = claims[step.which % Math.max(1, claims.length)]
  if (!claim) return
  const { id: claimId, status: from, version } = claim
  if (step.do === 'cut') return cutClaim(by, { claimId, reason: 'Cut.' })
  if (step.do === 'restore') return restoreClaim(by, { claimId })
  if (step.do === 'status') return setStatus(by, { claimId, from, status: 'in_progress' })
  if (step.do === 'edit') return editClaim(by, { claimId, version, type: 'age', claimant: 'A' })
  return giveVerdict(by, { claimId, verdict: 'disputed', rationale: 'So.' })
}

function onlyRefusals(error: unknown): void {
  expect(error).toMatchObject({ name: 'Refusal' })
}

async function kept(by: Actor): Promise<number | undefined> {
  return (await listArticles(by)).articles[0]?.coveredWords
}

async function counted(by: Actor, { articleId }: TestArticle): Promise<number> {
  const revision = await findRevision(by, articleId)
  if (!revision) throw new Error('no revision')
  const revisionId = revision.id
  const claims = await db().anchor.findMany({
    where: { revisionId, claim: { status: { not: 'cut' } } },
  })
  const marks = await db().coverageMark.findMany({ where: { revisionId, removedAt: null } })
  const words = wordsOf(revision.text, revision.blocks, 'th')
  return coverageOf(words, [...claims, ...marks]).covered
}
