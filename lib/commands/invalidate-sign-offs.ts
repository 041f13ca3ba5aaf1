import { updateArticleStanding } from '@/lib/db/articles/articles'
import { listOpenItems } from '@/lib/db/sign-off/open-items'
import {
  insertSignOffEnd,
  listStandingSignOffs,
  type StandingSignOff,
} from '@/lib/db/sign-off/sign-offs'
import type { DeskEvent } from '@/lib/domain/audit/events'
import type { Actor } from '@/lib/domain/policy'

type Fell = Extract<DeskEvent, { type: 'sign-off.superseded' | 'sign-off.fallen' }>

/**
 * Lets the signatures of these articles fall that no longer hold after what has just happened, and says which: a
 * signature holds for one text, and before publication only as long as nothing is open that it does not name. What was
 * signed stays on record; the article goes back to whoever has to work on it.
 */
export async function invalidateSignOffs(
  actor: Actor,
  articleIds: readonly string[],
  events: readonly DeskEvent[],
): Promise<DeskEvent[]> {
  const fell: DeskEvent[] = []
  for (const signOff of await listStandingSignOffs(actor, articleIds)) {
    const why =
      whyByText(signOff, events) ??
      whyByWriters(signOff, events) ??
      (await whyByCheck(actor, signOff))
    if (!why) continue
    const { revisionId, ...event } = why
    await insertSignOffEnd(actor, {
      signOffId: signOff.id,
      kind: event.type === 'sign-off.superseded' ? 'superseded' : 'fallen',
      revisionId,
      claims: event.claims,
    })
    if (signOff.article.state === 'signed_off') {
      const state = event.claims.length > 0 ? 'in_check' : 'with_editor'
      await updateArticleStanding(actor, signOff.articleId, { state })
    }
    fell.push(event)
  }
  return fell
}

type Why = Fell & { revisionId?: string }

function whyByText(signOff: StandingSignOff, events: readonly DeskEvent[]): Why | null {
  const newer = signOff.article.newest
  if (newer.id === signOff.revisionId) return null
  const claims = events.flatMap((event) => {
    if (event.type !== 'revision.brought' || event.articleId !== signOff.articleId) return []
    const { changed, ambiguous, missing } = event.claims
    return [...event.recheck, ...changed, ...ambiguous, ...missing]
  })
  const numbers = [...new Set(claims)].sort((a, b) => a - b)
  return {
    ...{ type: 'sign-off.superseded', ...aboutSignOff(signOff) },
    ...{ claims: numbers, because: [], revisionId: newer.id },
  }
}

/** Who wrote the text says who may sign for it, so before publication another list of writers asks for another signature. */
function whyByWriters(signOff: StandingSignOff, events: readonly DeskEvent[]): Why | null {
  const isChanged = events.some(
    (event) =>
      event.type === 'article.changed' &&
      event.articleId === signOff.articleId &&
      'writers' in event.changes,
  )
  if (!isChanged || signOff.article.state !== 'signed_off') return null
  const because = ['The list of writers was changed.']
  return { type: 'sign-off.fallen', ...aboutSignOff(signOff), claims: [], because }
}

/** What was published is out, whatever is found afterwards: it is corrected, and its signature stays. */
async function whyByCheck(actor: Actor, signOff: StandingSignOff): Promise<Why | null> {
  if (signOff.article.state !== 'signed_off') return null
  const named = new Set(signOff.items.map(({ key }) => key))
  const open = (await listOpenItems(actor, signOff.article)).filter(({ key }) => !named.has(key))
  if (open.length === 0) return null
  const numbers = new Set(open.flatMap(({ claim }) => claim?.number ?? []))
  return {
    ...{ type: 'sign-off.fallen', ...aboutSignOff(signOff) },
    claims: [...numbers].sort((a, b) => a - b),
    because: open.filter(({ claim }) => claim === null).map(({ what }) => what),
  }
}

const aboutSignOff = ({ id, articleId, revision }: StandingSignOff) => ({
  articleId,
  signOffId: id,
  revision: revision.number,
})
