import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/policy'
import { parseSearch } from '@/lib/domain/search/search-query'
import { withClient } from '@/lib/server/postgres/access'
import { databaseUrls, isolatedDatabase } from '@/lib/testing/database/isolated-database'
import { plan, recorded } from '@/lib/testing/database/query-plans'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { findHits, MOST_HITS, NEWEST } from './find-hits'

/** Enough that what a tenth of the entries hold is common. */
const ENTRIES = 121_000

let editor: Actor

beforeAll(async () => {
  const close = await isolatedDatabase()
  editor = await (await aNewsroom()).member('editor')
  await withClient(databaseUrls().owner, async (client) => {
    await client.query(
      `INSERT INTO "SearchEntry" (kind, id, "newsroomId", "personId", facet, words, terms, at)
       SELECT 'source', 'source-' || n, $1, $2, 'book', '', ARRAY['everywhere']
         || CASE WHEN n % 11 = 0 THEN '{eleventh}'::text[] ELSE '{}' END
         || CASE WHEN n % 11 = 1 OR n < 40 AND n % 11 = 0 THEN '{twelfth}'::text[] ELSE '{}' END
         || CASE WHEN n <= 3000 THEN '{once}'::text[] ELSE '{}' END
         || CASE WHEN n % 40000 = 0 THEN '{seldom}'::text[] ELSE '{}' END, timestamptz '2020-01-01' + n * interval '1 minute'
       FROM generate_series(1, ${ENTRIES}) AS n`,
      [editor.newsroomId, editor.userId],
    )
    await client.query('VACUUM ANALYZE "SearchEntry"')
  })
  return close
}, 120_000)

async function lookFor(typed: string) {
  const { query } = parseSearch((name) => (name === 'q' ? typed : ''))
  const { hits, isPart } = await findHits(editor, query)
  return { ids: hits.map(({ id }) => Number(id.replace('source-', ''))), isPart }
}

test('of what is everywhere the newest are shown, and that there are more is said', async () => {
  const { ids, isPart } = await lookFor('everywhere')
  expect(ids).toEqual(Array.from({ length: MOST_HITS }, (_, at) => ENTRIES - at))
  expect(isPart).toBe('more')
})

test('of what many hold those among the newest are shown, and that older ones were not asked for is said', async () => {
  const { ids, isPart } = await lookFor('eleventh')
  const newest = Array.from({ length: NEWEST }, (_, at) => ENTRIES - at)
  expect(ids).toEqual(newest.filter((n) => n % 11 === 0))
  expect(isPart).toBe('newest')
})

test('what was often written once, and is no more, is shown though none of the newest holds it', async () => {
  const { ids, isPart } = await lookFor('once')
  expect(ids).toHaveLength(MOST_HITS)
  expect(isPart).toBe('more')
})

test('two common words that seldom stand together are all found, however old they are', async () => {
  expect(await lookFor('eleventh twelfth')).toEqual({ ids: [33, 22, 11], isPart: null })
})

test('a rare word is found beside common ones, all of it', async () => {
  expect(await lookFor('seldom everywhere')).toEqual({
    ids: [120_000, 80_000, 40_000],
    isPart: null,
  })
})

test('no common word makes the index give all that hold it', async () => {
  for (const typed of ['everywhere', 'eleventh', 'everywhere eleventh']) {
    const statements = await recorded(() => lookFor(typed))
    for (const statement of statements) {
      expect(JSON.stringify(await plan(statement))).not.toContain('SearchEntry_terms_idx')
    }
  }
})
