import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { isErrno } from '../os/processes'
import { project } from '../os/project'
import { SHARED } from '../postgres/binaries'
import type { PostgresHome } from '../postgres/cluster'
import { canEnter, findOwner, type Owner } from '../postgres/unprivileged-user'

/** Where Stet keeps what is not in the database, and the folder of the database's server. */
export interface DataFolder {
  path: string
  postgres: PostgresHome
}

/**
 * The folder that STET_DATA names, or `.stet` in the checkout. Root's database is run by somebody else, so root's
 * folder is in /var/lib/stet, unless STET_DATA names one; then at least the database is there if it has to be.
 */
export function openDataFolder(): DataFolder {
  const owner = findOwner()
  const folder = path.resolve(
    process.env.STET_DATA || (owner ? shared(project) : path.join(project, '.stet')),
  )
  mkdirSync(folder, { recursive: true, mode: owner ? 0o755 : 0o700 })
  return { path: folder, postgres: { folder: databaseFolder(folder, owner), owner, durable: true } }
}

/**
 * A private file of Stet's, written the first time. It is whole or not there at all, and only its owner can read it; of
 * several processes that find none, all get what the first one wrote.
 */
export async function keep(folder: DataFolder, name: string, make: () => string): Promise<string> {
  const file = path.join(folder.path, name)
  const found = await readFile(file, 'utf8').catch((error) => {
    if (!isErrno(error, 'ENOENT')) throw error
  })
  if (found !== undefined) return found
  const mine = `${file}.${randomUUID()}`
  await writeFile(mine, make(), { mode: 0o600 })
  await link(mine, file).catch((error) => {
    if (!isErrno(error, 'EEXIST')) throw error
  })
  await rm(mine)
  return readFile(file, 'utf8')
}

function databaseFolder(folder: string, owner: Owner | null) {
  const parent = !owner || canEnter(owner, folder) ? folder : shared(folder)
  return path.join(parent, 'database')
}

function shared(folder: string) {
  return path.join(SHARED, createHash('sha256').update(folder).digest('hex').slice(0, 12))
}
