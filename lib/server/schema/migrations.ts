import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import type { MigrationList } from '@prisma/schema-engine-wasm'
import { inProject } from '../os/project'
import { withClient } from '../postgres/access'
import { EVERYTHING, withSchemaEngine } from './schema-engine'

export const MIGRATIONS = inProject('prisma', 'migrations')

/** Any number that no other program would take for its own lock. */
export const MIGRATION_LOCK = 5_738_001

/**
 * Brings a database to the newest schema and gives the names of the migrations it needed. The database's record of
 * them is Prisma's own, so `prisma migrate deploy` finds nothing left to do. Safe to call from several processes. With
 * `upTo` it goes no further than that migration.
 */
export async function applyMigrations(url: string, upTo?: string): Promise<string[]> {
  return withClient(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    const migrationsList = await readMigrations(upTo)
    return withSchemaEngine(url, async (engine) => {
      const list = { migrationsList, filters: EVERYTHING }
      const history = await engine.diagnoseMigrationHistory({
        ...list,
        optInToShadowDatabase: false,
      })
      // PostgreSQL undoes a migration that fails or is cut short, so it can be begun anew once the cause is gone.
      for (const migrationName of history.failedMigrationNames) {
        await engine.markMigrationRolledBack({ migrationName })
      }
      const done = await engine.applyMigrations(list)
      return done.appliedMigrationNames
    })
  })
}

/** The committed migrations, in the form that Prisma's engine takes. */
async function readMigrations(upTo?: string): Promise<MigrationList> {
  const lockfile = inProject('prisma', 'migrations', 'migration_lock.toml')
  return {
    baseDir: MIGRATIONS,
    shadowDbInitScript: '',
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lockfile) ? await readFile(lockfile, 'utf8') : null,
    },
    migrationDirectories: await Promise.all(
      (await listMigrations()).filter((name) => !upTo || name <= upTo).map(readMigration),
    ),
  }
}

/** The migrations' names, oldest first. */
export async function listMigrations(): Promise<string[]> {
  if (!existsSync(MIGRATIONS)) return []
  const entries = await readdir(MIGRATIONS, { withFileTypes: true })
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort()
}

async function readMigration(name: string) {
  const value = await readFile(inProject('prisma', 'migrations', name, 'migration.sql'), 'utf8')
  return {
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } },
  }
}
