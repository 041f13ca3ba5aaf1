import { describe, expect, test } from 'vitest'
import { differenceLines } from './difference-lines'
import { layFigures } from './lay-figures'
import { layWords } from './lay-words'
import { hasFiguresToCompare, hasWordsToCompare } from './offered'
import { quotationIn } from './quotation-in'
import { readRates } from './read-rates'
import { wordPairs } from './word-pairs'

const laid = (printed: string, source: string, translated = '') =>
  layWords({ printed, source, translated, language: 'en' })

describe('the lines that are kept of compared words', () => {
  test.each([
    ['the same', 'We will pay by May', 'We will pay by May.', ['Proposed: Word for word']],
    [
      'a negation left out',
      'We will pay by May',
      'We will not pay by May.',
      [
        'Proposed: Words left out without a mark',
        'A negation differs: nothing printed, the source has “not”',
        'Left out without a mark: “not”',
      ],
    ],
    [
      'another figure',
      'a range of 400 km',
      'a range of 250 km',
      [
        'Proposed: Words differ',
        'A number differs: printed “400”, the source has “250”',
        'Other words: “400” for “250”',
      ],
    ],
    [
      'a filler, a bracket, an ellipsis',
      '[Moss] paid … by May',
      'Well, she paid, as agreed last year, by May.',
      [
        'Proposed: Words left out, with an ellipsis; Words of the newsroom in brackets',
        'In brackets: “[Moss]”',
        'Left out with a mark: “as agreed last year”',
      ],
    ],
    ['another text', 'The bridge is safe', 'We sold cars.', ['Proposed: Not found in the source']],
  ])('%s', (_what, printed, source, lines) => {
    expect(laid(printed, source).lines).toEqual(expect.arrayContaining(lines))
    expect(laid(printed, source).lines[0]).toBe(lines[0])
  })

  test('are not endless', () => {
    const printed = Array.from({ length: 60 }, (_, n) => `we paid the ${n} farmers there`).join(' ')
    const source = Array.from({ length: 60 }, (_, n) => `we paid no ${n} farmers there`).join(' ')
    const texts = { printed, source }
    const lines = differenceLines(laid(printed, source).comparison, texts)
    expect(lines.filter((line) => line.startsWith('Other words'))).toHaveLength(40)
    expect(lines).toContain('20 more differences')
  })
})

const CAPTIONS = [
  '1\n00:12:03,000 --> 00:12:05,000\nWe will pay',
  '2\n00:12:05,000 --> 00:12:08,000\nthe full sum by May.',
].join('\n\n')

describe('a transcript', () => {
  test('gives the time of the passage, and its words without times', () => {
    expect(laid('We will pay the full sum', CAPTIONS)).toMatchObject({
      ...{ locator: '00:12:03–00:12:08', compared: 'We will pay\nthe full sum by May.' },
      lines: ['Found at 00:12:03–00:12:08', 'Proposed: Word for word'],
    })
  })

  test('of somebody else gives no time', () => {
    expect(laid('The bridge is safe and old', CAPTIONS).locator).toBeNull()
  })

  test('is told from an excerpt, which has no lines to name', () => {
    expect(laid('We will pay', 'He said: we will pay.')).toMatchObject({
      ...{ locator: null, transcript: null, compared: 'He said: we will pay.' },
    })
  })
})

describe('a translation', () => {
  test('is what is compared, and the source’s words are kept with it', () => {
    const { comparison, compared, against } = laid(
      'The bridge is safe',
      'Die Brücke ist sicher.',
      'The bridge is safe.',
    )
    expect([comparison.reading, compared, against]).toEqual([
      ...['verbatim', 'The bridge is safe.', 'Die Brücke ist sicher.'],
    ])
  })

  test('of a whole book is refused', () => {
    const refused = () => laid('The bridge', 'Brücke '.repeat(2_000), 'The bridge.')
    expect(refused).toThrow(expect.objectContaining({ fields: { source: expect.any(String) } }))
  })
})

describe('of a long source', () => {
  const talk = (words: string) => Array.from({ length: 300 }, () => words).join(' ')
  const SOURCE = `${talk('Nobody asked.')} We will pay the full sum. ${talk('Somebody left.')}`

  test('only the passage is kept, with what stands around it', () => {
    const { against } = laid('We will pay the full sum', SOURCE)
    expect(against).toMatch(/^\[…\] .*Nobody asked\. We will pay the full sum\. Somebody.* \[…\]$/)
    expect(against.length).toBeLessThan(500)
  })

  test('both places of a joined quotation are kept', () => {
    const source = `The bridge stays open all winter. ${SOURCE}`
    const { against, comparison } = laid(
      'The bridge stays open all winter … we will pay the full sum',
      source,
    )
    expect(comparison.readings).toContain('spliced')
    expect(against).toMatch(/^The bridge stays.* \[…\] .*We will pay the full sum/)
  })
})

