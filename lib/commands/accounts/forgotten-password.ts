/** A link for a new password by mail, for whoever forgot theirs. */

import { z } from 'zod'
import { appendEvents, lockChain } from '@/lib/db/audit/log'
import { transaction } from '@/lib/db/client'
import { insertJob } from '@/lib/db/jobs/jobs'
import { enqueueForgotten } from '@/lib/db/jobs/queue'
import { listPlacesOf } from '@/lib/db/newsroom/onboarding'
import { insertPasswordLink } from '@/lib/db/newsroom/password-links'
import { type Attempts, countTry, networkAttempts } from '@/lib/db/newsroom/sessions'
import { Refusal } from '@/lib/domain/refusal'
import { isMailSet } from '@/lib/mail/settings'
import { parse } from '../command'
import { email } from '../fields'
import { HOURS_OPEN_BY_MAIL, hashSecret, newLinkByMail } from './link-secrets'

const asking = z.object({ email })

/** How many links may be asked for with one address in a quarter of an hour, whether or not it is anybody's. */
const MOST_LINKS = 3

const addressAttempts = (address: string): Attempts => ({ [`forgotten:${address}`]: MOST_LINKS })

/**
 * Has a link for a new password sent to an address, if somebody has an account with it. For every address it does and
 * answers the same; whose it is, the job process looks up. Counted with the wrong passwords of a network.
 */
export async function askPasswordLink(raw: unknown, network = ''): Promise<void> {
  if (!isMailSet()) {
    throw new Refusal('unavailable', 'Stet sends no mail here. Ask an admin of your newsroom.')
  }
  const { email } = parse(asking, raw)
  const tried = await countTry({ ...networkAttempts(network), ...addressAttempts(email) })
  if (!tried) {
    throw new Refusal(
      'not-allowed',
      'Too many links were asked for. Ask again in a quarter of an hour.',
    )
  }
  await enqueueForgotten(email)
}

/**
 * Makes the link that somebody with this address asked for, and has it sent; nothing where nobody has an account. Older
 * links stay open until one is used, so that nobody who types an address makes the link of its owner useless.
 */
export async function mailPasswordLink(raw: unknown): Promise<void> {
  const { email } = asking.parse(raw)
  const [place] = await listPlacesOf(email)
  if (!place) return
  const { userId } = place
  const { seed, secret } = newLinkByMail()
  const expiresAt = new Date(Date.now() + HOURS_OPEN_BY_MAIL * 3600_000)
  await transaction(async () => {
    const head = await lockChain(place)
    const link = { userId, tokenHash: hashSecret(secret), expiresAt, byMail: true }
    await insertPasswordLink(place, link)
    await insertJob(place, {
      kind: 'send_mail',
      about: `New password for ${email}`,
      input: { letter: 'password', seed },
    })
    const made = { type: 'password-link.made', userId, byMail: true } as const
    await appendEvents(place, head, [made])
  })
}
