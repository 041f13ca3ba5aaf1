import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

/**
 * When a living process started, in a form that is only good for comparing: a number may be given to another process
 * later, a number with its start may not. Null if there is no such process, or only its remains.
 */
export function startOf(pid: number): string | null {
  return process.platform === 'linux' ? startFromProc(pid) : startFromPs(pid)
}

/** The command line of a living process, or ''. */
export function commandOf(pid: number): string {
  if (process.platform !== 'linux') return ps(pid, 'command=')
  return readOrEmpty(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')
}

/** The number of a living process's parent, or 0. */
export function parentOf(pid: number): number {
  return Number(process.platform === 'linux' ? (statOf(pid)[1] ?? 0) : ps(pid, 'ppid='))
}

/** Whether the process is gone before so many milliseconds are over. */
export async function isGone(pid: number, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs
  while (startOf(pid) !== null) {
    if (Date.now() > deadline) return false
    await delay(50)
  }
  return true
}

/** Sends a signal to a process, or to a group if the number is negative; one that is gone already is no error. */
export function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (!isErrno(error, 'ESRCH')) throw error
  }
}

/** Whether an error is the operating system's, with this code. */
export function isErrno(error: unknown, ...codes: string[]): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

function startFromProc(pid: number) {
  const fields = statOf(pid)
  const [state, start] = [fields[0], fields[19]]
  return start && state !== 'Z' && state !== 'X' ? start : null
}

/** proc(5), from the state on: the name before it, in parentheses, may hold anything. */
function statOf(pid: number) {
  const stat = readOrEmpty(`/proc/${pid}/stat`)
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function startFromPs(pid: number) {
  const [state, ...start] = ps(pid, 'state=,lstart=').split(/\s+/)
  return start.length > 0 && !state?.startsWith('Z') ? start.join(' ') : null
}

function ps(pid: number, columns: string) {
  return spawnSync('ps', ['-o', columns, '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()
}

function readOrEmpty(file: string) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
