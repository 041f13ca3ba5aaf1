import { describe, expect, test } from 'vitest'
import { importDocx } from '@/lib/importing/word/import-docx'
import { makeZip } from '@/lib/testing/evidence/make-zip'
import { makeWord, paragraph, run, type WordParts } from '@/lib/testing/importing/make-word'
import { partsOf } from '@/lib/testing/ooxml/parts-of'
import { AT, bodyOf, MAIN, notesIn, written } from '@/lib/testing/ooxml/write-on'
import { writeDocx } from './write-docx'

describe('what is not ours comes back byte for byte', () => {
  const parts: WordParts = {
    body: `<w:p>${run('The old bridge opened in 1932.')}</w:p><w:sectPr/>`,
    header: paragraph('DRAFT 3'),
    styles: '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Normal"/></w:style>',
    footnotes: `<w:footnote w:id="1">${paragraph('Ledger.')}</w:footnote>`,
    files: [
      { name: 'word/media/image1.png', content: Buffer.from('89504e47', 'hex'), stored: true },
      { name: 'word/media/évil bomb.xml', content: Buffer.alloc(200_000_000) },
      { name: 'docProps/core.xml', content: '<a/>' },
    ],
  }
  const original = makeWord(parts)
  const light = makeWord({
    ...parts,
    files: parts.files?.filter(({ name }) => !name.includes('bomb')),
  })

  test('all of it, where nothing is put in', async () => {
    expect(await written(original, {})).toBe(original)
  })

  test('every other part, in its order and as it was packed', async () => {
    const file = await written(original, { comments: [['1932', 'Sure?']] })
    const [before, after] = [
      await partsOf(light),
      await partsOf(await written(light, { comments: [['1932', 'Sure?']] })),
    ]
    const own = ['[Content_Types].xml', MAIN, 'word/_rels/document.xml.rels']
    for (const [name, bytes] of before) {
      if (!own.includes(name)) expect(after.get(name)?.equals(bytes), name).toBe(true)
    }
    expect([...after.keys()]).toEqual([
      ...before.keys(),
      'word/comments.xml',
      'word/commentsExtended.xml',
    ])
    // The bomb is handed on and never unpacked: what it holds is two hundred times as long.
    expect(file.length).toBeLessThan(original.length + 5_000)
    expect(file.includes(Buffer.from('word/media/évil bomb.xml'))).toBe(true)
  })

  test('and in its own part all but what was put in', async () => {
    const now = await bodyOf(await written(light, { comments: [['opened', 'Sure?']] }))
    expect(now).toContain(
      '<w:t xml:space="preserve">The old bridge </w:t></w:r><w:commentRangeStart w:id="0"/><w:r><w:t xml:space="preserve">opened</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:t xml:space="preserve"> in 1932.</w:t></w:r></w:p><w:sectPr/>',
    )
  })
})

