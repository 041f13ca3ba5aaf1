import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startThrowawayPostgres, type ThrowawayPostgres } from '../databases/throwaway-postgres'
import { withClient } from '../postgres/access'
import { applyGrants, type DatabaseUrls, isGuarded } from './grants'
import { prepareDatabase } from './prepare-database'

let server: ThrowawayPostgres
let urls: DatabaseUrls

beforeAll(async () => {
  server = await startThrowawayPostgres()
  urls = await server.ready('guarded')
  await run(urls.app, NEWSROOM, ENTRY(1, ZERO, ONE))
})

afterAll(() => server.stop())

const ZERO = '0'.repeat(64)
const ONE = '1'.repeat(64)
const TWO = '2'.repeat(64)

const NEWSROOM = `INSERT INTO "Newsroom" (id, slug, name) VALUES ('desk', 'desk', 'The Desk')`
const ENTRY = (seq: number, previous: string, hash: string) =>
  `INSERT INTO "AuditEvent" ("newsroomId", seq, "actorId", type, data, at, previous, hash)
   VALUES ('desk', ${seq}, 'ada', 'newsroom.founded', '{}', now(), '${previous}', '${hash}')`

describe.each(['AuditEvent', 'Verdict', 'Revision', 'SecondaryWaiver'])(
  'of %s the app',
  (table) => {
    test.each([
      ['changes no row', `UPDATE "${table}" SET ${KEY(table)} = ${KEY(table)}`],
      ['removes no row', `DELETE FROM "${table}"`],
      ['locks no row to change it', `SELECT 1 FROM "${table}" FOR UPDATE`],
      ['removes not all rows', `TRUNCATE "${table}" CASCADE`],
      ['adds no column', `ALTER TABLE "${table}" ADD COLUMN x text`],
      ['switches no trigger off', `ALTER TABLE "${table}" DISABLE TRIGGER ALL`],
      ['removes no trigger', `DROP TRIGGER "append_only_rows" ON "${table}"`],
      [
        'adds no trigger',
        `CREATE TRIGGER x BEFORE INSERT ON "${table}" EXECUTE FUNCTION refuse_change()`,
      ],
      ['adds no rule', `CREATE RULE x AS ON INSERT TO "${table}" DO INSTEAD NOTHING`],
      ['takes not the table', `ALTER TABLE "${table}" OWNER TO stet_app`],
      ['drops it not', `DROP TABLE "${table}" CASCADE`],
    ])('%s', async (_what, sql) => {
      await expect(run(urls.app, sql)).rejects.toThrow(/permission denied|must be owner/)
    })

    test('reads and adds, and cannot give itself more', async () => {
      await run(urls.app, `GRANT UPDATE, DELETE, TRUNCATE ON "${table}" TO stet_app`)
      const rights = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES']
      const asked = rights.map(
        (each) => `has_table_privilege('"${table}"', '${each}') AS "${each}"`,
      )
      const [row = {}] = await run(urls.app, `SELECT ${asked}`)
      expect(rights.filter((each) => row[each])).toEqual(['SELECT', 'INSERT'])
    })
  },
)

test.each([
  ['become the owner', 'SET ROLE stet'],
  ['become the owner for the session', 'SET SESSION AUTHORIZATION stet'],
  ['switch all triggers off', 'SET session_replication_role = replica'],
  ['make a table', 'CREATE TABLE x (y int)'],
  ['put another table before the log', 'CREATE TEMPORARY TABLE "AuditEvent" (y int)'],
  [
    'replace what guards',
    'CREATE OR REPLACE FUNCTION check_head() RETURNS trigger AS $$ $$ LANGUAGE sql',
  ],
  ['drop what guards', 'DROP FUNCTION move_head() CASCADE'],
  ['make a role', 'CREATE ROLE x SUPERUSER'],
  ['drop the schema', 'DROP SCHEMA public CASCADE'],
  ['read files', `COPY "AuditEvent" FROM '/etc/passwd'`],
  ['touch the record of migrations', 'DELETE FROM "_prisma_migrations"'],
])('the app cannot %s', async (_what, sql) => {
  await expect(run(urls.app, sql)).rejects.toThrow(/permission denied|must be owner/)
})

