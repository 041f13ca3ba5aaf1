import { describe, expect, test } from 'vitest'
import { Ledger } from '../account/ledger'
import type { Choices, LineKind } from '../account/line'
import { blocksOfHtml } from './html'

const NONE = '<h1>H</h1>'

function read(html: string, choices: Choices = {}) {
  const ledger = new Ledger(choices)
  const { blocks } = blocksOfHtml(NONE + html, ledger)
  const told = (kind: LineKind) =>
    ledger.lines.filter((line) => line.kind === kind).map(({ words }) => words)
  return { texts: blocks.slice(1).map(({ text }) => text), blocks: blocks.slice(1), told }
}

describe('raised and lowered', () => {
  test.each([
    ['Up to 10<sup>6</sup> cells of 3 m<sup>2</sup>', 'Up to 10⁶ cells of 3 m²'],
    ['H<sub>2</sub>O and CO<sub>2</sub>', 'H₂O and CO₂'],
    ['10<sup>-6</sup> or 10<sup>−9</sup> m', '10⁻⁶ or 10⁻⁹ m'],
    ['10<sup>6.5</sup> and x<sup>Q</sup>', '10^(6.5) and x^Q'],
    ['2<sup>2<sup>3</sup></sup>', '2^(2^3)'],
    ['x<sub>1</sub><sup>2</sup>', 'x₁²'],
    ['<sup>1</sup>/<sub>2</sub>', '¹/₂'],
    [
      'the 1<sup>st</sup> of May, XX<sup>e</sup> siècle, M<sup>me</sup> Ash',
      'the 1st of May, XXe siècle, Mme Ash',
    ],
    ['el 1<sup>o</sup> y la 2<sup>a</sup>, N<sup>o</sup> 3', 'el 1º y la 2ª, Nº 3'],
    ['Stet<sup>TM</sup> and Stet<sup>®</sup>', 'Stet™ and Stet®'],
    ['10<span style="vertical-align:super;font-size:8pt">6</span>', '10⁶'],
    ['10<span style="mso-text-raise:4.0pt">6</span>', '10⁶'],
    ['H<span style="mso-text-raise:-3.0pt">2</span>O', 'H₂O'],
    ['<style>.c3{vertical-align:super}</style>10<span class="c3">6</span>', '10⁶'],
    ['10<span class="superscript">6</span>, H<span class="chem sub">2</span>O', '10⁶, H₂O'],
    ['2019<small>2</small>', '2019²'],
    ['10<span style="position:relative; top:-0.4em; font-size:70%">6</span>', '10⁶'],
    ['<a href="/wiki/Metre">3 m<sup>2</sup></a>', '3 m²'],
    ['a figure of 10<sup><s>5</s>6</sup>', 'a figure of 10⁶'],
  ])('%s', (html, text) => {
    expect(read(`<p>${html}</p>`).texts).toEqual([text])
  })

  test('what was raised is told', () => {
    expect(read('<p>10<sup>6</sup> on the 1<sup>st</sup></p>').told('raised')).toEqual(['10⁶'])
    expect(read('<p>10<sup>6</sup> on the 1<sup>st</sup></p>').told('ordinal')).toEqual(['1st'])
  })
})

