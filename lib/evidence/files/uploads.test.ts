import { execFile, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { Refusal } from '@/lib/domain/refusal'
import { aDataFolder, sha256 } from '@/lib/testing/evidence/data-folder'
import { filesUnder } from '@/lib/testing/evidence/files-under'
import type { KeptFile } from './kept-file'
import { openStore } from './open-store'
import { readVerified } from './read-verified'
import {
  appendUpload,
  beginUpload,
  cancelUpload,
  findUpload,
  finishUpload,
  sweepUploads,
  WrongOffset,
} from './uploads'
import { verifyFiles } from './verify-files'

const data = aDataFolder()
const store = openStore(process.env)
const ada = { newsroomId: 'herald', userId: 'ada' }
const ben = { newsroomId: 'herald', userId: 'ben' }
const WORDS = 'The council met on Tuesday and adjourned the vote.'

test('a file that arrives in pieces is kept whole', async () => {
  const { id } = await begin(WORDS)
  expect(await append(id, 0, WORDS.slice(0, 11))).toBe(11)
  expect(await findUpload(ada, id)).toMatchObject({ arrived: 11, name: 'minutes.txt' })
  expect(await append(id, 11, WORDS.slice(11))).toBe(WORDS.length)
  const kept = await finish(id, WORDS)
  expect(kept).toEqual({ newsroomId: 'herald', sha256: sha256(WORDS), bytes: WORDS.length })
  expect((await buffer(await readVerified(store, kept))).toString()).toBe(WORDS)
  expect(await finish(id, WORDS)).toEqual(kept)
})

test('cut at any byte, an upload goes on where it stopped', async () => {
  for (let cut = 1; cut < WORDS.length; cut++) {
    const { id } = await begin(WORDS)
    const lost = Readable.from(cutAfter(WORDS.slice(0, cut)))
    await expect(appendUpload(ada, id, { offset: 0, stream: lost })).rejects.toThrow('gone offline')
    const { arrived } = await findUpload(ada, id)
    const wrong = await append(id, arrived + 1, WORDS).catch((error) => error)
    expect(wrong).toBeInstanceOf(WrongOffset)
    expect(wrong.arrived).toBe(arrived)
    await append(id, arrived, WORDS.slice(arrived))
    expect((await finish(id, WORDS)).sha256).toBe(sha256(WORDS))
  }
})

test('a browser that comes back takes over from its own lost connection', async () => {
  const { id } = await begin(WORDS)
  const silent = new Readable({ read() {} })
  silent.push(WORDS.slice(0, 20))
  const stuck = appendUpload(ada, id, { offset: 0, stream: silent }).catch(() => 'stopped')
  await delay(50)
  expect(await append(id, 20, WORDS.slice(20))).toBe(WORDS.length)
  expect(await stuck).toBe('stopped')
  await finish(id, WORDS)
})

test('two people who send the same file at once keep one', async () => {
  const text = 'one release for two desks'
  const [mine, theirs] = [await begin(text, ada), await begin(text, ben)]
  await Promise.all([append(mine.id, 0, text), append(theirs.id, 0, text, ben)])
  const both = await Promise.all([finish(mine.id, text), finish(theirs.id, text, ben)])
  expect(both[0]).toEqual(both[1])
  expect(filesUnder(data).filter((name) => name.endsWith(sha256(text)))).toHaveLength(1)
})

test.each([
  [
    'another digest than the browser’s',
    { sha256: sha256('other words') },
    'its SHA-256 is another',
  ],
  [
    'a virus that the inspection finds',
    { inspect: async () => Promise.reject(new Refusal('invalid', 'This is a virus.')) },
    'This is a virus.',
  ],
])('%s: nothing is kept', async (_what, ending, message) => {
  const text = `words with ${message}`
  const before = filesUnder(data)
  const { id } = await begin(text)
  await append(id, 0, text)
  await expect(finishUpload(ada, id, { sha256: sha256(text), store, ...ending })).rejects.toThrow(
    message,
  )
  expect(filesUnder(data)).toEqual(before)
})

test('a store that does not answer costs nobody the upload', async () => {
  const text = 'words for a store that is down'
  const { id } = await begin(text)
  await append(id, 0, text)
  const down = openStore({
    ...process.env,
    ...{ STET_S3_ENDPOINT: 'http://127.0.0.1:9', STET_S3_BUCKET: 'b', STET_S3_REGION: 'r' },
    ...{ STET_S3_KEY: 'k', STET_S3_SECRET: 's' },
  })
  await expect(finishUpload(ada, id, { sha256: sha256(text), store: down })).rejects.toThrow(
    'cannot be reached',
  )
  expect((await finish(id, text)).bytes).toBe(text.length)
})

test('an upload is its sender’s alone', async () => {
  const { id } = await begin('private notes')
  const strangers = [ben, { ...ada, newsroomId: 'courier' }]
  for (const stranger of strangers) {
    await expect(findUpload(stranger, id)).rejects.toThrow('not known')
    await expect(append(id, 0, 'x', stranger)).rejects.toThrow('not known')
    await expect(finish(id, 'private notes', stranger)).rejects.toThrow('not known')
    await expect(cancelUpload(stranger, id)).rejects.toThrow('not known')
  }
  await expect(findUpload(ada, '../../secret')).rejects.toThrow('not known')
  await cancelUpload(ada, id)
  await expect(findUpload(ada, id)).rejects.toThrow('not known')
})

test('more than was announced is refused, and what arrived before stays', async () => {
  const { id } = await begin('ten bytes.')
  await append(id, 0, 'ten ')
  await expect(append(id, 4, 'bytes and more')).rejects.toThrow('More arrived')
  expect((await findUpload(ada, id)).arrived).toBe(4)
  await expect(finish(id, 'ten ')).rejects.toBeInstanceOf(WrongOffset)
  await cancelUpload(ada, id)
})

test.each([
  [{ name: 'empty.pdf', bytes: 0 }, 'This file is empty'],
  [{ name: '', bytes: 1 }, 'A file has a name'],
  [{ name: 'two\nlines', bytes: 1 }, 'A file has a name'],
  [{ name: 'part.pdf', bytes: 1.5 }, 'no length'],
  [{ name: 'all.mp4', bytes: 2 ** 53 - 1 }, 'is full'],
  [{ name: 'film.mp4', bytes: 5e9 }, 'A file may have 2 GB'],
])('%o is refused at the door', async (file, message) => {
  const limit = ({ name, bytes }: { name: string; bytes: number }) => {
    if (name === 'film.mp4' && bytes > 2e9) throw new Refusal('invalid', 'A file may have 2 GB.')
  }
  const before = filesUnder(data)
  await expect(beginUpload(ada, { mediaType: '', ...file }, limit)).rejects.toThrow(message)
  expect(filesUnder(data)).toEqual(before)
})

test('what was left for a day is swept, and nothing younger', async () => {
  const [old, young] = [await begin('left behind'), await begin('on its way')]
  const yesterday = new Date(Date.now() - 25 * 3_600_000)
  const folder = path.join(data, 'files', '.uploads')
  for (const end of ['json', 'part'])
    utimesSync(path.join(folder, `${old.id}.${end}`), yesterday, yesterday)
  utimesSync(path.join(folder, `${young.id}.json`), yesterday, yesterday)
  expect(await sweepUploads()).toBe(2)
  await expect(findUpload(ada, old.id)).rejects.toThrow('not known')
  expect((await findUpload(ada, young.id)).arrived).toBe(0)
})

test('an altered file is named, and reading it ends with an error', async () => {
  const text = 'the figure is 400 km'
  const kept = await keep(text)
  const file = path.join(data, 'files', 'herald', kept.sha256.slice(0, 2), kept.sha256)
  chmodSync(file, 0o600)
  writeFileSync(file, 'the figure is 500 km')
  await expect(buffer(await readVerified(store, kept))).rejects.toThrow('is not what was kept')
  expect(await findings(kept)).toEqual([{ problem: 'altered', file: kept }])
  truncateSync(file, 5)
  await expect(store.read(kept)).rejects.toThrow('is not what was kept')
  await store.remove(kept)
  expect(await findings(kept)).toEqual([{ problem: 'gone', file: kept }])
})

const mayMount = spawnSync('unshare', ['-rm', 'true']).status === 0

/** On a disk of a megabyte, which only this test's own process sees. */
test.skipIf(!mayMount)('a full disk leaves nothing half stored', async () => {
  const mounted = `mount -t tmpfs -o size=1m none "$1" && exec "$0" --import tsx "$2" "$1" "$3" "$4"`
  const disk = path.join(data, 'files')
  const { stdout } = await promisify(execFile)('unshare', [
    ...['-rm', 'sh', '-c', mounted, process.execPath, disk, FILL_DISK, '900000', '900000'],
  ])
  expect(JSON.parse(stdout)).toEqual(NOTHING_HALF_STORED)
})

/** As anybody may have it: by the system's own limit for one file, which a disk of an old kind has too. */
test('a disk that takes no file of this size leaves nothing half stored', async () => {
  const limited = 'ulimit -f 1000 && exec "$0" --import tsx "$1" "$2" "$3" "$4"'
  const disk = path.join(data, 'small', 'files')
  mkdirSync(disk, { recursive: true })
  const { stdout } = await promisify(execFile)('sh', [
    ...['-c', limited, process.execPath, FILL_DISK, disk, '100000', '1900000'],
  ])
  expect(JSON.parse(stdout)).toEqual(NOTHING_HALF_STORED)
})

test.skipIf(!existsSync('/dev/full'))(
  'a disk that is full in the middle of an upload keeps nothing of it, and says so',
  async () => {
    const { id } = await begin(WORDS)
    const part = path.join(data, 'files', '.uploads', `${id}.part`)
    rmSync(part)
    symlinkSync('/dev/full', part)
    await expect(append(id, 0, WORDS)).rejects.toThrow('is full. Nothing of this file was kept')
    expect(filesUnder(data).filter((name) => name.includes(id))).toEqual([])
    await expect(findUpload(ada, id)).rejects.toThrow('not known')
  },
)

const FILL_DISK = path.join(import.meta.dirname, '../../testing/evidence/fill-disk.ts')

const NOTHING_HALF_STORED = {
  put: expect.stringContaining('is full'),
  upload: expect.stringContaining('is full'),
  left: [],
}

const begin = (text: string, by = ada) =>
  beginUpload(by, { name: 'minutes.txt', mediaType: 'text/plain', bytes: text.length }, () => {})

const append = (id: string, offset: number, text: string, by = ada) =>
  appendUpload(by, id, { offset, stream: Readable.from([Buffer.from(text)]) })

const finish = (id: string, text: string, by = ada) =>
  finishUpload(by, id, { sha256: sha256(text), store })

async function keep(text: string): Promise<KeptFile> {
  const { id } = await begin(text)
  await append(id, 0, text)
  return finish(id, text)
}

async function findings(file: KeptFile) {
  const found = []
  for await (const one of verifyFiles(
    store,
    (async function* () {
      yield file
    })(),
  ))
    found.push(one)
  return found
}

async function* cutAfter(text: string) {
  yield Buffer.from(text)
  await delay(1)
  throw new Error('gone offline')
}
