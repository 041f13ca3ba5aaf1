import { describe, expect } from 'vitest'
import { findArticle } from '@/lib/db/articles/articles'
import { db } from '@/lib/db/client'
import { findReport } from '@/lib/db/report/find-report'
import { findRevision } from '@/lib/db/revisions/revisions'
import { writersOf } from '@/lib/domain/revisions/writing'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { giveVerdict } from '../claims/verdicts'
import { removeMember } from '../newsroom/members'
import { copyArticle } from './copy'

describe('a copy of an article', () => {
  test('has its newest text, its language and its people, and nothing that was found', async () => {
    const { editor, writer, tom, article, original } = await aCheckedArticle()
    const { slug, articleId } = await copyArticle(editor, {
      ...article,
      headline: original.headline,
    })

    expect(slug).toBe(`${original.slug}-2`)
    expect(await findArticle(editor, { id: articleId })).toMatchObject({
      ...{ headline: original.headline, language: 'tr', state: 'draft', claimCount: 0 },
      ...{ deadline: null, worry: '', revisionNumber: 1, coveredWords: 0 },
      ...{ writerIds: [writer.userId], checkerIds: [tom.userId] },
    })
    const [was, is] = await Promise.all([
      findRevision(editor, original.id),
      findRevision(editor, articleId),
    ])
    expect(is).toMatchObject({ text: was?.text, blocks: was?.blocks, sha256: was?.sha256 })
    expect((await findReport(editor, slug))?.claims).toEqual([])
    expect(await findArticle(editor, { id: original.id })).toEqual(original)
  })

  test('frees nobody of what they wrote, and whoever brings it in is a writer too', async () => {
    const { editor, writer, article } = await aCheckedArticle()
    const { articleId } = await copyArticle(editor, { ...article, headline: 'Next' })
    const text = await findRevision(editor, articleId)
    expect(writersOf(text?.written ?? [])).toEqual([editor.userId, writer.userId].sort())
  })

  test('is on record in both articles', async () => {
    const { editor, article, original } = await aCheckedArticle()
    const { articleId } = await copyArticle(editor, { ...article, headline: 'Next' })
    const last = (id: string) =>
      db().auditEvent.findFirstOrThrow({ where: { articleId: id }, orderBy: { seq: 'desc' } })
    expect(await last(articleId)).toMatchObject({
      type: 'article.brought',
      data: { copyOf: { headline: original.headline, revision: 1 } },
    })
    expect(await last(original.id)).toMatchObject({
      type: 'article.copied',
      data: { copyId: articleId, revision: 1 },
    })
  })

  test('is made without those who have left, and not of a text that nobody has seen', async () => {
    const { admin, editor, tom, article } = await aCheckedArticle()
    await removeMember(admin, { userId: tom.userId })
    const { articleId } = await copyArticle(editor, { ...article, headline: 'Next' })
    expect(await findArticle(editor, { id: articleId })).toMatchObject({ checkerIds: [] })
    await expect(
      copyArticle(editor, { ...article, headline: 'Next', revision: 2 }),
    ).rejects.toMatchObject({ reason: 'conflict' })
  })
})

async function aCheckedArticle() {
  const newsroom = await aNewsroom()
  const [admin, editor] = [await newsroom.member('admin'), await newsroom.member('editor')]
  const [writer, tom] = [await newsroom.member('writer'), await newsroom.member('checker', 'Tom')]
  const article = await newsroom.article({
    ...{ by: editor, writers: [writer], checkers: [tom] },
    ...{ language: 'tr', worry: 'The year.', deadline: new Date('2030-01-01T12:00:00Z') },
  })
  const { claimId } = await newsroom.claim(article, 'opened in 1932')
  await giveVerdict(tom, { claimId, verdict: 'disputed', rationale: 'Two ledgers.' })
  const original = await findArticle(editor, { id: article.articleId })
  if (!original) throw new Error('the article is gone')
  return { admin, editor, writer, tom, article: { articleId: article.articleId }, original }
}
