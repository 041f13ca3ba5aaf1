import { groupByOrigin, type OriginFacts } from './origins'
import { type CapturedText, findSameWords, type SameWords } from './same-words'

/** Of these sources, those that say the same words and are not counted as one origin yet, for a person to judge. */
export function proposeOrigins(
  sources: readonly OriginFacts[],
  texts: readonly CapturedText[],
  isToldApart: (sourceId: string, otherId: string) => boolean,
): SameWords[] {
  const ids = new Set(sources.map(({ id }) => id))
  const counted = groupByOrigin(sources).map((group) => new Set(group.map(({ id }) => id)))
  return findSameWords(
    texts.filter(({ sourceId }) => ids.has(sourceId)),
    isToldApart,
  ).filter(({ sourceIds }) => !counted.some((group) => sourceIds.every((id) => group.has(id))))
}