describe('whatever its markup is like', () => {
  const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
  const USUAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  test.each([
    [
      'strict, with another prefix',
      `<x:document xmlns:x="${STRICT}"><x:body><x:p><x:r><x:t>It opened late.</x:t></x:r></x:p></x:body></x:document>`,
      'utf8',
    ],
    [
      'with a prefix that means something else',
      `<x:document xmlns:x="${USUAL}" xmlns:w="urn:y"><x:body><x:p><x:r><x:t>It opened late.</x:t></x:r></x:p></x:body></x:document>`,
      'utf8',
    ],
    [
      'without prefixes',
      `<document xmlns="${USUAL}"><body><p><r><t>It opened late.</t></r></p></body></document>`,
      'utf8',
    ],
    [
      'in UTF-16',
      `\ufeff<w:document xmlns:w="${USUAL}"><w:body><w:p><w:r><w:t>It opened late.</w:t></w:r></w:p></w:body></w:document>`,
      'utf16le',
    ],
    [
      'with a byte order mark',
      `\ufeff<w:document xmlns:w="${USUAL}"><w:body><w:p><w:r><w:t>It opened late.</w:t></w:r></w:p></w:body></w:document>`,
      'utf8',
    ],
  ] as const)('%s', async (_what, document, encoding) => {
    const original = makeZip([
      {
        name: '[Content_Types].xml',
        content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      },
      {
        name: '_rels/.rels',
        content:
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="/Word/Main.xml"/></Relationships>',
      },
      { name: 'word/main.xml', content: Buffer.from(document, encoding) },
    ])
    const file = await written(original, {
      comments: [['opened', 'Sure?']],
      changes: [['late', 'early']],
    })
    expect(await notesIn(file)).toMatchObject([{ on: 'opened', text: 'Sure?' }])
    expect((await importDocx(file)).text).toBe('It opened early.')
    const main = (await partsOf(file)).get('word/main.xml')
    expect(main?.subarray(0, 2)).toEqual(Buffer.from(document, encoding).subarray(0, 2))
  })

  test('ten thousand comments are put in', async () => {
    const ids = Array.from({ length: 1000 }, (_, at) => at)
    const body = ids
      .map((id) => paragraph(`Ferry ${id} sailed on time and came back late with its crew.`))
      .join('')
    const original = makeWord({ body })
    const { text } = await importDocx(original)
    const words = [...text.matchAll(/\p{L}+/gu)].slice(0, 10_000)
    const comments = words.map(({ index, 0: word }, nth) => ({
      ...{ span: { start: index, end: index + word.length }, author: 'A', initials: 'A', at: AT },
      ...{ paragraphs: [`Remark ${nth}`], replies: [], resolved: false },
    }))
    const file = await writeDocx(original, { annotations: { comments, changes: [] } })
    expect(await notesIn(file)).toHaveLength(10_000)
  }, 30_000)
})

describe('what cannot be put in is refused with its place', () => {
  const original = makeWord({ body: paragraph('It 👍 opened.') })
  const comment = {
    author: 'A',
    initials: 'A',
    at: AT,
    paragraphs: ['B'],
    replies: [],
    resolved: false,
  }
  test.each([
    ['behind the end', { start: 3, end: 99 }, {}, /its comment 1 stands outside the text/],
    ['before the beginning', { start: -1, end: 2 }, {}, /outside the text/],
    ['no number', { start: Number.NaN, end: 2 }, {}, /outside the text/],
    ['nothing', { start: 2, end: 2 }, {}, /is on no words/],
    ['turned around', { start: 5, end: 2 }, {}, /is on no words/],
    ['a blank', { start: 2, end: 3 }, {}, /is on no words/],
    ['a half of a character', { start: 0, end: 4 }, {}, /begins or ends within a character/],
    ['without a time', { start: 0, end: 2 }, { at: 'yesterday' }, /its comment 1 has no time/],
    ['without words', { start: 0, end: 2 }, { paragraphs: [] }, /its comment 1 says nothing/],
  ])('%s', async (_what, span, more, message) => {
    const annotations = { comments: [{ ...comment, span, ...more }], changes: [] }
    await expect(writeDocx(original, { annotations })).rejects.toThrow(message)
  })

  test('a change that changes nothing', async () => {
    const change = {
      span: { start: 0, end: 2 },
      after: 'It',
      author: 'A',
      at: AT,
      kind: 'open' as const,
    }
    const annotations = { comments: [], changes: [change] }
    await expect(writeDocx(original, { annotations })).rejects.toThrow(
      /its change 1 changes nothing/,
    )
  })

  test('another text, and what is no document', async () => {
    const annotations = { comments: [], changes: [] }
    await expect(writeDocx(original, { annotations, text: 'Other.' })).rejects.toThrow(
      /has other words/,
    )
    await expect(writeDocx(Buffer.from('text'), { annotations })).rejects.toThrow(
      /no Word document/,
    )
  })

  test('a document that does not say what its parts are', async () => {
    const parts = await partsOf(original)
    parts.delete('[Content_Types].xml')
    const file = makeZip([...parts].map(([name, content]) => ({ name, content })))
    const annotations = { comments: [{ ...comment, span: { start: 0, end: 2 } }], changes: [] }
    await expect(writeDocx(file, { annotations })).rejects.toThrow(
      /part \[Content_Types\].xml is missing/,
    )
  })
})
