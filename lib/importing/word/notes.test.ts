import { describe, expect, test } from 'vitest'
import { makeWord, paragraph, run, type WordParts } from '@/lib/testing/importing/make-word'
import { importDocx } from './import-docx'

/** What a document says beside its text, with the words that it says it on. */
async function notesIn(parts: WordParts) {
  const { notes, text } = await importDocx(makeWord(parts))
  return notes.map(({ span, ...note }) => ({
    ...note,
    on: span && text.slice(span.start, span.end),
  }))
}

const note = (id: number, words: string) =>
  `<w:footnote w:id="${id}">${paragraph(`<w:r><w:footnoteRef/></w:r>${run(words)}`)}</w:footnote>`
const mark = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
const comment = (id: number, words: string, more = '') =>
  `<w:comment w:id="${id}" w:author="Ines" w:date="2026-11-30T09:00:00Z"><w:p w14:paraId="0000000${id}">${run(words)}</w:p>${more}</w:comment>`
const from = (id: number) => `<w:commentRangeStart w:id="${id}"/>`
const to = (id: number) =>
  `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`

describe('a footnote', () => {
  test('hangs on its sentence as far as its mark, or from the mark before', async () => {
    const body = `<w:p>${run('The old bridge opened in 1932')}${mark(1)}${run(' and cost four million crowns.')}${mark(2)}${run(' It was late.')}${mark(3)}</w:p>`
    const footnotes =
      note(1, 'City ledger, p. 4.') + note(2, 'See https://example.org/cost).') + note(3, 'Ibid.')
    expect(await notesIn({ body, footnotes })).toMatchObject([
      {
        kind: 'footnote',
        on: 'The old bridge opened in 1932',
        text: 'City ledger, p. 4.',
        addresses: [],
      },
      { on: 'and cost four million crowns.', addresses: ['https://example.org/cost'] },
      { on: 'It was late.' },
    ])
  })

  test.each([
    [
      'in a table’s cell hangs on the cell',
      `<w:tbl><w:tr><w:tc>${paragraph('Year')}</w:tc><w:tc>${paragraph('Cost')}</w:tc></w:tr><w:tr><w:tc>${paragraph('1932')}</w:tc><w:tc><w:p>${run('4 million')}${mark(1)}</w:p></w:tc></w:tr></w:tbl>`,
      '1932 | 4 million',
    ],
    ['before all words hangs on none', `<w:p>${mark(1)}${run('It opened.')}</w:p>`, null],
    [
      'after a heading hangs on it',
      `<w:p>${run('The bridge')}${mark(1)}</w:p>${paragraph('It opened.')}`,
      'The bridge',
    ],
  ])('%s', async (_what, body, on) => {
    expect(await notesIn({ body, footnotes: note(1, 'Ledger.') })).toMatchObject([{ on }])
  })

  test('and an endnote apart from it, without the lines that only part notes from the text', async () => {
    const body = `<w:p>${run('It opened.')}${mark(1)}<w:r><w:endnoteReference w:id="1"/></w:r></w:p>`
    const footnotes = `<w:footnote w:type="separator" w:id="0">${paragraph('—')}</w:footnote>${note(1, 'One.')}`
    const endnotes = `<w:endnote w:id="1">${paragraph('Two.')}</w:endnote>`
    expect(await notesIn({ body, footnotes, endnotes })).toMatchObject([
      { kind: 'footnote', text: 'One.' },
      { kind: 'endnote', text: 'Two.' },
    ])
  })
})

describe('a comment', () => {
  test('has its author, time, answers and whether it is done', async () => {
    const body = `<w:p>${run('It opened in ')}${from(1)}${run('1932')}${to(1)}${run('.')}</w:p>`
    const comments = comment(1, 'Sure?') + comment(2, 'Yes, the ledger.')
    const commentsExtended =
      '<w15:commentEx w15:paraId="00000001" w15:done="1"/><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/>'
    expect(await notesIn({ body, comments, commentsExtended })).toEqual([
      {
        ...{ kind: 'comment', on: '1932', text: 'Sure?', addresses: [], resolved: true },
        ...{ author: 'Ines', at: '2026-11-30T09:00:00Z' },
        replies: [{ author: 'Ines', at: '2026-11-30T09:00:00Z', text: 'Yes, the ledger.' }],
      },
    ])
  })

  test.each([
    [
      'over two paragraphs',
      `<w:p>${run('It ')}${from(1)}${run('opened.')}</w:p><w:p>${run('It cost')}${to(1)}${run(' much.')}</w:p>`,
      'opened.\n\nIt cost',
    ],
    [
      'on no words stands at the word before',
      `<w:p>${run('It opened')}<w:r><w:commentReference w:id="1"/></w:r>${run(' late.')}</w:p>`,
      'opened',
    ],
    [
      'where there are none',
      `<w:p><w:r><w:commentReference w:id="1"/></w:r></w:p>${paragraph('It opened.')}`,
      null,
    ],
    [
      'on words that were taken out',
      `<w:p>${run('It ')}${from(1)}<w:del w:author="X"><w:r><w:delText>never </w:delText></w:r></w:del>${to(1)}${run('opened.')}</w:p>`,
      'It',
    ],
    ['that nothing refers to', paragraph('It opened.'), null],
  ])('%s', async (_what, body, on) => {
    expect(await notesIn({ body, comments: comment(1, 'Sure?') })).toMatchObject([
      { kind: 'comment', on, text: 'Sure?' },
    ])
  })

  test('is found among ten thousand', async () => {
    const ids = Array.from({ length: 10_000 }, (_, at) => at)
    const ferry = (id: number) => `${from(id)}${run(`Ferry ${id}`)}${to(id)}${run(' sailed. ')}`
    const paragraphs = ids.filter((id) => id % 10 === 0).map((id) => ids.slice(id, id + 10))
    const body = paragraphs.map((some) => `<w:p>${some.map(ferry).join('')}</w:p>`).join('')
    const notes = await notesIn({
      body,
      comments: ids.map((id) => comment(id, `Comment ${id}`)).join(''),
    })
    expect(notes).toHaveLength(10_000)
    expect(notes[9_999]).toMatchObject({ on: 'Ferry 9999', text: 'Comment 9999' })
  })
})

test('a link is on its words, and one that leads to no page is told of', async () => {
  const body = `<w:p><w:hyperlink r:id="a">${run('The ledger')}</w:hyperlink>${run(' says so ')}<w:hyperlink r:id="b">${run('here')}</w:hyperlink>${run('.')}</w:p>`
  const parts = { body, links: { a: 'https://example.org/a?b=1&c=2', b: 'javascript:alert(1)' } }
  expect(await notesIn(parts)).toMatchObject([
    { kind: 'link', on: 'The ledger', text: 'https://example.org/a?b=1&c=2' },
  ])
  const { lines } = await importDocx(makeWord(parts))
  expect(lines).toMatchObject([{ kind: 'address', words: 'javascript:alert(1)' }])
})
