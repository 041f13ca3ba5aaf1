import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAuditEntries } from '@/lib/db/audit/log'
import { db, disconnect } from '@/lib/db/client'
import { insertJob } from '@/lib/db/jobs/jobs'
import { checkChain } from '@/lib/domain/audit/hash-chain'
import { folderStore } from '@/lib/evidence/files/folder-store'
import { withClient } from '@/lib/server/postgres/access'
import {
  databaseUrls,
  isolatedDatabase,
  makeEmptyDatabase,
  use,
} from '@/lib/testing/database/isolated-database'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { backUp } from './back-up'
import { restore } from './restore'
import { copied, listTables } from './tables'

beforeAll(isolatedDatabase)

const folder = mkdtempSync(path.join(tmpdir(), 'stet-backup-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => path.join(folder, name)

test('all rows and kept files come back as they were, and the log is whole', async () => {
  const { ada, store, sha256 } = await aDesk()
  const job = await insertJob(ada, { kind: 'keep_page', about: 'A page' })
  const before = await rowsIn(databaseUrls().owner)
  const manifest = await backUp({ owner: databaseUrls().owner, store, to: at('whole.tar.gz') })
  expect(manifest.missing).toEqual([])
  expect(statSync(at('whole.tar.gz')).mode & 0o777).toBe(0o600)
  const listed = execFileSync('tar', ['-tzf', at('whole.tar.gz')], { encoding: 'utf8' })
  expect(listed).toContain('manifest.json')
  expect(listed).toContain(`files/${ada.newsroomId}/${sha256}`)

  const place = await aPlace('whole')
  await restore({ ...place, from: at('whole.tar.gz') })
  expect(await rowsIn(place.urls.owner)).toEqual(before)
  const kept = await place.store.read({ newsroomId: ada.newsroomId, sha256, bytes: BYTES.length })
  expect(await digest(kept)).toBe(sha256)
  await withClient(place.urls.owner, async (client) => {
    const { rows } = await client.query('SELECT key FROM graphile_worker.jobs')
    expect(rows).toEqual([{ key: job }])
    // What protects the record protects it again.
    await expect(client.query('DELETE FROM "AuditEvent"')).rejects.toThrow()
  })
  await elsewhere(place.urls, async () => {
    const entries = await listAuditEntries(ada)
    const head = manifest.heads.find(({ newsroomId }) => newsroomId === ada.newsroomId)
    expect(checkChain(entries, { seq: head?.seq ?? -1, hash: head?.hash ?? '' }).whole).toBe(true)
  })
})

test('a backup taken while people work holds one moment, and nothing half done', async () => {
  const { newsroom, ada, store, article } = await aDesk()
  let working = true
  const work = (async () => {
    for (const words of WORDS) if (working) await newsroom.claim({ ...article, by: ada }, words)
  })()
  const { heads } = await backUp({ owner: databaseUrls().owner, store, to: at('moment.tar.gz') })
  working = false
  await work

  const place = await aPlace('moment')
  await restore({ ...place, from: at('moment.tar.gz') })
  await elsewhere(place.urls, async () => {
    const entries = await listAuditEntries(ada)
    const head = heads.find(({ newsroomId }) => newsroomId === ada.newsroomId)
    expect(checkChain(entries, { seq: head?.seq ?? -1, hash: head?.hash ?? '' }).whole).toBe(true)
    const marked = entries.filter(({ type }) => type === 'claim.marked').length
    expect(await db().claim.count({ where: { article: { newsroomId: ada.newsroomId } } })).toBe(
      marked,
    )
  })
})

describe('refused before anything is touched:', () => {
  test('a backup that is cut anywhere, or altered by one bit', async () => {
    const { store } = await aDesk()
    await backUp({ owner: databaseUrls().owner, store, to: at('good.tar.gz') })
    const good = readFileSync(at('good.tar.gz'))
    const place = await aPlace('untouched')
    const spoilt = [
      ...Array.from({ length: 12 }, (_, n) => good.subarray(0, Math.floor((good.length * n) / 12))),
      good.subarray(0, -1),
      ...[0.2, 0.5, 0.9].map((part) => {
        const bytes = Buffer.from(good)
        const where = Math.floor(bytes.length * part)
        bytes[where] = (bytes[where] ?? 0) ^ 1
        return bytes
      }),
    ]
    for (const bytes of spoilt) {
      writeFileSync(at('spoilt.tar.gz'), bytes)
      await expect(restore({ ...place, from: at('spoilt.tar.gz') })).rejects.toMatchObject({
        reason: 'invalid',
      })
    }
    expect(await tablesOf(place.urls.owner)).toBe(0)
    expect(readdirSync(place.folder)).toEqual([])
  })

  test('a place that holds a newsroom', async () => {
    const { store } = await aDesk()
    await backUp({ owner: databaseUrls().owner, store, to: at('again.tar.gz') })
    const before = await rowsIn(databaseUrls().owner)
    const again = restore({ urls: databaseUrls(), store, from: at('again.tar.gz') })
    await expect(again).rejects.toMatchObject({ reason: 'conflict' })
    expect(await rowsIn(databaseUrls().owner)).toEqual(before)
  })

  test('a file that is no backup, and one that is not there', async () => {
    const place = await aPlace('none')
    writeFileSync(at('none.tar.gz'), 'a letter')
    await expect(restore({ ...place, from: at('none.tar.gz') })).rejects.toThrow('no whole backup')
    await expect(restore({ ...place, from: at('nowhere') })).rejects.toThrow('There is no backup')
  })
})

test('an encrypted one is opened by its key alone', async () => {
  const { store } = await aDesk()
  const [identity, other] = [await generateIdentity(), await generateIdentity()]
  const recipients = [await identityToRecipient(identity)]
  await backUp({ owner: databaseUrls().owner, store, to: at('sealed.age'), recipients })
  expect(readFileSync(at('sealed.age')).includes('manifest.json')).toBe(false)
  const place = await aPlace('sealed')
  const from = at('sealed.age')
  await expect(restore({ ...place, from })).rejects.toThrow('is encrypted')
  await expect(restore({ ...place, from, identity: other })).rejects.toThrow('does not open')
  await restore({ ...place, from, identity: `# made today\n${identity}\n` })
  expect(await rowsIn(place.urls.owner)).toEqual(await rowsIn(databaseUrls().owner))
})

test('a kept file that is gone or altered is named, and hinders nothing', async () => {
  const { ada, store, sha256, files } = await aDesk()
  const [file = ''] = readdirSync(files, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith(sha256),
  )
  writeFileSync(
    path.join(files, file),
    BYTES.map((byte) => byte ^ 1),
  )
  const altered = await backUp({ owner: databaseUrls().owner, store, to: at('altered.tar.gz') })
  rmSync(path.join(files, file))
  const gone = await backUp({ owner: databaseUrls().owner, store, to: at('gone.tar.gz') })
  for (const { missing } of [altered, gone]) {
    expect(missing).toContainEqual({ newsroomId: ada.newsroomId, sha256, bytes: BYTES.length })
  }
  const place = await aPlace('altered')
  await restore({ ...place, from: at('altered.tar.gz') })
  expect(await place.store.has({ newsroomId: ada.newsroomId, sha256 })).toBe(false)
})

test('where Stet never ran there is nothing to back up, and no file is left', async () => {
  const { urls, store } = await aPlace('empty')
  const taken = backUp({ owner: urls.owner, store, to: at('empty.tar.gz') })
  await expect(taken).rejects.toMatchObject({ reason: 'not-found' })
  expect(readdirSync(folder).filter((name) => name.startsWith('empty'))).toEqual([])
})

test('what cannot be finished leaves no file behind', async () => {
  const { store } = await aDesk()
  const broken = { ...store, read: () => Promise.reject(new Error('the disk is gone')) }
  const taken = backUp({ owner: databaseUrls().owner, store: broken, to: at('half.tar.gz') })
  await expect(taken).rejects.toThrow('the disk is gone')
  expect(readdirSync(folder).filter((name) => name.startsWith('half'))).toEqual([])
})

const BYTES = randomBytes(300_000)
const WORDS = ['opened in 1932', 'four million crowns', 'the first in the country']

async function aDesk() {
  const newsroom = await aNewsroom()
  const ada = await newsroom.member('admin')
  const article = await newsroom.article({ by: ada })
  const files = mkdtempSync(path.join(folder, 'files-'))
  const store = folderStore(files)
  const { sha256, bytes } = await store.put(Readable.from([BYTES]), ada)
  await db().$executeRaw`
    INSERT INTO "StoredFile" ("newsroomId", sha256, bytes) VALUES (${ada.newsroomId}, ${sha256}, ${bytes})`
  return { newsroom, ada, article, store, sha256, files }
}

async function aPlace(name: string) {
  const made = await makeEmptyDatabase(`stet-backup-${name}-${crypto.randomUUID()}`)
  const own = mkdtempSync(path.join(folder, 'place-'))
  return { urls: { app: made.app, owner: made.owner }, store: folderStore(own), folder: own }
}

/** Every row of every table, as COPY writes it, in an order of its own. */
async function rowsIn(owner: string) {
  return withClient(owner, async (client) => {
    const all: Record<string, string[]> = {}
    for (const table of await listTables(client)) {
      const { rows } = await client.query<{ row: string }>(
        `SELECT kept::text AS row FROM (SELECT ${copied(client, table).replace(/^[^(]*\(|\)$/g, '')}
         FROM public.${client.escapeIdentifier(table.name)}) kept ORDER BY 1`,
      )
      all[table.name] = rows.map(({ row }) => row)
    }
    return all
  })
}

async function tablesOf(owner: string): Promise<number> {
  return withClient(owner, async (client) => (await listTables(client)).length)
}

async function elsewhere(urls: ReturnType<typeof databaseUrls>, work: () => Promise<void>) {
  const here = databaseUrls()
  await disconnect()
  use(urls)
  try {
    await work()
  } finally {
    await disconnect()
    use(here)
  }
}

async function digest(stream: Readable): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of stream) hash.update(chunk)
  return hash.digest('hex')
}
