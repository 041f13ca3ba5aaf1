import { Refusal } from '../../refusal'
import { type ComparingFigures, compareFigures } from '../figures/comparing/compare-figures'
import { type FigureComparison, OUTCOMES, type Outcome } from '../figures/comparing/outcome'
import { kindOf } from '../figures/reading/figure'
import { sourceWords } from './source-words'

/** The figures of some printed words on the bench. */
export interface FiguresLaid {
  pairs: FigureComparison[]
  /** The gravest outcome of them: a proposal, which a person confirms or not. */
  proposed: Outcome
  /** Currencies that only a rate can bring together. */
  ratesAsked: { from: string; to: string }[]
  /** What the machine shows, a line for each pair. */
  lines: string[]
}

/** Lays the figures of printed words beside those of a source. Refuses printed words without a figure. */
export function layFigures({
  printed,
  source,
  ...given
}: { printed: string; source: string } & ComparingFigures): FiguresLaid {
  const pairs = compareFigures(printed, sourceWords(source).text, given)
  if (pairs.length === 0) {
    const message = 'There is no figure in the printed words, so there is nothing to compare.'
    throw new Refusal('invalid', message, { printed: message })
  }
  const proposed = GRAVEST.find((one) => pairs.some(({ outcome }) => outcome === one)) ?? 'equal'
  const asked = pairs.flatMap((pair) => rateAsked(pair) ?? [])
  return {
    ...{ pairs, proposed },
    ratesAsked: asked.filter((one, at) => asked.findIndex((each) => isSame(each, one)) === at),
    lines: pairs.map(figureLine),
  }
}

const GRAVEST: Outcome[] = [
  ...(['wrong_kind', 'differs', 'missing', 'not_comparable', 'hedged'] as const),
  ...(['contained', 'rounded', 'equal'] as const),
]

/** The arithmetic of a pair and what it comes to, as a line to keep. */
export function figureLine({ sentence, outcome, standards }: FigureComparison): string {
  const unsaid = standards.filter((one) => !sentence.includes(one))
  const by = unsaid.length > 0 ? ` (${unsaid.join('; ')})` : ''
  return `${sentence}${by}. ${OUTCOMES[outcome]}`
}

function rateAsked({ printed, found, outcome }: FigureComparison) {
  const [to, from] = [printed.units[0], found?.units[0]]
  if (!to || !from || outcome !== 'not_comparable') return null
  const isMoney = kindOf(to) === 'money' && kindOf(from) === 'money'
  return isMoney && !printed.units.includes(from) ? { from, to } : null
}

interface Currencies {
  from: string
  to: string
}

const isSame = (one: Currencies, other: Currencies) =>
  one.from === other.from && one.to === other.to
