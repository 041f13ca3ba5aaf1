import { expect, test } from 'vitest'
import { extractArticle } from './extract-article'

const FIRST =
  'The council met on Tuesday and said that the bridge, which is old, would stay shut for a year.'
const SECOND =
  'Nobody who lives beside it had been asked, and the costs have doubled since the work began in May.'
const THIRD =
  'The mayor, who signed the contract in March, was not to be reached on the day of the decision.'

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en-GB"><head><title>Bridge shut again - The Pine</title>${head}</head>
<body><nav><a href="/">Home</a></nav><main><article>${body}</article></main><footer>© The Pine</footer></body></html>`
const paragraphs = `<p>${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p>`
const textOf = (body: string) => extractArticle(page(body)).text

test('paragraphs, headings, items, quotes and rows are kept in their order', () => {
  const read =
    textOf(`<p>${FIRST}</p><h2>What went wrong</h2><ul><li>The steel</li><li>The money</li></ul>
    <blockquote>It was never safe.</blockquote><p>${SECOND}</p>
    <table><tr><th>Year</th><th>Cost</th></tr><tr><td>2017</td><td>2 m</td></tr></table><p>${THIRD}</p>`)
  expect(read.split('\n\n')).toEqual([
    ...[FIRST, 'What went wrong', 'The steel', 'The money', 'It was never safe.', SECOND],
    ...['Year | Cost', '2017 | 2 m', THIRD],
  ])
})

test.each([
  [
    'a section and a date above it',
    `<div>Local news</div><div>Updated Nov 19, 2019, 9:41 AM</div>${paragraphs}`,
  ],
  ['an advertisement', `<p>${FIRST}</p><p>Advertisement</p><p>${SECOND}</p><p>${THIRD}</p>`],
  [
    'another article',
    `<p>${FIRST}</p><p><a href="/x">Read more: The tunnel floods</a></p><p>${SECOND}</p><p>${THIRD}</p>`,
  ],
  [
    'another article, in German',
    `<p>${FIRST}</p><p><a href="/x">Lesen Sie auch: Der Tunnel</a></p><p>${SECOND}</p><p>${THIRD}</p>`,
  ],
  [
    'a newsletter',
    `<p>${FIRST}</p><p>Sign up for our newsletter and miss nothing.</p><p>${SECOND}</p><p>${THIRD}</p>`,
  ],
  [
    'a list of other articles',
    `${paragraphs}<h3>You may also like</h3><ul><li><a href="/a">The tunnel</a></li><li><a href="/b">The ferry</a></li></ul>`,
  ],
  [
    'comments',
    `${paragraphs}<div class="comments-area"><p>I have always said that this bridge would fall down one day.</p></div>`,
  ],
  ['rights', `${paragraphs}<p>© 2019 The Pine. All rights reserved.</p>`],
  [
    'a script',
    `<p>${FIRST}</p><script>document.write('owned')</script><p>${SECOND}</p><p>${THIRD}</p>`,
  ],
])('%s is not the article’s', (_what, body) => {
  expect(textOf(body)).toBe([FIRST, SECOND, THIRD].join('\n\n'))
})

test('a caption is kept beside the text', () => {
  const read = extractArticle(
    page(
      `<p>${FIRST}</p><figure><img src="a"><figcaption>The bridge in 2017.</figcaption></figure><p>${SECOND}</p><p>${THIRD}</p>`,
    ),
  )
  expect(read.captions).toEqual(['The bridge in 2017.'])
  expect(read.text).not.toContain('in 2017')
})

test('an article in a box that is called a newsletter is still read', () => {
  const read = extractArticle(`<body><div class="newsletter">${paragraphs}</div>`)
  expect(read.text).toContain(SECOND)
})

test('so is a third of an article that stands in such a box', () => {
  const body = `<p>${FIRST}</p><p>${SECOND}</p><div class="subscribe"><p>${THIRD}</p></div>`
  expect(textOf(body)).toBe([FIRST, SECOND, THIRD].join('\n\n'))
})

const linked = (thing: object) =>
  `<script type="application/ld+json">${JSON.stringify(thing)}</script>`

test.each([
  [
    'JSON-LD',
    linked({
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'NewsArticle',
          headline: 'Bridge shut again',
          author: [{ name: 'Ada Pine' }, { name: 'Ben Oak' }],
          publisher: { name: 'The Pine' },
          datePublished: '2019-11-19T06:51:00+01:00',
        },
      ],
    }),
    'Ada Pine, Ben Oak',
  ],
  [
    'Open Graph and meta',
    '<meta property="og:title" content="Bridge shut again"><meta property="og:site_name" content="The Pine"><meta name="author" content="Ada Pine"><meta property="article:published_time" content="2019-11-19T06:51:00+01:00">',
    'Ada Pine',
  ],
])('facts from %s', (_from, head, byline) => {
  expect(extractArticle(page(paragraphs, head))).toMatchObject({
    ...{ title: 'Bridge shut again', siteName: 'The Pine', lang: 'en-GB', byline },
    publishedTime: '2019-11-19T06:51:00+01:00',
  })
})

test.each([
  ['By Ada Pine and Ben Oak', 'Ada Pine and Ben Oak'],
  ['Von Ada Kiefer und Ben Eiche | 19. November 2019', 'Ada Kiefer und Ben Eiche'],
  ['Par Ada Pin', 'Ada Pin'],
  ['By the numbers', null],
])('a line “%s” above the text names %s', (line, byline) => {
  expect(extractArticle(page(`<div>${line}</div>${paragraphs}`)).byline).toBe(byline)
})

test('a page names its date in a time element, and its host stands for a site without a name', () => {
  const read = extractArticle(page(`<time datetime="2019-11-19">Tuesday</time>${paragraphs}`), {
    url: 'https://www.example.org/a',
  })
  expect(read).toMatchObject({ publishedTime: '2019-11-19', siteName: 'example.org' })
})

test('a page in Japanese', () => {
  const first =
    '市議会は火曜日に集まり、橋は来年まで閉鎖されたままになると発表した。費用は二倍になった。'
  const read = extractArticle(
    `<html lang="ja"><body><article><p>${first}</p><p>${first}</p><p>${first}</p></article>`,
  )
  expect(read).toMatchObject({ lang: 'ja', text: [first, first, first].join('\n\n') })
})

test('a page without an article gives its words', () => {
  expect(extractArticle('<body><p>Shut.</p>').text).toBe('Shut.')
  expect(extractArticle('').text).toBe('')
})

test('a million nested elements are read', () => {
  const html = `${'<div>'.repeat(1_000_000)}${paragraphs}`
  expect(extractArticle(html).text).toContain(SECOND)
})

test('a page of too many elements, or too long, is refused', () => {
  expect(() => extractArticle('<p>x'.repeat(400_001))).toThrow('more than 400,000 elements')
  expect(() => extractArticle('x'.repeat(16_000_001))).toThrow(
    'This page has 17 million characters',
  )
})
