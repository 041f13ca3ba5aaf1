/** How a claim's words are underlined, a style for each status: told by shape first, by colour second. */
export const MARK_STYLE = `
.report mark, .report .sample { background: none; color: inherit; text-underline-offset: 0.22em; text-decoration-skip-ink: none; }
.report :is(mark, .sample):is(.s-disputed, .s-recheck) { box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.report mark.deep-1 { text-underline-offset: 0.42em; }
.report mark.deep-2 { text-underline-offset: 0.62em; }
.report {
  --marker: light-dark(#fbeaa0, #574710);
  --confirmed: light-dark(#23653f, #86c79b);
  --change: light-dark(#1d5886, #8fc1ea);
  --misleading: light-dark(#8a4700, #f0b06a);
  --unfound: light-dark(#663a8c, #cfa8ee);
  --author: light-dark(#1d6166, #84c6cb);
}
.report :is(mark, .sample):is(.s-unchecked, .s-in-progress, .s-waiting-writer, .s-waiting-source) { background: var(--marker); }
.report :is(mark, .sample):is(.s-in-progress, .s-waiting-writer, .s-waiting-source) { border-inline-start: 3px solid var(--misleading); padding-inline-start: 0.15em; }
.report :is(mark, .sample).s-confirmed { text-decoration: underline solid 1.5px var(--confirmed); }
.report :is(mark, .sample).s-ok-with-change { text-decoration: underline dashed 1.5px var(--change); }
.report :is(mark, .sample).s-incorrect { text-decoration: underline double 1.5px var(--red); }
.report :is(mark, .sample).s-misleading { text-decoration: underline wavy 1.5px var(--misleading); }
.report :is(mark, .sample).s-cannot-be-stood-up { text-decoration: underline dotted 2.5px var(--unfound); }
.report :is(mark, .sample).s-on-author { text-decoration: underline solid 1px var(--author); }
.report :is(.number, .sample).s-on-author::after { content: ''; display: inline-block; width: 0.55em; height: 0.55em; margin-inline-start: 0.15em; background: var(--author); clip-path: polygon(0 100%, 25% 35%, 100% 0, 65% 75%); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.report :is(mark, .sample).s-disputed { padding-bottom: 0.1em; background: repeating-linear-gradient(90deg, var(--change) 0 7px, var(--misleading) 7px 14px) 0 100% / 100% 2.5px no-repeat; }
.report :is(mark, .sample).s-recheck { padding-bottom: 0.15em; background: linear-gradient(var(--ink), var(--ink)) 0 calc(100% - 2px) / 100% 1px no-repeat, repeating-linear-gradient(90deg, var(--ink) 0 1px, transparent 1px 8px) 0 100% / 100% 5px no-repeat, var(--marker); }
.report .sample.s-not-checkable { color: var(--soft); }
.report .sample.s-cut { text-decoration: line-through 1px var(--soft); }
@media (forced-colors: active) {
  .report mark, .report .sample { background: Canvas !important; color: CanvasText !important; }
}
@media print {
  .report { --marker: #fbeaa0; --confirmed: #23653f; --change: #1d5886; --misleading: #8a4700; --unfound: #663a8c; --author: #1d6166; }
}
`
