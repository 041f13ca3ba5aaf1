import { expect, test } from 'vitest'
import { makeEmptyDatabase } from '@/lib/testing/database/isolated-database'
import { withClient } from '../postgres/access'
import { findDrift } from './drift'
import { applyMigrations, listMigrations } from './migrations'

test('an empty database gets every migration once, and none the second time', async () => {
  const { owner: url } = await makeEmptyDatabase('twice')

  expect(await applyMigrations(url)).toEqual(await listMigrations())
  expect(await applyMigrations(url)).toEqual([])
})

test('two that migrate at the same moment do not disturb each other', async () => {
  const { owner: url } = await makeEmptyDatabase('together')

  const applied = await Promise.all([applyMigrations(url), applyMigrations(url)])

  expect(applied.flat()).toEqual(await listMigrations())
})

test('a migration that was cut short is begun anew', async () => {
  const { owner: url } = await makeEmptyDatabase('cut-short')
  await applyMigrations(url)
  await run(url, 'DROP FUNCTION refuse_change CASCADE')
  await run(
    url,
    `UPDATE _prisma_migrations SET finished_at = NULL, applied_steps_count = 0
     WHERE migration_name = '0002_append_only'`,
  )

  expect(await applyMigrations(url)).toEqual(['0002_append_only'])
  expect(await applyMigrations(url)).toEqual([])
})

test('a migrated database is what the schema says, and a column that somebody took away is found', async () => {
  const { owner: url } = await makeEmptyDatabase('drift')
  await applyMigrations(url)
  expect(await findDrift(url)).toBeNull()

  await run(url, 'ALTER TABLE "Source" DROP COLUMN "originGroupId"')

  expect(await findDrift(url)).toContain('ADD COLUMN     "originGroupId"')
})

const APPEND_ONLY = [
  ...['AuditEvent', 'Verdict', 'Revision', 'SecondaryWaiver'],
  ...['Query', 'QueryEntry', 'Suggestion', 'SuggestionDecision', 'Dissent', 'Comment'],
]

test('the database refuses to change, remove or empty what is append-only', async () => {
  const { owner: url } = await makeEmptyDatabase('append-only')
  await applyMigrations(url)
  for (const table of APPEND_ONLY) {
    await run(url, `SET session_replication_role = replica; ${await insertionOf(url, table)}`)
    const id = table === 'AuditEvent' ? '"newsroomId"' : 'id'
    for (const change of [
      `UPDATE "${table}" SET ${id} = 'other'`,
      `DELETE FROM "${table}"`,
      `TRUNCATE "${table}" CASCADE`,
    ]) {
      await expect(run(url, change), change).rejects.toThrow(`${table} is append-only`)
    }
  }
})

function run(url: string, sql: string) {
  return withClient(url, (client) => client.query(sql))
}

/** A row with something in every column, whatever the columns are. */
async function insertionOf(url: string, table: string) {
  const { rows } = await withClient(url, (client) =>
    client.query<{ name: string; type: string }>(
      `SELECT quote_ident(attname) AS name, format_type(atttypid, NULL) AS type
       FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
      [`"${table}"`],
    ),
  )
  const samples: Record<string, string> = {
    integer: '1',
    jsonb: `'{}'`,
    text: `'a'`,
    boolean: 'true',
    'timestamp with time zone': 'now()',
  }
  const values = rows.map(({ type }) => samples[type] ?? `(enum_range(NULL::${type}))[1]`)
  return `INSERT INTO "${table}" (${rows.map(({ name }) => name)}) VALUES (${values})`
}
