import { listEvents } from '@/lib/db/audit/log-events'
import { findNames } from '@/lib/db/newsroom/members'
import { sentenceOf } from '@/lib/domain/audit/sentences'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'

/** How many of the changes that were not seen are told. */
const TOLD = 3

/** Refuses to sign on a page that was made before the last change of the article. */
export async function assertSeen(actor: Actor, articleId: string, seen: number): Promise<void> {
  const newest = await listEvents(actor, { articleId, take: 50 })
  const unseen = newest.filter(({ seq }) => seq > seen)
  if (unseen.length === 0) return
  const names = await findNames(actor)
  const name = (userId: string) => names.get(userId) ?? 'Somebody'
  const sentences = unseen
    .slice(0, TOLD)
    .map(({ actorId, event }) => asSentence(`${name(actorId)} ${sentenceOf(event, name)}`))
  const more = unseen.length > TOLD ? ` And ${unseen.length - TOLD} more.` : ''
  throw new Refusal(
    'conflict',
    `The article changed since you opened this page, so nothing was signed. ${sentences.join(' ')}${more} Look at it as it is now, then sign.`,
  )
}

const asSentence = (words: string) => (/[.?!…]$/.test(words) ? words : `${words}.`)
