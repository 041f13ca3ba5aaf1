import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { splitsPair } from '../blocks'
import { sentencesOf } from './sentences'

function sentencesIn(text: string, language = 'en'): string[] {
  return sentencesOf(text, { start: 0, end: text.length }, language).map(({ start, end }) =>
    text.slice(start, end),
  )
}

/** Each text has a bar where a sentence ends and the next one begins. */
function expectSentences(marked: string, language: string) {
  const parts = marked.split('|')
  expect(sentencesIn(parts.join(''), language)).toEqual(parts.map((part) => part.trim()))
}

test.each([
  ['a full stop', 'The ferry sank. |Nobody drowned.'],
  ['marks together', 'Who paid?! |Nobody knew!! |They asked.'],
  ['a title before a name', 'We met Mr. Oduya and Gen. Aalto. |Dr. Vance left.'],
  ['initials', 'The mayor, Ana R. Castillo, met J. B. Moss. |He said no.'],
  ['a letter that is no initial', 'They chose plan B. |The rest is known.'],
  ['letters with stops before a name', 'The U.S. Senate and the U.K. Treasury agreed.'],
  ['letters with stops at the end', 'She moved to the U.S. |She never came back.'],
  ['a firm', 'He left Marlin & Co. Holdings in May. |She stayed at Marlin Inc. |They wed.'],
  ['a degree', 'She holds a Ph.D. |He has none.'],
  ['a number after its abbreviation', 'See No. 5 and Fig. 3 on p. 55. |It helps.'],
  ['a year after its abbreviation', 'The abbess (b. March 1840, d. 1911) and a map of c. 1650.'],
  ['a month', 'It opened on Jan. 20 and closed on Sept. 3. |Few came.'],
  ['hours within', 'It began at 5 p.m. Monday and at 6 a.m. GMT.'],
  ['hours at the end', 'It began at 5 p.m. |Rain fell until 6 a.m. |Then it stopped.'],
  ['an hour that opens', 'At 5 a.m. Mr. Oduya rose.'],
  ['a decimal', 'It cost $3.50, or 1,000.25 in all. |Cheap.'],
  ['a number that opens', 'The crew came home. |81 percent had been ill.'],
  ['an address', 'Write to ann.moss@example.org or see www.example.org/a.html. |Thanks.'],
  ['a quotation that ends', 'He said, “We are done.” |She left.'],
  ['a quotation that goes on', '“Are we done?” he asked. |“Yes.”'],
  ['a bracket', 'It failed (The test was new.) and so did he. |(Nobody minded.) |It ended.'],
  ['dots', 'He waited... |She never came. |It was ... odd.'],
  ['an ellipsis', 'He waited… |She never came… or did she?'],
  ['spaced dots', 'It was . . . I forget. |So it goes. . . . |Next came rain.'],
  ['a mark in a word', 'The !Kung left. |P!NK sang, and P!nk too! |They won!|Few came.'],
  ['capitals', 'GEN. AALTO MET DR. VANCE IN ST. LOUIS. |SEE NO. 5. |HE FELL ILL. |DOCTORS CAME.'],
  ['a film with a mark', 'She was in Ahoy! (1965) and Who? (Three Men, 1950).'],
  ['a name that begins small', 'Sales fell. |iPhones were to blame. |eBay grew.'],
  ['footnotes', 'It opened in May. [7] [8] |The bridge is long.¹ |It sways.'],
  ['footnotes in plain figures', 'It is long.1 |It sways.”12,13 |It shut.4–6 |See vol.2 The end.'],
  ['no space', 'The sky fell.|Today we know why.|It cost 1,000.|That is much.'],
  ['brands with a stop', 'We use Node.Js and Booking.Com daily.'],
  ['numbers of a list', '1. The first thing |2. The second thing |3. The third'],
  ['letters of a list', 'a) one thing |b) two things |c) three things'],
  ['a list’s bullets', '• 9. Coal • 10. Salt'.replace(' • 10', ' |• 10')],
  ['a heading’s number', '2.1. The bridge'],
  ['a letter in the text is no list', 'The law asks to (a) pay and (b) sign.'],
  ['lines', 'coal\n|salt, sugar\n|The bridge is shut\n|Ann Moss'],
  ['a wrapped line', 'It was a cold \nnight by the sea.'],
  ['marks alone', 'They lost. |We won! 🎉'],
  ['nothing but marks', '***'],
])('English: %s', (_what, marked) => {
  expectSentences(marked, 'en')
})

