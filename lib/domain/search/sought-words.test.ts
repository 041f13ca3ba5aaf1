import { expect, test } from 'vitest'
import { findBestPart, findSought, foldWords } from './sought-words'

const marked = (text: string, sought: Parameters<typeof findSought>[1], phrases: string[] = []) =>
  findSought(text, sought, phrases).map(({ start, end }) => text.slice(start, end))
const one = (word: string, ...forms: string[]) => [{ word, forms: [word, ...forms] }]

test.each([
  [
    'with another ending',
    'The deliveries began; a delivery failed.',
    one('delivery', '~deliveri'),
    ['deliveries', 'delivery'],
  ],
  ['in another case, with marks', 'ERDOĞAN and Erdogan', one('erdogan'), ['ERDOĞAN', 'Erdogan']],
  ['Turkish i', 'Diyarbakır, DİYARBAKIR', one('diyarbakir'), ['Diyarbakır', 'DİYARBAKIR']],
  [
    'Arabic forms and digits',
    'في المدرسة سنة ٢٠١٧',
    [...one('المدرسه'), ...one('2017')],
    ['المدرسة', '٢٠١٧'],
  ],
  ['Chinese without spaces', '他在北京市长会议上', [...one('北京'), ...one('京市')], ['北京市']],
  [
    'letters in two parts',
    'Cafe\u0301 Mo\u0308hre',
    [...one('cafe'), ...one('mohre')],
    ['Cafe\u0301', 'Mo\u0308hre'],
  ],
  ['a figure with its separators', 'It cost 1,000,000 crowns.', one('1000000'), ['1,000,000']],
  ['not within a word', 'understand, standing', one('stand', '~stand'), ['standing']],
])('what was looked for is marked %s', (_, text, sought, words) => {
  expect(marked(text, sought)).toEqual(words)
})

test('a phrase is marked as a whole, and nothing twice', () => {
  const text = 'Full payment was received. Payment in full.'
  const sought = [...one('full'), ...one('payment')]
  expect(marked(text, sought, ['full payment'])).toEqual(['Full payment', 'Payment', 'full'])
})

test('the part that holds most of the words is shown, cut at spaces', () => {
  const text = `${'Nothing is said here of it. '.repeat(30)}The bridge cost four million crowns. ${'And so on. '.repeat(30)}`
  const part = findBestPart(text, findSought(text, [...one('bridge'), ...one('crowns')], []), 120)
  const shown = text.slice(part.start, part.end)
  expect(shown).toContain('The bridge cost four million crowns.')
  expect(shown.length).toBeLessThanOrEqual(120)
  expect(shown).toMatch(/^\S.*\S$/)
  expect(findBestPart('Short.', [], 120)).toEqual({ start: 0, end: 6 })
})

test('folding is the same whatever the form of the letters', () => {
  expect(foldWords('Ångström’s STRASSE, İĞDIR ﬁnd')).toBe(
    foldWords('A\u030angstro\u0308m’s Straße, iğdır find'),
  )
})
