import { expect } from 'vitest'
import { listArticles } from '@/lib/db/articles/article-list'
import { findArticle, updateArticleStanding } from '@/lib/db/articles/articles'
import { findChainHead } from '@/lib/db/audit/log'
import { findWaiting } from '@/lib/db/waiting/find-waiting'
import type { Actor } from '@/lib/domain/policy'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { writeComment } from '../discussion/comments'
import { askQuery } from '../discussion/queries'
import { publishInEmergency, signOff } from '../sign-off/sign-offs'
import { archiveArticle, restoreArticle } from './archive'
import { moveArticle } from './articles'

test('an archived article is left out of the list unless asked for, and restored stands where it stood', async () => {
  const newsroom = await aNewsroom()
  const editor = await newsroom.member('editor')
  const { articleId, slug } = await newsroom.article({ by: editor })
  const listed = async (archived: boolean) =>
    (await listArticles(editor, { archived })).articles.map(({ id }) => id)
  await moveArticle(editor, { articleId, from: 'draft', to: 'in_check' })

  await archiveArticle(editor, { articleId })
  expect(await listed(false)).toEqual([])
  expect(await listed(true)).toEqual([articleId])
  expect(await findArticle(editor, { slug })).toMatchObject({ id: articleId })
  await expect(archiveArticle(editor, { articleId })).rejects.toMatchObject({
    message: 'You archived this article already.',
  })

  await restoreArticle(editor, { articleId })
  expect(await listed(false)).toEqual([articleId])
  expect(await listed(true)).toEqual([])
  expect(await findArticle(editor, { slug })).toMatchObject({ state: 'in_check' })
  await expect(restoreArticle(editor, { articleId })).rejects.toMatchObject({ reason: 'conflict' })
})

test('what is archived waits for nobody, and does again when it is restored', async () => {
  const newsroom = await aNewsroom()
  const [editor, writer] = [await newsroom.member('editor'), await newsroom.member('writer')]
  const tom = await newsroom.member('checker', 'Tom')
  const article = await newsroom.article({ by: editor, writers: [writer], checkers: [tom] })
  const claim = await newsroom.claim(article, 'opened in 1932')
  const { articleId } = article
  const place = { articleId, revision: 1, claimId: claim.claimId }
  await askQuery(tom, { ...place, to: 'writer', question: 'Who says so?' })
  await writeComment(editor, { claimId: claim.claimId, text: 'See this, @Tom' })
  const kinds = async (actor: Actor) => (await findWaiting(actor)).lines.map(({ kind }) => kind)
  const waiting = async () => [await kinds(writer), await kinds(tom), await kinds(editor)]
  const before = [['answer'], ['mention', 'take', 'uncovered'], []]
  expect(await waiting()).toEqual(before)
  await archiveArticle(editor, { articleId })
  expect(await waiting()).toEqual([[], [], []])
  await restoreArticle(editor, { articleId })
  expect(await waiting()).toEqual(before)
})

test('what is signed off or out is not put away, and what is put away is not moved or signed', async () => {
  const newsroom = await aNewsroom()
  const editor = await newsroom.member('editor')
  const signed = await newsroom.signed({ by: editor })
  await expect(archiveArticle(editor, signed)).rejects.toMatchObject({
    message: 'The article is signed off. Revoke the sign-off first.',
  })

  const { articleId } = await newsroom.article({ by: editor })
  await archiveArticle(editor, { articleId })
  const refused = { reason: 'conflict', message: expect.stringContaining('in the archive') }
  const { seq: seen } = await findChainHead(editor)
  for (const step of [
    () => moveArticle(editor, { articleId, from: 'draft', to: 'in_check' }),
    () => signOff(editor, { articleId, seen }),
    () => publishInEmergency(editor, { articleId, seen, reason: 'It is news.' }),
  ]) {
    await expect(step()).rejects.toMatchObject(refused)
  }
  // Nor by whatever forgets to ask: the database refuses it.
  await expect(updateArticleStanding(editor, articleId, { state: 'published' })).rejects.toThrow()
})
