import { describe, expect, test } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import { MOST_ROWS } from '@/lib/domain/sheets/sheet'
import { makeDocx, makeZip } from '@/lib/testing/evidence/make-zip'
import { makeWorkbook, textRow } from '@/lib/testing/ooxml/make-workbook'
import { readSheetOf } from './read-sheet'

const csv = (content: string | Buffer, wishes = {}) =>
  readSheetOf(Buffer.from(content), { name: 'checks.csv', ...wishes })
const xlsx = (bytes: Buffer, wishes = {}) => readSheetOf(bytes, { name: 'checks.xlsx', ...wishes })
const cellsOf = ({ rows }: Awaited<ReturnType<typeof readSheetOf>>) =>
  rows.map(({ cells }) => cells)

describe('a text with separators', () => {
  test.each([
    ['commas', 'Quote,Source\nA range of 400 km,Ledger\n', ','],
    ['semicolons', 'Quote;Source\nA range, of 400 km;Ledger\n', ';'],
    ['tabs', 'Quote\tSource\nA range, of 400 km\tLedger; p. 4\n', '\t'],
    ['bars', 'Quote|Source\nA range, of 400 km|Ledger\n', '|'],
    ['a separator that it names', 'sep=;\nQuote;Source\nA, b, c;Ledger\n', ';'],
    ['a single column', 'Quote\nA range of 400 km\n', ','],
  ])('with %s', async (_, content, separator) => {
    const read = await csv(content)
    expect(read.separator).toBe(separator)
    expect(cellsOf(read)[0]?.[0]).toBe('Quote')
  })

  test.each([
    [
      'UTF-8 with a mark',
      Buffer.from('\ufeffЦитата;Статус\nДальность 400 км;верно\n'),
      'utf-8',
      'mark',
    ],
    [
      'UTF-16',
      Buffer.from('\ufeffЦитата;Статус\nДальность 400 км;верно\n', 'utf16le'),
      'utf-16le',
      'mark',
    ],
    [
      'UTF-16 without a mark',
      Buffer.from('Quote;Status\nA range;true\n', 'utf16le'),
      'utf-16le',
      'guessed',
    ],
    [
      'windows-1251',
      windows1251(
        'Цитата;Статус\nДальность составляет четыреста километров, сообщил представитель министерства;верно\n',
      ),
      'windows-1251',
      'guessed',
    ],
  ])('in %s', async (_, bytes, name, from) => {
    const read = await csv(bytes)
    expect(read.encoding).toEqual({ name, from })
    expect(cellsOf(read)[0]).toEqual(
      name === 'utf-16le' && from === 'guessed' ? ['Quote', 'Status'] : ['Цитата', 'Статус'],
    )
  })

  test('in another encoding, when a person says so', async () => {
    const read = await csv(Buffer.from([0x51, 0x0a, 0xe4]), { encoding: 'windows-1251' })
    expect(cellsOf(read)).toEqual([['Q'], ['д']])
  })

  test('rows keep the numbers that a spreadsheet gives them, cells their lines and marks', async () => {
    const read = await csv('Quote,Note\n\n"He said ""no"",\nand left",b\n,\nlast,\n')
    expect(read.rows.map(({ number, cells }) => [number, cells])).toEqual([
      [1, ['Quote', 'Note']],
      [3, ['He said "no",\nand left', 'b']],
      [5, ['last']],
    ])
  })

  test('what a spreadsheet would calculate is words, and the mark against it is left out and told', async () => {
    const read = await csv("Quote,Note\n'=1+1,=cmd|'/c calc'!A1\n'tis,'-5 degrees\n")
    expect(cellsOf(read).slice(1)).toEqual([
      ['=1+1', "=cmd|'/c calc'!A1"],
      ["'tis", '-5 degrees'],
    ])
    expect(read.told).toEqual([expect.stringContaining('left out: A2, B3.')])
  })

  test('cells of 10,000 characters are read whole', async () => {
    expect(cellsOf(await csv(`Q,N\na,${'x'.repeat(10_000)}\n`))[1]?.[1]).toHaveLength(10_000)
  })

  test.each([
    ['a quotation mark that is never closed', 'a,b\nc,"d\ne,f\ng,h\n', /^Line 2: a quotation mark/],
    ['words after a closing mark', 'a,b\nc,"d" e\n', /^Line 2: something stands after/],
    [
      'a mark in the middle',
      'a,b\nx,y\nc,d "e" f\n',
      /^Line 3: a quotation mark \("\) stands in the middle/,
    ],
    ['nothing', '', /nothing in this sheet/],
    ['empty rows', ',,\n,,\n', /nothing in this sheet/],
    ['a PDF', '%PDF-1.7 …', /This is a PDF/],
    ['a page', '<html><table><tr><td>a</table>', /web page/],
    ['no text', Buffer.from([1, 2, 3, 0, 4, 5, 0, 0, 1]), /no sheet/],
    ['two million rows', 'a,b\n'.repeat(2_000_000), /more than 5,000 rows/],
  ])('%s is refused with the reason', async (_, content, message) => {
    await expect(csv(content)).rejects.toThrow(message)
  })

  test('two million rows of nothing are not gone through', async () => {
    const began = performance.now()
    await expect(csv(`a,b\n${',\n'.repeat(2_000_000)}`)).rejects.toThrow(/more than 5,000 rows/)
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})

describe('a workbook', () => {
  test('as another program writes it: words, numbers, dates and truth', async () => {
    const made = await writeXlsx([
      ['Quote', 'Day', 'Number', 'Is it so?'].map((value) => ({ value })),
      [
        { value: 'A range of 400 km' },
        { value: new Date(Date.UTC(2024, 2, 1)), format: 'dd/mm/yyyy' },
        { value: 0.1 + 0.2 },
        { value: true },
      ],
    ])
    const read = await xlsx(await made.toBuffer())
    expect(cellsOf(read)[1]).toEqual(['A range of 400 km', '2024-03-01', '0.3', 'TRUE'])
    expect(read.told).toEqual([
      'Numbers that are shown as dates are read as dates: B2 (2024-03-01).',
    ])
  })

  test('formulas are read as they were saved and told, and never run', async () => {
    const read = await xlsx(
      makeWorkbook([
        {
          name: 'Checks',
          xml: `<sheetData><row r="2"><c r="A2"><f>SUM(B1:B9)</f><v>7</v></c><c r="B2" t="str"><f>HYPERLINK("https://example.org/a","Ledger")</f><v>Ledger</v></c><c r="C2"><f>NOW()</f></c><c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData>`,
        },
      ]),
    )
    expect(read.rows).toMatchObject([
      { number: 2, cells: ['7', 'Ledger', '', '#DIV/0!'], links: { 1: 'https://example.org/a' } },
    ])
    expect(read.told[0]).toContain('Nothing is calculated here.')
    expect(read.told[0]).toContain('A2 =SUM(B1:B9)')
    expect(read.told[1]).toBe('Formulas without a saved result are read as empty: C2.')
  })

  test('merged cells hold for their rows, hidden ones are read, links kept, and all of it told', async () => {
    const read = await xlsx(
      makeWorkbook([
        {
          name: 'Checks',
          links: { h1: 'https://example.org/report' },
          xml: `<cols><col min="2" max="2" hidden="1"/></cols><sheetData>${textRow(1, ['Source', 'Quote'])}${textRow(2, ['Ledger', 'one'])}${textRow(3, ['', 'two'], 'hidden="1"')}${textRow(4, ['', 'three'])}</sheetData><mergeCells><mergeCell ref="A2:A4"/></mergeCells><hyperlinks><hyperlink ref="A2" r:id="h1" location="p4"/></hyperlinks>`,
        },
      ]),
    )
    const link = 'https://example.org/report#p4'
    expect(read.rows.slice(1)).toEqual([
      { number: 2, isHidden: false, cells: ['Ledger', 'one'], links: { 0: link } },
      { number: 3, isHidden: true, cells: ['Ledger', 'two'], links: { 0: link } },
      { number: 4, isHidden: false, cells: ['Ledger', 'three'], links: { 0: link } },
    ])
    expect(read.told).toEqual([
      'What a merged cell says holds for all of its rows: A2:A4.',
      'These rows are hidden in the workbook, and are read: 3.',
      'These columns are hidden in the workbook, and are read: B.',
    ])
  })

  test('texts of its table are read without how they are to be spoken, and only where they stand', async () => {
    const read = await xlsx(
      makeWorkbook(
        [{ name: 'a', xml: '<sheetData><row><c t="s"><v>1</v></c></row></sheetData>' }],
        {
          strings:
            '<si><t>not this</t></si><si><r><t>full </t></r><r><t>payment_x000D_</t></r><rPh><t>aloud</t></rPh></si>',
        },
      ),
    )
    expect(cellsOf(read)).toEqual([['full payment']])
  })

  test.each([
    ['a day', 14, '', 45352, '2024-03-01'],
    ['a day and a time', 22, '', 45352.75, '2024-03-01 18:00'],
    ['a time', 20, '', 0.5, '12:00'],
    ['a code of its own', 164, 'dd\\.mm\\.yyyy', 45352, '2024-03-01'],
    ['a number with a colour', 164, '[Red]0.00" days"', 45352, '45352'],
    ['the leap day that never was', 14, '', 59, '1900-02-28'],
    ['nothing of the kind', 0, '', 45352, '45352'],
  ])('a number that is shown as %s', async (_, id, code, serial, shown) => {
    const formats = code
      ? `<numFmts><numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/></numFmts>`
      : ''
    const xml = `<sheetData><row><c s="1"><v>${serial}</v></c></row></sheetData>`
    const styles = `${formats}<cellXfs><xf numFmtId="0"/><xf numFmtId="${id}"/></cellXfs>`
    expect(cellsOf(await xlsx(makeWorkbook([{ name: 'a', xml }], { styles })))).toEqual([[shown]])
  })

  test('days are counted from 1904 where the workbook does', async () => {
    const xml = '<sheetData><row><c s="0"><v>43890</v></c></row></sheetData>'
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    expect(
      cellsOf(await xlsx(makeWorkbook([{ name: 'a', xml }], { styles, date1904: true }))),
    ).toEqual([['2024-03-01']])
  })

  test('the first worksheet that is not hidden is read, or the one that was chosen', async () => {
    const sheet = (name: string, state?: string) => ({
      name,
      state,
      xml: `<sheetData>${textRow(1, [name])}</sheetData>`,
    })
    const bytes = makeWorkbook([
      sheet('Old', 'hidden'),
      sheet('Checks'),
      { name: 'Empty', xml: '<sheetData/>' },
    ])
    expect(await xlsx(bytes)).toMatchObject({ worksheet: 1, rows: [{ cells: ['Checks'] }] })
    expect(await xlsx(bytes, { worksheet: 0 })).toMatchObject({
      worksheet: 0,
      rows: [{ cells: ['Old'] }],
    })
    expect(await xlsx(bytes, { worksheet: 2 })).toMatchObject({
      rows: [],
      told: ['There is nothing in this sheet.'],
    })
  })

  test.each<[string, () => Buffer, RegExp]>([
    [
      'an old Office file',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      /old Office program/,
    ],
    [
      'a locked one',
      () =>
        Buffer.concat([
          Buffer.from('d0cf11e0a1b11ae1', 'hex'),
          Buffer.from('EncryptedPackage', 'utf16le'),
        ]),
      /locked with a password/,
    ],
    ['a Word document', () => makeDocx(), /no Excel workbook/],
    [
      'an OpenDocument sheet',
      () => openDocument('spreadsheet'),
      /^This is an OpenDocument sheet \(\.ods\)\. Save it as \.xlsx or \.csv/,
    ],
    [
      'an OpenDocument text',
      () => openDocument('text'),
      /^This is an OpenDocument, and no sheet\. Save it as \.xlsx or \.csv/,
    ],
    ['half a workbook', () => makeWorkbook([{ name: 'a', xml: '' }]).subarray(0, 300), /cut off/],
    [
      'one that is not well-formed',
      () => makeWorkbook([{ name: 'a', xml: '<sheetData><row>' }]),
      /damaged/,
    ],
    ['one with a document type', () => makeWorkbook([], { more: [] }), /no worksheet/],
    [
      'one without cells',
      () => makeWorkbook([{ name: 'a', xml: '<sheetData/>' }]),
      /nothing in this sheet/,
    ],
    [
      'a million rows',
      () =>
        makeWorkbook([
          {
            name: 'a',
            xml: `<sheetData>${'<row><c><v>1</v></c></row>'.repeat(1_000_000)}</sheetData>`,
          },
        ]),
      /more than 5,000 rows/,
    ],
    [
      'a bomb',
      () => makeWorkbook([{ name: 'a', xml: `<sheetData>${' '.repeat(150_000_000)}</sheetData>` }]),
      /larger than is read/,
    ],
  ])('%s is refused with the reason', async (_, bytes, message) => {
    await expect(xlsx(bytes())).rejects.toThrow(message)
  })

  test('of several worksheets, one that is too long does not hide the others', async () => {
    const long = `<sheetData>${'<row><c><v>1</v></c></row>'.repeat(MOST_ROWS + 2)}</sheetData>`
    const bytes = makeWorkbook([
      { name: 'Long', xml: long },
      { name: 'Checks', xml: '<sheetData/>' },
    ])
    expect(await xlsx(bytes)).toMatchObject({
      worksheets: [{ name: 'Long' }, { name: 'Checks' }],
      told: [expect.stringContaining('more than 5,000 rows')],
    })
  })
})

const openDocument = (kind: string) =>
  makeZip([
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}`, stored: true },
    { name: 'content.xml', content: '<office:document-content/>' },
  ])

/** Cyrillic as old Windows wrote it. */
function windows1251(text: string): Buffer {
  return Buffer.from(
    Array.from(text, (one) => {
      const code = one.charCodeAt(0)
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code
    }),
  )
}
