import { describe, expect, test } from 'vitest'
import { mentionedIn, nameAsSeen, nameBeingTyped } from './mentions'

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

  test.each([
    ["@Sean O'Brien", 'Sean O’Brien'],
    ['@Sean O’Brien', "Sean O'Brien"],
    ['＠Tom Okafor', 'Tom Okafor'],
    ['@Ｔｏｍ　Okafor', 'Tom Okafor'],
    ['@Tom\u00a0Okafor', 'Tom Okafor'],
    ['@IŞIL YILDIZ', 'Işıl Yıldız'],
    ['@işil yildiz', 'Işıl Yıldız'],
    ['@İnci', 'inci'],
    ['@inci', 'İNCİ'],
    ['@STRASSER', 'Straßer'],
    ['@ΝΊΚΟΣ', 'Νίκος'],
    ['@Anne‑Marie', 'Anne-Marie'],
    ['@Zoe\u0301', 'Zoé'],
    ['请@王小明看一下', '王小明'],
    ['请＠王小明。', '王小明'],
    ['@田中さん', '田中'],
    ['@김철수에게', '김철수'],
    ['ถาม@สมชายหน่อย', 'สมชาย'],
    ['@Tom请看', 'Tom'],
    ['@Ömer’e sor', 'Ömer'],
  ])('in “%s” is of %s', (text, name) => {
    const others = [{ name: 'Sean' }, { name: '王' }, { name: 'Anne' }]
    expect(mentionedIn(text, [...others, { name }])).toEqual([{ name }])
  })

  test.each([
    ['@Zoe', 'Zoé'],
    ['@Tomé', 'Tom'],
    ['@Tom\u0301', 'Tom'],
    ['@Okafor2', 'Okafor'],
    ['me@王小明', '王小明'],
    ['@O’Brien', 'Sean O’Brien'],
  ])('in “%s” is none of %s', (text, name) => {
    expect(mentionedIn(text, [{ name }])).toEqual([])
  })

  test('of one name in two spellings is of both', () => {
    const both = [{ name: 'Sean O’Brien' }, { name: "SEAN O'BRIEN" }]
    expect(mentionedIn('@Sean O’Brien', both)).toEqual(both)
    expect(nameAsSeen('Sean O’Brien')).not.toBe(nameAsSeen('Sean OBrien'))
  })

  test('can be completed while it is typed', () => {
    expect(nameBeingTyped('see @Le', 7)).toEqual({ at: 4, begun: 'Le' })
    expect(nameBeingTyped('see @Tom Ok', 11)).toEqual({ at: 4, begun: 'Tom Ok' })
    expect(nameBeingTyped('see @', 5)).toEqual({ at: 4, begun: '' })
    expect(nameBeingTyped('me@x.org', 8)).toBeNull()
    expect(nameBeingTyped("see ＠Sean O'B", 13)).toEqual({ at: 4, begun: "Sean O'B" })
    expect(nameBeingTyped('请@王小', 4)).toEqual({ at: 1, begun: '王小' })
    expect(nameBeingTyped('see @Tom Okafor now', 19)).toBeNull()
  })
})
