import type pg from 'pg'
import { withClient } from '../postgres/access'
import { queueGrants } from './job-queue'
import { MIGRATION_LOCK } from './migrations'

/** A database's two addresses: for serving, and for the owner of its tables, who migrates. */
export interface DatabaseUrls {
  app: string
  owner: string
}

/**
 * Gives the role that serves what it needs and no more: rows of most tables, but of append-only ones only reading and
 * adding, and no change to the schema. Repeated at every start, so that a new table is not forgotten. Where one role
 * does both, nothing is done: an owner cannot be kept from its own tables.
 */
export async function applyGrants({ app, owner }: DatabaseUrls): Promise<void> {
  const serving = await withClient(app, currentUser)
  await withClient(owner, async (client) => {
    if ((await currentUser(client)) === serving) return
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    for (const statement of await grantsFor(client, serving)) await client.query(statement)
    await client.query('COMMIT')
  })
}

/** Whether the role of this address can neither change the record nor switch off what protects it. */
export async function isGuarded(app: string): Promise<boolean> {
  return withClient(app, async (client) => {
    const { rows } = await client.query<{ guarded: boolean }>(
      'SELECT "record_is_guarded"() AS guarded',
    )
    return rows[0]?.guarded ?? false
  })
}

async function grantsFor(client: pg.Client, serving: string): Promise<string[]> {
  const role = client.escapeIdentifier(serving)
  const { rows } = await client.query<{ name: string; kept: boolean; ours: boolean }>(`
    SELECT format('public.%I', relname) AS name, relname <> '_prisma_migrations' AS ours,
      EXISTS (SELECT 1 FROM pg_trigger WHERE tgrelid = pg_class.oid AND tgname = 'append_only_rows') AS kept
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`)
  const database = client.escapeIdentifier(client.database ?? '')
  return [
    'REVOKE CREATE ON SCHEMA public FROM PUBLIC',
    // A temporary table of the same name would stand before the real one.
    `REVOKE TEMPORARY ON DATABASE ${database} FROM PUBLIC`,
    `GRANT USAGE ON SCHEMA public TO ${role}`,
    `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${role}`,
    `GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
    ...rows
      .filter(({ ours }) => ours)
      .map(({ name, kept }) => `GRANT ${kept ? ADDING : EVERYTHING} ON ${name} TO ${role}`),
    ...(await queueGrants(client, role)),
  ]
}

const ADDING = 'SELECT, INSERT'
const EVERYTHING = 'SELECT, INSERT, UPDATE, DELETE'

async function currentUser(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('SELECT current_user AS name')
  return rows[0]?.name ?? ''
}
