import { expect, test } from 'vitest'
import { CONTRADICTING_TEXTS, laidOut } from '@/lib/testing/fixtures/contradicting-texts'
import { contradictionsAgainst } from './against'
import { withAnswers } from './answers'
import { contradictionsIn } from './contradictions'
import { readStatements } from './statements'

const shown = (text: string) => {
  const { text: whole, blocks } = laidOut(text)
  return contradictionsIn(whole, blocks, 'en').map(
    ({ kind, one, other }) => `${kind}: ${one.words} | ${other.words}`,
  )
}

test.each(CONTRADICTING_TEXTS)('%s', (_, text, expected) => {
  expect(shown(text)).toEqual(expected)
})

const RADAR = 'The radar on Cape Lund has a range of 400 km, the ministry said.'
const out = (exact: string, [prefix, suffix]: [string, string] = ['', '']) => ({
  ...{ id: 'a claim', exact, prefix, suffix, language: 'en' },
})

test.each([
  [
    'a range',
    RADAR,
    out('a range of 250 km', ['The radar on Cape Lund has ', '.']),
    ['400 km | 250 km'],
  ],
  ['the same range', RADAR, out('a range of 400 km', ['The radar on Cape Lund has ', '.']), []],
  ['another radar', RADAR, out('a range of 250 km', ['The radar on Cape Tarn has ', '.']), []],
  [
    'what stands beside the claim',
    RADAR,
    out('Cape Lund', ['The radar on ', ' has a range of 250 km.']),
    [],
  ],
  [
    'a name',
    'The book is by Nikolai Gorbunov.',
    out('Nikolaj Gorbunov wrote it'),
    ['Nikolai Gorbunov | Nikolaj Gorbunov'],
  ],
])('against a claim that is out: %s', (_, text, claim, expected) => {
  const blocks = [{ kind: 'paragraph' as const, start: 0, end: text.length }]
  const found = contradictionsAgainst(text, readStatements(text, blocks, 'en'), [claim])
  expect(found.map(({ one, other }) => `${one.words} | ${other.words}`)).toEqual(expected)
})

test('an answer stands for its words, whichever comes first, and falls away when a sentence changes', () => {
  const said = (words: string, sentence: string) => ({ words, sentence: { words: sentence } })
  const pair = {
    kind: 'quantity' as const,
    one: said('300', 'It has 300 beds.'),
    other: said('430', 'Its 430 beds are new.'),
  }
  const given = [{ ...pair, answer: 'one' as const }]
  const turned = { kind: pair.kind, one: pair.other, other: pair.one }
  expect(withAnswers([pair], given)[0]?.answered?.answer).toBe('one')
  expect(withAnswers([turned], given)[0]?.answered?.answer).toBe('other')
  const changed = { ...pair, other: said('430', 'Its 430 beds are old.') }
  expect(withAnswers([changed], given)[0]?.answered).toBeNull()
})

test('one thing that is said of each of many is a series, and two figures of it are not', () => {
  const row = (count: number) =>
    Array.from({ length: count }, (_, at) => `The ferry Alba carried ${at + 3}17 passengers.`)
  expect(shown(row(2).join(' '))).toEqual(['quantity: 317 | 417'])
  expect(shown(row(30).join(' '))).toEqual([])
  const years = Array.from({ length: 60 }, (_, at) => `Sentence ${at} says it opened in 19${at}.`)
  expect(shown(`${years[20]}\n\n${years[21]}`)).toEqual(['date: 1920 | 1921'])
  expect(shown(years.join('\n\n'))).toEqual([])
})

test('why two places are thought to be about the same is told in the words of the text', () => {
  const { text, blocks } = laidOut(`# Ferry Alba carried 1,041 passengers
    The ferry Alba carried 1,014 passengers on Monday.`)
  expect(contradictionsIn(text, blocks, 'en').map(({ why }) => why)).toEqual([
    '2.7 % apart, the same digits in another order. Both say it of “passengers”, with “Ferry”, “Alba” and “carried”.',
  ])
})
