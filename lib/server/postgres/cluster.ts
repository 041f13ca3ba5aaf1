import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Refusal } from '@/lib/domain/refusal'
import { run } from '../os/child-process'
import type { Binaries } from './binaries'
import type { Owner } from './unprivileged-user'

/** One database server's folder: its data, its password and its log. */
export interface PostgresHome {
  folder: string
  owner: Owner | null
  /** False for tests, whose data need not outlive a power cut. */
  durable: boolean
}

export function dataOf(home: PostgresHome) {
  return path.join(home.folder, 'data')
}

export function logOf(home: PostgresHome) {
  return path.join(home.folder, 'postgresql.log')
}

/** The server's own account, `stet`, has this password; it is in a file that only its owner can read. */
export function passwordOf(home: PostgresHome) {
  const file = path.join(home.folder, 'password')
  if (!existsSync(file)) {
    throw new Refusal('unavailable', `The database's password is missing: ${file}`)
  }
  return readFileSync(file, 'utf8').trim()
}

/** The password of the role that serves, in a file of the same kind; made the first time it is asked for. */
export async function appPasswordOf(home: PostgresHome): Promise<string> {
  const file = path.join(home.folder, 'app-password')
  if (!existsSync(file)) await writeSecret(file)
  return readFileSync(file, 'utf8').trim()
}

/** Makes the data directory if there is none yet: UTF-8 and the builtin locale, whatever this machine's language. */
export async function prepareCluster(home: PostgresHome, binaries: Binaries) {
  await mkdir(home.folder, { recursive: true, mode: home.owner ? 0o755 : 0o700 })
  if (existsSync(dataOf(home))) return checkVersion(home, binaries)

  const draft = path.join(home.folder, `data.${process.pid}`)
  await removeDrafts(home)
  await mkdir(draft, { mode: 0o700 })
  if (home.owner) await chown(draft, home.owner.uid, home.owner.gid)
  await initdb(home, { binaries, draft, password: await writePassword(home) })
  // Renamed only when whole, so that a data directory that exists is always a finished one.
  await rename(draft, dataOf(home))
}

async function removeDrafts(home: PostgresHome) {
  for (const name of await readdir(home.folder)) {
    if (/^data\.\d+$/.test(name)) await rm(path.join(home.folder, name), { recursive: true })
  }
}

async function writePassword(home: PostgresHome) {
  const file = path.join(home.folder, 'password')
  await writeSecret(file)
  if (home.owner) await chown(file, home.owner.uid, home.owner.gid)
  return file
}

/** Whole or not there at all, and only its owner can read it. */
async function writeSecret(file: string) {
  await rm(file, { force: true })
  await writeFile(`${file}.new`, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  await chmod(`${file}.new`, 0o600)
  await rename(`${file}.new`, file)
}

async function initdb(
  home: PostgresHome,
  { binaries, draft, password }: { binaries: Binaries; draft: string; password: string },
) {
  const { ok, output } = await run(
    path.join(binaries.bin, 'initdb'),
    [
      ...['-D', draft, '-U', 'stet', `--pwfile=${password}`, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...['--locale=C', ...(home.durable ? [] : ['--no-sync'])],
    ],
    { owner: home.owner, cwd: '/' },
  )
  if (ok) return
  await rm(draft, { recursive: true, force: true })
  throw unusable(home, output)
}

function checkVersion(home: PostgresHome, { major }: Binaries) {
  const file = path.join(dataOf(home), 'PG_VERSION')
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  if (found === major) return
  if (!/^\d+$/.test(found)) throw unusable(home, `FATAL: ${file} is missing or empty`)
  throw new Refusal(
    'unavailable',
    `The database in ${dataOf(home)} was made by PostgreSQL ${found}, but this Stet has PostgreSQL ${major}.`,
  )
}

/** What keeps a database from starting, in one line, from what PostgreSQL said about it. */
export function unusable(home: PostgresHome, said: string): Refusal {
  if (/No space left on device|Disk quota exceeded/.test(said)) {
    return new Refusal(
      'unavailable',
      `The disk is full: no room for the database in ${home.folder}`,
    )
  }
  const why = said.match(/(?:FATAL|PANIC|error):\s+(.*)/)?.[1] ?? 'it did not say why'
  return new Refusal(
    'unavailable',
    `The database in ${dataOf(home)} is damaged or cannot be read: ${why}. See ${logOf(home)}`,
  )
}
