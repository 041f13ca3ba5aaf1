/** What waits for somebody, on its way to them by mail. */

import { transaction } from '@/lib/db/client'
import { insertJob } from '@/lib/db/jobs/jobs'
import { findWaiting } from '@/lib/db/waiting/find-waiting'
import { findMailState, listLinesLost, updateTold } from '@/lib/db/waiting/told-lines'
import type { Actor } from '@/lib/domain/policy'
import {
  digestDue,
  type MailTiming,
  mailGroupOf,
  toldWith,
  toldWithout,
  untold,
} from '@/lib/domain/waiting/by-mail'
import { keyOf } from '@/lib/domain/waiting/kinds'

/** How far back a digest makes good for mails that did not get through, in milliseconds. */
const MADE_GOOD = 7 * 86_400_000

/**
 * Has a mail sent to the actor where something waits for them that they neither read nor heard of: at once or with the
 * digest, as they chose. That it was told and the job that tells it are on record together, or neither is. It changes
 * nothing in the newsroom, and so it is in no log. Answers whether there is one to send.
 */
export async function mailWaiting(actor: Actor, now = new Date()): Promise<boolean> {
  const { choices, digestedOn, read, told: toldBefore } = await findMailState(actor)
  const day = digestDue(now, actor.timeZone, { ...choices, digestedOn })
  const found = await findWaiting(actor, { now })
  const lost = day ? await listLinesLost(actor, new Date(now.getTime() - MADE_GOOD)) : []
  const told = toldWithout(toldBefore, lost)

  const timings: MailTiming[] = day ? ['at_once', 'digest'] : ['at_once']
  const lines = untold(found.lines, { read, told }).filter((line) =>
    timings.includes(choices[mailGroupOf(line)]),
  )
  const isDigest = lines.some((line) => choices[mailGroupOf(line)] === 'digest')
  // Where not all was looked for, what was told of the rest is kept.
  const after = {
    ...(found.horizon ? told : {}),
    ...toldWith(told, lines, found.lines),
  }
  if (lines.length === 0 && !day && isSame(after, toldBefore)) return false

  await transaction(async () => {
    if (lines.length > 0) {
      const parts = Object.fromEntries(lines.map((line) => [keyOf(line), [...line.parts]]))
      await insertJob(actor, {
        kind: 'send_mail',
        about: `What waits for ${actor.email}${isDigest ? ', the digest' : ''}`,
        input: { letter: 'waiting', userId: actor.userId, isDigest, lines: parts },
      })
    }
    await updateTold(actor, { told: after, digestedOn: day ?? digestedOn })
  })
  return lines.length > 0
}

const isSame = (one: object, other: object) => sorted(one) === sorted(other)
const sorted = (lines: object) => JSON.stringify(Object.entries(lines).sort())
