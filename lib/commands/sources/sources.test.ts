import { describe, expect } from 'vitest'
import { db } from '@/lib/db/client'
import { countSources, listSourceChoices, listSources } from '@/lib/db/sources/source-list'
import { findSource } from '@/lib/db/sources/sources'
import { test, testEach } from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { giveVerdict } from '../claims/verdicts'
import { addSource, editSource } from './sources'

describe('a source', () => {
  test('is put on file with what was filled in', async () => {
    const writer = await (await aNewsroom()).member('writer')
    const source = {
      kind: 'wire',
      title: 'The bridge opens',
      publisher: 'Agency',
      published: '2020-12-07',
      url: 'https://example.org/a?b=c#d',
      origin: 'Agency',
      note: 'Seen in print.',
    }
    const { sourceId } = await addSource(writer, source)
    expect(await findSource(writer, sourceId)).toMatchObject(source)
  })

  testEach(
    [
      ...['javascript:alert(1)', 'data:text/html,a', 'ftp://example.org', 'https://', 'ledger'],
      ...['javascript:a.bc', 'ada@example.org', 'example.org:a/b', 'page 4'],
    ],
    (url) => `refuses ${url} as its address`,
    async (url) => {
      const editor = await (await aNewsroom()).member('editor')
      await expect(addSource(editor, { kind: 'book', title: 'A', url })).rejects.toMatchObject({
        fields: { url: expect.any(String) },
      })
    },
  )

  testEach(
    [
      ['example.org', 'https://example.org'],
      ['example.org/a?b=c', 'https://example.org/a?b=c'],
      ['localhost.example:8080/a', 'https://localhost.example:8080/a'],
      ['http://example.org/a', 'http://example.org/a'],
    ],
    ([written]) => `takes ${written} as its address`,
    async ([written, url]) => {
      const editor = await (await aNewsroom()).member('editor')
      const { sourceId } = await addSource(editor, { kind: 'book', title: 'A', url: written })
      expect(await findSource(editor, sourceId)).toMatchObject({ url })
    },
  )

  test('keeps a date as people write it in the one form that can be sorted', async () => {
    const editor = await (await aNewsroom()).member('editor')
    const published = 'Dec 7, 2020'
    const { sourceId } = await addSource(editor, { kind: 'book', title: 'A', published })
    expect(await findSource(editor, sourceId)).toMatchObject({ published: '2020-12-07' })
  })

  testEach(
    ['7/12/2020', '20', '2020-13', '2020-12-32', '2020-02-30', '2020-1-1', 'x2020'],
    (published) => `refuses ${published} as its date`,
    async (published) => {
      const editor = await (await aNewsroom()).member('editor')
      await expect(
        addSource(editor, { kind: 'book', title: 'A', published }),
      ).rejects.toMatchObject({ fields: { published: expect.any(String) } })
    },
  )

  test('is on file once: by its address, or by title, publisher and date', async () => {
    const editor = await (await aNewsroom()).member('editor')
    const source = { kind: 'book', title: 'A', publisher: 'B', published: '2020' }
    await addSource(editor, { ...source, url: 'https://example.org/a' })
    await addSource(editor, source)
    for (const same of [
      { ...source, title: 'Other', url: 'https://example.org/a' },
      { ...source, title: ' a ' },
    ]) {
      await expect(addSource(editor, same)).rejects.toMatchObject({
        fields: { title: expect.stringContaining('“A”') },
      })
    }
    await addSource(editor, { ...source, published: '2021' })
  })

  testEach(
    [
      { stored: 'Annual report', sent: 'Annual_report' },
      { stored: 'Everything', sent: '%' },
      { stored: 'C:\\folder', sent: 'C:\\\\folder' },
    ],
    ({ stored, sent }) => `“${sent}” is not “${stored}”`,
    async ({ stored, sent }) => {
      const editor = await (await aNewsroom()).member('editor')
      await addSource(editor, { kind: 'book', title: stored })
      await addSource(editor, { kind: 'book', title: sent })
      const { sources } = await listSources(editor)
      expect(sources.map(({ title }) => title).sort()).toEqual([stored, sent].sort())
    },
  )

  testEach(
    ['editor', 'writer'] as const,
    (role) =>
      `is found by ${role}s as its title, publisher and kind are now, whatever case and marks`,
    async (role) => {
      const actor = await (await aNewsroom()).member(role)
      const file = { kind: 'dataset', title: 'Bilanço über Häfen', publisher: 'Минфин' }
      const { sourceId } = await addSource(actor, file)
      await addSource(actor, { kind: 'book', title: 'Another', publisher: 'Press' })
      const found = async (words: string) =>
        (await listSources(actor, { words })).sources.map(({ title }) => title)
      for (const words of ['BILANCO', 'hafen минфин', 'dataset', 'data bilan']) {
        expect(await found(words)).toEqual([file.title])
      }
      expect(await found('book hafen')).toEqual([])
      expect(await countSources(actor, 'hafen')).toBe(1)

      const edit = { sourceId, version: 1, kind: 'book', title: 'Tables', publisher: 'Минфин' }
      await editSource(actor, edit)
      expect(await found('hafen')).toEqual([])
      expect(await found('tables мин')).toEqual(['Tables'])
      await db().source.update({ where: { id: sourceId }, data: { searchText: 'hafen' } })
      expect(await found('hafen')).toEqual([])
      const choices = { words: 'tables', article: 'none', also: '' }
      expect((await listSourceChoices(actor, choices)).choices).toMatchObject([{ id: sourceId }])
    },
  )

  test('of another is not for a checker or writer to edit', async () => {
    const newsroom = await aNewsroom()
    const { sourceId } = await addSource(await newsroom.member('editor'), {
      kind: 'book',
      title: 'A',
    })
    const edit = { sourceId, version: 1, kind: 'book', title: 'B' }
    await expect(editSource(await newsroom.member('checker'), edit)).rejects.toMatchObject({
      reason: 'not-allowed',
    })
    await expect(editSource(await newsroom.member('writer'), edit)).rejects.toMatchObject({
      reason: 'not-found',
    })
  })

  test('does not become a copy of another while a verdict counts both as independent', async () => {
    const newsroom = await aNewsroom()
    const editor = await newsroom.member('editor')
    const article = await newsroom.article({ by: editor })
    const claim = await newsroom.claim(article, 'in 1932')
    const ids: string[] = []
    for (const publisher of ['One', 'Two', 'Three']) {
      const report = { directness: 'secondary', publisher, title: publisher } as const
      ids.push((await newsroom.evidence(claim, report)).sourceId)
    }
    await giveVerdict(editor, { claimId: claim.claimId, verdict: 'confirmed' })

    const edit = { version: 1, kind: 'official_document', title: 'Two', publisher: 'Two' }
    await expect(
      editSource(editor, { ...edit, sourceId: ids[1], origin: 'One' }),
    ).rejects.toMatchObject({ reason: 'invalid', message: expect.stringContaining('C-001') })
    await editSource(editor, { ...edit, sourceId: ids[1], origin: 'Four' })
  })
})
