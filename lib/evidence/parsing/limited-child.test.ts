import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isGone } from '@/lib/server/os/processes'
import { runLimited } from './limited-child'

const folder = mkdtempSync(path.join(tmpdir(), 'stet-parsing-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const LIMITS = { timeoutMs: 30_000, memoryMb: 256 }

test('a parser answers with a value and bytes, and finds no secret of ours', async () => {
  process.env.STET_SIGNING_KEY ??= 'a secret'
  const answer = await run('echo', { page: 3 })
  expect(answer).toMatchObject({ ok: true, value: { file: '/a file.pdf', args: { page: 3 } } })
  if (!answer.ok) return
  expect(Buffer.from(answer.bytes).toString()).toBe('and bytes')
  const { env, pid } = answer.value as { env: Record<string, string>; pid: number }
  expect(Object.keys(env).filter((name) => !HARMLESS.has(name))).toEqual([])
  expect(await isGone(pid, 1_000)).toBe(true)
})

/** What the shell adds, and what we give. */
const HARMLESS = new Set(['NODE_ENV', 'TMPDIR', 'PWD', 'OLDPWD', 'SHLVL', '_'])

test('one that never ends is killed in time, with what it started', async () => {
  const file = path.join(folder, 'pids')
  const began = performance.now()
  const answer = await run('endless', {}, { timeoutMs: 4_000 }, file)
  expect(answer).toMatchObject({
    ok: false,
    failure: 'too-slow',
    sentence: expect.stringContaining('too long'),
  })
  expect(performance.now() - began).toBeLessThan(8_000)
  expect(existsSync(file)).toBe(true)
  for (const pid of readFileSync(file, 'utf8').split(' ').map(Number)) {
    expect(await isGone(pid, 1_000)).toBe(true)
  }
})

test.each(['heap', 'buffers'])('one that takes too much memory as %s is killed', async (kind) => {
  const before = process.memoryUsage.rss()
  expect(await run('greedy', { kind })).toMatchObject({
    ok: false,
    failure: 'too-much-memory',
    sentence: expect.stringContaining('more memory'),
  })
  expect(process.memoryUsage.rss() - before).toBeLessThan(64 * 1024 * 1024)
})

test.each([
  ['exit', 'crashed', 'broke the program'],
  ['abort', 'crashed', 'broke the program'],
  ['throw', 'not-readable', 'could not be read'],
  ['flood', 'not-readable', 'could not be read'],
])('one that ends by %s is named', async (how, failure, words) => {
  const sentence = expect.stringContaining(words)
  expect(await run('breaking', { how })).toEqual({ ok: false, failure, sentence })
})

test('one whose Stet was killed does not outlive it', async () => {
  const file = path.join(folder, 'orphan')
  const job = JSON.stringify({ parser: parserNamed('patient'), file, args: {} })
  const asking = `import { runLimited } from './lib/evidence/parsing/limited-child.ts'
    runLimited(${job}, { timeoutMs: 60000, memoryMb: 256 })`
  const node = ['--import', 'tsx', '--input-type=module', '-e', asking]
  const parent = spawn(process.execPath, node, { stdio: 'ignore' })
  await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8'), PATIENCE).toBeTruthy()
  const pid = Number(readFileSync(file, 'utf8'))
  expect(await isGone(pid, 0)).toBe(false)
  parent.kill('SIGKILL')
  expect(await isGone(pid, 5_000)).toBe(true)
})

const PATIENCE = { timeout: 20_000 }

const parserNamed = (name: string) => path.resolve('lib/testing/evidence/parsers', `${name}.ts`)

function run(name: string, args: unknown, limits = {}, file = '/a file.pdf') {
  return runLimited({ parser: parserNamed(name), file, args }, { ...LIMITS, ...limits })
}
