import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { createWriteStream, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { BUNDLE, capturePath } from '@/lib/reports/bundle/layout'
import { makeVerifiers } from '@/lib/reports/bundle/verifiers'
import { type BundleEntry, writeBundle } from '@/lib/reports/bundle/write-bundle'
import { making } from '@/lib/testing/fixtures/sample-bundle'
import { chain, exported } from '@/lib/testing/fixtures/sample-log'
import { line, median, ratio } from './support/print-measure'

const MIB = 1024 * 1024
const CAPTURES = 8
const CAPTURE_MIB = 128
const ROUNDS = 3

/** A bundle of a gigabyte: the memory that making it takes, and the speed of verifying it against `sha256sum`. */
export async function measureBundle(folder: string): Promise<void> {
  const file = path.join(folder, 'bundle.zip')
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 20)
  const begun = performance.now()
  await writeBundle(entries(), createWriteStream(file), making)
  clearInterval(watch)
  const seconds = (performance.now() - begun) / 1000
  line(`A bundle of ${(statSync(file).size / MIB).toFixed(0)} MiB: made in ${seconds.toFixed(1)} s`)
  ratio('MiB that the process grew by meanwhile', (most - before) / MIB, { most: 128 })
  await measureVerifying(file, folder)
  rmSync(file)
}

async function measureVerifying(file: string, folder: string): Promise<void> {
  const program = path.join(folder, 'verify.mjs')
  writeFileSync(program, (await makeVerifiers()).mjs)
  const { verifyBundle } = await import(pathToFileURL(program).href)
  const times = { verifier: [] as number[], sha256sum: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    times.sha256sum.push(await timed(() => void execFileSync('sha256sum', [file])))
    times.verifier.push(
      await timed(async () => {
        const said: string[] = []
        const code = await verifyBundle(file, { say: (words: string) => said.push(words) })
        if (code !== 0) throw new Error(said.join('\n'))
      }),
    )
  }
  const [verifier, bare] = [median(times.verifier), median(times.sha256sum)]
  line(`Verifying it: ${verifier.toFixed(0)} ms, sha256sum: ${bare.toFixed(0)} ms (medians)`)
  ratio('Speed of the verifier against sha256sum', bare / verifier, { least: 0.5 })
}

async function timed(work: () => void | Promise<void>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

async function* entries(): AsyncGenerator<BundleEntry> {
  const piece = randomBytes(MIB)
  for (let n = 0; n < CAPTURES; n++) {
    const hash = createHash('sha256')
    for (const one of pieces(piece, n)) hash.update(one)
    const sha256 = hash.digest('hex')
    const content = Readable.from(pieces(piece, n), { objectMode: false })
    yield { path: capturePath(sha256, `recording-${n}.wav`), content, sha256 }
  }
  const log = Readable.fromWeb(exported(chain(1_000)) as Parameters<typeof Readable.fromWeb>[0])
  yield { path: BUNDLE.log, content: log }
}

function* pieces(piece: Buffer, n: number): Generator<Buffer> {
  yield Buffer.from(`${n}`)
  for (let count = 0; count < CAPTURE_MIB; count++) yield piece
}
