import { keysOf } from '../vocabulary'
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
