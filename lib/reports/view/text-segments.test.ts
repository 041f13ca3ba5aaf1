import { expect, test } from 'vitest'
import { layOut } from '@/lib/domain/text/blocks'
import { sampleReport } from '@/lib/testing/fixtures/sample-report'
import { textParts } from './text-segments'

const report = sampleReport()
const runs = textParts(report).flatMap(({ items }) => items.flatMap((item) => item.runs))

test('the runs of the text are the text', () => {
  const printed = textParts(sampleReport({ text: report.text.replace(/[\u202C\u202E]/g, '-') }))
    .flatMap(({ items }) => items.map((item) => item.runs.map(({ text }) => text).join('')))
    .join('\n\n')
  expect(printed).toBe(report.text.replace(/[\u202C\u202E]/g, '-'))
})

test('overlapping claims are cut at each other’s borders, and each number stands where its claim ends', () => {
  const range = runs.filter(({ marks }) => marks.includes('unchecked'))
  expect(range.map(({ text, marks }) => [text, marks])).toEqual([
    ['A range of ', ['unchecked']],
    ['400 km and an altitude', ['unchecked', 'misleading']],
    [' of 35 km', ['unchecked']],
  ])
  expect(range.map(({ ends }) => ends.map(({ number }) => number))).toEqual([
    [],
    ['C-006'],
    ['C-005'],
  ])
})

test('every claim that stands in the text is numbered once; a cut one is not', () => {
  const numbers = runs.flatMap(({ ends }) => ends.map(({ number }) => number)).sort()
  expect(numbers).toEqual(report.claims.slice(0, 12).map(({ number }) => number))
})

test('a claim over two blocks is marked in both and numbered in the last', () => {
  const { text, blocks } = layOut([
    { kind: 'paragraph', text: 'One two' },
    { kind: 'paragraph', text: 'three four' },
  ])
  const claims = report.claims.slice(4, 5).map((claim) => ({ ...claim, start: 4, end: 14 }))
  const marked = textParts({ ...report, text, blocks, claims }).flatMap(({ items }) =>
    items.flatMap((item) => item.runs.filter(({ marks }) => marks.length > 0)),
  )
  expect(marked.map(({ text: words, ends }) => [words, ends.length])).toEqual([
    ['two', 0],
    ['three', 1],
  ])
})

test('headings keep their order under the report’s own, also without a headline', () => {
  const { text, blocks } = layOut([
    { kind: 'subhead', text: 'Before' },
    { kind: 'headline', text: 'Headline' },
    { kind: 'subhead', text: 'After' },
  ])
  expect(textParts({ ...report, text, blocks, claims: [] }).map(({ level }) => level)).toEqual([
    3, 3, 4,
  ])
})
