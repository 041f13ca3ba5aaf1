import type { ClaimEntry, ComparisonEntry, EvidenceEntry, VerdictEntry } from '../view/claim-entry'
import { counted } from '../view/printed-words'
import { html, type Markup } from './escape'
import { factsMarkup, inline, sample } from './words'

/** One claim with everything that is on file for it; `origin` as for the whole report. */
export function entryMarkup(
  entry: ClaimEntry,
  { language, origin }: { language: string; origin?: string },
): Markup {
  const { number, verdicts, waivers, evidence, earlier } = entry
  const named = entry.inText ? html`<a href="#report-text-${number}">${number}</a>` : number
  return html`<section class="claim" id="report-${number}">
<h3>${named} ${sample(entry)}</h3>
${wordsMarkup(entry, language)}
${factsMarkup(entry.facts)}
${verdicts.map((verdict) => verdictMarkup(verdict, language))}
${waivers.map(
  ({ label, reason, by }) => html`<div class="waiver"><h4>${label}</h4>
<p dir="auto">${inline(reason)}</p><p class="by">${inline(by)}</p></div>`,
)}
${evidence.length > 0 ? evidenceMarkup(evidence, origin) : html`<p class="none">No evidence is attached.</p>`}
${earlier.length > 0 && earlierMarkup(earlier, language)}
</section>
`
}

function wordsMarkup({ words, inText }: ClaimEntry, language: string): Markup {
  if (words.text === '') return html`<p class="none">Its words are no longer in the text.</p>`
  return html`<blockquote class="words" lang="${language}" dir="auto">${inline(words)}</blockquote>
${!inText && html`<p class="none">These words are no longer in the text.</p>`}`
}

function verdictMarkup(verdict: VerdictEntry, language: string): Markup {
  const { aspect, question, status, word, facts, by } = verdict
  return html`<div class="verdict">
<h4>${aspect} <span class="asked">${question}</span> ${status ? sample({ status, word }) : html`<span class="none">${word}</span>`}</h4>
${factsMarkup(facts, language)}${by && html`<p class="by">${inline(by)}</p>`}
</div>
`
}

function evidenceMarkup(evidence: EvidenceEntry[], origin: string | undefined): Markup {
  return html`<h4>Evidence</h4>
<ol class="evidence">${evidence.map(
    (each) => html`<li>
<p><b>${each.stance}</b>, ${each.standing.toLowerCase()}</p>
<p class="source"><cite dir="auto">${inline(each.title)}</cite><br>
${each.source.map((piece, index) => html`${index > 0 && ' · '}<bdi>${inline(piece)}</bdi>`)}${urlMarkup(each)}</p>
${factsMarkup(each.facts)}
${openMarkup(each, origin)}<p class="by">${inline(each.by)}</p>
${each.comparisons.map(comparisonMarkup)}</li>`,
  )}</ol>`
}

function comparisonMarkup({ label, reading, facts, by }: ComparisonEntry): Markup {
  return html`<div class="comparison">
<p>${label}: <b>${reading}</b></p>
${factsMarkup(facts)}
<p class="by">${inline(by)}</p></div>
`
}

function openMarkup({ opensAt }: EvidenceEntry, origin: string | undefined): Markup | null {
  if (!opensAt || origin === undefined) return null
  return html`<p class="kept"><a href="${origin}${opensAt}">Open the kept copy at this place</a></p>
`
}

function urlMarkup({ url }: EvidenceEntry): Markup | null {
  return url.text ? html`<br><span class="url">${inline(url)}</span>` : null
}

function earlierMarkup(earlier: VerdictEntry[], language: string): Markup {
  return html`<details><summary>${counted(earlier.length, 'earlier verdict')}</summary>
${earlier.map((verdict) => verdictMarkup(verdict, language))}</details>`
}
