import { describe, expect, test } from 'vitest'
import { mentionedIn, nameBeingTyped } from './mentions'

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
