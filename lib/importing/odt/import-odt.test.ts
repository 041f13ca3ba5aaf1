import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  comment,
  ends,
  from,
  gone,
  makeOdt,
  note,
  type OdtParts,
  p,
  region,
  span,
  to,
  tracked,
} from '@/lib/testing/importing/make-odt'
import type { ReadWishes } from '../word/read-parts'
import { importOdt } from './import-odt'

const read = (parts: OdtParts, wishes?: ReadWishes) => importOdt(makeOdt(parts), wishes)
const textOf = async (body: string) => (await read({ body })).text

describe('the words of a document', () => {
  test.each([
    ['with entities', p('Smith &amp; Sons &lt;1932&gt;'), 'Smith & Sons <1932>'],
    [
      'of spans that are cut anywhere',
      p(`The old br${span('idge ', 'x')}opened.`),
      'The old bridge opened.',
    ],
    [
      'with white space as the standard has it',
      p(' The\n  old <text:s text:c="2"/>bridge'),
      'The old   bridge',
    ],
    ['parted by a tab', p('1932<text:tab/>opened'), '1932 opened'],
    ['parted by a break of the line', p('The old<text:line-break/>bridge'), 'The old bridge'],
    [
      'of what was put in, without what was taken out',
      `${tracked(region('a', 'insertion') + region('b', 'deletion', p('1931')))}${p(`opened in ${gone('b')}${from('a')}1932${to('a')}.`)}`,
      'opened in 1932.',
    ],
    [
      'of a paragraph whose end was taken out',
      `${tracked(region('a', 'deletion', `${p('')}${p('never ')}`))}${p(`The bridge ${gone('a')}opened.`)}`,
      'The bridge opened.',
    ],
    [
      'of a paragraph whose end was put in',
      `${tracked(region('a', 'insertion'))}${p(`The bridge${from('a')}`)}${p(`opened.${to('a')}`)}`,
      'The bridge\n\nopened.',
    ],
    ['without what is hidden', p(`It opened${span(' (check!)', 'hidden')}.`), 'It opened.'],
    [
      'without a hidden section',
      `<text:section text:display="none">${p('Ask Tom.')}</text:section>${p('It opened.')}`,
      'It opened.',
    ],
    ['in a section that is shown', `<text:section>${p('It opened.')}</text:section>`, 'It opened.'],
    [
      'without a hidden paragraph',
      `${p('<text:hidden-paragraph text:is-hidden="true"/>Ask Tom.')}${p('It opened.')}`,
      'It opened.',
    ],
    ['of fields', p('Page <text:page-number>4</text:page-number> of 9'), 'Page 4 of 9'],
    [
      'without what a field holds and does not show',
      p(
        'It <text:conditional-text text:string-value-if-true="opened" text:string-value-if-false="closed">opened</text:conditional-text>.',
      ),
      'It opened.',
    ],
    [
      'raised, with what they mean',
      p(`10${span('6', 'raised')} people, H${span('2', 'lowered')}O`),
      '10⁶ people, H₂O',
    ],
    [
      'with a reading above them',
      p(
        '<text:ruby><text:ruby-base>大桥</text:ruby-base><text:ruby-text>dàqiáo</text:ruby-text></text:ruby>',
      ),
      '大桥',
    ],
    [
      'without a list of contents',
      `<text:table-of-content><text:index-body>${p('The bridge<text:tab/>4')}</text:index-body></text:table-of-content>${p('It opened.')}`,
      'It opened.',
    ],
    [
      'without the boxes beside them',
      p(`It opened.<draw:frame><draw:text-box>${p('A BOX')}</draw:text-box></draw:frame>`),
      'It opened.',
    ],
    [
      'with the caption in the frame of a picture',
      p(
        `It opened.<draw:frame><draw:text-box>${p('<draw:frame><draw:image/></draw:frame>Illustration 1: The bridge', 'Illustration')}</draw:text-box></draw:frame>`,
      ),
      'It opened.\n\nIllustration 1: The bridge',
    ],
    [
      'of a table by rows, with cells that span',
      `<table:table><table:table-header-rows><table:table-row>${cell('Year', 'table:number-rows-spanned="2"')}${cell('Cost', 'table:number-columns-spanned="2"')}<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:covered-table-cell/>${cell('low')}${cell('high')}</table:table-row><table:table-row>${cell('1932')}${cell('4', 'table:number-columns-repeated="2"')}</table:table-row></table:table>`,
      'Year | Cost | \n\nYear | low | high\n\n1932 | 4 | 4',
    ],
  ])('%s', async (_what, body, text) => {
    const reading = await read({ body })
    expect(reading.text).toBe(text)
    expect(reading.lines.filter(({ kind }) => /^(?:missing|added|joined)$/.test(kind))).toEqual([])
  })

  test('are of the kinds that their styles and lists say', async () => {
    const item = (words: string, more = '') => `<text:list-item>${p(words)}${more}</text:list-item>`
    const list = (items: string, more = '') => `<text:list ${more}>${items}</text:list>`
    const body = [
      p('The bridge', 'Title'),
      '<text:h text:outline-level="2">Costs</text:h>',
      list(
        `${item('Steel', list(`${item('from Ostrava')}${item('from Kladno')}`))}${item('Stone')}`,
        'xml:id="one" text:style-name="Numbers"',
      ),
      p('Between.'),
      list(item('Wood'), 'text:continue-list="one" text:style-name="Numbers"'),
      list(item('New'), 'text:style-name="Numbers"'),
      list(item('Welders', p('and their helpers')), 'text:style-name="Bullets"'),
      p('“It was late.”', 'Quotations'),
      p('The bridge in 1932', 'Illustration'),
    ].join('')
    const { blocks } = await read({ body })
    expect(blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'headline: The bridge',
      'subhead: Costs',
      'list_item: 1. Steel',
      'list_item: 1.a. from Ostrava',
      'list_item: 1.b. from Kladno',
      'list_item: 2. Stone',
      'paragraph: Between.',
      'list_item: 3. Wood',
      'list_item: 1. New',
      'list_item: Welders',
      'list_item: and their helpers',
      'quote: “It was late.”',
      'caption: The bridge in 1932',
    ])
  })
})

