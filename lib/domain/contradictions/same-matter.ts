import { folded } from '../earlier-checks/terms/folded'
import type { Told } from './told'

/** What two sentences share, besides what is left out of the question. */
export interface Shared {
  terms: string[]
  /** How much of the shorter one’s terms that is, from 0 to 1. */
  share: number
  /** Whether one of them has a name that the other lacks. */
  isNamedOtherwise: boolean
}

/** Whether nothing in two sentences tells that they are about different things, or that two people speak. */
export function mayBeSame(one: Told, other: Told): boolean {
  if (one.speaker && other.speaker && one.speaker !== other.speaker) return false
  if (one.apart !== other.apart || isPlannedOtherwise(one, other)) return false
  return !hasOwn(one.names, other.names) || !hasOwn(other.names, one.names)
}

/** What two sentences share, besides the terms that are left out. */
export function sharedBy(one: Told, other: Told, isLeftOut: (term: string) => boolean): Shared {
  const [mine, theirs] = [one, other].map(
    ({ terms }) => terms.size - [...terms].filter(isLeftOut).length,
  ) as [number, number]
  const terms = [...one.terms].filter((term) => other.terms.has(term) && !isLeftOut(term))
  const shorter = Math.min(mine, theirs)
  return {
    terms,
    share: shorter === 0 ? 0 : terms.length / shorter,
    isNamedOtherwise: hasOwn(one.names, other.names) || hasOwn(other.names, one.names),
  }
}

/** Terms as one of the sentences writes them, at most three: stems are no words. */
export function inWords({ words }: Told, terms: readonly string[]): string {
  const written = words.match(/[\p{L}\p{M}’'-]+/gu) ?? []
  const shown = terms.flatMap((term) => {
    const beginning = term.slice(0, Math.max(3, term.length - 1))
    return written.find((word) => folded(word).startsWith(beginning)) ?? []
  })
  return LIST.format(shown.slice(0, 3).map((word) => `“${word}”`))
}

const LIST = new Intl.ListFormat('en-GB')

/** A headline tells what will be in the present, so it says nothing of that. */
const isPlannedOtherwise = (one: Told, other: Told) =>
  one.isPlanned !== other.isPlanned && one.kind !== 'headline' && other.kind !== 'headline'

function hasOwn(mine: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean {
  for (const name of mine) if (!theirs.has(name)) return true
  return false
}

/** Whether a block stands apart from the running text and says again what that says. */
export const isDisplay = ({ kind }: Told) =>
  ['headline', 'dek', 'caption', 'pull_quote', 'subhead'].includes(kind)
