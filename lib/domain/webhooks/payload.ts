/** What a delivery is about, as its rows have it. */
export interface Occasion {
  type: string
  at: Date
  newsroom: { id: string; slug: string }
  /** The entry of the newsroom’s log; null of a test. */
  seq: number | null
  actorId: string | null
  articleId: string | null
  claimId: string | null
  /** What the log keeps of it: of that, ids alone go out. */
  data: unknown
}

/**
 * The body of a delivery (JSON): what happened, when, in which newsroom, to what by its ids, and where it stands in the log.
 * No word of a text, no name and no number of a verdict: whoever may know more follows the link, or asks.
 */
export function payloadOf(
  { type, at, newsroom, data, ...ids }: Occasion,
  installation: string,
): string {
  const { seq, ...about } = ids
  const link = new URL(`/${newsroom.slug}/log`, installation).href
  return JSON.stringify({
    ...{ type, timestamp: at.toISOString() },
    data: {
      ...{ newsroomId: newsroom.id, newsroom: newsroom.slug, seq },
      ...idsIn(data),
      ...withoutNull(about),
      link,
    },
  })
}

/** The ids of rows among what the log keeps, by their names; never words, whatever they are called. */
function idsIn(data: unknown): Record<string, string> {
  if (typeof data !== 'object' || data === null) return {}
  return Object.fromEntries(
    Object.entries(data).filter(
      ([name, value]) => /Id$/.test(name) && typeof value === 'string' && UUID.test(value),
    ),
  )
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

const withoutNull = (about: object) =>
  Object.fromEntries(Object.entries(about).filter(([, value]) => value !== null))
