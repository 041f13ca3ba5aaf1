import { actorToTell } from '@/lib/auth/look-up-actor'
import { findInvitation, findPasswordLink } from '@/lib/auth/open-links'
import { HOURS_OPEN_BY_MAIL } from '@/lib/commands/accounts/link-secrets'
import { type BegunJob, updateJobHandedOver } from '@/lib/db/jobs/queue'
import { findWebhook } from '@/lib/db/newsroom/webhooks'
import type { JobFacts } from '@/lib/domain/jobs/job'
import { invitationLetter, passwordLetter, webhookOffLetter } from '@/lib/domain/mail/letters'
import { manages } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { linkSecretOf } from '@/lib/keys/link-secrets'
import { type Mail, sendMail as send } from '@/lib/mail/send-mail'
import { findMailSettings } from '@/lib/mail/settings'
import type { Handler } from './handler'
import { type Asked, asked } from './mail-input'
import { letterOfWaiting } from './waiting-letter'

type Addressed = Omit<Mail, 'id'>

/**
 * Sends a mail, while there is a reason for it. One that holds a link and was on its way when the process ended is not sent
 * again unasked: nobody knows whether it arrived. What waits for somebody is rather told twice than not at all.
 */
export const sendMail: Handler = async (job, { report, signal }): Promise<JobFacts> => {
  const settings = findMailSettings()
  if (!settings) throw new Refusal('invalid', 'Mail is not set up here, so it was not sent.')
  const input = asked.parse(job.input)
  const mayRepeat = input.letter === 'waiting' || input.letter === 'webhook-off'
  if (!mayRepeat && job.attempts > 1 && job.output !== null) {
    throw new Refusal('invalid', LOST_TRACK)
  }
  const mail = await letterFor(job, input)
  if (!mail) return {}

  report(20, 'Handing it to the mail server')
  const handingOver = () => updateJobHandedOver(job.id, true)
  const sent = await send({ ...mail, id: job.id }, { ...settings, signal, handingOver })
  if (sent.outcome === 'accepted') return { to: mail.to }
  if (sent.outcome === 'unknown') {
    throw mayRepeat
      ? new Refusal('unavailable', sent.says)
      : new Refusal('invalid', `${sent.says} ${ASK_FIRST}`)
  }
  await updateJobHandedOver(job.id, false)
  throw new Refusal(sent.mayPass ? 'unavailable' : 'invalid', sent.says)
}

const ASK_FIRST = 'Ask them before you have it sent again.'
const LOST_TRACK = `It was interrupted while it was being sent, so it may or may not have arrived. ${ASK_FIRST}`
const CLOSED = 'Its link was used, replaced or has run out meanwhile, so it was not sent.'

/** The letter with its address; null where there is nothing to say any more. */
async function letterFor({ newsroomId }: BegunJob, input: Asked): Promise<Addressed | null> {
  if (input.letter === 'waiting') return letterOfWaiting(newsroomId, input)
  if (input.letter === 'webhook-off') return webhookOff(newsroomId, input)
  const secret = linkSecretOf(input.seed)
  const mail = await (input.letter === 'invitation' ? invitation(secret) : password(secret))
  if (!mail) throw new Refusal('invalid', CLOSED)
  return mail
}

async function invitation(secret: string): Promise<Addressed | null> {
  const open = await findInvitation(secret)
  if (!open) return null
  return { to: open.email, ...invitationLetter({ ...open, link: at('/invitation', secret) }) }
}

async function password(secret: string): Promise<Addressed | null> {
  const open = await findPasswordLink(secret)
  if (!open) return null
  const link = at('/new-password', secret)
  return { to: open.email, ...passwordLetter({ link, hours: HOURS_OPEN_BY_MAIL }) }
}

async function webhookOff(
  newsroomId: string,
  { userId, webhookId }: Extract<Asked, { letter: 'webhook-off' }>,
): Promise<Addressed | null> {
  const actor = await actorToTell({ userId, newsroomId })
  const webhook = actor && manages(actor) ? await findWebhook(actor, webhookId) : null
  if (!actor || !webhook || webhook.isOn) return null
  const link = at(`/${actor.newsroomSlug}/settings/webhooks`, webhookId)
  return { to: actor.email, ...webhookOffLetter({ newsroom: actor.newsroomName, link }) }
}

function at(path: string, secret: string): string {
  return new URL(`${path}/${secret}`, process.env.NEXTAUTH_URL).href
}
