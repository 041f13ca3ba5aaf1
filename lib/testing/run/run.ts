import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Refusal } from '@/lib/domain/refusal'
import { startThrowawayPostgres } from '@/lib/server/databases/throwaway-postgres'
import { buildIfStale, NEXT } from '@/lib/server/launch/build'
import { makeSigningKey } from '@/lib/server/launch/secrets'
import { type Ran, runNode, stopChildren } from '@/lib/server/os/child-process'
import { fail, onStop, stop, stopOnSignals } from '@/lib/server/os/on-exit'
import { freePort } from '@/lib/server/os/port'
import { inProject } from '@/lib/server/os/project'
import { generate } from '@/lib/server/schema/generate-client'
import { Report } from './report'
import { tallyPlaywright, tallyVitest } from './tally'

const BIOME = inProject('node_modules', '@biomejs', 'biome', 'bin', 'biome')
const TSC = inProject('node_modules', 'typescript', 'bin', 'tsc')
const VITEST = inProject('node_modules', 'vitest', 'vitest.mjs')
const PLAYWRIGHT = inProject('node_modules', '@playwright', 'test', 'cli.js')

const BY_GITIGNORE = ['--vcs-enabled=true', '--vcs-client-kind=git', '--vcs-use-ignore-file=true']

const [mode, ...rest] = process.argv.slice(2)
const report = new Report()
/** A step of our own that went well. */
const DONE: Ran = { ok: true, output: '' }

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
  await report.check('Client', async () => {
    await generate()
    return DONE
  })
  // Types are checked, and then the app is built, where the tests wait for their database.
  const [built] = await Promise.all([checkAndBuild(notes), mode !== 'e2e' && testCode(notes)])
  if (built) await testStories(notes)
  await stop(report.finish() ? 0 : 1)
}

/** One after the other, because both write the types of the routes. Says whether there is a build. */
async function checkAndBuild(notes: string): Promise<boolean> {
  if (mode !== 'e2e') await checkCode()
  return mode !== 'fast' && build(notes)
}

async function checkCode() {
  await report.check('Format', () => runNode([BIOME, 'ci', ...BY_GITIGNORE, '.']))
  await report.check('Types', async () => {
    const routes = await runNode([NEXT, 'typegen'])
    return routes.ok ? runNode([TSC, '--noEmit']) : routes
  })
}

function build(notes: string) {
  return report.check('Build', async () => {
    await buildIfStale(path.join(notes, 'build.log'))
    return DONE
  })
}

async function testCode(notes: string) {
  const file = path.join(notes, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  await report.tests(
    'Tests',
    () => runNode([VITEST, 'run', ...reporters]),
    () => tallyVitest(file),
  )
}

async function testStories(notes: string) {
  const starting = startThrowawayPostgres()
  const started = await report.check('Database', async () => {
    onStop((await starting).stop)
    return DONE
  })
  if (!started) return
  const port = await freePort()
  const { app, owner } = await (await starting).ready('stories')
  const file = path.join(notes, 'playwright.json')
  const env = {
    ...{ DATABASE_URL: app, MIGRATION_DATABASE_URL: owner },
    ...{ E2E_PORT: `${port}`, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    ...{ STET_SIGNING_KEY: makeSigningKey(), STET_DATA: path.join(notes, 'data') },
  }
  await report.tests(
    'Stories',
    () =>
      runNode([PLAYWRIGHT, 'test', '--reporter=list,json', ...rest], {
        ...{ env, show: mode === 'e2e' },
      }),
    () => tallyPlaywright(file),
  )
}
