import { type ChildProcess, spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { isGone, signal } from './processes'
import { project } from './project'

const running = new Set<ChildProcess>()

/** Environment variables. */
export type Variables = Record<string, string | undefined>

/** How a program is run: where, with which variables added to ours, as whom, and whether its words are shown at once. */
export interface RunOptions {
  cwd?: string
  env?: Variables
  owner?: { uid: number; gid: number } | null
  show?: boolean
}

/** How a program ended, and all it said that was not shown. */
export interface Ran {
  ok: boolean
  output: string
}

/** Runs a program to its end, in a process group of its own. It is an error only if it cannot be started at all. */
export function run(program: string, args: string[], options: RunOptions = {}): Promise<Ran> {
  const child = spawn(program, args, {
    cwd: options.cwd ?? project,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    ...(options.owner ?? {}),
  })
  running.add(child)
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      if (options.show) process.stdout.write(text)
      else said.push(text)
    })
  }
  return new Promise<Ran>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ ok: code === 0, output: said.join('').trim() }))
  }).finally(() => running.delete(child))
}

/** Runs one of Node's own programs, such as a package's command line, given by its file. */
export function runNode(args: string[], options: RunOptions = {}): Promise<Ran> {
  return run(process.execPath, args, options)
}

/** Where a child's ordinary words go (`stdio`): to the end of a private file, or where ours do. */
export function logTo(file: string | null): number | 'inherit' {
  return file === null ? 'inherit' : openSync(file, 'a', 0o600)
}

/** Ends everything that {@link run} has not seen the end of: politely, then by force. */
export async function stopChildren() {
  await Promise.all(
    [...running].map(async ({ pid }) => {
      if (!pid) return
      signal(-pid, 'SIGINT')
      await isGone(pid, 4_000)
      signal(-pid, 'SIGKILL')
    }),
  )
}
