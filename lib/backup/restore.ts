import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from } from 'pg-copy-streams'
import { Refusal } from '@/lib/domain/refusal'
import type { FileStore } from '@/lib/evidence/files/file-store'
import { withClient } from '@/lib/server/postgres/access'
import type { DatabaseUrls } from '@/lib/server/schema/grants'
import { applyMigrations, listMigrations } from '@/lib/server/schema/migrations'
import { prepareDatabase } from '@/lib/server/schema/prepare-database'
import { checkArchive, readParts } from './archive-reader'
import type { Manifest } from './manifest'
import { copied, listForeignKeys, listTables } from './tables'

export interface RestoreOptions {
  urls: DatabaseUrls
  store: FileStore
  /** The archive's path. */
  from: string
  /** The lines of a file with age identities, where it is encrypted. */
  identity?: string
  report?: (said: string) => void
}

/**
 * Puts a backup back into an empty place, all or nothing: the archive is read and compared whole before anything is
 * touched, the kept files are put down, then all rows in one transaction, in which PostgreSQL holds them against every
 * constraint. A backup of an older schema is brought to this version's. Refuses a place that holds a newsroom, a backup
 * that is damaged, cut or newer, and leaves the database as it was.
 */
export async function restore({ urls, store, from: path, ...options }: RestoreOptions) {
  const { identity, report = () => undefined } = options
  report('Reading the backup')
  const manifest = await checkArchive(path, identity)
  const known = await listMigrations()
  if (!known.includes(manifest.schema)) throw new Refusal('invalid', NEWER)
  await refuseUsed(urls.owner, manifest)

  await applyMigrations(urls.owner, manifest.schema)
  for await (const { name, bytes } of readParts(path, identity)) {
    const [kind, newsroomId = '', sha256 = ''] = name.split('/')
    if (kind !== 'files' || isMissing(manifest, newsroomId, sha256)) {
      bytes.resume()
      continue
    }
    report(`File ${sha256.slice(0, 12)}`)
    const kept = await store.put(bytes, { newsroomId })
    if (kept.sha256 !== sha256) throw new Error(`${name} was kept as ${kept.sha256}`)
  }
  await withClient(urls.owner, (client) => load(client, { path, identity, manifest, report }))
  report('Making it ready')
  await prepareDatabase(urls)
  await withClient(urls.owner, askAgain)
  return manifest
}

const NEWER =
  'This backup was made by a newer version of Stet. Nothing of it was used: restore it with that version.'

const isMissing = ({ missing }: Manifest, newsroomId: string, sha256: string) =>
  missing.some((file) => file.newsroomId === newsroomId && file.sha256 === sha256)

/** A place is empty where there is no newsroom, and its schema is not newer than the backup’s. */
async function refuseUsed(owner: string, { schema }: Manifest): Promise<void> {
  await withClient(owner, async (client) => {
    const { rows } = await client.query<{ made: boolean }>(
      `SELECT to_regclass('public."Newsroom"') IS NOT NULL AS made`,
    )
    if (!rows[0]?.made) return
    const used = await client.query('SELECT 1 FROM "Newsroom" UNION SELECT 1 FROM "User" LIMIT 1')
    if (used.rowCount) {
      throw new Refusal(
        'conflict',
        'There is a newsroom here already. Restore into an empty place.',
      )
    }
    const newest = await client.query<{ name: string }>(
      'SELECT max(migration_name) AS name FROM "_prisma_migrations"',
    )
    if ((newest.rows[0]?.name ?? '') > schema) {
      throw new Refusal(
        'conflict',
        'The database here has a newer schema than the backup. Restore into an empty database.',
      )
    }
  })
}

async function load(
  client: pg.Client,
  {
    path,
    identity,
    manifest,
    report,
  }: {
    path: string
    identity: string | undefined
    manifest: Manifest
    report: (said: string) => void
  },
): Promise<void> {
  await client.query('BEGIN')
  const keys = await listForeignKeys(client)
  const tables = await listTables(client)
  for (const { on, name } of keys) await client.query(`ALTER TABLE ${on} DROP CONSTRAINT ${name}`)
  // What triggers made of the rows stands in the rows already.
  const each = async (what: string) => {
    for (const { name } of tables) {
      await client.query(`ALTER TABLE public.${client.escapeIdentifier(name)} ${what} TRIGGER USER`)
    }
  }
  await each('DISABLE')
  for await (const { name, bytes } of readParts(path, identity)) {
    const [kind, of = ''] = name.split('/')
    const table = kind === 'database' && manifest.tables.find((one) => one.name === of)
    if (!table) {
      bytes.resume()
      continue
    }
    report(`Table ${of}`)
    await pipeline(bytes, client.query(from(`COPY ${copied(client, table)} FROM STDIN`)))
  }
  await each('ENABLE')
  for (const { on, name, definition } of keys) {
    await client.query(`ALTER TABLE ${on} ADD CONSTRAINT ${name} ${definition}`)
  }
  for (const { name, rows } of manifest.tables) {
    const table = client.escapeIdentifier(name)
    const found = await client.query<{ count: string }>(`SELECT count(*) FROM public.${table}`)
    if (Number(found.rows[0]?.count) !== rows) throw new Error(`${name} has not all of its rows`)
  }
  await client.query('COMMIT')
  await client.query('ANALYZE')
}

/** Jobs that waited, or ran at the moment of the backup, are put into the queue of this place. */
async function askAgain(client: pg.Client): Promise<void> {
  await client.query(`UPDATE "Job" SET state = 'waiting', progress = 0 WHERE state = 'running'`)
  await client.query(`
    SELECT graphile_worker.add_job(
      identifier => 'job', payload => json_build_object('id', id), job_key => id::text)
    FROM "Job" WHERE state = 'waiting'`)
}
