import { describe, expect } from 'vitest'
import { findItemOnDesk, findNewestItem } from '@/lib/db/articles/item-versions'
import { listEvents } from '@/lib/db/audit/log-events'
import { db } from '@/lib/db/client'
import { sentenceOf } from '@/lib/domain/audit/sentences'
import { everythingOf } from '@/lib/testing/database/dump-newsroom'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { bringArticle } from './articles/articles'
import { receiveFile } from './captures/files'
import { reviseArticle } from './revisions/revise'

const ITEM = {
  kind: 'ninjs',
  uri: 'urn:agency:bridge',
  version: '3',
  byline: 'By Ada Pine',
} as const
const blocks = (text: string) => [{ kind: 'paragraph', text }]
const FIRST = { headline: 'The bridge', blocks: blocks('The bridge opened in 1932.') }

describe('an item from elsewhere', () => {
  test('is kept with each revision that was read from it, and found by its uri', async () => {
    const newsroom = await aNewsroom()
    const editor = await newsroom.member('editor', 'Ines')
    const { articleId } = await bringArticle(editor, { ...FIRST, item: JSON.stringify(ITEM) })
    expect(await findItemOnDesk(editor, ITEM)).toEqual({
      ...{ articleId, revision: 1, ...ITEM, versionCreated: '', published: '' },
    })
    await reviseArticle(editor, {
      ...{ articleId, base: 1, blocks: blocks('The bridge opened in 1933.') },
      item: { ...ITEM, version: '4', versionCreated: '2026-11-30T08:30:00.000Z' },
    })
    const newest = { version: '4', revision: 2, versionCreated: '2026-11-30T08:30:00.000Z' }
    expect(await findItemOnDesk(editor, ITEM)).toMatchObject(newest)
    expect(await findNewestItem(editor, articleId)).toMatchObject(newest)
    expect(await findItemOnDesk(editor, { ...ITEM, kind: 'page' })).toBeNull()

    const told = (await listEvents(editor)).map(({ event }) => sentenceOf(event, String))
    expect(told).toContain(
      'brought the text of revision 2 in from version 4 of the item urn:agency:bridge',
    )
  })

  test('is not there for another newsroom, nor for a writer who is not on the article', async () => {
    const [ours, theirs] = [await aNewsroom(), await aNewsroom()]
    await bringArticle(await theirs.member('editor', 'Eve'), { ...FIRST, item: ITEM })
    const editor = await ours.member('editor', 'Ines')
    expect(await findItemOnDesk(editor, ITEM)).toBeNull()
    await bringArticle(editor, { ...FIRST, item: ITEM })
    expect(await findItemOnDesk(editor, ITEM)).not.toBeNull()
    expect(await findItemOnDesk(await ours.member('writer', 'Lena'), ITEM)).toBeNull()
  })

  test('that is a page is kept with the bytes that came, if whoever brings it was sent them', async () => {
    const newsroom = await aNewsroom()
    const editor = await newsroom.member('editor', 'Ines')
    const { arrivalId } = (await receiveFile(editor, PAGE)) as { arrivalId: string }
    const page = { kind: 'page', uri: 'https://example.org/bridge', arrivalId }
    const { articleId } = await bringArticle(editor, { ...FIRST, item: page })
    const row = await db().itemVersion.findFirstOrThrow({ where: { articleId } })
    expect(row.sha256).toBe(PAGE.file.sha256)

    const other = await newsroom.member('editor', 'Tom')
    await expect(bringArticle(other, { ...FIRST, item: page })).rejects.toMatchObject({
      fields: { blocks: expect.stringContaining('not here any more') },
    })
  })

  test('that makes no sense is refused, and nothing is stored', async () => {
    const editor = await (await aNewsroom()).member('editor', 'Ines')
    const before = await everythingOf(editor)
    for (const item of [
      { ...ITEM, uri: ' ' },
      { ...ITEM, uri: 'u'.repeat(2_001) },
      { ...ITEM, version: 'a\0' },
      { ...ITEM, kind: 'poem' },
      { ...ITEM, versionCreated: 'noon' },
      '{',
    ]) {
      await expect(
        bringArticle(editor, { ...FIRST, item }),
        JSON.stringify(item),
      ).rejects.toMatchObject({ reason: 'invalid' })
    }
    expect(await everythingOf(editor)).toEqual(before)
  })
})

const PAGE = {
  file: { sha256: 'c'.repeat(64), bytes: 12 },
  ...{ text: null, mediaType: 'text/html', name: 'bridge.html', facts: {}, warnings: [] },
}
