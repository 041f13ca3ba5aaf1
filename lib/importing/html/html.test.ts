import { describe, expect, test } from 'vitest'
import { cpuTime } from '@/lib/testing/cpu-time'
import { blocksOfHtml } from './html'

const blocksOf = (html: string) =>
  blocksOfHtml(html).blocks.map(({ kind, text }) => `${kind}: ${text}`)
const bodyOf = (html: string) => blocksOf(`<h1>H</h1>${html}`).slice(1)

describe('places', () => {
  test.each([
    ['h2 to h6', '<h2>a</h2><h6>b</h6>', ['subhead: a', 'subhead: b']],
    ['a later h1', '<h1>a</h1>', ['subhead: a']],
    ['a block quote', '<blockquote>a<p>b</p></blockquote>', ['quote: a', 'quote: b']],
    ['an aside', '<aside><p>a</p></aside>', ['pull_quote: a']],
    ['a pull quote', '<div class="c-pull-quote x"><p>a</p></div>', ['pull_quote: a']],
    ['a float', '<div class="pull-left"><p>a</p></div>', ['paragraph: a']],
    ['a standfirst', '<p class="article-standfirst">a</p>', ['dek: a']],
    ['cards', '<div class="card-deck"><p>a</p></div>', ['paragraph: a']],
    ['a caption', '<figure><img alt="no"><figcaption>a</figcaption></figure>', ['caption: a']],
    [
      'a list',
      '<ul><li>a<li><p>b</p><p>c</p></ul>',
      ['list_item: a', 'list_item: b', 'list_item: c'],
    ],
    [
      'a nested list',
      '<ul><li>a<ol><li>b</ol>c</ul>d',
      ['list_item: a', 'list_item: 1. b', 'list_item: c', 'paragraph: d'],
    ],
    ['definitions', '<dl><dt>a<dd>b</dl>', ['paragraph: a', 'paragraph: b']],
    ['inline-only divs', '<div>a <b>b</b></div><div>c</div>', ['paragraph: a b', 'paragraph: c']],
    ['words beside blocks', 'a<p>b</p>c', ['paragraph: a', 'paragraph: b', 'paragraph: c']],
    [
      'a link',
      '<p>see <a href="https://example.org">the file</a>.</p>',
      ['paragraph: see the file.'],
    ],
    ['a quotation', '<p>She said <q>no</q>.</p>', ['paragraph: She said “no”.']],
    [
      'a span shown as a block',
      'a<span style="display: block">b</span>',
      ['paragraph: a', 'paragraph: b'],
    ],
  ])('%s', (_what, html, blocks) => {
    expect(bodyOf(html)).toEqual(blocks)
  })

  test('a table is a paragraph a row', () => {
    const table =
      '<table><caption>Costs</caption><tr><th>Year<th>Cost<tr><td><p>2017</p><td>2<br>m<tr><td>all<td></table>'
    expect(bodyOf(table)).toEqual([
      'caption: Costs',
      'paragraph: Year | Cost',
      'paragraph: 2017 | 2 m',
      'paragraph: all | ',
    ])
  })

  test('a table that lays a page out is read cell by cell', () => {
    expect(bodyOf('<table><tr><td><p>a</p><p>b</p><td>c</table>')).toEqual([
      'paragraph: a',
      'paragraph: b',
      'paragraph: c',
    ])
  })
})

describe('headline', () => {
  test('without headings a short first block is the headline', () => {
    expect(blocksOf('<p>Bridge shut</p><p>It rained.</p>')).toEqual([
      'headline: Bridge shut',
      'paragraph: It rained.',
    ])
    expect(blocksOf('<p>It rained.</p>')).toEqual(['paragraph: It rained.'])
  })

  test('a kicker does not take the headline’s place', () => {
    expect(blocksOf('<p>Exclusive</p><h1>Bridge shut</h1>')).toEqual([
      'paragraph: Exclusive',
      'headline: Bridge shut',
    ])
  })

  test('a title above several top headings is the headline', () => {
    expect(blocksOf('<p>Bridge shut</p><h1>One</h1><p>A.</p><h1>Two</h1>')).toEqual([
      'headline: Bridge shut',
      'subhead: One',
      'paragraph: A.',
      'subhead: Two',
    ])
  })

  test('an article that begins with a lower heading has it as its headline', () => {
    expect(blocksOf('<h2>Bridge shut</h2><p>a</p><h2>b</h2>')).toEqual([
      'headline: Bridge shut',
      'paragraph: a',
      'subhead: b',
    ])
  })

  test('nothing is no blocks', () => {
    expect(blocksOf('')).toEqual([])
    expect(blocksOf('<p>&nbsp;</p><div> <br> </div>')).toEqual([])
  })
})

describe('not printed', () => {
  test.each([
    '<script>x</script>',
    '<style>x</style>',
    '<template>x</template>',
    '<noscript>x</noscript>',
    '<nav>x</nav>',
    '<div role="navigation">x</div>',
    '<p hidden>x</p>',
    '<p style="color:red; DISPLAY : none">x</p>',
    "<span style='mso-hide:all'>x</span>",
    '<button>x</button><select><option>x</select><textarea>x</textarea><input value="x">',
    '<svg><title>x</title><text>x</text></svg>',
    '<!-- x -->',
    '<object>x</object><video>x</video>',
    '<del>x</del>',
    "<div style='mso-element:comment-list'>x</div>",
  ])('%s', (html) => {
    expect(bodyOf(`<p>a</p>${html}<p>b</p>`)).toEqual(['paragraph: a', 'paragraph: b'])
  })

  test('the words around stay together', () => {
    expect(bodyOf('<p>a<!-- x -->b<script>x</script>c<wbr>d</p>')).toEqual(['paragraph: abcd'])
  })
})

describe('size', () => {
  test('fifty thousand elements deep', () => {
    const html = '<div>'.repeat(50_000)
    expect(blocksOf(`${html}deep`)).toEqual(['headline: deep'])
  })

  test.each([
    ['one paragraph of many spans', `<p>${'<b>a </b><i>\n</i>'.repeat(10_000)}</p>`, 1],
    ['many paragraphs', '<p>It rained on Tuesday.</p>'.repeat(10_000), 10_000],
    ['many line breaks', 'a<br>'.repeat(10_000), 1],
    ['much white space', `<p>a${' \n'.repeat(1_000_000)}b</p>`, 1],
    ['many rows', `<table>${'<tr><td>a<td>b'.repeat(5_000)}</table>`, 5_000],
    ['tables in tables', '<table><tr><td>a<td>b'.repeat(300), 300],
  ])('%s', (_what, html, count) => {
    let blocks: unknown[] = []
    const took = cpuTime(() => {
      blocks = blocksOfHtml(html).blocks
    })
    expect(blocks.length).toBeGreaterThanOrEqual(count)
    expect(took).toBeLessThan(5_000)
  })
})
