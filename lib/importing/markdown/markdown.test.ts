import { expect, test } from 'vitest'
import { blocksOfMarkdown } from './markdown'

const blocksOf = (content: string) =>
  blocksOfMarkdown(content).blocks.map(({ kind, text }) => `${kind}: ${text}`)

test('a Markdown article is read as blocks', () => {
  const article = `---
title: The bridge
tags:
  - news
---
# Bridge *shut* again

The council met [on Tuesday](https://example.org)
and said “no”.

## What went wrong

- one
- two **bold**
  - nested

1. first
2. second

> It was never safe.

| Year | Cost |
|------|------|
| 2017 | 2 m  |

<aside>Never safe</aside>
`
  expect(blocksOf(article)).toEqual([
    'headline: Bridge shut again',
    'paragraph: The council met on Tuesday and said “no”.',
    'subhead: What went wrong',
    'list_item: one',
    'list_item: two bold',
    'list_item: nested',
    'list_item: 1. first',
    'list_item: 2. second',
    'quote: It was never safe.',
    'paragraph: Year | Cost',
    'paragraph: 2017 | 2 m',
    'pull_quote: Never safe',
  ])
})

test('what stands between two rules is not front matter', () => {
  expect(blocksOf('---\n\nIt rained.\n\n---\n\nIt still rains.')).toEqual([
    'paragraph: It rained.',
    'paragraph: It still rains.',
  ])
})

test('raw HTML is read, and none of it runs', () => {
  const markdown =
    'Safe.\n\n<script>window.broken = 1</script>\n\n<img src=x onerror="window.broken = 1">\n\n<p hidden>no</p>'
  expect(blocksOf(markdown)).toEqual(['paragraph: Safe.'])
  expect('broken' in globalThis).toBe(false)
})

test('Markdown nested too deep for its parser is refused', () => {
  expect(() => blocksOfMarkdown('>'.repeat(50_000))).toThrow('cannot read this Markdown')
})

const textsOf = (content: string) => blocksOfMarkdown(content).blocks.map(({ text }) => text)

test.each([
  '사고로 10~20명이 다쳤고 30~40명이 대피했다.',
  '12. Juni 2024 war ein Mittwoch.',
  '1. Mai 2024 war ein Mittwoch.',
  '[Anna]: Yes.',
  '[1]: https://example.org/never-used',
  'The winner is <name> of <party>.',
  '<Name der Redaktion geändert>',
  'It is 5*3*2 or 2**3**4.',
  'Journalist*innen und Leser*innen kamen.',
  'A note [^1] without its words.',
  '- 5 degrees',
  '+ 3.5 % on the year',
  'snake_case_name and 10_000_000',
  'a < b and c > d & e',
  'x <b and c> y </name> z',
  '<!-- It opened in 2024.',
])('%s stands as it is written', (line) => {
  expect(textsOf(`# H\n\n${line}`)).toEqual(['H', line])
})

test.each([
  ['~~two~~ three', ['three']],
  [
    '| District | 2023 | 2024 |\n|---|---|---|\n| North | | 40 |',
    ['District | 2023 | 2024', 'North |  | 40'],
  ],
  ['| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 4 |', ['a | b', '1 | 2 | 3', '4 | ']],
  ['3. Costs\n4. Time', ['3. Costs', '4. Time']],
  ['The lead was\n- 5 points\nby noon.', ['The lead was - 5 points by noon.']],
  ['+ 5 points\n- 3 points', ['+ 5 points - 3 points']],
  ['It opened on\n1. Mai 2024.', ['It opened on 1. Mai 2024.']],
  ['> It fell by\n> - 5 points', ['It fell by - 5 points']],
  ['3) Costs\n4) Time', ['3) Costs', '4) Time']],
  ['12. a\n20. b', ['12. a', '20. b']],
  ['1. a\n1. b\n1. c', ['1. a', '2. b', '3. c']],
  ['- [x] done\n- [ ] open', ['[x] done', '[ ] open']],
  ['Die Bundes-\nregierung', ['Die Bundes-\nregierung']],
  ['*not* **bold** 这是*重点*吗', ['not bold 这是重点吗']],
  ['Up to 10<sup>6</sup> cells', ['Up to 10⁶ cells']],
  [
    'It opened in 2019[^2].\n\n[^2]: By its\n    own count.',
    ['It opened in 2019[2].', '[2] By its own count.'],
  ],
  ['[the file][1]\n\n[1]: https://example.org', ['the file']],
])('%s', (content, texts) => {
  expect(textsOf(`# H\n\n${content}`).slice(1)).toEqual(texts)
})
