import { kindOf } from '../comparisons/figures/reading/figure'
import { readFigures } from '../comparisons/figures/reading/read-figures'
import type { ClaimType, FactKind } from '../vocabulary'
import type { FactFields } from './fact-fields'

/** The kind of fact that a claim of a type most likely is. */
export function kindFor(type: ClaimType): FactKind {
  if (type === 'age') return 'birth'
  if (type === 'place') return 'place'
  return FIGURES.includes(type) ? 'figure' : 'name'
}

const FIGURES: readonly ClaimType[] = [
  ...(['number', 'money', 'measurement', 'comparison', 'technical_specification'] as const),
]

/** What a form is filled in with from a claim's words; a person goes over it. */
export function fieldsFromClaim(type: ClaimType, words: string, language: string): FactFields {
  const kind = kindFor(type)
  if (kind !== 'figure') return { subject: words.length <= 80 ? words : '' }
  const figure = readFigures(words, language).find(
    ({ units }) => !['date', 'clock'].includes(kindOf(units[0] ?? 'count')),
  )
  if (!figure) return { subject: words.slice(0, 200) }
  const unit = figure.units[0] ?? 'count'
  const subject = `${words.slice(0, figure.start)} ${words.slice(figure.end)}`
    .replace(/\s+/g, ' ')
    .replace(/^(?:an?|the)\s|\s(?:of|is|was)\s*$/gi, '')
    .trim()
  const isPlain = figure.low === figure.high && !figure.low.includes('/')
  return {
    subject: subject.slice(0, 200),
    value: isPlain ? figure.low : '',
    unit: unit === 'count' ? '' : unit,
  }
}
