/** What a sentence shows without its words being known: figures, names, its length, how it ends. */
export interface Shape {
  id: string
  /** The most times that it counts in one sentence. */
  most: number
  /** Counts for the sentence as a whole; the others count for less in a longer one. */
  whole?: true
  count: (sentence: string, words: readonly string[]) => number
}

export const SHAPES = [
  { id: 'always', most: 1, whole: true, count: () => 1 },
  { id: 'figures', most: 3, count: wordsThat((word) => word < 'a') },
  { id: 'anyFigure', most: 1, whole: true, count: wordsThat((word) => word < 'a') },
  { id: 'largeFigure', most: 1, count: shows(/\d,\d{3}/) },
  { id: 'year', most: 1, count: shows(/(?<!\d)(?:1[89]|20)\d\d(?!\d)/) },
  { id: 'money', most: 1, count: shows(/\p{Sc}/u) },
  { id: 'percentSign', most: 1, count: shows(/%/) },
  { id: 'names', most: 4, count: some(/\p{Lu}(?<=[\p{L}\p{N},]["”)]? ["“(]?.)[\p{Ll}.]/gu) },
  {
    id: 'acronyms',
    most: 2,
    count: some(/\p{Lu}(?<!\p{L}.)(?:\p{Lu}{1,4}(?!\p{L})|\.\p{Lu}\.)/gu),
  },
  { id: 'question', most: 1, whole: true, count: shows(/\?["”’)]*\s*$/) },
  { id: 'exclamation', most: 1, whole: true, count: shows(/!["”’)]*\s*$/) },
  { id: 'brokenOff', most: 1, whole: true, count: shows(/(?:\.\.|[…—–-])["”’)]*\s*$/) },
  { id: 'quotation', most: 1, count: shows(/["“”«»]/) },
  { id: 'length', most: 4, whole: true, count: (_, words) => Math.log2(1 + words.length) - 2 },
  { id: 'short', most: 1, whole: true, count: (_, words) => (words.length < 6 ? 1 : 0) },
  { id: 'veryShort', most: 1, whole: true, count: (_, words) => (words.length < 4 ? 1 : 0) },
  { id: 'veryLong', most: 1, whole: true, count: (_, words) => (words.length > 40 ? 1 : 0) },
  {
    id: 'regularPast',
    most: 3,
    count: wordsThat((word) => word.length > 4 && word.endsWith('ed')),
  },
  { id: 'goingOn', most: 2, count: wordsThat((word) => word.length > 5 && word.endsWith('ing')) },
  { id: 'not', most: 2, count: wordsThat((word) => word === 'not' || word.endsWith("n't")) },
  {
    id: 'theirPast',
    most: 1,
    whole: true,
    count: shows(
      /(?:\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t)|(?!(?:We|You|There|And|But) )\p{Lu}\p{Ll}+) (?:was|were|had|has|did|[a-z]{3,}ed)\b/u,
    ),
  },
  { id: 'stageDirection', most: 1, whole: true, count: shows(/\(\p{Lu}{4,}[^)]{0,40}\)/u) },
  { id: 'allCapitals', most: 1, whole: true, count: shows(/^[^\p{Ll}]*\p{Lu}{3}[^\p{Ll}]*$/u) },
  {
    id: 'contractedWill',
    most: 1,
    count: wordsThat((word) => word.endsWith("'ll") || word.endsWith("'d")),
  },
] as const satisfies readonly Shape[]

function shows(pattern: RegExp) {
  return (sentence: string) => (pattern.test(sentence) ? 1 : 0)
}

function some(pattern: RegExp) {
  return (sentence: string) => sentence.match(pattern)?.length ?? 0
}

function wordsThat(test: (word: string) => boolean) {
  return (_: string, words: readonly string[]) => {
    let count = 0
    for (const word of words) if (test(word)) count++
    return count
  }
}