describe('marks and notes', () => {
  const word = `<p class=MsoNormal>It opened in 2019<a style='mso-footnote-id:ftn2' href="#_ftn2"><span class=MsoFootnoteReference>2</span></a>.</p>`

  test.each([
    [word, 'It opened in 2019[2].'],
    ['<p>7<sup class="reference"><a href="#c2">2</a></sup> visitors</p>', '7[2] visitors'],
    ['<p>7<sup><a href="#x">2</a></sup> visitors</p>', '7[2] visitors'],
    ['<p>7<a href="https://example.org/2"><sup>2</sup></a> visitors</p>', '7[2] visitors'],
    [
      '<p>7<a href="#note-2">2</a> visitors, see part <a href="#p2">2</a></p>',
      '7[2] visitors, see part 2',
    ],
    ['<p>7<sup>[2]</sup> visitors</p>', '7[2] visitors'],
    [
      '<p>7<a class="sdfootnoteanc" href="#sdfootnote2sym"><sup>2</sup></a> visitors</p>',
      '7[2] visitors',
    ],
    ['<p>7<a href="#fn2" role="doc-noteref">2</a> visitors</p>', '7[2] visitors'],
    ['<p>7<span style="vertical-align:super">[2]</span> visitors</p>', '7[2] visitors'],
    [
      '<p>It opened in 2019<sup>1, 2</sup> again<sup>3–5</sup>.</p>',
      'It opened in 2019[1, 2] again[3–5].',
    ],
    ['<p>7<span class="sidenote">By count.</span> visitors</p>', '7 [By count.] visitors'],
    ['<p>7<sup>2</sup> visitors</p>', '7² visitors'],
    ['<p>7<sup>*</sup> visitors</p>', '7* visitors'],
  ])('%s', (html, text) => {
    expect(read(html).texts).toEqual([text])
  })

  test('a mark can be left out', () => {
    expect(read(word, { mark: 'out' }).texts).toEqual(['It opened in 2019.'])
    expect(read(word + word, { 'mark 1': 'out' }).texts).toEqual([
      'It opened in 2019[2].',
      'It opened in 2019.',
    ])
  })

  test.each([
    [
      'Word',
      `<div style='mso-element:footnote-list'><br clear=all><hr><div style='mso-element:footnote' id=ftn2><p class=MsoFootnoteText><a style='mso-footnote-id:ftn2' href="#_ftnref2"><span class=MsoFootnoteReference>[2]</span></a> By its own count.</p></div></div>`,
    ],
    [
      'LibreOffice',
      '<div id="sdfootnote2"><p><a class="sdfootnotesym" href="#sdfootnote2anc">2</a>By its own count.</p></div>',
    ],
    [
      'Google Docs',
      '<hr><div><p><a href="#ftnt_ref2" id="ftnt2">[2]</a><span>&nbsp;By its own count.</span></p></div>',
    ],
    [
      'Markdown',
      '<section class="footnotes"><ol start="2"><li id="fn2"><p>By its own count. <a href="#fnref2">↩</a></p></li></ol></section>',
    ],
    [
      'Wikipedia',
      '<ol class="references" start=2><li id="cite_note-2"><span class="mw-cite-backlink"><b><a href="#cite_ref-2">^</a></b></span> By its own count.</li></ol>',
    ],
  ])('the note’s words in %s are a block of their own', (_program, html) => {
    expect(read(`<p>It opened in 2019.</p>${html}`).blocks).toEqual([
      { kind: 'paragraph', text: 'It opened in 2019.' },
      { kind: 'footnote', text: expect.stringMatching(/^\[2\]\s?By its own count\.$/) },
    ])
    expect(read(html, { note: 'out' }).texts).toEqual([])
  })

  test('the comments of Google Docs are no part of the text, and are told', () => {
    const html = `<p>The leak<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup> was known.</p><div style="border:1px solid black"><p class="c0"><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Says who?</span></p><p>Ask Anna.</p></div>`
    expect(read(html).texts).toEqual(['The leak was known.'])
    expect(read(html).told('comment')).toEqual(['[a]', '[a]Says who? Ask Anna.'])
    expect(read(html, { comment: 'in' }).texts).toContain('Ask Anna.')
  })
})

describe('struck through', () => {
  test.each([
    'The fine was <span style="text-decoration:line-through">2 million</span> 3 million euros.',
    'The fine was <s>2 million</s> 3 million euros.',
    'The fine was <strike>2 million</strike> 3 million euros.',
    'The fine was <del>2 million</del><ins> 3 million</ins> euros.',
    'The fine was <b style="color:red;TEXT-DECORATION: underline line-through">2 million</b> 3 million euros.',
    '<style>td{color:red}.x7 , .s1{color:#000;text-decoration:line-through}</style>The fine was <span class="a s1">2 million</span> 3 million euros.',
    '<style>span.s1{text-line-through:single}</style>The fine was <span class="s1">2 million</span> 3 million euros.',
  ])('%s', (html) => {
    const { texts, told } = read(`<p>${html}</p>`)
    expect(texts).toEqual(['The fine was 3 million euros.'])
    expect(told('struck')).toEqual(['2 million'])
    expect(read(`<p>${html}</p>`, { struck: 'in' }).texts[0]).toMatch(
      /^The fine was 2 million ?3 million euros\.$/,
    )
  })

  test('what is only struck in print is not', () => {
    expect(
      read('<style>@media print{.s1{text-decoration:line-through}}</style><p class=s1>Yes.</p>')
        .texts,
    ).toEqual(['Yes.'])
  })
})

describe('tables', () => {
  const HEAD = '<tr><th>District<th>2023<th>2024'
  test.each([
    ['an empty cell', `${HEAD}<tr><td>North<td><td>40`, ['North |  | 40']],
    [
      'an empty first and last cell',
      '<tr><td><td>a<td><tr><td>b<td>c<td>d',
      [' | a | ', 'b | c | d'],
    ],
    [
      'a cell over two rows',
      '<tr><th>District<th>Year<th>Wells<tr><td rowspan=2>North<td>2023<td>40<tr><td>2024<td>41',
      ['North | 2023 | 40', 'North | 2024 | 41'],
    ],
    [
      'a cell over two columns',
      '<tr><td colspan=2>North<td>40<tr><td>a<td>b<td>c',
      ['North |  | 40', 'a | b | c'],
    ],
    ['a last cell over rows', '<tr><td>a<td rowspan=2>b<tr><td>c', ['a | b', 'c | b']],
    [
      'a cell over more rows than there are',
      '<tbody><tr><td rowspan=9>a<td>b</tbody><tbody><tr><td>c<td>d',
      ['a | b', 'c | d'],
    ],
    [
      'a cell of two paragraphs',
      '<tr><td>North<td><p>40</p><p>41</p><tr><td>a<td>b',
      ['North | 40 / 41', 'a | b'],
    ],
    [
      'a struck cell',
      '<tr><td>a<td style="text-decoration:line-through">b<td>c<tr><td>d<td>e<td>f',
      ['a |  | c', 'd | e | f'],
    ],
    ['an empty row', '<tr><td>a<td>b<tr><td><td><tr><td>c<td>d', ['a | b', 'c | d']],
  ])('%s keeps its place', (_what, rows, texts) => {
    expect(read(`<table>${rows}</table>`).texts.slice(-texts.length)).toEqual(texts)
  })

  test('a cell over rows can be empty below, one over columns repeated', () => {
    const rows = '<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>'
    expect(read(rows, { row_span: 'empty', column_span: 'repeat' }).texts).toEqual([
      'a | b | b',
      ' | c | d',
    ])
  })
})

