import { keysOf } from '../../vocabulary'
import { LEXICON } from './lexicon'
import { SHAPES, type Shape } from './surface-features'
import { WEIGHTS } from './weights'

/**
 * How much an English sentence calls for a check, between 0 and 1: a logistic sum of what it says
 * (figures, names, past events, comparisons) and how (questions, wishes, thanks). For ranking alone.
 */
export function checkworthiness(sentence: string): number {
  let sum = 0
  for (const [id, count] of featuresOf(sentence)) sum += WEIGHTS[id] * count
  return 1 / (1 + Math.exp(-sum))
}

/**
 * The same of sentences that follow each other: what calls for a check seldom stands alone, so that each is worth a little
 * more between worthy ones, and a little less where its neighbours only talk.
 */
export function worthsAmong(worths: readonly number[]): number[] {
  const sums = worths.map((worth) => Math.log(worth / (1 - worth)))
  return sums.map((sum, at) => {
    const around = (sums[at - 1] ?? USUAL_SUM) + (sums[at + 1] ?? USUAL_SUM) - 2 * USUAL_SUM
    return 1 / (1 + Math.exp(-(sum + OF_NEIGHBOUR * around)))
  })
}

/** The sum of a usual sentence, and how much of what a neighbour differs from it counts. */
const USUAL_SUM = -2
const OF_NEIGHBOUR = 0.1

export type FeatureId = keyof typeof WEIGHTS

/** How much a sentence shows of each feature, so that its score can be explained. */
export function featuresOf(sentence: string): Map<FeatureId, number> {
  const words = wordsIn(sentence)
  const density = Math.sqrt(USUAL / Math.max(words.length + 1, 4))
  const counts = new Map<FeatureId, number>()
  addWord(counts, `^${words[0]}`, density)
  let previous = ''
  for (const word of words) {
    addWord(counts, word, density)
    if (pairEnds.has(word)) addWord(counts, `${previous} ${word}`, density)
    previous = word
  }
  for (const shape of SHAPES) {
    const { id, most, whole, count }: Shape & { id: FeatureId } = shape
    const value = Math.min(most, count(sentence, words))
    if (value) counts.set(id, whole ? value : value * density)
  }
  return counts
}

function addWord(counts: Map<FeatureId, number>, word: string, density: number) {
  for (const id of featuresByWord.get(word) ?? NONE) {
    counts.set(id, Math.min(MOST * density, (counts.get(id) ?? 0) + density))
  }
}

const NONE: readonly FeatureId[] = []

/** The words of a usual sentence: what counts, counts in full there. */
const USUAL = 12

/** The most words of one kind that count in a sentence. */
const MOST = 2

/** The words in lower case, with straight apostrophes. */
function wordsIn(sentence: string): string[] {
  const plain = sentence.toLowerCase().replaceAll('’', "'")
  return plain.match(/\p{N}+(?:[.,]\p{N}+)*|\p{L}[\p{L}']*/gu) ?? []
}

const featuresByWord = new Map<string, FeatureId[]>()
for (const id of keysOf(LEXICON)) {
  for (const word of LEXICON[id].split(' ')) {
    const key = word.replaceAll('_', ' ')
    featuresByWord.set(key, [...(featuresByWord.get(key) ?? []), id])
  }
}

/** The second words of all pairs, so that the others are not looked up as pairs. */
const pairEnds = new Set([...featuresByWord.keys()].flatMap((key) => key.split(' ').slice(1)))
