import { describe, expect, test } from 'vitest'
import { layOut } from '@/lib/domain/text/blocks'
import { importDocx } from '@/lib/importing/word/import-docx'
import { HOSTILE } from '@/lib/testing/fixtures/sample-claims'
import { sampleReport } from '@/lib/testing/fixtures/sample-report'
import { makeWord, paragraph } from '@/lib/testing/importing/make-word'
import { misplaced } from '@/lib/testing/ooxml/misplaced'
import { rootOf } from '@/lib/testing/ooxml/parts-of'
import { articleDocx } from './article-docx'

const report = sampleReport()
const ALL = { claims: true, queries: true, suggestions: true, reader: 'desk' as const }
const BEFORE = { inserted: 'out', deleted: 'in', line_break: 'break' }

describe('an article that came from no document', () => {
  test('is a new one with its very text, and each claim on its words', async () => {
    const file = await articleDocx(report, ALL, null)
    const { text, blocks, notes, lines } = await importDocx(file, { choices: BEFORE })
    expect(text).toBe(report.text)
    expect(blocks.map(({ kind }) => kind)).toEqual(report.blocks.map(({ kind }) => kind))
    expect(lines.filter(({ kind }) => !/^(?:inserted|deleted)$/.test(kind))).toEqual([])
    for (const { number, words, status } of report.claims) {
      const note = notes.find((one) => one.text.startsWith(`${number} ·`))
      if (status === 'cut') expect(note).toBeUndefined()
      else expect(words).toContain(note?.span && text.slice(note.span.start, note.span.end))
    }
    expect(misplaced(await rootOf(file, 'word/document.xml'))).toEqual([])
    expect(misplaced(await rootOf(file, 'word/comments.xml'))).toEqual([])
  })

  test('and holds what no XML can, line breaks, blanks and empty blocks', async () => {
    const { text, blocks } = layOut([
      { kind: 'headline', text: HOSTILE },
      { kind: 'paragraph', text: ' two\nlines \u0001 and \uffff\ta tab ' },
      { kind: 'paragraph', text: '   ' },
      { kind: 'list_item', text: '3. third' },
      { kind: 'footnote', text: 'The end' },
    ])
    const { start, end } = { start: text.length - 3, end: text.length }
    const claims = report.claims
      .slice(0, 1)
      .map((claim) => ({ ...claim, start, end, words: 'end' }))
    const file = await articleDocx(
      { ...report, text, blocks, claims, queries: [], suggestions: [] },
      ALL,
      null,
    )
    const read = await importDocx(file, { choices: BEFORE })
    expect(read.text).toContain('two\nlines \ufffd and \ufffd\ta tab')
    const [note] = read.notes
    expect(note?.span && read.text.slice(note.span.start, note.span.end)).toBe('end')
  })
})

describe('an article that came from a document', () => {
  const text = 'It opened in 1932.'
  const given = {
    ...report,
    ...layOut([{ kind: 'paragraph', text }]),
    queries: [],
    suggestions: [],
  }
  const claims = report.claims
    .slice(0, 1)
    .map((claim) => ({ ...claim, start: 13, end: 17, words: '1932' }))

  test('is that very document, read with what was chosen', async () => {
    const body = `<w:p><w:r><w:t xml:space="preserve">It opened in </w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>1932</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>`
    const original = {
      bytes: makeWord({ body, header: paragraph('DRAFT') }),
      choices: { hidden: 'in' },
    }
    const file = await articleDocx({ ...given, claims }, ALL, original)
    const read = await importDocx(file, { choices: original.choices })
    expect(read.notes).toMatchObject([{ kind: 'comment', span: { start: 13, end: 17 } }])
  })

  test('or a new one where the text was changed since it was read', async () => {
    const original = { bytes: makeWord({ body: paragraph('It opened in 1931.') }), choices: {} }
    const { text: now, notes } = await importDocx(
      await articleDocx({ ...given, claims }, ALL, original),
    )
    expect(now).toBe(text)
    expect(notes).toMatchObject([{ kind: 'comment', span: { start: 13, end: 17 } }])
  })

  test('and is refused where it is no document any more', async () => {
    const original = { bytes: Buffer.from('text'), choices: {} }
    await expect(articleDocx({ ...given, claims }, ALL, original)).rejects.toThrow(
      /no Word document/,
    )
  })
})
