import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cpuTime } from '@/lib/testing/cpu-time'
import { readFigures } from './read-figures'

/** The figures of a text: value or range, and the likeliest unit. */
const read = (text: string, language = 'en') =>
  readFigures(text, language)
    .map(({ low, high, units }) => `${low === high ? low : `${low}..${high}`} ${units[0]}`)
    .join(', ')

describe('in English', () => {
  test.each([
    ['three hundred people', '300 count'],
    ['three hundred and twelve people', '312 count'],
    ['twenty-five ferries', '25 count'],
    ['two thousand five hundred', '2500 count'],
    ['fifteen hundred jobs', '1500 count'],
    ['one million two hundred thousand', '1200000 count'],
    ['a hundred and one nights', '101 count'],
    ['half a million people', '500000 count'],
    ['two and a half million people', '2500000 count'],
    ['2½ million', '2500000 count'],
    ['2.5 million barrels', '2500000 bbl'],
    ['1,014 tonnes', '1014 t'],
    ['1 014 tonnes', '1014 t'],
    ['1 014 tonnes', '1014 t'],
    ["1'014 tonnes", '1014 t'],
    ['12,34,567 votes', '1234567 count'],
    ['3 lakh', '300000 count'],
    ['3 crore rupees', '30000000 INR'],
    ['.5 per cent', '0.5 %'],
    ['٤٠٠ km', '400 km'],
    ['5 percent', '5 %'],
    ['five per cent', '5 %'],
    ['one percent', '1 %'],
    ['2 percentage points', '2 pp'],
    ['25 basis points', '0.25 pp'],
    ['$2.5bn', '2500000000 USD'],
    ['£3m', '3000000 GBP'],
    ['US$40 million', '40000000 USD'],
    ['EUR 5 million', '5000000 EUR'],
    ['50 pence', '0.5 GBP'],
    ['300 crowns', '300 SEK'],
    ['300–400 km', '300..400 km'],
    ['300-400 km', '300..400 km'],
    ['between 3 and 5 people', '3..5 count'],
    ['from 3 to 5 percent', '3..5 %'],
    ['$3–5 million', '3000000..5000000 USD'],
    ['rose from 3 to 5 percent', '3 %, 5 %'],
    ['won 3–2', '3 count, 2 count'],
    ['20 nautical miles', '20 nmi'],
    ['at 20 knots', '20 kn'],
    ['at 70 mph', '70 mph'],
    ['a 400-km range', '400 km'],
    ['−5 °C', '-5 °C'],
    ['minus 5 degrees Celsius', '-5 °C'],
    ['12 square miles', '12 sq mi'],
    ['48 hours', '48 h'],
    ['12 September 2017', '2017-09-12 date'],
    ['September 12, 2017', '2017-09-12 date'],
    ['2017-09-12', '2017-09-12 date'],
    ['12/09/2017', '2017-09-12 date'],
    ['September 2017', '2017-09 date'],
    ['on 12 September', '--09-12 date'],
    ['in 2017', '2017 date'],
    ['2017–19', '2017..2019 date'],
    ['31 February 2017', '31 count, 2017 date'],
    ['at 14:30', '870 clock'],
    ['at 5 p.m.', '1020 clock'],
    ['Ana Moss, 61, said', '61 age'],
    ['a 61-year-old man', '61 age'],
    ['aged 61', '61 age'],
    ['a third of voters', '100/3 %'],
    ['two-thirds of voters', '200/3 %'],
    ['one in three', '100/3 %'],
    ['2 out of 5', '40 %'],
    ['half of them', '50 %'],
    ['it doubled', '2 ×'],
    ['a threefold rise', '3 ×'],
    ['three times as many', '3 ×'],
    ['an S-400 and an F-35', ''],
    ['the 4th of them', ''],
    ['No. 5', ''],
    ['version 1.2.3', ''],
    ['one of them', ''],
    ['in the 1990s', ''],
    ['a mile away', ''],
  ])('“%s”', (text, figures) => {
    expect(read(text)).toBe(figures)
  })
})

