import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Refusal } from '@/lib/domain/refusal'
import { foreignDatabase, ownDatabase } from '../databases/database'
import { runNode, stopChildren, type Variables } from '../os/child-process'
import { fail, onStop, stopOnSignals } from '../os/on-exit'
import { isFree } from '../os/port'
import { step } from '../os/progress-lines'
import { inProject } from '../os/project'
import { generateIfStale } from '../schema/generate-client'
import { type DatabaseUrls, isGuarded } from '../schema/grants'
import { listMigrations } from '../schema/migrations'
import { prepareDatabase } from '../schema/prepare-database'
import { checkSettings } from '../settings/settings'
import { buildIfStale } from './build'
import { type DataFolder, openDataFolder } from './data-folder'
import { accountTable, keepDemoAccounts } from './demo-accounts'
import { keepJobProcess } from './job-process'
import { takeLaunchLock } from './launch-lock'
import { keepSecret, keepSigningKey } from './secrets'
import { offerSetupCode } from './setup-code'
import { startWebServer, type WebOptions } from './web-server'

type Mode = 'demo' | 'start' | 'dev' | 'web' | 'jobs'

const MODES: readonly string[] = ['demo', 'start', 'dev', 'web', 'jobs'] satisfies Mode[]

const isMode = (mode: string | undefined): mode is Mode => MODES.includes(mode ?? '')

async function launch(mode: string | undefined) {
  if (!isMode(mode)) {
    const commands = 'npm run demo, npm start, npm run dev, npm run web or npm run jobs'
    throw new Refusal('invalid', `Say what to start: ${commands}`)
  }
  checkSettings(process.env)
  // One of several on one database, here or elsewhere; what it says goes to whoever started it.
  const isShared = mode === 'web' || mode === 'jobs'
  if (isShared && !process.env.DATABASE_URL) throw new Refusal('invalid', NOTHING_SHARED)
  const port = Number(process.env.PORT || 3000)
  const address = process.env.STET_URL || `http://localhost:${port}`
  const folder = openDataFolder()
  if (!isShared) onStop(await takeLaunchLock(folder.path, address))
  if (mode !== 'jobs') await refuseTakenPort(port)
  onStop(stopChildren)

  const secret = await keepSecret(folder)
  const signingKey = await keepSigningKey(folder)
  // The demonstration has a database of its own, so that a newsroom can be set up beside it.
  const urls = await openDatabase(folder, mode === 'demo' ? 'stet_demo' : 'stet')
  // What serves never learns the owner's address.
  const env = {
    ...{ DATABASE_URL: urls.app, MIGRATION_DATABASE_URL: undefined },
    ...{ NEXTAUTH_SECRET: secret, NEXTAUTH_URL: address, STET_SIGNING_KEY: signingKey },
    ...{ STET_DATA: folder.path, STET_SCHEMA: (await listMigrations()).at(-1) },
    // Offered to whoever tries the demonstration, and nowhere else.
    STET_DEMO_DRAFT: mode === 'demo' ? path.join(folder.path, 'demo-draft.docx') : undefined,
  }
  const log = (name: string) => (isShared ? null : path.join(folder.path, name))
  await prepare(urls)
  if (mode !== 'dev' && mode !== 'jobs') await build(folder, env)
  if (mode !== 'web') onStop(keepJobProcess({ env, log: log('jobs.log') }))
  if (mode === 'jobs') return console.log(`\nJobs of ${address} are being done`)
  const notes = mode === 'demo' ? await seed(folder, env) : await invite(address, urls.app)
  const command = mode === 'dev' ? 'dev' : 'start'
  await serve({ command, port, env, log: log('web.log') })
  console.log([`\nStet is at ${address}`, ...notes, 'Ctrl-C stops it.'].join('\n\n'))
}

const NOTHING_SHARED =
  'Several processes share a PostgreSQL of your own: set DATABASE_URL. Without one, npm start does everything in one place.'

/** A moment's patience, because a web server whose Stet was killed needs one to notice. */
async function refuseTakenPort(port: number) {
  for (let attempt = 1; !(await isFree(port)); attempt++) {
    if (attempt === 10) {
      throw new Refusal(
        'unavailable',
        `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1}`,
      )
    }
    await delay(300)
  }
}

async function openDatabase(folder: DataFolder, name: string) {
  const foreign = process.env.DATABASE_URL
  const database = foreign
    ? foreignDatabase(foreign, process.env.MIGRATION_DATABASE_URL || foreign)
    : ownDatabase(folder.postgres, name)
  onStop(database.stop)
  const { urls } = await step(
    'Database',
    { doing: foreign ? 'connecting' : 'starting PostgreSQL', work: database.open },
    ({ description }) => description,
  )
  database.guard(fail)
  return urls
}

async function prepare(urls: DatabaseUrls) {
  await step('Client', { doing: 'making the Prisma client', work: generateIfStale }, (made) =>
    made ? 'made from the schema' : 'up to date',
  )
  await step(
    'Schema',
    { doing: 'applying migrations', work: () => prepareDatabase(urls) },
    (names) => (names.length > 0 ? `applied ${names.join(', ')}` : 'up to date'),
  )
  await step(
    'Record',
    { doing: 'asking what the app may change', work: () => isGuarded(urls.app) },
    (guarded) => (guarded ? 'kept by the database: the app can only add to it' : NOT_GUARDED),
  )
}

const NOT_GUARDED =
  'the app owns its tables, so the database cannot keep it from changing them (see MIGRATION_DATABASE_URL in docs/settings.md)'

async function build(folder: DataFolder, env: Variables) {
  const log = path.join(folder.path, 'build.log')
  await step(
    'App',
    { doing: 'building, which takes about a minute', work: () => buildIfStale(log, env) },
    (built) => (built ? 'built' : 'up to date'),
  )
}

async function seed(folder: DataFolder, env: Variables) {
  const { file, accounts } = await keepDemoAccounts(folder)
  const work = async () => {
    const { ok, output } = await runNode(['--import', 'tsx', inProject('prisma', 'seed.ts')], {
      env: { ...env, STET_DEMO_ACCOUNTS: file },
    })
    if (!ok) throw new Refusal('unavailable', `${output}\nThe demonstration cannot be prepared`)
  }
  await step('Newsroom', { doing: 'writing the demonstration', work }, () => 'ready')
  return [accountTable(accounts), `The accounts are kept in ${file}.`]
}

async function invite(address: string, url: string) {
  const code = await offerSetupCode(url)
  return code
    ? [`There is no newsroom yet. Set it up at ${address}/set-up with the code ${code}`]
    : []
}

async function serve(options: Omit<WebOptions, 'host'>) {
  const host = process.env.STET_HOST || 'localhost'
  const work = () => startWebServer({ ...options, host }, (server) => onStop(server.stop))
  const server = await step(
    'Web',
    { doing: 'starting', work },
    () => `answering on ${host}:${options.port}`,
  )
  server.died.then((how) => fail(new Refusal('unavailable', `The web server has ended (${how})`)))
}

// Last: what stands after an awaited call is not there yet while it runs.
stopOnSignals()
await launch(process.argv[2]).catch(fail)
