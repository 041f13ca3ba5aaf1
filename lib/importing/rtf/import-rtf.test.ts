import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReadWishes } from '../word/read-parts'
import { importRtf } from './import-rtf'

const HEAD =
  '{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset204 Times Cyr;}{\\f2\\fcharset128 Mincho;}{\\f3\\fcharset2 Symbol;}}{\\stylesheet{\\s0 Normal;}{\\s1 heading 2;}{\\s2\\sbasedon1 My heading;}{\\s3 Title;}{\\s4 Quote;}{\\s5 caption;}{\\*\\cs9 heading 1;}}{\\*\\revtbl{Unknown;}{Desk;}}{\\info{\\title Not printed}}'
const rtf = (body: string, head = HEAD) => Buffer.from(`${head}${body}}`, 'latin1')
const read = (body: string, wishes?: ReadWishes) => importRtf(rtf(body), wishes)
const unknown = (lines: readonly { kind: string }[]) =>
  lines.filter(({ kind }) => /^(?:missing|added|joined)$/.test(kind))

describe('the words of a document', () => {
  test.each([
    [
      'with its signs',
      'Smith \\& \\{Sons\\} \\\\ 5\\~%\\emdash no\\par',
      'Smith  {Sons} \\ 5\u00a0%—no',
    ],
    [
      'of groups that are cut anywhere',
      'The old br{\\b idge }opened.\\par',
      'The old bridge opened.',
    ],
    ['whose lines end anywhere', 'The old br\r\nidge.\\par', 'The old bridge.'],
    ['as TextEdit parts them', 'The bridge.\\\nIt opened.', 'The bridge.\n\nIt opened.'],
    ['in the code page of the document', "caf\\'e9 \\'93no\\'94\\par", 'café “no”'],
    ['in the code page of a font', "{\\f1 \\'cc\\'ee\\'f1\\'f2}\\par", 'Мост'],
    ['in two bytes a sign', "{\\f2 \\'91\\'e5\\'8b\\'b4}\\par", '大橋'],
    ['in two bytes of which one is a letter', "{\\f2 \\'83e\\'83X\\'83g}\\par", 'テスト'],
    ['by their numbers', "{\\uc1 k\\u246\\'f6pr\\u252 ?} \\u8217\\'92s\\par", 'köprü ’s'],
    ['by their numbers, with more to pass over', '{\\uc3 \\u26725abc}x\\par', '桥x'],
    ['by two numbers a sign', '\\u-10179?\\u-8686?\\par', '\u{1f612}'],
    ['with a degree from the font Symbol', "4{\\f3 \\'b0}, {\\f3\\u-3920?}\\par", '4°, °'],
    [
      'in a field’s result, and not its code',
      '{\\field{\\*\\fldinst PAGEREF _Toc1}{\\fldrslt page 4}}.\\par',
      'page 4.',
    ],
    [
      'of what was put in, without what was taken out',
      'opened in {\\deleted\\revauthdel1 1931}{\\revised\\revauth1 1932}.\\par',
      'opened in 1932.',
    ],
    [
      'of a paragraph whose end was taken out',
      'The bridge {\\deleted\\par}opened.\\par',
      'The bridge opened.',
    ],
    ['without what is hidden', 'It opened{\\v  (check!)}\\v  too\\v0 .\\par', 'It opened.'],
    ['parted by tabs and breaks', '1932\\tab opened\\line late\\par', '1932 opened late'],
    [
      'raised, with what they mean',
      '10{\\super 6} people, H\\sub 2\\nosupersub O\\par',
      '10⁶ people, H₂O',
    ],
    [
      'written twice, for old and new readers',
      '{\\upr{Bruecke}{\\*\\ud{Br\\u252 ucke}}}\\par',
      'Brücke',
    ],
    [
      'of a formula',
      '{\\*\\moMath{\\mf{\\mnum{\\mr a + b}}{\\mden{\\mr 2}}}}{\\mmathPict{\\pict 0102}}\\par',
      '(a + b)/2',
    ],
    [
      'without a list of contents',
      '{\\field{\\*\\fldinst TOC \\\\o}{\\fldrslt The bridge\\tab 4\\par The river\\tab 5\\par}}It opened.\\par',
      'It opened.',
    ],
    [
      'without the boxes beside them',
      'It opened.{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv y}}{\\shptxt A BOX\\par}}{\\shprslt A BOX}}\\par',
      'It opened.',
    ],
    [
      'without pictures',
      'It {\\*\\shppict{\\pict\\pngblip 89504e470d0a}}{\\nonshppict{\\pict ffd8}}opened.\\par',
      'It opened.',
    ],
    ['without raw bytes', 'It {\\pict\\bin5 }{\\a}}opened.\\par', 'It opened.'],
    [
      'of a table by rows, with cells that span',
      `${row('\\clvmgf\\cellx1000\\cellx3000', ['Year', 'Cost'])}${row('\\clvmrg\\cellx1000\\cellx2000\\cellx3000', ['', 'low', 'high'])}${row('\\cellx1000\\cellx2000\\cellx3000', ['1932', '4', '5'])}\\pard It opened.\\par`,
      'Year | Cost | \n\nYear | low | high\n\n1932 | 4 | 5\n\nIt opened.',
    ],
    [
      'of a table in a table',
      '\\trowd\\cellx5000\\intbl\\itap2 1932\\nestcell 4\\nestcell{\\*\\nesttableprops\\trowd\\cellx1000\\cellx2000\\nestrow}{\\nonesttables\\par}1933\\nestcell 5\\nestcell{\\*\\nesttableprops\\trowd\\cellx1000\\cellx2000\\nestrow}\\itap1 Costs.\\cell\\row\\pard It opened.\\par',
      '1932 | 4\n\n1933 | 5\n\nCosts.\n\nIt opened.',
    ],
    ['without the last end of a paragraph', 'It opened.', 'It opened.'],
  ])('%s', async (_what, body, text) => {
    const reading = await read(body)
    expect(reading.text).toBe(text)
    expect(unknown(reading.lines)).toEqual([])
  })

  test('in the code pages of DOS and the Mac', async () => {
    const text = async (head: string) => (await importRtf(rtf("\\'8a\\par", head))).text
    expect(await text('{\\rtf1\\pca')).toBe('è')
    expect(await text('{\\rtf1\\mac')).toBe('ä')
    expect(await text('{\\rtf1\\ansi\\ansicpg852')).toBe('Ő')
    await expect(text('{\\rtf1\\ansi\\ansicpg720')).rejects.toThrow('code page 720')
  })

  test('are of the kinds that their styles and lists say', async () => {
    const item = (number: string, words: string) =>
      `\\pard\\ls1{\\listtext ${number}\\tab}${words}\\par`
    const body = `\\pard\\s3 The bridge\\par\\pard It opened.\\par\\pard\\s2 Costs\\par${item('1.', 'Steel')}${item('a)', 'from Ostrava')}${item("{\\f3\\'b7}", 'Welders')}${item('o', 'Helpers')}\\pard\\s4 It was late.\\par\\pard\\s5 The bridge in 1932\\par\\pard\\outlinelevel1 More\\par`
    const { blocks, lines } = await read(body)
    expect(blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'headline: The bridge',
      'paragraph: It opened.',
      'subhead: Costs',
      'list_item: 1. Steel',
      'list_item: a) from Ostrava',
      'list_item: Welders',
      'list_item: Helpers',
      'quote: It was late.',
      'caption: The bridge in 1932',
      'subhead: More',
    ])
    expect(lines).toMatchObject([{ kind: 'number', words: '1. a)' }])
  })
})

