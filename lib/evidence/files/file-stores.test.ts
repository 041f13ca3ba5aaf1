import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDataFolder, sha256 } from '@/lib/testing/evidence/data-folder'
import { filesUnder } from '@/lib/testing/evidence/files-under'
import { startS3 } from '@/lib/testing/evidence/s3-server'
import type { FileStore } from './file-store'
import { FileProblem, type KeptFile } from './kept-file'
import { openStore } from './open-store'
import { readVerified } from './read-verified'
import { verifyFiles } from './verify-files'

const data = aDataFolder()
const bucket = mkdtempSync(path.join(tmpdir(), 'stet-bucket-'))
const s3: { stop?: () => Promise<void>; env?: NodeJS.ProcessEnv } = {}

beforeAll(async () => {
  Object.assign(s3, await startS3(bucket))
})
afterAll(async () => {
  await s3.stop?.()
  rmSync(bucket, { recursive: true, force: true })
})

const whose = { newsroomId: 'herald' }
const HOUR_LATER = new Date(Date.now() + 3 * 3_600_000)

describe.each([
  ['a folder', () => openStore(process.env)],
  ['a store that speaks S3', () => openStore({ ...process.env, ...s3.env })],
])('in %s', (_name, open) => {
  test('a file is read as it was put, whole and in part', async () => {
    const store = open()
    const kept = await put(store, 'the minutes of the meeting')
    expect(kept).toEqual({
      ...whose,
      sha256: sha256('the minutes of the meeting'),
      bytes: 26,
    })
    expect(await text(store.read(kept))).toBe('the minutes of the meeting')
    expect(await text(store.read(kept, { start: 4, end: 10 }))).toBe('minutes')
    expect(await text(readVerified(store, kept))).toBe('the minutes of the meeting')
    await expect(store.read(kept, { start: 4, end: 26 })).rejects.toThrow('outside of the file')
  })

  test('a file of several parts arrives whole', async () => {
    const store = open()
    const bytes = Buffer.alloc(40 * 1024 * 1024 + 7, 'a recording of the hearing ')
    const kept = await store.put(Readable.from(pieces(bytes)), whose)
    expect(kept.sha256).toBe(sha256(bytes))
    expect((await buffer(await readVerified(store, kept))).equals(bytes)).toBe(true)
    expect(await text(store.read(kept, { start: bytes.length - 4, end: bytes.length - 1 }))).toBe(
      bytes.subarray(-4).toString(),
    )
    await store.remove(kept)
  })

  test('two people who keep the same file at once keep one', async () => {
    const store = open()
    const both = await Promise.all([put(store, 'one release'), put(store, 'one release')])
    expect(both[0]).toEqual(both[1])
    const listed = (await all(store.list('herald'))).filter(({ bytes }) => bytes === 11)
    expect(listed).toHaveLength(1)
  })

  test('what another newsroom kept is not there', async () => {
    const store = open()
    const kept = await put(store, 'notes of the Herald')
    const other = { ...kept, newsroomId: 'courier' }
    expect([await store.has(kept), await store.has(other)]).toEqual([true, false])
    await expect(store.read(other)).rejects.toThrow('The kept file is gone')
    expect(await all(store.list('courier'))).toEqual([])
  })

  test('a stream that breaks off leaves nothing', async () => {
    const store = open()
    const before = [...filesUnder(data), ...filesUnder(bucket)]
    const broken = Readable.from(breaking())
    await expect(store.put(broken, whose)).rejects.toThrow('the line went dead')
    expect([...filesUnder(data), ...filesUnder(bucket)]).toEqual(before)
  })

  test('a removed file is gone, and removing it again is no error', async () => {
    const store = open()
    const kept = await put(store, 'withdrawn')
    await store.remove(kept)
    await store.remove(kept)
    expect(await store.has(kept)).toBe(false)
    await expect(store.read(kept)).rejects.toBeInstanceOf(FileProblem)
  })

  test.each([
    ['../herald', sha256('')],
    ['herald', '../../etc/passwd'],
    ['herald', sha256('').toUpperCase()],
  ])('%s / %s names no file', async (newsroomId, name) => {
    await expect(
      (async () => open().read({ newsroomId, sha256: name, bytes: 1 }))(),
    ).rejects.toThrow(/^not /)
  })

  test('the check names what is gone and what no row names', async () => {
    const store = open()
    for (const one of await all(store.list())) await store.remove(one)
    const [fine, lost, stray] = [
      await put(store, 'fine'),
      await put(store, 'lost'),
      await put(store, 'stray'),
    ]
    await store.remove(lost)
    expect(await all(verifyFiles(store, rows(fine, lost), { now: HOUR_LATER }))).toEqual([
      { problem: 'gone', file: lost },
      { problem: 'unclaimed', file: stray },
    ])
    const atOnce = await all(verifyFiles(store, rows(fine)))
    expect(atOnce).toEqual([])
  })
})

const put = (store: FileStore, words: string) =>
  store.put(Readable.from([Buffer.from(words)]), whose)

async function text(reading: Promise<Readable>): Promise<string> {
  return (await buffer(await reading)).toString()
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

async function* rows(...files: KeptFile[]) {
  yield* files
}

async function* breaking() {
  yield Buffer.from('the first half')
  throw new Error('the line went dead')
}

function* pieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}
