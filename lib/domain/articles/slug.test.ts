import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asciiSlugOf, slugIn, slugOf } from './slug'

test.each([
  ['First S-400 order', 'first-s-400-order'],
  ['Déjà vu!', 'deja-vu'],
  ['Straße und Fuß', 'strasse-und-fuss'],
  ['Łódź, Ørsted, Đorđe, Œuvre', 'lodz-orsted-dorde-oeuvre'],
  ['Ærø, Þór og Guðrún', 'aero-thor-og-gudrun'],
  ['İzmir’de çıkış', 'izmir-de-cikis'],
  ['GROẞ', 'gross'],
  ['新闻', '新闻'],
  ['Город Йошкар-Ола', 'город-йошкар-ола'],
  ['قصة المدينة', 'قصة-المدينة'],
  ['हिन्दी समाचार', 'हिन्दी-समाचार'],
  ['한국 뉴스', '한국-뉴스'],
  ['Ελλάδα', 'ελλάδα'],
  ['½ of 10⁶', '1-2-of-106'],
  ['ﬁn­ale', 'finale'],
  ['../../etc/passwd"\r\nX: y', 'etc-passwd-x-y'],
  ['…', 'article'],
  ['', 'article'],
  ['word '.repeat(20), 'word-'.repeat(12).slice(0, -1)],
  ['𠮷'.repeat(70), '𠮷'.repeat(60)],
])('%j is addressed as %s', (headline, slug) => {
  expect(slugOf(headline)).toBe(slug)
  expect(slugIn(encodeURIComponent(slug))).toBe(slug)
  expect(slugIn(slug)).toBe(slug)
})

test('a newsroom is addressed in ASCII', () => {
  expect(asciiSlugOf('Straße News')).toBe('strasse-news')
  expect(asciiSlugOf('新闻 Desk')).toBe('desk')
  expect(asciiSlugOf('新闻')).toBe('newsroom')
})

test('an address that cannot be read is none', () => {
  expect(slugIn('%E0%A4')).toBe('%E0%A4')
})

test('any headline has an address that can be read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (headline) => {
      const slug = slugOf(headline)
      expect(slug).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u)
      expect([...slug].length).toBeLessThanOrEqual(60)
      expect(slugIn(encodeURIComponent(slug))).toBe(slug)
    }),
  )
})