describe('whoever writes, the log', () => {
  const OTHER = `INSERT INTO "Newsroom" (id, slug, name, "auditSeq") VALUES ('x', 'x', 'X', 7)`
  const MOVED = (seq: number, hash: string) =>
    `UPDATE "Newsroom" SET "auditSeq" = ${seq}, "auditHash" = '${hash}'`

  test.each([
    ['takes no entry that leaves a gap', ENTRY(3, ONE, TWO), /does not follow/],
    ['takes no second entry of a number', ENTRY(1, ZERO, TWO), /duplicate key|does not follow/],
    ['takes no entry that follows another', ENTRY(2, ZERO, TWO), /does not follow/],
    ['is not set back', MOVED(0, ZERO), /does not end there/],
    ['is not set forward', MOVED(2, TWO), /does not end there/],
    ['does not end with another hash', MOVED(1, TWO), /does not end there/],
    ['begins empty', OTHER, /does not end there/],
    ['keeps its newsroom', `UPDATE "Newsroom" SET id = 'other'`, /append-only/],
    ['is not orphaned', 'DELETE FROM "Newsroom"', /foreign key/],
  ])('%s', async (_what, sql, why) => {
    for (const url of [urls.app, urls.owner]) await expect(run(url, sql)).rejects.toThrow(why)
    const [newsroom] = await run(urls.app, 'SELECT * FROM "Newsroom"')
    expect(newsroom).toMatchObject({ auditSeq: 1, auditHash: ONE })
  })

  test('grows by an entry that follows, and knows that it ends there', async () => {
    await withClient(urls.app, async (client) => {
      await client.query('BEGIN')
      await client.query(ENTRY(2, ONE, TWO))
      const { rows } = await client.query('SELECT "auditSeq", "auditHash" FROM "Newsroom"')
      expect(rows).toEqual([{ auditSeq: 2, auditHash: TWO }])
      await client.query('ROLLBACK')
    })
  })
})

test('a role is known to be harmless only as long as it is', async () => {
  expect(await isGuarded(urls.app)).toBe(true)
  expect(await isGuarded(urls.owner)).toBe(false)

  await run(urls.owner, 'GRANT UPDATE (words) ON "Verdict" TO stet_app')
  expect(await isGuarded(urls.app)).toBe(false)
  await applyGrants(urls)
  expect(await isGuarded(urls.app)).toBe(true)

  await run(urls.owner, 'GRANT stet TO stet_app')
  expect(await isGuarded(urls.app)).toBe(false)
  await run(urls.owner, 'REVOKE stet FROM stet_app')

  await run(urls.owner, 'ALTER TABLE "Revision" DISABLE TRIGGER append_only_rows')
  expect(await isGuarded(urls.app)).toBe(false)
  await run(urls.owner, 'ALTER TABLE "Revision" ENABLE TRIGGER append_only_rows')
  expect(await isGuarded(urls.app)).toBe(true)
})

test('a new append-only table is found by its trigger', async () => {
  await run(
    urls.owner,
    'CREATE TABLE "Later" (id text)',
    `CREATE TRIGGER append_only_rows BEFORE UPDATE OR DELETE ON "Later"
     FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  )
  await applyGrants(urls)
  await run(urls.app, `INSERT INTO "Later" VALUES ('a')`)
  await expect(run(urls.app, 'DELETE FROM "Later"')).rejects.toThrow('permission denied')
})

test('two ordinary roles of somebody else’s server will do', async () => {
  const url = await server.database('postgres')
  const login = (name: string) => `CREATE ROLE ${name} LOGIN PASSWORD 'their-own'`
  await run(url, login('keeper'), login('desk'), 'CREATE DATABASE theirs OWNER keeper')
  const as = (username: string) =>
    Object.assign(new URL(url), { username, password: 'their-own', pathname: '/theirs' }).href
  const theirs = { app: as('desk'), owner: as('keeper') }

  await prepareDatabase(theirs)

  expect(await isGuarded(theirs.app)).toBe(true)
  await run(theirs.app, NEWSROOM, ENTRY(1, ZERO, ONE))
  await expect(run(theirs.app, 'DELETE FROM "AuditEvent"')).rejects.toThrow('permission denied')
  expect(await prepareDatabase(theirs)).toEqual([])
})

test('an app that owns its tables is left to, and it is known', async () => {
  const owner = await server.database('alone')
  const alone = { app: owner, owner }
  await prepareDatabase(alone)
  expect(await isGuarded(owner)).toBe(false)
})

function KEY(table: string) {
  return table === 'AuditEvent' ? '"newsroomId"' : 'id'
}

/** What the last of some statements answers. */
function run(url: string, ...statements: string[]): Promise<pg.QueryResultRow[]> {
  return withClient(url, async (client) => {
    let rows: pg.QueryResultRow[] = []
    for (const sql of statements) rows = (await client.query(sql)).rows
    return rows
  })
}
