import { randomInt } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'

/** Whom a browser is run as; in a group of the same number. */
export interface BrowserUser {
  uid: number
  gid: number
}

/**
 * Where Stet is root, a number that is nobody's and runs nothing now, so that what breaks out of the browser finds
 * nothing that it owns: not the database, whose user is a named one. From the range that systemd gives to services for
 * as long as they run. Null where Stet is not root: then the browser is run by whoever started Stet.
 */
export function browserUser(): BrowserUser | null {
  if (process.getuid?.() !== 0) return null
  const taken = new Set([...namedUsers(), ...usersAtWork()])
  for (;;) {
    const uid = randomInt(FIRST, LAST + 1)
    if (!taken.has(uid)) return { uid, gid: uid }
  }
}

const FIRST = 61_184
const LAST = 65_519

function namedUsers(): number[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  return lines.map((line) => Number(line.split(':')[2]))
}

function usersAtWork(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => statSync(`/proc/${pid}`, { throwIfNoEntry: false })?.uid ?? [])
}
