import { expect, test } from 'vitest'
import { layOut } from '@/lib/domain/text/blocks'
import { sampleReport } from '@/lib/testing/fixtures/sample-report'
import { annotationsOf, reportAnnotations } from './annotations'

const ADDRESS = 'https://desk.example/harbour/articles/s-400-talks'
const report = sampleReport()
const place = { start: 0, end: 6 }
const placed = {
  ...report,
  queries: report.queries.map((query) => ({ ...query, place })),
  suggestions: report.suggestions.map((one) => ({ ...one, place })),
}
const all = annotationsOf(placed, ADDRESS)

test('claims are assessed, queries ask and suggestions edit; what has no place is not among them', () => {
  const count = (motivation: string) => all.filter((one) => one.motivation === motivation).length
  expect(count('assessing')).toBe(report.claims.filter(({ status }) => status !== 'cut').length)
  expect(count('questioning')).toBe(report.queries.length)
  expect(count('editing')).toBe(report.suggestions.length)
  expect(annotationsOf(report, ADDRESS)).toHaveLength(count('assessing'))
})

test('each quotes its words with what stands around them, and counts its place in code points', () => {
  const { text, blocks } = layOut([{ kind: 'paragraph', text: 'So 😀😀 it costs 7 euros.' }])
  const claims = report.claims
    .slice(0, 1)
    .map((claim) => ({ ...claim, start: 8, end: 16, words: 'it costs' }))
  const [one] = annotationsOf({ ...report, text, blocks, claims }, ADDRESS)
  expect(one?.target.selector).toEqual([
    { type: 'TextQuoteSelector', exact: 'it costs', prefix: 'So 😀😀 ', suffix: ' 7 euros.' },
    { type: 'TextPositionSelector', start: 6, end: 14 },
  ])
  for (const { target } of all) {
    const [quote, position] = target.selector
    expect([...report.text].slice(position.start, position.end).join('')).toBe(quote.exact)
  }
})

test('who said what and when stands with each body, in its direction and language', () => {
  const [first] = all
  expect(first).toMatchObject({ id: `${ADDRESS}#C-001`, 'dcterms:identifier': 'C-001' })
  expect(first?.body.map(({ purpose }) => purpose)).toEqual([
    ...['assessing', 'tagging', 'assessing', 'assessing', 'linking', 'linking'],
  ])
  expect(first?.body[2]).toMatchObject({
    value: expect.stringMatching(/^Said: Confirmed\nThe agency/),
    creator: { type: 'Person', name: 'Ann Lee' },
    created: '2020-12-07T13:41:00Z',
    ...{ language: 'en', textDirection: 'ltr', format: 'text/plain' },
  })
})

test('the file is one collection with its page, of one count and one context, and ids of their own', () => {
  const file = JSON.parse(reportAnnotations(placed, ADDRESS))
  expect(file).toMatchObject({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationCollection',
    total: all.length,
    first: { type: 'AnnotationPage', startIndex: 0, partOf: { id: file.id, total: all.length } },
  })
  expect(file.first.items).toHaveLength(all.length)
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
})

test('nothing of it is a term that the context of the W3C does not know', () => {
  const known =
    /^(@context|id|type|motivation|body|target|source|selector|exact|prefix|suffix|start|end|purpose|value|format|language|textDirection|creator|created|generator|generated|name|label|total|first|last|items|partOf|startIndex|dcterms:identifier|schema:(citation|additionalProperty|name|value|genre|publisher|datePublished|url|isBasedOn|spokenByCharacter))$/
  const terms = new Set<string>()
  JSON.parse(reportAnnotations(placed, ADDRESS), (term, value) => {
    if (term !== '' && !/^\d+$/.test(term)) terms.add(term)
    return value
  })
  expect([...terms].filter((term) => !known.test(term))).toEqual([])
})
