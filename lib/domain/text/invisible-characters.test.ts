import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePoints, escapeInvisible, ORDINARY } from './invisible-characters'

test.each([
  ['a direction that is turned', 'paid \u202ein full\u202c', 'paid ⟦U+202E⟧in full⟦U+202C⟧'],
  [
    'every other control of direction',
    ...shown('\u061c\u200e\u200f\u202a\u202b\u202d\u2066\u2067\u2068\u2069'),
  ],
  [
    'what prints as nothing',
    ...shown('\u00ad\u034f\u115f\u180e\u200b\u2060\u2064\u2800\u3164\ufeff\uffa0'),
  ],
  ['controls, and separators of lines', ...shown('\0\r\u001b\u0085\u2028\u2029\ufff9')],
  ['halves of characters', ...shown('\ud83d')],
  ['words hidden in tags', 'yes\u{e006e}\u{e006f}', 'yes⟦U+E006E⟧⟦U+E006F⟧'],
  ['words hidden in variants', 'yes\ufe0f\u{e0101}', 'yes⟦U+FE0F⟧⟦U+E0101⟧'],
  ['a joiner in an English word', 'op\u200cen\u200ded', 'op⟦U+200C⟧en⟦U+200D⟧ed'],
  ['a joiner behind what is written out', 'م\ufe0f\u200cم', 'م⟦U+FE0F⟧⟦U+200C⟧م'],
  ['a joiner at a Persian word’s end', 'می\u200c رود', 'می⟦U+200C⟧ رود'],
  ['a joiner between an emoji and a letter', '👩\u200da', '👩⟦U+200D⟧a'],
  ['a stack of marks', 'Z\u0301\u0302\u0303\u0304\u0305o', 'Z\u0301\u0302\u0303⟦U+0304⟧⟦U+0305⟧o'],
])('shows %s', (_, words, seen) => {
  expect(escapeInvisible(words)).toBe(seen)
})

test.each([
  ['lines and tabs', 'one\n\ttwo\u00a0three'],
  ['a Persian word with its non-joiner', 'می\u200cرود و کتاب\u200cهایِ ما'],
  ['Hindi and Sinhala conjuncts', 'क्\u200dष क्\u200cष ශ්\u200dරී'],
  ['a Malayalam chillu at a word’s end', 'അവന്\u200d വന്നു'],
  [
    'families, professions and flags',
    '👨\u200d👩\u200d👧\u200d👦 👩🏽\u200d🚀 🏳\ufe0f\u200d🌈 🏴\u200d☠\ufe0f ❤\ufe0f\u200d🔥',
  ],
  ['the flag of Wales', '🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}'],
  ['keycaps, and signs with a manner', '1\ufe0f\u20e3 ☎\ufe0e ☎\ufe0f'],
  ['a Han character’s variant', '葛\u{e0100}飾区'],
  ['Mongolian variants', 'ᠠ\u180b'],
  ['marks as Vietnamese and Hebrew have them', 'e\u0302\u0301 בּ\u05b8\u0596'],
  ['Thai, and Arabic with its vowels', 'น้ำผึ้ง مُدَّةٌ'],
])('leaves %s as they are', (_, words) => {
  expect(escapeInvisible(words)).toBe(words)
})

test('nothing that turns the direction is ever left, and what is shown once stays so', () => {
  const parts = fc.constantFrom(
    'a',
    'م',
    '👩',
    '\u200d',
    '\u200c',
    '\u202e',
    '\u2069',
    '\u061c',
    '\u0301',
    '\ufe0f',
    '\u{e0061}',
    // A letter with its virama, Mongolian with its selectors, a Han tone mark, a digit and its frame.
    ...['क', '\u094d', 'ᠠ', '\u180b', '\u180e', '葛', '\u302a', '\ufe00', '1', '\u20e3'],
  )
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 12 }), (some) => {
      const seen = escapeInvisible(some.join(''))
      expect(seen).not.toMatch(/\p{Bidi_Control}/u)
      expect(escapeInvisible(seen)).toBe(seen)
    }),
    { numRuns: 5_000 },
  )
})

/** Characters, and what stands in their place. */
function shown(characters: string): [string, string] {
  return [characters, codePoints(characters)]
}

test('no ordinary character is written out, nor changes what is written out behind it', () => {
  const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
  const ordinary = all.filter((character) => ORDINARY.test(character))
  expect(ordinary.length).toBeGreaterThan(700)
  const wrong = ordinary.filter((one) => escapeInvisible(`${one}\u202e`) !== `${one}⟦U+202E⟧`)
  expect(wrong).toEqual([])
})
