import type { Span } from '../../text/blocks'
import type { QuotationComparison, QuotationStep } from '../quotes/comparison'

/** Printed words over those of the source that they answer to; either can be empty. */
export interface WordPair {
  what: 'same' | 'other' | 'put-in' | 'left-out' | 'own' | 'aside' | 'leap'
  printed: string
  source: string
  /** Of what was left out, and of a leap: whether the print says so, or the words say nothing. */
  isTold: boolean
  /** The print goes on without a space. */
  isGlued: boolean
}

/** The steps of a comparison as pairs to be drawn one over the other, word for word where both have as many. */
export function wordPairs(
  { steps }: Pick<QuotationComparison, 'steps'>,
  texts: { printed: string; source: string },
): WordPair[] {
  return steps.flatMap((step) => {
    const pairs = pairsOf(
      step,
      words(texts.printed, step.printed),
      words(texts.source, step.source),
    )
    const isGlued = /\S$/.test(texts.printed.slice(step.printed.start, step.printed.end))
    return pairs.map((pair, at) => ({ ...pair, isGlued: isGlued && at === pairs.length - 1 }))
  })
}

function pairsOf(
  step: QuotationStep,
  printed: string[],
  source: string[],
): Omit<WordPair, 'isGlued'>[] {
  const what = KINDS[step.what]
  const isTold = isToldBy(step)
  if (what === 'leap') return [{ what, printed: '', source: '', isTold }]
  if (step.what === 'own' && step.by === 'attribution') {
    return printed.map((one) => ({ what: 'aside', printed: one, source: '', isTold }))
  }
  const isEven = printed.length === source.length || !printed.length || !source.length
  if (!isEven) return [{ what, printed: printed.join(' '), source: source.join(' '), isTold }]
  return Array.from({ length: Math.max(printed.length, source.length) }, (_, at) => ({
    ...{ what, isTold },
    printed: printed[at] ?? '',
    source: source[at] ?? '',
  }))
}

const KINDS = {
  same: 'same',
  form: 'same',
  other: 'other',
  'put-in': 'put-in',
  'left-out': 'left-out',
  own: 'own',
  mark: 'aside',
  leap: 'leap',
} as const satisfies Record<QuotationStep['what'], WordPair['what']>

function isToldBy(step: QuotationStep): boolean {
  if (step.what === 'left-out') return step.isMarked || step.because !== null
  return step.what === 'leap' ? step.isMarked : true
}

const words = (text: string, { start, end }: Span) =>
  text.slice(start, end).split(/\s+/).filter(Boolean)
