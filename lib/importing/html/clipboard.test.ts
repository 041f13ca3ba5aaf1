import { expect, test } from 'vitest'
import { blocksOfHtml } from './html'

const blocksOf = (html: string) =>
  blocksOfHtml(html).blocks.map(({ kind, text }) => `${kind}: ${text}`)

test('what Word puts on the clipboard', () => {
  const html = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- /* Style Definitions */ p.MsoNormal {margin:0cm;} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoTitle><span lang=EN-US>Bridge shut
again<o:p></o:p></span></p>
<p class=MsoSubtitle>Costs have doubled<o:p></o:p></p>
<p class=MsoNormal><b><i>The council</i></b> met on Tues<span style='mso-spacerun:yes'>  </span>day &#8211; and
said <span class=GramE>&#8220;no&#8221;</span>.<a style='mso-comment-reference:AP_1'></a><span
class=MsoCommentReference><span style='font-size:8.0pt'><![if !supportAnnotations]><a
class=msocomanchor href="#_msocom_1">[AP1]</a><![endif]></span></span><o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<h1>What went wrong<o:p></o:p></h1>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>The steel<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span
style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><!--[endif]-->The money</p>
<p class=MsoQuote>It was never safe.</p>
<p class=MsoNormal>It <del cite="mailto:Ada"><span class=msoDel>opened</span></del><ins>closed</ins>.</p>
<p class=MsoNormal><span style='display:none;mso-hide:all'>Not for print</span></p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal>2017<o:p></o:p></p></td><td><p
class=MsoNormal>2 m<o:p></o:p></p></td></tr></table>
<p class=MsoCaption>The bridge in 2017</p>
<!--EndFragment--><div style='mso-element:comment-list'><p class=MsoCommentText>Ask her</p></div></body></html>`
  expect(blocksOf(html)).toEqual([
    'headline: Bridge shut again',
    'dek: Costs have doubled',
    'paragraph: The council met on Tues day – and said “no”.',
    'subhead: What went wrong',
    'list_item: The steel',
    'list_item: 2. The money',
    'quote: It was never safe.',
    'paragraph: It closed.',
    'paragraph: 2017 | 2 m',
    'caption: The bridge in 2017',
  ])
})

test('what Google Docs puts on the clipboard', () => {
  const span = (text: string) =>
    `<span style="font-size:11pt;font-family:Arial;white-space:pre;white-space:pre-wrap;">${text}</span>`
  const html = `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-3f0d2c1a-7fff"><p dir="ltr" style="line-height:1.38;">${span('Bridge shut again')}</p><p dir="ltr">${span('Costs ')}${span('have doubled.')}</p><br /><h1 dir="ltr">${span('What went wrong')}</h1><p dir="ltr">${span('The council met')}${span('<br />')}${span('on Tuesday, ')}<a href="https://example.org" style="text-decoration:none;">${span('it said')}</a>${span('.')}</p><br /><ul style="margin-top:0;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation">${span('The steel')}</p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation">${span('and the rust')}</p></li></ul></ul><h1 dir="ltr">${span('What comes next')}</h1><div dir="ltr" align="left"><table><colgroup><col width="301" /></colgroup><tbody><tr><td><p dir="ltr">${span('2017')}</p></td><td><p dir="ltr">${span('2 m')}</p></td></tr></tbody></table></div></b><br class="Apple-interchange-newline">`
  expect(blocksOf(html)).toEqual([
    'headline: Bridge shut again',
    'paragraph: Costs have doubled.',
    'subhead: What went wrong',
    'paragraph: The council met\non Tuesday, it said.',
    'list_item: The steel',
    'list_item: and the rust',
    'subhead: What comes next',
    'paragraph: 2017 | 2 m',
  ])
})

test('what LibreOffice puts on the clipboard', () => {
  const html = `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/>
<title></title><meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
<style type="text/css">p { line-height: 115% }</style></head>
<body lang="en-GB" dir="ltr"><h1 class="western"><font face="Liberation Sans">Bridge
	shut again</font></h1>
<p style="margin-bottom: 0.25cm; line-height: 115%">The council met on
<font color="#000000"><b>Tuesday</b></font>, it said.</p>
<p><br/>
<br/>

</p>
<ol>
	<li><p style="line-height: 115%">The steel</p></li>
	<li><p>The money</p></li>
</ol>
<blockquote>It was never<br/>
safe.</blockquote>
</body></html>`
  expect(blocksOf(html)).toEqual([
    'headline: Bridge shut again',
    'paragraph: The council met on Tuesday, it said.',
    'list_item: 1. The steel',
    'list_item: 2. The money',
    'quote: It was never\nsafe.',
  ])
})

test('a page of news', () => {
  const html = `<!doctype html><html lang="en"><head><title>Bridge shut | The Pine</title><script>track()</script></head>
<body><nav><ul><li><a href="/">Home</a></li></ul></nav>
<div id="app"><main><article>
  <header><h1 class="headline">Bridge <em>shut</em> again</h1>
    <p class="article__standfirst">Costs have doubled</p>
    <div class="byline">By <a rel="author" href="/ada">Ada Pine</a></div></header>
  <figure><picture><source srcset="a.webp"><img src="a.jpg" alt="A bridge"></picture>
    <figcaption>The bridge. <span class="credit">Photo: Ben Oak</span></figcaption></figure>
  <div class="body"><div><div>The council met<sup>1</sup>
    <a href="/x">on Tuesday</a>.</div></div>
    <h2>What went wrong</h2>
    <blockquote class="pullquote"><p>“Never safe”</p><cite>Eve Ash</cite></blockquote>
    <p>First.<br><br>Second.</p>
    <form><label for="m">Our letter</label><input id="m"><button>Join</button></form>
    <noscript><img src="t.gif"></noscript>
  </div></article></main></div></body></html>`
  expect(blocksOf(html)).toEqual([
    'headline: Bridge shut again',
    'dek: Costs have doubled',
    'paragraph: By Ada Pine',
    'caption: The bridge. Photo: Ben Oak',
    'paragraph: The council met¹ on Tuesday.',
    'subhead: What went wrong',
    'pull_quote: “Never safe”',
    'pull_quote: Eve Ash',
    'paragraph: First.',
    'paragraph: Second.',
    'paragraph: Our letter',
  ])
})
