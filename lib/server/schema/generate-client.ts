import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Refusal } from '@/lib/domain/refusal'
import { runNode } from '../os/child-process'
import { inProject } from '../os/project'

const SCHEMA = inProject('prisma', 'schema')
const CLIENT = inProject('lib', 'db', 'generated')

/** Makes the Prisma client from the schema unless it is there and newer than the schema. Says whether it had to. */
export async function generateIfStale(): Promise<boolean> {
  if (oldest(CLIENT) > newest(SCHEMA)) return false
  await generate()
  return true
}

/** Makes the Prisma client from the schema, without fetching anything. */
export async function generate() {
  const cli = inProject('node_modules', 'prisma', 'build', 'index.js')
  if (!existsSync(cli)) {
    throw new Refusal('unavailable', 'The Prisma client is missing. Install all packages: npm ci')
  }
  const { ok, output } = await runNode([cli, 'generate'], {
    // Generating needs no engine, but the command looks for one and would fetch it: any program will do.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  })
  if (!ok) throw new Refusal('unavailable', `The Prisma client cannot be made:\n${output}`)
}

function newest(folder: string) {
  return Math.max(...filesIn(folder).map((file) => statSync(file).mtimeMs))
}

function oldest(folder: string) {
  return existsSync(path.join(folder, 'client.ts'))
    ? Math.min(...filesIn(folder).map((file) => statSync(file).mtimeMs))
    : 0
}

function filesIn(folder: string) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await generate()
  console.log('Prisma client  made from prisma/schema')
}
