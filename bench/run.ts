/** Measures what Stet promises, each time against a yardstick in the same run: machines differ and are busy, ratios hold. */

import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startThrowawayPostgres } from '@/lib/server/databases/throwaway-postgres'
import { buildIfStale } from '@/lib/server/launch/build'
import { keepJobProcess } from '@/lib/server/launch/job-process'
import { makeSigningKey } from '@/lib/server/launch/secrets'
import { startWebServer } from '@/lib/server/launch/web-server'
import { fail, onStop, stop, stopOnSignals } from '@/lib/server/os/on-exit'
import { freePort } from '@/lib/server/os/port'
import { generate } from '@/lib/server/schema/generate-client'
import { line } from './support/print-measure'

stopOnSignals(130)
await measureAll().catch(fail)

async function measureAll() {
  await generate()
  const folder = mkdtempSync(path.join(tmpdir(), 'stet-bench-'))
  await buildIfStale(path.join(folder, 'build.log'))
  const database = await startThrowawayPostgres()
  onStop(database.stop)
  const { app, owner } = await database.ready('bench')
  Object.assign(process.env, { DATABASE_URL: app, MIGRATION_DATABASE_URL: owner })
  process.env.NEXTAUTH_SECRET = randomBytes(32).toString('base64url')

  process.env.STET_SIGNING_KEY = makeSigningKey()
  process.env.STET_DATA = path.join(folder, 'data')

  const port = await freePort()
  const base = `http://localhost:${port}`
  process.env.NEXTAUTH_URL = base
  const log = path.join(folder, 'web.log')
  const { DATABASE_URL, NEXTAUTH_SECRET, NEXTAUTH_URL, STET_SIGNING_KEY, STET_DATA } = process.env
  const env = { DATABASE_URL, NEXTAUTH_SECRET, NEXTAUTH_URL, STET_SIGNING_KEY, STET_DATA }
  onStop(keepJobProcess({ env, log: path.join(folder, 'jobs.log') }))
  const web = await startWebServer(
    { command: 'start', host: 'localhost', port, env, log },
    (server) => onStop(server.stop),
  )

  // Imported only now, because the database's address is read when the client is made.
  const { makeBigArticle } = await import('./support/big-article')
  const { measureCommand } = await import('./command')
  const { measureWorkspace } = await import('./workspace')
  const { measureCrowd } = await import('./crowd')
  const { measureLive } = await import('./live')
  const { measurePainted } = await import('./interaction')
  const { measureCandidates } = await import('./candidates')
  const { measureContradictions } = await import('./contradictions')
  const { measureComparisons } = await import('./comparisons')
  const { measureEarlierChecks } = await import('./earlier-checks')
  const { measureArchive } = await import('./archive')
  const { measureFigures } = await import('./figures')
  const { measureLedger } = await import('./ledger')
  const { measureLog } = await import('./log')
  const { measureReanchor } = await import('./reanchor')
  const { askForReports, measureReport, peakMemory } = await import('./report')
  const { measureOrigins } = await import('./origins')
  const { measurePages } = await import('./pages')
  const { measureMemory } = await import('./memory')
  const { measureBackup } = await import('./backup')
  const { measureBundle } = await import('./bundle')
  const { measureUploads } = await import('./uploads')
  const { measurePagesKept } = await import('./pages-kept')
  const { measureViewer } = await import('./viewer')
  const { measureWord } = await import('./word')

  if (wanted('earlier-checks')) measureEarlierChecks()
  if (only('earlier-checks')) return stop(0)
  if (wanted('contradictions')) measureContradictions()
  if (only('contradictions')) return stop(0)
  if (wanted('archive')) await measureArchive()
  if (only('archive')) return stop(0)
  if (wanted('figures')) measureFigures()
  if (only('figures')) return stop(0)
  if (wanted('ledger')) measureLedger()
  if (only('ledger')) return stop(0)
  if (wanted('word')) await measureWord(folder)
  if (only('word')) return stop(0)
  if (wanted('origins')) measureOrigins()
  if (only('origins')) return stop(0)
  if (wanted('pages')) await measurePages(env, folder)
  if (only('pages')) return stop(0)
  if (wanted('memory')) await measureMemory(base, web.pid)
  if (only('memory')) return stop(0)
  if (wanted('backup')) await measureBackup(folder)
  if (only('backup')) return stop(0)
  if (wanted('bundle')) await measureBundle(folder)
  if (only('bundle')) return stop(0)
  if (wanted('viewer')) await measureViewer(base)
  if (only('viewer')) return stop(0)
  if (wanted('uploads')) await measureUploads(folder)
  if (only('uploads')) return stop(0)
  if (wanted('kept-page')) await measurePagesKept()
  if (only('kept-page')) return stop(0)
  const article = await makeBigArticle()
  line(
    `An article of ${article.words} words, ${article.claims} claims, ${article.evidence} pieces of evidence`,
  )
  if (wanted('candidates')) measureCandidates()
  if (wanted('comparisons')) measureComparisons()
  if (wanted('reanchor')) measureReanchor()
  if (wanted('workspace')) await measureWorkspace(base, article)
  if (wanted('live')) await measureLive(base, article)
  if (wanted('painted')) await measurePainted(base, article)
  if (wanted('crowd')) await measureCrowd(base, article)
  if (wanted('command')) await measureCommand(article)
  if (wanted('log')) await measureLog(base, { folder, pid: web.pid })
  if (wanted('report')) await measureReport(article)
  if (wanted('report')) await askForReports(base, article)
  line(`Most memory that the server held: ${peakMemory(web.pid).toFixed(0)} MiB`)
  await stop(0)
}

function only(what: string): boolean {
  return process.argv.slice(2).join() === what
}

/** `npm run bench -- command` measures that alone. */
function wanted(what: string): boolean {
  const named = process.argv.slice(2)
  return named.length === 0 || named.includes(what)
}
