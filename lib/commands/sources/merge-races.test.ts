import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { databaseUrls } from '@/lib/testing/database/isolated-database'
import { keptFile } from '@/lib/testing/fixtures/captures'
import { aNewsroom, type TestClaim } from '@/lib/testing/fixtures/newsroom'
import { attachToClaims } from './bulk-evidence'
import { attachEvidence } from './evidence'
import { mergeSource, undoMerge } from './merges'
import { addSource } from './sources'

/** How often each pair is let loose at the same moment. */
const TIMES = 10

/** So many commands of a newsroom wait in the database; those behind them wait in the process, in their order. */
const AT_ONCE = 2

let owner: pg.Client

beforeAll(async () => {
  owner = new pg.Client({ connectionString: databaseUrls().owner })
  await owner.connect()
})

afterAll(() => owner.end())

type Scene = Awaited<ReturnType<typeof aSourceTwice>>

const SAID = { stance: 'supports', directness: 'primary', locator: 'page 4' }

const CITATIONS: Record<string, (scene: Scene) => Promise<unknown>> = {
  'cited for a claim': ({ tom, claim, one }) =>
    attachEvidence(tom, { ...SAID, claimId: claim.claimId, sourceId: one }),
  'cited by a copy of it': ({ tom, claim, one, captureId }) =>
    attachEvidence(tom, { ...SAID, claimId: claim.claimId, sourceId: one, captureId }),
  'cited for several claims': ({ tom, article, claim: { claimId }, one }) =>
    attachToClaims(tom, {
      ...SAID,
      ...{ articleId: article.articleId, claims: JSON.stringify([{ claimId }]), sourceId: one },
    }),
}

const ORDERS = ['after', 'before'] as const

test.each(Object.keys(CITATIONS).flatMap((how) => ORDERS.map((order) => [how, order] as const)))(
  'a source that is %s just %s it is merged is cited as the one that it became',
  async (how, order) => {
    const cite = CITATIONS[how]
    for (let time = 0; time < TIMES; time++) {
      const scene = await aSourceTwice()
      const { ines, one, other, claim } = scene
      const merging = () => mergeSource(ines, { sourceId: one, intoId: other })
      const citing = () => cite?.(scene) ?? expect.fail()
      const isMergeFirst = order === 'after'
      const answers = await oneAfterTheOther(
        ines,
        isMergeFirst ? [merging, citing] : [citing, merging],
      )
      expect(answers).toEqual(['done', 'done'])
      expect(await citedFor(claim)).toEqual([other, other])
      expect(await orderInTheLog(ines)).toEqual(
        isMergeFirst
          ? ['source.merged', 'evidence.attached']
          : ['evidence.attached', 'source.merged'],
      )
    }
  },
)

test('whichever of a merge, its undoing and a citation comes first, nothing is lost or cited on a trace', async () => {
  for (let time = 0; time < TIMES; time++) {
    const scene = await aSourceTwice()
    const { ines, tom, one, other, claim } = scene
    const third = (await addSource(ines, { kind: 'book', title: 'The third' })).sourceId
    await mergeSource(ines, { sourceId: one, intoId: other })
    const works = [
      () => attachEvidence(tom, { ...SAID, claimId: claim.claimId, sourceId: one }),
      () => mergeSource(ines, { sourceId: other, intoId: third }),
      ...(time < TIMES / 2 ? [] : [() => undoMerge(ines, { sourceId: one })]),
    ]
    const from = time % works.length
    const turned = [...works.slice(from), ...works.slice(0, from)]
    const inTurn = time % 4 < 2 ? turned : turned.reverse()
    const answers = await oneAfterTheOther(ines, inTurn)
    const cited = answers[inTurn.indexOf(works[0] ?? expect.fail())]
    const now = await citedFor(claim)
    expect(now, answers.join('; ')).toHaveLength(cited === 'done' ? 2 : 1)
    const traces = { id: { in: now }, mergedIntoId: { not: null } }
    expect(await db().source.count({ where: traces }), answers.join('; ')).toBe(0)
  }
})

/** A source with a copy, cited once, and another that it is. */
async function aSourceTwice() {
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor', 'Ines')
  const tom = await newsroom.member('checker', 'Tom')
  const article = await newsroom.article({ by: ines, checkers: [tom] })
  const claim = await newsroom.claim(article, 'in 1932')
  const { sourceId: one } = await newsroom.evidence(claim)
  const { captureId } = await keptFile(ines, one)
  const { sourceId: other } = await addSource(ines, { kind: 'book', title: 'The other' })
  return { ines, tom, article, claim, one, other, captureId }
}

/**
 * Sends changes while somebody else has the newsroom's turn, each once the one before it waits for it, and then gives the turn
 * away: each runs in a transaction of its own that was begun before any of them was done. Answers `done`, or why not.
 */
async function oneAfterTheOther(
  { newsroomId }: Actor,
  works: readonly (() => Promise<unknown>)[],
): Promise<string[]> {
  const answers: Promise<string>[] = []
  await owner.query('BEGIN')
  try {
    await owner.query('SELECT 1 FROM "Newsroom" WHERE id = $1 FOR UPDATE', [newsroomId])
    for (const [nth, work] of works.entries()) {
      answers.push(work().then(() => 'done', whyNot))
      await expect.poll(waiting, { interval: 5, timeout: 20_000 }).toBe(Math.min(nth + 1, AT_ONCE))
    }
  } finally {
    await owner.query('COMMIT')
  }
  return Promise.all(answers)
}

/** Why something was refused, in words; whatever else goes wrong is a bug. */
function whyNot(error: unknown): string {
  if (error instanceof Refusal) return error.message
  throw error
}

/** How many connections wait for a turn to write. */
async function waiting(): Promise<number> {
  // In an open transaction it would show those connections alone that it showed first.
  await owner.query('SELECT pg_stat_clear_snapshot()')
  const { rows } = await owner.query<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM pg_stat_activity
     WHERE cardinality(pg_blocking_pids(pid)) > 0 AND datname = current_database()`,
  )
  return rows[0]?.waiting ?? 0
}

async function citedFor({ claimId }: Pick<TestClaim, 'claimId'>): Promise<string[]> {
  const rows = await db().evidence.findMany({ where: { claimId } })
  return rows.map(({ sourceId }) => sourceId)
}

/** The last two things that happened, as the log has them. */
async function orderInTheLog({ newsroomId }: Actor): Promise<string[]> {
  const last = await db().auditEvent.findMany({
    ...{ where: { newsroomId }, orderBy: { seq: 'desc' }, take: 2, select: { type: true } },
  })
  return last.map(({ type }) => type).reverse()
}
