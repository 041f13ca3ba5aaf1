import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startOf } from '../os/processes'
import { takeLaunchLock } from './launch-lock'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'stet-lock-'))
})

afterEach(() => rm(folder, { recursive: true }))

test('a second one is told where the first one runs, until that has ended', async () => {
  const first = spawn('sleep', ['60'])
  await leaveClaim(first.pid ?? 0, startOf(first.pid ?? 0))

  await expect(takeLaunchLock(folder, 'http://localhost:3001')).rejects.toThrow(
    `Stet already runs here: http://localhost:3000 (process ${first.pid}, data in ${folder})`,
  )
  first.kill()
  await new Promise((resolve) => first.once('exit', resolve))

  await takeLaunchLock(folder, 'http://localhost:3001')
})

test('a number that another program has now keeps nobody out', async () => {
  await leaveClaim(process.ppid, 'long ago')

  await takeLaunchLock(folder, 'http://localhost:3001')
})

test('who has let go can come again', async () => {
  const release = await takeLaunchLock(folder, 'http://localhost:3000')
  await release()

  await takeLaunchLock(folder, 'http://localhost:3000')
})

async function leaveClaim(pid: number, start: string | null) {
  await mkdir(path.join(folder, 'running'), { recursive: true })
  writeFileSync(path.join(folder, 'running', `${pid}`), `has\n${start}\nhttp://localhost:3000\n`)
}
