import { describe, expect, test } from 'vitest'
import { conflictsAmong, saysTheSame } from './conflicts'
import { type FactFields, factFrom } from './fact-fields'
import type { Fact } from './facts'

const TODAY = '2026-11-30'
const read = (fields: FactFields) => factFrom(fields, TODAY)

describe('a fact is read from what was typed', () => {
  test('a name with its titles', () => {
    expect(
      read({
        ...{
          kind: 'Name',
          subject: ' Chemezov,  Sergei ',
          spellings: 'Sergey Chemezov; Tchemezov',
        },
        titles: 'head of Rostec (2007-12-03 –)\nofficer ( – 1996-01-01)\nenvoy',
      }),
    ).toEqual({
      fact: {
        ...{ kind: 'name', subject: 'Sergei Chemezov', note: '', avoid: [] },
        spellings: ['Sergey Chemezov', 'Tchemezov'],
        titles: [
          { title: 'head of Rostec', from: '2007-12-03', until: null },
          { title: 'officer', from: null, until: '1996-01-01' },
          { title: 'envoy', from: null, until: null },
        ],
      },
    })
  })

  test('a formula is text', () => {
    expect(read({ kind: 'house', subject: '=HYPERLINK("x")', avoid: '+1' })).toMatchObject({
      fact: { subject: '=HYPERLINK("x")', avoid: ['+1'] },
    })
  })
})

describe('what cannot be kept is told, by its field', () => {
  test.each([
    ['no kind', { kind: 'rumour', subject: 'A' }, 'kind', /no kind of fact/],
    ['no subject', { kind: 'name' }, 'subject', /about/],
    ['a subject without a letter', { kind: 'name', subject: '***' }, 'subject', /no letter/],
    [
      'an age of 200',
      { kind: 'birth', subject: 'A', born: '200' },
      'born',
      /Nobody has an age of 200/,
    ],
    ['an age', { kind: 'birth', subject: 'A', born: '73' }, 'born', /right for a year at most/],
    [
      'a birth that makes 226',
      { kind: 'birth', subject: 'A', born: '1800-01-01' },
      'born',
      /age of 226/,
    ],
    [
      'a birth to come',
      { kind: 'birth', subject: 'A', born: '2027-01-01' },
      'born',
      /not come yet/,
    ],
    [
      'no day',
      { kind: 'birth', subject: 'A', born: '20/08/1952' },
      'born',
      /no day that can be read/,
    ],
    ['30 February', { kind: 'birth', subject: 'A', born: '1952-02-30' }, 'born', /no day/],
    ['an unknown unit', figure({ unit: 'flurbs' }), 'unit', /“flurbs” is no unit/],
    ['no number', figure({ value: 'many', unit: '' }), 'value', /no figure/],
    ['stale before it is', figure({ staleAfter: '2020-01-01' }), 'staleAfter', /before 2025/],
    [
      'a title that ends first',
      { kind: 'name', subject: 'A', titles: 'B (2020-01-01 – 2019-01-01)' },
      'titles',
      /before it begins/,
    ],
    [
      'right and wrong',
      { kind: 'place', subject: 'Kyiv', avoid: 'Kyiv' },
      'avoid',
      /among the right/,
    ],
    [
      'house style without what it replaces',
      { kind: 'house', subject: 'adviser' },
      'avoid',
      /not to be printed/,
    ],
    [
      'half a character',
      { kind: 'house', subject: '\ud800a', avoid: 'b' },
      'subject',
      /half of a character/,
    ],
  ] as const)('%s', (_, fields, field, message) => {
    const answer = read(fields as FactFields)
    expect('problems' in answer && answer.problems[field]).toMatch(message)
  })

  test.each([['km'], ['%'], ['USD'], ['kg'], ['hours'], ['']])('%s is a unit', (unit) => {
    expect(read(figure({ unit }))).toHaveProperty('fact')
  })
})

function figure(changed: FactFields): FactFields {
  return {
    kind: 'figure',
    subject: 'range',
    value: '400',
    unit: 'km',
    asOf: '2025-01-01',
    ...changed,
  }
}

describe('facts that exclude each other', () => {
  const sentences = (...all: FactFields[]) =>
    conflictsAmong(all.map((fields, at) => factOf(fields, `${at}`))).map(({ sentence }) => sentence)

  test.each([
    [
      'two births',
      { kind: 'birth', subject: 'A Bee', born: '1952-08-20' },
      { kind: 'birth', subject: 'Bee, A', born: '1953-08-20' },
      /Born on 1952/,
    ],
    ['two figures of a day', figure({}), figure({ value: '300' }), /400 km|300 km/],
    [
      'spellings against each other',
      { kind: 'house', subject: 'adviser', avoid: 'advisor' },
      { kind: 'house', subject: 'advisor', avoid: 'adviser' },
      /as right/,
    ],
    [
      'two for one word',
      { kind: 'house', subject: 'a', avoid: 'x' },
      { kind: 'house', subject: 'b', avoid: 'x' },
      /one has “a” and the other “b”/,
    ],
    [
      'a title with two ends',
      { kind: 'name', subject: 'A Bee', titles: 'mayor (– 2020-01-01)' },
      { kind: 'name', subject: 'A Bee', titles: 'mayor (– 2021-01-01)' },
      /mayor/,
    ],
    [
      'a name a slip away',
      { kind: 'name', subject: 'Sergei Chemezov' },
      { kind: 'name', subject: 'Sergey Chemezov' },
      /may be one/,
    ],
    [
      'a name with other marks',
      { kind: 'name', subject: 'Tayyip Erdoğan' },
      { kind: 'name', subject: 'Tayyip Erdogan' },
      /Spelt/,
    ],
  ] as const)('%s', (_, one, other, sentence) => {
    const found = sentences(one as FactFields, other as FactFields)
    expect(found).toEqual([expect.stringMatching(sentence)])
  })

  test.each([
    ['figures of two days', figure({}), figure({ value: '300', asOf: '2026-01-01' })],
    [
      'a figure converted',
      figure({ value: '1', unit: 'km' }),
      figure({ value: '1000', unit: 'm' }),
    ],
    [
      'an accepted spelling',
      { kind: 'name', subject: 'Sergei Chemezov', spellings: 'Sergey Chemezov' },
      { kind: 'name', subject: 'Sergey Chemezov' },
    ],
    [
      'two people',
      { kind: 'name', subject: 'Anna Smith' },
      { kind: 'name', subject: 'John Smith' },
    ],
    [
      'a name and a birth',
      { kind: 'name', subject: 'A Bee' },
      { kind: 'birth', subject: 'A Bee', born: '1952-08-20' },
    ],
  ] as const)('not %s', (_, one, other) => {
    expect(sentences(one as FactFields, other as FactFields)).toEqual([])
  })

  test('the same twice is no conflict but a double', () => {
    const [one, other] = [factOf(figure({}), '1'), factOf({ ...figure({}), note: 'again' }, '2')]
    expect(saysTheSame(one, other)).toBe(true)
    expect(saysTheSame(one, factOf(figure({ value: '401' }), '3'))).toBe(false)
  })
})

function factOf(fields: FactFields, id: string): Fact {
  const answer = read(fields)
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems))
  return { ...answer.fact, id }
}
