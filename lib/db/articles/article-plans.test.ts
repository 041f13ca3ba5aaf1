import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/policy'
import { withClient } from '@/lib/server/postgres/access'
import { databaseUrls, isolatedDatabase } from '@/lib/testing/database/isolated-database'
import { plan, problemsIn, recorded } from '@/lib/testing/database/query-plans'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { listBoard } from './article-board'
import { listDue } from './article-calendar'
import { listArticles } from './article-list'

/** So many that reading all of them shows. */
const ARTICLES = 20_000

let ines: Actor
let close: () => Promise<void>

beforeAll(async () => {
  close = await isolatedDatabase()
  ines = await (await aNewsroom()).member('editor')
  await fillWithArticles(ines)
}, 300_000)
afterAll(() => close())

/** Articles without texts, two deadlines a day: nearly all are published, a hundredth is in work, and as many are put away. */
async function fillWithArticles({ newsroomId, userId }: Actor): Promise<void> {
  await withClient(databaseUrls().owner, async (client) => {
    await client.query("SET session_replication_role = 'replica'")
    await client.query(
      `INSERT INTO "Article" (id, "newsroomId", slug, headline, language, state, deadline, "editorId", "createdById",
         "createdAt", "archivedAt")
       SELECT 'bare-' || a, $1, 'bare-' || a, 'Harbour ' || a, 'en',
         (CASE WHEN a % 7000 = 0 THEN 'withdrawn' WHEN a <= $3::int * 0.98 THEN 'published' WHEN a % 97 = 0 THEN 'draft'
          ELSE 'in_check' END)::"ArticleState",
         timestamptz '2000-01-01' + a * interval '12 hours', CASE WHEN a % 500 = 0 THEN $2 END, $2,
         timestamptz '2000-01-01' + a * interval '11 hours',
         CASE WHEN a > $3::int * 0.98 AND a % 2 = 0 THEN now() END
       FROM generate_series(1, $3::int) AS a`,
      [newsroomId, userId, ARTICLES],
    )
    await client.query(
      `INSERT INTO "ArticleActivity" ("articleId", "newsroomId", "changedAt")
       SELECT id, "newsroomId", "createdAt" FROM "Article" WHERE id LIKE 'bare-%'`,
    )
    await client.query("SET session_replication_role = 'origin'")
    await client.query('VACUUM ANALYZE')
  })
}

const DAYS = { from: new Date('2005-01-01T00:00Z'), before: new Date('2005-02-01T00:00Z') }

const READS: Record<string, () => Promise<unknown>> = {
  'the list': () => listArticles(ines),
  'the newest': () => listArticles(ines, { sort: 'newest' }),
  'those that changed last': () => listArticles(ines, { sort: 'changed' }),
  'those by their headline': () => listArticles(ines, { sort: 'headline' }),
  'a later page by deadline': () => laterPage('deadline'),
  'a later page of the newest': () => laterPage('newest'),
  'a later page of those that changed last': () => laterPage('changed'),
  'a later page by headline': () => laterPage('headline'),
  'my own': () => listArticles(ines, { mine: true, sort: 'newest' }),
  'those of a state with few': () => listArticles(ines, { states: ['withdrawn'] }),
  'those of a state with many': () => listArticles(ines, { states: ['published'] }),
  'those in work of a state with few': () => listArticles(ines, { states: ['draft'] }),
  'those due within days': () => listArticles(ines, { deadlines: DAYS }),
  'those without a deadline': () => listArticles(ines, { deadlines: null }),
  'those with a word': () => listArticles(ines, { words: '19777' }),
  'those put away': () => listArticles(ines, { archived: true }),
  'the board': () => listBoard(ines, {}),
  'the board of my own': () => listBoard(ines, { mine: true }),
  'the calendar': () => listDue(ines, {}, DAYS),
}

async function laterPage(sort: 'deadline' | 'newest' | 'changed' | 'headline') {
  const { next } = await listArticles(ines, { sort, take: 150 })
  await listArticles(ines, { sort, after: next ?? '' })
}

test.each(Object.entries(READS))('%s: no look at everything', async (_, read) => {
  const statements = await recorded(read)
  expect(statements.length).toBeGreaterThan(0)
  for (const statement of statements) {
    expect(problemsIn(await plan(statement)), statement.text).toEqual([])
  }
})

test.each([
  ['Article_newest', 'the newest'],
  ['ArticleActivity_newsroomId_changedAt_articleId_idx', 'those that changed last'],
  ['Article_headline', 'those by their headline'],
  ['Article_newsroomId_editorId_idx', 'my own'],
  ['Article_of_state', 'those of a state with few'],
  ['Article_newsroomId_deadline_idx', 'the calendar'],
])('without the index %s it shows: %s', async (index, what) => {
  const statements = await recorded(async () => READS[what]?.())
  const problems: string[] = []
  for (const statement of statements) problems.push(...problemsIn(await plan(statement, index)))
  expect(problems).not.toEqual([])
})
