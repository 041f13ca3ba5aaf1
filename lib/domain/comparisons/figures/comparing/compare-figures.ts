import { type Figure, kindOf } from '../reading/figure'
import { readFigures } from '../reading/read-figures'
import { canBeJudged, type Given, judge } from './judge'
import { agrees, type FigureComparison } from './outcome'
import { paired, sameWords } from './pairing'
import { said } from './said'

/** In what languages the two are written (BCP 47), and what a person gives. */
export interface ComparingFigures extends Given {
  language?: string
  excerptLanguage?: string
}

/**
 * Holds each figure of a claim against the figure of the same quantity in an excerpt of a source, in the claim's order.
 * Units are converted by the exact factors of their standards; a currency is never converted without a rate that a
 * person gives. Only shows what is there: what it means is decided by a person.
 */
export function compareFigures(
  claim: string,
  excerpt: string,
  { language = 'en', excerptLanguage = language, ...given }: ComparingFigures = {},
): FigureComparison[] {
  const printed = readFigures(claim, language)
  const found = readFigures(excerpt, excerptLanguage)
  return paired(printed, found).map((source, index) => {
    const figure = printed[index]
    if (!figure) throw new Error('A pair without a printed figure')
    return comparison(figure, source, given, isOnlyOne(figure, printed, found))
  })
}

/** A printed figure against the source's. Where there are several and the words name other things, values that differ say nothing. */
function comparison(
  printed: Figure,
  found: Figure | null,
  given: Given,
  isOnly: boolean,
): FigureComparison {
  const judged = found && judge(printed, found, given)
  if (!found || !judged) return missing(printed)
  const isOther = sameWords(printed, found) === false && !isOnly
  if (!isOther) return { printed, found, ...judged }
  const isCount = printed.units[0] === 'count'
  if (agrees(judged.outcome) && !isCount) return { printed, found, ...judged }
  if (!agrees(judged.outcome) && (isCount || judged.outcome === 'differs')) return missing(printed)
  return {
    ...{ printed, found, ...judged, outcome: 'not_comparable' },
    sentence: `${judged.sentence}; but it counts “${found.nouns[0]}”, and printed is “${printed.nouns[0]}”`,
  }
}

const missing = (printed: Figure): FigureComparison => ({
  ...{ printed, found: null, outcome: 'missing', isConverted: false, off: null, standards: [] },
  sentence: `printed ${said(printed, printed.units[0] ?? 'count')}; no figure of this quantity was found`,
})

function isOnlyOne(figure: Figure, printed: readonly Figure[], found: readonly Figure[]): boolean {
  const kind = kindOf(figure.units[0] ?? 'count')
  const ofKind = (one: Figure) => kindOf(one.units[0] ?? 'count') === kind
  return (
    printed.filter(ofKind).length === 1 &&
    found.filter((one) => canBeJudged(figure, one)).length === 1
  )
}
