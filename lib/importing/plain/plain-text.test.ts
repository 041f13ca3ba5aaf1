import { describe, expect, test } from 'vitest'
import { cpuTime } from '@/lib/testing/cpu-time'
import { Ledger } from '../account/ledger'
import { blocksOfPlainText } from './plain-text'

const LONG =
  'The council met on Tuesday night to hear what had become of the bridge, which was to open in spring and has now been closed for longer than it was ever open to a single car.'

const blocksOf = (text: string) => blocksOfPlainText(text).blocks
const kindsOf = (text: string) => blocksOf(text).map(({ kind }) => kind)
const textsOf = (text: string) => blocksOf(text).map(({ text }) => text)

test('no text is no blocks', () => {
  expect(blocksOf('')).toEqual([])
  expect(blocksOf(' \n\t\r\n\u2028 ')).toEqual([])
})

test('one character is one block', () => {
  expect(textsOf('x')).toEqual(['x'])
  expect(textsOf('字\n')).toEqual(['字'])
})

test('an article is read as headline, dek, paragraphs and subhead', () => {
  const article = ['Bridge shut again', 'Costs have doubled.', LONG, 'What went wrong', LONG]
  expect(blocksOf(article.join('\n\n'))).toEqual([
    { kind: 'headline', text: 'Bridge shut again' },
    { kind: 'dek', text: 'Costs have doubled.' },
    { kind: 'paragraph', text: LONG },
    { kind: 'subhead', text: 'What went wrong' },
    { kind: 'paragraph', text: LONG },
  ])
})

test.each([
  ['a sentence', 'It rained on Tuesday.'],
  ['a quoted sentence', '“It rained.”'],
  ['a sentence in Chinese', '星期二下雨了。'],
  ['a sentence in Urdu', 'بارش ہوئی۔'],
  ['a long line', LONG.replace('.', '')],
  ['two lines', 'Bridge shut\nagain'],
])('%s is no headline', (_what, first) => {
  expect(kindsOf(`${first}\n\n${LONG}`)).toEqual(['paragraph', 'paragraph'])
})

test.each(['Is it safe?', 'Shut again!', '大桥再次关闭'])('%s is a headline', (first) => {
  expect(kindsOf(`${first}\n\n${LONG}`)).toEqual(['headline', 'paragraph'])
})

test('a byline is no dek', () => {
  expect(kindsOf(`Bridge shut\n\nBy Ada Pine\n\n${LONG}`)).toEqual([
    'headline',
    'paragraph',
    'paragraph',
  ])
})

test('a short last word of an article is no subhead', () => {
  expect(kindsOf(`${LONG}\n\n${LONG}\n\nAda Pine`)).toEqual(['paragraph', 'paragraph', 'paragraph'])
})

test.each([
  ['Windows', '\r\n'],
  ['old Mac', '\r'],
  ['Unicode line', '\u2028'],
  ['Unicode paragraph', '\u2029'],
])('%s line ends part blocks and lines alike', (_what, end) => {
  expect(textsOf(['A. b.', '', 'one', 'two', ' ', 'c'].join(end))).toEqual([
    'A. b.',
    'one\ntwo',
    'c',
  ])
})

test('only white space at the ends of a block is taken away', () => {
  const odd = 'two  spaces, a\u00a0hard\u00a0one, a soft\u00adhyphen, é and e\u0301,\ta tab'
  expect(textsOf(`  ${odd} \u00a0\n\n\n\n${odd}`)).toEqual([odd, odd])
})

test('bullets make list items and are taken off', () => {
  expect(blocksOf('He listed.\n- one\n* two\n• three\n•four\nand more\n- -5 degrees')).toEqual([
    { kind: 'paragraph', text: 'He listed.' },
    { kind: 'list_item', text: 'one' },
    { kind: 'list_item', text: 'two' },
    { kind: 'list_item', text: 'three' },
    { kind: 'list_item', text: 'four\nand more' },
    { kind: 'list_item', text: '-5 degrees' },
  ])
})

test('numbers that follow on make list items and are kept', () => {
  expect(blocksOf('Steps.\n\n1. one\n2. two\n\n3) three')).toEqual([
    { kind: 'paragraph', text: 'Steps.' },
    { kind: 'list_item', text: '1. one' },
    { kind: 'list_item', text: '2. two' },
    { kind: 'list_item', text: '3) three' },
  ])
})

test('a number that begins a sentence, a minus and a row of asterisks are no list', () => {
  const blocks = ['12. Juni 2024 war ein Mittwoch.', '-5 degrees.', '* * *', '--- cut ---']
  expect(blocksOf(`${LONG}\n\n${blocks.join('\n\n')}`).slice(1)).toEqual(
    blocks.map((text) => ({ kind: 'paragraph', text })),
  )
})

