import { expect, test } from 'vitest'
import { MOST_TYPED, parseSearch, searchAddress } from './search-query'

const parsed = (address: string) => {
  const said = new URLSearchParams(address)
  return parseSearch((name) => said.get(name) ?? '')
}

test.each([
  ['q="full payment" received', ['full payment']],
  [
    'q=“full payment” „zweiter Vertrag“ «третий» 「四」',
    ['full payment', 'zweiter Vertrag', 'третий', '四'],
  ],
  ['q="unfinished phrase', []],
  ['q="" " "', []],
])('what stands between quotation marks is a phrase: %s', (address, phrases) => {
  expect(parsed(address).query.phrases).toEqual(phrases)
})

test('what is no kind, type, verdict or day narrows nothing, and a day that is none is told', () => {
  const { query, problems } = parsed(
    'q=a&kind=all&type=nothing&verdict=true&from=2026-02-30&to=soon',
  )
  expect(query).toMatchObject({ kind: null, type: null, verdict: null, from: '', to: '' })
  expect(problems).toEqual([
    '“2026-02-30” is no day, so the search begins with the oldest.',
    '“soon” is no day, so the search ends with the newest.',
  ])
})

test('more than can be looked for is cut, and told', () => {
  const { query, problems } = parsed(`q=${'word '.repeat(2_000)}`)
  expect(query.typed).toHaveLength(MOST_TYPED)
  expect(problems).toEqual(['Only the first 300 characters are looked for.'])
})

test('a span of days that ends before it begins is told', () => {
  expect(parsed('q=a&from=2026-03-02&to=2026-03-01').problems).toEqual([
    'The first day is after the last one, so nothing can be between them.',
  ])
})

test('an address says what was looked for, and leads to the same', () => {
  const address =
    'q=%22a+b%22+%26+c&kind=claim&person=p1&type=age&verdict=disputed&from=2026-01-01&to=2026-02-01'
  const { query } = parsed(address)
  expect(searchAddress('/desk/search', query)).toBe(`/desk/search?${address}`)
  expect(searchAddress('/desk/search', { typed: '' })).toBe('/desk/search')
})
