import { Readable } from 'node:stream'
import { beforeAll, describe, expect, test } from 'vitest'
import { bringArticle } from '@/lib/commands/articles/articles'
import { receiveFile } from '@/lib/commands/captures/files'
import { leaveNotes, reopenNotes, takeNote, takeNotes } from '@/lib/commands/documents/take-notes'
import { reviseArticle } from '@/lib/commands/revisions/revise'
import { findClaim } from '@/lib/db/claims/claims'
import { db } from '@/lib/db/client'
import { listDocumentNotes } from '@/lib/db/discussion/document-notes'
import { listQueries } from '@/lib/db/discussion/queries'
import { findJob } from '@/lib/db/jobs/jobs'
import type { Actor } from '@/lib/domain/policy'
import { importPage } from '@/lib/evidence/extraction/page/import/import-page'
import { openStore } from '@/lib/evidence/files/open-store'
import { importDocument } from '@/lib/importing/document/import-document'
import { isolatedDatabase } from '@/lib/testing/database/isolated-database'
import { aDataFolder } from '@/lib/testing/evidence/data-folder'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { makeOdt, note, p } from '@/lib/testing/importing/make-odt'
import { aPage } from '@/lib/testing/importing/web-page'
import { aWordDraft, DRAFT_SAYS } from '@/lib/testing/importing/word-draft'
import { runJob } from '../run-job'

beforeAll(isolatedDatabase)
aDataFolder()

