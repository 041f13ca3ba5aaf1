import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedTerms, type EarlierClaim, indexTermsOf, queryTermsOf } from './asked-terms'
import { LIKELY, rankEarlier } from './rank'
import { type ClaimStatistics, weightOf } from './statistics'

const CLAIMS: EarlierClaim[] = [
  ...[
    'The ferry to Port Abel carried 1,014 tonnes of coal in 2017.',
    'Norland paid $2.5 billion for its air-defence system.',
    'Ana Moss resigned as mayor of Tarn after the flood.',
    'Salt water cures the flu within two days.',
    'The largest bridge in Norland was closed because of cracks.',
    'The ferry to Port Abel was late on every day of May.',
  ].map((words, index) => ({ id: `${index}`, words })),
  { id: 'de', words: 'Die Fähren nach Tarn fahren nachts nicht.', language: 'de' },
  { id: 'tr', words: 'İstanbul’daki köprüler geceleri kapatılıyor.', language: 'tr' },
  { id: 'ar', words: 'تم دفع المبلغ بالكامل في عام 2017.', language: 'ar' },
  { id: 'zh', words: '大桥因裂缝关闭。', language: 'zh' },
]

/** As if they were among ten thousand others that share none of their words. */
function statisticsOf(claims: readonly EarlierClaim[]): ClaimStatistics {
  const held = new Map<string, number>()
  for (const claim of claims) {
    for (const term of indexTermsOf(claim)) held.set(term, (held.get(term) ?? 0) + 1)
  }
  return { claims: 10_000, meanTerms: 8, holding: (term) => held.get(term) ?? 0 }
}

const statistics = statisticsOf(CLAIMS)
const ranked = (text: string, language = 'en') =>
  rankEarlier(text, CLAIMS, { language, statistics })

describe('the claim that says the same comes first, and is likely', () => {
  test.each([
    ['en', 'In 2017, the Port Abel ferries were carrying 1014 tonnes of coal.', '0'],
    ['en', 'Air-defence systems for which Norland paid 2.5 billion dollars', '1'],
    ['en', 'Mayor Ana Moss has resigned after the flood in Tarn!', '2'],
    ['en', '#SaltWater cures flu in two days https://example.org/a', '3'],
    ['de', 'Nachts fährt nach Tarn keine Fähre, keine Fähren fahren.', 'de'],
    ['tr', 'istanbul köprüleri geceleri kapatılıyormuş', 'tr'],
    ['ar', 'دُفع المبلغ بالكامل عام ٢٠١٧', 'ar'],
    ['zh', '大桥关闭，因为有裂缝', 'zh'],
  ])('%s: “%s”', (language, text, id) => {
    const [first, second] = ranked(text, language)
    expect(first?.claim.id).toBe(id)
    expect(first?.score).toBeGreaterThan(LIKELY)
    expect(second?.score ?? 0).toBeLessThan(first?.score ?? 0)
  })
})

test.each([
  'The parliament of Sudland voted on a new tax for beer.',
  'I like the rain.',
  'Norland won the cup.',
  'https://example.org/ferry',
  '',
])('none is likely for “%s”', (text) => {
  for (const { score } of ranked(text)) expect(score).toBeLessThan(LIKELY)
})

test('who posted it helps to find it, without being what it says', () => {
  const [first] = ranked(
    'I have resigned. The flood was too much — Ana Moss (@anamoss) May 3, 2019',
  )
  expect(first?.claim.id).toBe('2')
  expect(first?.signals.sharedNames).toBeGreaterThan(0)
})

test('a title is ranked by as well', () => {
  const claim = {
    id: 'a',
    words: 'It cures within two days.',
    title: 'Does salt water cure the flu?',
  }
  const [first] = rankEarlier('Salt water cures flu', [...CLAIMS.slice(0, 3), claim], {
    statistics,
  })
  expect(first?.claim.id).toBe('a')
})

test('the rarest terms are asked for, as many as an index may read entries', () => {
  const holding = (term: string) => ({ rare: 3, common: 40_000, some: 200, ash: 29_000 })[term] ?? 0
  const many = { claims: 1_000_000, meanTerms: 12, holding }
  const asked = (terms: string[]) => askedTerms(terms, many).map(({ term }) => term)
  expect(asked(['common', 'some', 'none', 'rare', 'ash'])).toEqual(['rare', 'some', 'ash'])
  expect(asked(['common'])).toEqual(['common'])
  expect(asked(['common', 'ash', 'some'])).toEqual(['some', 'ash'])
  const weights = askedTerms(['rare', 'ash'], many).map(({ weight }) => weight)
  expect(weights[0]).toBeGreaterThan(weights[1] ?? 99)
})

test('a text is asked for by the terms that a claim of the same words is indexed by', () => {
  for (const { words, language } of CLAIMS) {
    expect(queryTermsOf(words, language)).toEqual(indexTermsOf({ words, language }))
  }
})

test('a term weighs as much in a large archive as its share says', () => {
  const of = (claims: number, held: number) =>
    weightOf('a', { claims, meanTerms: 10, holding: () => held })
  expect(of(1_000_000, 1_000)).toBeCloseTo(of(10_000, 10))
  expect(of(20, 1)).toBeGreaterThan(of(20, 10))
  expect(of(0, 0)).toBeGreaterThan(0)
})

test('whatever the text, scores are in order and between 0 and 1', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('ferry', 'Tarn', '2017', '—', '(@a)', '#', '大桥', 'العقد', "'"))
      .map((parts) => parts.join(' ')),
  )
  fc.assert(
    fc.property(texts, fc.constantFrom('en', 'tr', 'ar', 'zh', 'xx', ''), (text, language) => {
      let last = 1
      for (const { score } of ranked(text, language)) {
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(last)
        last = score
      }
    }),
  )
})
