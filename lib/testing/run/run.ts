import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Refusal } from '@/lib/domain/refusal'
import {
  startThrowawayPostgres,
  type ThrowawayPostgres,
} from '@/lib/server/databases/throwaway-postgres'
import { buildIfStale, NEXT } from '@/lib/server/launch/build'
import { makeSigningKey } from '@/lib/server/launch/secrets'
import { type Ran, runNode, stopChildren } from '@/lib/server/os/child-process'
import { fail, onStop, stop, stopOnSignals } from '@/lib/server/os/on-exit'
import { freePort } from '@/lib/server/os/port'
import { inProject } from '@/lib/server/os/project'
import { findDrift } from '@/lib/server/schema/drift'
import { generate } from '@/lib/server/schema/generate-client'
import type { DatabaseUrls } from '@/lib/server/schema/grants'
import { Report } from './report'
import { tallyPlaywright, tallyVitest } from './tally'

const BIOME = inProject('node_modules', '@biomejs', 'biome', 'bin', 'biome')
const TSC = inProject('node_modules', 'typescript', 'bin', 'tsc')
const VITEST = inProject('node_modules', 'vitest', 'vitest.mjs')
const PLAYWRIGHT = inProject('node_modules', '@playwright', 'test', 'cli.js')

const BY_GITIGNORE = ['--vcs-enabled=true', '--vcs-client-kind=git', '--vcs-use-ignore-file=true']

const [mode, ...rest] = process.argv.slice(2)
const secret = randomBytes(32).toString('base64url')
const signingKey = makeSigningKey()
const report = new Report()

stopOnSignals(130)
await testAll().catch(fail)

/** `fast`: all but the stories. `all`: everything. `e2e`: only the stories, with Playwright's own arguments. */
async function testAll() {
  if (mode !== 'fast' && mode !== 'all' && mode !== 'e2e') {
    throw new Refusal('invalid', 'Say what to test: npm run check, npm test or npm run e2e')
  }
  const notes = await mkdtemp(path.join(tmpdir(), 'stet-run-'))
  onStop(() => rm(notes, { recursive: true, force: true }))
  onStop(stopChildren)
  const server = await prepare()
  if (server && mode !== 'e2e') await testCode(server, notes)
  if (server && mode !== 'fast') await testStories(server, notes)
  await stop(report.finish() ? 0 : 1)
}

/** The generated client, and a database server for this run alone; null if there is nothing to test with. */
async function prepare(): Promise<ThrowawayPostgres | null> {
  await report.check('Client', async () => {
    await generate()
    return done()
  })
  const starting = startThrowawayPostgres()
  const ok = await report.check('Database', async () => {
    onStop((await starting).stop)
    return done()
  })
  return ok ? starting : null
}

async function testCode(server: ThrowawayPostgres, notes: string) {
  await report.check('Format', () => runNode([BIOME, 'ci', ...BY_GITIGNORE, '.']))
  await report.check('Types', async () => {
    const routes = await runNode([NEXT, 'typegen'])
    return routes.ok ? runNode([TSC, '--noEmit']) : routes
  })
  const urls = await server.ready('tests')
  await report.check('Drift', async () => done(await findDrift(urls.owner)))
  const file = path.join(notes, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  await report.tests(
    'Tests',
    () =>
      runNode([VITEST, 'run', ...reporters], { env: environment(urls, 'http://localhost:3000') }),
    () => tallyVitest(file),
  )
}

async function testStories(server: ThrowawayPostgres, notes: string) {
  const port = await freePort()
  const urls = await server.ready('stories')
  const env = { ...environment(urls, `http://localhost:${port}`), E2E_PORT: `${port}` }
  const built = await report.check('Build', async () => {
    await buildIfStale(path.join(notes, 'build.log'), env)
    return done()
  })
  if (!built) return
  const file = path.join(notes, 'playwright.json')
  await report.tests(
    'Stories',
    () =>
      runNode([PLAYWRIGHT, 'test', '--reporter=list,json', ...rest], {
        env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
        show: mode === 'e2e',
      }),
    () => tallyPlaywright(file),
  )
}

function environment({ app, owner }: DatabaseUrls, address: string) {
  return {
    ...{ DATABASE_URL: app, MIGRATION_DATABASE_URL: owner },
    ...{ NEXTAUTH_SECRET: secret, NEXTAUTH_URL: address, STET_SIGNING_KEY: signingKey },
  }
}

/** A step of our own that went well, unless it has something to say. */
function done(complaint: string | null = null): Ran {
  return { ok: complaint === null, output: complaint ?? '' }
}
