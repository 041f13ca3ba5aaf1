import type { Block, BlockKind } from '../../../text/blocks'
import { type Figure, kindOf } from '../reading/figure'
import { isSameWord } from '../reading/nouns'
import { readFigures } from '../reading/read-figures'
import { vocabularyOf } from '../reading/vocabularies'
import { judge } from './judge'
import { agrees, type Judgement } from './outcome'
import { sameWords } from './pairing'

/** A figure and where it is printed: the block by its index, the span within that block's text. */
export interface PrintedFigure {
  block: number
  figure: Figure
}

export interface PrintedOtherwise {
  one: PrintedFigure
  other: PrintedFigure
  sentence: string
}

/**
 * Proposes pairs of places that print one quantity differently: a headline, dek, caption or pull quote against the body, and each
 * other. They are figures of one kind beside the same noun, whose blocks share another word, and the
 * quantity is nowhere in the other block as it is here. Few rather than many; a person decides.
 */
export function sameQuantity(blocks: readonly Block[], language = 'en'): PrintedOtherwise[] {
  const places = blocks.map(({ kind, text }, block) => ({
    ...{ block, kind, names: namesOf(text, language) },
    figures: readFigures(text, language).filter(isQuantity),
  }))
  return places.flatMap((here, index) =>
    places
      .slice(index + 1)
      .filter((there) => isDisplay(here.kind) || isDisplay(there.kind))
      .flatMap((there) => otherwise(here, there)),
  )
}

interface Place {
  block: number
  kind: BlockKind
  names: ReadonlySet<string>
  figures: readonly Figure[]
}

const isDisplay = (kind: BlockKind) =>
  ['headline', 'dek', 'caption', 'pull_quote', 'subhead'].includes(kind)

/** Dates and times stand for too many things to say that two of them are of one. */
const isQuantity = ({ units, nouns }: Figure) =>
  nouns.length > 0 && !['date', 'clock'].includes(kindOf(units[0] ?? 'count'))

function otherwise(here: Place, there: Place): PrintedOtherwise[] {
  return here.figures.flatMap((figure) => {
    const same = there.figures.flatMap((other) => {
      const judged = sameWords(figure, other) ? judge(figure, other, {}) : null
      return judged ? [{ other, judged }] : []
    })
    const [first] = same
    if (!first || same.some(({ judged }) => fits(judged))) return []
    if (!shareName(here, there, figure)) return []
    const sentence = first.judged.sentence
    return {
      one: { block: here.block, figure },
      other: { block: there.block, figure: first.other },
      sentence,
    }
  })
}

const fits = ({ outcome }: Judgement) =>
  agrees(outcome) || outcome === 'not_comparable' || outcome === 'hedged'

/** Whether the two blocks share a word of weight besides the noun of the figure. */
function shareName(here: Place, there: Place, { nouns }: Figure): boolean {
  return [...here.names].some(
    (name) =>
      !nouns.some((noun) => isSameWord(noun, name)) &&
      [...there.names].some((word) => isSameWord(name, word)),
  )
}

function namesOf(text: string, language: string): Set<string> {
  const { empty } = vocabularyOf(language)
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}]{3,}/gu) ?? []
  return new Set(words.filter((word) => !empty.has(word)))
}
