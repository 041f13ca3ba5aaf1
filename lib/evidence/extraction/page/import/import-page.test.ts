import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOut } from '@/lib/domain/text/blocks'
import type { Wishes } from '@/lib/importing/import-article'
import { aPage, PAGE_WORDS } from '@/lib/testing/importing/web-page'
import { canonicalAddress } from './canonical-address'
import { importPage } from './import-page'

const FROM = 'https://www.pine.example/bridge'
const read = (html: string, wishes: Wishes = {}) =>
  importPage(Buffer.from(html), { from: FROM, ...wishes })
const shown = (html: string, wishes?: Wishes) =>
  read(html, wishes).blocks.map(({ kind, text }) => `${kind}: ${text}`)
const { headline, first, second, third, caption, dek } = PAGE_WORDS

const ARTICLE = [
  ...[`headline: ${headline}`, `dek: ${dek}`, `caption: ${caption}`, `paragraph: ${first}`],
  ...['subhead: What comes next', 'quote: It was never safe.', `paragraph: ${second}`],
  ...['list_item: The steel', 'list_item: The money', `paragraph: ${third}`],
]

test('a page is read as its article, and all else of it stands in the account', () => {
  expect(shown(aPage())).toEqual(ARTICLE)
  const { lines, item } = read(aPage())
  const left = lines.filter(({ kind }) => kind === 'page').map(({ words }) => words)
  expect(left).toEqual(
    expect.arrayContaining([
      'Local news',
      'Sign up for our newsletter today.',
      'Read more: The tunnel floods',
      '© The Pine 2026',
    ]),
  )
  expect(lines.filter(({ kind }) => /missing|added|joined/.test(kind))).toEqual([])
  expect(item).toEqual({
    ...{ kind: 'page', uri: 'https://www.pine.example/bridge', version: '', status: '' },
    ...{ versionCreated: '2026-11-30T09:30:00.000Z', published: '2026-11-29T18:00:00Z' },
    ...{ byline: 'Ada Pine', headline, language: 'en-GB' },
  })
})

test('what was left out is put in as somebody chooses, and the byline too', () => {
  const all = shown(aPage(), { choices: { page: 'in', byline: 'in' } })
  expect(all).toEqual(expect.arrayContaining([...ARTICLE, 'paragraph: Local news']))
  expect(shown(aPage(), { choices: { byline: 'in' } })).toContain('paragraph: Ada Pine')
})

test('a headline that no heading says comes from the page’s data', () => {
  const page = aPage().replace(/<h1>.*<\/h1>/, '')
  expect(shown(page)[0]).toBe(`headline: ${headline}`)
  expect(read(page).lines).toContainEqual(
    expect.objectContaining({ kind: 'headline', put: headline }),
  )
  expect(shown(page, { choices: { headline: 'out' } })).not.toContain(`headline: ${headline}`)
})

test('text between line breaks and no paragraphs is read, and what stands loose beside it is not', () => {
  const body = `<div id="story">${first}<br><br>${second}<br><br>${third}</div>`
  const page = `<html><body><div>Advertisement<h1>${headline}</h1>${body}</div><div>Imprint</div></body></html>`
  const text = read(page)
    .blocks.map((block) => block.text)
    .join('\n')
  for (const words of [headline, first, second, third]) expect(text).toContain(words)
  expect(text).not.toMatch(/Advertisement|Imprint/)
})

test('scripts and what they would write are no words', () => {
  const page = aPage({
    body: `<p>${first}<script>document.write('pwned')</script></p><p onclick="pwned()">${second}</p><iframe srcdoc="<p>pwned</p>"></iframe><p>${third}</p>`,
  })
  expect(JSON.stringify(read(page).blocks)).not.toContain('pwned')
})

test.each([
  ['nothing', '<html><body></body></html>'],
  [
    'links alone',
    `<body><ul>${'<li><a href="/a">The tunnel floods</a></li>'.repeat(30)}</ul></body>`,
  ],
  [
    'an application that writes itself',
    '<body><div id="root"></div><script src="/app.js"></script></body>',
  ],
  [
    'a form',
    '<body><h1>Log in</h1><form><label>Name<input></label><button>Log in</button></form></body>',
  ],
])('a page with %s has no article, and says so', (_, html) => {
  expect(() => read(html)).toThrow('No article was found on this page.')
})

test('a page that numbers its elements as we do, or is nested 10,000 deep, is read', () => {
  const forged = aPage().replaceAll('<p>', '<p data-stet-number="3">')
  expect(shown(forged)).toEqual(ARTICLE)
  const deep = aPage({
    body: `${'<div>'.repeat(10_000)}<p>${first}</p><p>${second}</p><p>${third}</p>`,
  })
  expect(shown(deep).join('\n')).toContain(third)
})

test('of any page every letter and digit is in the text or in the account', () => {
  const prose = fc.constantFrom(first, second, third, 'Read more: it', 'Share', '')
  const tag = fc.constantFrom(
    'p',
    'div',
    'span',
    'section',
    'li',
    'blockquote',
    'nav',
    'aside',
    'figcaption',
    'h2',
    'td',
  )
  const label = fc.constantFrom(
    '',
    ' class="share"',
    ' class="caption"',
    ' class="newsletter"',
    ' id="body"',
  )
  const part = fc.tuple(tag, label, prose, prose, tag, prose)
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
      let number = 0
      const marked = (text: string) => (text ? `${text} w${number++}x` : '')
      const html = parts
        .map(([outer, label, before, within, inner, after]) => {
          const middle = `<${inner}>${marked(within)}</${inner}>`
          return `<${outer}${label}>${marked(before)}${middle}${marked(after)}</${outer}>`
        })
        .join('')
      const page = aPage({ body: `<p>${first}</p>${html}` })
      const { lines } = read(page)
      const unknown = lines.filter(({ kind }) => /missing|added/.test(kind))
      expect(unknown, html).toEqual([])
    }),
    { numRuns: 60 },
  )
}, 60_000)

describe('a page is known by its canonical address', () => {
  test.each([
    [
      '/bridge?utm_source=x&id=4#top',
      `${FROM}?utm_source=y`,
      'https://www.pine.example/bridge?id=4',
    ],
    ['https://pine.example/bridge', FROM, 'https://pine.example/bridge'],
    ['https://m.pine.example/bridge', FROM, 'https://m.pine.example/bridge'],
    // Of another site, or of the front page, it is not believed.
    ['https://elm.example/bridge', FROM, FROM],
    ['https://www.pine.example/', FROM, FROM],
    ['javascript:alert(1)', FROM, FROM],
    ['https://', FROM, FROM],
    [null, `${FROM}#part`, FROM],
    ['https://pine.example/bridge', '', 'https://pine.example/bridge'],
    ['/bridge', '', ''],
    [null, '', ''],
  ])('%s on %s', (canonical, from, address) => {
    expect(canonicalAddress(canonical, from)).toBe(address)
  })
})

test('what the article links to is said on its words, and what stands around it is not', () => {
  const linked = 'the city archive says'
  const html = aPage()
    .replace(linked, `<a href="https://archive.example/ledger">${linked}</a>`)
    .replace('href="/tunnel"', 'href="https://www.pine.example/tunnel"')
  for (const byline of ['out', 'in']) {
    const { blocks, notes } = read(html, { choices: { byline } })
    const { text } = layOut(blocks)
    expect(blocks.map((block) => block.text)).toContain(first)
    expect(notes.map(({ kind, span }) => [kind, span && text.slice(span.start, span.end)])).toEqual(
      [['link', linked]],
    )
  }
})
