import type { Report } from '@/lib/domain/report/schema'
import { type Dossier, dossier, dossierOfFirst } from '../view/report-view'
import { entryMarkup } from './claims'
import { talkMarkup } from './discussion'
import { html, Markup } from './escape'
import { bannerMarkup, correctionsMarkup, signOffsMarkup } from './signatures'
import { PAGE_STYLE, REPORT_STYLE } from './style'
import { textMarkup } from './text'
import { factsMarkup, inline, sample } from './words'

/**
 * A report as one file that asks for nothing: no script, no font, no picture, no address but its links. With the `origin`
 * of the installation that makes it, evidence leads to its passage there; without, to nothing outside the file.
 */
export function reportHtml(report: Report, origin?: string): string {
  const { title, author } = dossier(report)
  return html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="author" content="${author.text}">
<title>${title.text}</title>
<style>${new Markup(PAGE_STYLE + REPORT_STYLE)}</style>
</head>
<body>
<main>
${new Markup(reportBody(report, origin?.replace(/\/+$/, '')))}
</main>
</body>
</html>
`.toString()
}

/** A report as a fragment for a page that brings `REPORT_STYLE`; its headings begin at the first level. `origin` as above. */
export function reportBody(report: Report, origin?: string): string {
  const printed = dossier(report)
  const { language } = report.article
  return html`${beginning(printed, language)}</div></section>
<section><h2>Claims</h2>
${printed.entries.length === 0 && html`<p>${printed.claims}.</p>`}
${printed.entries.map((entry) => entryMarkup(entry, { language, origin }))}</section>
${capturesMarkup(printed)}
${talkMarkup('Queries', printed.queries, language)}
${talkMarkup('Suggestions', printed.suggestions, language)}
${openMarkup(printed)}
${signOffsMarkup(printed.signOffs)}
<section><h2>Limits of this check</h2>
${listed(printed.limits.map((limit) => html`<li dir="auto">${inline(limit)}</li>`)) ?? html`<p>None were recorded.</p>`}</section>
<section><h2>Audit log</h2>
<p>${printed.auditNote}</p>
${factsMarkup(printed.audit)}</section>
</article>`.toString()
}

/** Whether a report is so long that a page shows its first screens before all of it. */
export const isLong = ({ blocks, claims }: Report) =>
  blocks.length > FIRST_BLOCKS || claims.length > FIRST_BLOCKS

/** The first screens of a long report, as `reportBody` begins. */
export function reportBeginning(report: Report): string {
  const printed = dossierOfFirst(report, FIRST_BLOCKS)
  return html`${beginning(printed, report.article.language)}</div></section></article>`.toString()
}

/** The head, what it comes to, and the text, left open behind its last block. */
function beginning(printed: Dossier, language: string): Markup {
  return html`<article class="report" lang="en" dir="ltr">
<header>
<p class="kicker">Fact-check report <span>${inline(printed.newsroom)}</span></p>
<h1 lang="${language}" dir="auto">${inline(printed.headline)}</h1>
${bannerMarkup(printed.banner)}
${factsMarkup(printed.head)}
</header>
${countsMarkup(printed)}
${correctionsMarkup(printed.corrections, language)}
<section><h2>The text</h2>
${keyMarkup(printed)}
<div class="text">${textMarkup(printed.text, language)}`
}

/** Blocks of the text that are higher together, below the head of the report, than a window. */
const FIRST_BLOCKS = 30

function countsMarkup({ claims, statuses, risks, coverage }: Dossier): Markup {
  const byStatus = statuses.map(
    ({ count, ...standing }) => html`<li>${sample(standing)} <b>${count}</b></li>`,
  )
  const byRisk = risks.map(({ word, count }) => html`<li>${word} <b>${count}</b></li>`)
  return html`<section><h2>Where the check stands</h2>
<dl class="facts">
<dt>Claims</dt><dd>${claims}</dd>
<dt>By status</dt><dd>${listed(byStatus, 'counts') ?? 'None'}</dd>
<dt>By risk</dt><dd>${listed(byRisk, 'counts') ?? 'None marked'}</dd>
<dt>Coverage</dt><dd>${coverage}</dd>
</dl></section>`
}

function keyMarkup({ text, key }: Dossier): Markup | null {
  if (text.length === 0) return html`<p>This revision has no words.</p>`
  if (key.length === 0) return null
  return html`<p class="key">Marked in the text: ${key.map((standing, index) => [
    index > 0 && ', ',
    sample(standing),
  ])}. A number leads to its claim.</p>`
}

function capturesMarkup({ captures }: Dossier): Markup | null {
  if (captures.length === 0) return null
  const entries = captures.map(
    ({ title, facts }) =>
      html`<section class="talk"><h3><cite dir="auto">${inline(title)}</cite></h3>${factsMarkup(facts)}</section>`,
  )
  return html`<section><h2>Kept copies</h2>
<p>What the newsroom keeps of these sources, by the hash of each.</p>
${entries}</section>`
}

function openMarkup({ open }: Dossier): Markup {
  const items = open.map(
    ({ claim, what }) =>
      html`<li>${claim !== null && html`<a href="#report-${claim}">${claim}</a> `}<bdi>${inline(what)}</bdi></li>`,
  )
  return html`<section><h2>What is open</h2>
${listed(items, 'open') ?? html`<p>Nothing is open.</p>`}</section>`
}

function listed(items: Markup[], name = 'plain'): Markup | null {
  return items.length === 0 ? null : html`<ul class="${name}">${items}</ul>`
}
