import type { TalkEntry } from '../view/discussion-entry'
import { html, type Markup } from './escape'
import { factsMarkup, inline } from './words'

/** What was asked or suggested, with all that followed; nothing where there was none. */
export function talkMarkup(title: string, entries: TalkEntry[], language: string): Markup | null {
  if (entries.length === 0) return null
  return html`<section><h2>${title}</h2>
${entries.map(
  ({ claim, title, facts, by, steps }) => html`<section class="talk">
<h3>${claim !== null && html`<a href="#report-${claim}">${claim}</a> `}${title}</h3>
${factsMarkup(facts, language)}
<p class="by">${inline(by)}</p>
${steps.map(
  (step) => html`<div class="step">${step.facts.length > 0 && factsMarkup(step.facts, language)}
<p class="by">${inline(step.by)}</p></div>`,
)}
</section>
`,
)}</section>`
}
