import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { costOf } from '@/lib/testing/database/statements'
import { aNewsroom, spanOf } from '@/lib/testing/fixtures/newsroom'
import { markClaim, setStatus } from './claims/claims'
import { giveVerdict } from './claims/verdicts'
import type { Command } from './command'
import { markCoverage } from './coverage/coverage'
import { writeComment } from './discussion/comments'
import { askQuery } from './discussion/queries'
import { suggestChange } from './discussion/suggestions'
import { attachEvidence } from './sources/evidence'

type Desk = Awaited<ReturnType<typeof aDesk>>

let desk: Desk

beforeAll(async () => {
  desk = await aDesk()
})

/**
 * What is sent to the database, the beginning and the end of the transaction included, and how often an answer is
 * waited for. Bare SQL needs eight of each for a verdict.
 */
const COSTS: [what: string, cost: string, command: Command, input: (desk: Desk) => object][] = [
  [
    'a verdict',
    '7 statements, 6 waits',
    giveVerdict,
    ({ claimId }) => ({ claimId, verdict: 'disputed', rationale: 'Two ledgers.' }),
  ],
  [
    'where the work stands',
    '6 statements, 5 waits',
    setStatus,
    ({ claimId }) => ({ claimId, from: 'checked', status: 'in_progress' }),
  ],
  ['a comment', '8 statements, 7 waits', writeComment, ({ claimId }) => ({ claimId, text: 'So?' })],
  [
    'evidence',
    '7 statements, 6 waits',
    attachEvidence,
    ({ claimId, sourceId }) => ({ claimId, sourceId, ...EVIDENCE }),
  ],
  [
    'a query',
    '7 statements, 6 waits',
    askQuery,
    ({ place }) => ({ ...place, to: 'editor', question: 'Is it old?' }),
  ],
  [
    'a suggestion',
    '7 statements, 6 waits',
    suggestChange,
    ({ place }) => ({ ...place, after: 'The new bridge', reason: 'number' }),
  ],
  [
    'words that need no check',
    '10 statements, 9 waits',
    markCoverage,
    ({ place: { start, end, ...on } }) => ({ ...on, kind: 'opinion', places: [{ start, end }] }),
  ],
  ['a claim', '12 statements, 11 waits', markClaim, ({ place }) => ({ ...place, type: 'name' })],
]

test.each(COSTS)('%s costs %s', async (_, expected, command, input) => {
  const form = { ...input(desk), formId: randomUUID() }
  const { statements, waits } = await costOf(() => command(desk.by, form))
  expect(`${statements} statements, ${waits} waits`).toBe(expected)
})

const EVIDENCE = { stance: 'supports', directness: 'primary', locator: 'page 9' }

async function aDesk() {
  const newsroom = await aNewsroom()
  const by = await newsroom.member('editor', 'Ines')
  const { articleId, ...article } = await newsroom.article({ by })
  const { claimId } = await newsroom.claim({ articleId, ...article }, 'opened in 1932')
  const { sourceId } = await newsroom.evidence({ claimId, by })
  const place = { articleId, revision: 1, ...spanOf(article.text, 'The old bridge') }
  return { by, place, claimId, sourceId }
}
