import { describe, expect } from 'vitest'
import { editArticle } from '@/lib/commands/articles/articles'
import { setRole } from '@/lib/commands/newsroom/members'
import { keepBundle } from '@/lib/commands/report/keep-bundle'
import type { Actor } from '@/lib/domain/policy'
import { hearsCheck } from '@/lib/domain/policy'
import { test } from '@/lib/testing/database/rollback'
import { again, aNewsroom, type TestArticle } from '@/lib/testing/fixtures/newsroom'
import { findChainHead } from '../audit/log'
import { db } from '../client'
import { findBundle, listBundles } from './bundles'

describe('a bundle is for whoever had it made', () => {
  test('and for nobody else, of whatever role', async () => {
    const { newsroom, ines, tom, article, bundle } = await aDesk()
    const jobId = await bundle(tom)
    expect(await found(tom, article, jobId)).toBe(true)
    expect(await found(ines, article, jobId)).toBe(false)
    expect(await found(await newsroom.member('admin'), article, jobId)).toBe(false)
    const elsewhere = await (await aNewsroom()).member('admin')
    expect(await found(elsewhere, article, jobId)).toBe(false)
  })

  test('in its own article alone', async () => {
    const { newsroom, ines, article, bundle } = await aDesk()
    const other = await newsroom.article({ by: ines, headline: 'Another' })
    const jobId = await bundle(ines)
    expect(await found(ines, other, jobId)).toBe(false)
    expect(await found(ines, article, jobId)).toBe(true)
  })

  test('as long as they have the role in which they had it made', async () => {
    const { newsroom, ines, article, bundle } = await aDesk()
    const ada = await newsroom.member('admin', 'Ada')
    const jobId = await bundle(ines)
    const as = async (role: string) => {
      await setRole(ada, { userId: ines.userId, role })
      return found(await again(ines), article, jobId)
    }
    expect(await as('auditor')).toBe(false)
    expect(await as('editor')).toBe(true)
  })

  test('as long as they hear in the article what they heard then', async () => {
    const { ines, tom, article, bundle } = await aDesk()
    const jobId = await bundle(tom)
    const { articleId } = article
    const parts = { checkerIds: [], writerIds: [tom.userId] }
    await editArticle(ines, { articleId, headline: 'The bridge', version: 1, ...parts })
    expect(await found(await again(tom), article, jobId)).toBe(false)
  })
})

test('an old bundle says that the article changed since, and a newer bundle is no change', async () => {
  const { ines, tom, article, bundle } = await aDesk()
  await bundle(ines)
  await bundle(ines)
  const changed = async () =>
    (await listBundles(ines, { id: article.articleId, writerIds: [], checkerIds: [] })).map(
      ({ changedSince }) => changedSince,
    )
  expect(await changed()).toEqual([false, false])
  await editArticle(ines, {
    ...{ articleId: article.articleId, headline: 'The old bridge', version: 1 },
    checkerIds: [tom.userId],
  })
  await bundle(ines)
  expect(await changed()).toEqual([false, true, true])
})

test('one whose bytes were let go is neither listed nor there', async () => {
  const { ines, article, bundle } = await aDesk()
  const jobs = []
  for (let count = 0; count < 4; count++) jobs.push(await bundle(ines))
  const about = { id: article.articleId, writerIds: [], checkerIds: [] }
  const listed = (await listBundles(ines, about)).map(({ jobId }) => jobId)
  expect(listed).toEqual(jobs.slice(1).reverse())
  expect(await found(ines, article, jobs[0] ?? '')).toBe(false)
  expect(await found(ines, article, jobs[1] ?? '')).toBe(true)
})

async function aDesk() {
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor', 'Ines')
  const tom = await newsroom.member('checker', 'Tom')
  const article = await newsroom.article({ by: ines, checkers: [tom] })
  let made = 0

  /** As the job puts it on record. */
  async function bundle(actor: Actor): Promise<string> {
    const { seq: entries } = await findChainHead(actor)
    const facts = { writerIds: [], checkerIds: [tom.userId] }
    const { letGo: _, ...output } = await keepBundle(actor, {
      articleId: article.articleId,
      leftOut: [],
      made: {
        ...{ sha256: String(++made).padStart(64, '0'), bytes: 9, name: 'a.zip', revision: 1 },
        ...{ entries, hasLog: true, leftOut: [], role: actor.role },
        heardCheck: hearsCheck(actor, facts),
      },
    })
    const { newsroomId, userId } = actor
    const job = {
      kind: 'make_bundle',
      state: 'done',
      askedAt: new Date(Date.now() + made),
    } as const
    const { id } = await db().job.create({
      data: { ...job, newsroomId, askedById: userId, articleId: article.articleId, output },
      select: { id: true },
    })
    return id
  }
  return { newsroom, ines, tom, article, bundle }
}

async function found(actor: Actor | null, { slug }: TestArticle, jobId: string): Promise<boolean> {
  return actor !== null && (await findBundle(actor, { slug, jobId })) !== null
}
