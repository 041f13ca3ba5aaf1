import { randomUUID } from 'node:crypto'
import { disconnect } from '../db/client'
import { applyMigrations } from '../server/migrations'
import { withClient } from '../server/postgres-access'

/**
 * Gives the tests of one file a database that no others use, for what an installation can have only
 * once, such as its first newsroom. For `beforeAll`, which calls what it answers at the end.
 */
export async function ownDatabase(): Promise<() => Promise<void>> {
  const shared = process.env.DATABASE_URL ?? ''
  const name = `stet-${randomUUID()}`
  const own = new URL(shared)
  own.pathname = `/${name}`
  await withClient(shared, (client) => client.query(`CREATE DATABASE "${name}"`))
  await disconnect()
  process.env.DATABASE_URL = own.href
  await applyMigrations(own.href)

  return async () => {
    await disconnect()
    process.env.DATABASE_URL = shared
    await withClient(shared, (client) => client.query(`DROP DATABASE "${name}" WITH (FORCE)`))
  }
}
