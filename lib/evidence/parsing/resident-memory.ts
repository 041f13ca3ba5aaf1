import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/**
 * What a process holds in memory now, in MiB; 0 for one that is gone. Asked from outside: a process that is busy with a
 * file could not tell by itself.
 */
export async function residentMemory(pid: number): Promise<number> {
  const kibibytes = process.platform === 'linux' ? await fromProc(pid) : await fromPs(pid)
  return kibibytes / 1024
}

async function fromProc(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0)
}

async function fromPs(pid: number): Promise<number> {
  const asked = promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)])
  const { stdout } = await asked.catch(() => ({ stdout: '0' }))
  return Number(stdout.trim() || 0)
}
