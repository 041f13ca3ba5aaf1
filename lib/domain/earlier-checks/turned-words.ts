import type { Heard } from './heard'
import { TURNING } from './opposites'
import { folded } from './terms/folded'
import { stemOf } from './terms/stem'

/**
 * The words by which one of two texts denies what the other says: what only one negates, and opposites. Where they lift each
 * other (`did not rise` and `fell`) there are none; nor between languages, or in one whose words are not known.
 */
export function turnedWords(one: Heard, other: Heard): string[] {
  const turning = one.language === other.language ? turningOf(one.language) : null
  if (!turning) return []
  const opposed = turning.opposites.filter(([these, those]) => {
    return (
      (holds(one, these) && holds(other, those) && !holds(one, those) && !holds(other, these)) ||
      (holds(one, those) && holds(other, these) && !holds(one, these) && !holds(other, those))
    )
  })
  const opposedWords = opposed.flatMap(([these, those]) =>
    [one, other].flatMap(({ words }) => words.filter((word) => these.has(word) || those.has(word))),
  )
  const mine = negationsIn(one, other, turning)
  const theirs = negationsIn(other, one, turning)
  const onlyOne = mine.length > 0 !== theirs.length > 0
  const turns = (opposed.length > 0 ? 1 : 0) + (onlyOne ? 1 : 0)
  if (turns !== 1) return []
  return [...new Set(onlyOne ? [...mine, ...theirs] : opposedWords)]
}

interface Known {
  negations: ReadonlySet<string>
  negated: RegExp | undefined
  opposites: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[]
}

const known = new Map<string, Known>()

function turningOf(language: string): Known | null {
  const found = known.get(language)
  if (found) return found
  const words = TURNING[language]
  if (!words) return null
  const setOf = (list: string) => new Set(folded(list).trim().split(' '))
  const made: Known = {
    negations: setOf(words.negations),
    negated: words.negated,
    opposites: words.opposites.split(', ').map((pair) => {
      const [these = '', those = ''] = pair.split('/')
      return [setOf(these), setOf(those)] as const
    }),
  }
  known.set(language, made)
  return made
}

const holds = ({ words }: Heard, list: ReadonlySet<string>) => words.some((word) => list.has(word))

/** The words of a text that deny something near a term of the other, a verb that says no by its ending among them. */
function negationsIn(
  { words, language }: Heard,
  { terms }: Heard,
  { negations, negated }: Known,
): string[] {
  return words.filter((word, at) => {
    if (!negations.has(word) && !negated?.test(word)) return false
    const near = words.slice(Math.max(0, at - BEFORE), at + AFTER + 1)
    return near.some((one) => terms.has(stemOf(one, language)))
  })
}

/** How many words before and after it a negation is about. */
const BEFORE = 2
const AFTER = 4
