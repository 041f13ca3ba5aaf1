import { z } from 'zod'
import { findInvitation, findPasswordLink } from '@/lib/auth/open-links'
import { HOURS_OPEN_BY_MAIL } from '@/lib/commands/newsroom/link-secrets'
import { updateJobHandedOver } from '@/lib/db/jobs/queue'
import { invitationLetter, type Letter, passwordLetter } from '@/lib/domain/mail/letters'
import { Refusal } from '@/lib/domain/refusal'
import { linkSecretOf } from '@/lib/keys/link-secrets'
import { sendMail as send } from '@/lib/mail/send-mail'
import { findMailSettings } from '@/lib/mail/settings'
import type { Handler } from './handler'

const asked = z.object({ letter: z.enum(['invitation', 'password']), seed: z.string() })

type Addressed = Letter & { to: string }

/**
 * Sends the mail with a link, while the link is open. Its secret is made anew from its seed, and kept nowhere. A mail that
 * was on its way when the process ended is not sent again unasked: nobody knows whether it arrived.
 */
export const sendMail: Handler = async (job, { report, signal }) => {
  const settings = findMailSettings()
  if (!settings) throw new Refusal('invalid', 'Mail is not set up here, so it was not sent.')
  if (job.attempts > 1 && job.output !== null) throw new Refusal('invalid', LOST_TRACK)
  const { letter, seed } = asked.parse(job.input)
  const mail = await LETTERS[letter](linkSecretOf(seed))
  if (!mail) throw new Refusal('invalid', CLOSED)

  report(20, 'Handing it to the mail server')
  const handingOver = () => updateJobHandedOver(job.id, true)
  const sent = await send({ ...mail, id: job.id }, { ...settings, signal, handingOver })
  if (sent.outcome === 'accepted') return { to: mail.to }
  if (sent.outcome === 'unknown') throw new Refusal('invalid', `${sent.says} ${ASK_FIRST}`)
  await updateJobHandedOver(job.id, false)
  throw new Refusal(sent.mayPass ? 'unavailable' : 'invalid', sent.says)
}

const ASK_FIRST = 'Ask them before you have it sent again.'
const LOST_TRACK = `It was interrupted while it was being sent, so it may or may not have arrived. ${ASK_FIRST}`
const CLOSED = 'Its link was used, replaced or has run out meanwhile, so it was not sent.'

type Kind = z.output<typeof asked>['letter']

const LETTERS: Record<Kind, (secret: string) => Promise<Addressed | null>> = {
  async invitation(secret) {
    const open = await findInvitation(secret)
    if (!open) return null
    return { to: open.email, ...invitationLetter({ ...open, link: at('/invitation', secret) }) }
  },
  async password(secret) {
    const open = await findPasswordLink(secret)
    if (!open) return null
    const link = at('/new-password', secret)
    return { to: open.email, ...passwordLetter({ link, hours: HOURS_OPEN_BY_MAIL }) }
  },
}

function at(path: string, secret: string): string {
  return new URL(`${path}/${secret}`, process.env.NEXTAUTH_URL).href
}
