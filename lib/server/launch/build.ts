import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { Refusal } from '@/lib/domain/refusal'
import { runNode, type Variables } from '../os/child-process'
import { inProject, project } from '../os/project'

export const NEXT = inProject('node_modules', 'next', 'dist', 'bin', 'next')

const STAMP = inProject('.next', 'stet-sources')
const SOURCES = [
  ...['app', 'components', 'lib', 'public', 'prisma/schema', 'instrumentation.ts', 'proxy.ts'],
  ...['next.config.js', 'tsconfig.json', 'package-lock.json'],
]
const NOT_IN_THE_APP = /^lib\/(db\/generated|testing)\/|\.test\.tsx?$/

/** Builds the app unless the last build was made from the same sources. Says whether it had to; refuses with its words. */
export async function buildIfStale(log: string, env: Variables = {}): Promise<boolean> {
  const sources = hashSources()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return false

  await rm(STAMP, { force: true })
  const { ok, output } = await runNode([NEXT, 'build'], {
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  await writeFile(log, `${output}\n`, { mode: 0o600 })
  if (!ok) throw failure(output, log)
  await writeFile(STAMP, sources)
  return true
}

function failure(output: string, log: string) {
  return /ENOSPC|No space left/.test(output)
    ? new Refusal('unavailable', `The disk is full: no room to build the app in ${project}`)
    : new Refusal('unavailable', `${output}\nThe app cannot be built (this is kept in ${log})`)
}

function hashSources() {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(filesIn).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(inProject(file)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesIn(name: string): string[] {
  const found = statSync(inProject(name), { throwIfNoEntry: false })
  if (found?.isDirectory())
    return readdirSync(inProject(name)).flatMap((file) => filesIn(`${name}/${file}`))
  return found && !NOT_IN_THE_APP.test(name) ? [name] : []
}
