import { readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'

/** The unprivileged user that owns the database where Stet is started as root, because PostgreSQL refuses root. */
export interface Owner {
  uid: number
  gid: number
}

/** Null where Stet is not root: then the database is run by, and belongs to, whoever started Stet. */
export function findOwner(): Owner | null {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    const line = readFileSync('/etc/passwd', 'utf8').match(
      new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, 'm'),
    )
    if (line) return { uid: Number(line[1]), gid: Number(line[2]) }
  }
  throw new Error('There is no user "postgres" or "nobody" to run the database as')
}

/** Whether this user may enter a folder and every folder above it, by their modes alone. */
export function canEnter(owner: Owner, folder: string): boolean {
  const { uid, gid, mode } = statSync(folder)
  const bit = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001
  const parent = path.dirname(realpathSync(folder))
  return (mode & bit) !== 0 && (parent === folder || canEnter(owner, parent))
}
