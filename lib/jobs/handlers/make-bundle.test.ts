import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import Ajv from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askSecondCheck } from '@/lib/commands/claims/second-checks'
import { giveVerdict } from '@/lib/commands/claims/verdicts'
import { askQuery } from '@/lib/commands/discussion/queries'
import { signOff } from '@/lib/commands/sign-off/sign-offs'
import { findChainHead, listAuditEntries } from '@/lib/db/audit/log'
import { findFileRoom } from '@/lib/db/captures/files'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'
import { openStore } from '@/lib/evidence/files/open-store'
import { bundleJsonSchemas } from '@/lib/reports/bundle/schemas'
import { aDataFolder } from '@/lib/testing/evidence/data-folder'
import { filesUnder } from '@/lib/testing/evidence/files-under'
import { unpackZip } from '@/lib/testing/evidence/unpack-zip'
import { acceptAll } from '@/lib/testing/fixtures/article-to-sign'
import { dated, keptFile } from '@/lib/testing/fixtures/kept-captures'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { unpack } from '@/lib/testing/fixtures/sample-bundle'
import { readPdf } from '@/lib/testing/read-pdf'
import { makeBundle } from './make-bundle'

const data = aDataFolder()
const folder = mkdtempSync(path.join(tmpdir(), 'stet-handed-over-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Desk = Awaited<ReturnType<typeof aDesk>>
type Files = Map<string, Buffer>

describe('the bundle of an article', () => {
  let desk: Desk
  let whole: Files

  beforeAll(async () => {
    desk = await aDesk()
    const items = { articleId: desk.article.articleId }
    await acceptAll(desk.ines, items)
    await signOff(desk.ines, { ...items, seen: (await findChainHead(desk.ines)).seq })
    whole = (await bundleFor(desk.ines, desk)).files
  })

  test('is whole, says the program that stands in it, with the log up to its signature', async () => {
    const { code, said } = await verified(whole)
    expect(said).toMatch(/^WHOLE\. /)
    expect(said).toMatch(/of The Desk, as they were sealed and none missing/)
    expect(said.match(/everything that stood there at the checkpoint/g)).toHaveLength(2)
    expect(said).toContain('Captures that are what their hashes say: 3.')
    expect(said.match(/Time stamp of 20/g)).toHaveLength(2)
    expect(code).toBe(0)
  })

  test('holds the report in every form, the text, and what was kept, byte for byte', () => {
    expect(text(whole, 'data/report.html')).toContain('opened in 1932')
    expect(whole.get('data/report.pdf')?.subarray(0, 5).toString()).toBe('%PDF-')
    expect(text(whole, 'data/article.txt')).toBe(desk.article.text)
    const [ledger] = [...whole].find(([name]) => name.endsWith('/ledger.pdf')) ?? []
    expect(text(whole, ledger ?? '')).toBe(LEDGER)
    expect(text(whole, 'README.txt')).toContain('It is about “The bridge” by the newsroom The Desk')
  })

  test('says of each claim what bears on it, and where what was kept stands, in its schemas’ words', () => {
    const schemas = bundleJsonSchemas()
    for (const [file, schema] of [
      ['data/claims.json', 'stet-bundle-claims-1.json'],
      ['data/evidence.json', 'stet-bundle-evidence-1.json'],
    ] as const) {
      const accepts = new Ajv({ validateFormats: false }).compile(schemas[schema] ?? {})
      accepts(JSON.parse(text(whole, file)))
      expect(accepts.errors).toBeNull()
    }
    const { evidence, captures } = JSON.parse(text(whole, 'data/evidence.json'))
    expect(evidence).toMatchObject([{ claim: 'C-001', locator: 'page 4', passage: null }])
    expect(captures).toHaveLength(2)
    for (const { parts, timeStamps } of captures) {
      for (const { path: place, sha256, bytes } of parts) {
        expect(place).toContain(sha256)
        expect(whole.get(place)).toHaveLength(bytes)
      }
      for (const { path: place } of timeStamps) expect(whole.has(place)).toBe(true)
    }
    expect(JSON.parse(text(whole, 'data/claims.json')).claims[0].number).toBe('C-001')
  })

  test.each<[string, (files: Files) => void, RegExp]>([
    [
      'a bit of a capture',
      (files) => flip(files, named(files, /captures\/.*ledger\.pdf$/)),
      /✗ data\/captures\/.*ledger\.pdf was altered/,
    ],
    [
      'a missing capture',
      (files) => void files.delete(named(files, /captures\/.*\.txt$/)),
      /✗ data\/captures\/.*\.txt is missing/,
    ],
    [
      'an extra file',
      (files) => void files.set('data/captures/new.pdf', Buffer.from('x')),
      /new\.pdf is an extra file/,
    ],
    [
      'a cut log',
      (files) => {
        const lines = text(files, 'data/log.jsonl').split(/(?<=\n)/)
        files.set('data/log.jsonl', Buffer.from(lines.slice(0, -1).join('')))
      },
      /The log: BROKEN.*ends after entry/,
    ],
    [
      'an altered time stamp',
      (files) => flip(files, named(files, /\.tsr$/)),
      /✗ data\/time-stamps\/.*\.tsr was altered/,
    ],
  ])('%s is named', async (_what, change, why) => {
    const changed = new Map(whole)
    change(changed)
    const { code, said } = await verified(changed)
    expect(said).toMatch(/^BROKEN\. /)
    expect(said).toMatch(why)
    expect(code).toBe(1)
  })

  test('is on record as a kept file, with an event that names its hash', async () => {
    const { made } = await bundleFor(desk.ines, desk)
    const last = (await listAuditEntries(desk.ines)).at(-1)
    const { sha256, bytes } = made
    const { articleId } = desk.article
    expect(last).toMatchObject({
      type: 'bundle.made',
      articleId,
      data: { sha256, bytes, revision: 1 },
    })
    const row = { newsroomId: desk.ines.newsroomId, sha256 }
    expect(await db().bundleFile.findFirst({ where: row })).toMatchObject({ bytes: BigInt(bytes) })
    expect(made).toMatchObject({ name: 'the-bridge-r1-evidence.zip', hasLog: true, leftOut: [] })
  })
})

test('kept files that are gone or altered are left out, and named in it and to whoever asked', async () => {
  const desk = await aDesk()
  const { newsroomId } = desk.ines
  const place = (sha256: string) => path.join(data, 'files', newsroomId, sha256.slice(0, 2), sha256)
  unlinkSync(place(desk.ledger.sha256))
  chmodSync(place(desk.letter.sha256), 0o600)
  writeFileSync(place(desk.letter.sha256), LETTER.replace('four', 'five'))

  const { made, files } = await bundleFor(desk.ines, desk)
  expect(made.leftOut).toEqual([
    expect.stringMatching(/^letter\.eml, kept of .* it is not what was kept any more/),
    expect.stringMatching(/^ledger\.pdf, kept of .* it is gone/),
  ])
  expect(oneLine(text(files, 'README.txt'))).toContain(oneLine(made.leftOut[0] ?? ''))
  const { captures } = JSON.parse(text(files, 'data/evidence.json'))
  expect(captures.flatMap(({ parts }: { parts: object[] }) => parts)).toMatchObject([
    { name: 'letter.eml', path: null, problem: 'altered' },
    { name: 'ledger.pdf', path: null, problem: 'gone' },
    { name: 'ledger.pdf.txt', problem: null },
  ])
  expect(await verified(files)).toMatchObject({ code: 0 })
  const last = (await listAuditEntries(desk.ines)).at(-1)
  expect(last?.data).toMatchObject({ leftOut: [desk.letter.sha256, desk.ledger.sha256] })
})

test('a bundle holds nothing that its maker may not see, and the editor’s holds it', async () => {
  const desk = await aDesk()
  const { articleId, claim, tom, ines, lena } = desk
  await askSecondCheck(ines, claim)
  await giveVerdict(tom, { ...claim, verdict: 'disputed', rationale: HIDDEN_FROM_SECOND })
  const asked = { articleId, revision: 1, start: 0, end: 7 }
  await askQuery(tom, { ...asked, to: 'editor', question: HIDDEN_FROM_WRITER })

  const edited = await bundleFor(ines, desk)
  const written = await bundleFor(lena, desk)
  const second = await bundleFor(desk.olu, desk)
  expect(await wordsIn(edited.files)).toContain(HIDDEN_FROM_SECOND)
  expect(await wordsIn(edited.files)).toContain(HIDDEN_FROM_WRITER)
  expect(await wordsIn(written.files)).not.toContain(HIDDEN_FROM_WRITER)
  expect(await wordsIn(second.files)).not.toContain(HIDDEN_FROM_SECOND)

  for (const { made, files } of [written, second]) {
    expect(made.hasLog).toBe(false)
    expect([...files.keys()]).not.toContain('data/log.jsonl')
    expect(oneLine(text(files, 'README.txt'))).toContain('THE LOG IS NOT IN IT. It tells of all')
    const { code, said } = await verified(files)
    expect(said).toContain('The newsroom’s log is not in it')
    expect(code).toBe(0)
  }
})

test('of one article somebody has the newest three; an older one is let go, with its room', async () => {
  const desk = await aDesk()
  const { newsroomId } = desk.ines
  const place = (sha256: string) => path.join(data, 'files', newsroomId, sha256.slice(0, 2), sha256)
  const room = async () => (await findFileRoom(desk.ines)).kept
  const before = await room()
  const others = await bundleFor(desk.tom, desk)
  const made = []
  for (let count = 0; count < 5; count++) made.push((await bundleFor(desk.ines, desk)).made)

  const there = made.map(({ sha256 }) => existsSync(place(sha256)))
  expect(there).toEqual([false, false, true, true, true])
  expect(existsSync(place(others.made.sha256))).toBe(true)
  const held = [others.made, ...made.slice(2)].reduce((sum, { bytes }) => sum + bytes, 0)
  expect(await room()).toBe(before + held)
  const last = (await listAuditEntries(desk.ines)).at(-1)
  expect(last?.data).toMatchObject({ letGo: [made[1]?.sha256] })
})

describe('nothing is left', () => {
  const stored = () => filesUnder(path.join(data, 'files')).length

  test('of a bundle that is called off', async () => {
    const desk = await aDesk()
    const before = stored()
    const { kept } = await findFileRoom(desk.ines)
    const { length } = await listAuditEntries(desk.ines)
    const cancel = new AbortController()
    const made = makeBundle(
      { id: randomUUID(), articleId: desk.articleId },
      { actor: desk.ines, report: () => cancel.abort(), signal: cancel.signal },
    )
    await expect(made).rejects.toThrow(/abort/i)
    expect(stored()).toBe(before)
    expect((await findFileRoom(desk.ines)).kept).toBe(kept)
    expect(await listAuditEntries(desk.ines)).toHaveLength(length)
  })

  test('of the second one of a job that was begun anew after it was done', async () => {
    const desk = await aDesk()
    const jobId = randomUUID()
    const first = await bundleFor(desk.ines, desk, jobId)
    const before = stored()
    expect((await bundleFor(desk.ines, desk, jobId)).made).toEqual(first.made)
    expect(stored()).toBe(before)
  })

  test('of one for which there is no room, and the room is named', async () => {
    const desk = await aDesk()
    const { kept } = await findFileRoom(desk.ines)
    await db().newsroom.update({
      where: { id: desk.ines.newsroomId },
      data: { fileQuota: BigInt(kept + 1000) },
    })
    const before = stored()
    await expect(bundleFor(desk.ines, desk)).rejects.toThrow('There is no room for this file')
    expect(stored()).toBe(before)
  })

  test('for somebody who does not see the article', async () => {
    const desk = await aDesk()
    const stranger = await desk.newsroom.member('writer')
    await expect(bundleFor(stranger, desk)).rejects.toMatchObject({ reason: 'not-found' })
    const elsewhere = await (await aNewsroom()).member('admin')
    await expect(bundleFor(elsewhere, desk)).rejects.toMatchObject({ reason: 'not-found' })
  })
})

const LEDGER = '%PDF-1.7 the harbour ledger, page 4'
const LETTER = 'Dear editor, it cost four million.'
const HIDDEN_FROM_SECOND = 'The two ledgers contradict each other flatly.'
const HIDDEN_FROM_WRITER = 'Would the mayor go to court over this?'

/** An article with a claim and its evidence, of whose source two files were kept and one was dated twice. */
async function aDesk() {
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor', 'Ines')
  const tom = await newsroom.member('checker', 'Tom')
  const olu = await newsroom.member('checker', 'Olu')
  const lena = await newsroom.member('writer', 'Lena')
  const on = { by: ines, checkers: [tom, olu], writers: [lena] }
  const article = await newsroom.article(on)
  const claim = await newsroom.claim({ ...article, by: tom }, 'opened in 1932')
  const { sourceId } = await newsroom.evidence(claim)
  const ledger = await keptFile(tom, sourceId, {
    name: 'ledger.pdf',
    content: LEDGER,
    text: 'page 4',
  })
  const letter = await keptFile(ines, sourceId, { name: 'letter.eml', content: LETTER })
  await dated(ines, ledger, 'Stamps of Record')
  await dated(ines, ledger, 'Second Stamps')
  const { articleId } = article
  return { newsroom, ines, tom, olu, lena, article, articleId, claim, ledger, letter }
}

/** The bundle as whoever asked for it gets it, unpacked by a program that is not ours. */
async function bundleFor(
  actor: Actor,
  { articleId }: Pick<Desk, 'articleId'>,
  jobId: string = randomUUID(),
) {
  const { signal } = new AbortController()
  const made = await makeBundle({ id: jobId, articleId }, { actor, report: () => {}, signal })
  const { newsroomId } = actor
  const bytes = await buffer(await openStore().read({ ...made, newsroomId }))
  const place = path.join(folder, `${made.sha256}.zip`)
  writeFileSync(place, bytes)
  return { made, files: await unpackZip(place) }
}

/** What verify.mjs says of an unpacked bundle in which it stands. */
async function verified(files: Files): Promise<{ code: number; said: string }> {
  const place = mkdtempSync(path.join(folder, 'unpacked-'))
  unpack(place, files)
  const run = promisify(execFile)(process.execPath, [path.join(place, 'verify.mjs')])
  return run.then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stdout }) => ({ code, said: stdout }),
  )
}

/** All that can be read in a bundle. */
async function wordsIn(files: Files): Promise<string> {
  const pdf = await readPdf(files.get('data/report.pdf') ?? Buffer.from(''))
  return oneLine([pdf.words, ...[...files.values()].map(String)].join('\n'))
}

function text(files: Files, name: string): string {
  return files.get(name)?.toString() ?? ''
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ')
}

function named(files: Files, name: RegExp): string {
  return [...files.keys()].find((one) => name.test(one)) ?? ''
}

function flip(files: Files, name: string): void {
  const content = Buffer.from(files.get(name) ?? [])
  content[20] = (content[20] ?? 0) ^ 1
  files.set(name, content)
}
