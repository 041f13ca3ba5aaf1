import { fork } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { logTo, type Variables } from '../os/child-process'
import { isGone, signal } from '../os/processes'
import { say } from '../os/progress-lines'
import { inProject, project } from '../os/project'

export interface JobOptions {
  env: Variables
  /** The file that takes its ordinary messages; null: they are shown, as its errors are. */
  log: string | null
}

/** The longest pause before it is started again, in milliseconds. */
const LONGEST_PAUSE = 30_000

/**
 * Keeps the process alive that does jobs: one that dies is started again, ever later if it keeps dying. Without it the
 * web server serves on, and jobs wait. Gives the way to end it.
 */
export function keepJobProcess(options: JobOptions): () => Promise<void> {
  let stopped = false
  let pid: number | undefined
  async function keep() {
    for (let pause = 500; !stopped; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      const begun = Date.now()
      const child = start(options)
      pid = child.pid
      const how = await new Promise<string>((resolve) => {
        child.once('error', (error) => resolve(error.message))
        child.once('exit', (code, name) => resolve(name ? `signal ${name}` : `exit code ${code}`))
      })
      if (stopped) return
      if (Date.now() - begun > LONGEST_PAUSE) pause = 500
      say('Jobs', `The process has ended (${how}), starting it again`)
      await delay(pause)
    }
  }
  void keep()
  return async () => {
    stopped = true
    if (!pid) return
    signal(pid, 'SIGTERM')
    await isGone(pid, 4_000)
    signal(-pid, 'SIGKILL')
  }
}

function start({ env, log }: JobOptions) {
  return fork(inProject('lib', 'jobs', 'main.ts'), [], {
    cwd: project,
    env: { ...process.env, ...env },
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', logTo(log), 'inherit', 'ipc'],
    // In a group of its own, so that a Ctrl-C reaches us first and it can be ended with all it started.
    detached: true,
  })
}
