import { setTimeout as delay } from 'node:timers/promises'
import { Refusal } from '@/lib/domain/refusal'
import { parseAddress } from '@/lib/domain/web-address'
import { startOf } from '../os/processes'
import { say } from '../os/progress-lines'
import { ensureDatabase, withClient } from '../postgres/access'
import { appPasswordOf, dataOf, type PostgresHome } from '../postgres/cluster'
import { type RunningPostgres, startPostgres, stopPostgres } from '../postgres/embedded-postgres'
import { findPostmaster } from '../postgres/postmaster-file'
import type { DatabaseUrls } from '../schema/grants'
import { withAppRole } from './app-role'

/** The database that Stet works on: DATABASE_URL's, or one of our own that is looked after until it is stopped. */
export interface Database {
  open: () => Promise<{ urls: DatabaseUrls; description: string }>
  /** Keeps the server alive; says what went wrong if it cannot. */
  guard: (giveUp: (error: unknown) => void) => void
  stop: () => Promise<void>
}

/** Somebody else's database, which is used and otherwise left alone: its address for serving, and for migrating. */
export function foreignDatabase(app: string, owner = app): Database {
  return {
    async open() {
      const { host, pathname } = parse('DATABASE_URL', app)
      parse('MIGRATION_DATABASE_URL', owner)
      const version = await versionOf(app)
      const description = `PostgreSQL ${version} at ${host}${pathname} (DATABASE_URL)`
      return { urls: { app, owner }, description }
    },
    guard: () => undefined,
    stop: async () => undefined,
  }
}

function parse(variable: string, url: string) {
  const parsed = parseAddress(url)
  if (parsed) return parsed
  throw new Refusal('invalid', `${variable} is not an address such as postgresql://user@host/name`)
}

/** A database of this name on the server in Stet's own folder. */
export function ownDatabase(home: PostgresHome, name: string): Database {
  let starting: Promise<RunningPostgres> | undefined
  let stopped = false

  async function watch() {
    const server = await starting
    while (server && !stopped) {
      await delay(300)
      if (stopped || startOf(server.pid) !== null) continue
      say('Database', 'The server has died, starting it again')
      starting = startPostgres(home, server.port)
      await starting
      say('Database', `Back on 127.0.0.1:${server.port}`)
      return watch()
    }
  }

  return {
    async open() {
      starting = startPostgres(home)
      const server = await starting
      const owner = await ensureDatabase(server, name)
      const urls = await withAppRole(owner, await appPasswordOf(home))
      const found = server.adopted ? 'still running ' : ''
      const where = `${found}on 127.0.0.1:${server.port} (kept in ${home.folder})`
      return { urls, description: `PostgreSQL ${await versionOf(owner)} ${where}` }
    },
    guard: (giveUp) => void watch().catch((error) => !stopped && giveUp(error)),
    async stop() {
      stopped = true
      // A start that takes long, because of a recovery, is not waited for: its server is found by its file.
      await Promise.race([starting?.catch(() => undefined), delay(3_000)])
      const server = findPostmaster(dataOf(home))
      if (server) await stopPostgres(server)
    },
  }
}

function versionOf(url: string) {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version')
    return rows[0]?.server_version.split(' ')[0] ?? ''
  })
}
