import { fork } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { Refusal } from '@/lib/domain/refusal'
import { logTo, type Variables } from '../os/child-process'
import { isGone, signal } from '../os/processes'
import { project } from '../os/project'
import { NEXT } from './build'

/** A web server that answers. */
export interface WebServer {
  pid: number | undefined
  /** Resolves, with how, when it ends without having been asked to. */
  died: Promise<string>
  stop: () => Promise<void>
}

export interface WebOptions {
  command: 'start' | 'dev'
  host: string
  port: number
  env: Variables
  /** The file that takes its ordinary messages; null: they are shown, as its errors are. */
  log: string | null
}

/** Ends the server when the channel to us closes, which it does however we end. */
const DIE_WITH_US = "data:text/javascript,process.on('disconnect',()=>process.exit())"

/** Starts the web server. It is given to `started` at once, so that it can be stopped before it answers. */
export async function startWebServer(options: WebOptions, started: (server: WebServer) => void) {
  const child = fork(NEXT, [options.command, '-p', `${options.port}`, '-H', options.host], {
    cwd: project,
    env: { ...process.env, ...environment(options) },
    execArgv: ['--import', DIE_WITH_US],
    stdio: ['ignore', options.command === 'dev' ? 'inherit' : logTo(options.log), 'inherit', 'ipc'],
    // In a group of its own, so that a Ctrl-C reaches us first and it can be ended with all it started.
    detached: true,
  })
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, name) => resolve(name ? `signal ${name}` : `exit code ${code}`))
  })
  const server = { pid: child.pid, died: ended, stop: () => end(child.pid) }
  started(server)
  await Promise.race([
    untilAnswered(options),
    ended.then((how) => {
      throw new Refusal('unavailable', `The web server ended before it answered (${how})`)
    }),
  ])
  return server
}

function environment({ command, env }: WebOptions): NodeJS.ProcessEnv {
  return {
    ...env,
    NODE_ENV: command === 'dev' ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    // Next itself would wait for event streams, which do not end while a page is open.
    ...(command === 'start' ? { NEXT_MANUAL_SIG_HANDLE: 'true' } : {}),
  }
}

async function end(pid: number | undefined) {
  if (!pid) return
  signal(-pid, 'SIGTERM')
  await isGone(pid, 4_000)
  signal(-pid, 'SIGKILL')
}

async function untilAnswered({ host, port }: WebOptions) {
  const name = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host
  for (;;) {
    const answer = await fetch(`http://${name}:${port}/`, { redirect: 'manual' }).catch(() => null)
    if (answer) return answer.body?.cancel()
    await delay(100)
  }
}
