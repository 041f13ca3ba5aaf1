import { type LastPlace, listLastPlaces } from '@/lib/db/claims/anchors'
import { listDismissed } from '@/lib/db/claims/candidates'
import { listMarks } from '@/lib/db/coverage/coverage'
import { listTalkPlaces, type TalkPlace } from '@/lib/db/discussion/word-places'
import { findRevision, type Revision } from '@/lib/db/revisions/revisions'
import type { Actor } from '@/lib/domain/policy'
import type { Workings } from './workings'

/** All that has its last place in one of these texts of an article, of which the first is the newest. */
export type Standing = Awaited<ReturnType<typeof findStanding>>

/** What an article's next text is made from: its newest one, and all that has its last place in one of its texts. */
export async function findStanding(actor: Actor, from: Revision) {
  const { articleId } = from
  const claims = await listLastPlaces(actor, { articleId, status: { not: 'cut' } })
  const talk = (await listTalkPlaces(actor, articleId)).filter(isCarriedOn(from))
  const texts = [from]
  const places = [...claims.map(({ anchor }) => anchor), ...talk]
  for (const number of new Set(places.map(({ revision }) => revision.number))) {
    const older = number !== from.number && (await findRevision(actor, articleId, number))
    if (older) texts.push(older)
  }
  const marks = await listMarks(actor, from.id)
  return { texts, claims, talk, marks, dismissed: await listDismissed(actor, from.id) }
}

/** Says where all of it stands in the new text. */
export function carryAll(workings: Workings, { texts, claims, talk, marks, dismissed }: Standing) {
  const [from] = texts
  return {
    claims: carryClaims(workings, texts, claims),
    talk: texts.flatMap((text) => {
      const placed = talk.filter(({ revision }) => revision.id === text.id)
      return workings.carry(text, placed)
    }),
    marks: from ? workings.carry(from, marks) : [],
    dismissed: from ? workings.carry(from, dismissed) : [],
  }
}

/** Says where claims stand in the new text, from the newest one in which they had a place. */
export function carryClaims(
  workings: Workings,
  texts: readonly Revision[],
  claims: readonly LastPlace[],
) {
  return texts.flatMap((text) => {
    const placed = claims
      .filter(({ anchor }) => anchor.revision.id === text.id)
      .map((claim) => ({ claim, start: claim.anchor.start, end: claim.anchor.end }))
    return workings
      .carry(text, placed)
      .map(({ of: { claim }, outcome }) => ({ claim, outcome, from: text }))
  })
}

export type CarriedClaim = ReturnType<typeof carryClaims>[number]

/** What has its last place in the text before, or waits for somebody: only that is carried on. */
const isCarriedOn =
  (before: Pick<Revision, 'number'>) =>
  ({ revision, waits }: TalkPlace): boolean =>
    waits || revision.number === before.number
