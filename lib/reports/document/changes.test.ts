import { describe, expect, test } from 'vitest'
import { importDocx } from '@/lib/importing/word/import-docx'
import { makeWord, paragraph, run } from '@/lib/testing/importing/make-word'
import { control, deleted, field, inserted, table } from '@/lib/testing/ooxml/word-markup'
import { bodyOf, notesIn, written } from '@/lib/testing/ooxml/write-on'

describe('a change is tracked', () => {
  const by = 'w:author="Tom" w:date="2026-11-30T09:00:00Z"'

  test('in the look of its words, and only where words differ', async () => {
    const body = `<w:p>${run('It opened ')}<w:r><w:rPr><w:b/><w:rPrChange w:id="1" w:author="X"><w:rPr/></w:rPrChange></w:rPr><w:t>in 1932</w:t></w:r>${run(' late.')}</w:p>`
    const file = await written(makeWord({ body }), {
      changes: [['opened in 1932', 'opened in 1931\nor 1933']],
    })
    expect(await bodyOf(file)).toContain(
      `<w:t xml:space="preserve">in </w:t></w:r><w:del w:id="3" ${by}><w:r><w:rPr><w:b/><w:rPrChange w:id="1" w:author="X"><w:rPr/></w:rPrChange></w:rPr><w:delText xml:space="preserve">1932</w:delText></w:r></w:del><w:ins w:id="2" ${by}><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">1931</w:t><w:br/><w:t xml:space="preserve">or 1933</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> late.`,
    )
  })

  const ACCEPTED: [what: string, body: string, words: string, after: string, becomes: string][] = [
    [
      'that only puts in',
      paragraph('opened in 1932'),
      'in 1932',
      'in May 1932',
      'opened in May 1932',
    ],
    ['that only takes out', paragraph('It opened at last.'), 'at last', '', 'It opened .'],
    [
      'over tabs and breaks',
      `<w:p>${run('in')}<w:r><w:tab/></w:r>${run('1932')}<w:r><w:br/><w:t>late</w:t></w:r></w:p>`,
      'in 1932 late',
      'then',
      'then',
    ],
    [
      'of words that somebody put in',
      `<w:p>${run('It ')}${inserted(run('opened late'))}</w:p>`,
      'late',
      'early',
      'It opened early',
    ],
    [
      'in a link',
      `<w:p><w:hyperlink w:anchor="a">${run('the old ledger')}</w:hyperlink></w:p>`,
      'old',
      'new',
      'the new ledger',
    ],
    [
      'in the field of a link',
      `<w:p>${field(' HYPERLINK "https://example.org" ', run('the old ledger'))}</w:p>`,
      'old',
      'new',
      'the new ledger',
    ],
    [
      'of raised letters alone, which are not raised twice',
      `<w:p>${run('10')}${run('6', '<w:vertAlign w:val="superscript"/>')}${run(' people')}</w:p>`,
      '⁶',
      '⁷ million',
      '10⁷ million people',
    ],
    [
      'of raised letters',
      `<w:p>${run('10')}${run('6', '<w:vertAlign w:val="superscript"/>')}${run(' people')}</w:p>`,
      '10⁶ people',
      '10⁷ people',
      '10⁷ people',
    ],
    [
      'in a cell',
      table([
        ['Year', 'Cost'],
        ['1932', '4 million'],
      ]),
      '4 million',
      '5 million',
      'Year | Cost\n\n1932 | 5 million',
    ],
  ]
  test.each(ACCEPTED)('%s', async (_what, body, words, after, becomes) => {
    const file = await written(makeWord({ body }), { changes: [[words, after]] })
    expect(await notesIn(file)).toEqual([])
    expect((await importDocx(file)).text).toBe(becomes)
  })

  test('with the tabs and breaks between its words, and no others', async () => {
    const tab = '<w:r><w:tab/></w:r>'
    const page = '<w:r><w:br w:type="page"/></w:r>'
    const body = `<w:p>${run('It opened')}${tab}${run('in')}${tab}${page}${run('1932')}${tab}${run('late.')}</w:p>`
    const file = await written(makeWord({ body }), { changes: [['in 1932', 'then']] })
    const kept = ((await bodyOf(file)) ?? '').replace(/<w:del .*?<\/w:del>/g, '')
    expect(kept.split('<w:tab/>')).toHaveLength(3)
    expect(kept).toContain(page)
    expect(kept.replace(/<[^>]*>/g, '|').replace(/\|+/g, '|')).toBe('|It opened|then|late.|')
  })

  test('and what stands among its words stays: notes, marks and pictures', async () => {
    const note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    const body = `<w:p>${run('opened in 1931')}${note}<w:bookmarkStart w:id="5" w:name="a"/>${run(' or so')}<w:bookmarkEnd w:id="5"/>${run('.')}</w:p>`
    const file = await written(makeWord({ body }), { changes: [['in 1931 or so', '']] })
    const now = (await bodyOf(file)) ?? ''
    expect(now).toContain(`</w:del>${note}<w:bookmarkStart w:id="5" w:name="a"/><w:del`)
    expect((await importDocx(file)).text).toBe('opened .')
  })

  test.each([
    [
      'what was taken out already',
      `<w:p>${run('It ')}${deleted('never ')}${run('opened.')}</w:p>`,
      'never',
      { deleted: 'in' },
    ],
    [
      'a field that is made anew',
      `<w:p>${run('See ')}${field(' PAGEREF a ', run('page four'))}</w:p>`,
      'four',
      {},
    ],
    [
      'a half of a link’s field',
      `<w:p>${run('See ')}${field(' HYPERLINK "https://a.b" ', run('the ledger'))}</w:p>`,
      'See the',
      {},
    ],
    [
      'a date of itself',
      `<w:p>${run('On ')}<w:fldSimple w:instr="DATE">${run('30 May')}</w:fldSimple></w:p>`,
      '30',
      {},
    ],
    [
      'what is locked',
      `<w:p>${run('By ')}${control('<w:lock w:val="contentLocked"/>', run('Ines'))}</w:p>`,
      'Ines',
      {},
    ],
    [
      'what a program fills in',
      `<w:p>${run('By ')}${control('<w:date/>', run('May 1932'))}</w:p>`,
      'May',
      {},
    ],
    [
      'a box',
      `<w:p>${run('It opened.')}<w:r><w:pict><v:textbox><w:txbxContent>${paragraph('A BOX')}</w:txbxContent></v:textbox></w:pict></w:r></w:p>`,
      'BOX',
      { text_box: 'in' },
    ],
    ['a formula', `<w:p>${run('It is ')}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>`, 'x', {}],
    [
      'two cells',
      table([
        ['Year', 'Cost'],
        ['1932', '4 million'],
      ]),
      '1932 | 4',
      {},
    ],
    [
      'a part of raised words',
      `<w:p>${run('x')}${run('max later', '<w:vertAlign w:val="superscript"/>')}</w:p>`,
      'later',
      {},
    ],
    [
      'words that were moved',
      `<w:p><w:moveTo w:author="X">${run('It opened')}</w:moveTo></w:p>`,
      'opened',
      {},
    ],
  ])('or said in a comment, where it would change %s', async (_what, body, words, choices) => {
    const original = makeWord({ body })
    const before = await importDocx(original, { choices })
    const file = await written(original, { changes: [[words, 'other']] }, { choices })
    const notes = await notesIn(file, { choices })
    expect(notes).toHaveLength(1)
    expect(notes[0]?.text).toContain(
      `A change that cannot be tracked in these words:\n“${words}” becomes “other”.`,
    )
    expect((await importDocx(file, { choices })).text).toBe(before.text)
  })

  test('of the same words only once: one that was accepted goes first', async () => {
    const original = makeWord({ body: paragraph('It opened in 1932.') })
    const file = await written(original, {
      changes: [
        ['1932', '1931'],
        ['in 1932', 'in 1933', { kind: 'accepted' }],
      ],
    })
    expect((await importDocx(file)).text).toBe('It opened in 1933.')
    expect((await notesIn(file))[0]?.text).toContain('“1932” becomes “1931”.')
  })
})
