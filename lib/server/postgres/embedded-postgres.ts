import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Refusal } from '@/lib/domain/refusal'
import { freePort } from '../os/port'
import { isGone, signal, startOf } from '../os/processes'
import { type Access, answers } from './access'
import { type Binaries, findBinaries } from './binaries'
import { dataOf, logOf, type PostgresHome, passwordOf, prepareCluster, unusable } from './cluster'
import { disownPostmaster, findPostmaster } from './postmaster-file'

/** A database server on this machine's loopback address, with the one account `stet`. */
export interface RunningPostgres extends Access {
  pid: number
  /** It was still running from before. */
  adopted: boolean
}

const PATIENCE_MS = 300_000

/**
 * Starts the server of a folder, making its data directory the first time. One that is still running there, because
 * Stet was killed, is used as it is; two never run in one folder. Refuses, in one line, a folder that cannot be used.
 */
export async function startPostgres(home: PostgresHome, port?: number): Promise<RunningPostgres> {
  const binaries = await findBinaries(home.owner)
  await prepareCluster(home, binaries)
  return (await adopt(home)) ?? (await launch(home, { binaries, port }))
}

/** Stops the server as soon as what it has promised is on the disk, without waiting for those connected to it. */
export async function stopPostgres({ pid }: { pid: number }) {
  signal(pid, 'SIGINT')
  if (await isGone(pid, 30_000)) return
  signal(pid, 'SIGQUIT')
  await isGone(pid, 5_000)
}

async function adopt(home: PostgresHome): Promise<RunningPostgres | null> {
  const password = passwordOf(home)
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const found = findPostmaster(dataOf(home))
    if (!found) {
      await disownPostmaster(dataOf(home))
      return null
    }
    const { pid, port } = found
    if (port && (await answers({ port, password }))) return { port, password, pid, adopted: true }
    if (Date.now() > deadline) throw silent(home, pid)
    await delay(200)
  }
}

async function launch(
  home: PostgresHome,
  { binaries, port: wanted }: { binaries: Binaries; port?: number | undefined },
): Promise<RunningPostgres> {
  const password = passwordOf(home)
  for (let attempt = 1; ; attempt++) {
    const port = wanted ?? (await freePort())
    const seen = sizeOf(logOf(home))
    const pid = spawnServer(home, { binaries, port })
    if (await comesUp({ home, pid, port, password })) return { port, password, pid, adopted: false }
    const said = readFileSync(logOf(home)).subarray(seen).toString()
    if (attempt === 10 || !passes(said)) throw unusable(home, said)
    await delay(500)
  }
}

function spawnServer(home: PostgresHome, { binaries, port }: { binaries: Binaries; port: number }) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    ...(home.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // A file, not a pipe: a server that is being read by a stopped or dead process stands still.
  const log = openSync(logOf(home), 'a', 0o600)
  const child = spawn(
    path.join(binaries.bin, 'postgres'),
    ['-D', dataOf(home), '-p', String(port), ...options],
    {
      ...(home.owner ?? {}),
      cwd: '/',
      env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH },
      stdio: ['ignore', log, log],
      // In a session of its own, so that a Ctrl-C does not reach it before the web server has closed.
      detached: true,
    },
  )
  closeSync(log)
  child.on('error', () => undefined)
  child.unref()
  if (!child.pid) throw unusable(home, `FATAL: ${binaries.bin}/postgres cannot be run`)
  return child.pid
}

async function comesUp(server: { home: PostgresHome; pid: number } & Access) {
  const deadline = Date.now() + PATIENCE_MS
  while (startOf(server.pid) !== null) {
    if (await answers(server)) return findPostmaster(dataOf(server.home))?.pid === server.pid
    if (Date.now() > deadline) throw silent(server.home, server.pid)
    await delay(50)
  }
  return false
}

/** What is over in a moment: a port that somebody else was quicker to take, or a killed server's last processes. */
function passes(said: string) {
  return /could not bind|could not create any TCP\/IP sockets|pre-existing shared memory/.test(said)
}

function silent(home: PostgresHome, pid: number) {
  return new Refusal(
    'unavailable',
    `The database server in ${home.folder} (process ${pid}) runs but does not answer. Stop it and try again.`,
  )
}

function sizeOf(file: string) {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