describe('what does not stand in the text is told, and can be put in', () => {
  const body =
    '{\\header DRAFT 3\\par}It opened{\\strike  late}{\\deleted\\revauthdel1  in 1931}{\\revised\\revauth1  in 1932}{\\v  (ask Tom)}.{\\object{\\*\\objclass Excel.Sheet}{\\*\\objdata 0105}{\\result{\\pict 01}}}{\\shp{\\*\\shpinst{\\shptxt A BOX\\par}}}{\\pict{\\*\\picprop{\\sp{\\sn wzDescription}{\\sv A bridge}}}01}\\par'

  test('with what was done with it', async () => {
    const { text, lines } = await read(body)
    expect(text).toBe('It opened in 1932.')
    expect(lines.map(({ kind, option, words, took }) => [kind, option, words, took])).toEqual([
      ['struck', 'out', 'late', ' late'],
      ['deleted', 'out', 'in 1931', ' in 1931'],
      ['inserted', 'in', 'in 1932', ''],
      ['hidden', 'out', '(ask Tom)', ' (ask Tom)'],
      ['picture', 'out', 'A bridge', ''],
      ['text_box', 'out', 'A BOX', 'A BOX'],
      ['head', null, 'DRAFT 3', 'DRAFT 3'],
      ['embedded', null, 'Excel.Sheet', ''],
    ])
  })

  test('as it was before the changes, and with all that was out', async () => {
    const choices = { inserted: 'out', deleted: 'in', struck: 'in', hidden: 'in' }
    expect((await read(body, { choices })).text).toBe('It opened late in 1931 (ask Tom).')
  })

  test('of any document, word for word', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRun, { minLength: 1, maxLength: 24 }), async (runs) => {
        const body = `${runs.join('')}\\par End.\\par`
        expect(unknown((await read(body)).lines), body).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

describe('what a document says on its words', () => {
  const on = async (body: string) => {
    const { notes, text } = await read(body)
    return notes.map(({ span: at, ...said }) => ({
      ...said,
      on: at && text.slice(at.start, at.end),
    }))
  }
  const note = (words: string) =>
    `{\\super\\chftn}{\\footnote\\pard\\plain{\\super\\chftn} ${words}}`

  test('are its notes, with the addresses that they name or lead to', async () => {
    const link = '{\\field{\\*\\fldinst HYPERLINK "https://example.org/cost"}{\\fldrslt the count}}'
    const body = `The old bridge opened in 1932${note('City ledger, p. 4.')} and cost four million.${note(`See ${link}.`)} It was late.${note('\\ftnalt Ibid.')}\\par`
    expect(await on(body)).toMatchObject([
      { kind: 'footnote', on: 'The old bridge opened in 1932', text: 'City ledger, p. 4.' },
      {
        on: 'and cost four million.',
        text: 'See the count.',
        addresses: ['https://example.org/cost'],
      },
      { kind: 'endnote', on: 'It was late.', text: 'Ibid.' },
    ])
  })

  test('are its comments, with author, time and answers', async () => {
    const said = (ref: string, by: string, words: string, more = '') =>
      `{\\*\\atnid I}{\\*\\atnauthor ${by}}\\chatn{\\*\\annotation{\\*\\atnref ${ref}}{\\*\\atndate 669774400}${more}\\pard\\plain ${words}}`
    const range = (ref: string, words: string) =>
      `{\\*\\atrfstart ${ref}}${words}{\\*\\atrfend ${ref}}`
    const body = `It opened in ${range('0', range('1', '1932'))}${said('0', 'Ines', 'Sure?')}${said('1', 'Tom', 'Yes, the ledger.', '{\\*\\atnparent -1}')}.\\par It closed{\\*\\atnauthor Ines}{\\*\\annotation When?} late.\\par`
    expect(await on(body)).toMatchObject([
      {
        ...{ kind: 'comment', on: '1932', text: 'Sure?', author: 'Ines' },
        at: '2026-11-30T09:00:00',
        replies: [{ author: 'Tom', text: 'Yes, the ledger.' }],
      },
      { kind: 'comment', on: 'closed', text: 'When?', author: 'Ines', at: '' },
    ])
  })

  test('are its links, and one that leads to no page is told of', async () => {
    const link = (code: string, words: string) =>
      `{\\field{\\*\\fldinst{HYPERLINK ${code}}}{\\fldrslt{\\ul ${words}}}}`
    const body = `${link('"https://example.org/a?b=1&c=2"', 'The ledger')} says so ${link('"mailto:a@b.org"', 'here')}, ${link('\\\\l "top"', 'above')}.\\par`
    expect(await on(body)).toMatchObject([
      { kind: 'link', on: 'The ledger', text: 'https://example.org/a?b=1&c=2' },
    ])
    const { lines, text } = await read(body)
    expect(lines).toMatchObject([{ kind: 'address', words: 'mailto:a@b.org' }])
    expect(text).toBe('The ledger says so here, above.')
  })
})

describe('a rich text that cannot be read is refused in words, with where', () => {
  test.each([
    ['cut off', rtf('It opened.').subarray(0, -1), /was cut off.*stopped at byte/],
    ['cut off within its fonts', rtf('').subarray(0, 60), /was cut off/],
    [
      'of more ends than beginnings',
      rtf('It opened.}} And more.'),
      /more of its groups end than begin/,
    ],
    [
      'of 100,000 groups in each other',
      rtf(`${'{'.repeat(100_000)}x${'}'.repeat(100_000)}`),
      /nested deeper than 250 levels/,
    ],
    ['of 100,000 groups that never end', rtf('{'.repeat(100_000)), /nested deeper than 250 levels/],
    [
      'of three million words of control',
      rtf('\\b\\i'.repeat(1_500_000)),
      /more than 2,000,000 parts/,
    ],
    ['that is another text', Buffer.from('{\\html}'), /no rich text/],
    ['without words', rtf('\\par'), /There is no text in this document/],
    ['with more bytes said than there are', rtf('It {\\pict\\bin999999999 x}'), /was cut off/],
    ['of too many paragraphs', rtf('a\\par '.repeat(5_001)), /more than 5,000 paragraphs/],
  ])('%s', async (_what, bytes, message) => {
    await expect(importRtf(bytes)).rejects.toThrow(message)
  })

  test.each([
    ['a byte that is none', "It \\'zz opened.\\par"],
    ['a backslash before nothing', 'It opened.\\par\\'],
    ['cells without a row', 'It opened.\\cell\\par'],
    ['a row without cells', '\\row It opened.\\par'],
    [
      'numbers that are far too large',
      '\\uc9999999999\\itap999999999\\f-99999\\pard\\uc1 It opened.\\par',
    ],
  ])('%s harms nothing', async (_what, body) => {
    const bytes = body.endsWith('\\') ? Buffer.from(`${HEAD}${body} }`) : rtf(body)
    expect((await importRtf(bytes)).text).toContain('opened.')
  })
})

function row(definition: string, cells: string[]): string {
  return `\\trowd${definition}\\pard\\intbl ${cells.map((words) => `${words}\\cell `).join('')}\\row`
}

const word = fc.constantFrom(
  'the bridge ',
  ' opened',
  '1932',
  " \\'97 ",
  "{\\f1\\'cc} ",
  'k\\u246 ?',
  ' ',
)
const anyRun = fc
  .tuple(
    word,
    fc.constantFrom(
      ...['plain', 'v', 'strike', 'super', 'deleted', 'revised', 'line', 'tab', 'par', 'link'],
      ...['note', 'comment', 'box', 'cells', 'item'],
    ),
  )
  .map(([words, how]) => {
    switch (how) {
      case 'plain':
        return words
      case 'line':
      case 'tab':
      case 'par':
        return `\\${how} `
      case 'link':
        return `{\\field{\\*\\fldinst HYPERLINK "https://example.org"}{\\fldrslt ${words}}}`
      case 'note':
        return `{\\footnote ${words}}`
      case 'comment':
        return `{\\*\\annotation ${words}}`
      case 'box':
        return `{\\shp{\\*\\shpinst{\\shptxt ${words}\\par}}}`
      case 'cells':
        return `\\par${row('\\cellx1000\\cellx2000', [words, '4'])}\\pard `
      case 'item':
        return `\\par{\\listtext 1.\\tab}${words}\\par\\pard `
      default:
        // Raised letters on both sides of a mark have no plain form of their own.
        return `{\\${how} ${words}} `
    }
  })
