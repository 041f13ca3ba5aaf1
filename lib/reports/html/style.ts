import { MARK_STYLE } from '../view/status-underline'

/** How a report looks, on a screen and on A4. Everything in it is scoped to `.report`. */
export const REPORT_STYLE = `
.report {
  --ink: light-dark(#221f1b, #ece6db);
  --soft: light-dark(#5f574c, #b3aa9b);
  --line: light-dark(#d8d0c2, #3d3730);
  --red: light-dark(#a3211b, #ff9a8a);
  --serif: 'Source Serif 4 Variable', 'Source Serif 4', Charter, Georgia, serif;
  --sans: 'Inter Variable', Inter, system-ui, sans-serif;
  --mono: 'JetBrains Mono Variable', ui-monospace, 'DejaVu Sans Mono', monospace;
  --label: 9.5rem;
  page: report;
  max-width: 46rem;
  margin-inline: auto;
  color: var(--ink);
  font: 0.875rem/1.5 var(--sans);
  overflow-wrap: anywhere;
}
.report :is(h1, h2, h3, h4, p, dl, dd, ul, ol, blockquote) { margin: 0; padding: 0; font-weight: inherit; }
.report :is(h1, dd, .words, .text > *, .text li, .waiver > p, .open bdi, .plain li) { white-space: pre-line; }
.report .kicker { display: flex; justify-content: space-between; gap: 1rem; flex-wrap: wrap; margin-bottom: 2.5rem; padding-bottom: 0.5rem; border-bottom: 1px solid var(--ink); color: var(--red); font-weight: 600; }
.report .kicker span { color: var(--soft); font-weight: 400; }
.report h1 { margin-bottom: 1.75rem; font: 600 2.25rem/1.15 var(--serif); text-wrap: balance; }
.report h2 { margin: 3.5rem 0 1rem; padding-top: 0.5rem; border-top: 1px solid var(--ink); font-size: 1rem; font-weight: 600; }
.report b { font-weight: 600; }
.report a { color: inherit; text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
.report :is(a, summary):focus-visible { outline: 2px solid var(--red); outline-offset: 2px; }
.report .banner { margin-bottom: 1.75rem; padding: 0.7rem 1rem; border: 1px solid var(--line); border-inline-start: 3px solid var(--soft); }
.report .banner p { white-space: pre-line; }
.report .banner strong { font-size: 1.0625rem; font-weight: 600; }
.report .banner.signed { border-inline-start-color: var(--ink); }
.report .banner.emergency { border: 2px solid var(--red); border-inline-start-width: 8px; }
.report :is(.banner.emergency strong, .signed-state.loud) { color: var(--red); }
.report .signed-state { padding: 0 0.5rem; border: 1px solid currentcolor; border-radius: 999px; font-size: 0.8125rem; font-weight: 400; }
.report .notice { margin: 0.6rem 0 1rem; white-space: pre-line; }
.report .signature h4 { margin-top: 1.1rem; font-weight: 600; }
.report .open-items { padding-inline-start: 1.1rem; }
.report .open-items li { margin-top: 0.6rem; }
.report .open-items p { white-space: pre-line; }
.report .open-items .who { color: var(--soft); font-size: 0.8125rem; }
.report .facts { display: grid; grid-template-columns: var(--label) 1fr; gap: 0.3rem 1.25rem; }
.report section > p + .facts { margin-top: 0.75rem; }
.report .facts dt { color: var(--soft); }
.report .facts dd { min-width: 0; }
.report dd.article, .report .words { font-family: var(--serif); font-size: 1.0625rem; line-height: 1.5; }
.report dd.code, .report bdi.code { font-family: var(--mono); font-size: 0.8125rem; }
.report bdi.code { color: var(--red); }
.report .counts { display: flex; flex-wrap: wrap; gap: 0.3rem 1.5rem; list-style: none; }
.report .plain, .report .open { padding-inline-start: 1.1rem; }
.report :is(.plain, .open) li { margin-bottom: 0.3rem; }
.report .key { margin-bottom: 2rem; color: var(--soft); }
.report .key .sample { color: var(--ink); }

.report .text { max-width: 38rem; font: 1.125rem/1.7 var(--serif); }
.report .text > * { margin-bottom: 1.1em; }
.report .text .headline { font-size: 1.625rem; font-weight: 600; line-height: 1.3; }
.report .text .dek { font-size: 1.25rem; line-height: 1.5; color: var(--soft); }
.report .text .subhead { margin-top: 1.6em; font-weight: 600; }
.report .text ul { padding-inline-start: 1.25rem; }
.report .text .caption { font-size: 0.9375rem; line-height: 1.6; padding-inline-start: 0.9rem; border-inline-start: 1px solid var(--line); }
.report .text .quote { padding-inline: 1.5rem; }
.report .text .pull-quote { padding-block: 0.6rem; border-block: 1px solid var(--line); font-size: 1.375rem; font-style: italic; }
.report sup { line-height: 0; white-space: nowrap; }
.report .number { margin-inline: 0.2em; color: var(--red); font: 500 0.6875rem/1 var(--sans); font-variant-numeric: tabular-nums; text-decoration: none; }
.report .number.s-not-checkable { color: var(--soft); }
.report .number:hover { text-decoration: underline; }

.report :is(.claim, .talk) { padding-block: 1.5rem; border-top: 1px solid var(--line); }
.report h2 + :is(.claim, .talk) { padding-top: 0; border-top: 0; }
.report :is(.claim, .talk) h3 { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; align-items: baseline; font-weight: 600; }
.report :is(.claim, .talk) h3 a { color: var(--red); text-decoration: none; }
.report :is(.claim, .talk) h3 a:hover { text-decoration: underline; }
.report .words { margin: 0.6rem 0 1rem; font-size: 1.25rem; line-height: 1.45; }
.report .claim h4 { margin-top: 1.1rem; font-weight: 600; }
.report .verdict { margin-top: 1.1rem; }
.report .verdict h4 { display: grid; grid-template-columns: var(--label) 1fr; gap: 0 1.25rem; }
.report .verdict h4 .asked { order: 3; grid-column: 2; color: var(--soft); font-weight: 400; font-size: 0.8125rem; }
.report .verdict h4 :is(.sample, .none) { justify-self: start; }
.report .verdict .facts { margin-top: 0.4rem; }
.report .by { padding-inline-start: calc(var(--label) + 1.25rem); margin-top: 0.3rem; color: var(--soft); font-size: 0.8125rem; }
.report .none { color: var(--soft); font-weight: 400; }
.report .claim > .none { margin-top: 1.1rem; }
.report .step { margin-top: 0.75rem; }
.report .waiver { display: grid; grid-template-columns: var(--label) 1fr; gap: 0 1.25rem; margin-top: 1.1rem; }
.report .waiver > * { grid-column: 2; padding: 0; }
.report .waiver h4 { grid-area: 1 / 1; margin: 0; }
.report .evidence { list-style-position: outside; padding-inline-start: 1.4rem; }
.report .evidence > li { margin-top: 0.8rem; --label: 8.1rem; }
.report .comparison { margin-top: 0.6rem; padding-inline-start: 0.8rem; border-inline-start: 2px solid var(--line); }
.report .evidence > li::marker { color: var(--soft); }
.report .source { margin-bottom: 0.4rem; }
.report cite { font: 1.0625rem/1.4 var(--serif); }
.report .url { font-size: 0.8125rem; }
.report .kept { padding-inline-start: calc(var(--label) + 1.25rem); font-size: 0.8125rem; }
.report .kept a { display: inline-block; padding-block: 0.25rem; }
.report section > p:has(+ .talk) { margin-bottom: 1.5rem; }
.report details { margin-top: 1.1rem; }
.report summary { padding-block: 0.25rem; width: fit-content; cursor: pointer; font-weight: 600; }
${MARK_STYLE}
@media screen and (max-width: 40rem) {
  .report { --label: 0rem; }
  .report .evidence > li { --label: 0rem; }
  .report h1 { font-size: 1.75rem; }
  .report .facts { grid-template-columns: 1fr; gap: 0; }
  .report .facts dd { margin-bottom: 0.5rem; }
  .report .verdict h4 { grid-template-columns: 1fr; }
  .report .verdict h4 .asked { grid-column: 1; }
  .report :is(.by, .kept) { padding-inline-start: 0; }
  .report .waiver { display: block; }
}
@page report { size: A4; margin: 20mm 22mm 22mm; @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt Inter, sans-serif; } }
@media print {
  .report { --ink: #000; --soft: #444; --line: #bbb; --red: #8f1510; color-scheme: only light; max-width: none; font-size: 9.5pt; }
  .report .text { max-width: none; font-size: 11.5pt; }
  .report .kept { display: none; }
  .report h1 { font-size: 24pt; }
  .report h2 { margin-top: 2.5rem; }
  .report :is(.banner, .verdict h4) { break-inside: avoid; }
  .report :is(h1, h2, h3, h4, .claim > .words, .source) { break-after: avoid; }
  .report :is(p, dd, blockquote) { orphans: 3; widows: 3; }
  .report mark, .report .sample { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .report summary { list-style: none; }
  .report details::details-content { content-visibility: visible; block-size: auto; }
}
`

/** What the page around a stand-alone report looks like. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; background: light-dark(#fbf8f2, #1b1815); }
body { margin: 0; }
main { padding: 3rem 1.25rem 5rem; }
@media print { :root { background: #fff; } main { padding: 0; } }
`
