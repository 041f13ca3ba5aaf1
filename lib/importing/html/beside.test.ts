import { describe, expect, test } from 'vitest'
import { layOut } from '@/lib/domain/text/blocks'
import { importArticle } from '../import-article'
import type { SourceKind } from '../read-file'

/** What a source says beside its text, with the words that it says it on. */
function said(content: string, kind: SourceKind = 'html') {
  const { blocks, notes } = importArticle({ kind, content })
  const { text } = layOut(blocks)
  return notes.map(({ span, ...note }) => ({
    ...note,
    on: span && text.slice(span.start, span.end),
  }))
}

describe('what is pasted says its notes, comments and links on its words', () => {
  test('from Word', () => {
    const mark = (id: number) =>
      `<a style='mso-footnote-id:ftn${id}' href="#_ftn${id}" name="_ftnref${id}" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[${id}]<![endif]></span></span></a>`
    const body = (id: number, words: string) =>
      `<div style='mso-element:footnote' id=ftn${id}><p class=MsoFootnoteText><a style='mso-footnote-id:ftn${id}' href="#_ftnref${id}" name="_ftn${id}" title=""><span class=MsoFootnoteReference>[${id}]</span></a> ${words}<o:p></o:p></p></div>`
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
<p class=MsoNormal>The old bridge opened in 1932${mark(1)} and cost four
million.${mark(2)} <a style='mso-comment-reference:AP_1;mso-comment-date:20261130T0900'>Engineers</a><span
class=MsoCommentReference><span style='font-size:8.0pt'><![if !supportAnnotations]><a class=msocomanchor
id="_anchor_1" href="#_msocom_1" language=JavaScript name="_msoanchor_1">[AP1]</a><![endif]></span></span> will close it, says
<a href="https://example.org/plan">the plan</a>.<o:p></o:p></p>
<!--EndFragment--><div style='mso-element:footnote-list'><hr>${body(1, 'City ledger, p. 4.')}${body(2, 'See <a href="https://example.org/cost">the count</a>.')}</div>
<div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><div id="_com_1" class=msocomtxt><span
style='mso-comment-author:"Ada Pine"'><a name="_msocom_1"></a></span><p class=MsoCommentText><span
class=MsoCommentReference><a href="#_msoanchor_1" class=msocomoff>[AP1]</a></span>Which engineers?<o:p></o:p></p></div></div></div></body></html>`
    expect(said(html)).toEqual([
      note('footnote', 'The old bridge opened in 1932', 'City ledger, p. 4.'),
      note('footnote', 'and cost four million.', 'See the count.', ['https://example.org/cost']),
      {
        ...note('comment', 'Engineers', 'Which engineers?'),
        author: 'Ada Pine',
        at: '2026-11-30T09:00:00',
      },
      note('link', 'the plan', 'https://example.org/plan', ['https://example.org/plan']),
    ])
  })

  test('from Google Docs', () => {
    const html = `<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span>The old bridge opened in 1932</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><span> and cost four million</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><span>.</span></p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;City ledger, p. 4.</span></p></div><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Of which year?</span></p></div></b>`
    expect(said(html)).toEqual([
      note('footnote', 'The old bridge opened in 1932', 'City ledger, p. 4.'),
      note('comment', 'million', 'Of which year?'),
    ])
  })

  test('from LibreOffice', () => {
    const html = `<p>The old bridge opened in 1932<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>. It was late.<a class="sdendnoteanc" name="sdendnote1anc" href="#sdendnote1sym"><sup>i</sup></a></p>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>City ledger, p. 4.</p></div>
<div id="sdendnote1"><p class="sdendnote"><a class="sdendnotesym" name="sdendnote1sym" href="#sdendnote1anc">i</a>Ibid.</p></div>`
    expect(said(html)).toEqual([
      note('footnote', 'The old bridge opened in 1932', 'City ledger, p. 4.'),
      note('endnote', 'It was late.', 'Ibid.'),
    ])
  })

  test.each([
    [
      'of Wikipedia',
      `<p>It opened in 1932.<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup></p><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink">^ <a href="#cite_ref-1">a</a></span> <span class="reference-text">City ledger, p. 4.</span></li></ol>`,
      'It opened in 1932.',
    ],
    [
      'of a page for every reader',
      `<p>It opened in 1932.<a role="doc-noteref" href="#n1">1</a></p><section role="doc-endnotes"><ol><li id="n1" role="doc-endnote"><p>City ledger, p. 4. <a href="#fnref1" role="doc-backlink">↩︎</a></p></li></ol></section>`,
      'It opened in 1932.',
    ],
    [
      'in the margin',
      `<p>It opened in 1932<span class="sidenote">City ledger, p. 4.</span> at last.</p>`,
      'It opened in 1932',
    ],
    [
      'that nothing leads to',
      `<p>It opened in 1932.</p><div role="doc-footnote">City ledger, p. 4.</div>`,
      null,
    ],
    [
      'in a cell',
      `<table><tr><td>Year<td>Cost<tr><td>1932<td>4<a href="#_ftn1" name="_ftnref1">[1]</a></table><p id="_ftn1"><a href="#_ftnref1">[1]</a> City ledger, p. 4.</p>`,
      '1932 | 4',
    ],
  ])('a note %s', (_what, html, on) => {
    expect(said(html)).toMatchObject([{ on, text: 'City ledger, p. 4.' }])
  })

  test('a note that is left out of the text all the same, and one on words that are numbered', () => {
    const html = `<ol><li>It opened<sup><a href="#fn1">1</a></sup> late.</li></ol><p id="fn1">City ledger. <a href="#fnref1">↩</a></p>`
    const choices = { note: 'out', mark: 'out' }
    const { blocks, notes } = importArticle({ kind: 'html', content: html }, { choices })
    expect(blocks.map(({ text }) => text)).toEqual(['1. It opened late.'])
    expect(notes).toMatchObject([{ text: 'City ledger.', span: { start: 0, end: 12 } }])
  })

  test('of ten thousand links each is on its words, and soon', () => {
    const ids = Array.from({ length: 10_000 }, (_, at) => at)
    const link = (id: number) => `<a href="https://example.org/${id}">ferry ${id}</a>`
    const html = Array.from(
      { length: 100 },
      (_, at) =>
        `<p>${ids
          .slice(at * 100, at * 100 + 100)
          .map(link)
          .join(' and ')}</p>`,
    )
    const found = said(html.join(''))
    expect(found).toHaveLength(10_000)
    expect(found.every(({ text, on }) => on === `ferry ${text.slice(20)}`)).toBe(true)
  })
})

test('Markdown says its footnotes and links on its words', () => {
  const markdown = `# The bridge

The old bridge opened in 1932[^1] and cost four million.[^cost] It was [welded](https://example.org/weld).

[^1]: City ledger, p. 4.
[^cost]: See https://example.org/cost.
`
  expect(said(markdown, 'markdown')).toEqual([
    note('footnote', 'The old bridge opened in 1932', 'City ledger, p. 4.'),
    note('footnote', 'and cost four million.', 'See https://example.org/cost.', [
      'https://example.org/cost',
    ]),
    note('link', 'welded', 'https://example.org/weld', ['https://example.org/weld']),
  ])
})

test('signs that a source has of its own are no places', () => {
  expect(
    said('<p>It \ufdd0\ufdd1\ufddb opened <a href="https://example.org">late</a>.</p>'),
  ).toMatchObject([{ kind: 'link' }])
})

function note(kind: string, on: string, text: string, addresses: string[] = []) {
  return { kind, on, text, addresses, author: '', at: '', resolved: false, replies: [] }
}
