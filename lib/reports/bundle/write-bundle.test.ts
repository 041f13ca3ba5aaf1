import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable, Writable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { bundleAt, LEDGER, LEDGER_HASH, making } from '@/lib/testing/fixtures/sample-bundle'
import { BUNDLE, capturePath, timeStampPath } from './layout'
import { type BundleEntry, writeBundle } from './write-bundle'

const folder = mkdtempSync(path.join(tmpdir(), 'stet-write-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string) => path.join(folder, name)

const article = { path: BUNDLE.article, content: Buffer.from('Twelve ships.\n') }

test('the same entries at the same time give the same bytes, in every time zone', async () => {
  const before = process.env.TZ
  const hashes = new Set<string>()
  for (const zone of ['UTC', 'Asia/Kolkata', 'America/St_Johns']) {
    process.env.TZ = zone
    await bundleAt(file('zone.zip'), of(article))
    hashes.add(
      createHash('sha256')
        .update(readFileSync(file('zone.zip')))
        .digest('hex'),
    )
  }
  if (before === undefined) delete process.env.TZ
  else process.env.TZ = before
  expect(hashes.size).toBe(1)
})

test('it is a bag, with names in UTF-8 and its size in bag-info.txt', async () => {
  const name = 'Hafenbuch „Süd“ 100 %.pdf'
  const done: unknown[] = []
  const onProgress = (step: object) => done.push(step)
  const given = of(article, { path: capturePath(LEDGER_HASH, name), content: LEDGER })
  const bytes = article.content.length + LEDGER.length
  expect(await bundleAt(file('bag.zip'), given, { onProgress })).toEqual({ files: 2, bytes })
  expect(done.at(-1)).toEqual({ files: 2, bytes })
  const zip = readFileSync(file('bag.zip')).toString()
  expect(zip).toContain('harbour-r3-evidence/bagit.txt')
  expect(zip).toContain('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
  expect(zip).toContain(`Payload-Oxum: ${bytes}.2\n`)
  expect(zip).toContain(
    `${LEDGER_HASH}  data/captures/${LEDGER_HASH}/Hafenbuch „Süd“ 100 %25.pdf\n`,
  )
  expect(zip).toContain(`harbour-r3-evidence/data/captures/${LEDGER_HASH}/${name}`)
})

test('README.txt says what has to be known of this one, asked for at the end', async () => {
  let leftOut = 'nothing'
  async function* entries() {
    yield article
    leftOut = 'the ledger, which is gone'
  }
  const notes = () => [`Left out: ${leftOut}. ${'Much is to be said of it. '.repeat(9)}`]
  await bundleAt(file('notes.zip'), entries(), { notes })
  const zip = readFileSync(file('notes.zip')).toString()
  const [readMe = ''] = /EVIDENCE BUNDLE[\s\S]*?WHAT IS IN IT/.exec(zip) ?? []
  expect(readMe).toContain('Left out: the ledger, which is gone.')
  expect(Math.max(...readMe.split('\n').map((line) => line.length))).toBeLessThan(120)
})

test('another program unpacks it', async () => {
  const python = promisify(execFile)('python3', ['-m', 'zipfile', '-t', file('bag.zip')])
  const tested = await python.catch((error) => error)
  if (tested.code !== 'ENOENT') expect(tested.stdout).toContain('Done testing')
})

describe('what cannot be put in is refused, and nothing is left half done:', () => {
  test('a file that was altered since it was kept', async () => {
    const altered = Buffer.from(LEDGER)
    altered[9] = 0
    const content = Readable.from([altered])
    const entry = { path: capturePath(LEDGER_HASH, 'page.pdf'), content, sha256: LEDGER_HASH }
    await expect(bundleAt(file('bad.zip'), of(article, entry))).rejects.toThrow(
      /page\.pdf was altered since it was kept/,
    )
  })

  test('a file that is gone', async () => {
    const content = new Readable({ read: (): void => void content.destroy(new Error('gone')) })
    const entry = { path: 'data/captures/x/y', content }
    await expect(bundleAt(file('bad.zip'), of(article, entry))).rejects.toThrow('gone')
  })

  test.each([
    'article.txt',
    'data/../article.txt',
    '/data/article.txt',
    'data//article.txt',
    'data/a\\b',
    'data/a\nb',
    'data/',
  ])('a path outside of data (%j)', async (wrong) => {
    const entry = { ...article, path: wrong }
    await expect(bundleAt(file('bad.zip'), of(entry))).rejects.toThrow('has no place in a bundle')
  })

  test('one path twice, also where only some systems take it for the same', async () => {
    const twice = of(article, { ...article, path: 'data/Article.txt' })
    await expect(bundleAt(file('bad.zip'), twice)).rejects.toThrow('put in twice')
  })

  test('onto a disk that is full', async () => {
    const full = new Writable({ write: (_chunk, _encoding, done) => done(new Error('ENOSPC')) })
    await expect(writeBundle(of(article), full, making)).rejects.toThrow('ENOSPC')
    expect(full.destroyed).toBe(true)
  })
})

test('it is cancelled at once, and lets go of what it was reading', async () => {
  const endless = Readable.from(
    (async function* () {
      for (;;) yield await delay(1, Buffer.alloc(1024))
    })(),
  )
  const cancel = new AbortController()
  const out = createWriteStream(file('cancelled.zip'))
  const made = writeBundle(of(article, { path: 'data/captures/x/y', content: endless }), out, {
    ...making,
    signal: cancel.signal,
    onProgress: ({ bytes }) => bytes > 100_000 && cancel.abort(),
  })
  await expect(made).rejects.toThrow(/abort/i)
  await delay(50)
  expect([out.destroyed, endless.destroyed]).toEqual([true, true])
})

test('a capture keeps its name as far as every system can store it', () => {
  const named = (name: string) => capturePath(LEDGER_HASH, name).split('/').slice(3).join('/')
  const long = named(`${'ß'.repeat(300)}.pdf`)
  expect(long).toMatch(/^ß{60}\.pdf$/)
  expect(named('../a/b\\c:d.pdf')).toBe('.._a_b_c_d.pdf')
  expect(named('CON.txt')).toBe('_CON.txt')
  expect(named('a\u202efdp.exe')).toBe('a_fdp.exe')
  for (const empty of ['', '..', '. .']) expect(named(empty)).toBe('capture')
  expect(timeStampPath(LEDGER_HASH)).toBe(`data/time-stamps/${LEDGER_HASH}.tsr`)
  expect(() => timeStampPath('../x')).toThrow('This is not a SHA-256')
})

async function* of(...entries: BundleEntry[]): AsyncGenerator<BundleEntry> {
  yield* entries
}
