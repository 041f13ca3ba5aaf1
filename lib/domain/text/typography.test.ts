import { expect, test } from 'vitest'
import { typographicDifferences } from './typography'

const forms = (old: string, now: string) =>
  typographicDifferences(old, now)?.map(({ form }) => form) ?? null

test.each([
  ['nothing', 'The bridge.', 'The bridge.', []],
  ['quote marks and a dash', '“a b” — c', '"a b" - c', ['quote', 'quote', 'dash']],
  ['French quote marks', '« oui »', '“oui”', ['quote', 'space', 'space', 'quote']],
  ['double for single', 'said “yes” then', 'said ‘yes’ then', ['quote', 'quote']],
  ['double for single before a stop', 'He said ‘no’.', 'He said “no”.', ['quote', 'quote']],
  ['corner brackets', '他说“款项已付”。', '他说「款项已付」。', ['quote', 'quote']],
  ['white corner brackets', '他说‘款项已付’。', '他说『款项已付』。', ['quote', 'quote']],
  ['white corner brackets for double marks', '他说“款项”了', '他说『款项』了', ['quote', 'quote']],
  ['a Chinese ellipsis', '他说……', '他说…', ['ellipsis']],
  ['a Chinese dash', '桥——旧桥', '桥—旧桥', ['dash']],
  ['an en dash between words', 'Oslo–Bergen', 'Oslo-Bergen', ['dash']],
  ['a hyphen’s code', 'man-eating', 'man\u2011eating', ['dash']],
  ['an apostrophe', 'don’t', "don't", ['apostrophe']],
  ['an ellipsis', 'wait…', 'wait...', ['ellipsis']],
  ['a spaced ellipsis', 'wait. . .', 'wait…', ['ellipsis']],
  ['a range’s dash', '1-2', '1–2', ['dash']],
  ['the form of a minus', 'fell −5', 'fell -5', ['dash']],
  ['a dash with and without spaces', 'a – b', 'a—b', ['space', 'dash', 'space']],
  ['a no-break space in a number', '10 000', '10\u00a0000', ['space']],
  ['a line break', 'the bridge', 'the\nbridge', ['space']],
  ['a thin space', '5 %', '5\u2009%', ['space']],
  ['a space before a mark', 'x ,y', 'x, y', ['space', 'space']],
  ['an accent’s encoding', 'caf\u00e9', 'cafe\u0301', ['encoding']],
])('%s is form', (_what, old, now, expected) => {
  expect(forms(old, now)).toEqual(expected)
})

test.each([
  ['a digit', '400 km', '450 km'],
  ['a name', 'Ankara', 'Izmir'],
  ['a negation', 'is paid', 'is not paid'],
  ['a modal verb', 'will pay', 'may pay'],
  ['a capital', 'the Strait', 'the strait'],
  ['a quotation begun', 'he is “mad”', 'he is mad'],
  ['words joined', 'now here', 'nowhere'],
  ['digits joined', '10 000', '10000'],
  ['digits parted by a paragraph', '10 000', '10\n\n000'],
  ['a point that leaves its number', 'about .5', 'about . 5'],
  ['a number cut in two', '1.5', '1. 5'],
  ['a minus for a dash', '-5', '5–'],
  ['a minus put in', 'fell 5', 'fell -5'],
  ['a minus that loses its number', 'fell -5', 'fell - 5'],
  ['a hyphen for a dash', 'man-eating', 'man – eating'],
  ['a hyphen for a dash without spaces', 'man-eating', 'man—eating'],
  ['a hyphen for two', 'man-eating', 'man--eating'],
  ['a score for a difference', '3-1', '3−1'],
  ['a range for a difference', '3–1', '3−1'],
  ['a corner bracket that closes where a mark opened', '他“款项已付”', '他」款项已付「'],
  ['the same between letters', '他“款项”了', '他」款项「了'],
  ['feet and inches', "6' tall", '6" tall'],
  ['a prime for a quote mark', '5″', '5’'],
  ['an apostrophe for a quote mark', 'don’t', 'don"t'],
  ['a quote that ends elsewhere', 'a "b c" d', 'a" b c "d'],
  ['an accent', 'café', 'cafe'],
  ['an invisible joiner', 'ab', 'a\u200bb'],
  ['a mark that turns the line', 'a b', 'a \u202eb'],
  ['a compatibility ideograph', '神', '\ufa19'],
])('%s is more than form', (_what, old, now) => {
  expect(forms(old, now)).toBeNull()
  expect(forms(now, old)).toBeNull()
})

test('the places are told in units of either text', () => {
  expect(typographicDifferences('a “b” …', 'a "b" ...')).toEqual([
    { form: 'quote', old: { start: 2, end: 3 }, new: { start: 2, end: 3 } },
    { form: 'quote', old: { start: 4, end: 5 }, new: { start: 4, end: 5 } },
    { form: 'ellipsis', old: { start: 6, end: 7 }, new: { start: 6, end: 9 } },
  ])
})
