import { describe, expect, test } from 'vitest'
import { bringArticle } from '@/lib/commands/articles/articles'
import { markClaim } from '@/lib/commands/claims/claims'
import { giveVerdict, waiveSecondary } from '@/lib/commands/claims/verdicts'
import { addSource } from '@/lib/commands/sources/sources'
import { checkChain } from '@/lib/domain/audit/hash-chain'
import { withClient } from '@/lib/server/postgres/access'
import { databaseUrls } from '@/lib/testing/database/isolated-database'
import * as undone from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { db } from '../client'
import { findChainHead, isRecordGuarded, listAuditEntries, listAuditPages } from './log'
import { listEvents } from './log-events'

test('fifty commands that arrive together leave one unbroken chain', async () => {
  const newsroom = await aNewsroom()
  const editors = [await newsroom.member('editor', 'Ines'), await newsroom.member('admin', 'Ada')]
  const [ines] = editors
  if (!ines) throw new Error('no editor')
  const { articleId } = await newsroom.article({ by: ines })

  await Promise.all(
    Array.from({ length: 50 }, async (_, n) => {
      const actor = editors[n % 2] ?? ines
      if (n % 3 === 0) return addSource(actor, { kind: 'book', title: `Volume ${n}` })
      return markClaim(actor, { articleId, revision: 1, start: n, end: n + 20, type: 'event' })
    }),
  )

  const entries = await listAuditEntries(ines)
  expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 51 }, (_, n) => n + 1))
  expect(checkChain(entries, await findChainHead(ines))).toMatchObject({
    whole: true,
    entries: 51,
  })
  const numbers = await db().claim.findMany({ where: { articleId }, orderBy: { number: 'asc' } })
  expect(numbers.map(({ number }) => number)).toEqual(Array.from({ length: 33 }, (_, n) => n + 1))
  expect(await db().article.findUnique({ where: { id: articleId } })).toMatchObject({
    claimCount: 33,
  })
})

test('newsrooms do not wait for each other, and each has its own chain', async () => {
  const chains = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const by = await (await aNewsroom()).member('editor')
      for (const headline of ['One', 'Two']) {
        await bringArticle(by, { headline, blocks: [{ kind: 'paragraph', text: 'Words.' }] })
      }
      return checkChain(await listAuditEntries(by), await findChainHead(by))
    }),
  )
  for (const chain of chains) expect(chain).toMatchObject({ whole: true, entries: 2 })
})

test('an entry that the owner of the database changed, with the triggers switched off, is found', async () => {
  const newsroom = await aNewsroom()
  const by = await newsroom.member('editor')
  await newsroom.article({ by })
  await newsroom.article({ by })
  await withClient(databaseUrls().owner, async (client) => {
    await client.query('SET session_replication_role = replica')
    await client.query(
      `UPDATE "AuditEvent" SET "actorId" = 'somebody else' WHERE "newsroomId" = $1 AND seq = 1`,
      [by.newsroomId],
    )
  })
  expect(checkChain(await listAuditEntries(by), await findChainHead(by))).toMatchObject({
    whole: false,
    brokenAt: 1,
  })
})

undone.test('a log in pages is the log up to an entry, and of one newsroom', async () => {
  const newsroom = await aNewsroom()
  const by = await newsroom.member('editor')
  for (const headline of ['One', 'Two', 'Three']) await newsroom.article({ by, headline })
  const whole = await listAuditEntries(by)
  expect(await pagesOf(listAuditPages(by, 2))).toEqual([whole.slice(0, 2)])
  expect(await pagesOf(listAuditPages(by, 3))).toEqual([whole])
  expect(await pagesOf(listAuditPages(by, 0))).toEqual([])
  const stranger = await (await aNewsroom()).member('admin')
  expect((await pagesOf(listAuditPages(stranger, 3))).flat()).toEqual([])
})

undone.test('the app that is tested cannot change the record', async () => {
  expect(await isRecordGuarded(await (await aNewsroom()).member('admin'))).toBe(true)
})

undone.test('nobody reads another newsroom’s log', async () => {
  const ours = await aNewsroom()
  const theirs = await aNewsroom()
  const by = await theirs.member('editor')
  const { articleId } = await theirs.article({ by })
  const admin = await ours.member('admin')
  expect(await listAuditEntries(admin)).toEqual([])
  expect(await listEvents(admin, { articleId })).toEqual([])
})

describe('what was recorded, concluded or printed is neither changed nor removed:', () => {
  undone.testEach(
    ['AuditEvent', 'Verdict', 'Revision', 'SecondaryWaiver'],
    (table) => `${table}, by an update`,
    async (table) => {
      const { id, column } = await aRowOf(table)
      const change = `UPDATE "${table}" SET "${column}" = "${column}" WHERE "${column}" = '${id}'`
      await expect(db().$executeRawUnsafe(change)).rejects.toThrow('permission denied')
    },
  )

  undone.testEach(
    ['AuditEvent', 'Verdict', 'Revision', 'SecondaryWaiver'],
    (table) => `${table}, by a delete`,
    async (table) => {
      const { id, column } = await aRowOf(table)
      const removal = `DELETE FROM "${table}" WHERE "${column}" = '${id}'`
      await expect(db().$executeRawUnsafe(removal)).rejects.toThrow('permission denied')
    },
  )

  undone.testEach(
    ['AuditEvent', 'Verdict', 'Revision', 'SecondaryWaiver'],
    (table) => `${table}, by emptying it`,
    async (table) => {
      await aRowOf(table)
      await expect(db().$executeRawUnsafe(`TRUNCATE "${table}" CASCADE`)).rejects.toThrow(
        'permission denied',
      )
    },
  )
})

/** A real row of each of these, made by the commands, and the column that finds it. */
async function aRowOf(table: string): Promise<{ id: string; column: string }> {
  const newsroom = await aNewsroom()
  const by = await newsroom.member('editor')
  const article = await newsroom.article({ by })
  const { claimId } = await newsroom.claim(article, 'in 1932')
  await giveVerdict(by, { claimId, verdict: 'disputed', rationale: 'Two ledgers.' })
  await waiveSecondary(by, { claimId, reason: 'They were there.' })
  if (table === 'AuditEvent') return { id: by.newsroomId, column: 'newsroomId' }
  if (table === 'Revision') return { id: article.articleId, column: 'articleId' }
  return { id: claimId, column: 'claimId' }
}

async function pagesOf<Page>(pages: AsyncIterable<Page>): Promise<Page[]> {
  const all: Page[] = []
  for await (const page of pages) all.push(page)
  return all
}
