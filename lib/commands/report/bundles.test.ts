import { expect } from 'vitest'
import { findFileRoom } from '@/lib/db/captures/files'
import { db } from '@/lib/db/client'
import { test } from '@/lib/testing/database/rollback'
import { aDataFolder } from '@/lib/testing/evidence/data-folder'
import { keptFile } from '@/lib/testing/fixtures/kept-captures'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { makeBundle } from './bundles'

aDataFolder()

test('somebody has one bundle of an article made at a time, and others have theirs', async () => {
  const { ines, tom, articleId } = await aDesk()
  await makeBundle(ines, { articleId })
  await expect(makeBundle(ines, { articleId })).rejects.toThrow('is being made for you already')
  const { jobId } = await makeBundle(tom, { articleId })
  await db().job.update({ where: { id: jobId }, data: { state: 'failed' } })
  await makeBundle(tom, { articleId })
})

test('one that has no room is refused before the work begins; a file of two captures counts once', async () => {
  const { ines, tom, articleId, sourceId } = await aDesk()
  const content = 'w'.repeat(10_000)
  await keptFile(tom, sourceId, { name: 'a.txt', content })
  await keptFile(tom, sourceId, { name: 'b.txt', content })
  const { kept } = await findFileRoom(ines)
  const allow = (more: number) =>
    db().newsroom.update({
      where: { id: ines.newsroomId },
      data: { fileQuota: BigInt(kept + more) },
    })
  await allow(9_999)
  await expect(makeBundle(ines, { articleId })).rejects.toThrow('There is no room')
  await allow(10_000)
  await makeBundle(ines, { articleId })
})

async function aDesk() {
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor', 'Ines')
  const tom = await newsroom.member('checker', 'Tom')
  const article = await newsroom.article({ by: ines, checkers: [tom] })
  const { sourceId } = await newsroom.evidence(await newsroom.claim(article, 'opened in 1932'))
  return { ines, tom, sourceId, articleId: article.articleId }
}
