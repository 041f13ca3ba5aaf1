import { createHash } from 'node:crypto'
import { describe, expect } from 'vitest'
import { listArticles } from '@/lib/db/articles/article-list'
import { findArticle } from '@/lib/db/articles/articles'
import { findReport } from '@/lib/db/report/find-report'
import { findRevision } from '@/lib/db/revisions/revisions'
import { findDesk } from '@/lib/db/workspace/find-desk'
import { wordsOf } from '@/lib/domain/text/words'
import { test, testEach } from '@/lib/testing/database/rollback'
import { again, aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { setRole } from '../newsroom/members'
import { bringArticle, editArticle, moveArticle } from './articles'

describe('bringing an article in', () => {
  test('keeps its text as it came, with its hash and its words', async () => {
    const newsroom = await aNewsroom()
    const editor = await newsroom.member('editor')
    const blocks = [
      { kind: 'headline' as const, text: ' Two  spaces ' },
      { kind: 'paragraph' as const, text: 'A\r\nline – “quoted”…\u00a0end' },
    ]
    const { articleId } = await newsroom.article({ by: editor, blocks })

    const text = ' Two  spaces \n\nA\r\nline – “quoted”…\u00a0end'
    const revision = await findRevision(editor, articleId)
    expect(revision).toMatchObject({
      number: 1,
      text,
      sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
      words: 6,
    })
    expect(revision?.blocks.map(({ start, end }) => text.slice(start, end))).toEqual(
      blocks.map((block) => block.text),
    )
  })

  test('leaves out blocks without words', async () => {
    const newsroom = await aNewsroom()
    const editor = await newsroom.member('editor')
    const { text } = await newsroom.article({
      by: editor,
      blocks: [
        { kind: 'paragraph', text: '\u00a0\n' },
        { kind: 'paragraph', text: 'x' },
      ],
    })
    const [listed] = (await listArticles(editor)).articles
    expect(text).toContain('x')
    expect(listed?.words).toBe(1)
  })

  testEach(
    [
      { what: 'nothing', blocks: [], says: 'There are no words' },
      { what: 'white space', blocks: [paragraph(' \n\t ')], says: 'There are no words' },
      { what: 'no list', blocks: 'not json', says: 'Paste the text' },
      {
        what: 'two megabytes',
        blocks: [paragraph('ab '.repeat(700_000))],
        says: '1,000,000',
      },
      { what: 'too many blocks', blocks: Array(10_001).fill(paragraph('a')), says: 'blocks' },
      {
        what: 'a NUL',
        blocks: [paragraph('a'), paragraph('b\0c')],
        says: 'Block 2: This holds a NUL',
      },
      { what: 'half a character', blocks: [paragraph('a\ud83d')], says: 'half of a character' },
    ],
    ({ what }) => `refuses ${what}, clearly`,
    async ({ blocks, says }) => {
      const editor = await (await aNewsroom()).member('editor')
      await expect(bringArticle(editor, { headline: 'H', blocks })).rejects.toMatchObject({
        reason: 'invalid',
        fields: { blocks: expect.stringContaining(says) },
      })
    },
  )

  test('takes a text of one character, and one of a million', async () => {
    const newsroom = await aNewsroom()
    const editor = await newsroom.member('editor')
    await newsroom.article({ by: editor, text: 'x' })
    const long = await newsroom.article({ by: editor, text: 'abcd '.repeat(200_000).slice(0, -1) })
    expect(await findRevision(editor, long.articleId)).toMatchObject({ words: 200_000 })
  })

  test('gives each article an address of its own, and none that a page has already', async () => {
    const newsroom = await aNewsroom()
    const by = await newsroom.member('editor')
    const slugs: string[] = []
    for (const headline of [
      ...['Déjà vu!', 'Deja vu', '新闻', '新闻。', 'New', 'Straße nach Łódź', '…'],
    ]) {
      slugs.push((await newsroom.article({ by, headline })).slug)
    }
    expect(slugs).toEqual([
      ...['deja-vu', 'deja-vu-2', '新闻', '新闻-2', 'new-2', 'strasse-nach-lodz', 'article'],
    ])
    const address = encodeURIComponent('新闻')
    expect(await findArticle(by, { slug: address })).toMatchObject({ headline: '新闻' })
    expect(await findDesk(by, { slug: address, claim: Number.NaN })).not.toBeNull()
    expect((await findReport(by, address))?.article.slug).toBe('新闻')
  })

  test('makes a writer its writer and a checker its checker, so that they see it', async () => {
    const newsroom = await aNewsroom()
    for (const role of ['writer', 'checker'] as const) {
      const by = await newsroom.member(role)
      const { articleId } = await newsroom.article({ by })
      expect(await findArticle(by, { id: articleId })).toMatchObject({
        writerIds: role === 'writer' ? [by.userId] : [],
        checkerIds: role === 'checker' ? [by.userId] : [],
      })
    }
  })

  test('refuses somebody as writer and checker, unless the newsroom checks itself', async () => {
    for (const selfCheck of [false, true]) {
      const newsroom = await aNewsroom({ selfCheck })
      const by = await newsroom.member('editor')
      const article = newsroom.article({ by, writers: [by], checkers: [by] })
      if (selfCheck) await article
      else
        await expect(article).rejects.toMatchObject({ fields: { checkerIds: expect.anything() } })
    }
  })

  testEach(
    [
      { role: 'writer', field: 'editorId' },
      { role: 'checker', field: 'editorId' },
      { role: 'auditor', field: 'editorId' },
      { role: 'writer', field: 'checkerIds' },
      { role: 'auditor', field: 'checkerIds' },
      { role: 'auditor', field: 'writerIds' },
    ] as const,
    ({ role, field }) => `refuses a ${role} as ${field}`,
    async ({ role, field }) => {
      const newsroom = await aNewsroom()
      const editor = await newsroom.member('editor')
      const { userId } = await newsroom.member(role)
      const raw = { headline: 'H', blocks: [paragraph('a')], [field]: userId }
      await expect(bringArticle(editor, raw)).rejects.toMatchObject({
        fields: { [field]: expect.anything() },
      })
    },
  )

  testEach(
    ['0000-01-01T00:00:00Z', '-000044-03-15T00:00:00Z', '+275760-09-13T00:00:00Z', 'tomorrow'],
    (deadline) => `refuses the deadline ${deadline}`,
    async (deadline) => {
      const editor = await (await aNewsroom()).member('editor')
      const raw = { headline: 'H', blocks: [paragraph('a')], deadline }
      await expect(bringArticle(editor, raw)).rejects.toMatchObject({
        reason: 'invalid',
        fields: { deadline: expect.anything() },
      })
    },
  )
})

describe('moving an article', () => {
  test('goes on to the editor and back', async () => {
    const newsroom = await aNewsroom()
    const checker = await newsroom.member('checker')
    const { articleId } = await newsroom.article({ by: checker })
    for (const [from, to] of [
      ['draft', 'in_check'],
      ['in_check', 'with_editor'],
      ['with_editor', 'in_check'],
      ['in_check', 'draft'],
    ]) {
      await moveArticle(checker, { articleId, from, to })
      expect(await findArticle(checker, { id: articleId })).toMatchObject({ state: to })
    }
  })

  testEach(
    ['signed_off', 'published', 'corrected', 'withdrawn', 'nowhere'],
    (to) => `never to ${to} by hand`,
    async (to) => {
      const newsroom = await aNewsroom()
      const by = await newsroom.member('admin')
      const { articleId } = await newsroom.article({ by })
      await expect(moveArticle(by, { articleId, from: 'draft', to })).rejects.toMatchObject({
        reason: 'invalid',
      })
    },
  )
})

describe('editing an article', () => {
  test('stores the new details and tells the change as printed', async () => {
    const newsroom = await aNewsroom()
    const editor = await newsroom.member('editor', 'Ines')
    const tom = await newsroom.member('checker', 'Tom')
    const { articleId } = await newsroom.article({ by: editor })
    await editArticle(editor, {
      articleId,
      version: 1,
      headline: 'The old bridge',
      deadline: '2030-01-02T03:04:05+01:00',
      editorId: editor.userId,
      checkerIds: tom.userId,
    })
    expect(await findArticle(tom, { id: articleId })).toMatchObject({
      headline: 'The old bridge',
      deadline: new Date('2030-01-02T02:04:05Z'),
      editorId: editor.userId,
      version: 2,
    })
  })

  test('takes the article away from a checker who is no longer on it', async () => {
    const newsroom = await aNewsroom()
    const editor = await newsroom.member('editor')
    const tom = await newsroom.member('checker')
    const { articleId } = await newsroom.article({ by: editor, checkers: [tom] })
    await editArticle(editor, { articleId, version: 1, headline: 'The bridge' })
    expect(await findArticle(tom, { id: articleId })).toBeNull()
  })

  test('that changes nothing is refused', async () => {
    const newsroom = await aNewsroom()
    const editor = await newsroom.member('editor')
    const { articleId } = await newsroom.article({ by: editor })
    await expect(
      editArticle(editor, { articleId, version: 1, headline: 'The bridge' }),
    ).rejects.toMatchObject({ reason: 'invalid' })
  })

  test('in another language counts the words as they were counted', async () => {
    const newsroom = await aNewsroom()
    const editor = await newsroom.member('editor')
    const article = await newsroom.article({ by: editor, text: 'EU:n jäsen', language: 'en' })
    await newsroom.claim(article, 'EU:n jäsen')
    await editArticle(editor, { ...article, version: 1, headline: 'The bridge', language: 'fi' })

    const revision = await findRevision(editor, article.articleId)
    const counted = wordsOf(revision?.text ?? '', revision?.blocks ?? [], 'fi').length
    expect(revision?.words).toBe(counted)
    expect(await findArticle(editor, { id: article.articleId })).toMatchObject({
      coveredWords: counted,
    })
  })
})

test('a checker who became a writer checks no longer', async () => {
  const newsroom = await aNewsroom()
  const admin = await newsroom.member('admin')
  const tom = await newsroom.member('checker')
  const { articleId } = await newsroom.article({ by: admin, checkers: [tom] })
  await setRole(admin, { userId: tom.userId, role: 'writer' })

  const now = await again(tom)
  if (!now) throw new Error('Tom is gone')
  await expect(
    moveArticle(now, { articleId, from: 'draft', to: 'in_check' }),
  ).rejects.toMatchObject({ reason: 'not-allowed' })
})

function paragraph(text: string) {
  return { kind: 'paragraph', text }
}
