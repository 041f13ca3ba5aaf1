import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { makeWorkbook, textRow } from '@/lib/testing/ooxml/make-workbook'
import { readSheetFile } from './read-sheet-file'

const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('stet-sheet-'))

test('a full sheet is read in a process of the usual limits, and nothing of it stays', async () => {
  const words = 'The old bridge opened in 1932 and cost four million crowns. '.repeat(4)
  const rows = Array.from({ length: 5_000 }, (_, at) => textRow(at + 1, [words, words, `${at}`]))
  const bytes = makeWorkbook([{ name: 'Checks', xml: `<sheetData>${rows.join('')}</sheetData>` }])
  const { rows: read } = await readSheetFile(bytes, { name: 'checks.xlsx' })
  expect(read).toHaveLength(5_000)
  expect(folders()).toEqual([])
}, 30_000)

test.each<[string, () => Buffer, RegExp]>([
  [
    'a bomb',
    () => makeWorkbook([{ name: 'a', xml: `<sheetData>${' '.repeat(150_000_000)}</sheetData>` }]),
    /larger than is read|takes too long|more memory/,
  ],
  ['too much', () => Buffer.alloc(5_000_001, 'a,b\n'), /larger than 5 MB/],
  ['nothing in it', () => Buffer.from(' \n'), /nothing in this sheet/],
])(
  'a file with %s is refused in words, and nothing of it stays',
  async (_, bytes, words) => {
    await expect(readSheetFile(bytes(), { name: 'checks.csv' })).rejects.toThrow(words)
    expect(folders()).toEqual([])
  },
  30_000,
)
