import { WRITTEN_OUT } from '@/lib/domain/text/invisible-characters'
import type { Fact } from '../view/claim-entry'
import type { Standing, Words } from '../view/printed-words'
import { html, type Markup } from './escape'

/** Words in a line, the code points written out in them kept from turning their surroundings. */
export function inline({ text }: Words): Markup[] {
  if (!text.includes('⟦')) return [html`${text}`]
  return text
    .split(WRITTEN_OUT)
    .map((piece, index) =>
      index % 2 === 1 ? html`<bdi class="code">${piece}</bdi>` : html`${piece}`,
    )
}

/** The class under which the style sheet knows how a claim stands. */
export function markClass(status: Standing['status']): string {
  return `s-${status.replaceAll('_', '-')}`
}

/** A status as its word, underlined as the text underlines it. */
export function sample({ status, word }: Standing): Markup {
  return html`<span class="sample ${markClass(status)}">${word}</span>`
}

/** Labels with their values. The article's own words carry its language. */
export function factsMarkup(facts: Fact[], language?: string): Markup | null {
  if (facts.length === 0) return null
  return html`<dl class="facts">
${facts.map(
  ({ label, value, voice }) => html`<dt>${label}</dt><dd class="${voice}"${
    voice === 'article' && language ? html` lang="${language}"` : null
  } dir="auto">${inline(value)}</dd>
`,
)}</dl>`
}
