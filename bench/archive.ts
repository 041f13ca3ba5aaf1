import { bringArticle } from '@/lib/commands/articles/articles'
import { markClaim } from '@/lib/commands/claims/claims'
import { findEarlierChecks } from '@/lib/db/search-index/find-earlier'
import { findHits } from '@/lib/db/search-index/find-hits'
import { showHits } from '@/lib/db/search-index/show-hits'
import type { Actor } from '@/lib/domain/policy'
import { parseSearch } from '@/lib/domain/search/search-query'
import { withClient } from '@/lib/server/postgres/access'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { fillClaims } from './support/many-claims'
import { line, median, percentile, ratio } from './support/print-measure'

/** How many claims the newsroom has; an archive of many years: `BENCH_CLAIMS=1000000`. */
const CLAIMS = Number(process.env.BENCH_CLAIMS ?? 100_000)

/** How many there are in the newsroom against which it is measured. */
const FEW = 10_000

const ASKED = 100
const WARMING = 10

/** Looking for words, and for earlier checks of a claim, in a large archive: against 50 ms, and against a small one. */
export async function measureArchive(): Promise<void> {
  const owner = process.env.MIGRATION_DATABASE_URL ?? ''
  const newsroom = await aNewsroom()
  const actor = await newsroom.member('editor')
  const ids = { newsroomId: actor.newsroomId, editorId: actor.userId }
  const few = Math.min(FEW, CLAIMS)
  await fillClaims(owner, ids, { from: 0, to: few })
  const small = await measured(actor, owner)
  const start = performance.now()
  await fillClaims(owner, ids, { from: few, to: CLAIMS })
  line(`Made ${CLAIMS.toLocaleString('en')} claims in ${seconds(start)} s`)
  const large = await measured(actor, owner)
  for (const [what, times] of Object.entries(large)) {
    const before = small[what] ?? []
    const [p95, was] = [percentile(times, 95), percentile(before, 95)]
    line(
      `${what}: median ${median(times).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, worst ${Math.max(...times).toFixed(1)} ms; of ${few.toLocaleString('en')} claims: median ${median(before).toFixed(1)} ms, p95 ${was.toFixed(1)} ms`,
    )
    ratio(`${what}, p95 against 50 ms`, p95 / 50, { most: 1 })
    ratio(`${what}, p95 against ${few.toLocaleString('en')} claims`, p95 / was, { most: 3 })
  }
  ratio('A new claim is found, in seconds', await foundAfter(actor), { most: 1 })
  await printSizes(owner)
}

/** How long it takes to be answered, in milliseconds, by what is asked: for words of claims that are spread over the archive. */
async function measured(actor: Actor, owner: string): Promise<Record<string, number[]>> {
  const claims = await someClaims(owner)
  const search = (typed: string) => async () => {
    const { query } = parseSearch((name) => (name === 'q' ? typed : ''))
    const { hits } = await findHits(actor, query)
    await showHits(actor, hits.slice(0, 20))
  }
  const rare = claims.map(({ words }) => words.split(' ').slice(1, 4).join(' '))
  const times: Record<string, number[]> = {}
  const asked: [string, (() => Promise<unknown>)[]][] = [
    ['Search for three words', rare.map(search)],
    ['Search for one name', claims.map(({ words }) => search(nameIn(words)))],
    ['Search for what is everywhere', COMMON.map(search)],
    [
      'Earlier checks of a claim',
      claims.map(({ id, words, language }) => () => {
        return findEarlierChecks(actor, { claimId: id, words, language })
      }),
    ],
  ]
  for (const [what, questions] of asked) {
    times[what] = []
    for (const [at, ask] of questions.entries()) {
      const start = performance.now()
      await ask()
      if (at >= WARMING || questions.length <= WARMING) times[what].push(performance.now() - start)
    }
  }
  return times
}

const COMMON = ['the', 'ferry', 'paid euros', 'percent', 'office of', 'tonnes of coal', '2003']

const nameIn = (words: string) => words.match(/(?<=\s)\p{Lu}\p{L}{5,}/u)?.[0] ?? 'Nortar'

/** Claims all over the archive, always the same. */
function someClaims(owner: string) {
  return withClient(owner, async (client) => {
    const { rows } = await client.query<{ id: string; words: string; language: string }>(
      `SELECT entry.id, entry.words, article.language FROM "SearchEntry" entry JOIN "Article" article ON article.id = entry."articleId"
       WHERE entry.kind = 'claim' AND entry.id = ANY (SELECT 'many-claim-' || n * 87 + 1 FROM generate_series(1, ${ASKED}) AS n)
       ORDER BY entry.id`,
    )
    return rows
  })
}

/** From when a claim is made until it is found, in seconds. */
async function foundAfter(actor: Actor): Promise<number> {
  const blocks = [{ kind: 'paragraph', text: 'The zeppelin Quuxalot crossed twice.' }]
  const { articleId } = (await bringArticle(actor, {
    ...{ headline: 'Zeppelins', language: 'en', blocks },
  })) as { articleId: string }
  const start = performance.now()
  await markClaim(actor, { articleId, revision: 1, start: 4, end: 21, type: 'event' })
  const { query } = parseSearch((name) => (name === 'q' ? 'Quuxalot' : ''))
  const { hits } = await findHits(actor, query)
  if (!hits.some(({ kind }) => kind === 'claim')) throw new Error('the new claim was not found')
  return (performance.now() - start) / 1000
}

async function printSizes(owner: string): Promise<void> {
  const { rows } = await withClient(owner, (client) =>
    client.query<{ entries: string; table: string; index: string; all: string; cache: string }>(
      `SELECT (SELECT count(*) FROM "SearchEntry") AS entries, pg_size_pretty(pg_table_size('"SearchEntry"')) AS table,
         pg_size_pretty(pg_relation_size('"SearchEntry_terms_idx"')) AS index,
         pg_size_pretty(pg_database_size(current_database())) AS all, current_setting('shared_buffers') AS cache`,
    ),
  )
  const { entries, table, index, all, cache } = rows[0] ?? {}
  line(
    `${Number(entries).toLocaleString('en')} search entries: ${table}, their index ${index}; the database ${all}, PostgreSQL’s cache ${cache}`,
  )
  line(`Memory of this process: ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MiB`)
}

const seconds = (start: number) => ((performance.now() - start) / 1000).toFixed(0)