describe('a draft in Word', () => {
  test('says what it says on the words of its text', async () => {
    const { ines, articleId } = await aDraft()
    const notes = await listDocumentNotes(ines, articleId)
    expect(notes.map(({ kind, words, text, state }) => [kind, words, text, state])).toEqual([
      ['footnote', 'The old bridge opened in 1932', DRAFT_SAYS.ledger, 'open'],
      ['footnote', 'and cost four million crowns', DRAFT_SAYS.report, 'open'],
      ['comment', 'the mayor said on Friday', DRAFT_SAYS.question, 'open'],
      ['link', 'welded throughout', DRAFT_SAYS.link, 'open'],
      ['comment', 'Engineers', DRAFT_SAYS.done, 'open'],
    ])
    expect(notes[2]).toMatchObject({
      author: 'Lena',
      replies: [{ author: 'Tom', text: DRAFT_SAYS.answer }],
    })
  })

  test('is taken as it is proposed: what cites as sources on claims, what asks as queries, what is done is left', async () => {
    const { ines, articleId } = await aDraft()
    const notes = await listDocumentNotes(ines, articleId)
    const noteIds = notes.map(({ id }) => id)
    expect(await takeNotes(ines, { articleId, revision: 1, noteIds })).toEqual({
      marked: 3,
      unplaced: 0,
    })

    const ledger = await findClaim(ines, { articleId, number: 1 })
    expect(ledger).toMatchObject({
      anchor: { exact: 'The old bridge opened in 1932' },
      type: 'date_or_time',
    })
    expect(ledger?.evidence).toMatchObject([
      { stance: 'supports', locator: 'p. 41', source: { title: DRAFT_SAYS.ledger } },
    ])
    const report = await findClaim(ines, { articleId, number: 2 })
    expect(report?.evidence[0]?.source).toMatchObject({
      title: 'Annual report',
      url: 'https://example.org/report.pdf',
    })
    expect(await listQueries(ines, { articleId })).toMatchObject([
      {
        words: 'the mayor said on Friday',
        to: 'writer',
        question: `${DRAFT_SAYS.question}\n\nTom: ${DRAFT_SAYS.answer}`,
      },
    ])
    const after = await listDocumentNotes(ines, articleId)
    expect(after.map(({ state, claim }) => [state, claim])).toEqual([
      ['taken', 1],
      ['taken', 2],
      ['taken', null],
      ['taken', 3],
      ['left', null],
    ])
  })

  test('is taken otherwise, and what a colleague decided is not decided again', async () => {
    const { ines, articleId } = await aDraft()
    const [ledger, report] = await listDocumentNotes(ines, articleId)
    const [noteId, otherId] = [ledger?.id ?? '', report?.id ?? '']
    const form = { articleId, revision: 1, noteId, use: 'comment', comment: 'Look it up.' }
    await takeNote(ines, form)
    await expect(takeNote(ines, form)).rejects.toMatchObject({ reason: 'conflict' })
    expect(await db().comment.findMany({ where: { claim: { articleId } } })).toMatchObject([
      { text: 'Look it up.' },
    ])
    await expect(
      takeNote(ines, {
        articleId,
        revision: 1,
        noteId: otherId,
        use: 'source',
        title: '',
        url: '',
        locator: '',
      }),
    ).rejects.toMatchObject({ reason: 'invalid', fields: { title: 'Give the source a title.' } })

    await leaveNotes(ines, { articleId, noteIds: [otherId] })
    await reopenNotes(ines, { articleId, noteIds: [otherId] })
    expect((await listDocumentNotes(ines, articleId))[1]).toMatchObject({
      state: 'open',
      decidedBy: null,
    })
  })

  test('comes again with the next text, and only what it says anew is proposed', async () => {
    const { ines, articleId } = await aDraft()
    const { document, blocks } = await sent(
      ines,
      aWordDraft({ year: '1933', later: 'City plan, p. 2.' }),
    )
    await reviseArticle(ines, { articleId, base: 1, blocks, document })
    await runNewest(ines, articleId)
    const notes = await listDocumentNotes(ines, articleId)
    expect(notes).toHaveLength(6)
    expect(notes[0]).toMatchObject({
      text: 'City plan, p. 2.',
      words: 'Engineers will close it in May.',
    })
    // The words of what was proposed before are others now.
    expect(notes.find(({ text }) => text === DRAFT_SAYS.ledger)).toMatchObject({ place: null })
    expect(notes.find(({ text }) => text === DRAFT_SAYS.report)?.place).not.toBeNull()
  })

  test.each([
    ['a page', 'draft.html', PAGE],
    ['Markdown', 'draft.md', MARKDOWN],
    ['a rich text', 'draft.rtf', RICH],
    ['an OpenDocument text', 'draft.odt', openDraft()],
  ])('that is %s says the same, and is not proposed twice', async (_what, name, content) => {
    const newsroom = await aNewsroom()
    const ines = await newsroom.member('editor', 'Ines')
    const { document, blocks } = await sent(ines, Buffer.from(content), name)
    const { articleId } = await bringArticle(ines, { headline: 'The bridge', blocks, document })
    await runNewest(ines, articleId)
    const notes = await listDocumentNotes(ines, articleId)
    expect(notes.map(({ kind, words, text }) => [kind, words, text])).toEqual([
      ['footnote', 'It opened in 1932', 'City ledger, p. 4.'],
      ['link', 'welded', 'https://example.org/weld'],
    ])

    const next = [...blocks, { kind: 'paragraph', text: 'It closes in May.' }]
    const again = await sent(ines, Buffer.from(content), name)
    await reviseArticle(ines, { articleId, base: 1, blocks: next, document: again.document })
    await runNewest(ines, articleId)
    expect(await listDocumentNotes(ines, articleId)).toHaveLength(2)
  })

  test('that is a page in another encoding is read as it was chosen', async () => {
    const newsroom = await aNewsroom()
    const ines = await newsroom.member('editor', 'Ines')
    const page = `<p>\u00cc\u00ee\u00f1\u00f2 <a href="https://example.org/weld">\u00ee\u00f2\u00ea\u00f0\u00fb\u00f2</a>.</p>`
    const choices = { encoding: 'windows-1251' }
    const { document, blocks } = await sent(ines, Buffer.from(page, 'latin1'), 'a.html', choices)
    expect(blocks).toMatchObject([{ text: 'Мост открыт.' }])
    const { articleId } = await bringArticle(ines, { headline: 'The bridge', blocks, document })
    await runNewest(ines, articleId)
    expect(await listDocumentNotes(ines, articleId)).toMatchObject([{ words: 'открыт' }])
  })

  test('that is a page of a site says what its article says, and nothing of what stands around it', async () => {
    const newsroom = await aNewsroom()
    const ines = await newsroom.member('editor', 'Ines')
    const html = aPage()
      .replace('four million crowns', '<a href="https://example.org/cost">$&</a>')
      .replace('href="/tunnel"', 'href="https://example.org/tunnel"')
    const choices = { from: 'https://www.pine.example/bridge' }
    const { document, blocks } = await sent(ines, Buffer.from(html), 'bridge.xhtml', choices)
    const { articleId } = await bringArticle(ines, { headline: 'The bridge', blocks, document })
    await runNewest(ines, articleId)
    expect(await listDocumentNotes(ines, articleId)).toMatchObject([
      { kind: 'link', words: 'four million crowns', text: 'https://example.org/cost' },
    ])
  })

  test('that was changed before it came in says what it can on the words that are left', async () => {
    const newsroom = await aNewsroom()
    const ines = await newsroom.member('editor', 'Ines')
    const { document, blocks } = await sent(ines, aWordDraft())
    const changed = blocks.map((block) => ({
      ...block,
      text: block.text.replace('four million', 'five million'),
    }))
    const { articleId } = await bringArticle(ines, {
      headline: 'The bridge',
      blocks: changed,
      document,
    })
    await runNewest(ines, articleId)
    const [ledger, report] = await listDocumentNotes(ines, articleId)
    expect(ledger?.words).toBe('The old bridge opened in 1932')
    expect(report).toMatchObject({ text: DRAFT_SAYS.report, words: '', place: null })
    await expect(
      takeNotes(ines, { articleId, revision: 1, noteIds: [report?.id] }),
    ).rejects.toThrow('hang on no words')
  })

  test('of somebody else is not there to be brought in', async () => {
    const newsroom = await aNewsroom()
    const [ines, tom] = [
      await newsroom.member('editor', 'Ines'),
      await newsroom.member('checker', 'Tom'),
    ]
    const { document, blocks } = await sent(ines, aWordDraft())
    await expect(bringArticle(tom, { headline: 'Mine', blocks, document })).rejects.toMatchObject({
      reason: 'invalid',
      fields: { blocks: expect.stringContaining('not here any more') },
    })
  })
})

