import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable, Writable } from 'node:stream'
import { Refusal } from '@/lib/domain/refusal'
import { browserArguments } from './arguments'
import { browserUser } from './browser-user'
import { type BrowserEvent, DevTools } from './dev-tools'
import { killTree, memoryOf, type Root } from './process-tree'

export interface BrowserOptions {
  program: string
  /** The proxy that is its only way out. */
  proxy: string
  /** The most that it may hold in memory, in bytes. */
  memory: number
  heard: (event: BrowserEvent, devTools: DevTools) => void
}

export interface Browser {
  devTools: DevTools
  /** Whether pages are kept from the rest of the machine by the system, and not by the browser's own care alone. */
  isSandboxed: boolean
  /** Whether it was ended because it held too much memory. */
  tookTooMuch: () => boolean
  /** Its last words. */
  said: () => string
  /** Ends it at once, with all that it started, and removes what it left on the disk. */
  end: () => Promise<void>
}

/**
 * Starts a browser with a profile of its own that nobody used before, as an unprivileged user, in the sandbox that the
 * kernel gives, and knowing nothing of our environment. Without a sandbox only where STET_BROWSER_SANDBOX is `off`.
 */
export async function startBrowser({
  program,
  proxy,
  memory,
  heard,
}: BrowserOptions): Promise<Browser> {
  const user = browserUser()
  const folder = await mkdtemp(path.join(tmpdir(), 'stet-browser-'))
  if (user) await chown(folder, user.uid, user.gid)
  const isSandboxed = process.env.STET_BROWSER_SANDBOX !== 'off'
  const options: SpawnOptions = {
    ...{ cwd: folder, env: environment(folder), ...(user ?? {}) },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // In a group of its own, so that whatever it starts is killed with it.
    detached: true,
  }
  const settings = { folder, proxy, sandbox: isSandboxed }
  const child = spawn(program, browserArguments(settings), options)
  const root = { pid: child.pid ?? 0, uid: user?.uid }
  const said = lastWords(child)
  // Once it has ended and its last words were read.
  const gone = new Promise((resolve) => child.once('close', resolve).once('error', resolve))
  const devTools = connected(child, heard)
  child.once('exit', () => devTools.end()).once('error', () => devTools.end())
  const scales = weigh(root, memory)
  let ending: Promise<void> | undefined
  async function finish() {
    scales.stop()
    if (child.pid) killTree(root)
    devTools.end()
    await gone
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  }
  return {
    devTools,
    isSandboxed,
    tookTooMuch: scales.tookTooMuch,
    said,
    end() {
      ending ??= finish()
      return ending
    },
  }
}

/** Why a browser that said this did not start, for whoever asked for the page. */
export function notStarted(said: string): Refusal {
  const message = /no usable sandbox|sandbox.*(?:not permitted|failed)/i.test(said)
    ? 'The browser cannot shut pages in here: this machine gives it no sandbox. Whoever runs Stet can allow that, or set STET_BROWSER_SANDBOX to off.'
    : 'The browser that keeps pages could not be started. Whoever runs Stet should look at CHROMIUM_PATH.'
  return new Refusal('unavailable', message, { address: message })
}

/** Of ours it gets nothing but where programs stand: no secret, and no folder but its own. */
const environment = (folder: string) => ({
  ...{ NODE_ENV: 'production' as const, LANG: 'C.UTF-8', PATH: process.env.PATH },
  ...{ HOME: folder, TMPDIR: folder },
})

function connected(child: ChildProcess, heard: BrowserOptions['heard']): DevTools {
  const [, , , to, from] = child.stdio
  if (!(to instanceof Writable && from instanceof Readable)) throw notStarted('')
  return new DevTools(to, from, heard)
}

function lastWords({ stderr }: ChildProcess): () => string {
  let words = ''
  stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-8_000)
  })
  return () => words
}

/** How often its memory is looked at, in milliseconds. */
const EVERY = 200

function weigh(root: Root, most: number) {
  let tooMuch = false
  const look = setInterval(() => {
    if (!root.pid || memoryOf(root) <= most) return
    tooMuch = true
    killTree(root)
  }, EVERY)
  return { tookTooMuch: () => tooMuch, stop: () => clearInterval(look) }
}
