/** What says where a source's report comes from first. */
export interface OriginFacts {
  id: string
  publisher: string
  origin: string
  /** Sources of one group are of one origin, as a person said. */
  originGroupId: string | null
}

/**
 * Puts sources that are of one origin together: those that name the same origin, or else have the same publisher, and
 * those that a person said are of one origin; and what is of one origin with one of them.
 */
export function groupByOrigin<Source extends OriginFacts>(sources: readonly Source[]): Source[][] {
  const groups = new Map<string, Source[]>()
  for (const source of sources) {
    const keys = keysOf(source)
    const joined = [...new Set(keys.flatMap((key) => groups.get(key) ?? []))]
    const group = [...joined, source]
    for (const key of [...keys, ...joined.flatMap(keysOf)]) groups.set(key, group)
  }
  return [...new Set(groups.values())]
}

/** How many sources reported on their own. */
export function countOrigins(sources: readonly OriginFacts[]): number {
  return groupByOrigin(sources).length
}

/** How many pieces of evidence there are, and from how many origins: `5 links, 1 origin`. */
export function linksAndOrigins(sources: readonly OriginFacts[]): string {
  const origins = countOrigins(sources)
  const links = sources.length === 1 ? '1 link' : `${sources.length} links`
  return `${links}, ${origins === 1 ? '1 origin' : `${origins} origins`}`
}

function keysOf({ id, publisher, origin, originGroupId }: OriginFacts): string[] {
  const named = fold(origin) || fold(publisher)
  const keys = [`source ${id}`]
  if (named) keys.push(`named ${named}`)
  if (originGroupId) keys.push(`group ${originGroupId}`)
  return keys
}

const fold = (name: string) => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
