import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openStore } from '@/lib/evidence/files/open-store'
import { appendUpload, beginUpload, finishUpload } from '@/lib/evidence/files/uploads'
import { line, median, ratio } from './support/print-measure'

const MEGABYTES = 200
const BYTES = MEGABYTES * 1024 * 1024
/** What a request hands over at a time. */
const CHUNK = 64 * 1024
/** As many as a browser takes of a file before it asks whether they have arrived. */
const PIECE = 16 * 1024 * 1024
const ROUNDS = 5

/**
 * An upload of 200 MB: appended in pieces, hashed on the way, flushed and moved into the store; against a bare pipe of
 * Node to the same disk, flushed as well. What it would take to hash it again from the disk is what a restart costs.
 */
export async function measureUploads(folder: string): Promise<void> {
  process.env.STET_DATA = path.join(folder, 'uploads')
  await mkdir(process.env.STET_DATA, { recursive: true })
  const times = { upload: [] as number[], pipe: [] as number[], hashing: [] as number[] }
  let grown = 0
  for (let round = 0; round < ROUNDS; round++) {
    const sha256 = await hashOf(Readable.from(content(round)))
    times.pipe.push(await timed(() => pipe(path.join(folder, 'piped'), round)))
    times.hashing.push(await timed(() => hashOf(reading(path.join(folder, 'piped')))))
    const stop = watchMemory()
    times.upload.push(await timed(() => upload(round, sha256)))
    grown = Math.max(grown, stop())
  }
  await rm(path.join(folder, 'piped'))
  await rm(process.env.STET_DATA, { recursive: true })
  const [uploading, piping] = [median(times.upload), median(times.pipe)]
  line(
    `An upload of ${MEGABYTES} MiB: ${uploading.toFixed(0)} ms, a bare pipe to the same disk: ${piping.toFixed(0)} ms; hashing it again from the disk would take ${median(times.hashing).toFixed(0)} ms (medians)`,
  )
  ratio('Speed of an upload against a bare pipe', piping / uploading, { least: 0.5 })
  ratio('MiB that the process grew by during an upload', grown, { most: 64 })
}

async function pipe(file: string, round: number): Promise<void> {
  await pipeline(Readable.from(content(round)), createWriteStream(file, { flush: true }))
}

async function upload(round: number, sha256: string): Promise<void> {
  const by = { newsroomId: 'bench', userId: 'ada' }
  const announced = { name: 'hearing.mp4', mediaType: 'video/mp4', bytes: BYTES }
  const { id } = await beginUpload(by, announced, () => {})
  for (let offset = 0; offset < BYTES; offset += PIECE) {
    const stream = Readable.from(content(round, offset, Math.min(BYTES, offset + PIECE)))
    await appendUpload(by, id, { offset, stream })
  }
  await finishUpload(by, id, { sha256, store: openStore() })
}

/** Chunks of which no two are the same, nor those of two rounds: the store would keep them once. */
function* content(round: number, from = 0, to = BYTES): Generator<Buffer> {
  for (let at = from; at < to; at += CHUNK) {
    const chunk = Buffer.alloc(CHUNK, 'words ')
    chunk.writeDoubleLE(round * BYTES + at, 0)
    yield chunk
  }
}

async function hashOf(stream: Readable): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(stream, hash)
  return hash.digest('hex')
}

const reading = (file: string) => createReadStream(file, { highWaterMark: 1024 * 1024 })

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** Looks at this process's resident memory until it is stopped, and tells by how many MiB it grew at most. */
function watchMemory(): () => number {
  const before = process.memoryUsage.rss()
  let most = before
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss())
  }
  const watching = setInterval(look, 10)
  return () => {
    clearInterval(watching)
    look()
    return (most - before) / 1024 / 1024
  }
}
