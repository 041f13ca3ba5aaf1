import { insertTalkPlaces, type TalkPlace } from '@/lib/db/discussion/word-places'
import { carriedTo } from '@/lib/domain/anchoring/outcomes'
import type { Carrying } from '@/lib/domain/anchoring/reanchor'
import type { Actor } from '@/lib/domain/policy'

/**
 * Gives queries and suggestions their places in a new text, by the rule that claims are carried by: on the very same words,
 * where nothing else can be meant. The words of all others are gone.
 */
export async function carryDiscussion(
  actor: Actor,
  revisionId: string,
  carried: readonly Carrying<TalkPlace>[],
): Promise<void> {
  const places = carried.flatMap(({ of, outcome }) => {
    const at = carriedTo(outcome)
    return at ? { what: of.what, id: of.id, start: at.start, end: at.end } : []
  })
  await insertTalkPlaces(actor, revisionId, places)
}