describe('pairs of words', () => {
  const pairs = (printed: string, source: string) => {
    const { comparison, compared } = laid(printed, source)
    return wordPairs(comparison, { printed, source: compared }).map(
      ({ what, printed, source }) => `${what} ${printed}/${source}`,
    )
  }

  test('stand over each other, and what only one has over nothing', () => {
    expect(pairs('We will certainly pay by May', 'We will pay the sum by May.')).toEqual([
      ...['same We/We', 'same will/will', 'put-in certainly/', 'same pay/pay'],
      ...['left-out /the', 'left-out /sum', 'same by/by', 'same May/May'],
    ])
  })

  test('hold every printed word, in its order', () => {
    const printed = '“We [the council] paid,” she said, “… by May”'
    const { comparison, compared } = laid(printed, 'We paid, as agreed last year, by May.')
    const all = wordPairs(comparison, { printed, source: compared })
    const words = all.map((one) => one.printed && one.printed + (one.isGlued ? '' : ' '))
    expect(words.join('').trim()).toBe(printed)
  })
})

describe('figures', () => {
  const figures = (printed: string, source: string, rates = '') =>
    layFigures({ printed, source, language: 'en', rates: readRates(rates) })

  test.each<[what: string, printed: string, source: string, proposed: string, line: RegExp]>([
    [
      'miles for kilometres',
      'a range of 400 km',
      'a range of 250 mi',
      'rounded',
      /^250 mi = 402 km; printed 400 km, 0\.6 % off/,
    ],
    ['another', 'a range of 400 km', 'a range of 300 km', 'differs', /Differs$/],
    ['none', 'a range of 400 km', 'It reaches far.', 'missing', /Missing$/],
    ['the gravest of two', '400 km and 35 km', 'a range of 400 km', 'differs', /Equal$/],
  ])('%s', (_what, printed, source, proposed, line) => {
    const laid = figures(printed, source)
    expect(laid.proposed).toBe(proposed)
    expect(laid.lines[0]).toMatch(line)
  })

  test('of two currencies ask for a rate, and take it with who gives it', () => {
    const [printed, source] = ['paid 2.5 billion dollars', 'The price was 2.1 billion euros.']
    expect(figures(printed, source)).toMatchObject({
      ...{ proposed: 'not_comparable', ratesAsked: [{ from: 'EUR', to: 'USD' }] },
    })
    expect(figures(printed, source, '1 EUR = 1.19 USD, ECB, 12 September 2017')).toMatchObject({
      ...{ proposed: 'rounded', ratesAsked: [] },
      lines: [expect.stringContaining('at 1.19 USD a EUR (ECB, 12 September 2017)')],
    })
  })

  test.each(['1 EUR = 1.19 USD', '1 EUR = 0 USD, ECB', '1 XYZ = 2 USD, ECB', '2 EUR = 1 USD, ECB'])(
    'the rate “%s” is refused',
    (rate) => {
      const refused = () => readRates(rate)
      expect(refused).toThrow(expect.objectContaining({ fields: { rates: expect.any(String) } }))
    },
  )

  test('are refused where none is printed', () => {
    const refused = () => figures('a bridge', 'a range of 400 km')
    expect(refused).toThrow(expect.objectContaining({ fields: { printed: expect.any(String) } }))
  })
})

test.each([
  ['He called it “a hard winter for us” on Friday', 'a hard winter for us'],
  ['Он сказал: «Мост безопасен»', 'Мост безопасен'],
  ['“a hard winter”', null],
  ['the 5" pipe', null],
  ['a hard winter', null],
])('the quotation in %s', (words, quotation) => {
  expect(quotationIn(words)).toBe(quotation)
})

test.each([
  ['a range of 400 km', 'event', null, [false, true]],
  ['four million crowns', 'money', null, [false, true]],
  ['a hard winter', 'quote', null, [true, false]],
  ['a hard winter', 'event', 'The mayor', [true, false]],
  ['he spoke of “a hard winter” there', 'event', null, [true, false]],
  ['the old bridge', 'name', null, [false, false]],
] as const)('what is offered for %s (%s, %s)', (words, type, claimant, offered) => {
  const claim = { words, type, claimant }
  expect([hasWordsToCompare(claim), hasFiguresToCompare(claim)]).toEqual(offered)
})
