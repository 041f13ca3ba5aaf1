import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cpuTime } from '@/lib/testing/cpu-time'
import { type Block, layOut, splitsPair } from '../text/blocks'
import { candidatesOf } from './candidates'

const laidOut = (...texts: string[]) =>
  layOut(texts.map((text): Block => ({ kind: 'paragraph', text })))

function foundIn(text: string, language = 'en'): string[] {
  const { blocks } = laidOut(text)
  return candidatesOf(text, blocks, language).map(
    ({ type, start, end }) => `${type}: ${text.slice(start, end)}`,
  )
}

test.each([
  [
    'The system has been in service since 2007 and has a range of 400 km and an altitude of 35 km.',
    [
      'date_or_time: in service since 2007',
      'measurement: a range of 400 km',
      'measurement: an altitude of 35 km',
    ],
  ],
  [
    'The deal, worth $2.5 billion, was signed in 2017, and Norland became the first island to buy it.',
    [
      'money: worth $2.5 billion',
      'date_or_time: signed in 2017',
      'superlative: Norland became the first island to buy it',
    ],
  ],
  [
    'All parts are delivered, and full payment was received.',
    ['event: All parts are delivered', 'event: full payment was received'],
  ],
  [
    'The purchase “renders its further part in it impossible,” Ana Moss said.',
    ['quote: renders its further part in it impossible', 'name: Ana Moss'],
  ],
  ['The mayor told reporters that the ferry had run late.', ['paraphrase: the ferry had run late']],
  ['The ferry ran late, the mayor said.', ['paraphrase: The ferry ran late']],
  ['According to the port office, the ferry ran late.', ['paraphrase: the ferry ran late']],
  [
    'Karl Abt, 34, was convicted of fraud because of a letter.',
    ['age: Karl Abt, 34', 'legal_status: was convicted of fraud because of a letter'],
  ],
  [
    'The queue was longer than any before, but short.',
    ['comparison: The queue was longer than any before'],
  ],
  [
    'Half of all crossings and 12 per cent of ships failed.',
    ['number: Half of all crossings', 'number: 12 per cent of ships failed'],
  ],
  ['Write to desk@example.org.', ['contact_or_link: desk@example.org']],
  ['“So be it,” he said.', ['quote: So be it']],
  ['Growth was -3.2% last year.', ['number: -3.2%']],
  ['Growth was −3.2% last year.', ['number: −3.2%']],
  ['Growth was –3.2% last year.', ['number: –3.2%']],
  ['The score was 3–1.', ['number: 3–1']],
  ['The score was 3-1.', ['number: 3-1']],
  ['From 2017–18 on.', ['date_or_time: From 2017–18']],
  ['It costs £5–10 a head.', ['money: costs £5–10']],
  ['10 000 people came in 2019.', ['number: 10 000 people', 'date_or_time: came in 2019']],
  [
    'Eighteen people were hurt; seventeen fled.',
    ['number: Eighteen people', 'number: seventeen fled'],
  ],
  ['In the 1970s it burned.', ['date_or_time: In the 1970s']],
  ['It burned in the 1970s.', ['date_or_time: burned in the 1970s']],
  [
    'The mayor said ‘we were never told about the leak’ and left.',
    ['quote: we were never told about the leak'],
  ],
  ['I don’t like the drivers’ café or the ’90s.', ['date_or_time: the ’90s']],
  [
    'Ben Oak is the chief executive of the FA.',
    ['name: Ben Oak', 'title_or_affiliation: chief executive of the FA'],
  ],
  [
    'Ben Oak, the chairman of the Bank of England, left.',
    ['title_or_affiliation: Ben Oak, the chairman of the Bank'],
  ],
  ['He is a Labour peer.', ['title_or_affiliation: a Labour peer']],
  [
    '“Buying 2 systems for $3 billion renders its part in the F-35 impossible. It was signed in 2017.”',
    [
      'quote: Buying 2 systems for $3 billion renders its part in the F-35 impossible. It was signed in 2017',
    ],
  ],
  ['I hope so.', []],
  ['', []],
])('candidates of “%s”', (text, found) => {
  expect(foundIn(text)).toEqual(found)
})