async function aDraft() {
  const newsroom = await aNewsroom()
  const ines = await newsroom.member('editor', 'Ines')
  const lena = await newsroom.member('writer', 'Lena')
  const { document, blocks } = await sent(ines, aWordDraft())
  const { articleId } = await bringArticle(ines, {
    ...{ headline: 'The bridge', writerIds: [lena.userId], blocks, document },
  })
  await runNewest(ines, articleId)
  return { ines, lena, articleId }
}

/** Sends a document to the newsroom and reads it, as the page does. */
async function sent(
  actor: Actor,
  bytes: Buffer,
  name = 'draft.docx',
  choices: Record<string, string> = {},
) {
  const { newsroomId } = actor
  const { sha256 } = await openStore().put(Readable.from([bytes]), { newsroomId })
  const { arrivalId } = (await receiveFile(actor, {
    ...{ file: { sha256, bytes: bytes.length }, text: null, facts: {}, warnings: [] },
    ...{ name, mediaType: 'application/octet-stream' },
  })) as { arrivalId: string }
  const { from, ...others } = choices
  const { blocks } =
    from === undefined
      ? await importDocument(bytes, name, { choices })
      : importPage(bytes, { choices: others, from })
  return { document: { arrivalId, choices }, blocks }
}

const PAGE = `<h1>The bridge</h1><p>It opened in 1932<sup><a href="#fn1" id="fnref1">1</a></sup> and was <a href="https://example.org/weld">welded</a>.</p><div id="fn1" role="doc-footnote"><p>City ledger, p. 4. <a href="#fnref1">↩</a></p></div>`

const MARKDOWN = `# The bridge

It opened in 1932[^a] and was [welded](https://example.org/weld).

[^a]: City ledger, p. 4.
`

const RICH =
  '{\\rtf1{\\stylesheet{\\s1 Title;}}\\pard\\s1 The bridge\\par\\pard It opened in 1932{\\footnote City ledger, p. 4.} and was {\\field{\\*\\fldinst HYPERLINK "https://example.org/weld"}{\\fldrslt welded}}.\\par}'

function openDraft(): Buffer {
  const link = '<text:a xlink:href="https://example.org/weld">welded</text:a>'
  const body = `${p('The bridge', 'Title')}${p(`It opened in 1932${note('City ledger, p. 4.')} and was ${link}.`)}`
  return makeOdt({ body })
}

async function runNewest(actor: Actor, articleId: string) {
  const { id } = await db().job.findFirstOrThrow({
    where: { articleId, kind: 'find_notes' },
    orderBy: { askedAt: 'desc' },
  })
  await runJob(id, { stopping: new AbortController().signal, pauses: [0, 0] })
  expect(await findJob(actor, id)).toMatchObject({ state: 'done' })
}