test.each([
  ['de', 'Am 12. Juni kam z. B. Frau Dr. Abt. |Sie blieb bis Seite 12. |Dann ging sie.'],
  [
    'fr',
    'M. Petit est venu. |Mme Roux aussi. |« Pourquoi ? » demanda-t-il. |« Non ! » |Elle partit.',
  ],
  ['es', '¿Quién paga? |El Sr. Ruiz vive en EE. UU. desde mayo.'],
  ['it', 'Salve Sig. Neri! |Come va?'],
  ['nl', 'Dhr. Smit kwam, o.a. Dr. Bos ook. |De rest niet.'],
  ['ru', 'Он живёт на ул. Мира. |Она нет.'],
  ['tr', 'Prof. Kaya geldi. |Doç. Ak gelmedi.'],
  ['ar', 'قال د. سمير ذلك. |ماذا حدث؟ |لا شيء.'],
  ['ur', 'کیا ہوا؟ |کچھ نہیں۔ |ٹھیک ہے۔'],
  ['hi', 'पुल बंद है। |लोग रुके हैं।'],
  ['zh', '大桥关闭了。|为什么？|没人知道！'],
  ['zh', '耗资3．5亿．|1932年启用．|没人知道！|他走了．'],
  ['ja', '「もう終わりだ。」と彼は言った。|橋は閉まった。'],
  ['da', 'Han bor i U.S.A. |Hvad med dig?'],
  ['zxx', 'One fell. |Two stood.'],
])('sentences in %s: %s', (language, marked) => {
  expectSentences(marked, language)
})

test('a language may carry its region, and offsets count from the text’s start', () => {
  const text = 'Before\n\n Mr. Oduya left. He ran. \n\nAfter'
  expect(sentencesOf(text, { start: 8, end: 34 }, 'en-GB')).toEqual([
    { start: 9, end: 24 },
    { start: 25, end: 32 },
  ])
})

test('an empty or blank block has no sentence', () => {
  expect(sentencesIn('')).toEqual([])
  expect(sentencesIn(' \n\u00a0')).toEqual([])
})

const PARTS = [
  ...['a', 'Mr', 'U.S', '5', 'The', 'é', '大桥', 'الدفع', '👍', '𝒜', '\ud83d', '\ude00', '\u0301'],
  ...['.', '!', '?', '…', '。', '؟', '”', '“', '(', ')', '[7]', ',', ':'],
  ...[' ', ' ', ' ', '\n', '\u00a0', '\u200b'],
]

test('sentences are in order, apart, trimmed, whole, and leave out only white space', () => {
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...PARTS), { maxLength: 300 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 100 }),
  )
  fc.assert(
    fc.property(
      texts,
      fc.nat(9),
      fc.constantFrom('en', 'de', 'ar', 'ja'),
      (text, skip, language) => {
        const block = { start: Math.min(skip, text.length), end: text.length }
        let last = block.start
        for (const { start, end } of sentencesOf(text, block, language)) {
          expect(text.slice(last, start).trim()).toBe('')
          expect(end).toBeGreaterThan(start)
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
          expect(start > block.start && splitsPair(text, start)).toBe(false)
          expect(end < block.end && splitsPair(text, end)).toBe(false)
          last = end
        }
        expect(text.slice(last, block.end).trim()).toBe('')
      },
    ),
  )
})

describe('a long block', () => {
  test.each([
    ['en', 'The ferry carried 1,000 tonnes of coal for Mr. Oduya in the U.S. Senate. '],
    ['ar', 'تم الدفع بالكامل في عام 2017. '],
    ['zh', '大桥关闭了，没人知道。'],
    ['en', `It ${'rains and '.repeat(500)}ends. `],
    ['en', 'The crew came home at noon. 81 percent had been ill. '],
  ])('of %s has the sentences of its parts', (language, part) => {
    const times = Math.ceil(20_000 / part.length)
    const once = sentencesIn(part, language)
    expect(sentencesIn(part.repeat(times), language)).toEqual(
      Array.from({ length: times }, () => once).flat(),
    )
  })

  test.each([
    ['Chinese', '大桥关闭'],
    ['short sentences', 'No. '],
    ['full stops', '.'],
    ['white space', ' \n'],
    ['one word outside the first plane', '𝒜'],
  ])('of %s is segmented in small pieces, each unit at most twice', (_what, part) => {
    const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment')
    const text = part.repeat(100_000 / part.length)
    const sentences = sentencesOf(text, { start: 0, end: text.length }, 'en')
    const pieces = segment.mock.calls.map(([piece]) => piece.length)
    segment.mockRestore()
    expect(pieces.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(2.2 * text.length)
    expect(Math.max(...pieces)).toBeLessThanOrEqual(2_000)
    expect(
      sentences.some(({ start, end }) => splitsPair(text, start) || splitsPair(text, end)),
    ).toBe(false)
  })
})
