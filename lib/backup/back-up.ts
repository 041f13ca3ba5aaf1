import { existsSync } from 'node:fs'
import type pg from 'pg'
import { to } from 'pg-copy-streams'
import { Refusal } from '@/lib/domain/refusal'
import type { FileStore } from '@/lib/evidence/files/file-store'
import { FileProblem, type KeptFile } from '@/lib/evidence/files/kept-file'
import { withClient } from '@/lib/server/postgres/access'
import { type ArchiveWriter, writeArchive } from './archive-writer'
import { FORMAT, type Manifest } from './manifest'
import { copied, listTables, type Table } from './tables'

export interface BackupOptions {
  /** The database's address as its owner. */
  owner: string
  store: FileStore
  /** Where the archive is put; nothing stands there until it is whole. */
  to: string
  /** age recipients (`age1…`) who can open it; without any it is not encrypted. */
  recipients?: readonly string[]
  /** Hears how far it is. */
  report?: (said: string) => void
}

/**
 * Writes all that Stet holds into one archive while it runs: the rows as of one moment (PostgreSQL: one REPEATABLE READ
 * snapshot), the kept files that they name, the end of each newsroom's log, and a SHA-256 of every part. A kept file that
 * is gone or altered is named in it and hinders nothing. The keys of the installation are not in it.
 */
export async function backUp({ owner, store, to: path, ...options }: BackupOptions) {
  const { recipients, report = () => undefined } = options
  if (existsSync(path)) throw new Refusal('conflict', `There is something at ${path} already.`)
  const archive = writeArchive(path, recipients)
  try {
    return await withClient(owner, async (client) => {
      await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY')
      await refuseEmpty(client)
      const state = await stateOf(client)
      const tables: Manifest['tables'] = []
      for (const table of await listTables(client)) {
        report(`Table ${table.name}`)
        const rows = await addTable(archive, client, table)
        tables.push({ ...table, rows })
      }
      const missing = await addFiles(archive, { client, store, report })
      const manifest = { format: FORMAT, ...state, tables, missing }
      await archive.end(manifest)
      return manifest
    })
  } catch (error) {
    await archive.abandon()
    throw error
  }
}

async function refuseEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ made: boolean }>(
    `SELECT to_regclass('public."Newsroom"') IS NOT NULL AS made`,
  )
  if (!rows[0]?.made) throw new Refusal('not-found', 'There is nothing here to back up yet.')
}

async function stateOf(client: pg.Client) {
  const { rows } = await client.query<{ at: Date; schema: string }>(
    'SELECT now() AS at, "newest_migration"() AS schema',
  )
  const heads = await client.query<Manifest['heads'][number]>(`
    SELECT DISTINCT ON ("newsroomId") "newsroomId", seq, hash FROM "AuditEvent" ORDER BY "newsroomId", seq DESC`)
  return {
    madeAt: rows[0]?.at.toISOString() ?? '',
    schema: rows[0]?.schema ?? '',
    heads: heads.rows.map((head) => ({ ...head, seq: Number(head.seq) })),
  }
}

/** So many bytes of a table are one part. */
const PART = 4 * 1024 * 1024

async function addTable(archive: ArchiveWriter, client: pg.Client, table: Table): Promise<number> {
  const copy = client.query(to(`COPY ${copied(client, table)} TO STDOUT`))
  let [pending, length, part]: [Buffer[], number, number] = [[], 0, 0]
  const flush = async () => {
    const name = `database/${table.name}/${String(part++).padStart(6, '0')}`
    await archive.add(name, Buffer.concat(pending))
    pending = []
    length = 0
  }
  for await (const chunk of copy) {
    pending.push(chunk)
    length += chunk.length
    if (length >= PART) await flush()
  }
  if (length > 0) await flush()
  return copy.rowCount
}

/** So many rows that name kept files are asked for at a time. */
const PAGE = 1_000

async function addFiles(
  archive: ArchiveWriter,
  {
    client,
    store,
    report,
  }: { client: pg.Client; store: FileStore; report: (said: string) => void },
): Promise<KeptFile[]> {
  const missing: KeptFile[] = []
  let after = ['', '']
  for (;;) {
    const { rows } = await client.query<{ newsroomId: string; sha256: string; bytes: string }>(
      `SELECT "newsroomId", sha256, bytes FROM "StoredFile"
       WHERE ("newsroomId", sha256) > ($1, $2) ORDER BY "newsroomId", sha256 LIMIT ${PAGE}`,
      after,
    )
    for (const row of rows) {
      const file = { ...row, bytes: Number(row.bytes) }
      report(`File ${file.sha256.slice(0, 12)}`)
      if (!(await addFile(archive, store, file))) missing.push(file)
    }
    const last = rows.at(-1)
    if (!last) return missing
    after = [last.newsroomId, last.sha256]
  }
}

/** Whether the file was there and what its row says; one of the wrong length is left out. */
async function addFile(archive: ArchiveWriter, store: FileStore, file: KeptFile): Promise<boolean> {
  try {
    const name = `files/${file.newsroomId}/${file.sha256}`
    const bytes = await store.read(file)
    return (await archive.addStream(name, file.bytes, bytes)) === file.sha256
  } catch (error) {
    if (error instanceof FileProblem) return false
    throw error
  }
}
