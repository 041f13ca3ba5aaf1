import { randomUUID } from 'node:crypto'
import { disconnect } from '@/lib/db/client'
import { withClient } from '@/lib/server/postgres/access'
import type { DatabaseUrls } from '@/lib/server/schema/grants'
import { prepareDatabase } from '@/lib/server/schema/prepare-database'

type OwnDatabase = DatabaseUrls & { remove: () => Promise<void> }

/**
 * Gives the tests of one file a database that no others use, for what an installation can have only
 * once, such as its first newsroom. For `beforeAll`, which calls what it answers at the end.
 */
export async function isolatedDatabase(): Promise<() => Promise<void>> {
  const shared = databaseUrls()
  const own = await makeDatabase(`stet-${randomUUID()}`)
  await disconnect()
  use(own)

  return async () => {
    await disconnect()
    use(shared)
    await own.remove()
  }
}

/** A database of its own on the server of this run, ready to serve. */
export async function makeDatabase(name: string): Promise<OwnDatabase> {
  const made = await makeEmptyDatabase(name)
  await prepareDatabase(made)
  return made
}

/** The same without any table. */
export async function makeEmptyDatabase(name: string): Promise<OwnDatabase> {
  const shared = databaseUrls()
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  await withClient(shared.owner, (client) => client.query(`CREATE DATABASE "${name}"`))
  const drop = `DROP DATABASE "${name}" WITH (FORCE)`
  return {
    app: at(shared.app),
    owner: at(shared.owner),
    remove: () => withClient(shared.owner, async (client) => void (await client.query(drop))),
  }
}

/** As whom tests serve, and as whom they change what no app may. */
export function databaseUrls(): DatabaseUrls {
  const { DATABASE_URL: app = '', MIGRATION_DATABASE_URL: owner = app } = process.env
  return { app, owner }
}

/** Has this process serve from another database. */
export function use({ app, owner }: DatabaseUrls) {
  Object.assign(process.env, { DATABASE_URL: app, MIGRATION_DATABASE_URL: owner })
}
