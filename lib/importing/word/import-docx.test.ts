import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeZip } from '@/lib/testing/evidence/make-zip'
import { makeWord, paragraph, run, type WordParts } from '@/lib/testing/importing/make-word'
import { type DocxWishes, importDocx } from './import-docx'
import { wordsOf } from './markup/xml'

const read = (parts: WordParts, wishes?: DocxWishes) => importDocx(makeWord(parts), wishes)
const textOf = async (body: string) => (await read({ body })).text

describe('the words of a document', () => {
  test.each([
    [
      'of runs that are cut anywhere',
      `<w:p>${run('The old br')}${run('idge ', '<w:b/>')}${run('opened.')}</w:p>`,
      'The old bridge opened.',
    ],
    ['with entities', paragraph('Smith & Sons <1932>'), 'Smith & Sons <1932>'],
    [
      'of a paragraph in a content control',
      `<w:sdt><w:sdtContent>${paragraph('It cost four million.')}</w:sdtContent></w:sdt>`,
      'It cost four million.',
    ],
    [
      'in a field’s result, and not its code',
      `<w:p>${run('See ')}${field('PAGEREF _Toc1 \\h', 'page 4')}${run('.')}</w:p>`,
      'See page 4.',
    ],
    [
      'in a field within a field',
      `<w:p>${run('It was ')}${field(`IF ${field('DATE', '1931')} = 1932`, 'late')}${run('.')}</w:p>`,
      'It was late.',
    ],
    [
      'of what was put in, without what was taken out',
      `<w:p>${run('opened in ')}${deleted('1931')}${inserted('1932')}</w:p>`,
      'opened in 1932',
    ],
    [
      'of a paragraph whose end was taken out',
      `<w:p><w:pPr><w:rPr><w:del w:author="Desk"/></w:rPr></w:pPr>${run('The bridge ')}</w:p>${paragraph('opened.')}`,
      'The bridge opened.',
    ],
    [
      'where they were moved to',
      `<w:p><w:moveFrom w:author="Desk">${run('in May ')}</w:moveFrom>${run('It closes')}<w:moveTo w:author="Desk">${run(' in May')}</w:moveTo></w:p>`,
      'It closes in May',
    ],
    [
      'without what is hidden',
      `<w:p>${run('It opened')}${run(' (check!)', '<w:vanish/>')}${run('.')}</w:p>`,
      'It opened.',
    ],
    [
      'with what is said not to be hidden',
      `<w:p>${run('It opened.', '<w:vanish w:val="0"/>')}</w:p>`,
      'It opened.',
    ],
    [
      'parted by a tab',
      `<w:p>${run('1932')}<w:r><w:tab/></w:r>${run('opened')}</w:p>`,
      '1932 opened',
    ],
    [
      'parted by a break of the line',
      `<w:p>${run('The old')}<w:r><w:br/></w:r>${run('bridge')}</w:p>`,
      'The old bridge',
    ],
    [
      'with hyphens that keep together',
      `<w:p>${run('S')}<w:r><w:noBreakHyphen/></w:r>${run('400')}</w:p>`,
      'S\u2011400',
    ],
    [
      'with a degree from the font Symbol',
      `<w:p>${run('4')}<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r></w:p>`,
      '4°',
    ],
    [
      'raised, with what they mean',
      `<w:p>${run('10')}${run('6', '<w:vertAlign w:val="superscript"/>')}${run(' people')}</w:p>`,
      '10⁶ people',
    ],
    [
      'raised as the ending of a number',
      `<w:p>${run('the 21')}${run('st', '<w:vertAlign w:val="superscript"/>')}${run(' century')}</w:p>`,
      'the 21st century',
    ],
    [
      'of a formula',
      `<w:p><m:oMath><m:f><m:num><m:r><m:t>a + b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></w:p>`,
      '(a + b)/2',
    ],
    ['from right to left', paragraph('افتتح الجسر عام ١٩٣٢.'), 'افتتح الجسر عام ١٩٣٢.'],
    [
      'whose box stands beside them, once',
      `<w:p>${run('It opened.')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>${paragraph('A BOX')}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph('A BOX')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      'It opened.',
    ],
    [
      'without a list of contents',
      `<w:p>${field('TOC \\o "1-3"', 'The bridge 4')}</w:p>${paragraph('It opened.')}`,
      'It opened.',
    ],
    [
      'of a table by rows',
      table([
        ['Year', 'Cost'],
        ['1932', '4 million'],
      ]),
      'Year | Cost\n\n1932 | 4 million',
    ],
    [
      'of a table that lays out a page, cell by cell',
      table([['The bridge', 'The river']]),
      'The bridge\n\nThe river',
    ],
  ])('%s', async (_what, body, text) => {
    expect(await textOf(body)).toBe(text)
  })

  test('of strict documents, whatever their prefixes', async () => {
    const document = `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>It opened.</x:t></x:r></x:p></x:body></x:document>`
    const relationships = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/Word/Main.xml"/></Relationships>`
    const bytes = makeZip([
      { name: '_rels/.rels', content: relationships },
      { name: 'word/main.xml', content: Buffer.from(`\ufeff${document}`, 'utf16le') },
    ])
    expect((await importDocx(bytes)).text).toBe('It opened.')
  })
})

describe('what its blocks are', () => {
  const styles = [
    ['Titel', 'Title'],
    ['berschrift2', 'heading 2'],
    ['Zitat', 'Quote'],
    ['Beschriftung', 'caption'],
    ['Aufzhlung', 'List Bullet', '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'],
  ]
    .map(
      ([id, name, more = '']) =>
        `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`,
    )
    .join('')
  const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%1.%2)')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '·')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`

  test('comes from their styles and lists, in every language of Word', async () => {
    const item = (words: string, at: number) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(words)}</w:p>`
    const body = [
      paragraph('The bridge', 'Titel'),
      paragraph('It opened in 1932.'),
      paragraph('Costs', 'berschrift2'),
      item('Steel', 0),
      item('from Ostrava', 1),
      item('from Kladno', 1),
      item('Stone', 0),
      paragraph('Welders', 'Aufzhlung'),
      paragraph('“It was late.”', 'Zitat'),
      paragraph('The bridge in 1932', 'Beschriftung'),
    ].join('')
    const { blocks, lines } = await read({ body, styles, numbering })
    expect(blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'headline: The bridge',
      'paragraph: It opened in 1932.',
      'subhead: Costs',
      'list_item: 1. Steel',
      'list_item: 1.a) from Ostrava',
      'list_item: 1.b) from Kladno',
      'list_item: 2. Stone',
      'list_item: Welders',
      'quote: “It was late.”',
      'caption: The bridge in 1932',
    ])
    expect(lines).toMatchObject([{ kind: 'number', words: '1. 1.a) 1.b) 2.' }])
  })
})

describe('what does not stand in the text is told, and can be put in', () => {
  const body = `<w:p>${run('It opened')}${run(' late', '<w:strike/>')}${deleted(' in 1931')}${inserted(' in 1932')}${run(' (ask Tom)', '<w:vanish/>')}${run('.')}</w:p>`

  test('with what was done with it', async () => {
    const { text, lines } = await read({ body, header: paragraph('DRAFT 3') })
    expect(text).toBe('It opened in 1932.')
    expect(lines.map(({ kind, option, words, took }) => [kind, option, words, took])).toEqual([
      ['struck', 'out', 'late', ' late'],
      ['deleted', 'out', 'in 1931', ' in 1931'],
      ['inserted', 'in', 'in 1932', ''],
      ['hidden', 'out', '(ask Tom)', ' (ask Tom)'],
      ['head', null, 'DRAFT 3', 'DRAFT 3'],
    ])
  })

  test('as it was before the changes, and with all that was out', async () => {
    const choices = { inserted: 'out', deleted: 'in', struck: 'in', hidden: 'in' }
    expect((await read({ body }, { choices })).text).toBe('It opened late in 1931 (ask Tom).')
  })

  test('one change apart from the others', async () => {
    const two = `<w:p>${inserted('Old ')}${run('bridge ')}${inserted('opened')}</w:p>`
    expect((await read({ body: two }, { choices: { 'inserted 1': 'out' } })).text).toBe(
      'Old bridge',
    )
  })

  test('of any document, word for word', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyRun, { maxLength: 6 }), { minLength: 1, maxLength: 6 }),
        async (paragraphs) => {
          const body = `${paragraphs.map((runs) => `<w:p>${runs.join('')}</w:p>`).join('')}${paragraph('End.')}`
          const { lines } = await read({ body })
          expect(lines.filter(({ kind }) => /^(?:missing|added|joined)$/.test(kind))).toEqual([])
        },
      ),
      { numRuns: 200 },
    )
  })

  test('and every word of the text leads back to its place in the document', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyRun, { maxLength: 6 }), { minLength: 1, maxLength: 6 }),
        async (paragraphs) => {
          const body = `${paragraphs.map((runs) => `<w:p>${runs.join('')}</w:p>`).join('')}${paragraph('End.')}`
          const { blocks, passages } = await read({ body })
          for (const [at, { text }] of blocks.entries()) {
            const covered = new Set<number>()
            for (const { start, end, node, from, to } of passages[at]?.pieces ?? []) {
              const there = wordsOf(node).slice(from, to)
              if (end - start === to - from && !/[⁰-₟²³¹]/.test(text.slice(start, end)))
                expect(text.slice(start, end)).toBe(there)
              for (let one = start; one < end; one++) covered.add(one)
            }
            const loose = [...text]
              .map((_, one) => one)
              .filter((one) => !covered.has(one) && /\S/.test(text[one] ?? ''))
            expect(loose).toEqual([])
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})

const word = fc.constantFrom('the bridge ', ' opened', '1932', ' — ', 'Мост ', 'köprü', ' ')
const anyRun = fc
  .tuple(
    word,
    fc.constantFrom(
      'plain',
      'hidden',
      'struck',
      'raised',
      'deleted',
      'inserted',
      'break',
      'tab',
      'link',
    ),
  )
  .map(([words, how]) => {
    switch (how) {
      case 'hidden':
        return run(words, '<w:vanish/>')
      case 'struck':
        return run(words, '<w:strike/>')
      case 'raised':
        return run(words, '<w:vertAlign w:val="superscript"/>')
      case 'deleted':
        return deleted(words)
      case 'inserted':
        return inserted(words)
      case 'break':
        return '<w:r><w:br/></w:r>'
      case 'tab':
        return '<w:r><w:tab/></w:r>'
      case 'link':
        return `<w:hyperlink w:anchor="x">${run(words)}</w:hyperlink>`
      default:
        return run(words)
    }
  })

function deleted(words: string): string {
  return `<w:del w:author="Desk" w:id="9">${run(words).replaceAll('w:t>', 'w:delText>').replace('<w:t ', '<w:delText ')}</w:del>`
}

function inserted(words: string): string {
  return `<w:ins w:author="Desk" w:id="8">${run(words)}</w:ins>`
}

function field(code: string, result: string): string {
  const at = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const inner = code.startsWith('IF') ? `${code.slice(2)}` : ''
  const instruction = inner.includes('<w:r>')
    ? `<w:r><w:instrText>IF </w:instrText></w:r>${inner.slice(inner.indexOf('<w:r>'), inner.lastIndexOf('</w:r>') + 6)}<w:r><w:instrText> = 1932</w:instrText></w:r>`
    : `<w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>`
  return `${at('begin')}${instruction}${at('separate')}${run(result)}${at('end')}`
}

function table(rows: string[][]): string {
  const cell = (words: string) => `<w:tc>${paragraph(words)}</w:tc>`
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}

function level(at: number, format: string, text: string): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
}
