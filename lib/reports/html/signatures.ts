import type { CorrectionEntry } from '../view/correction-entry'
import type { Banner, OpenEntry, SignOffEntry } from '../view/sign-off-entry'
import { html, type Markup } from './escape'
import { factsMarkup, inline } from './words'

/** What the first page says of the signature. */
export function bannerMarkup(banner: Banner | null): Markup | null {
  if (!banner) return null
  return html`<div class="banner ${banner.kind}">
<p><strong>${inline(banner.line)}</strong></p>
${banner.more.map(
  (words) => html`<p dir="auto">${inline(words)}</p>
`,
)}</div>`
}

/** Every signature with what was open then; nothing where there is no word of any. */
export function signOffsMarkup(signOffs: SignOffEntry[] | null): Markup | null {
  if (!signOffs) return null
  return html`<section><h2>Sign-off</h2>
${signOffs.length === 0 && html`<p>Nobody signed this article off.</p>`}
${signOffs.map(
  ({ title, state, isLoud, statement, facts, items }) => html`<section class="talk signature">
<h3>${title} <span class="${isLoud ? 'signed-state loud' : 'signed-state'}">${state}</span></h3>
<blockquote class="words" dir="auto">${inline(statement)}</blockquote>
${factsMarkup(facts)}
${items.length > 0 && html`<h4>What was open</h4><ul class="open-items">${items.map(openMarkup)}</ul>`}
</section>
`,
)}</section>`
}

function openMarkup({ mark, what, reason, by }: OpenEntry): Markup {
  return html`<li><b>${mark}</b>: <bdi>${inline(what)}</bdi>
${reason && html`<p dir="auto">${inline(reason)}</p>`}${by && html`<p class="who">${inline(by)}</p>`}</li>`
}

/** What was corrected since it was published; nothing where nothing was. */
export function correctionsMarkup(entries: CorrectionEntry[], language: string): Markup | null {
  if (entries.length === 0) return null
  return html`<section><h2>Corrections</h2>
${entries.map(
  ({ title, claim, notice, facts, by }) => html`<section class="talk">
<h3>${claim !== null && html`<a href="#report-${claim}">${claim}</a> `}${title}</h3>
<p class="notice" dir="auto">${inline(notice)}</p>
${factsMarkup(facts, language)}
<p class="by">${inline(by)}</p>
</section>
`,
)}</section>`
}
