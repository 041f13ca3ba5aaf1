import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleaned } from './cleaned'
import { folded } from './folded'
import { foldedWords, termsOf } from './terms'

test.each([
  ['İSTANBUL ve Isparta', 'istanbul ve isparta'],
  ['Straße Łódź Ærø', 'strasse lodz aero'],
  ['Café\u0301 naïve', 'cafe naive'],
  ['أُسْتَاذَة إلى', 'استاذه الي'],
  ['گفتگوی کتاب', 'گفتگوي كتاب'],
  ['ＡＢＣ １２', 'abc 12'],
  ['हिन्दी', 'हिन्दी'],
  ['한국어 ガギ', '한국어 ガギ'],
])('“%s” is read as “%s”', (text, plain) => {
  expect(folded(text)).toBe(plain)
})

test('what was folded stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = folded(text)
      expect(folded(once)).toBe(once)
    }),
  )
})

test.each([
  ['Read https://example.org/a?b=1 now', 'Read   now', ''],
  ['#ClimateStrike2019 @Ana_Moss', ' Climate Strike 2019   Ana Moss ', ''],
  ['It burns — Ana Moss (@anaMoss) January 6, 2020', 'It burns  ', 'Ana Moss ana Moss'],
  ['Write to ana@example.org or pic.twitter.com/abc', 'Write to   or  ', ''],
  ['A dash — and no post', 'A dash — and no post', ''],
])('of “%s” the words are “%s”, the posters “%s”', (text, words, posters) => {
  expect(cleaned(text)).toEqual({ words, posters })
})

test.each([
  ['1,014.5 of 10 000, 2,5 and 2.500', ['1014.5', 'of', '10000', '2.5', 'and', '2500']],
  ['In 2017, 300 people', ['in', '2017', '300', 'people']],
  ['l’homme d’Ana’s İzmir’de don’t', ['homme', 'ana', 'izmir', 'not']],
  ['大桥关闭 2017年', ['大桥', '桥关', '关闭', '2017', '年']],
  ['٤٠٠ كم', ['400', 'كم']],
  ['', []],
])('the words of “%s”', (text, words) => {
  expect(foldedWords(text)).toEqual(words)
})

describe('forms of one word give one term', () => {
  test.each([
    ['en', 'vaccine vaccines'],
    ['en', 'stop stopped stopping'],
    ['en', 'city cities'],
    ['en', 'investigate investigated investigating investigation'],
    ['de', 'Vertrag Vertrags Verträge Verträgen'],
    ['fr', 'contrat contrats'],
    ['es', 'contrato contratos'],
    ['tr', 'şehir şehirler şehirlerde'],
    ['ru', 'договор договора договоры договорам'],
    ['ar', 'العقد عقد والعقد'],
  ])('%s: %s', (language, forms) => {
    expect(new Set(termsOf(forms, language)).size).toBe(1)
  })
})

test('function words are no terms, and a figure is no word to shorten', () => {
  expect(termsOf('It was in the harbours of 1990s Norland', 'en')).toEqual([
    'harbour',
    '1990s',
    'norland',
  ])
  expect(termsOf('Er war in dem Tarn', 'de')).toEqual(['tarn'])
  expect(termsOf('ile deniz', 'xx')).toEqual(['ile', 'deniz'])
})
