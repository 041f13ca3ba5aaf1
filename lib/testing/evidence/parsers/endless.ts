import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'

/** Starts another process, writes down the numbers of both, and never ends. */
export async function parse(file: string) {
  const other = spawn('sleep', ['600'], { stdio: 'ignore' })
  writeFileSync(file, `${process.pid} ${other.pid}`)
  for (;;) Math.random()
}
