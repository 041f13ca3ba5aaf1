import { Logger, makeWorkerUtils } from 'graphile-worker'
import type pg from 'pg'
import { withClient } from '../postgres/access'
import { MIGRATION_LOCK } from './migrations'

/** Where graphile-worker keeps its tables, apart from ours. */
export const QUEUE_SCHEMA = 'graphile_worker'

/** Brings the queue of jobs (graphile-worker's own tables) to its newest form. Safe to call from several processes. */
export async function prepareQueue(owner: string): Promise<void> {
  await withClient(owner, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    const queue = await makeWorkerUtils({ connectionString: owner, logger: SILENT, maxPoolSize: 2 })
    await queue.migrate()
    await queue.release()
  })
}

const SILENT = new Logger(() => () => undefined)

/** What the role that serves needs of the queue: its rows, which are behind policies (PostgreSQL: row security). */
export async function queueGrants(client: pg.Client, role: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string; open: boolean }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name, EXISTS (
       SELECT 1 FROM pg_policies policy WHERE policy.schemaname = kept.schemaname
         AND policy.tablename = kept.tablename AND policy.policyname = '${POLICY}'
     ) AS open
     FROM pg_tables kept WHERE schemaname = $1 AND rowsecurity`,
    [QUEUE_SCHEMA],
  )
  return [
    `GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ${role}`,
    `REVOKE ALL ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} FROM ${role}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${role}`,
    `REVOKE INSERT, UPDATE, DELETE ON ${QUEUE_SCHEMA}.migrations FROM ${role}`,
    ...rows
      .filter(({ open }) => !open)
      .map(({ name }) => `CREATE POLICY ${POLICY} ON ${name} USING (true) WITH CHECK (true)`),
  ]
}

/** Open to every role that has rights on the table, which only the owner gives. */
const POLICY = 'of_stet'
