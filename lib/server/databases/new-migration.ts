import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { findDrift } from '../schema/drift'
import { applyMigrations, listMigrations, MIGRATIONS } from '../schema/migrations'
import { startThrowawayPostgres } from './throwaway-postgres'

/** Writes the migration that leads from the committed ones to the schema; null if they agree already. */
export async function writeMigration(name: string): Promise<string | null> {
  const sql = await difference()
  if (sql === null) return null
  const folder = path.join(MIGRATIONS, `${await nextNumber()}_${name}`)
  const file = path.join(folder, 'migration.sql')
  await mkdir(folder, { recursive: true })
  await writeFile(file, `${sql}\n`)
  const lock = path.join(MIGRATIONS, 'migration_lock.toml')
  if (!existsSync(lock)) await writeFile(lock, 'provider = "postgresql"\n')
  return file
}

async function difference() {
  const server = await startThrowawayPostgres()
  try {
    const url = await server.database('migrated')
    if ((await listMigrations()).length > 0) await applyMigrations(url)
    return await findDrift(url)
  } finally {
    await server.stop()
  }
}

async function nextNumber() {
  const newest = (await listMigrations()).at(-1) ?? '0'
  return String(Number.parseInt(newest, 10) + 1).padStart(4, '0')
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const name = process.argv[2] ?? ''
  if (!/^[a-z0-9_]+$/.test(name)) {
    console.error(
      'Name the migration in lower case, with underscores: npm run migration -- add_notes',
    )
    process.exit(1)
  }
  console.log((await writeMigration(name)) ?? 'The migrations agree with prisma/schema')
}
