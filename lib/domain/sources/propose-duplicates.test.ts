import { expect, test } from 'vitest'
import { canonicalAddress } from './canonical-address'
import { type DuplicateFacts, proposeDuplicates } from './propose-duplicates'

test.each([
  ['http://www.example.org/report/', 'https://example.org/report'],
  ['https://example.org/report#page=4', 'https://example.org/report'],
  ['https://example.org/report?utm_source=x&id=2', 'https://example.org/report?id=2'],
  ['https://example.org/?b=2&a=1', 'https://example.org?a=1&b=2'],
  ['https://EXAMPLE.org:443/a', 'https://example.org/a'],
])('%s and %s are one address', (one, other) => {
  expect(canonicalAddress(one)).toBe(canonicalAddress(other))
})

test.each([
  ['https://example.org/report?id=2', 'https://example.org/report?id=3'],
  ['https://example.org/Report', 'https://example.org/report'],
  ['https://en.example.org/a', 'https://example.org/a'],
  ['https://example.org:8443/a', 'https://example.org/a'],
])('%s and %s are two', (one, other) => {
  expect(canonicalAddress(one)).not.toBe(canonicalAddress(other))
})

test('what is no address is like no other', () => {
  expect(canonicalAddress('')).toBe('')
  expect(signs({ url: '' }, { url: '' })).toEqual([])
})

const NAMED = { publisher: 'The Ledger Office', published: '2020-12-07' }

test.each<[what: string, one: Partial<DuplicateFacts>, other: Partial<DuplicateFacts>, string[]]>([
  [
    'an address that is written otherwise',
    { url: 'http://example.org/a/' },
    { url: 'https://www.example.org/a' },
    ['address'],
  ],
  ['a file', { files: ['a', 'b'] }, { files: ['b'] }, ['file']],
  ['no file', { files: ['a'] }, { files: ['b'] }, []],
  [
    'a title in another case',
    { ...NAMED, title: 'Bridge opens, late' },
    { ...NAMED, title: 'BRIDGE OPENS – LATE' },
    ['title'],
  ],
  [
    'a title with a slip of the pen',
    { ...NAMED, title: 'The old bridge was opened by the mayor' },
    { ...NAMED, title: 'The old brigde was opened by the mayor' },
    ['title'],
  ],
  [
    'another volume',
    { ...NAMED, title: 'City ledger, volume 1' },
    { ...NAMED, title: 'City ledger, volume 2' },
    [],
  ],
  [
    'another article of the day',
    { ...NAMED, title: 'The old bridge was opened' },
    { ...NAMED, title: 'The new bridge was closed' },
    [],
  ],
  ['another date', { ...NAMED, title: 'A' }, { ...NAMED, title: 'A', published: '2021' }, []],
  ['nobody who published it', { title: 'Interview' }, { title: 'Interview' }, []],
  [
    'all of it',
    { ...NAMED, title: 'Ledger', url: 'https://example.org/a', files: ['a'] },
    { ...NAMED, title: 'ledger', url: 'https://example.org/a', files: ['a'] },
    ['address', 'file', 'title'],
  ],
])('of two with %s', (_, one, other, expected) => {
  expect(signs(one, other)).toEqual(expected)
  expect(signs(other, one)).toEqual(expected)
})

test('a source is no duplicate of itself, and those with more signs come first', () => {
  const source = facts({ id: 'a', url: 'https://example.org/a', files: ['x'] })
  const weak = facts({ id: 'b', files: ['x'] })
  const strong = facts({ id: 'c', url: 'https://example.org/a', files: ['x'] })
  const found = proposeDuplicates(source, [source, weak, strong])
  expect(found.map((one) => one.source.id)).toEqual(['c', 'b'])
})

function signs(one: Partial<DuplicateFacts>, other: Partial<DuplicateFacts>) {
  return proposeDuplicates(facts(one), [facts({ ...other, id: 'other' })])[0]?.signs ?? []
}

const facts = (some: Partial<DuplicateFacts>): DuplicateFacts => ({
  ...{ id: 'one', title: '', publisher: '', published: '', url: '', files: [] },
  ...some,
})
