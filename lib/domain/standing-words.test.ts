import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchorAt } from './anchor'
import { mentionedIn, nameBeingTyped } from './mentions'
import { placeIn } from './standing-words'
import { surroundingsOf } from './surroundings'
import { layOut } from './text'

const TEXT = 'It opened in May. The mayor came in May, and left. Nobody opened it again.'

const anchorOf = (words: string, from = 0) => {
  const start = TEXT.indexOf(words, from)
  return anchorAt(TEXT, { start, end: start + words.length })
}

describe('words are found again', () => {
  test('where they stood, after words before them changed', () => {
    const text = TEXT.replace('It opened', 'The bridge was opened')
    const place = placeIn(text, anchorOf('came in May'))
    expect(text.slice(place?.start, place?.end)).toBe('came in May')
  })

  test('among others like them by what stands around them', () => {
    const second = anchorOf('in May', 20)
    expect(placeIn(TEXT, second)).toEqual({ start: second.start, end: second.end })
  })

  test('nowhere, once they were changed, or stand in other surroundings only', () => {
    expect(placeIn(TEXT.replace('came in May', 'came in June'), anchorOf('came in May'))).toBeNull()
    expect(placeIn('Quite another text with in May in it.', anchorOf('in May'))).toBeNull()
    expect(placeIn(`${TEXT} ${TEXT}`, anchorOf('The mayor'))).toBeNull()
  })

  test('in their own text always, or it cannot be told which they are', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % text.length, (b % text.length) + 1].sort((x, y) => x - y)
        const selected = { start: start ?? 0, end: end ?? 0 }
        fc.pre(text.slice(selected.start, selected.end).trim() !== '')
        const anchor = anchorAt(text, selected)
        const place = placeIn(text, anchor)
        expect(place === null || text.slice(place.start, place.end) === anchor.exact).toBe(true)
        if (text.indexOf(anchor.exact) === text.lastIndexOf(anchor.exact)) {
          expect(place).toEqual({ start: anchor.start, end: anchor.end })
        }
      }),
    )
  })
})

describe('a mention', () => {
  const people = ['Tom', 'Tom Okafor', 'Lena Brandt', 'Ömer', 'Tom'].map((name, id) => ({
    name,
    id,
  }))
  const ids = (text: string) => mentionedIn(text, people).map(({ id }) => id)

  test('is a name after an @, the longest that fits, in any case', () => {
    expect(ids('@Tom Okafor, look')).toEqual([1])
    expect(ids('ask @lena brandt.')).toEqual([2])
    expect(ids('@ömer and @TOM OKAFOR')).toEqual([1, 3])
  })

  test('of a name that two share is of both', () => {
    expect(ids('(@Tom)')).toEqual([0, 4])
  })

  test('is no part of an address or a longer word', () => {
    expect(ids('write to me@tom or @Tomas')).toEqual([])
  })

  test('can be completed while it is typed', () => {
    expect(nameBeingTyped('see @Le', 7)).toEqual({ at: 4, begun: 'Le' })
    expect(nameBeingTyped('see @Tom Ok', 11)).toEqual({ at: 4, begun: 'Tom Ok' })
    expect(nameBeingTyped('see @', 5)).toEqual({ at: 4, begun: '' })
    expect(nameBeingTyped('me@x.org', 8)).toBeNull()
    expect(nameBeingTyped('see @Tom Okafor now', 19)).toBeNull()
  })
})

test('surroundings are those of the paragraph, and no longer than one can take in', () => {
  const { text, blocks } = layOut([
    { kind: 'headline', text: 'A headline' },
    { kind: 'paragraph', text: 'The bridge opened in 1932, they say.' },
    { kind: 'paragraph', text: `${'long '.repeat(200)}words${' after'.repeat(200)}` },
  ])
  const around = (words: string) => {
    const start = text.indexOf(words)
    return surroundingsOf(text, blocks, { start, end: start + words.length })
  }
  expect(around('opened in 1932')).toEqual({
    before: 'The bridge ',
    words: 'opened in 1932',
    after: ', they say.',
  })
  const { before, after } = around('words')
  expect(before).toMatch(/^… (long )+$/)
  expect(after).toMatch(/^( after)+ …$/)
  expect(Math.max(before.length, after.length)).toBeLessThan(250)
})
