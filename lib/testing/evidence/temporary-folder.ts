import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'

/** A folder in which the tests of one file put what is temporary, and nobody else does; gone after them. */
export function aTemporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'stet-temporary-'))
  // A browser that keeps pages is run as nobody in particular, and has a folder of its own in it.
  chmodSync(folder, 0o711)
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  afterAll(() => {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** The browsers that run from a temporary folder, and the folders that are left in it, of those that keep pages. */
export function browsersLeft(folder: string): string[] {
  const started = processes().flatMap(({ command }) =>
    isOfBrowser(folder, command) ? command : [],
  )
  return [...started, ...readdirSync(folder).filter((name) => /^stet-(browser|page)-/.test(name))]
}

/** Breaks those processes of the browsers that run from a temporary folder in which pages are. */
export function breakPages(folder: string): void {
  const all = processes()
  const isOurs = (one: Started | undefined): boolean =>
    one !== undefined &&
    (isOfBrowser(folder, one.command) || isOurs(all.find(({ pid }) => pid === one.parent)))
  for (const one of all) {
    if (!one.command.includes('--type=renderer') || !isOurs(one)) continue
    try {
      process.kill(one.pid, 'SIGKILL')
    } catch {
      // It is gone already.
    }
  }
}

interface Started {
  pid: number
  parent: number
  command: string
}

function processes(): Started[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const [, parent] = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8')) ?? []
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8')
      return { pid: Number(name), parent: Number(parent), command }
    } catch {
      return []
    }
  })
}

const isOfBrowser = (folder: string, command: string) =>
  command.includes(path.join(folder, 'stet-browser-'))
