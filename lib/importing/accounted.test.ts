import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importArticle } from './import-article'
import type { SourceKind } from './read-file'

function read(kind: SourceKind, content: string) {
  const { blocks, lines } = importArticle({ kind, content })
  return { text: blocks.map((block) => block.text).join('\n'), lines }
}

/** How often each letter and digit is in a text, raised ones as they are on the line. */
function letters(text: string): Map<string, number> {
  const count = new Map<string, number>()
  for (const one of text.normalize('NFKC')) {
    if (/[\p{L}\p{N}]/u.test(one)) count.set(one, (count.get(one) ?? 0) + 1)
  }
  return count
}

function expectAllOf(source: string, { text, lines }: ReturnType<typeof read>): void {
  const had = letters(`${text} ${lines.map(({ took }) => took).join(' ')}`)
  for (const [one, times] of letters(source)) {
    expect(had.get(one) ?? 0, `${one} in ${JSON.stringify(source)}`).toBeGreaterThanOrEqual(times)
  }
}

/** Words that are each in a page once, so that none can stand in for another. */
const INLINE = [
  ['', ''],
  [' ', ' '],
  ['<b>', '</b>'],
  ['<sup>', '</sup>'],
  ['<sub>', '</sub>'],
  ['<s>', '</s>'],
  ['<a href="#fn1">', '</a>'],
  ['<sup><a href="#x">', '</a></sup>'],
  ['<span style="text-decoration:line-through">', '</span>'],
  ['<span hidden>', '</span>'],
  ['<button>', '</button>'],
  ['<small>', '</small>'],
  ['<math><mfrac><mn>1</mn><mi>', '</mi></mfrac></math>'],
  ['<nobody>', ''],
  ['<ruby>x<rt>', '</rt></ruby>'],
  ['<img alt="', '">'],
  ['<!-- x -->', '<br>'],
] as const

const BLOCKS = [
  ['<p>', '</p>'],
  ['<div>', '</div>'],
  ['<h2>', '</h2>'],
  ['<ol start=7><li>', '</ol>'],
  ['<ol type=i><li>', '<li>more</ol>'],
  ['<ul><li>', '</ul>'],
  ['<table><tr><td rowspan=2>', '<td>cell<tr><td></table>'],
  ['<table><tr><td colspan=2>', '<td><tr><th>a<th>b<th>c</table>'],
  ['<blockquote>', '</blockquote>'],
  ['<div role="doc-footnote"><p>', '</p></div>'],
  ['<form><input name=nextSibling value="v">', '</form>'],
  ['<nav>', '</nav>'],
] as const

const inline = fc.array(fc.tuple(fc.constantFrom(...INLINE), fc.nat(99)), { maxLength: 6 })
const page = fc.array(fc.tuple(fc.constantFrom(...BLOCKS), inline), { minLength: 1, maxLength: 6 })

test('of any page every letter and digit is in the text or in the account, and the reader knew of each', () => {
  fc.assert(
    fc.property(page, (blocks) => {
      let number = 0
      const words: string[] = []
      const html = blocks.map(([[opens, closes], parts]) => {
        const inner = parts.map(([[before, after], seed]) => {
          const word = `${seed}w${number++}x`
          words.push(word)
          return `${before}${word}${after}`
        })
        return `${opens}${inner.join('')}${closes}`
      })
      const source = `<p>a beginning</p>${html.join('')}`
      const found = read('html', source)
      expectAllOf(words.join(' '), found)
      expect(found.text).not.toMatch(/[\ufdd0-\ufdef]/)
      const unknown = found.lines.filter(({ kind }) => /^(missing|added)$/.test(kind))
      expect(unknown, source).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('no figures that markup keeps apart stand together', () => {
  const apart = INLINE.filter(
    ([opens]) =>
      /^<(?:sup|sub|s|a|button|math|span)/.test(opens) && !/hidden|line-through|<s>/.test(opens),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...apart),
      fc.nat(999),
      fc.nat(999),
      ([opens, closes], one, two) => {
        const { text } = read('html', `<p>see ${one}${opens}${two}${closes}${one} there</p>`)
        expect(text).not.toContain(`${one}${two}`)
      },
    ),
  )
})

const MARKS = [
  '*',
  '**',
  '_',
  '~',
  '~~',
  '`',
  '[',
  ']',
  '(',
  ')',
  '[^1]',
  '[^1]: ',
  ': ',
  '|',
  '|---|---|',
  '#',
  '# ',
  '- ',
  '+ ',
  '* ',
  '1. ',
  '12. ',
  '7) ',
  '> ',
  '\n',
  '\n\n',
  '\n    ',
  '```',
  '---',
  '===',
  '<',
  '>',
  '<b>',
  '</b>',
  '<sup>',
  '</sup>',
  '<name>',
  '</name>',
  '<!--',
  '-->',
  '\\',
  '!',
  'https://example.org/',
  '[x] ',
  ' ',
  ' ',
  '  \n',
]
const markdown = fc
  .array(
    fc.oneof(fc.constantFrom(...MARKS), fc.constantFrom('Anna', '2024', 'né', '大桥', 'x', 'Yes.')),
    { minLength: 1, maxLength: 40 },
  )
  .map((parts) => `Words ${parts.join('')}`)

test('of any Markdown every letter and digit is in the text or in the account', () => {
  fc.assert(
    fc.property(markdown, (source) => {
      expectAllOf(source.replace(/<\/?(?:b|sup)>/g, ' '), read('markdown', source))
    }),
    { numRuns: 1_000 },
  )
})

test('of lines that begin like lists, quotes or comments none is lost', () => {
  const starts = ['- ', '+ ', '* ', '-', '1. ', '12. ', '7) ', '> ', '> - ', '<!-- ', '# ', '']
  const line = fc.tuple(fc.constantFrom(...starts), fc.constantFrom('5 points', 'Juni', '€3', 'no'))
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
      const source = `Words\n${lines.map(([start, words], at) => `${start}${words} x${at}x`).join('\n')}`
      const found = read('markdown', source)
      expectAllOf(source, found)
      const lost = found.lines.filter(({ kind }) => kind === 'missing')
      expect(lost, source).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('of any text every letter and digit is in the text or in the account', () => {
  const line = fc.array(
    fc.constantFrom('Bundes-', 'regierung', '12.', '-', 'o\t', '\t', ' ', 'und', '10', 'a'),
    { maxLength: 12 },
  )
  const text = fc
    .array(
      line.map((parts) => parts.join(' ')),
      { minLength: 1, maxLength: 12 },
    )
    .map((lines) => `Words\n${lines.join('\n')}`)
  fc.assert(
    fc.property(text, (source) => expectAllOf(source, read('text', source))),
    { numRuns: 500 },
  )
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (some) => {
      const source = `Words ${some}`
      for (const kind of ['text', 'markdown'] as const)
        expectAllOf(kind === 'text' ? source : '', read(kind, source))
    }),
  )
})
