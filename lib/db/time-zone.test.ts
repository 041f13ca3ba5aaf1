import { beforeAll, expect, test } from 'vitest'
import { editArticle } from '@/lib/commands/articles/articles'
import { checkChain } from '@/lib/domain/audit/hash-chain'
import { withClient } from '@/lib/server/postgres/access'
import { databaseUrls, isolatedDatabase } from '@/lib/testing/database/isolated-database'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { findArticle } from './articles/articles'
import { findChainHead, listAuditEntries } from './audit/log'

beforeAll(async () => {
  const done = await isolatedDatabase()
  await asOwner(
    `ALTER DATABASE "${nameOf(databaseUrls().owner)}" SET timezone TO 'America/New_York'`,
  )
  return done
})

test('a database that lives in another time zone keeps every moment as it was', async () => {
  const newsroom = await aNewsroom()
  const by = await newsroom.member('editor')
  const before = Date.now()
  const { articleId } = await newsroom.article({ by })
  const deadline = '2030-01-02T03:04:05Z'
  await editArticle(by, { articleId, version: 1, headline: 'The bridge', deadline })

  const entries = await listAuditEntries(by)
  expect(checkChain(entries, await findChainHead(by))).toMatchObject({ whole: true, entries: 2 })
  expect(Math.abs(Date.parse(entries[0]?.at ?? '') - before)).toBeLessThan(60_000)
  expect(await findArticle(by, { id: articleId })).toMatchObject({ deadline: new Date(deadline) })
  const [stored] = await asOwner('SELECT "createdAt", deadline FROM "Article"')
  expect(Math.abs(stored?.createdAt.getTime() - before)).toBeLessThan(60_000)
  expect(stored?.deadline).toEqual(new Date(deadline))
  expect(await asOwner('SHOW timezone')).toEqual([{ TimeZone: 'America/New_York' }])
})

const asOwner = (sql: string) =>
  withClient(databaseUrls().owner, async (client) => (await client.query(sql)).rows)

const nameOf = (url: string) => new URL(url).pathname.slice(1)