test.each([
  [
    'de',
    'Für 2,5 Millionen Euro am 3. Mai 2018: „Alles ist bezahlt.“',
    ['money: 2,5 Millionen Euro', 'date_or_time: 3. Mai 2018', 'quote: Alles ist bezahlt'],
  ],
  [
    'fr',
    'Il a dit « tout est payé », soit 10\u202f000 € le 29/12/2017.',
    ['quote: tout est payé', 'money: 10\u202f000 €', 'date_or_time: 29/12/2017'],
  ],
  ['tr', 'Menzil 400 km, bedeli 2 milyar dolar.', ['measurement: 400 km', 'money: 2 milyar dolar']],
  ['ar', 'المدى 400 كم بقيمة 2.5 مليار دولار.', ['measurement: 400 كم', 'money: 2.5 مليار دولار']],
  [
    'zh',
    '2017年签署了25亿美元的合同，他说：「全部履行完毕」',
    ['date_or_time: 2017年', 'money: 25亿美元', 'quote: 全部履行完毕'],
  ],
  [
    'ar',
    'المدى ٤٠٠ كيلومتر بقيمة ٢٫٥ مليار دولار، أي −٦٤٪',
    ['measurement: ٤٠٠ كيلومتر', 'money: ٢٫٥ مليار دولار', 'number: −٦٤٪'],
  ],
  ['hi', '४०० किलोमीटर', ['measurement: ४०० किलोमीटर']],
  ['ja', '４００キロ、２５億ドル', ['measurement: ４００キロ', 'money: ２５億ドル']],
  ['ko', '10~20명이 다쳤다.', ['number: 10~20명']],
  ['de', 'In den 1970er Jahren brannte es.', ['date_or_time: 1970er Jahren']],
  ['fr', 'Dans les années 1970, elle a brûlé.', ['date_or_time: années 1970']],
  ['ru', 'Она горела в 1970-х годах.', ['date_or_time: 1970-х годах']],
  ['fr', '10 000 personnes ont fui.', ['number: 10 000 personnes']],
  ['tr', 'Oran yüzde 64,8 veya %64,8 oldu.', ['number: yüzde 64,8', 'number: %64,8']],
  ['ru', 'Он сказал: „Деньги получены“.', ['quote: Деньги получены']],
  ['sv', 'Han sade: ”Vi har betalat.”', ['quote: Vi har betalat']],
  ['nl', 'Het was the largest and the first, more than ever.', []],
])('in %s, candidates of “%s”', (language, text, found) => {
  expect(foundIn(text, language)).toEqual(found)
})

test('what calls most for a check scores highest, by its rule and by its sentence', () => {
  const text = 'Taxes rose by 12 percent. I think we met at 5 p.m. “Sea Bird” sank.'
  const { blocks } = laidOut(text)
  const found = candidatesOf(text, blocks, 'en')
  expect(found.map(({ rule }) => rule)).toEqual(['percentage', 'hour', 'quotation'])
  const [percentage, hour] = found
  expect(percentage?.score).toBeGreaterThan(hour?.score ?? 1)
})

test('a sentence in which no rule finds anything is proposed for its worth alone', () => {
  const text = 'Taxpayers lose money every year to fraud. I hope so.'
  const { blocks } = laidOut(text)
  const found = candidatesOf(text, blocks, 'en')
  expect(found.map(({ rule }) => rule)).toEqual(['statement'])
  expect(foundIn(text)).toEqual(['other: Taxpayers lose money every year to fraud'])
})

test('a quotation counts for more where it is told who speaks', () => {
  const [said, titled] = ['He said “the sea is high”.', 'He read “the sea is high”.'].map(
    (text) => candidatesOf(text, laidOut(text).blocks, 'en')[0]?.score ?? 0,
  )
  expect(said).toBeGreaterThan(titled ?? 1)
})

test('a quotation may run over sentences, but no candidate over a block’s end', () => {
  const { text, blocks } = laidOut('She said: “We won. Nobody lost.”', 'It cost $3', 'million.')
  expect(candidatesOf(text, blocks, 'en').map(({ start, end }) => text.slice(start, end))).toEqual([
    'We won. Nobody lost',
    'cost $3',
  ])
})

describe('a quotation over several paragraphs', () => {
  const quoted = (...texts: string[]) => {
    const { text, blocks } = laidOut(...texts)
    return candidatesOf(text, blocks, 'en').map(
      ({ type, start, end }) => `${type}: ${text.slice(start, end)}`,
    )
  }

  test.each([
    ['“', '”'],
    ['"', '"'],
    ['‘', '’'],
    ['«', '»'],
  ])('is one in each, in %s%s', (open, close) => {
    expect(
      quoted(
        `She said: ${open}We came.`,
        `${open}We saw nothing.`,
        `${open}We won in 2017.${close}`,
      ),
    ).toEqual(['quote: We came', 'quote: We saw nothing', 'quote: We won in 2017'])
  })

  test('is none where the next paragraph does not go on with it', () => {
    const found = quoted('She said: “We came.', 'We saw nothing.')
    expect(found.filter((one) => one.startsWith('quote'))).toEqual([])
  })
})

