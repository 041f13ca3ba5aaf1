import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { findReport } from '@/lib/db/report/find-report'
import { listOpenItems } from '@/lib/db/sign-off/open-items'
import { findDesk } from '@/lib/db/workspace/find-desk'
import type { Actor } from '@/lib/domain/policy'
import { aNewsroom, type Newsroom } from '@/lib/testing/fixtures/newsroom'
import { reviseArticle } from './revisions/revise'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** What takes the most to read, for its length, and how many characters of it. The words of such a text take up to five megabytes. */
const KINDS = ['a-', 'AB ', '“a” ', 'Mr. ']
const LONG = 240_000

const MEGABYTE = 1_048_576

test('what long articles took of memory comes back once they were shown', async () => {
  const newsroom = await aNewsroom()
  const by = await newsroom.member('editor', 'Ada')
  for (const kind of KINDS) await workOn(newsroom, by, kind)
  const before = held()
  for (const kind of [...KINDS, ...KINDS]) await workOn(newsroom, by, kind)
  expect((held() - before) / MEGABYTE).toBeLessThan(8)
})

/** Brings an article of so many characters in, shows its desk, its report and its gate, and revises it. */
async function workOn(newsroom: Newsroom, by: Actor, kind: string): Promise<void> {
  const text = kind.repeat(LONG / 3 / kind.length).trim()
  const blocks = Array.from({ length: 3 }, () => ({ kind: 'paragraph' as const, text }))
  const { articleId, slug } = await newsroom.article({ by, blocks })
  const last = [...blocks.slice(1), { kind: 'paragraph' as const, text: 'Hello.' }]
  await findDesk(by, { slug, claim: 0 })
  await findReport(by, slug)
  await listOpenItems(by, { id: articleId, language: 'en' })
  await reviseArticle(by, { articleId, base: 1, blocks: last })
}

/** Bytes that are in use. */
function held(): number {
  collect()
  return process.memoryUsage().heapUsed
}
