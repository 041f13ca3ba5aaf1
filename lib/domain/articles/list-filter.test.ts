import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ARTICLE_STATES, keysOf } from '../vocabulary'
import {
  type ArticleFilter,
  addressOf,
  DEADLINES,
  filterIn,
  filterInQuery,
  NO_FILTER,
  queryOf,
  SORTS,
  VIEWS,
  withState,
} from './list-filter'

test('nothing said is every article, mine first', () => {
  expect(filterIn({})).toEqual({ filter: NO_FILTER, ignored: [] })
  expect(queryOf(NO_FILTER)).toBe('')
})

test.each<[query: string, filter: Partial<ArticleFilter>, canonical?: string]>([
  ['q=ledger', { words: 'ledger' }],
  ['q=++old%0Aledger+', { words: 'old ledger' }, 'q=old+ledger'],
  ['state=draft,in_check', { states: ['draft', 'in_check'] }],
  ['state=in_check,draft,draft', { states: ['draft', 'in_check'] }, 'state=draft,in_check'],
  ['person=0199-ab', { person: '0199-ab' }],
  ['deadline=overdue', { deadline: 'overdue' }],
  ['deadline=2026-12-07', { deadline: '2026-12-07' }],
  ['mine=1&archived=1', { mine: true, archived: true }],
  ['sort=mine&view=list', {}, ''],
  ['sort=headline', { sort: 'headline' }],
  ['group=deadline', { sort: 'deadline', isGrouped: true }],
  ['group=deadline&sort=deadline', { sort: 'deadline', isGrouped: true }, 'group=deadline'],
  ['view=board&mine=1', { mine: true, view: 'board' }, 'mine=1&view=board'],
  ['utm_source=mail', {}, ''],
])('%s', (query, said, canonical = query) => {
  const { filter, ignored } = filterInQuery(query)
  expect(filter).toEqual({ ...NO_FILTER, ...said })
  expect(ignored).toEqual([])
  expect(queryOf(filter)).toBe(canonical)
})

test.each([
  ['state=lost', 'state', 'lost'],
  ['state=draft,lost', 'state', 'draft,lost'],
  ['state=draft&state=in_check', 'state', 'draft, in_check'],
  ['person=%00', 'person', '\0'],
  ['person=a b', 'person', 'a b'],
  ['deadline=someday', 'deadline', 'someday'],
  ['deadline=2026-02-30', 'deadline', '2026-02-30'],
  ['mine=yes', 'mine', 'yes'],
  ['sort=constructor', 'sort', 'constructor'],
  ['sort=newest&group=deadline', 'group', 'deadline'],
  ['view=toString', 'view', 'toString'],
  [`q=${'a'.repeat(201)}`, 'q', 'a'.repeat(201)],
])('%s is left out, and told', (query, name, value) => {
  const { filter, ignored } = filterInQuery(query)
  expect(ignored).toEqual([{ name, value }])
  expect(filter).toEqual({
    ...NO_FILTER,
    sort: query.startsWith('sort=newest') ? 'newest' : 'mine',
  })
})

const filters: fc.Arbitrary<ArticleFilter> = fc
  .record({
    words: fc
      .string({ unit: 'grapheme', maxLength: 60 })
      .map((text) => text.replace(/\s+/g, ' ').replaceAll('\0', '').trim()),
    states: fc.subarray(keysOf(ARTICLE_STATES)),
    person: fc.option(fc.uuid()),
    deadline: fc.option(fc.constantFrom(...keysOf(DEADLINES), '2026-12-07', '2024-02-29')),
    mine: fc.boolean(),
    archived: fc.boolean(),
    sort: fc.constantFrom(...keysOf(SORTS)),
    isGrouped: fc.boolean(),
    view: fc.constantFrom(...keysOf(VIEWS)),
  })
  .map((filter) => (filter.isGrouped ? { ...filter, sort: 'deadline' } : filter))

test('a filter that is printed is read as it was, from a page’s address and from a query', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      expect(filterInQuery(queryOf(filter))).toEqual({ filter, ignored: [] })
      expect(filterIn(addressOf(filter))).toEqual({ filter, ignored: [] })
    }),
  )
})

test('whatever an address says, a filter comes of it, and its print is the only one', () => {
  const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined))
  const name = fc.constantFrom('q', 'state', 'person', 'deadline', 'mine', 'sort', 'group', 'view')
  fc.assert(
    fc.property(fc.dictionary(name, value), (address) => {
      const query = queryOf(filterIn(address).filter)
      expect(queryOf(filterInQuery(query).filter)).toBe(query)
    }),
  )
})

test('a state is added, and taken off again', () => {
  const one = withState({ ...NO_FILTER, states: ['in_check'] }, 'draft')
  expect(one.states).toEqual(['draft', 'in_check'])
  expect(withState(one, 'in_check').states).toEqual(['draft'])
})
