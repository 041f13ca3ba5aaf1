import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureDatabase } from '../postgres/access'
import { SHARED } from '../postgres/binaries'
import { startPostgres, stopPostgres } from '../postgres/embedded-postgres'
import { canEnter, findOwner } from '../postgres/unprivileged-user'
import type { DatabaseUrls } from '../schema/grants'
import { prepareDatabase } from '../schema/prepare-database'
import { withAppRole } from './app-role'

/** A server that is gone with its data when it is stopped, or soon after the process that started it has died. */
export interface ThrowawayPostgres {
  /** An empty database's address, as its owner. */
  database: (name: string) => Promise<string>
  /** A database that is ready to serve, with the same two roles as in real use. */
  ready: (name: string) => Promise<DatabaseUrls>
  stop: () => Promise<void>
}

/** Starts a server for tests and for comparing schemas. Its data does not survive a power cut. */
export async function startThrowawayPostgres(): Promise<ThrowawayPostgres> {
  const folder = throwawayFolder()
  const watch = watchOver(folder)
  const server = await startPostgres({ folder, owner: findOwner(), durable: false }).catch(
    async (error) => {
      await rm(folder, { recursive: true, force: true })
      watch.stdin.end()
      throw error
    },
  )
  const database = (name: string) => ensureDatabase(server, name)
  return {
    database,
    async ready(name) {
      const urls = await withAppRole(await database(name), randomBytes(24).toString('base64url'))
      await prepareDatabase(urls)
      return urls
    },
    stop: async () => {
      await stopPostgres(server)
      await rm(folder, { recursive: true, force: true })
      watch.stdin.end()
    },
  }
}

/** An empty folder, removed by nobody but its maker, that the database's owner can enter. */
export function throwawayFolder() {
  const owner = findOwner()
  const parent = !owner || canEnter(owner, tmpdir()) ? tmpdir() : SHARED
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(path.join(parent, 'stet-'))
  if (owner) chmodSync(folder, 0o755)
  return folder
}

/** A shell that waits for the end of its input, which comes when this process ends, however it ends. */
function watchOver(folder: string) {
  const script = `cat >/dev/null
    read -r pid 2>/dev/null <"$1/data/postmaster.pid" && kill -INT "$pid" && sleep 2
    rm -rf "$1"`
  const watch = spawn('/bin/sh', ['-c', script, 'sh', folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watch.unref()
  return watch
}
