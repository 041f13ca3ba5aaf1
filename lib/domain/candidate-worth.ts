import { FEATURES, type Feature, SHAPES } from './candidate-weights'

/**
 * How much an English sentence calls for a check, between 0 and 1: a logistic sum of what it says
 * (figures, names, past events, comparisons) and how (questions, wishes, thanks). For ranking alone.
 */
export function checkworthiness(sentence: string): number {
  let sum = 0
  for (const { feature, count } of featuresOf(sentence)) sum += feature.weight * count
  return 1 / (1 + Math.exp(-sum))
}

/** What a sentence shows of each feature, so that a score can be explained. */
export function featuresOf(sentence: string): { feature: Feature; count: number }[] {
  const words = wordsIn(sentence)
  const counts = new Map<Feature, number>()
  const add = (feature: Feature, count = 1) =>
    counts.set(feature, Math.min(feature.most, (counts.get(feature) ?? 0) + count))
  words.forEach((word, index) => {
    const next = words[index + 1]
    for (const feature of byWord.get(word) ?? NONE) add(feature)
    if (next) for (const feature of byWord.get(`${word} ${next}`) ?? NONE) add(feature)
  })
  for (const feature of byWord.get(`^${words[0] ?? ''}`) ?? NONE) add(feature)
  for (const shape of SHAPES) {
    const count = shape.count(sentence, words)
    if (count > 0) add(shape, count)
  }
  return [...counts].map(([feature, count]) => ({ feature, count }))
}

const NONE: readonly Feature[] = []

/** The words in lower case, with figures as `0` and straight apostrophes. */
function wordsIn(sentence: string): string[] {
  const plain = sentence.toLowerCase().replaceAll('’', "'")
  return plain.match(/\p{N}+(?:[.,]\p{N}+)*|\p{L}[\p{L}']*/gu) ?? []
}

const byWord = new Map<string, Feature[]>()
for (const feature of FEATURES) {
  for (const word of feature.words.split(' ')) {
    const key = word.replaceAll('_', ' ')
    byWord.set(key, [...(byWord.get(key) ?? []), feature])
  }
}