describe('what does not stand in the text is told, and can be put in', () => {
  const body = `${tracked(region('a', 'insertion') + region('b', 'deletion', p(' in 1931')))}${p(`It opened${span(' late', 'struck')}${gone('b')}${from('a')} in 1932${to('a')}${span(' (ask Tom)', 'hidden')}.<draw:frame draw:name="Chart 1"><draw:object/></draw:frame>`)}`

  test('with what was done with it', async () => {
    const { text, lines } = await read({ body, header: p('DRAFT 3') })
    expect(text).toBe('It opened in 1932.')
    expect(lines.map(({ kind, option, words, took }) => [kind, option, words, took])).toEqual([
      ['struck', 'out', 'late', ' late'],
      ['deleted', 'out', 'in 1931', ' in 1931'],
      ['inserted', 'in', 'in 1932', ''],
      ['hidden', 'out', '(ask Tom)', ' (ask Tom)'],
      ['head', null, 'DRAFT 3', 'DRAFT 3'],
      ['embedded', null, 'Chart 1', ''],
    ])
  })

  test('as it was before the changes, and with all that was out', async () => {
    const choices = { inserted: 'out', deleted: 'in', struck: 'in', hidden: 'in' }
    expect((await read({ body }, { choices })).text).toBe('It opened late in 1931 (ask Tom).')
  })

  test('of any document, word for word', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyRun, { maxLength: 6 }), { minLength: 1, maxLength: 6 }),
        async (paragraphs) => {
          const regions: string[] = []
          const texts = paragraphs.map((runs) =>
            runs.map((run) => run(`c${regions.length}`, (one) => regions.push(one))).join(''),
          )
          const body = `${tracked(regions.join(''))}${texts.map((one) => p(one)).join('')}${p('End.')}`
          const { lines } = await read({ body })
          expect(
            lines.filter(({ kind }) => /^(?:missing|added|joined)$/.test(kind)),
            body,
          ).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('what a document says on its words', () => {
  const on = async (body: string) => {
    const { notes, text } = await read({ body })
    return notes.map(({ span: at, ...said }) => ({
      ...said,
      on: at && text.slice(at.start, at.end),
    }))
  }

  test('are its notes, with the addresses that they name or lead to', async () => {
    const cited = note('See <text:a xlink:href="https://example.org/cost">the count</text:a>.')
    const body = p(
      `The old bridge opened in 1932${note('City ledger, p. 4.')} and cost four million.${cited} It was late.${note('Ibid.', 'endnote')}`,
    )
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

  test('are its comments, with author, time, answers and whether they are done', async () => {
    const answer = comment('b', 'Yes, the ledger.', 'loext:parent-name="a"', 'Tom')
    const body = `${p(`It opened in ${comment('a', 'Sure?', 'loext:resolved="true"')}${answer}1932${ends('a')}${ends('b')}.`)}${p(`It closed${comment('', 'When?')} late.`)}`
    expect(await on(body)).toMatchObject([
      {
        ...{ kind: 'comment', on: '1932', text: 'Sure?', author: 'Ines', resolved: true },
        at: '2026-11-30T09:00:00',
        replies: [{ author: 'Tom', text: 'Yes, the ledger.' }],
      },
      { kind: 'comment', on: 'closed', text: 'When?', resolved: false },
    ])
  })

  test('are its links, and one that leads to no page is told of', async () => {
    const body = p(
      '<text:a xlink:href="https://example.org/a?b=1&amp;c=2">The ledger</text:a> says so <text:a xlink:href="../x.odt">here</text:a>, <text:a xlink:href="#top">above</text:a>.',
    )
    expect(await on(body)).toMatchObject([
      { kind: 'link', on: 'The ledger', text: 'https://example.org/a?b=1&c=2' },
    ])
    expect((await read({ body })).lines).toMatchObject([{ kind: 'address', words: '../x.odt' }])
    expect(await textOf(body)).toBe('The ledger says so here, above.')
  })
})

function cell(words: string, more = ''): string {
  return `<table:table-cell ${more}>${p(words)}</table:table-cell>`
}

const word = fc.constantFrom('the bridge ', ' opened', '1932', ' — ', 'Мост ', 'köprü', ' ')
const anyRun = fc
  .tuple(
    word,
    fc.constantFrom(
      ...['plain', 'hidden', 'struck', 'raised', 'deleted', 'inserted', 'break', 'tab', 'link'],
      ...['note', 'comment', 'field', 'box', 'torn'],
    ),
  )
  .map(([words, how]) => (id: string, tell: (region: string) => void): string => {
    switch (how) {
      case 'hidden':
      case 'struck':
        return span(words, how)
      case 'raised':
        // Raised letters on both sides of a mark have no plain form of their own.
        return `${span(words, how)} `
      case 'deleted':
        tell(region(id, 'deletion', p(words)))
        return gone(id)
      case 'torn':
        tell(region(id, 'deletion', `${p('gone ')}${p(words)}`))
        return gone(id)
      case 'inserted':
        tell(region(id, 'insertion'))
        return `${from(id)}${words}${to(id)}`
      case 'break':
        return '<text:line-break/>'
      case 'tab':
        return '<text:tab/>'
      case 'link':
        return `<text:a xlink:href="#x">${words}</text:a>`
      case 'note':
        return note(words)
      case 'comment':
        return comment('', words)
      case 'field':
        return `<text:sequence>${words}</text:sequence>`
      case 'box':
        return `<draw:frame><draw:text-box>${p(words)}</draw:text-box></draw:frame>`
      default:
        return words
    }
  })
