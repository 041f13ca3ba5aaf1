import fc from 'fast-check'
import { expect, test } from 'vitest'
import { align } from './align'
import { countChanges, textChanges } from './changes'

function told(old: string, now: string): string {
  return textChanges(align(old, now))
    .map(({ what, old: was, now: is }) => {
      const [out, put] = [old.slice(was.start, was.end), now.slice(is.start, is.end)]
      return what === 'same' ? put : `{${what} -${out.trim()} +${put.trim()}}`
    })
    .join('')
}

test.each([
  [
    'The bridge opened in 1932, they said.',
    'The bridge opened in 1933, they said.',
    'factual -1932 +1933',
  ],
  ['The bridge is not the first of them.', 'The bridge is the first of them.', 'factual -not +}'],
  ['Then he said “no” to all of them.', 'Then he said "no" to all of them.', 'typographic -“ +"'],
  [
    'It has a range of 400 km or so.',
    'It has a range of 400\u00a0km or so.',
    'typographic -400 +400',
  ],
])('%s becomes %s', (old, now, change) => {
  expect(told(old, now)).toContain(change)
})

test.each([
  ['a range of 400 km', 'a reported range of up to 400 km', '- +reported', '- +up to'],
  ['full payment', 'some money', '-full payment +some money'],
  ['the end of it', '', '-the end of it +'],
])('a few words, %s, are compared as whole texts are', (old, now, ...changes) => {
  for (const change of changes) expect(told(old, now)).toContain(`{factual ${change}}`)
})

test('the same text has no changes', () => {
  expect(textChanges(align('One two.', 'One two.')).map(({ what }) => what)).toEqual(['same'])
})

test('a paragraph that was moved shows at both its places', () => {
  const [a, b] = [
    'The old bridge opened in 1932 and cost four million crowns.',
    'Sven Brandt, who built it, died in 1971 at the age of ninety.',
  ]
  const changes = textChanges(align(`${a}\n\n${b}`, `${b}\n\n${a}`))
  expect(countChanges(changes)).toEqual({ factual: 0, typographic: 0, moved: 2 })
})

const texts = fc
  .array(fc.constantFrom('a', 'bridge', '1932', '“no”', '—', '. ', '\n\n', ' ', '…', '大桥'), {
    maxLength: 40,
  })
  .map((parts) => [...parts, 'end'].join(' '))

test('the stretches follow each other without a gap in the new text, and hold all words of the old one', () => {
  fc.assert(
    fc.property(texts, texts, (old, now) => {
      const changes = textChanges(align(old, now))
      expect(changes.map((one) => now.slice(one.now.start, one.now.end)).join('')).toBe(now)
      const kept = changes.map((one) => old.slice(one.old.start, one.old.end)).join('')
      expect(kept.replace(/\s/g, '')).toBe(old.replace(/\s/g, ''))
    }),
  )
})