describe('in other languages', () => {
  test.each([
    ['de', '1,5 Mio. Euro', '1500000 EUR'],
    ['de', '2,5 Milliarden Euro', '2500000000 EUR'],
    ['de', 'eine Billion Euro', '1000000000000 EUR'],
    ['de', '1.234 Menschen', '1234 count'],
    ['de', '1.234,5 km', '1234.5 km'],
    ['de', 'dreihundertfünfundzwanzigtausend Menschen', '325000 count'],
    ['de', 'einundzwanzig Prozent', '21 %'],
    ['de', 'zwischen 3 und 5 Prozent', '3..5 %'],
    ['de', '3 Prozentpunkte', '3 pp'],
    ['de', '12. September 2017', '2017-09-12 date'],
    ['de', '12.09.2017', '2017-09-12 date'],
    ['fr', '2,5 milliards d’euros', '2500000000 EUR'],
    ['fr', 'un billion d’euros', '1000000000000 EUR'],
    ['fr', 'quatre-vingt-dix-sept personnes', '97 count'],
    ['fr', 'soixante et onze personnes', '71 count'],
    ['fr', '1 234,5 km', '1234.5 km'],
    ['fr', 'deux tiers des électeurs', '200/3 %'],
    ['fr', 'âgé de 61 ans', '61 age'],
    ['es', 'mil millones de dólares', '1000000000 USD'],
    ['es', 'un billón de euros', '1000000000000 EUR'],
    ['es', 'treinta y uno', '31 count'],
    ['es', 'trescientos mil votos', '300000 count'],
    ['es', '2,5 por ciento', '2.5 %'],
    ['es-MX', '1,234 votos', '1234 count'],
    ['es', '12 de septiembre de 2017', '2017-09-12 date'],
    ['tr', 'yüzde 5', '5 %'],
    ['tr', '%5', '5 %'],
    ['tr', 'üç yüz yirmi bin kişi', '320000 count'],
    ['tr', '2,5 milyar dolar', '2500000000 USD'],
    ['tr', '12 Eylül 2017', '2017-09-12 date'],
    ['ru', 'двести тысяч человек', '200000 count'],
    ['ru', '2,5 млн рублей', '2500000 RUB'],
    ['ru', '2 миллиарда долларов', '2000000000 USD'],
    ['ru', 'две трети', '200/3 %'],
    ['ru', '12 сентября 2017', '2017-09-12 date'],
  ])('%s “%s”', (language, text, figures) => {
    expect(read(text, language)).toBe(figures)
  })
})

test.each([
  ['en', 'about 300 people', 'about'],
  ['en', 'nearly 300 people', 'nearly'],
  ['en', 'more than 300 people', 'over'],
  ['en', 'no more than 300 people', 'at most'],
  ['en', 'at least $300', 'at least'],
  ['en', 'fewer than 300', 'under'],
  ['en', 'up to 400 km', 'at most'],
  ['en', '300 or more', 'at least'],
  ['en', '300 people', null],
  ['de', 'knapp 300', 'nearly'],
  ['de', 'mehr als 300', 'over'],
  ['fr', 'près de 300', 'nearly'],
  ['es', 'casi 300', 'nearly'],
  ['tr', 'yaklaşık 300', 'about'],
  ['ru', 'не менее 300', 'at least'],
  ['ru', 'более 300', 'over'],
])('%s: “%s” is hedged: %s', (language, text, hedge) => {
  expect(readFigures(text, language).map((figure) => figure.hedge)).toEqual([hedge])
})

test.each([
  ['300 wounded soldiers', ['wounded', 'soldiers']],
  ['a range of 400 km', ['range']],
  ['killed 300 people in winter', ['people']],
  ['a contract worth $2.5 billion', ['contract']],
])('“%s” is a figure of %s', (text, nouns) => {
  expect(readFigures(text)[0]?.nouns).toEqual(nouns)
})

test('a span holds the sign, the number and the unit', () => {
  const text = '🙂 About US$2.5bn, or −5 °C.'
  expect(readFigures(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'US$2.5bn',
    '−5 °C',
  ])
})

test('any text has figures in order, without overlap, whose words are those of their spans', () => {
  const part = fc.constantFrom(
    '3',
    '1,014',
    ' ',
    '.',
    'and',
    'million',
    '–',
    '$',
    '%',
    'a',
    'half',
    'in',
    'three',
    '-',
    '½',
    'May',
    '2017',
    ':',
    '٤',
  )
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 30 }),
      fc.constantFrom('en', 'de', 'fr', 'es', 'tr', 'ru'),
      (parts, language) => {
        const text = parts.join('')
        let end = 0
        for (const figure of readFigures(text, language)) {
          expect(figure.start).toBeGreaterThanOrEqual(end)
          expect(figure.end).toBeGreaterThan(figure.start)
          expect(text.slice(figure.start, figure.end)).toBe(figure.text)
          end = figure.end
        }
      },
    ),
    { numRuns: 3_000 },
  )
})

test.each([['1.'], ['1,000,'], ['9'], ['3-'], ['half a '], ['three hundred ']])(
  'a text of nothing but “%s” takes no longer than its length',
  (part) => {
    const time = (length: number) =>
      cpuTime(() => void readFigures(part.repeat(length / part.length)))
    time(2_000)
    expect(time(40_000)).toBeLessThan(200 + 40 * time(4_000))
  },
)
