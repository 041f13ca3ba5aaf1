import { beforeAll, expect, test } from 'vitest'
import { giveVerdict } from '@/lib/commands/claims/verdicts'
import { withClient } from '@/lib/server/postgres/access'
import { databaseUrls, isolatedDatabase } from '@/lib/testing/database/isolated-database'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { findEarlierChecks } from './find-earlier'

beforeAll(isolatedDatabase)

const WORDS = 'The harbour ferry Aurora carried 1,200 passengers'
const THEIRS = `At Aalborg about noon ${WORDS}`

test('what thousands of entries of another newsroom hold is found in a small one', async () => {
  const [small, large] = [await aNewsroom(), await aNewsroom()]
  const editor = await small.member('editor')
  const other = await large.member('editor')
  for (const [newsroom, by, words] of [
    [small, editor, WORDS],
    [large, other, THEIRS],
  ] as const) {
    const article = await newsroom.article({ by, text: `${words}.` })
    const claim = await newsroom.claim(article, words)
    await newsroom.evidence(claim)
    await giveVerdict(by, { ...claim, verdict: 'confirmed' })
  }
  await withClient(databaseUrls().owner, async (client) => {
    const { rows } = await client.query<{ name: string }>(`
      SELECT quote_ident(column_name) AS name FROM information_schema.columns
      WHERE table_name = 'SearchEntry' AND column_name <> 'id' AND is_generated = 'NEVER'`)
    const columns = rows.map(({ name }) => name).join(', ')
    await client.query(
      `INSERT INTO "SearchEntry" (id, ${columns})
       SELECT 'copy-' || n, ${columns} FROM "SearchEntry", generate_series(1, 3000) n
       WHERE "newsroomId" = $1 AND kind = 'claim'`,
      [other.newsroomId],
    )
    await client.query('ANALYZE "SearchEntry"')
  })

  const looked = { claimId: null, words: THEIRS, language: 'en' }
  expect(await findEarlierChecks(editor, looked)).toHaveLength(1)
})
