import type { Pair } from './contradiction'

/** What a person said of two places: that one of them is right, and which, or that both are. */
export const CONTRADICTION_ANSWERS = {
  one: 'The first is right',
  other: 'The second is right',
  both: 'Both are right',
} as const

export type ContradictionAnswer = keyof typeof CONTRADICTION_ANSWERS

/** A pair by its words: it stays the same wherever they stand, and is another one as soon as they or their sentences change. */
export function pairKey({ kind, one, other }: Pair): string {
  return [kind, one.words, one.sentence.words, other.words, other.sentence.words]
    .map((words) => words.replaceAll(/\s+/gu, ' ').trim())
    .join('\n')
}

/** Gives each pair the answer that stands for its words, whichever of the two stands first now. */
export function withAnswers<
  Found extends Pair,
  Given extends Pair & { answer: ContradictionAnswer },
>(found: readonly Found[], given: readonly Given[]): (Found & { answered: Given | null })[] {
  const answers = new Map<string, Given>()
  for (const one of given) {
    answers.set(pairKey(one), one)
    answers.set(pairKey(turned(one)), { ...one, ...turned(one), answer: TURNED[one.answer] })
  }
  return found.map((one) => ({ ...one, answered: answers.get(pairKey(one)) ?? null }))
}

const turned = ({ kind, one, other }: Pair): Pair => ({ kind, one: other, other: one })

const TURNED = { one: 'other', other: 'one', both: 'both' } as const
