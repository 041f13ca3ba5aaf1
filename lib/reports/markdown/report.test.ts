import { Window } from 'happy-dom'
import { marked } from 'marked'
import { expect, test } from 'vitest'
import type { Report } from '@/lib/domain/report/schema'
import { layOut } from '@/lib/domain/text/blocks'
import { codePoints } from '@/lib/domain/text/invisible-characters'
import { HOSTILE } from '@/lib/testing/fixtures/sample-claims'
import { SAMPLE_SECTIONS, sampleReport } from '@/lib/testing/fixtures/sample-report'
import { reportMarkdown } from './report'

const report = sampleReport()

/** As a program shows it that is not ours, with the extensions of GitHub: those that would make links of bare words. */
function shown(given: Report) {
  const html = marked
    .parse(reportMarkdown(given), { async: false, gfm: true })
    .replaceAll('<br>', ' ')
  return new new Window().DOMParser().parseFromString(html, 'text/html')
}

const page = shown(report)
const texts = (selector: string) =>
  Array.from(page.querySelectorAll(selector), ({ textContent }) => textContent)

test('the sections stand in their order under one title', () => {
  expect(texts('h1')).toEqual([`Fact-check report: ${report.article.headline}`])
  expect(texts('h2')).toEqual(SAMPLE_SECTIONS)
})

test('the article is there in every script, its claims numbered behind their words', () => {
  const { textContent } = page.body
  for (const words of [
    'full payment was received C-001.',
    'İkinci anlaşma için “karar bekleniyor”',
    'Первый контракт был подписан',
    'المدى يبلغ 400 كيلومتر وإن النسبة 3.2 في المئة C-007.',
  ]) {
    expect(textContent).toContain(words)
  }
})

test('every claim has its entry, and every link leads to one', () => {
  const headings = texts('h3').map((title) => `#${title?.toLowerCase()}`)
  const links = Array.from(page.querySelectorAll('a'), (link) => link.getAttribute('href'))
  expect(links.length).toBeGreaterThan(10)
  expect(links.filter((to) => !headings.includes(to ?? ''))).toEqual([])
  expect(
    report.claims.filter(({ number }) => !headings.includes(`#${number.toLowerCase()}`)),
  ).toEqual([])
})

test.each([
  HOSTILE,
  '# no heading',
  '- no item',
  '12. no item',
  '+ no item',
  '> no quotation',
  '=== ',
  '    no code',
  '| a | b |',
  '~~~ no fence',
  '![no picture](x) [no link](y)',
  'https://example.org www.example.org a@example.org',
  'two  \nlines\n\nand a gap',
  '<img src=x onerror=alert(1)> &copy; &#65;',
  ': no definition',
  '\\* \\\\',
  'a\uFDD012\uFDD1',
])('%j comes out as it was typed, in a list and in a paragraph', (typed) => {
  const [first] = report.claims
  const { text, blocks } = layOut([{ kind: 'paragraph', text: typed }])
  const claims = first ? [{ ...first, words: typed, start: 0, end: 0, claimant: typed }] : []
  const made = shown({ ...report, text, blocks, claims })
  const flat = (words: string | null) =>
    (words ?? '')
      .replace(/[\uFDD0\uFDD1]/g, codePoints)
      .replace(/\s+/g, ' ')
      .trim()
  const quotations = Array.from(made.querySelectorAll('blockquote'), (one) => flat(one.textContent))
  expect(quotations).toContain(flat(typed))
  expect(flat(made.body.textContent)).toContain(`Claimant: ${flat(typed)}`)
  const paragraphs = Array.from(made.querySelectorAll('p'), (one) => flat(one.textContent))
  expect(paragraphs).toContain(flat(typed))
  expect(made.querySelectorAll('img, script, table, pre, code')).toHaveLength(0)
  expect(
    [...made.querySelectorAll('a')].filter((a) => !a.getAttribute('href')?.startsWith('#c-')),
  ).toEqual([])
})

test('a name that runs from the right turns nothing around it, and what cannot be seen is written out', () => {
  expect(reportMarkdown(report)).toContain('- **Checkers:** \u2068Ann Lee, ليلى حداد\u2069')
  expect(page.body.textContent).toContain('⟦U+202E⟧away⟦U+202C⟧')
})