test('a text that a program wrapped is joined again', () => {
  const words = `${LONG} ${LONG}`
  const wrapped = words.replace(/(.{1,72})(?: |$)/g, '$1\n')
  expect(wrapped.trim().split('\n').length).toBeGreaterThan(4)
  expect(textsOf(`${wrapped}\n${wrapped}`)).toEqual([words, words])
  expect(textsOf(`- ${wrapped}\n- ${wrapped}`)).toEqual([words, words])
})

test('lines that a person broke stay broken', () => {
  const verse =
    'Shall I compare thee to a summer’s day?\nThou art more lovely and more temperate:\nRough winds do shake the darling buds of May,\nAnd summer’s lease hath all too short a date;'
  const address = 'Stet, 12 Long Street in the Old Town by the River\nHamburg\nGermany'
  expect(textsOf(`${LONG}\n\n${verse}\n\n${address}`)).toEqual([LONG, verse, address])
})

test('long verse is not taken for lines that a program wrapped', () => {
  const verse =
    'I celebrate myself, and sing myself, and what I assume you shall assume,\nFor every atom belonging to me as good belongs to you.\nI loafe and invite my soul, I lean and loafe at my ease,\nObserving a spear of summer grass, and the soil, this air.'
  expect(textsOf(verse)).toEqual([verse])
})

test('where no line is blank and lines are long, each line is a paragraph', () => {
  expect(blocksOf(`Bridge shut\n${LONG}\n${LONG}`)).toEqual([
    { kind: 'headline', text: 'Bridge shut' },
    { kind: 'paragraph', text: LONG },
    { kind: 'paragraph', text: LONG },
  ])
})

test('two megabytes of anything are read at once', () => {
  for (const part of ['\n', ' ', 'x', '- ', '1. a\n', 'a b\n\n', '.', '"', '\u00a0\n']) {
    const text = part.repeat(2_000_000 / part.length)
    expect(
      cpuTime(() => void blocksOf(text)),
      part,
    ).toBeLessThan(3_000)
  }
})

const wrap = (words: string) => words.replace(/(.{1,72})(?: |$)/g, '$1\n')

/** A text wrapped at 72 in which a line ends with one piece of a word and the next begins with another. */
const parted = (end: string, start: string, more = '') =>
  `${wrap(LONG)}\nDer Rat der Stadt hat am Dienstag lange beraten, und sich an die ${end}\n${start} gewandt.\n\n${more}`

describe('a word that is parted at the end of a wrapped line', () => {
  const joined = (end: string, start: string, more?: string, choices = {}) => {
    const texts = blocksOfPlainText(parted(end, start, more), new Ledger(choices)).blocks
    return /\S+\s?\S+(?= gewandt)/
      .exec(texts[1]?.text ?? '')?.[0]
      .split(' ')
      .at(-1)
  }

  test.each([
    ['Bundes-', 'regierung', '', 'Bundes-\nregierung'],
    ['Bundes-', 'regierung', 'Die Bundesregierung schwieg.', 'Bundesregierung'],
    ['Bundes-', 'regierung', 'Die Bundes-regierung schwieg.', 'Bundes-regierung'],
    ['Bundes\u00ad', 'regierung', '', 'Bundesregierung'],
    ['2019-', '2020', '', '2019-\n2020'],
    ['2019–', '2020', '', '2019–\n2020'],
  ])('%s %s (%s)', (end, start, more, word) => {
    expect(joined(end, start, more)).toBe(word)
  })

  test('is joined as a person says', () => {
    expect(joined('Bundes-', 'regierung', '', { hyphen: 'join' })).toBe('Bundesregierung')
    expect(joined('Bundes-', 'regierung', '', { 'hyphen 0': 'hyphen' })).toBe('Bundes-regierung')
  })

  test('but a hyphen that stands for a word to come parts it from the next', () => {
    expect(textsOf(parted('Bundes-', 'und Landesregierung'))[1]).toContain('Bundes- und Landes')
  })
})

test('wrapped lines stay broken where that is chosen', () => {
  const { blocks } = blocksOfPlainText(
    `${wrap(LONG)}\n${wrap(LONG)}`,
    new Ledger({ wrap: 'break' }),
  )
  expect(blocks[0]?.text.split('\n').length).toBe(3)
})

test('what was copied from a spreadsheet is a row a block, and its cells keep their places', () => {
  expect(textsOf('District\t2023\t2024\nNorth\t\t40\n\t1\t\n')).toEqual([
    'District | 2023 | 2024',
    'North |  | 40',
    ' | 1 | ',
  ])
  expect(textsOf('As counted:\nA\tB\tC\n1\t\t3\nBy the town.')).toEqual([
    'As counted:',
    'A | B | C',
    '1 |  | 3',
    'By the town.',
  ])
  expect(textsOf('North\t\t40')).toEqual(['North |  | 40'])
  expect(textsOf('\tIt rained.\n\tIt snowed.')).toEqual(['It rained.\n\tIt snowed.'])
  expect(textsOf('He listed.\n\n1.\ta\n2.\tb')).toEqual(['He listed.', '1.\ta', '2.\tb'])
})