describe('numbers of lists', () => {
  test.each([
    ['<ol start=3><li>Costs<li>Time</ol>', ['3. Costs', '4. Time']],
    ['<ol><li>a<li value=7>b<li>c</ol>', ['1. a', '7. b', '8. c']],
    ['<ol type=a start=2><li>a<li>b</ol>', ['b. a', 'c. b']],
    ['<ol style="list-style-type:upper-roman" start=4><li>a</ol>', ['IV. a']],
    ['<ol reversed><li>a<li>b</ol>', ['2. a', '1. b']],
    ['<ol><li>a<ul><li>b</ul><li>c</ol>', ['1. a', 'b', '2. c']],
    ['<ol style="list-style:none"><li>a</ol>', ['a']],
    ['<ol><li>1. a</ol>', ['1. a']],
    ['<ol><li>a<li><s>b</s><li style="text-decoration:line-through">c<li>d</ol>', ['1. a', '4. d']],
  ])('%s', (html, texts) => {
    expect(read(html).texts).toEqual(texts)
  })

  test('they can be left out', () => {
    expect(read('<ol start=3><li>Costs</ol>', { number: 'out' }).texts).toEqual(['Costs'])
  })
})

describe('formulas, signs and names', () => {
  test.each([
    [
      '<math><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow><annotation encoding="TeX">x^{2}</annotation></semantics></math>',
      'x²',
    ],
    ['<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>', '1/2'],
    [
      '<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac></math>',
      '(a+b)/2',
    ],
    ['<math><mn>2</mn><mn>3</mn></math>', '2 3'],
    ['<math><msqrt><mn>2</mn></msqrt></math>', '√(2)'],
    [
      '<span class="katex"><span class="katex-mathml"><math><mi>x</mi></math></span><span class="katex-html" aria-hidden="true"><span>x</span></span></span>',
      'x',
    ],
    ['<img alt="½" src="h.gif"> of it', '½ of it'],
    ['5 <img alt="€" src="e.gif">', '5 €'],
    ['The winner is <name> of <party>.', 'The winner is <name> of <party>.'],
    ['Words <x-->Anna and <my-note>a note</my-note>', 'Words <x-->Anna and a note'],
    [
      'Say <Max Mustermann> to <https://example.org/a> or x <b and c> y.',
      'Say <Max Mustermann> to <https://example.org/a> or x <b and c> y.',
    ],
    ['A <b hidden class=x data-a="b c">c</b> <b class=x>d', 'A d'],
    ['Bundes-\n regierung, 2019–\n2020', 'Bundes-\nregierung, 2019–\n2020'],
    [
      'Bundes-\nregierung, Bundesregierung, Bundes-\nund Landes',
      'Bundesregierung, Bundesregierung, Bundes- und Landes',
    ],
    ['The <place>bridge</place> is <x-y>shut</x-y>.', 'The bridge is shut.'],
    ['10<button>x</button>6', '10 6'],
    ['5<img src="half.gif">6 and 7<svg></svg>8', '5 6 and 7 8'],
    ['<ruby>漢<rt>かん</rt></ruby>', '漢'],
  ])('%s', (html, text) => {
    expect(read(`<p>${html}</p>`).texts).toEqual([text])
  })

  test('a picture without words within a text is told', () => {
    expect(read('<p>It is 5<img src="half.gif"> long.</p>').told('wordless')).toHaveLength(1)
    expect(read('<p><img src="half.gif"></p><p>a</p>').told('wordless')).toHaveLength(0)
  })

  test('what stands for a picture alone is left out and told', () => {
    const { texts, told } = read(
      '<figure><img alt="A bridge in fog"><figcaption>The bridge</figcaption></figure>',
    )
    expect(texts).toEqual(['The bridge'])
    expect(told('picture')).toEqual(['A bridge in fog'])
  })
})

describe('names of elements', () => {
  test.each([
    'nextSibling',
    'firstChild',
    'parentNode',
    'nodeType',
    'attributes',
    'nodeValue',
    'getAttribute',
    'children',
  ])('a field with the name %s is a field', (name) => {
    const form = `<p>a</p><form><input name=${name}>x</form><form name=${name} id=${name}><p>y<img name=${name}></form><p>b</p>`
    expect(read(form).texts).toEqual(['a', 'x', 'y', 'b'])
  })
})

test('what stands in a row and in none of its cells is kept', () => {
  const row =
    '<div role="table"><div role="row"><div role="cell">a</div>b<div role="cell">c</div></div></div>'
  expect(read(row).texts).toEqual(['a', 'b', 'c'])
})
