import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { throwawayFolder } from '../databases/throwaway-postgres'
import { inProject } from '../os/project'
import { type Access, answers, urlOf, withClient } from './access'
import { dataOf, type PostgresHome } from './cluster'
import { startPostgres, stopPostgres } from './embedded-postgres'
import { findPostmaster } from './postmaster-file'
import { findOwner } from './unprivileged-user'

let home: PostgresHome

beforeAll(() => {
  home = { folder: throwawayFolder(), owner: findOwner(), durable: true }
})

afterAll(async () => {
  const server = findPostmaster(dataOf(home))
  if (server) await stopPostgres(server)
  await rm(home.folder, { recursive: true })
})

test('it speaks UTF-8 whatever the language of the machine, and keeps what it has promised', async () => {
  vi.stubEnv('LANG', 'C')
  vi.stubEnv('LC_ALL', undefined)
  const server = await startPostgres(home)

  expect(await setting(server, 'server_encoding')).toBe('UTF8')
  expect(await setting(server, 'fsync')).toBe('on')
  expect(await setting(server, 'synchronous_commit')).toBe('on')
  expect(await setting(server, 'full_page_writes')).toBe('on')
  expect(await setting(server, 'listen_addresses')).toBe('127.0.0.1')
  vi.unstubAllEnvs()
})

test('nobody gets in without the password', async () => {
  const server = await startPostgres(home)

  await expect(answers({ ...server, password: '' })).rejects.toThrow(/password/)
  await expect(answers({ ...server, password: 'password' })).rejects.toThrow(/password/)
  expect(readFileSync(path.join(dataOf(home), 'pg_hba.conf'), 'utf8')).not.toMatch(/^host.*trust/m)
})

test('one that still runs is used, not started twice', async () => {
  const first = await startPostgres(home)
  const second = await startPostgres(home)

  expect(second).toEqual({ ...first, adopted: true })
})

test('what was written is there after a stop and a start', async () => {
  const first = await startPostgres(home)
  await query(first, 'CREATE TABLE kept AS SELECT 1 AS one')
  await stopPostgres(first)
  expect(existsSync(path.join(dataOf(home), 'postmaster.pid'))).toBe(false)

  const second = await startPostgres(home)

  expect(second.adopted).toBe(false)
  expect(await query(second, 'SELECT one FROM kept')).toEqual([{ one: 1 }])
})

test('a server whose launcher was killed is found again', async () => {
  await stopPostgres(await startPostgres(home))
  const launcher = await launchElsewhere()
  const left = findPostmaster(dataOf(home))
  launcher.kill('SIGKILL')
  await new Promise((resolve) => launcher.once('exit', resolve))

  const server = await startPostgres(home)

  expect(server).toMatchObject({ adopted: true, pid: left?.pid, port: left?.port })
  expect(await query(server, 'SELECT one FROM kept')).toEqual([{ one: 1 }])
})

test('a server that was killed itself comes back, on the port it had', async () => {
  const killed = await startPostgres(home)
  process.kill(killed.pid, 'SIGKILL')
  await vi.waitUntil(() => findPostmaster(dataOf(home)) === null)

  const server = await startPostgres(home, killed.port)

  expect(server).toMatchObject({ adopted: false, port: killed.port })
  expect(await query(server, 'SELECT one FROM kept')).toEqual([{ one: 1 }])
})

test.each([
  ['nobody', () => 2 ** 22 + 1],
  ['another program', () => process.pid],
  ['a program of somebody else', () => 1],
])('a server file with the number of %s does not keep it from starting', async (_whose, pid) => {
  const server = await startPostgres(home)
  const file = path.join(dataOf(home), 'postmaster.pid')
  const [, ...rest] = readFileSync(file, 'utf8').split('\n')
  await stopPostgres(server)
  writeFileSync(file, [pid(), ...rest].join('\n'))

  const again = await startPostgres(home)

  expect(again.adopted).toBe(false)
  expect(await answers(again)).toBe(true)
})

test('a damaged data directory is refused in one line', async () => {
  await stopPostgres(await startPostgres(home))
  truncateSync(path.join(dataOf(home), 'global', 'pg_control'), 100)

  await expect(startPostgres(home)).rejects.toThrow(
    /^The database in .* is damaged or cannot be read: .*pg_control.*$/,
  )
  rmSync(path.join(dataOf(home), 'PG_VERSION'))
  await expect(startPostgres(home)).rejects.toThrow(
    /^The database in .* is damaged .*PG_VERSION.*$/,
  )
})

/** Another process that starts the server and then only waits. */
function launchElsewhere() {
  const script = `
    const { startPostgres } = await import('${pathToFileURL(inProject('lib/server/postgres/embedded-postgres.ts'))}')
    await startPostgres(${JSON.stringify(home)})
    console.log('started')
    setInterval(() => undefined, 1000)`
  const launcher = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', script],
    {
      cwd: inProject(),
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  return new Promise<ChildProcess>((resolve, reject) => {
    launcher.stdout.once('data', () => resolve(launcher))
    launcher.once('exit', () => reject(new Error('The launcher ended before it had started')))
  })
}

async function setting(server: Access, name: string) {
  const [row] = await query(server, `SELECT current_setting('${name}') AS value`)
  return row?.value
}

function query(server: Access, sql: string) {
  return withClient(urlOf(server, 'postgres'), async (client) => (await client.query(sql)).rows)
}
