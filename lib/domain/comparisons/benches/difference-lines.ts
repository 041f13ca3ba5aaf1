import type { Span } from '../../text/blocks'
import {
  QUOTATION_READINGS,
  type QuotationComparison,
  type QuotationForm,
  type QuotationStep,
  type Unsaid,
  type WeightyDifference,
} from '../quotes/comparison'

interface Texts {
  printed: string
  source: string
}

/** No more differences than these are told one by one. */
const MOST_TOLD = 40

/** What a comparison of words shows, as lines to be read and kept: the proposed reading first, then what weighs most. */
export function differenceLines(comparison: QuotationComparison, texts: Texts): string[] {
  const { readings, weighty, steps, forms, elsewhere } = comparison
  const named = readings.map((one) => QUOTATION_READINGS[one]).join('; ')
  const differences = readings.includes('not-found')
    ? []
    : steps.flatMap((step) => differenceIn(step, texts) ?? [])
  const more = differences.length - MOST_TOLD
  return [
    `Proposed: ${named}`,
    ...weighty.map((one) => weightyLine(one, texts)),
    ...differences.slice(0, MOST_TOLD),
    ...(more > 0 ? [`${more} more differences`] : []),
    ...(forms.length > 0
      ? [`Written otherwise: ${forms.map((one) => FORMS[one]).join(', ')}`]
      : []),
    ...(elsewhere.length > 0
      ? [`The same words stand in ${elsewhere.length + 1} places of the source`]
      : []),
  ]
}

/** A difference that changes what was said, in a line. */
export function weightyLine({ what, printed, source }: WeightyDifference, texts: Texts): string {
  const [ours, theirs] = [quoted(texts.printed, printed), quoted(texts.source, source)]
  return `${WEIGHTY[what]}: ${ours ? `printed ${ours}` : 'nothing printed'}, ${theirs ? `the source has ${theirs}` : 'nothing in the source'}`
}

const WEIGHTY = {
  negation: 'A negation differs',
  number: 'A number differs',
  modal: 'A modal verb differs',
  name: 'A name differs',
} as const

function differenceIn(step: QuotationStep, texts: Texts): string | null {
  const [ours, theirs] = [quoted(texts.printed, step.printed), quoted(texts.source, step.source)]
  switch (step.what) {
    case 'other':
      return `Other words: ${ours} for ${theirs}`
    case 'put-in':
      return `Put in: ${ours}`
    case 'left-out':
      if (step.because) return `Left out, ${UNSAID[step.because]}: ${theirs}`
      return `Left out ${step.isMarked ? 'with' : 'without'} a mark: ${theirs}`
    case 'own':
      if (step.by === 'attribution') return null
      return `In brackets: ${ours}${theirs && ` for ${theirs}`}`
    case 'leap':
      if (step.to === 'back') return 'Goes back to an earlier place of the source'
      return `Goes on further on in the source, ${step.isMarked ? 'with' : 'without'} a mark`
    default:
      return null
  }
}

const UNSAID: Record<Unsaid, string> = {
  filler: 'a filler',
  repetition: 'a repetition',
  'false-start': 'a false start',
  aside: 'a note of the transcript',
}

const FORMS: Record<QuotationForm, string> = {
  quote: 'quotation marks',
  apostrophe: 'apostrophes',
  dash: 'dashes',
  ellipsis: 'ellipses',
  encoding: 'the coding of characters',
  capital: 'capitals',
  'vowel-signs': 'vowel signs',
  digits: 'digits of another script',
  marks: 'marks of the sentence',
}

/** Words in one line and in quotation marks, the middle of long ones left out; empty where there are none. */
function quoted(text: string, { start, end }: Span): string {
  const words = text.slice(start, end).replace(/\s+/g, ' ').trim()
  if (words === '') return ''
  const letters = Array.from(words)
  if (letters.length <= LONGEST) return `“${words}”`
  return `“${letters.slice(0, LONGEST - TAIL).join('')} … ${letters.slice(-TAIL).join('')}”`
}

/** In characters. */
const LONGEST = 200
const TAIL = 60
