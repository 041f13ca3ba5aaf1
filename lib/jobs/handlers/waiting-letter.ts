import { actorToTell } from '@/lib/auth/look-up-actor'
import { findWaiting } from '@/lib/db/waiting/find-waiting'
import { findMailState } from '@/lib/db/waiting/told-lines'
import { waitingLetter } from '@/lib/domain/mail/letters'
import { Refusal } from '@/lib/domain/refusal'
import { mailGroupOf } from '@/lib/domain/waiting/by-mail'
import { keyOf } from '@/lib/domain/waiting/kinds'
import { needsOf } from '@/lib/domain/waiting/needs'
import type { Asked } from './mail-input'

/**
 * Tells somebody what waits for them, as far as it still does and they still want to hear of it; null where none of it
 * does. It is asked anew with their own rights at the moment of sending, so that a mail that was delayed says what is so.
 */
export async function letterOfWaiting(
  newsroomId: string,
  { userId, lines: told, isDigest }: Extract<Asked, { letter: 'waiting' }>,
) {
  const actor = await actorToTell({ userId, newsroomId })
  if (!actor) throw new Refusal('invalid', 'They are in the newsroom no more, so it was not sent.')
  const [{ lines: all }, { choices }] = await Promise.all([
    findWaiting(actor),
    findMailState(actor),
  ])
  const lines = all.filter(
    (line) => told[keyOf(line)] !== undefined && choices[mailGroupOf(line)] !== 'never',
  )
  if (lines.length === 0) return null

  const needs = needsOf(lines)
  const path = `/${actor.newsroomSlug}`
  const only = needs.length === 1 ? `?only=${needs[0]?.kind}` : ''
  const letter = waitingLetter({
    newsroom: actor.newsroomName,
    needs: needs.map(({ words }) => words),
    ...{ isDigest, others: all.length - lines.length },
    link: at(`${path}${only}`),
    choices: at(`${path}/account#mail`),
  })
  return { to: actor.email, ...letter }
}

const at = (path: string) => new URL(path, process.env.NEXTAUTH_URL).href
