import { insertTalkPlaces, type TalkPlace } from '@/lib/db/discussion/word-places'
import type { Revision } from '@/lib/db/revisions/revisions'
import { carriedTo } from '@/lib/domain/anchoring/outcomes'
import { reanchor } from '@/lib/domain/anchoring/reanchor'
import type { Actor } from '@/lib/domain/policy'
import type { Change } from './carry-claims'

/** What has its last place in the text before, or waits for somebody: only that is carried on. */
export const isCarriedOn =
  (before: Pick<Revision, 'number'>) =>
  ({ revision, waits }: TalkPlace): boolean =>
    waits || revision.number === before.number

/**
 * Gives queries and suggestions their places in a new text, by the rule that claims are carried by: on the very same words,
 * where nothing else can be meant. The words of all others are gone.
 */
export async function carryTalk(
  actor: Actor,
  changes: readonly Change[],
  talk: readonly TalkPlace[],
): Promise<void> {
  const to = changes[0]?.to
  if (!to) return
  const carried = changes.flatMap(({ from, alignment }) =>
    reanchor(
      alignment,
      talk.filter(({ revision }) => revision.id === from.id),
    ),
  )
  const places = carried.flatMap(({ of, outcome }) => {
    const at = carriedTo(outcome)
    return at ? { what: of.what, id: of.id, start: at.start, end: at.end } : []
  })
  await insertTalkPlaces(actor, to.id, places)
}
