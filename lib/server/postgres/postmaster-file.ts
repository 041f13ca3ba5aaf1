import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { commandOf, startOf } from '../os/processes'

/** A living server of a data directory. The port is null while it has not written it down yet. */
export interface Postmaster {
  pid: number
  port: number | null
}

/** Asks the data directory's `postmaster.pid` (PostgreSQL, "Database File Layout"), and whether that process is one. */
export function findPostmaster(data: string): Postmaster | null {
  const [pid, folder, , port] = readLines(path.join(data, 'postmaster.pid'))
  if (!pid || !folder || startOf(Number(pid)) === null) return null
  // After a crash the number may belong to any program, and after a kill -9 also to our old server.
  const command = commandOf(Number(pid))
  if (!command.includes('postgres') || !command.includes(folder)) return null
  return { pid: Number(pid), port: port ? Number(port) : null }
}

/**
 * Makes PostgreSQL see a dead server's file for what it is: it refuses to start where the number in it is now another
 * program's, or nobody has buried the dead one. The rest of the file stays, because by it PostgreSQL finds a killed
 * server's last processes.
 */
export async function disownPostmaster(data: string) {
  const [pid, ...rest] = readLines(path.join(data, 'postmaster.pid'))
  if (!pid) return
  // Our own number: PostgreSQL knows that its parent cannot be another server.
  await writeFile(path.join(data, 'postmaster.pid'), [process.pid, ...rest].join('\n'))
}

function readLines(file: string) {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}
