import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  TextRun,
} from 'docx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { layOut } from '@/lib/domain/text/blocks'
import { aWordDraft, DRAFT_SAYS } from '@/lib/testing/importing/word-draft'
import { importDocument } from './import-document'

const PROGRAM = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((one) => existsSync(one)) ?? ''
const folder = mkdtempSync(path.join(tmpdir(), 'stet-made-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Read = Awaited<ReturnType<typeof importDocument>>

/** What a document says, and on which words. An answer counts for itself: this LibreOffice saves no longer what it answers. */
const said = ({ blocks, notes }: Read) => {
  const { text } = layOut(blocks)
  return notes
    .flatMap(({ kind, span, author, text: says, replies }) => {
      const on = span && text.slice(span.start, span.end)
      const answers = replies.map((one) => ({ kind, on, author: one.author, says: one.text }))
      return [{ kind, on, author, says }, ...answers]
    })
    .sort((one, other) => one.says.localeCompare(other.says, 'en'))
}

describe.skipIf(PROGRAM === '')('a draft that LibreOffice saved', () => {
  beforeAll(() => {
    const from = path.join(folder, 'draft.docx')
    writeFileSync(from, aWordDraft())
    const profile = `-env:UserInstallation=file://${folder}/profile`
    for (const format of ['docx', 'odt', 'rtf']) {
      const into = ['--convert-to', format, '--outdir', path.join(folder, 'made')]
      execFileSync(PROGRAM, ['--headless', profile, ...into, from], {
        stdio: 'ignore',
        timeout: 60_000,
      })
    }
  }, 120_000)

  test.each(['docx', 'odt', 'rtf'])('as .%s has the same words and says the same', async (as) => {
    const made = await importDocument(readFileSync(path.join(folder, 'made', `draft.${as}`)))
    const draft = await importDocument(aWordDraft())
    expect(made.blocks).toEqual(draft.blocks)
    expect(said(made)).toEqual(said(draft))
    expect(made.lines.map(({ kind, words }) => [kind, words])).toEqual([['hidden', 'Ask Tom.']])
  })
})

test('a draft that a library made has its footnote, comment and link on their words', async () => {
  const at = new Date('2026-11-30T09:00:00Z')
  const asked = { id: 0, author: 'Lena', date: at, children: [new Paragraph(DRAFT_SAYS.question)] }
  const words = (text: string) => new TextRun(text)
  const draft = new Document({
    comments: { children: [asked] },
    footnotes: { 1: { children: [new Paragraph(DRAFT_SAYS.ledger)] } },
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [words('The bridge')] }),
          new Paragraph({
            children: [
              words('The old bridge opened in 1932'),
              new FootnoteReferenceRun(1),
              words(' and was '),
              new CommentRangeStart(0),
              words('late'),
              new CommentRangeEnd(0),
              new TextRun({ children: [new CommentReference(0)] }),
              words('. '),
              new ExternalHyperlink({ link: DRAFT_SAYS.link, children: [words('Welded')] }),
              words(' throughout.'),
            ],
          }),
        ],
      },
    ],
  })
  const read = await importDocument(await Packer.toBuffer(draft))
  expect(read.blocks).toEqual([
    { kind: 'headline', text: 'The bridge' },
    { kind: 'paragraph', text: 'The old bridge opened in 1932 and was late. Welded throughout.' },
  ])
  expect(said(read)).toMatchObject([
    { kind: 'footnote', on: 'The old bridge opened in 1932', says: DRAFT_SAYS.ledger },
    { kind: 'comment', on: 'late', author: 'Lena', says: DRAFT_SAYS.question },
    { kind: 'link', on: 'Welded', says: DRAFT_SAYS.link },
  ])
})
