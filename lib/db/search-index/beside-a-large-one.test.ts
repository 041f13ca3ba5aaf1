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

test('the very same words are offered among thousands of claims that hold them', async () => {
  const newsroom = await aNewsroom()
  const by = await newsroom.member('editor')
  await withClient(databaseUrls().owner, async (client) => {
    await client.query(
      `INSERT INTO "SearchEntry" (kind, id, "newsroomId", "personId", facet, words, terms, at)
       SELECT 'claim', 'envoy-' || n, $1, $2, 'name', 'Envoy ' || n || ' signed in 2017',
         "search_terms"('signed in 2017', 'en'), now() FROM generate_series(1, 3000) n`,
      [by.newsroomId, by.userId],
    )
    await client.query('ANALYZE "SearchEntry"')
  })
  const article = await newsroom.article({ by, text: 'The deal was signed in 2017.' })
  const claim = await newsroom.claim(article, 'signed in 2017')
  await newsroom.evidence(claim)
  await giveVerdict(by, { ...claim, verdict: 'confirmed' })

  const looked = { claimId: null, words: 'Signed in 2017', language: 'en' }
  expect(await findEarlierChecks(by, looked)).toMatchObject([{ words: 'signed in 2017' }])
})
