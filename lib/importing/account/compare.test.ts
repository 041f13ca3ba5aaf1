import { expect, test } from 'vitest'
import { cpuTime } from '@/lib/testing/cpu-time'
import { unaccounted } from './compare'
import type { Line } from './line'

const line = (took: string, put: string): Line => ({
  kind: 'struck',
  number: 0,
  words: took,
  before: '',
  option: 'out',
  took,
  put,
})

const told = (source: string, text: string, lines: Line[] = []) =>
  unaccounted(source, text, lines).map(({ kind, words }) => `${kind}: ${words}`)

test.each([
  ['what is the same', 'Ten cells, 40 %.', 'Ten  cells – 40%', []],
  ['a raised figure', '10 6 cells', '10⁶ cells', []],
  ['a raised figure with its sign', '10 −3 or (1 + 2)', '10⁻³ or ⁽¹⁺²⁾', []],
  ['figures that were joined', '10 6 cells', '106 cells', ['joined: 106']],
  ['a word that was parted', 'Bundesregierung', 'Bundes- regierung', ['joined: Bundesregierung']],
  ['a word that is gone', 'said not that', 'said that', ['missing: not']],
  ['each of two that are gone', 'a b b', 'a', ['missing: b', 'missing: b']],
  ['a word that is new', 'a', 'a b', ['added: b']],
  ['another letter', 'Bern', 'Born', ['missing: Bern', 'added: Born']],
  ['a capital', 'us', 'US', ['missing: us', 'added: US']],
  ['an accent in two ways', 'cafe\u0301', 'café', []],
  ['Chinese lines that were joined', '大桥\n关闭', '大桥关闭', []],
  ['a trade mark', 'Stet TM', 'Stet™', []],
  ['joined words of the same parts', 'x\nx 22\nx x', 'x\nx22\nxx', ['joined: x22', 'joined: xx']],
])('%s', (_what, source, text, lines) => {
  expect(told(source, text)).toEqual(lines)
})

test('what a reader wrote down is accounted for', () => {
  expect(
    told('The fine was 2 million 3 million', 'The fine was 3 million', [line('2 million', '')]),
  ).toEqual([])
  expect(told('North 40 41', 'North | 40 North | 41', [line('', 'North')])).toEqual([])
  expect(told('1 st', '1st', [line('1 st', '1st')])).toEqual([])
})

test('a missing word is shown where it stood', () => {
  expect(unaccounted('one two three four five six', 'one two three four six', [])[0]).toMatchObject(
    {
      words: 'five',
      before: 'one two three four',
    },
  )
})

test('long texts that have nothing in common are compared at once', () => {
  const source = Array.from({ length: 50_000 }, (_, at) => `a${at}`).join(' ')
  const text = Array.from({ length: 50_000 }, (_, at) => `b${at}`).join(' ')
  expect(cpuTime(() => void unaccounted(source, text, []))).toBeLessThan(5_000)
})