test('what places people in a picture is proposed in captions alone, or beside a name', () => {
  const found = (kind: Block['kind'], text: string) => {
    const { blocks } = layOut([{ kind, text }])
    return candidatesOf(text, blocks, 'en')
      .filter(({ type }) => type === 'caption')
      .map(({ start, end }) => text.slice(start, end))
  }
  expect(found('caption', 'Ben Oak, right, with his brother.')).toEqual(['Ben Oak, right'])
  expect(found('paragraph', 'Ben Oak, right, with his brother.')).toEqual(['Ben Oak, right'])
  expect(found('caption', 'Ana Moss and Ben Oak, left.')).toEqual(['Ben Oak, left'])
  expect(found('paragraph', 'He met Ben Oak, left.')).toEqual([])
  expect(found('caption', 'From left: the mayor and a dog.')).toEqual(['From left'])
  expect(found('paragraph', 'From left, they came.')).toEqual([])
})

const PARTS = [
  ...['the first', 'was signed', 'said that', 'according to', 'Ana Moss', 'of', 'and', 'in 2017'],
  ...['12', '1,014', '$', '%', 'km', 'percent', '@', 'www.a.org', '5 p.m.', '大桥', 'الدفع', 'é'],
  ...['👍', '𝒜', '\ud83d', '\ude00', '\u0301', '“', '”', '"', '«', '»', '(', ')', ',', '.', '!'],
  ...[' ', ' ', ' ', '\n'],
]

test('candidates are in order, apart, inside a block, whole and scored, whatever the text', () => {
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...PARTS), { maxLength: 200 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 100 }),
  )
  fc.assert(
    fc.property(
      fc.array(texts, { maxLength: 3 }),
      fc.constantFrom('en', 'de', 'ar', 'zh', 'xx'),
      (given, language) => {
        const { text, blocks } = laidOut(...given)
        let last = 0
        for (const { start, end, score } of candidatesOf(text, blocks, language)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(text.slice(start, end).trim()).not.toBe('')
          expect(splitsPair(text, start) || splitsPair(text, end)).toBe(false)
          expect(blocks.some((block) => block.start <= start && end <= block.end)).toBe(true)
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(1)
          last = end
        }
      },
    ),
  )
})

describe('a block of one hundred thousand units takes linear time', () => {
  const time = (text: string) => {
    const { blocks } = laidOut(text)
    const times = [1, 2, 3].map(() => cpuTime(() => void candidatesOf(text, blocks, 'en')))
    return Math.min(...times)
  }

  test.each([
    ...[
      'a',
      '大桥关闭',
      'تم الدفع بالكامل ',
      '"',
      '“a',
      '« ',
      '1',
      '1 ',
      '1,',
      '$1',
      '-1',
      '1.1',
      '12:',
    ],
    ...[
      'Aa ',
      'Aa, ',
      'Aa, b ',
      'A b of ',
      'a@',
      'a.',
      '+1 ',
      'http://a',
      '(',
      '!',
      ' ',
      '\n',
      '𝒜',
    ],
    ...[
      'said that ',
      'first ',
      'the most ',
      'more a ',
      'x, ',
      'was fully ',
      'Dr. A ',
      'a b c said, ',
    ],
    ...['‘a ', "'a ", "s' a ", '”a ', '„a ', '1 000 ', '-1–', '%1', 'member of ', 'his ', 'A, '],
    ...['a Aa ', 'senior ', 'twenty-', 'in the ', 'is in Aa, ', 'Aa (', '٤', '𝟒'],
  ])('of “%s”', (part) => {
    const short = time(part.repeat(20_000 / part.length))
    const long = time(part.repeat(100_000 / part.length))
    expect(long).toBeLessThan(15 * short + 100)
  })
})

test.each(['headline', 'dek', 'caption', 'pull_quote', 'list_item', 'footnote'] as const)(
  'a %s is read for proposals as the body is',
  (kind) => {
    const text = 'The ferry carried 1,041 passengers in May 2019'
    const found = candidatesOf(text, [{ kind, start: 0, end: text.length }], 'en')
    expect(found.map(({ start, end }) => text.slice(start, end)).join()).toContain('1,041')
  },
)
