export const PAGE_WORDS = {
  headline: 'The old bridge closes in May',
  dek: 'Nobody was asked beforehand',
  caption: 'The bridge in 1932.',
  first:
    'The old bridge opened in 1932 and cost four million crowns, the city archive says in its ledger.',
  second:
    'Engineers will close it in May, and nobody who lives beside it has been asked about it so far.',
  third:
    'The mayor, who signed the contract in March, was not to be reached on the day of the decision.',
}

const { headline, dek, caption, first, second, third } = PAGE_WORDS

const BODY = `<p>${first}</p><div class="newsletter"><p>Sign up for our newsletter today.</p></div>
  <h2>What comes next</h2><blockquote>It was never safe.</blockquote><p>${second}</p>
  <ul><li>The steel</li><li>The money</li></ul><p>${third}</p>
  <p><a href="/tunnel">Read more: The tunnel floods</a></p>`

/** A newspaper's page with an article about the bridge, as sites write them: menus, sharing, other articles, a foot. */
export const aPage = ({
  body = BODY,
  modified = '2026-11-30T09:30:00Z',
  canonical = '/bridge',
} = {}) => `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${headline} - The Pine</title>
<link rel="canonical" href="${canonical}"><meta name="author" content="Ada Pine">
<meta property="article:published_time" content="2026-11-29T18:00:00Z">
<meta property="article:modified_time" content="${modified}"></head>
<body><header><a href="/">The Pine</a> <span>Monday</span></header>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<main><article><div class="section">Local news</div><h1>${headline}</h1><p class="standfirst">${dek}</p>
<div class="meta">By Ada Pine <time datetime="2026-11-29">29 November 2026</time></div>
<figure><img src="bridge.jpg" alt=""><figcaption>${caption}</figcaption></figure>
<div class="body">${body}</div></article>
<aside class="related"><h3>Related</h3><ul><li><a href="/tunnel">The tunnel</a></li></ul></aside></main>
<footer>© The Pine 2026</footer></body></html>`
