import { describe, expect, test } from 'vitest'
import { makeZip } from '@/lib/testing/evidence/make-zip'
import { makeWord, paragraph, run } from '@/lib/testing/importing/make-word'
import { misplaced } from '@/lib/testing/ooxml/misplaced'
import { partsOf, rootOf } from '@/lib/testing/ooxml/parts-of'
import { control, deleted, field, inserted, table } from '@/lib/testing/ooxml/word-markup'
import { AT, bodyOf, notesIn, written } from '@/lib/testing/ooxml/write-on'

describe('a comment stands on the very words', () => {
  const bold = run('1932', '<w:b/><w:i/>')
  test.each([
    [
      'of several runs, each as it was',
      `<w:p>${run('opened in ')}${bold}${run(' late')}</w:p>`,
      'in 1932 l',
    ],
    [
      'of a link',
      `<w:p>${run('See ')}<w:hyperlink w:anchor="a">${run('the ledger')}</w:hyperlink></w:p>`,
      'the ledger',
    ],
    [
      'of a part of a link',
      `<w:p><w:hyperlink w:anchor="a">${run('the old ledger')}</w:hyperlink></w:p>`,
      'old',
    ],
    [
      'that somebody put in',
      `<w:p>${run('opened ')}${inserted(run('in 1932 at last'))}</w:p>`,
      '1932',
    ],
    [
      'around what somebody took out',
      `<w:p>${run('opened ')}${deleted('never ')}${run('in 1932')}</w:p>`,
      'opened in',
    ],
    [
      'of a field’s result',
      `<w:p>${run('See ')}${field(' REF a ', run('page four of it'))}</w:p>`,
      'four',
    ],
    [
      'of a simple field',
      `<w:p>${run('On ')}<w:fldSimple w:instr="DATE">${run('30 November')}</w:fldSimple></w:p>`,
      'November',
    ],
    [
      'of a content control',
      `<w:p>${run('By ')}${control('<w:tag w:val="a"/>', run('Ines Kaya'))}</w:p>`,
      'Ines',
    ],
    [
      'over two paragraphs',
      `${paragraph('It opened.')}${paragraph('It cost much.')}`,
      'opened.\n\nIt cost',
    ],
    [
      'of a cell',
      table([
        ['Year', 'Cost'],
        ['1932', '4 million'],
      ]),
      '4 million',
    ],
    [
      'over two cells',
      table([
        ['Year', 'Cost'],
        ['1932', '4 million'],
      ]),
      '1932 | 4',
    ],
    [
      'before a footnote',
      `<w:p>${run('It opened')}<w:r><w:footnoteReference w:id="1"/></w:r>${run(' late.')}</w:p>`,
      'It opened',
    ],
    [
      'with entities',
      `<w:p><w:r><w:t>Smith &amp; S&#246;hne &lt;1932&gt;</w:t></w:r></w:p>`,
      '& Söhne <',
    ],
    ['in a marked section', `<w:p><w:r><w:t><![CDATA[a < b & c]]></w:t></w:r></w:p>`, '< b'],
    ['from right to left', `<w:p>${run('افتتح الجسر عام ١٩٣٢.', '<w:rtl/>')}</w:p>`, 'الجسر'],
    [
      'with hyphens that keep together',
      `<w:p>${run('the S')}<w:r><w:noBreakHyphen/><w:t>400 system</w:t></w:r></w:p>`,
      'S\u2011400',
    ],
    [
      'in a control at the level of paragraphs',
      control('<w:tag w:val="a"/>', paragraph('It opened late.')),
      'opened',
    ],
  ])('%s', async (_what, body, on) => {
    const file = await written(makeWord({ body }), { comments: [[on, 'Sure?']] })
    expect(await notesIn(file)).toMatchObject([{ on, text: 'Sure?', author: 'Ines Kaya', at: AT }])
  })

  test.each([
    [
      'in a box beside the text',
      `<w:p>${run('It opened.')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>${paragraph('A BOX')}</w:txbxContent></wps:txbx></mc:Choice></mc:AlternateContent></w:r></w:p>`,
      'A BOX',
    ],
    ['of a formula', `<w:p>${run('It is ')}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>`, 'x'],
    [
      'that a program fills in',
      `<w:p>${run('By ')}${control('<w:dataBinding w:xpath="a"/>', run('Ines Kaya'))}</w:p>`,
      'Ines',
    ],
  ])('or right around what no mark can stand in, and names them: %s', async (_what, body, on) => {
    const choices = { text_box: 'in' }
    const file = await written(makeWord({ body }), { comments: [[on, 'Sure?']] }, { choices })
    expect(await notesIn(file, { choices })).toMatchObject([{ text: `On “${on}”:\nSure?` }])
  })

  test('with answers, as done', async () => {
    const replies = [
      {
        author: 'Tom',
        initials: 'T',
        at: '2026-11-30T10:30:15.250Z',
        paragraphs: ['Yes.', 'See “a”\tand\n<b>.'],
      },
      { author: 'ليلى', initials: 'ل', at: AT, paragraphs: ['نعم'] },
    ]
    const original = makeWord({ body: paragraph('It opened in 1932.') })
    const file = await written(original, {
      comments: [['1932', 'Sure?', { replies, resolved: true }]],
    })
    expect(await notesIn(file)).toMatchObject([
      {
        ...{ on: '1932', text: 'Sure?', resolved: true },
        replies: [
          { author: 'Tom', at: '2026-11-30T10:30:15Z', text: 'Yes.\nSee “a” and\n<b>.' },
          { author: 'ليلى', text: 'نعم' },
        ],
      },
    ])
    expect(misplaced(await rootOf(file, 'word/comments.xml'))).toEqual([])
    expect(misplaced(await rootOf(file, 'word/commentsExtended.xml'))).toEqual([])
  })
})

