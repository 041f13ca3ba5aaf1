// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { blocksOfContent } from './import-article'
import { htmlOfMarkdown } from './markdown'

const blocksOf = async (content: string) =>
  (await blocksOfContent({ kind: 'markdown', content })).map(({ kind, text }) => `${kind}: ${text}`)

test('a Markdown article is read as blocks', async () => {
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

> It was never safe.

| Year | Cost |
|------|------|
| 2017 | 2 m  |

<aside>Never safe</aside>
`
  expect(await blocksOf(article)).toEqual([
    'headline: Bridge shut again',
    'paragraph: The council met on Tuesday and said “no”.',
    'subhead: What went wrong',
    'list_item: one',
    'list_item: two bold',
    'list_item: nested',
    'list_item: first',
    'quote: It was never safe.',
    'paragraph: Year | Cost',
    'paragraph: 2017 | 2 m',
    'pull_quote: Never safe',
  ])
})

test('what stands between two rules is not front matter', async () => {
  expect(await blocksOf('---\n\nIt rained.\n\n---\n\nIt still rains.')).toEqual([
    'paragraph: It rained.',
    'paragraph: It still rains.',
  ])
})

test('raw HTML is read, and none of it runs', async () => {
  const markdown =
    'Safe.\n\n<script>window.broken = 1</script>\n\n<img src=x onerror="window.broken = 1">\n\n<p hidden>no</p>'
  expect(await blocksOf(markdown)).toEqual(['paragraph: Safe.'])
  expect('broken' in window).toBe(false)
})

test('Markdown nested too deep for its parser is refused', async () => {
  await expect(htmlOfMarkdown('>'.repeat(50_000))).rejects.toMatchObject({ reason: 'invalid' })
})

test('content of every kind is read', async () => {
  expect(await blocksOfContent({ kind: 'text', content: 'A *b*' })).toEqual([
    { kind: 'headline', text: 'A *b*' },
  ])
  expect(await blocksOfContent({ kind: 'html', content: '<h1>A</h1>b' })).toEqual([
    { kind: 'headline', text: 'A' },
    { kind: 'paragraph', text: 'b' },
  ])
})
