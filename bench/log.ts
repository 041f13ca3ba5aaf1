import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Client } from 'pg'
import type { SealedEntry } from '@/lib/domain/audit/hash-chain'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { chain } from '@/lib/testing/fixtures/sample-log'
import { verifyLog } from '../public/verify-stet-log.mjs'
import { peakMemory } from './report'
import { cookieOf } from './support/cookie'
import { line, median, ratio } from './support/print-measure'

const ENTRIES = 100_000
const ROUNDS = 3

/** A log of a hundred thousand entries: taken out of the server, and verified, against bare SHA-256 of the same bytes. */
export async function measureLog(
  base: string,
  { folder, pid }: { folder: string; pid: number | undefined },
): Promise<void> {
  const { file, slug } = await takeOut(base, { folder, pid })
  const times = { verifier: [] as number[], hashing: [] as number[], clock: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now()
    const start = processorTime()
    const said: string[] = []
    const code = await verifyLog({ log: reading(file), say: (words) => void said.push(words) })
    if (code !== 0) throw new Error(`the log of ${slug} is not whole: ${said.join(' ')}`)
    const between = processorTime()
    times.clock.push(performance.now() - begun)
    await pipeline(reading(file), createHash('sha256'))
    times.verifier.push(between - start)
    times.hashing.push(processorTime() - between)
  }
  const [verifier, hashing] = [median(times.verifier), median(times.hashing)]
  const clock = median(times.clock)
  line(
    `Verifying ${ENTRIES} entries: ${verifier.toFixed(0)} ms, SHA-256 of the file: ${hashing.toFixed(0)} ms (processor time, medians); by the clock: ${clock.toFixed(0)} ms`,
  )
  ratio('Time of the verifier against bare hashing', verifier / hashing, { most: 40 })
  ratio('Seconds that the verifier takes, by the clock', clock / 1000, { most: 10 })
}

async function takeOut(
  base: string,
  { folder, pid }: { folder: string; pid: number | undefined },
): Promise<{ file: string; slug: string }> {
  const newsroom = await aNewsroom()
  const actor = await newsroom.member('auditor')
  await insert(chain(ENTRIES, actor))
  const url = `${base}/${newsroom.slug}/log/export`
  const headers = { cookie: await cookieOf(actor) }
  const file = path.join(folder, 'log.jsonl')

  const before = peakMemory(pid)
  const start = performance.now()
  const { body } = await fetch(url, { headers })
  await pipeline(Readable.fromWeb(body as ReadableStream), createWriteStream(file))
  const seconds = (performance.now() - start) / 1000
  line(
    `Exporting ${ENTRIES} entries: ${seconds.toFixed(1)} s; the server’s most memory grew by ${(peakMemory(pid) - before).toFixed(0)} MiB`,
  )
  return { file, slug: newsroom.slug }
}

async function insert(entries: readonly SealedEntry[]): Promise<void> {
  const sql = new Client({ connectionString: process.env.DATABASE_URL })
  await sql.connect()
  for (let first = 0; first < entries.length; first += 500) {
    await sql.query(
      `INSERT INTO "AuditEvent" SELECT * FROM jsonb_populate_recordset(NULL::"AuditEvent", $1) ORDER BY seq`,
      [JSON.stringify(entries.slice(first, first + 500))],
    )
  }
  await sql.end()
}

/** In milliseconds; what others do on the machine does not count. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function reading(file: string) {
  return createReadStream(file, { highWaterMark: 1024 * 1024 })
}
