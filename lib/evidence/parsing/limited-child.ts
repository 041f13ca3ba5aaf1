import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { FAILURES, type Failure, sentenceFor } from './failures'
import { residentMemory } from './resident-memory'

/** A parser's module, the file that it reads, and what it is told beside. */
export interface Job {
  parser: string
  file: string
  args: unknown
}

export type Answer =
  | { ok: true; value: unknown; bytes: Uint8Array }
  | { ok: false; failure: Failure; sentence: string }

/**
 * Runs a parser in a process of its own and always comes back: with its answer, or with what ended it. When it does, the
 * process and all that it started are gone.
 *
 * The parsers are TypeScript, and Next neither builds nor traces what only another process loads. So they are run from
 * the checkout as the launcher is, by node with tsx, which is there wherever Stet is started; tests run the same files.
 * That takes half a second and some 40 MiB, which nobody waits for at a page.
 *
 * The process gets none of our environment, so no secret, and no more of the disk than its user: node's permission model
 * is an experiment in Node 20. It could open a connection; to forbid that takes rights that Stet does not ask for.
 */
export async function runLimited(
  job: Job,
  { timeoutMs, memoryMb }: { timeoutMs: number; memoryMb: number },
): Promise<Answer> {
  const child = start(job, { timeoutMs, memoryMb })
  let ended: Failure | null = null
  const end = (why: Failure) => {
    ended ??= why
    killAll(child)
  }
  const clock = setTimeout(() => end('too-slow'), timeoutMs)
  const scales = setInterval(async () => {
    if (child.pid && (await residentMemory(child.pid)) > memoryMb) end('too-much-memory')
  }, EVERY)
  try {
    const [said, errors] = await Promise.all([
      gather(child.stdio[3] as Readable, LARGEST_ANSWER, () => end('not-readable')),
      lastWords(child.stderr),
      gone(child),
    ])
    const whole = ended ? null : answerIn(said)
    if (whole) return whole
    const failure = ended ?? (OUT_OF_MEMORY.test(errors) ? 'too-much-memory' : 'crashed')
    return failed(failure, ended === 'not-readable' ? undefined : sentenceFor(failure, errors))
  } finally {
    clearTimeout(clock)
    clearInterval(scales)
    killAll(child)
  }
}

/** How often its memory is looked at, in milliseconds. */
const EVERY = 100

/** In bytes; a page drawn for viewing has a few million. */
const LARGEST_ANSWER = 32 * 1024 * 1024

const OUT_OF_MEMORY = /heap out of memory|Allocation failed|Cannot allocate memory/i

function start(job: Job, { timeoutMs, memoryMb }: { timeoutMs: number; memoryMb: number }) {
  const entry = path.join(process.cwd(), 'lib', 'evidence', 'parsing', 'parse-child.ts')
  const node = [process.execPath, `--max-old-space-size=${Math.ceil(memoryMb / 2)}`]
  const command = [
    ...node,
    '--import',
    'tsx',
    entry,
    job.parser,
    job.file,
    JSON.stringify(job.args),
  ]
  const [program = '', ...args] = existsSync(SHELL) ? limited(command, timeoutMs) : command
  return spawn(program, args, {
    env: { NODE_ENV: 'production', TMPDIR: process.env.TMPDIR },
    // Its input stays open as long as we live: an orphan hears that it has ended.
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    // In a group of its own, so that whatever it starts is killed with it.
    detached: true,
  })
}

const SHELL = '/bin/sh'

/**
 * Limits of the operating system hold even if we are gone: processor time of all its threads in seconds, no core dumps,
 * and 64 MiB for any file that it writes. Not its address space, of which node reserves far more than it uses.
 */
function limited(command: string[], timeoutMs: number): string[] {
  const seconds = 2 * Math.ceil(timeoutMs / 1000) + 2
  const limits = `ulimit -t ${seconds} && ulimit -c 0 && ulimit -f 131072 && exec "$@"`
  return [SHELL, '-c', limits, 'sh', ...command]
}

function killAll({ pid }: ChildProcess): void {
  if (!pid) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}

async function gather(stream: Readable, most: number, tooMuch: () => void): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  stream.on('data', (chunk: Buffer) => {
    length += chunk.length
    if (length <= most) chunks.push(chunk)
    else tooMuch()
  })
  await closed(stream)
  return Buffer.concat(chunks)
}

async function lastWords(stream: Readable | null): Promise<string> {
  let words = ''
  if (!stream) return words
  stream.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-8_000)
  })
  await closed(stream)
  return words
}

function closed(stream: Readable): Promise<void> {
  return new Promise((resolve) => {
    stream.once('close', resolve).once('error', () => resolve())
  })
}

function gone(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve()).once('error', () => resolve())
  })
}

/** A line of JSON, then bytes: nothing that could do anything when it is read. */
function answerIn(said: Buffer): Answer | null {
  const line = said.indexOf('\n')
  if (line < 0) return null
  try {
    const { value, refused } = JSON.parse(said.toString('utf8', 0, line))
    if (value !== undefined) return { ok: true, value, bytes: said.subarray(line + 1) }
    return failed('not-readable', typeof refused === 'string' ? refused.slice(0, 500) : undefined)
  } catch {
    return null
  }
}

function failed(failure: Failure, sentence: string = FAILURES[failure]): Answer {
  return { ok: false, failure, sentence }
}
