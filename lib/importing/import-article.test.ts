import { expect, test } from 'vitest'
import { cpuTime } from '@/lib/testing/cpu-time'
import { importArticle } from './import-article'
import type { SourceKind } from './read-file'

const read = (kind: SourceKind, content: string) => importArticle({ kind, content })

test('content of every kind is read', () => {
  expect(read('text', 'A *b*').blocks).toEqual([{ kind: 'headline', text: 'A *b*' }])
  expect(read('markdown', 'A *b*').blocks).toEqual([{ kind: 'headline', text: 'A b' }])
  expect(read('html', '<h1>A</h1>b').blocks).toEqual([
    { kind: 'headline', text: 'A' },
    { kind: 'paragraph', text: 'b' },
  ])
})

test('a file says how it was read, and is read as it is chosen', () => {
  const source = {
    kind: 'text',
    bytes: new Uint8Array([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]),
  } as const
  expect(importArticle(source)).toMatchObject({
    blocks: [{ text: 'Привет' }],
    encoding: { name: 'windows-1251', from: 'guessed' },
  })
  expect(importArticle(source, { encoding: 'windows-1252' }).blocks[0]?.text).toBe('Ïðèâåò')
  expect(read('text', 'Привет').encoding).toBeNull()
})

test.each([
  ['nothing', ''],
  ['white space', ' \r\n\u00a0'],
  ['a byte order mark', '\ufeff'],
])('a file of %s is refused', (_what, content) => {
  const bytes = new TextEncoder().encode(content)
  expect(() => importArticle({ kind: 'text', bytes })).toThrow('There is no text in this file.')
})

test('a page without words is refused', () => {
  expect(() => read('html', '<p> </p>')).toThrow('There are no words in this text yet.')
})

test.each<[string, SourceKind, string]>([
  ['100,000 paragraphs of text', 'text', 'It rained on Tuesday.\n\n'.repeat(100_000)],
  ['100,000 paragraphs with Windows’ line ends', 'text', 'It rained.\r\n\r\n'.repeat(100_000)],
  [
    'a list of 4.9 MB in Markdown',
    'markdown',
    '- It rained on Tuesday, and the bridge was shut.\n'.repeat(100_000),
  ],
  ['a list of 2 MB in Markdown', 'markdown', '- It rained\n'.repeat(160_000)],
  ['numbers of 2 MB in Markdown', 'markdown', '1. It rained\n'.repeat(160_000)],
  ['4.9 MB of a text’s only line', 'text', 'x'.repeat(4_900_000)],
])('%s are refused by their size, at once', (_what, kind, content) => {
  const took = cpuTime(() =>
    expect(() => read(kind, content)).toThrow(/an article may have|more than 5,000/),
  )
  expect(took).toBeLessThan(1_000)
})

test('a page of too many paragraphs is refused in words', () => {
  expect(() => read('html', '<p>a'.repeat(5_001))).toThrow('more than 5,000 paragraphs')
  expect(read('html', '<p>a'.repeat(5_000)).blocks.length).toBe(5_000)
})
