import { VERIFICATION_STATUSES } from '@/lib/domain/claims/status'
import type { Run, TextPart } from '../view/text-segments'
import { html, type Markup } from './escape'
import { inline, markClass } from './words'

/** The article's text, its claims marked and numbered. */
export function textMarkup(parts: TextPart[], language: string): Markup[] {
  return parts.map((part) => partMarkup(part, language))
}

function partMarkup({ kind, level, items }: TextPart, language: string): Markup {
  const printed = items.map(({ runs }) => runs.map(runMarkup))
  const own = html`class="${kind.replaceAll('_', '-')}" lang="${language}" dir="auto"`
  if (level === 3) return html`<h3 ${own}>${printed}</h3>\n`
  if (level === 4) return html`<h4 ${own}>${printed}</h4>\n`
  if (kind === 'list_item') {
    return html`<ul lang="${language}">${printed.map((item) => html`<li dir="auto">${item}</li>`)}</ul>\n`
  }
  if (kind === 'quote' || kind === 'pull_quote') {
    return html`<blockquote ${own}>${printed}</blockquote>\n`
  }
  return html`<p ${own}>${printed}</p>\n`
}

function runMarkup(run: Run): Markup {
  const marked = run.marks.reduceRight<Markup>(
    (inside, status, index) =>
      html`<mark class="${markClass(status)} deep-${Math.min(run.marks.length - 1 - index, 2)}">${inside}</mark>`,
    html`${inline(run)}`,
  )
  return html`${marked}${run.ends.map(numberMarkup)}`
}

function numberMarkup({ number, status }: Run['ends'][number]): Markup {
  const label = `${number}, ${VERIFICATION_STATUSES[status]}`
  return html`<sup lang="en" dir="ltr"><a class="number ${markClass(status)}" id="report-text-${number}" href="#report-${number}" aria-label="${label}">${number}</a></sup>`
}
