import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AuditEntry,
  canonicalJson,
  checkChain,
  GENESIS,
  type SealedEntry,
  seal,
} from './hash-chain'

const entryAt = (seq: number): AuditEntry => ({
  newsroomId: 'newsroom',
  seq,
  actorId: 'ada',
  articleId: 'article',
  claimId: null,
  type: 'verdict.given',
  data: { verdict: 'confirmed', words: `“${seq} km” 👍`, n: seq },
  at: `2026-11-22T10:00:0${seq}.000Z`,
})

function chained(entries: AuditEntry[]): SealedEntry[] {
  let previous = GENESIS
  return entries.map((entry) => {
    const sealed = { ...entry, previous, hash: seal(previous, entry) }
    previous = sealed.hash
    return sealed
  })
}

const chain = chained([1, 2, 3, 4, 5].map(entryAt))
const head = { seq: 5, hash: chain.at(-1)?.hash ?? '' }
const without = (seq: number) => chain.filter((entry) => entry.seq !== seq)
const changed = (seq: number, change: Partial<SealedEntry>) =>
  chain.map((entry) => (entry.seq === seq ? { ...entry, ...change } : entry))

test('a chain that nobody touched is whole', () => {
  expect(checkChain(chain, head)).toEqual({ whole: true, entries: 5, head: head.hash })
  expect(checkChain([], { seq: 0, hash: GENESIS })).toEqual({
    whole: true,
    entries: 0,
    head: GENESIS,
  })
})

test('a chain is whole after a trip through a database that reorders keys', () => {
  const shuffled = chain.map((entry): SealedEntry => {
    const data = Object.fromEntries(Object.entries(entry.data ?? {}).reverse())
    return { ...JSON.parse(JSON.stringify(entry)), data }
  })
  expect(checkChain(shuffled, head).whole).toBe(true)
})

describe('a change to any part of an entry is found there', () => {
  test.each<[string, Partial<SealedEntry>]>([
    ['the newsroom', { newsroomId: 'other' }],
    ['the person', { actorId: 'eve' }],
    ['the article', { articleId: null }],
    ['the claim', { claimId: 'C-001' }],
    ['the type', { type: 'verdict.withdrawn' }],
    ['the data', { data: { verdict: 'incorrect', words: '“3 km” 👍', n: 3 } }],
    ['one character', { data: { verdict: 'confirmed', words: '“3 km“ 👍', n: 3 } }],
    ['a number to its text', { data: { verdict: 'confirmed', words: '“3 km” 👍', n: '3' } }],
    ['the time', { at: '2026-11-22T10:00:03.001Z' }],
    ['its own hash', { hash: 'f'.repeat(64) }],
  ])('%s', (_what, change) => {
    expect(checkChain(changed(3, change), head)).toEqual({
      whole: false,
      brokenAt: 3,
      why: 'The entry was changed after it was sealed.',
    })
  })

  test('its number, its predecessor', () => {
    expect(checkChain(changed(3, { seq: 4 }), head)).toMatchObject({ whole: false, brokenAt: 3 })
    expect(checkChain(changed(3, { previous: GENESIS }), head)).toMatchObject({
      whole: false,
      brokenAt: 3,
    })
  })
})

describe('a change to the chain is found', () => {
  const forged = { ...entryAt(3), actorId: 'eve' }
  const resealed = (previous: string) => ({ ...forged, previous, hash: seal(previous, forged) })
  const second = chain[1]?.hash ?? ''

  test.each<[string, SealedEntry[], number]>([
    ['the first entry deleted', without(1), 1],
    ['one deleted', without(3), 3],
    ['the last deleted', without(5), 5],
    ['all deleted', [], 1],
    ['one deleted and the rest renumbered', without(3).map((e, i) => ({ ...e, seq: i + 1 })), 3],
    ['two swapped', [2, 1, 0, 3, 4].flatMap((i) => chain[i] ?? []), 1],
    [
      'two swapped and renumbered',
      [0, 2, 1, 3, 4].flatMap((i) => chain[i] ?? []).map((e, i) => ({ ...e, seq: i + 1 })),
      2,
    ],
    ['one doubled', chain.flatMap((e) => (e.seq === 3 ? [e, e] : [e])), 4],
    ['one put in', chain.flatMap((e) => (e.seq === 3 ? [resealed(second), e] : [e])), 4],
    ['one replaced and sealed again', changed(3, resealed(second)), 4],
    [
      'all from there sealed again',
      chained([entryAt(1), entryAt(2), forged, entryAt(4), entryAt(5)]),
      6,
    ],
    ['one added at the end', chained([1, 2, 3, 4, 5, 6].map(entryAt)), 7],
    [
      'another newsroom’s',
      chained([1, 2, 3, 4, 5].map((seq) => ({ ...entryAt(seq), newsroomId: 'x' }))),
      6,
    ],
  ])('%s', (_what, entries, brokenAt) => {
    expect(checkChain(entries, head)).toMatchObject({ whole: false, brokenAt })
  })
})

test('a number that was skipped is found, even where every hash holds', () => {
  const skipped = chained([1, 2, 4].map(entryAt))
  expect(checkChain(skipped, { seq: 3, hash: skipped.at(-1)?.hash ?? '' })).toEqual({
    whole: false,
    brokenAt: 3,
    why: 'An entry is missing.',
  })
})

describe('canonical JSON', () => {
  test.each([
    [
      'keys in order',
      { b: 1, a: { d: null, c: [2, { f: 1, e: 0 }] } },
      '{"a":{"c":[2,{"e":0,"f":1}],"d":null},"b":1}',
    ],
    ['keys that look like numbers', { 9: 1, 10: 2, a: 3 }, '{"10":2,"9":1,"a":3}'],
    [
      'keys of RFC 8785 §3.2.3',
      { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 },
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    ],
    ['numbers', [1.0, 1e21, 0.002, -0, 1 / 3], '[1,1e+21,0.002,0,0.3333333333333333]'],
    ['text', '"\\\n\u000f€👍', '"\\"\\\\\\n\\u000f€👍"'],
    ['what is not there', { a: undefined, b: null }, '{"b":null}'],
    ['a date', { at: new Date(0) }, '{"at":"1970-01-01T00:00:00.000Z"}'],
  ])('%s', (_what, value, json) => {
    expect(canonicalJson(value)).toBe(json)
  })

  test('equal values give equal bytes, and the bytes give the value back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = canonicalJson(value)
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(JSON.parse(json))).toBe(json)
      }),
    )
  })
})