describe('comments that are there stay', () => {
  const old = `<w:comment w:id="7" w:author="Deniz"><w:p w14:paraId="57E70000">${run('Old?')}</w:p></w:comment>`
  const range = (id: number, words: string) =>
    `<w:commentRangeStart w:id="${id}"/>${run(words)}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
  const body = `<w:p>${run('It ')}${range(7, 'opened')}${run(' in ')}${range(9, '1932')}${run('.')}</w:p>`

  test.each([
    ['with their answers', '<w15:commentEx w15:paraId="57E70000" w15:done="1"/>'],
    ['without a part for these', undefined],
  ])('%s', async (_what, commentsExtended) => {
    const file = await written(
      makeWord({ body, comments: old, ...(commentsExtended && { commentsExtended }) }),
      { comments: [['opened in', 'New?', { resolved: true }]] },
    )
    expect(await notesIn(file)).toMatchObject([
      { on: 'opened', text: 'Old?', author: 'Deniz', resolved: commentsExtended !== undefined },
      { on: 'opened in', text: 'New?', resolved: true },
    ])
    const comments = (await partsOf(file)).get('word/comments.xml')?.toString() ?? ''
    expect(comments).toContain(old)
    // Nine is above the comments, and is only referred to: no new comment becomes what it stands for.
    expect([...comments.matchAll(/<w:comment [^>]*w:id="(\d+)"/g)].map(([, id]) => id)).toEqual([
      '7',
      '10',
    ])
    expect(new Set([...comments.matchAll(/paraId="(\w+)"/g)].map(([, id]) => id)).size).toBe(2)
  })

  test('also where the part for them holds none, and declares less than is needed', async () => {
    const uri = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    const whole = await partsOf(makeWord({ body: paragraph('It opened.'), comments: '' }))
    whole.set('word/comments.xml', Buffer.from(`<a:comments xmlns:a="${uri}" xmlns:w="urn:x"/>`))
    const original = makeZip([...whole].map(([name, content]) => ({ name, content })))
    const file = await written(original, { comments: [['opened', 'New?']] })
    expect(await notesIn(file)).toMatchObject([{ on: 'opened', text: 'New?' }])
    const comments = (await partsOf(file)).get('word/comments.xml')?.toString() ?? ''
    expect(comments).toMatch(/^<a:comments [^>]*mc:Ignorable="w14"><a:comment .*<\/a:comments>$/)
  })

  test('in the document’s own styles for comments', async () => {
    const styles =
      '<w:style w:styleId="Kommentartext"><w:name w:val="annotation text"/></w:style><w:style w:styleId="Kommentarzeichen"><w:name w:val="annotation reference"/></w:style>'
    const file = await written(makeWord({ body: paragraph('It opened.'), styles }), {
      comments: [['opened', 'New?']],
    })
    const comments = (await partsOf(file)).get('word/comments.xml')?.toString() ?? ''
    expect(comments).toContain('<w:pStyle w:val="Kommentartext"/>')
    expect(await bodyOf(file)).toContain(
      '<w:rStyle w:val="Kommentarzeichen"/></w:rPr><w:commentReference',
    )
  })
})
