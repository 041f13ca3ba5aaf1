import { nameKey } from './names'
import { type Mention, type Named, personKey } from './people'
import { isSpeltLike } from './spelling'

export interface TwoMentions {
  one: Named
  other: Named
  why: string
}

/**
 * Names that are spelt in two ways: two whole names that differ in one of their two ends, and a family name alone against the
 * whole name of exactly one person.
 */
export function namesSpeltTwice(full: readonly Named[], single: readonly Named[]): TwoMentions[] {
  const people = new Map<string, Named & { count: number }>()
  for (const mention of full) {
    const key = `${firstOf(mention)} ${mention.family}`
    const known = people.get(key)
    if (known) known.count++
    else people.set(key, { ...mention, count: 1 })
  }
  const all = [...people.values()]
  return [...wholeNames(all), ...familyNames(all, single)]
}

function wholeNames(all: readonly (Named & { count: number })[]): TwoMentions[] {
  const pairs: TwoMentions[] = []
  const byEnd = new Map<string, (Named & { count: number })[]>()
  for (const one of all) {
    for (const end of [`family ${nameKey(one.family)}`, `given ${nameKey(firstOf(one))}`]) {
      const others = byEnd.get(end)
      if (!others) byEnd.set(end, [one])
      else {
        for (const other of others) {
          // Two that come again and again are two people.
          if (Math.min(one.count, other.count) > 2) continue
          const why = speltTwice(other, one)
          if (why !== null) pairs.push({ one: other, other: one, why })
        }
        others.push(one)
      }
    }
  }
  return pairs
}

/** Why two whole names are thought to be one that is spelt in two ways, or null: they share one end, and the other is alike. */
export function speltTwice(one: Mention, other: Mention): string | null {
  if (!one.given || !other.given) return null
  const isFamily = nameKey(one.family) === nameKey(other.family)
  const [mine, theirs] = isFamily ? [one.given, other.given] : [one.family, other.family]
  if (!isFamily && nameKey(firstOf(one)) !== nameKey(firstOf(other))) return null
  if (!isSpeltLike(mine, theirs)) return null
  return `Spelt in two ways. Both are named “${isFamily ? one.family : one.given}” besides.`
}

const firstOf = ({ given }: Mention) => given?.split(' ')[0] ?? ''

function familyNames(
  all: readonly (Named & { count: number })[],
  single: readonly Named[],
): TwoMentions[] {
  const families = new Set(
    all.flatMap(({ given, family }) => [nameKey(family), ...(given ?? '').split(' ').map(nameKey)]),
  )
  const seen = new Set<string>()
  const byLetter = new Map<string, Named[]>()
  for (const one of all) {
    const letter = nameKey(one.family).slice(0, 1)
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), one])
  }
  return single.flatMap((mention) => {
    const key = nameKey(mention.family)
    if (
      families.has(key) &&
      !all.some(({ family }) => nameKey(family) === key && family !== mention.family)
    )
      return []
    if (seen.has(mention.family)) return []
    seen.add(mention.family)
    const like = (byLetter.get(key.slice(0, 1)) ?? []).filter((one) =>
      isSpeltLike(one.family, mention.family),
    )
    const [person] = like
    if (!person || new Set(like.map(personKey)).size > 1) return []
    return [
      {
        one: person,
        other: mention,
        why: `Spelt in two ways. Nobody else of a name like “${person.given} ${person.family}” is in the text.`,
      },
    ]
  })
}
